import { groupBy } from '../../link/grouped.ts';
import type { Instant } from '../../model.ts';
import type { RecordOf } from '../../read/records.ts';
import { cellOf } from '../../sow/criteria.ts';
import { addDays, type PlainDate } from '../../sow/dates.ts';
import type { Period } from '../../sow/period.ts';
import type { Sow } from '../../sow/sow.ts';
import type { Zone } from '../../sow/zone.ts';
import type { MeasuredRow, RowInput } from './row.ts';

/**
 * Agents of the roster, a row for each known day of the period on which they are there, from their certification to their last day. `left` says whether it is
 * the last one, with none on the day after (another team or site); of a roster on which nobody ever left, nobody knows.
 */
export const rosterRows = ({ sow, period: all, asOf, roster }: RowInput): MeasuredRow[] => {
  const period = knownPart(all, asOf, sow);
  const { zone } = sow.clock;
  const dayOf = (at: number | undefined): PlainDate | undefined => (at === undefined ? undefined : zone.dateAt(at));
  const tellsLeavers = roster.some(({ left_at }) => left_at !== undefined);
  return groupBy(roster, ({ agent = '' }) => agent.trim().toLowerCase()).flatMap((own) => {
    const stays = own.map((row) => ({ row, from: dayOf(row.certified_at) ?? '', to: dayOf(row.left_at) }));
    const rows: MeasuredRow[] = [];
    for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
      const there = stays.filter(({ from, to = day }) => from <= day && day <= to);
      const [first] = there;
      if (first)
        rows.push({
          day,
          restated: factsOf(
            first.row,
            zone,
            tellsLeavers,
            there.every(({ to }) => to === day) && !stays.some(({ from }) => from === addDays(day, 1)),
          ),
        });
    }
    return rows;
  });
};

/** The days of a period that have come by as-of. */
export const knownPart = (period: Period, asOf: Instant, { clock }: Sow): Period => {
  const today = clock.zone.dateAt(asOf);
  return today < period.to ? { ...period, to: today } : period;
};

const factsOf =
  (row: RecordOf<'roster'>, zone: Zone, tellsLeavers: boolean, isLast: boolean): MeasuredRow['restated'] =>
  (field) =>
    field === 'left' ? (tellsLeavers ? String(isLast) : undefined) : cellOf(row, field, zone);
