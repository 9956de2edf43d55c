import type { Instant } from '../model.ts';
import type { Field } from './field.ts';
import { HELD_SOURCES, type Held, type HeldSource, type Records } from './records.ts';
import { fieldsOf } from './source-table.ts';

/** The records that existed at as-of. Calls stream and are filtered as they pass. */
export type Known = Held;

/** What has no time of its own: an invoice or a summary that came later is still the invoice. */
const TIMELESS: ReadonlySet<HeldSource> = new Set(['invoice', 'reported_metrics']);

/**
 * Leaves out rows, and cells with a time of their own, that were not known yet: booked, decided, modified, joined, sent or
 * cancelled after as-of. Arrival is no fact.
 */
export function knownAt(records: Records, asOf: Instant): Known {
  const known = HELD_SOURCES.map((source) => [
    source,
    TIMELESS.has(source) ? records[source] : filter(source, records[source], asOf),
  ]);
  return Object.fromEntries(known) as Known;
}

function filter<R>(source: HeldSource, rows: readonly R[], asOf: Instant): R[] {
  const timed = Object.entries(fieldsOf(source)).filter(([, field]: [string, Field]) => field.known);
  const rowTimes = timed.flatMap(([name, field]) => (field.known === 'row' ? [name] : []));
  const cellTimes = timed.flatMap(([name, field]) => (field.known === 'cell' ? [name] : []));
  const known: R[] = [];
  for (const row of rows) {
    const cells = row as Readonly<Record<string, unknown>>;
    const isLater = (name: string): boolean => typeof cells[name] === 'number' && cells[name] > asOf;
    if (!rowTimes.some(isLater)) known.push(cellTimes.some(isLater) ? withoutCancellation(row) : row);
  }
  return known;
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
