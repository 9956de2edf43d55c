import { groupBy } from '../link/grouped.ts';
import { type DeadlineKind, DISPUTED, type Instant } from '../model.ts';
import type { AuditedClaim } from './claims.ts';
import { type Money, minus, type Purse } from './money.ts';

/** A moment after which something can be done no longer, and what hangs on it. */
export interface Deadline {
  readonly at: Instant;
  readonly kind: DeadlineKind;
  readonly claims: readonly string[];
  readonly amount: Money;
  /** As-of at or after it. */
  readonly over: boolean;
}

/** The deadlines of disputed and open claims by the clocks of the SOW, in order of time; claims of one moment together. */
export function deadlinesOf(claims: readonly AuditedClaim[], asOf: Instant, purse: Purse): Deadline[] {
  const all = claims.flatMap((c) => endsOf(c, asOf).map((end) => ({ ...end, id: c.id })));
  const deadlines = groupBy(all, ({ at, kind }) => `${at} ${kind}`).map((ends): Deadline => {
    const [{ at, kind }] = ends;
    const amount = purse.sum(ends.map((end) => end.amount));
    return { at, kind, claims: ends.map(({ id }) => id), amount, over: asOf >= at };
  });
  const rank: Readonly<Record<DeadlineKind, number>> = { reject: 0, dispute: 1, resolves: 2 };
  return deadlines.sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind]);
}

/** What of a claim can be withheld no longer. */
export const lostOf = (claim: AuditedClaim, asOf: Instant, purse: Purse): Money =>
  purse.sum(endsOf(claim, asOf).flatMap(({ at, kind, amount }) => (asOf >= at && kind !== 'resolves' ? [amount] : [])));

function endsOf(c: AuditedClaim, asOf: Instant): Pick<Deadline, 'at' | 'kind' | 'amount'>[] {
  const atStake = minus(c.claimed, c.supported);
  const isOpen = c.outcome === 'open';
  const ends: readonly (readonly [DeadlineKind, Instant | undefined, Money])[] = [
    ['reject', c.missedBy, c.supported],
    ['reject', isOpen && (c.rejectBy ?? asOf) > asOf ? c.rejectBy : undefined, atStake],
    ['dispute', isOpen || (DISPUTED.has(c.outcome) && !c.cleared) ? c.disputeBy : undefined, atStake],
    ['resolves', c.resolvesAt, atStake],
  ];
  return ends.flatMap(([kind, at, amount]) => (at === undefined ? [] : [{ kind, at, amount }]));
}
