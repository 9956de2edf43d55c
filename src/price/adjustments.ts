import type { JudgedChain } from '../judge/facts.ts';
import { lookup } from '../judge/lookup.ts';
import type { Closing } from '../ledger/closing.ts';
import { compareNatural } from '../link/keys.ts';
import { idsOf } from '../link/slots.ts';
import type { Instant, PlainDate } from '../model.ts';
import type { AuditDocument } from '../report/document.ts';
import { termsText } from '../sow/amendments.ts';
import { isIn } from '../sow/period.ts';
import { bookedIn, type Entry } from './booked.ts';
import { byChain, rowIdsOf } from './by-chain.ts';
import { clawedBackIn } from './clawed-back.ts';
import { closedPlacesOf } from './closed-places.ts';
import { type Counters, countersOf, latePrice, NOTHING_DUE, type Price, sharesOf } from './late-price.ts';
import { isZero, larger, type Money, minus, type Purse, plus, shownText, smaller } from './money.ts';
import { type Placed, placeUnits } from './places.ts';
import { firstReplacing, type Owed, replacementsIn } from './replacing.ts';
import type { CountedLead } from './shortfall.ts';

/** What a chain of a closed period, or its shortfall, comes to now, beyond what was paid for it. */
export interface AdjustmentLine {
  readonly kind: 'adjustment';
  readonly chain: string | null;
  /** The chain as it is judged now; null for a shortfall. What it comes to. */
  readonly judged: JudgedChain | null;
  readonly now: Money;
  /** Claims of the closed report. */
  readonly claims: readonly string[];
  readonly unitPrice: Money;
  readonly amount: Money;
  readonly tier: number | null;
  readonly clause: string | null;
  /** The day in the closed period. */
  readonly recognized: PlainDate;
  readonly terms: string | null;
  readonly why: string;
  /** The closed period, and the line there that it is about: `2026-05 P3`. */
  readonly adjusts: string;
}

export interface Adjustments {
  readonly lines: readonly AdjustmentLine[];
  /** Chains that a closed period paid and that are not decided any more: no money moves. */
  readonly doubts: readonly Doubt[];
  /** By each of their names, leads that a closed period paid and that were validly rejected since: a replacement is owed for each. */
  readonly owed: ReadonlyMap<string, Owed>;
  /** Chains of those whose replacement has not come yet. */
  readonly awaited: readonly string[];
  /** Ids of rows whose chain a closed period pays: it is not paid again. */
  readonly paid: ReadonlySet<string>;
  /** What closed periods pay for leads, as it counts towards their minima. */
  readonly leads: readonly CountedLead[];
}

export interface Doubt {
  readonly chain: JudgedChain;
  readonly period: string;
  readonly amount: Money;
}

/** What the closings are judged by now: the vendor's own chains under the rules of a closing, with its evidence and the new. */
export interface AdjustInput {
  readonly closings: readonly Closing[];
  readonly chainsUnder: (closing: Closing) => readonly JudgedChain[];
  readonly purse: Purse;
  readonly seen: ReadonlySet<string>;
  readonly asOf: Instant;
}

/**
 * Compares every chain of the closed periods with its amount there plus the adjustments since (DESIGN section 3): only a final verdict
 * moves money, at the original unit price; what is billed late takes the last place of its closed counter.
 */
