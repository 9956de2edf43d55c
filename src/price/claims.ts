import type { JudgedChain } from '../judge/facts.ts';
import { standing } from '../judge/verdict.ts';
import type { Claim } from '../link/claims.ts';
import { compareNatural } from '../link/keys.ts';
import type { ClaimOutcome, Instant, PlainDate, Ruling, Verdict } from '../model.ts';
import { isIn, isWithin, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { FixedLine } from './fixed.ts';
import { isLess, isZero, type Money, type Purse } from './money.ts';
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
}

export interface ClaimsContext {
  readonly sow: Sow;
  readonly purse: Purse;
  readonly units: readonly PricedUnit[];
  /** What is owed for the period: retainer, setup, shortfall. */
  readonly fixed: readonly FixedLine[];
  /** Until when lines of this file can be disputed. */
  readonly disputeBy: (file: string) => Instant | undefined;
}

/** Gives every claim of the period exactly one outcome (DESIGN section 1), and lists what nobody claimed. */
export function auditClaims(claims: readonly Claim<JudgedChain>[], period: Period, ctx: ClaimsContext): AuditedClaim[] {
  const own = claims.filter((claim) => isWithin(period, claim.period));
  const shares = allot(own, ctx);
  const audited = own.map((claim) => auditClaim(claim, shares.get(claim) ?? NOTHING, ctx));
  const asked = new Set([...shares.values()].flatMap((share) => share.units));
  const unclaimed = ctx.units.filter((unit) => unit.kind !== 'over_cap' && isIn(period, unit.date) && !asked.has(unit));
  const byChain = [...new Set(unclaimed.map((unit) => unit.chain))].sort((a, b) => compareNatural(a.id, b.id));
  const rows = byChain.map((chain) =>
    unclaimedRow(
      chain,
      unclaimed.filter((unit) => unit.chain === chain),
      ctx,
    ),
  );
  return withOwnIds([...audited, ...rows]);
}

