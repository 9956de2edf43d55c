import type { Billing, JudgedChain } from '../judge/facts.ts';
import { billingsFor, standing } from '../judge/verdict.ts';
import type { Instant } from '../model.ts';
import { type Bill, type BillInput, billOf, payableOf } from './bill.ts';
import type { AuditedClaim } from './claims.ts';
import type { FixedLine } from './fixed.ts';
import type { Money } from './money.ts';

/** What is payable if every open item falls the vendor's way, and if none does. */
export interface Range {
  readonly payable_if_all: Money;
  readonly payable_if_none: Money;
}

/** Prices the period anew with every pending and review item decided one way: places under caps, tiers and minima are taken anew. Where nothing is open, the bill stands. */
export function rangeOf(input: BillInput, bill: Bill, claims: readonly AuditedClaim[]): Range {
  const fees = openFees(claims, input);
  const judged = [input.chains, ...input.closings.map(input.chainsUnder)];
  if (!fees.length && !judged.some((chains) => chains.some(isOpen))) {
    const settled = payableOf(bill, input.purse);
    return { payable_if_all: settled, payable_if_none: settled };
  }
  const payable = (decide: typeof allPaid, fees: readonly FixedLine[]): Money => {
    const chainsUnder: BillInput['chainsUnder'] = (closing) => decide(input.chainsUnder(closing), input.asOf);
    return payableOf(billOf({ ...input, chains: decide(input.chains, input.asOf), chainsUnder }, fees), input.purse);
  };
  return {
    payable_if_all: payable(allPaid, fees),
    payable_if_none: payable(nonePaid, []),
  };
}

const isOpen = ({ verdict }: JudgedChain): boolean => verdict === 'pending' || verdict === 'review';

const nonePaid = (chains: readonly JudgedChain[], _asOf: Instant): JudgedChain[] =>
  chains.map((chain) => (isOpen(chain) ? { ...chain, verdict: 'not_billable', billings: [] } : chain));

/** Of a lead and one that repeats it, both open, only the first can be paid. */
function allPaid(chains: readonly JudgedChain[], asOf: Instant): JudgedChain[] {
  const paid = new Set<string | undefined>();
  return chains.map((chain): JudgedChain => {
    if (!isOpen(chain)) return chain;
    const repeats = chain.rulings.some((r) => paid.has(r.duplicateOf) && standing(r) !== 'pass');
    if (repeats) return { ...chain, verdict: 'not_billable', billings: [] };
    paid.add(chain.id);
    return { ...chain, verdict: 'billable', billings: billedAt(chain, asOf) };
  });
}

/** When an open chain would be recognized: by the facts that are known, else right after as-of. */
function billedAt(chain: JudgedChain, asOf: Instant): Billing[] {
  const { rulings, terms, acceptance, course, opportunities } = chain;
  const by = terms.rules.billable?.recognized ?? terms.rules.billable?.event;
  const isAwaited =
    by === 'accepted'
      ? acceptance.state === 'open'
      : by === 'opportunity'
        ? opportunities[0]?.created_at === undefined
        : by !== 'booked' && by !== 'delivered' && course.result === 'pending' && !isToCome(chain);
  const known = billingsFor(chain, rulings, terms);
  return isAwaited ? known.map((billing) => ({ ...billing, recognized: asOf + 1000 })) : known;
}

const isToCome = ({ course }: JudgedChain): boolean => course.slot?.happened?.outcome === 'future';

/** Claims under review that are for no lead: hours without sessions. */
const openFees = (claims: readonly AuditedClaim[], { period }: BillInput): FixedLine[] =>
  claims.flatMap(({ claim, outcome, claimed, clause }): FixedLine[] =>
    outcome === 'open' && claim?.kind === 'hours'
      ? [{ kind: 'hours', amount: claimed, date: period.to, clause, why: 'as claimed' }]
      : [],
  );
