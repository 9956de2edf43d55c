import type { JudgedChain } from '../judge/facts.ts';
import type { Claim } from '../link/claims.ts';
import type { ClaimOutcome, Instant, Verdict } from '../model.ts';
import type { Sow } from '../sow/sow.ts';
import type { Answer } from './answers.ts';
import type { ClaimsContext } from './claims.ts';
import type { CreditLine } from './credits.ts';
import type { FeeAnswer } from './fee-answers.ts';
import { isLess, isZero, type Money, type Purse } from './money.ts';
import type { PricedUnit } from './units.ts';

/** Money that comes back for anything but a credit of the SOW. */
export const isBack = (claim: Claim): boolean =>
  claim.amount !== undefined && Number(claim.amount) < 0 && !CREDITS.has(claim.kind);
export const isLead = (claim: Claim): boolean => claim.kind === 'lead' || claim.kind === 'replacement';

/** What a claim asks for against what was found. */
export interface Sides {
  readonly ours: Money;
  readonly claimed: Money;
  readonly paid: boolean;
  /** The clause of our price. */
  readonly clause: string | null;
  readonly over: PricedUnit | undefined;
  readonly corrects: Answer | undefined;
  /** Of a line that is no lead. */
  readonly fee: FeeAnswer | undefined;
}

/** Money that comes back and answers nothing of ours: nobody disputes it. */
export const isStrayCredit = (outcome: ClaimOutcome, claimed: Money, purse: Purse): boolean =>
  (outcome === 'unknown_claim' || outcome === 'duplicate_claim') && isLess(claimed, purse.zero);

interface Found {
  readonly outcome: ClaimOutcome;
  readonly supported: Money;
  readonly verdict?: Verdict;
  readonly reason?: string;
  readonly clause?: string | null;
  readonly duplicateOf?: string;
  readonly needs?: readonly string[];
  readonly resolvesAt?: Instant | undefined;
}

/** First match wins. */
export function outcomeOf(
  claim: Claim<JudgedChain>,
  answered: Claim | undefined,
  sides: Sides,
  ctx: ClaimsContext,
): Found {
  const { chain } = claim;
  const { zero } = ctx.purse;
  // What is paid once, and in which period, does not hang on why the lead is billable or not.
  const clause = ctx.sow.rules.billable?.clause ?? null;
  const nothing = (outcome: ClaimOutcome, rest: Partial<Found> = {}): Found => ({ outcome, supported: zero, ...rest });
  if (sides.corrects) return correction(sides.corrects, sides.claimed, nothing);
  if (isBack(claim)) return nothing('unknown_claim', { reason: 'unknown_claim' });
  if (!isLead(claim)) return fixedFee(claim, sides, ctx, nothing);
  if (!chain) return unknown(claim, nothing);
  if (answered)
    return nothing('duplicate_claim', {
      duplicateOf: answered.id,
      reason: claim.meetingId === answered.meetingId ? 'duplicate_row' : 'duplicate_event',
      clause,
    });
  if (chain.verdict === 'pending' || chain.verdict === 'review') return nothing('open');
  if (chain.verdict === 'not_billable') return nothing('overclaimed');
  if (sides.over && !sides.paid) {
    const reason = { reason: 'over_cap', clause: sides.over.clause };
    const { carriedTo } = sides.over;
    if (carriedTo === undefined) return nothing('overclaimed', { ...reason, verdict: 'not_billable' });
    return nothing('open', {
      ...reason,
      verdict: 'pending',
      resolvesAt: ctx.sow.clock.zone.startOf(carriedTo),
      needs: [],
    });
  }
  if (!sides.paid) return nothing('wrong_period', { clause });
  const supported = sides.ours;
  if (claim.quantity > 1 && isLess(supported, sides.claimed)) return { outcome: 'overclaimed', supported };
  // What differs is the price, so its clause is the one to cite.
  if (isLess(supported, sides.claimed)) return { outcome: 'wrong_rate', supported, clause: sides.clause };
  return isLess(sides.claimed, supported)
    ? { outcome: 'underclaimed', supported, clause: sides.clause }
    : { outcome: 'matched', supported };
}

