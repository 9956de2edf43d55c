import { groupBy } from '../link/grouped.ts';
import { DISPUTED, type PlainDate } from '../model.ts';
import { percent } from '../sow/decimal.ts';
import type { Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { AuditedClaim } from './claims.ts';
import { isLess, isZero, type Money, minus, type Purse, shownText } from './money.ts';
import { isStrayCredit } from './outcome.ts';
import { agreed } from './totals.ts';

/** What is paid of an invoice beyond what is supported, since the difference is small. */
export interface ClearedLine {
  readonly kind: 'cleared';
  readonly claims: readonly string[];
  readonly amount: Money;
  readonly date: PlainDate;
  readonly clause: string | null;
  readonly why: string;
}

/** What is owed in another period is paid there, and no difference of this one. */
const isDifference = ({ outcome }: AuditedClaim): boolean => DISPUTED.has(outcome) && outcome !== 'wrong_period';

/** Clears an invoice whose disputed claims together are within the limits of the SOW. What is open is not settled, and not cleared. */
export function clearSmall(
  claims: readonly AuditedClaim[],
  { fees: { invoice } }: Sow,
  period: Period,
  purse: Purse,
): { audited: readonly AuditedClaim[]; cleared: readonly ClearedLine[] } {
  const terms = invoice?.auto_clear;
  if (!terms) return { audited: claims, cleared: [] };
  const billed = claims.filter((c) => c.claim?.invoice !== undefined);
  const cleared = groupBy(billed, (c) => c.claim?.invoice ?? '').flatMap((lines): ClearedLine[] => {
    const total = purse.sum(lines.map((c) => c.claimed));
    const disputed = lines.filter((c) => isDifference(c) && !isStrayCredit(c.outcome, c.claimed, purse));
    const amount = purse.sum(disputed.map((c) => minus(c.claimed, agreed(c, purse))));
    const limits = [
      ...(terms.share
        ? [{ most: purse.times(total, terms.share), text: `${percent(terms.share)} of ${shownText(total)}` }]
        : []),
      ...(terms.amount ? [{ most: purse.of(terms.amount), text: shownText(purse.of(terms.amount)) }] : []),
    ];
    const isWithin = ({ most }: { most: Money }): boolean => !isLess(most, amount);
    const isSmall = limits.length > 0 && (terms.both ? limits.every(isWithin) : limits.some(isWithin));
    if (!isSmall || isZero(amount) || isLess(amount, purse.zero)) return [];
    const why = `${lines[0].claim?.invoice}: a difference within ${limits.map(({ text }) => text).join(terms.both ? ' and ' : ' or ')}`;
    return [
      {
        kind: 'cleared',
        claims: disputed.map((c) => c.id),
        amount,
        date: period.to,
        clause: invoice.clause ?? null,
        why,
      },
    ];
  });
  const ids = new Set(cleared.flatMap((line) => line.claims));
  return { audited: claims.map((c) => (ids.has(c.id) ? { ...c, cleared: true } : c)), cleared };
}
