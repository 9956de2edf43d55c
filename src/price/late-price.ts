import { addTo } from '../link/grouped.ts';
import type { PlainDate } from '../model.ts';
import type { AuditDocument } from '../report/document.ts';
import { countingSpan } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { type Money, minus, type Purse } from './money.ts';
import type { Placed } from './places.ts';
import { ratesOf, unitPriceOf } from './price-list.ts';

/** What the units of a chain come to. */
export interface Price {
  readonly amount: Money;
  readonly unitPrice: Money;
  readonly tier: number | null;
  /** Billed, if only at 0.00: not over the cap. */
  readonly isUnit: boolean;
  readonly why: string;
}
export const NOTHING_DUE = ({ zero }: Purse): Price => ({
  amount: zero,
  unitPrice: zero,
  tier: null,
  isUnit: false,
  why: '',
});

type Per = 'month' | 'quarter' | 'contract';
/** A line that may have taken a place. */
type Counted = Pick<AuditDocument['lines'][number], 'kind' | 'chain' | 'tier' | 'adjusts' | 'recognized'>;

/** The counters of a closed period: what the lines of closed reports took of them, and the adjustments made since. */
export interface Counters {
  note(line: Counted): void;
  /** How many chains took a place in the span of a day. */
  cap(date: PlainDate): number;
  tier(date: PlainDate): number;
}

/** Chains are counted once, as they come: a chain keeps its place also where it was given back since. */
export function countersOf(sow: Sow, lines: Iterable<Counted>): Counters {
  const { cap, replacement } = sow.fees;
  const counter = (per: Per) => {
    const chains = new Map<string, Set<string>>();
    return {
      take: (chain: string, date: PlainDate) => addTo(chains, countingSpan(per, date), chain),
      taken: (date: PlainDate) => chains.get(countingSpan(per, date))?.size ?? 0,
    };
  };
  const [caps, tiers] = [counter(cap?.per ?? 'month'), counter(ratesOf(sow).per)];
  const counters: Counters = {
    note(line) {
      const { chain, recognized, kind, tier } = line;
      if (chain === null || recognized === null || !isPlaced(line)) return;
      if (kind !== 'replacement' || replacement?.consumes.includes('cap')) caps.take(chain, recognized);
      if (tier !== null) tiers.take(chain, recognized);
    },
    cap: caps.taken,
    tier: tiers.taken,
  };
  for (const line of lines) counters.note(line);
  return counters;
}

/** Took a place in a counter: a unit of a closed report, or one that was billed late, by an adjustment that names no line. */
const isPlaced = ({ kind, adjusts }: Counted): boolean =>
  kind === 'lead' || kind === 'replacement' || (kind === 'adjustment' && !adjusts?.includes(' '));

/** What the units of a chain come to that its closed period did not bill: the last place of the closed counters, cap included. */
export function latePrice(units: readonly Placed[], sow: Sow, counters: Counters, purse: Purse): Price {
  const [unit] = units;
  if (!unit) return NOTHING_DUE(purse);
  const { cap, replacement } = sow.fees;
  const amount = (price: Money): Money => sharesOf(units, price, purse);
  const place = 1 + counters.tier(unit.date);
  const list = unitPriceOf(unit.chain, unit.date, place, place, sow, purse);
  if (unit.isReplacement && replacement) {
    const price = purse.of(replacement.price);
    const why = `replaces ${unit.chain.record.replaces}`;
    return {
      amount: amount(price),
      unitPrice: price,
      tier: unit.place === undefined ? null : list.tier,
      isUnit: true,
      why,
    };
  }
  if (cap && counters.cap(unit.date) >= cap.max)
    return { ...NOTHING_DUE(purse), why: `over the cap of ${cap.max} a ${cap.per}` };
  const { price, tier, why } = list;
  return { amount: amount(price), unitPrice: price, tier, isUnit: true, why };
}

/** Of a price, what the billings of a chain pay: its first part, the rest, or both. */
export const sharesOf = (units: readonly Placed[], price: Money, purse: Purse): Money =>
  purse.sum(
    units.map(({ billing }) => {
      const part = purse.times(price, billing.share);
      return billing.topUp ? minus(price, part) : part;
    }),
  );
