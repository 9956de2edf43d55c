import type { SlotFacts } from '../../judge/facts.ts';
import { cellOf, type Facts } from '../../sow/criteria.ts';
import type { MeasuredRow, RowInput } from './row.ts';

/** Slots on the day of their start; their outcome is the one that the audit found. */
export const meetingRows = ({ sow, chains }: RowInput): MeasuredRow[] =>
  chains
    .flatMap((chain) => chain.slots)
    .flatMap((slot): MeasuredRow[] =>
      slot.start === undefined
        ? []
        : [
            {
              day: sow.clock.zone.dateAt(slot.start),
              restated: slotFacts(slot, slot.claimedOutcome?.outcome),
              verified: slotFacts(slot, slot.happened?.outcome),
            },
          ],
    );

const slotFacts =
  (slot: SlotFacts, outcome: string | undefined): Facts =>
  (field) =>
    field === 'outcome' ? outcome : cellOf(slot.record, field);
