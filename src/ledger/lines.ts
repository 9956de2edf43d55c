import type { InputFile, InvoiceLine, Records } from '../read/records.ts';
import { addDays } from '../sow/dates.ts';
import { isIn, isWithin, type Period } from '../sow/period.ts';
import type { Closing } from './closing.ts';

const fileKey = ({ source, sha256 }: Pick<InputFile, 'source' | 'sha256'>): string => `${source} ${sha256}`;

/**
 * What makes two lines one: all that they say, in a file of one name. Where a line has the number of its invoice, or its own with its period, the name of the file says
 * nothing: without them the retainer is line 1 of every month.
 */
function lineKey({ invoice_no, line_id, period, raw, row }: InvoiceLine): string {
  const isNumbered = invoice_no !== undefined || (line_id !== undefined && period !== undefined);
  return JSON.stringify([isNumbered ? '' : row.file, Object.entries(raw).sort()]);
}

/** The lines at hand that a closing holds in another file, each with the period it was closed in. */
export function closedLines(given: Records, closings: readonly Closing[]): ReadonlyMap<InvoiceLine['row'], Period> {
  const kept = new Map<string, Period[]>();
  for (const { period, facts } of closings)
    for (const line of facts.held.invoice ?? []) {
      const key = lineKey(line);
      kept.set(key, [...(kept.get(key) ?? []), period]);
    }
  return new Map(
    linesAtHand(given, closings).flatMap((line) => {
      const period = kept.get(lineKey(line))?.shift();
      return period ? [[line.row, period] as const] : [];
    }),
  );
}

/** Lines of files that no closing holds. */
function linesAtHand(given: Records, closings: readonly Closing[]): InvoiceLine[] {
  const kept = new Set(closings.flatMap(({ facts }) => facts.files.map(fileKey)));
  const files = new Set(given.files.filter((file) => !kept.has(fileKey(file))).map(({ file }) => file));
  return given.invoice.filter(({ row }) => files.has(row.file));
}

/**
 * Whether a line came after the period that it names was closed. The report of that period is locked, so the line is claimed in the first open one: else it would stand
 * in no report at all.
 */
export function lateLines(
  given: Records,
  closings: readonly Closing[],
  period: Period,
): (line: InvoiceLine, of: Period) => boolean {
  const last = closings.at(-1);
  if (!last || !isIn(period, addDays(last.period.to, 1))) return () => false;
  const closed = closedLines(given, closings);
  const fresh = new Set(linesAtHand(given, closings).flatMap(({ row }) => (closed.has(row) ? [] : [row])));
  return (line, of) => fresh.has(line.row) && closings.some((closing) => isWithin(closing.period, of));
}
