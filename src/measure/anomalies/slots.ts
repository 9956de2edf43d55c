import type { JudgedChain, SlotFacts } from '../../judge/facts.ts';
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
