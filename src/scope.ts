import type { AuditOptions } from './audit.ts';
import type { Claim } from './link/claims.ts';
import type { Instant } from './model.ts';
import { isBack, isLead } from './price/outcome.ts';
import { isOfPeriod } from './price/own-claims.ts';
import { type Problem, problem } from './problems/problem.ts';
import { readInstant } from './read/instant.ts';
import type { Records } from './read/records.ts';
import { isPlainDate } from './sow/dates.ts';
import { type Period, parsePeriod } from './sow/period.ts';
import type { Sow } from './sow/sow.ts';

export interface Scope {
  readonly period: Period;
  readonly asOf: Instant;
}

/** What tells a month. */
type Claimed = Pick<Records, 'invoice' | 'meetings'>;

/** Whether `--period` can be read, before any file is. */
export function checkPeriod(text: string | undefined): Problem[] {
  return text === undefined || parsePeriod(text) ? [] : [wrongFlag('--period', text, PERIOD_HELP)];
}

const wrongFlag = (flag: string, text: string, expected: string): Problem =>
  problem(
    'bad_argument',
    { file: 'command line' },
    { flag, reason: `"${text}" cannot be used`, expected: `expected ${expected}` },
  );

const PERIOD_HELP = 'a month (2026-06), a quarter (2026-Q2) or a range (2026-01-01..2026-06-30)';

/** Decides what is audited and up to when; a wrong flag is a problem, never a guess. */
export function scopeOf(sow: Sow, records: Claimed, options: AuditOptions): Scope | { problems: Problem[] } {
  const wrong = (flag: string, text: string, expected: string) => ({ problems: [wrongFlag(flag, text, expected)] });
  const period = options.period === undefined ? newestPeriod(sow, records) : parsePeriod(options.period);
  if (!period) {
    if (options.period !== undefined) return wrong('--period', options.period, PERIOD_HELP);
    return options.withoutClaims || records.invoice.length > 0
      ? {
          problems: [
            problem(
              'bad_argument',
              { file: 'command line' },
              {
                flag: '--period',
                reason: 'is needed: no invoice and no meeting tells a month',
                expected: `expected ${PERIOD_HELP}`,
              },
            ),
          ],
        }
      : noClaims(records);
  }
  const { zone } = sow.clock;
  if (options.asOf === undefined) return { period, asOf: zone.endOf(period.to) };
  if (isPlainDate(options.asOf)) return { period, asOf: zone.endOf(options.asOf) };
  const asOf = readInstant(options.asOf, 'iso', zone);
  return typeof asOf === 'number'
    ? { period, asOf }
    : wrong('--as-of', options.asOf, 'a day (2026-06-30) or a time (2026-06-30T17:00)');
}

/** Nothing found is never "all clear". */
export const noClaims = (records: Claimed): { problems: Problem[] } => ({
  problems: [
    problem('no_claims', { file: 'inputs' }, { lines: records.invoice.length, rows: records.meetings.length }),
  ],
});

/** Lines for leads of the period where nothing was read to look them up in: neither a drop nor what a closed period keeps of one. */
export function noDrop(records: Records, claims: readonly Claim[], period: Period, sow: Sow): Problem | undefined {
  if (records.meetings.length || records.files.some(({ source }) => source === 'meetings')) return undefined;
  const asking = claims.filter((claim) => isLead(claim) && !isBack(claim) && isOfPeriod(claim, period, sow));
  const [first] = asking;
  if (!first) return undefined;
  const lines = new Set(asking.map(({ row }) => `${row.file}:${row.line}`)).size;
  return problem('no_drop', { file: first.row.file, line: first.row.line }, { lines });
}

/** The newest invoice period, else the newest month with a slot that is not just scheduled. */
function newestPeriod(sow: Sow, records: Claimed): Period | undefined {
  const billed = records.invoice.flatMap((line) => (line.period === undefined ? [] : (parsePeriod(line.period) ?? [])));
  const newest = billed.sort((a, b) => (a.to === b.to ? (a.from < b.from ? 1 : -1) : a.to < b.to ? 1 : -1))[0];
  if (newest) return newest;
  const happened = records.meetings.flatMap((row) => {
    const at = row.starts_at ?? row.delivered_at;
    const isOpen =
      row.starts_at !== undefined &&
      (row.outcome === undefined || row.outcome === 'scheduled' || row.outcome === 'unknown');
    return at === undefined || isOpen ? [] : [sow.clock.zone.dateAt(at).slice(0, 7)];
  });
  const month = happened.sort().at(-1);
  return month === undefined ? undefined : parsePeriod(month);
}
