import { rowsOf, type Slot } from '../link/slots.ts';
import type { Meeting } from '../read/records.ts';
import type { Period } from '../sow/period.ts';
import type { Closing } from './closing.ts';

/** Whether a slot was known when a period was closed: what later drops bring is not what a line of then bills. Of an open period every slot is. */
export function knownThen(closings: readonly Closing[]): (of: Period, slot: Slot) => boolean {
  const keyOf = ({ id, starts_at }: Meeting): string => `${starts_at ?? ''} ${id ?? ''}`;
  const known = closings.map(({ period, facts }) => ({
    period,
    rows: new Set((facts.held.meetings ?? []).map(keyOf)),
  }));
  return ({ from, to }, slot) => {
    const then = known.find(({ period }) => period.from <= from && to <= period.to);
    return !then || rowsOf(slot).some((row) => then.rows.has(keyOf(row)));
  };
}
