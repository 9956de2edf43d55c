import type { JudgedChain } from '../judge/facts.ts';
import { standing } from '../judge/verdict.ts';
import type { Claim } from '../link/claims.ts';
import { compareNatural } from '../link/keys.ts';
import type { ClaimOutcome, Instant, PlainDate, Ruling, Verdict } from '../model.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { AdjustmentLine } from './adjustments.ts';
import { type Answer, answersOf, asCorrection } from './answers.ts';
import { byChain } from './by-chain.ts';
import type { CreditLine } from './credits.ts';
import { type FeeAnswer, type FeeLine, feeAnswersOf } from './fee-answers.ts';
import type { FixedLine } from './fixed.ts';
import { isZero, type Money, type Purse } from './money.ts';
import { amountOf, isBack, isLead, isStrayCredit, outcomeOf } from './outcome.ts';
import { isOfPeriod } from './own-claims.ts';
import { listPrice } from './price-list.ts';
import type { PricedUnit } from './units.ts';

/** A claim against what the audit found, with the money on both sides. */
export interface AuditedClaim {
  readonly claim: Claim<JudgedChain> | undefined;
  readonly id: string;
  readonly chain: JudgedChain | undefined;
  readonly outcome: ClaimOutcome;
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly clause: string | null;
  readonly claimed: Money;
  readonly supported: Money;
  readonly quantity: number;
  readonly unitPrice: Money | null;
  readonly ourQuantity: number;
  readonly ourUnitPrice: Money | null;
  readonly recognized: PlainDate | null;
  readonly resolvesAt: Instant | undefined;
  readonly disputeBy: Instant | undefined;
  /** The last moment at which the client can reject what is behind a disputed or open claim. */
  readonly rejectBy: Instant | undefined;
  /** The end of the window that a rejection missed: the claim is paid for no other reason. */
  readonly missedBy: Instant | undefined;
  readonly needs: readonly string[];
  readonly duplicateOf: string | null;
  readonly dependsOn: string | null;
  readonly rulings: readonly Ruling[];
  /** A difference that the SOW lets pass for being small. */
  readonly cleared: boolean;
  /** Our adjustments of closed periods that it answers. */
  readonly corrects: readonly AdjustmentLine[];
  /** Our fees and credits that it takes something of. */
  readonly fees: readonly FeeLine[];
}

export interface ClaimsContext {
  readonly sow: Sow;
  readonly purse: Purse;
  readonly units: readonly PricedUnit[];
  /** What is owed for the period: retainer, setup, shortfall; and what is given back. */
  readonly fixed: readonly FixedLine[];
  readonly credits: readonly CreditLine[];
  readonly adjustments: readonly AdjustmentLine[];
  /** Until when lines of this file can be disputed. */
  readonly disputeBy: (file: string) => Instant | undefined;
}

/** Gives every claim of the period exactly one outcome (DESIGN section 1), and lists what nobody claimed. */
export function auditClaims(claims: readonly Claim<JudgedChain>[], period: Period, ctx: ClaimsContext): AuditedClaim[] {
  const unitsOf = byChain(ctx.units);
  const isBilled = ({ chain }: Claim<JudgedChain>): boolean => unitsOf(chain).some((unit) => isIn(period, unit.date));
  const own = claims
    .filter((claim) => isOfPeriod(claim, period, ctx.sow))
    // A lead of a closed period that is billed late is no lead of this one.
    .map((claim) => (isLead(claim) && !isBilled(claim) ? asCorrection(claim, ctx.adjustments, ctx.purse) : claim));
  const shares = allot(own, unitsOf);
  const answers = answersOf(own, ctx.adjustments, ctx.purse);
  const forFees = own.filter((claim) => !isLead(claim) && !isBack(claim));
  const fees = feeAnswersOf(forFees, [...ctx.fixed, ...ctx.credits], ctx.purse);
  const audited = own.map((claim) =>
    auditClaim(
      claim,
      shares.get(claim) ?? NOTHING,
      { corrects: answers.get(claim), fee: fees.get(claim) },
      unitsOf(claim.chain),
      ctx,
    ),
  );
  const asked = new Set([...shares.values()].flatMap((share) => share.units));
  const unclaimed = ctx.units.filter((unit) => unit.kind !== 'over_cap' && isIn(period, unit.date) && !asked.has(unit));
  const unclaimedOf = byChain(unclaimed);
  const chains = [...new Set(unclaimed.map((unit) => unit.chain))].sort((a, b) => compareNatural(a.id, b.id));
  const rows = chains.map((chain) => unclaimedRow(chain, unclaimedOf(chain), ctx));
  return withOwnIds([...audited, ...rows]);
}