export function adjustmentsOf(input: AdjustInput): Adjustments {
  const lines: AdjustmentLine[] = [];
  const doubts: Doubt[] = [];
  const owed = new Map<string, Owed>();
  const paid = new Set<string>();
  const awaited: string[] = [];
  const leads: CountedLead[] = [];
  /** Chains that are a unit of a closing before: what comes later is the rest of one. */
  const counted = new Set<string>();
  const clawedBack = clawedBackIn(input.closings, input.purse);
  for (const closing of input.closings) {
    const chains = input.chainsUnder(closing);
    const counters = countersOf(closing.sow, [...input.closings.flatMap(({ document }) => document.lines), ...lines]);
    const places = closedPlacesOf(input.closings, closing.sow);
    const replacements = replacementsIn({ ...input, chains, owed });
    const placed = placeUnits(chains, closing.sow, replacements, input.asOf, places).units;
    const placedOf = byChain(placed);
    const byRow = new Map(chains.flatMap((chain) => rowIdsOf(chain).map((id) => [id, chain] as const)));
    const booked = bookedIn(closing, input.closings, input.purse);
    const own = new Set([...booked.keys()].flatMap((id) => byRow.get(id) ?? []));
    for (const unit of placed) if (isIn(closing.period, unit.date)) own.add(unit.chain);
    for (const chain of [...own].sort((a, b) => compareNatural(a.id, b.id))) {
      const entries = rowIdsOf(chain).flatMap((id) => booked.get(id) ?? []);
      const before = input.purse.sum(entries.map((entry) => entry.amount));
      const clawed = clawedBack.of(rowIdsOf(chain), entries);
      const isLeft = !isZero(clawed ? minus(before, clawed.taken) : before);
      // What a cap moved on is paid where it is counted.
      const first = entries.find(({ kind }) => kind !== 'over_cap') ?? entries[0];
      const units = placedOf(chain).filter((unit) => isIn(closing.period, unit.date) && !unit.isOver);
      const isBilled = units.length > 0;
      if (isBilled) for (const id of rowIdsOf(chain)) paid.add(id);
      const date = first?.date ?? units[0]?.date ?? closing.period.to;
      const count = (amount: Money, isUnit: boolean): void => {
        const now = countedLead({ chain: chain.id, date, amount, isUnit }, units, first, counted.has(chain.id));
        leads.push(...now);
        if (now.some(({ gross }) => gross.isUnit)) counted.add(chain.id);
      };
      if (chain.verdict === 'pending' || chain.verdict === 'review') {
        if (isLeft) doubts.push({ chain, period: closing.period.label, amount: before });
        count(before, !isZero(before));
        continue;
      }
      const replaced = isBilled || !isLeft ? undefined : owedFor(chain, chains, closing, input);
      if (replaced) {
        for (const name of namesOf(chain)) owed.set(name, replaced);
        if (replaced.isAwaited) awaited.push(chain.id);
        count(before, true);
        continue;
      }
      const now = isBilled ? priceNow(units, first, closing, counters, input) : NOTHING_DUE(input.purse);
      count(now.amount, now.isUnit);
      const change = minus(now.amount, before);
      const isAsClosed = isZero(change) && entries.every(({ line }) => line !== undefined);
      // What was clawed back of it already is not taken a second time, and what was paid with a small difference not paid.
      const due =
        clawed && !isAsClosed ? plus(change, minus(clawed.taken, input.purse.times(now.amount, clawed.share))) : change;
      const cleared = smaller(clearedOf(closing, chain, input.purse), larger(due, input.purse.zero));
      const amount = minus(due, cleared);
      if (isZero(amount)) continue;
      const what = chain.primary.code;
      const line: AdjustmentLine = {
        kind: 'adjustment',
        chain: chain.id,
        judged: chain,
        now: now.amount,
        claims: first?.claims ?? openClaims(closing, chain),
        unitPrice: first?.unitPrice ?? now.unitPrice,
        amount,
        tier: now.tier,
        clause: chain.primary.clause,
        recognized: date,
        terms: termsText(chain.terms),
        why: `${closing.period.label}: was ${shownText(before)}${clawed ? `, of which ${shownText(clawed.taken)} was clawed back` : ''}${isZero(cleared) ? '' : `, and ${shownText(cleared)} was cleared`}, is ${shownText(now.amount)} (${what}${now.why && `; ${now.why}`})`,
        adjusts: [closing.period.label, first?.line].filter(Boolean).join(' '),
      };
      lines.push(line);
      counters.note(line);
    }
  }
  return { lines, doubts, owed, awaited, paid, leads };
}

/** What a chain counts towards minima: a replacement nothing, and the rest of one that was paid in part its amount, but no unit. */
function countedLead(
  now: Omit<CountedLead, 'gross'>,
  units: readonly Placed[],
  first: Entry | undefined,
  isRest: boolean,
): CountedLead[] {
  if (first?.kind === 'replacement' || units.some((unit) => unit.isReplacement)) return [];
  const isUnit = !isRest && (now.isUnit || (first !== undefined && first.kind !== 'over_cap'));
  const amount = first ? larger(first.amount, now.amount) : now.amount;
  return [{ ...now, isUnit: now.isUnit && !isRest, gross: { amount, isUnit } }];
}

/** What the closed report said of a chain that it did not pay. */
const openClaims = ({ document }: Closing, chain: JudgedChain): string[] =>
  claimsOn(document.claims, rowIdsOf(chain))
    .filter(({ outcome }) => outcome !== 'duplicate_claim')
    .map(({ id }) => id);

/** What the closed report paid of the claims on a chain beyond what it supported, since the difference was small. */
function clearedOf({ document }: Closing, chain: JudgedChain, purse: Purse): Money {
  const money = (text: string): Money => purse.parse(text) ?? purse.zero;
  const cleared = claimsOn(document.claims, rowIdsOf(chain)).filter((claim) => claim.cleared && claim.adjusts === null);
  return purse.sum(
    cleared.map(({ claimed, supported }) => larger(minus(money(claimed), money(supported)), purse.zero)),
  );
}

const claimsOn = lookup(({ chain }: AuditDocument['claims'][number]) => [chain ?? undefined]);

/** What the units of a chain come to: at the price of the closed line, or in the last place of the closed counters. */
function priceNow(
  units: readonly Placed[],
  first: Entry | undefined,
  closing: Closing,
  counters: Counters,
  { purse }: AdjustInput,
): Price {
  if (!first) return latePrice(units, closing.sow, counters, purse);
  if (first.kind === 'over_cap') return { ...NOTHING_DUE(purse), why: 'over the cap when it was closed' };
  const amount = sharesOf(units, first.unitPrice, purse);
  return { amount, unitPrice: first.unitPrice, tier: null, isUnit: true, why: '' };
}

/** What is owed for a lead that was paid and is validly rejected since, and who replaces it; undefined where the amount comes back. */
function owedFor(
  chain: JudgedChain,
  chains: readonly JudgedChain[],
  { sow }: Closing,
  { asOf, closings }: AdjustInput,
): (Owed & { readonly isAwaited: boolean }) | undefined {
  const terms = sow.fees.replacement;
  const { at } = chain.acceptance;
  if (!terms || chain.primary.code !== 'rejected_valid' || at === undefined) return undefined;
  const until = terms.due ? sow.clock.endOf(at, terms.due) : Number.POSITIVE_INFINITY;
  const by = firstReplacing(chains, namesOf(chain), closings, until);
  const isLost = terms.unfilled === 'nothing';
  return by !== undefined || asOf < until || isLost ? { by, until, isAwaited: by === undefined && !isLost } : undefined;
}

/** All names by which a row can say whom it replaces. */
const namesOf = ({ slots }: JudgedChain): string[] => [...idsOf(slots)];
