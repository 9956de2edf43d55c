import { type Decimal, parseDecimal, parseShare } from '../sow/decimal.ts';
import type { AuditDocument } from './document.ts';
import { isDisputed } from './standing.ts';

export const FAIL_LEVELS = ['never', 'review', 'dispute', 'warning', 'error'] as const;
type FailLevel = (typeof FAIL_LEVELS)[number];

/** How much may be open: a share of what is claimed, or an amount in the SOW's currency. */
interface OpenLimit {
  readonly share?: Decimal;
  readonly amount?: Decimal;
}
export type FailOn = FailLevel | OpenLimit;

/** Reads a level, `open>10%` or `open>500.00`; undefined for anything else. */
export function parseFailOn(text: string): FailOn | undefined {
  const level = FAIL_LEVELS.find((known) => known === text);
  if (level) return level;
  const [, limit] = /^open\s*>\s*(.+)$/.exec(text) ?? [];
  if (limit === undefined) return undefined;
  const [share, amount] = limit.endsWith('%') ? [parseShare(limit)] : [undefined, parseDecimal(limit)];
  if (share) return { share };
  return amount && amount.amount >= 0 ? { amount } : undefined;
}

/** What a run can fail by. */
interface Judged {
  readonly findings: readonly Pick<AuditDocument['findings'][number], 'severity'>[];
  readonly claims: readonly Pick<
    AuditDocument['claims'][number],
    'outcome' | 'claimed' | 'verdict' | 'cleared' | 'adjusts'
  >[];
  readonly totals: Pick<AuditDocument['totals'], 'claimed' | 'pending' | 'review'>;
}

/** 1 when there is something at or above one of the levels, or more open than a limit allows, else 0. Pending fails by a limit alone. */
export function exitCodeOf(doc: Judged, failOn: readonly FailOn[]): 0 | 1 {
  return failOn.some((by) => (typeof by === 'string' ? isAtLevel(doc, by) : isOver(doc, by))) ? 1 : 0;
}

function isAtLevel(doc: Judged, level: FailLevel): boolean {
  const has = (severity: string): boolean => doc.findings.some((f) => f.severity === severity);
  const disputed = doc.claims.some((c) => isDisputed(c));
  const inReview = doc.claims.some((c) => c.outcome === 'open' && c.verdict !== 'pending');
  const fails: Readonly<Record<FailLevel, boolean>> = {
    never: false,
    error: has('error'),
    dispute: disputed || has('error'),
    review: disputed || inReview || has('error'),
    warning: disputed || has('error') || has('warning'),
  };
  return fails[level];
}

/** Amounts of one document have the same number of decimals. */
function isOver({ totals: { claimed, pending, review } }: Judged, { share, amount }: OpenLimit): boolean {
  const minor = (text: string): bigint => BigInt(text.replace('.', ''));
  const open = minor(pending) + minor(review);
  if (share) return open * 10n ** BigInt(share.scale) > minor(claimed) * BigInt(share.amount);
  const digits = claimed.split('.')[1]?.length ?? 0;
  return amount !== undefined && open * 10n ** BigInt(amount.scale) > BigInt(amount.amount) * 10n ** BigInt(digits);
}
