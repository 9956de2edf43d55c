import { groupBy } from '../link/grouped.ts';
import { plural, withCommas } from '../problems/sentence.ts';
import type { RecordOf } from '../read/records.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { intersection, lengthOf, type Span, union } from '../sow/spans.ts';
import type { FixedLine } from './fixed.ts';
import type { Purse } from './money.ts';

type Session = RecordOf<'sessions'>;

const MINUTE = 60_000;

/** Hours of the period: per agent and day the union of the sessions less the non-billable codes, rounded, times the rate. */
export function hourLines(sow: Sow, period: Period, sessions: readonly Session[], purse: Purse): FixedLine[] {
  const terms = sow.fees.hours;
  if (!terms || !sessions.length) return [];
  const { zone } = sow.clock;
  const unpaid = new Set(terms.non_billable.map((code) => code.trim().toLowerCase()));
  const days = groupBy(
    sessions.filter((s) => s.login_at !== undefined && isIn(period, zone.dateAt(s.login_at))),
    (s) => `${s.agent} ${zone.dateAt(s.login_at ?? 0)}`,
  );
  const step = terms.round ? sow.seconds(terms.round) * 1000 : 0;
  const rounded = (ms: number): number => {
    if (!step) return ms;
    const steps = ms / step;
    return (
      step *
      (terms.direction === 'up'
        ? Math.ceil(steps)
        : terms.direction === 'nearest'
          ? Math.round(steps)
          : Math.floor(steps))
    );
  };
  const ms = days.reduce((sum, rows) => sum + rounded(billableMs(rows, unpaid)), 0);
  if (ms === 0) return [];
  const rate = purse.of(terms.rate);
  const hours = Math.round((ms / (60 * MINUTE)) * 1e4) / 1e4;
  const why = `${withCommas(hours)} h of ${plural(days.length, 'agent-day')}${terms.round ? `, rounded ${terms.direction} to ${terms.round.text}` : ''}`;
  return [
    {
      kind: 'hours',
      quantity: hours,
      unitPrice: rate,
      amount: purse.ratio(rate, ms, 60 * MINUTE),
      date: period.to,
      clause: terms.clause ?? null,
      why,
    },
  ];
}

function billableMs(rows: readonly Session[], unpaid: ReadonlySet<string>): number {
  const spansOf = (some: readonly Session[]): Span[] =>
    union(
      some.flatMap((s): Span[] =>
        s.login_at !== undefined && s.logout_at !== undefined && s.logout_at > s.login_at
          ? [[s.login_at, s.logout_at]]
          : [],
      ),
    );
  const isUnpaid = (s: Session): boolean => unpaid.has((s.code ?? '').trim().toLowerCase());
  const all = spansOf(rows);
  return lengthOf(all) - lengthOf(intersection(all, spansOf(rows.filter(isUnpaid))));
}