/** Ids are unique: a repeat is `ID#2`. */
function withOwnIds(claims: readonly AuditedClaim[]): AuditedClaim[] {
  const taken = new Set<string>();
  const repeats = new Map<string, number>();
  return claims.map((claim) => {
    let id = claim.id;
    let n = repeats.get(id) ?? 1;
    while (taken.has(id)) id = `${claim.id}#${++n}`;
    repeats.set(claim.id, n);
    taken.add(id);
    return id === claim.id ? claim : { ...claim, id };
  });
}

/** What a claim is answered with: our units, or the claim that took them first. */
interface Share {
  readonly units: readonly PricedUnit[];
  readonly answered: Claim | undefined;
}
const NOTHING: Share = { units: [], answered: undefined };

/**
 * Claims compete for the units of their chain in their own period, others within the same period: the first in file order takes them,
 * one that asks for nothing only when no other does.
 */
function allot(
  claims: readonly Claim<JudgedChain>[],
  unitsOf: (chain: JudgedChain | undefined) => readonly PricedUnit[],
): Map<Claim<JudgedChain>, Share> {
  const taken = new Map<PricedUnit | string | undefined, Claim<JudgedChain>>();
  const shares = new Map<Claim<JudgedChain>, Share>();
  const asks = (claim: Claim): boolean => Number(claim.amount) !== 0;
  const candidates = claims.filter((claim) => isLead(claim) && !isBack(claim));
  for (const claim of [...candidates.filter(asks), ...candidates.filter((c) => !asks(c))]) {
    const { chain, period } = claim;
    const span = `${chain?.id} ${period.from} ${period.to}`;
    const own = unitsOf(chain).filter((u) => u.kind !== 'over_cap' && isIn(period, u.date));
    const contests = own.length ? own : [span];
    const free = contests.filter((contest) => !taken.has(contest));
    shares.set(claim, {
      units: own.filter((u) => free.includes(u)),
      answered: free.length ? undefined : taken.get(contests[0]),
    });
    for (const contest of free) taken.set(contest, claim);
  }
  return shares;
}

function auditClaim(
  claim: Claim<JudgedChain>,
  { units: paid, answered }: Share,
  { corrects, fee }: { readonly corrects: Answer | undefined; readonly fee: FeeAnswer | undefined },
  units: readonly PricedUnit[],
  ctx: ClaimsContext,
): AuditedClaim {
  const { purse } = ctx;
  const { chain } = claim;
  const over = units.find((unit) => unit.kind === 'over_cap' && isIn(claim.period, unit.date));
  const ours = purse.sum(paid.map((unit) => unit.amount));
  const claimed = amountOf(claim, paid.length ? ours : ourPrice(claim, corrects, fee, ctx), purse);
  const found = outcomeOf(
    claim,
    answered,
    { ours, claimed, paid: paid.length > 0, clause: paid[0]?.clause ?? null, over, corrects, fee },
    ctx,
  );
  const primary = chain?.primary;
  const days = (chain?.billings ?? []).map((b) => ctx.sow.clock.zone.dateAt(b.recognized));
  const paidOn = paid.length ? days.find((day) => isIn(claim.period, day)) : undefined;
  // A fee has lines and no units.
  const fees = isZero(found.supported) ? [] : (fee?.taken ?? []);
  const isAgreed = found.outcome === 'matched' || found.outcome === 'underclaimed';
  const isDisputable = !isAgreed && !isStrayCredit(found.outcome, claimed, purse);
  return {
    claim,
    id: claim.id,
    chain,
    outcome: found.outcome,
    verdict: found.verdict ?? chain?.verdict ?? null,
    reason: found.reason ?? primary?.code ?? found.outcome,
    clause: found.clause === undefined ? (primary?.clause ?? null) : found.clause,
    claimed,
    supported: found.supported,
    quantity: claim.quantity,
    unitPrice: claim.unitPrice === undefined ? null : (purse.parse(claim.unitPrice) ?? null),
    ...(paid[0] ? { ourQuantity: 1, ourUnitPrice: paid[0].unitPrice } : quantityOf(fees, found.supported)),
    recognized: paidOn ?? days[0] ?? null,
    resolvesAt: found.outcome === 'open' ? (found.resolvesAt ?? chain?.resolvesAt) : undefined,
    disputeBy: isDisputable ? ctx.disputeBy(claim.row.file) : undefined,
    rejectBy: found.outcome === 'open' || found.outcome === 'overclaimed' ? rejectByOf(chain) : undefined,
    missedBy: isLead(claim) && chain?.verdict === 'billable' ? missedBy(chain) : undefined,
    needs: found.outcome === 'open' ? (found.needs ?? needsOf(chain)) : [],
    duplicateOf:
      found.duplicateOf ?? chain?.rulings.find((r) => r.duplicateOf && standing(r) === 'fail')?.duplicateOf ?? null,
    dependsOn:
      chain?.rulings.find((r) => r.duplicateOf && (standing(r) === 'pending' || standing(r) === 'review'))
        ?.duplicateOf ?? null,
    rulings: chain?.rulings ?? [],
    cleared: false,
    corrects: corrects && !corrects.answered ? corrects.lines : [],
    fees,
  };
}