/** Ids are unique: a repeat is `ID#2`. */
function withOwnIds(claims: readonly AuditedClaim[]): AuditedClaim[] {
  const taken = new Set<string>();
  return claims.map((claim) => {
    let id = claim.id;
    for (let n = 2; taken.has(id); n++) id = `${claim.id}#${n}`;
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
function allot(claims: readonly Claim<JudgedChain>[], { units }: ClaimsContext): Map<Claim<JudgedChain>, Share> {
  const taken = new Map<PricedUnit | string, Claim<JudgedChain>>();
  const shares = new Map<Claim<JudgedChain>, Share>();
  const asks = (claim: Claim): boolean => claim.amount === undefined || Number(claim.amount) !== 0;
  const candidates = claims.filter((claim) => (claim.chain || !isLead(claim)) && !isNegative(claim));
  for (const claim of [...candidates.filter(asks), ...candidates.filter((c) => !asks(c))]) {
    const { chain, kind, period } = claim;
    const span = `${isLead(claim) ? chain?.id : kind} ${period.from} ${period.to}`;
    const own = isLead(claim)
      ? units.filter((u) => u.chain.id === chain?.id && u.kind !== 'over_cap' && isIn(period, u.date))
      : [];
    const contests = own.length ? own : [span];
    const free = contests.filter((contest) => !taken.has(contest));
    const [first] = contests;
    shares.set(claim, {
      units: own.filter((u) => free.includes(u)),
      answered: free.length || first === undefined ? undefined : taken.get(first),
    });
    for (const contest of free) taken.set(contest, claim);
  }
  return shares;
}

const isNegative = (claim: Claim): boolean => claim.amount !== undefined && Number(claim.amount) < 0;
const isLead = (claim: Claim): boolean => claim.kind === 'lead' || claim.kind === 'replacement';

function auditClaim(claim: Claim<JudgedChain>, { units: paid, answered }: Share, ctx: ClaimsContext): AuditedClaim {
  const { purse, sow } = ctx;
  const { chain } = claim;
  const inPeriod = ctx.units.filter((unit) => unit.chain.id === chain?.id && isIn(claim.period, unit.date));
  const over = inPeriod.find((unit) => unit.kind === 'over_cap');
  const ours = purse.sum(paid.map((unit) => unit.amount));
  const price =
    paid[0]?.unitPrice ??
    (chain ? shareOf(chain, listPrice(chain, sow, purse), purse) : listPrice(undefined, sow, purse));
  const claimed = amountOf(claim, paid.length ? ours : price, purse);
  const found = outcomeOf(
    claim,
    answered,
    { ours, claimed, paid: paid.length > 0, clause: paid[0]?.clause ?? null, over },
    ctx,
  );
  const primary = chain?.primary;
  const recognized = chain?.billings.length
    ? ctx.sow.clock.zone.dateAt(
        (paid.length
          ? chain.billings.find((b) => isIn(claim.period, ctx.sow.clock.zone.dateAt(b.recognized)))
          : undefined
        )?.recognized ??
          chain.billings[0]?.recognized ??
          0,
      )
    : null;
  const isDisputable = found.outcome !== 'matched' && found.outcome !== 'underclaimed';
  return {
    claim,
    id: claim.id,
    chain,
    outcome: found.outcome,
    verdict: found.verdict ?? chain?.verdict ?? null,
    reason: found.reason ?? primary?.code ?? found.outcome,
    clause: found.clause ?? primary?.clause ?? null,
    claimed,
    supported: found.supported,
    quantity: claim.quantity,
    unitPrice: claim.unitPrice === undefined ? null : (purse.parse(claim.unitPrice) ?? null),
    ourQuantity: paid.length ? 1 : 0,
    ourUnitPrice: paid[0]?.unitPrice ?? null,
    recognized,
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
  };
}

/** Until when silence can still be broken, or could have been. */
function rejectByOf(chain: JudgedChain | undefined): Instant | undefined {
  const state = chain?.acceptance.state;
  return state === 'open' || state === 'deemed' || state === 'silent' ? chain?.acceptance.until : undefined;
}

const missedBy = ({ acceptance }: JudgedChain): Instant | undefined =>
  acceptance.state === 'deemed' && acceptance.missed ? acceptance.until : undefined;

function amountOf(claim: Claim, ours: Money, purse: Purse): Money {
  const asked = claim.amount === undefined ? undefined : purse.parse(claim.amount);
  if (asked === undefined) return ours;
  return claim.part ? purse.part(asked, claim.part) : asked;
}

/** Of the price, what a chain closed by the client pays. */
const shareOf = (chain: JudgedChain, price: Money, purse: Purse): Money => purse.times(price, chain.course.share);

interface Sides {
  readonly ours: Money;
  readonly claimed: Money;
  readonly paid: boolean;
  /** The clause of our price. */
  readonly clause: string | null;
  readonly over: PricedUnit | undefined;
}

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
function outcomeOf(claim: Claim<JudgedChain>, answered: Claim | undefined, sides: Sides, ctx: ClaimsContext): Found {
  const { chain } = claim;
  const { zero } = ctx.purse;
  const nothing = (outcome: ClaimOutcome, rest: Partial<Found> = {}): Found => ({ outcome, supported: zero, ...rest });
  // A negative line answers an adjustment of ours; there is none.
  if (isNegative(claim)) return nothing('unknown_claim', { reason: 'unknown_claim' });
  if (!isLead(claim)) return fixedFee(claim, answered, ctx, nothing);
  if (!chain) return nothing('unknown_claim', { reason: 'unknown_claim' });
  if (answered)
    return nothing('duplicate_claim', {
      duplicateOf: answered.id,
      reason: claim.meetingId === answered.meetingId ? 'duplicate_row' : 'duplicate_event',
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
  if (!sides.paid) return nothing('wrong_period');
  const supported = sides.ours;
  if (claim.quantity > 1 && isLess(supported, sides.claimed)) return { outcome: 'overclaimed', supported };
  // What differs is the price, so its clause is the one to cite.
  const { clause } = sides;
  if (isLess(supported, sides.claimed)) return { outcome: 'wrong_rate', supported, clause };
  return isLess(sides.claimed, supported)
    ? { outcome: 'underclaimed', supported, clause }
    : { outcome: 'matched', supported };
}

/** The blocks of `fees:` that a kind of line stands for. */
const FEES: ReadonlyMap<string, keyof Sow['fees']> = new Map([
  ['retainer', 'retainer'],
  ['setup', 'setup'],
  ['hours', 'hours'],
  ['shortfall', 'minimum'],
  ['tax', 'tax'],
]);

/** Lines that are no leads: a fee that the SOW does not have is overclaimed. */
function fixedFee(
  claim: Claim<JudgedChain>,
  answered: Claim | undefined,
  ctx: ClaimsContext,
  nothing: (outcome: ClaimOutcome, rest?: Partial<Found>) => Found,
): Found {
  const fee = FEES.get(claim.kind);
  if (fee === undefined || ctx.sow.fees[fee] === undefined) return nothing('overclaimed', { reason: 'no_such_fee' });
  if (answered) return nothing('duplicate_claim', { duplicateOf: answered.id, reason: 'duplicate_row' });
  const own = ctx.fixed.filter((line) => line.kind === claim.kind && isIn(claim.period, line.date));
  const ours = ctx.purse.sum(own.map((line) => line.amount));
  const claimed = amountOf(claim, ours, ctx.purse);
  const found = {
    supported: ours,
    reason: claim.kind,
    clause: own[0]?.clause ?? null,
  };
  if (isZero(ours) && fee === 'hours') return nothing('open', { reason: 'hours', needs: ['sessions of the period'] });
  if (isZero(ours)) return nothing('overclaimed', { reason: 'not_owed' });
  if (isLess(ours, claimed)) return { outcome: 'wrong_rate', ...found };
  return { outcome: isLess(claimed, ours) ? 'underclaimed' : 'matched', ...found };
}

function needsOf(chain: JudgedChain | undefined): string[] {
  if (chain?.verdict !== 'review') return [];
  return [...new Set(chain.rulings.flatMap((r) => (standing(r) === 'review' ? (r.needs ?? []) : [])))];
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
  };
}
