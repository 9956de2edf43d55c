import type { JudgedChain } from '../judge/facts.ts';
import { lookup } from '../judge/lookup.ts';
import type { Closing } from '../ledger/closing.ts';
import { compareNatural } from '../link/keys.ts';
import { rowsOf } from '../link/slots.ts';
import type { Instant, PlainDate } from '../model.ts';
import type { AuditDocument } from '../report/document.ts';
import { termsText } from '../sow/amendments.ts';
import { countingSpan, isIn } from '../sow/period.ts';
import { byChain } from './by-chain.ts';
import { isZero, type Money, minus, type Purse, toText } from './money.ts';
import { type Placed, placeUnits } from './places.ts';
import { unitPriceOf } from './price-list.ts';

type Line = AuditDocument['lines'][number];

/** What a chain of a closed period comes to now, beyond what was paid for it. */
export interface AdjustmentLine {
  readonly kind: 'adjustment';
  readonly chain: string;
  /** The chain as it is judged now, and what it comes to. */
  readonly judged: JudgedChain;
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
  /** Ids of rows that a closed period paid and that were validly rejected since: a replacement is owed for each. */
  readonly owed: ReadonlySet<string>;
  /** Chains of those whose replacement has not come yet. */
  readonly awaited: readonly string[];
  /** Ids of rows whose chain a closed period pays: it is not paid again. */
  readonly paid: ReadonlySet<string>;
}

export interface Doubt {
  readonly chain: JudgedChain;
  readonly period: string;
  readonly amount: Money;
}

/** What the closings are judged by now: the vendor's own chains under the rules of a closing, with its evidence and the new. */
interface AdjustInput {
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
  const [owed, paid] = [new Set<string>(), new Set<string>()];
  const awaited: string[] = [];
  for (const closing of input.closings) {
    const chains = input.chainsUnder(closing);
    const placed = placeUnits(chains, closing.sow, input.seen, input.asOf).units;
    const placedOf = byChain(placed);
    const byRow = new Map(chains.flatMap((chain) => idsOf(chain).map((id) => [id, chain] as const)));
    const booked = bookedIn(closing, input);
    const own = new Set([...booked.keys()].flatMap((id) => byRow.get(id) ?? []));
    for (const unit of placed) if (isIn(closing.period, unit.date)) own.add(unit.chain);
    for (const chain of [...own].sort((a, b) => compareNatural(a.id, b.id))) {
      const entries = idsOf(chain).flatMap((id) => booked.get(id) ?? []);
      const before = input.purse.sum(entries.map((entry) => entry.amount));
      const units = placedOf(chain).filter((unit) => isIn(closing.period, unit.date));
      // What a cap moved on is paid where it is counted.
      const isBilled = chain.verdict === 'billable' && units.some((unit) => !unit.isOver);
      if (isBilled) for (const id of idsOf(chain)) paid.add(id);
      if (chain.verdict === 'pending' || chain.verdict === 'review') {
        if (!isZero(before)) doubts.push({ chain, period: closing.period.label, amount: before });
        continue;
      }
      if (!isBilled && !isZero(before) && isReplaced(chain, chains, closing, input, { owed, awaited })) continue;
      const now = isBilled ? priceNow(units, entries, closing, lines, input) : NOTHING_DUE(input.purse);
      const amount = minus(now.amount, before);
      if (isZero(amount)) continue;
      const [first] = entries;
      const what = chain.primary.code;
      lines.push({
        kind: 'adjustment',
        chain: chain.id,
        judged: chain,
        now: now.amount,
        claims: first?.claims ?? openClaims(closing, chain),
        unitPrice: first?.unitPrice ?? now.unitPrice,
        amount,
        tier: now.tier,
        clause: chain.primary.clause,
        recognized: first?.date ?? units[0]?.date ?? closing.period.to,
        terms: termsText(chain.terms),
        why: `${closing.period.label}: was ${toText(before)}, is ${toText(now.amount)} (${what}${now.why && `; ${now.why}`})`,
        adjusts: [closing.period.label, first?.line].filter(Boolean).join(' '),
      });
    }
  }
  return { lines, doubts, owed, awaited, paid };
}

/** What the closed report said of a chain that it did not pay. */
const openClaims = ({ document }: Closing, chain: JudgedChain): string[] =>
  claimsOn(document.claims, idsOf(chain)).flatMap((c) =>
    c.adjusts === null && c.outcome !== 'duplicate_claim' ? [c.id] : [],
  );
const claimsOn = lookup(({ chain }: AuditDocument['claims'][number]) => [chain ?? undefined]);

/** The ids of the rows of a chain. */
export const idsOf = (chain: JudgedChain): string[] => [
  ...new Set(chain.slots.flatMap((slot) => rowsOf(slot).flatMap((row) => row.id ?? []))),
];

/** What a closed report and the reports since say of a chain. */
interface Entry {
  /** Of the closed report; undefined for an adjustment. */
  readonly line: string | undefined;
  readonly claims: readonly string[];
  readonly unitPrice: Money;
  readonly amount: Money;
  readonly date: PlainDate;
  readonly isOverCap: boolean;
}