/** How much of our lines for a fee it is, and at which price: hours where another line asks for the other hours. */
function quantityOf(fees: readonly FeeLine[], ours: Money): Pick<AuditedClaim, 'ourQuantity' | 'ourUnitPrice'> {
  const [line, ...others] = fees;
  if (!line || others.length) return { ourQuantity: fees.length, ourUnitPrice: null };
  if (!('unitPrice' in line) || line.quantity === undefined) return { ourQuantity: 1, ourUnitPrice: ours };
  const part = Number(ours.minor) / Number(line.amount.minor);
  return { ourQuantity: Math.round(line.quantity * part * 1e4) / 1e4, ourUnitPrice: line.unitPrice ?? null };
}

/** Until when silence can still be broken, or could have been. */
function rejectByOf(chain: JudgedChain | undefined): Instant | undefined {
  const state = chain?.acceptance.state;
  return state === 'open' || state === 'deemed' || state === 'silent' ? chain?.acceptance.until : undefined;
}

const missedBy = ({ acceptance }: JudgedChain): Instant | undefined =>
  acceptance.state === 'deemed' && acceptance.missed ? acceptance.until : undefined;

/** What a line asks for that names no amount and is paid for no lead: its adjustments, its fee, or the price of its lead, of which a chain closed by the client pays a share. */
function ourPrice(
  claim: Claim<JudgedChain>,
  corrects: Answer | undefined,
  fee: FeeAnswer | undefined,
  { sow, purse }: ClaimsContext,
): Money {
  if (corrects) return corrects.ours;
  if (!isLead(claim)) return purse.sum((fee?.lines ?? []).map((line) => line.amount));
  const price = listPrice(claim.chain, claim.period.to, sow, purse);
  return claim.chain ? purse.times(price, claim.chain.course.share) : price;
}

function needsOf(chain: JudgedChain | undefined): string[] {
  return [...new Set(chain?.rulings.flatMap((r) => (standing(r) === 'review' ? (r.needs ?? []) : [])))];
}

function unclaimedRow(chain: JudgedChain, units: readonly PricedUnit[], ctx: ClaimsContext): AuditedClaim {
  const supported = ctx.purse.sum(units.map((unit) => unit.amount));
  return {
    claim: undefined,
    id: chain.id,
    chain,
    outcome: 'unclaimed',
    verdict: chain.verdict,
    reason: chain.primary.code,
    clause: chain.primary.clause,
    claimed: ctx.purse.zero,
    supported,
    quantity: 0,
    unitPrice: null,
    ourQuantity: 1,
    ourUnitPrice: units[0]?.unitPrice ?? null,
    recognized: units[0]?.date ?? null,
    resolvesAt: undefined,
    disputeBy: undefined,
    rejectBy: undefined,
    missedBy: undefined,
    needs: [],
    duplicateOf: null,
    dependsOn: null,
    rulings: chain.rulings,
    cleared: false,
    corrects: [],
    fees: [],
  };
}
