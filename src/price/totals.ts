import type { LineKind } from '../model.ts';
import type { AdjustmentLine } from './adjustments.ts';
import type { AuditedClaim } from './claims.ts';
import type { ClearedLine } from './clear.ts';
import type { CreditLine } from './credits.ts';
import type { FixedLine } from './fixed.ts';
import { isLess, isZero, type Money, minus, type Purse, plus, smaller } from './money.ts';
import type { Range } from './range.ts';
import type { PricedUnit } from './units.ts';

/** The sums of the report; each has its place in the identities of DESIGN section 4. */
export const TOTALS = [
  'claimed',
  'claims_supported',
  'not_billable',
  'pending',
  'review',
  'duplicate',
  'wrong_rate',
  'wrong_period',
  'unknown',
  'supported',
  'unclaimed',
  'adjustments',
  'credits',
  'cleared',
  'payable',
  'payable_if_all',
  'payable_if_none',
] as const;
type TotalKey = (typeof TOTALS)[number];
export type Totals = Readonly<Record<TotalKey, Money>>;

/** Which total takes what a claim asks for above what is supported. */
function bucketOf(c: AuditedClaim): TotalKey {
  switch (c.outcome) {
    case 'unknown_claim':
      return 'unknown';
    case 'duplicate_claim':
      return 'duplicate';
    case 'open':
      return c.verdict === 'pending' ? 'pending' : 'review';
    case 'wrong_period':
      return 'wrong_period';
    case 'wrong_rate':
      return 'wrong_rate';
    default:
      return 'not_billable';
  }
}

/** What both sides agree on: the smaller of claimed and supported. */
export const agreed = (c: AuditedClaim, purse: Purse): Money =>
  isZero(c.supported) ? purse.zero : smaller(c.claimed, c.supported);

/** What lines of a kind come to, beyond what claims of that kind ask for. */
function beyondClaims(
  claims: readonly AuditedClaim[],
  fixed: readonly { readonly amount: Money }[],
  purse: Purse,
): Money {
  const owed = purse.sum(fixed.map((line) => line.amount));
  const taken = purse.sum(claims.map((c) => agreed(c, purse)));
  return minus(owed, taken);
}

const isLead = (c: AuditedClaim): boolean =>
  c.claim === undefined || c.claim.kind === 'lead' || c.claim.kind === 'replacement';

/** All lines of a period. */
export interface OwedLines {
  readonly lines: readonly PricedUnit[];
  readonly fixed: readonly FixedLine[];
  readonly adjustments: readonly AdjustmentLine[];
  readonly credits: readonly CreditLine[];
  readonly cleared: readonly ClearedLine[];
}

export function totalsOf(
  claims: readonly AuditedClaim[],
  { lines, fixed, adjustments, credits, cleared, range }: OwedLines & { readonly range: Range },
  purse: Purse,
): Totals {
  const totals = Object.fromEntries(TOTALS.map((key) => [key, purse.zero])) as Record<TotalKey, Money>;
  const addTo = (key: TotalKey, amount: Money): void => {
    totals[key] = plus(totals[key], amount);
  };
  for (const c of claims) {
    const both = agreed(c, purse);
    addTo('claimed', c.claimed);
    addTo('claims_supported', both);
    if (isLead(c)) addTo('unclaimed', minus(c.supported, both));
    addTo(bucketOf(c), minus(c.claimed, both));
  }
  for (const line of lines) addTo('supported', line.amount);
  totals.adjustments = purse.sum(adjustments.map((line) => line.amount));
  totals.credits = purse.sum(credits.map((line) => line.amount));
  totals.cleared = purse.sum(cleared.map((line) => line.amount));
  totals.payable = purse.sum([
    totals.supported,
    ...fixed.map((line) => line.amount),
    totals.adjustments,
    totals.credits,
    totals.cleared,
  ]);
  totals.payable_if_all = plus(range.payable_if_all, totals.cleared);
  totals.payable_if_none = plus(range.payable_if_none, totals.cleared);
  return totals;
}

/** One step from the vendor's invoice to the payable amount. */
export interface BridgeStep {
  readonly step: string;
  readonly amount: Money;
  readonly running: Money;
  readonly claims: readonly string[];
}

const DOWN = ['not_billable', 'pending', 'review', 'duplicate', 'wrong_rate', 'wrong_period', 'unknown'] as const;
/** In this order, after what is supported of the claims. */
const UP = ['cleared', 'unclaimed', 'fixed_fees', 'adjustments', 'shortfall', 'credits', 'tax'] as const;

/** The bridge in its stated order: the invoice, what is taken off it and why, what is supported of it, what comes on top. */
export function bridgeOf(
  claims: readonly AuditedClaim[],
  totals: Totals,
  { fixed, adjustments, credits }: Pick<OwedLines, 'fixed' | 'adjustments' | 'credits'>,
  purse: Purse,
): BridgeStep[] {
  const owed = [...fixed, ...adjustments, ...credits];
  const beyond = (kinds: readonly LineKind[]): Money =>
    beyondClaims(
      claims.filter((c) => c.claim !== undefined && kinds.includes(c.claim.kind)),
      owed.filter((line) => kinds.includes(line.kind)),
      purse,
    );
  const more = {
    ...totals,
    fixed_fees: beyond(['retainer', 'setup', 'hours']),
    adjustments: beyond(['adjustment']),
    shortfall: beyond(['shortfall']),
    credits: beyond(['sla_credit', 'late_report_credit', 'clawback']),
    tax: beyond(['tax']),
  };
  const steps: BridgeStep[] = [];
  let running = purse.zero;
  const step = (name: string, amount: Money, ids: readonly string[], isSum = false): void => {
    running = isSum ? running : plus(running, amount);
    steps.push({ step: name, amount, running, claims: ids });
  };
  const idsOf = (test: (c: AuditedClaim) => boolean): string[] => claims.filter(test).map((c) => c.id);
  step(
    'invoiced',
    totals.claimed,
    idsOf((c) => c.claim !== undefined),
  );
  for (const key of DOWN) {
    const ids = idsOf((c) => bucketOf(c) === key && !isZero(minus(c.claimed, agreed(c, purse))));
    if (ids.length) step(key, minus(purse.zero, totals[key]), ids);
  }
  step(
    'claims_supported',
    totals.claims_supported,
    idsOf((c) => c.claim !== undefined && !isZero(c.supported)),
    true,
  );
  for (const key of UP) {
    const names: Readonly<Partial<Record<typeof key, string[]>>> = {
      unclaimed: idsOf((c) => isLead(c) && isLess(c.claimed, c.supported)),
      cleared: idsOf((c) => c.cleared),
    };
    const ids = names[key] ?? [];
    if (ids.length || !isZero(more[key])) step(key, more[key], ids);
  }
  step('payable', totals.payable, [], true);
  return steps;
}
