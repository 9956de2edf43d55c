import type { JudgedChain, SlotFacts } from '../../judge/facts.ts';
import type { KeptTouch } from '../../judge/touches.ts';
import type { Instant } from '../../model.ts';
import { isIn } from '../../sow/period.ts';
import type { MonthContext } from './anomaly.ts';

/** Slots that start in the period, with their chain. */
export const slotsIn = ({
  chains,
  period,
  sow,
}: MonthContext): { readonly chain: JudgedChain; readonly slot: SlotFacts; readonly start: Instant }[] =>
  chains.flatMap((chain) =>
    chain.slots.flatMap((slot) =>
      slot.start !== undefined && isIn(period, sow.clock.zone.dateAt(slot.start))
        ? [{ chain, slot, start: slot.start }]
        : [],
    ),
  );

/** Chains that were first booked in the period, with the day. */
export const bookedIn = ({
  chains,
  period,
  sow,
}: MonthContext): { readonly chain: JudgedChain; readonly day: string }[] =>
  chains.flatMap((chain) => {
    const day = sow.clock.zone.dateAt(chain.bookedAt);
    return isIn(period, day) ? [{ chain, day }] : [];
  });

/** Outbound calls to a chain's contact up to the end of the day of the booking, which is typed in during the call or after it, to the minute or the day. */
export const callsUntilBooked = (
  { contact, bookedAt }: JudgedChain,
  { touches, sow }: MonthContext,
): Omit<KeptTouch, 'keys'>[] => {
  const { zone } = sow.clock;
  const calls = touches?.of(contact, 'contact') ?? [];
  return calls.filter(({ at }) => zone.dateAt(at) <= zone.dateAt(bookedAt));
};

/** Whether both sides are known somewhere, and agree nowhere. */
export function differs(a: readonly (string | undefined)[], b: readonly (string | undefined)[]): boolean {
  const both = a.map((value, i) => [value, b[i]] as const).filter(([x, y]) => x !== undefined && y !== undefined);
  return both.length > 0 && both.every(([x, y]) => x !== y);
}
