import { groupBy } from '../../link/grouped.ts';
import { compareNatural } from '../../link/keys.ts';
import type { RecordOf } from '../../read/records.ts';
import { cellOf } from '../../sow/criteria.ts';
import { intersection, lengthOf, type Span, union } from '../../sow/spans.ts';
import type { MeasuredRow, RowInput } from './row.ts';

type Session = RecordOf<'sessions'>;

/**
 * Log-ins on the day they begin. `duration` is the session's own seconds; `billable` those that no earlier session of the agent covers and that no
 * non-billable code takes away, so that its sum is the union.
 */
export const sessionRows = ({ sow, asOf, sessions }: RowInput): MeasuredRow[] => {
  const codes = new Set((sow.fees.hours?.non_billable ?? []).map(foldCode));
  return groupBy(sessions, (s) => s.agent ?? '').flatMap((own) => {
    const unpaid = union(own.filter((s) => codes.has(foldCode(s.code))).flatMap(spanOf));
    let covered: readonly Span[] = [];
    return inOrder(own).flatMap((session): MeasuredRow[] => {
      if (session.login_at === undefined || session.login_at > asOf) return [];
      const span = spanOf(session);
      const before = union([...covered, ...unpaid]);
      const billable = (lengthOf(span) - lengthOf(intersection(span, before))) / 1000;
      covered = union([...covered, ...span]);
      const seconds: Readonly<Record<string, number>> = { duration: lengthOf(span) / 1000, billable };
      return [
        {
          day: sow.clock.zone.dateAt(session.login_at),
          restated: (field) => seconds[field] ?? cellOf(session, field, sow.clock.zone),
        },
      ];
    });
  });
};

const foldCode = (code = ''): string => code.trim().toLowerCase();
export const spanOf = ({ login_at, logout_at }: Session): Span[] =>
  login_at !== undefined && logout_at !== undefined && logout_at > login_at ? [[login_at, logout_at]] : [];
const inOrder = (sessions: readonly Session[]): Session[] =>
  [...sessions].sort(
    (a, b) =>
      (a.login_at ?? 0) - (b.login_at ?? 0) ||
      (a.logout_at ?? 0) - (b.logout_at ?? 0) ||
      compareNatural(a.code ?? '', b.code ?? ''),
  );
