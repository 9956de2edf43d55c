import type { SlotFacts } from '../../judge/facts.ts';
import { cellOf, type Facts } from '../../sow/criteria.ts';
import type { Zone } from '../../sow/zone.ts';
import type { MeasuredRow, RowInput } from './row.ts';

/** Slots on the day of their start; their outcome is the one that the audit found. */
export const meetingRows = ({
  sow: {
    clock: { zone },
  },
  chains,
}: RowInput): MeasuredRow[] =>
  chains
    .flatMap((chain) => chain.slots)
    .flatMap((slot): MeasuredRow[] =>
      slot.start === undefined
        ? []
        : [
            {
              day: zone.dateAt(slot.start),
              restated: slotFacts(slot, slot.claimedOutcome?.outcome, zone),
              verified: slotFacts(slot, slot.happened?.outcome, zone),
            },
          ],
    );

const slotFacts =
  (slot: SlotFacts, outcome: string | undefined, zone: Zone): Facts =>
  (field) =>
    field === 'outcome' ? outcome : cellOf(slot.record, field, zone);