/** The blocks of `fees:` that a kind of line stands for. */
const FEES: ReadonlyMap<string, keyof Sow['fees']> = new Map([
  ['retainer', 'retainer'],
  ['setup', 'setup'],
  ['hours', 'hours'],
  ['shortfall', 'minimum'],
  ['tax', 'tax'],
  ['sla_credit', 'sla'],
  ['late_report_credit', 'late_report'],
  ['clawback', 'clawback'],
]);
const CREDITS: ReadonlySet<string> = new Set<CreditLine['kind']>(['sla_credit', 'late_report_credit', 'clawback']);

/** A line that corrects a closed period, against our adjustments of it. */
function correction(
  { lines, ours, answered }: Answer,
  claimed: Money,
  nothing: (outcome: ClaimOutcome, rest?: Partial<Found>) => Found,
): Found {
  if (answered) return nothing('duplicate_claim', { duplicateOf: answered.id, reason: 'duplicate_row' });
  const found = { supported: ours, reason: 'adjustment', clause: lines[0]?.clause ?? null };
  if (isLess(ours, claimed)) return { outcome: 'wrong_rate', ...found };
  return { outcome: isLess(claimed, ours) ? 'underclaimed' : 'matched', ...found };
}

/** A line that nothing answers, or of which nobody can say what does. */
function unknown({ named }: Claim, nothing: (outcome: ClaimOutcome, rest?: Partial<Found>) => Found): Found {
  if (named?.decision !== 'review')
    return nothing('unknown_claim', { reason: named ? 'unknown_person' : 'unknown_claim' });
  const ids = named.slots.map(({ id }) => id).join(', ');
  const needs = [named.slots.length > 1 ? `which of ${ids} it bills` : `whether it bills ${ids}`];
  return nothing('open', { verdict: 'review', reason: 'line_in_doubt', needs });
}

const NOT_OURS = { reason: 'unknown_claim' };

/** Lines that are no leads: a fee that the SOW does not have is overclaimed. */
function fixedFee(
  claim: Claim<JudgedChain>,
  { fee: answer, claimed }: Sides,
  ctx: ClaimsContext,
  nothing: (outcome: ClaimOutcome, rest?: Partial<Found>) => Found,
): Found {
  const fee = FEES.get(claim.kind);
  const isOfSow = fee !== undefined && ctx.sow.fees[fee] !== undefined;
  const reason = isOfSow ? 'not_owed' : 'no_such_fee';
  // `Tax (0 %)` asks for nothing, and nothing is owed.
  if (fee && isZero(claimed) && isZero(answer?.ours ?? claimed))
    return { outcome: 'matched', supported: claimed, reason };
  if (claim.kind === 'adjustment') return nothing('unknown_claim', NOT_OURS);
  if (!isOfSow) return nothing('overclaimed', { reason });
  const { ours, lines, taken, others } = answer ?? { ours: ctx.purse.zero, lines: [], taken: [], others: [] };
  const [first] = others;
  if (isZero(ours) && first) return nothing('duplicate_claim', { duplicateOf: first.id, reason: 'fee_used_up' });
  if (!lines.length && fee === 'hours') return nothing('open', { reason: 'hours', needs: ['sessions of the period'] });
  if (isZero(ours))
    return CREDITS.has(claim.kind) ? nothing('unknown_claim', NOT_OURS) : nothing('overclaimed', { reason });
  const found = { supported: ours, reason: claim.kind, clause: taken[0]?.clause ?? null };
  if (isLess(ours, claimed)) return { outcome: 'wrong_rate', ...found };
  return { outcome: isLess(claimed, ours) ? 'underclaimed' : 'matched', ...found };
}

/** What a line asks for; without an amount, our price. */
export function amountOf(claim: Claim, ours: Money, purse: Purse): Money {
  const asked = claim.amount === undefined ? undefined : purse.parse(claim.amount);
  if (asked === undefined) return ours;
  return claim.part ? purse.part(asked, claim.part) : asked;
}