/** The entries of a closing by chain: its price lines, and adjustments of it that were closed since. */
function bookedIn(closing: Closing, { closings, purse }: AdjustInput): Map<string, Entry[]> {
  const money = (text: string): Money => purse.parse(text) ?? purse.zero;
  const entries = new Map<string, Entry[]>();
  const note = (line: Line): void => {
    if (line.chain === null) return;
    const entry = {
      line: line.kind === 'adjustment' ? undefined : line.id,
      claims: line.claims,
      unitPrice: money(line.unit_price),
      amount: money(line.amount),
      date: line.recognized ?? closing.period.to,
      isOverCap: line.kind === 'over_cap',
    };
    entries.set(line.chain, [...(entries.get(line.chain) ?? []), entry]);
  };
  for (const line of closing.document.lines) if (UNITS.has(line.kind)) note(line);
  for (const { document } of closings)
    for (const line of document.lines) if (line.adjusts?.split(' ')[0] === closing.period.label) note(line);
  return entries;
}

const UNITS: ReadonlySet<string> = new Set(['lead', 'replacement', 'over_cap']);

interface Price {
  readonly amount: Money;
  readonly unitPrice: Money;
  readonly tier: number | null;
  readonly why: string;
}
const NOTHING_DUE = ({ zero }: Purse): Price => ({ amount: zero, unitPrice: zero, tier: null, why: '' });

/** What the units of a chain come to: at the price of the closed line, or in the last place of the closed counter. */
function priceNow(
  units: readonly Placed[],
  entries: readonly Entry[],
  closing: Closing,
  made: readonly AdjustmentLine[],
  input: AdjustInput,
): Price {
  const { purse } = input;
  const [first] = entries;
  const shares = (price: Money): Money => purse.sum(units.map((unit) => purse.times(price, unit.billing.share)));
  if (first?.isOverCap) return { ...NOTHING_DUE(purse), why: 'over the cap when it was closed' };
  if (first) return { amount: shares(first.unitPrice), unitPrice: first.unitPrice, tier: null, why: '' };
  const [unit] = units;
  if (!unit) return NOTHING_DUE(purse);
  const { cap, replacement, rates } = closing.sow.fees;
  if (unit.isReplacement && replacement) {
    const price = purse.of(replacement.price);
    return { amount: shares(price), unitPrice: price, tier: null, why: `replaces ${unit.chain.record.replaces}` };
  }
  // A chain keeps its place also where it was given back since.
  const lines = [...input.closings.flatMap(({ document }) => document.lines), ...made];
  const taken = (per: 'month' | 'quarter' | 'contract', counts: (line: Counted) => boolean): number => {
    const span = countingSpan(per, unit.date);
    const isInSpan = ({ recognized }: Counted): boolean =>
      recognized !== null && countingSpan(per, recognized) === span;
    return new Set(lines.filter((l) => isInSpan(l) && isPlaced(l) && counts(l)).map((l) => l.chain)).size;
  };
  if (
    cap &&
    taken(cap.per, ({ kind }) => kind !== 'replacement' || replacement?.consumes.includes('cap') === true) >= cap.max
  )
    return { ...NOTHING_DUE(purse), why: `over the cap of ${cap.max} a ${cap.per}` };
  const place = 1 + taken(rates?.per ?? 'month', ({ tier }) => tier !== null);
  const { price, tier, why } = unitPriceOf(unit.chain, unit.date, place, place, closing.sow, purse);
  return { amount: shares(price), unitPrice: price, tier, why };
}

type Counted = Pick<Line, 'kind' | 'chain' | 'tier' | 'adjusts' | 'recognized'>;

/** Took a place in a counter: a unit of a closed report, or one that was billed late, by an adjustment that names no line. */
const isPlaced = ({ kind, adjusts }: Counted): boolean =>
  kind === 'lead' || kind === 'replacement' || (kind === 'adjustment' && !adjusts?.includes(' '));

const replacementsOf = lookup(({ record }: JudgedChain) => [record.replaces]);

/** A lead that was paid and is validly rejected since: its replacement came in time, is awaited, or nothing is given for it. */
function isReplaced(
  chain: JudgedChain,
  chains: readonly JudgedChain[],
  { sow }: Closing,
  { asOf }: AdjustInput,
  found: { readonly owed: Set<string>; readonly awaited: string[] },
): boolean {
  const terms = sow.fees.replacement;
  const { state, at } = chain.acceptance;
  if (!terms || chain.primary.rule !== 'acceptance' || state !== 'rejected' || at === undefined) return false;
  const until = terms.due ? sow.clock.endOf(at, terms.due) : Number.POSITIVE_INFINITY;
  const ids = idsOf(chain);
  const isFilled = replacementsOf(chains, ids).some(
    ({ verdict, billings }) => verdict === 'billable' && billings.some((b) => b.recognized < until),
  );
  if (isFilled || asOf < until || terms.unfilled === 'nothing') {
    for (const id of ids) found.owed.add(id);
    if (!isFilled && terms.unfilled !== 'nothing') found.awaited.push(chain.id);
    return true;
  }
  return false;
}
