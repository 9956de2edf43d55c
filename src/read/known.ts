import type { Instant, SourceName } from '../model.ts';
import type { Field } from './field.ts';
import type { Records } from './records.ts';
import { fieldsOf } from './source-table.ts';

/** The records that existed at as-of. Calls stream and are filtered as they pass. */
export type Known = Omit<Records, 'calls' | 'files' | 'reported_metrics' | 'invoice'> &
  Pick<Records, 'invoice' | 'reported_metrics'>;

/**
 * Leaves out rows, and cells with a time of their own, that were not known yet: booked, decided, modified, joined, sent or
 * cancelled after as-of. Arrival is no fact: an invoice that came later is still the invoice.
 */
export function knownAt(records: Records, asOf: Instant): Known {
  const filter = <R>(source: SourceName, rows: readonly R[]): R[] => {
    const known = Object.entries(fieldsOf(source)).filter(([, field]: [string, Field]) => field.known);
    const rowTimes = known.flatMap(([name, field]) => (field.known === 'row' ? [name] : []));
    const cellTimes = known.flatMap(([name, field]) => (field.known === 'cell' ? [name] : []));
    return rows.flatMap((row) => {
      const cells = row as Readonly<Record<string, unknown>>;
      const isLater = (name: string): boolean => typeof cells[name] === 'number' && cells[name] > asOf;
      if (rowTimes.some(isLater)) return [];
      return cellTimes.some(isLater) ? [withoutCancellation(row)] : [row];
    });
  };
  return {
    meetings: filter('meetings', records.meetings),
    invoice: records.invoice,
    attendance: filter('attendance', records.attendance),
    recordings: filter('recordings', records.recordings),
    crm: filter('crm', records.crm),
    calendar: filter('calendar', records.calendar),
    decisions: filter('decisions', records.decisions),
    customers: filter('customers', records.customers),
    opportunities: filter('opportunities', records.opportunities),
    reported_metrics: records.reported_metrics,
  };
}

/** Before it was cancelled, the slot was scheduled. */
function withoutCancellation<R>(row: R): R {
  const cells = row as R & { outcome?: string };
  const isMove = cells.outcome !== undefined && /^(canceled|rescheduled)/.test(cells.outcome);
  return {
    ...row,
    canceled_at: undefined,
    canceled_by: undefined,
    reason: undefined,
    ...(isMove ? { outcome: 'scheduled' } : {}),
  };
}
