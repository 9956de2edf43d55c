import type { JudgedChain } from '../judge/facts.ts';
import type { Closing } from '../ledger/closing.ts';
import type { Instant, LineKind, PlainDate } from '../model.ts';
import type { Sow } from '../sow/sow.ts';
import { closedPlacesOf } from './closed-places.ts';
import { isZero, type Money, minus, type Purse, shownText } from './money.ts';
import { type Placed, placeUnits } from './places.ts';
import { unitPriceOf } from './price-list.ts';
import type { Replacements } from './replacing.ts';

/** One priced unit of a billable chain. `amount` is what its parts come to; `why` says it in words. */
export interface PricedUnit {
  readonly chain: JudgedChain;
  readonly kind: Extract<LineKind, 'lead' | 'replacement' | 'over_cap'>;
  /** The day that decides month and tier. */
  readonly date: PlainDate;
  readonly unitPrice: Money;
  readonly amount: Money;
  /** Which tier, from 1; null where no tier place was taken. */
  readonly tier: number | null;
  readonly clause: string | null;
  readonly why: string;
  /** The rest of a chain that was paid in part. */
  readonly topUp: boolean;
  /** Over a cap that carries on: it is counted in the period that begins on this day. */
  readonly carriedTo?: PlainDate | undefined;
}

/** Prices every billable chain of all periods, since counters of caps and tiers run over what came before. */
export function priceUnits(
  chains: readonly JudgedChain[],
  sow: Sow,
  purse: Purse,
  replacements: Replacements,
  asOf: Instant,
  closings: readonly Closing[],
): PricedUnit[] {
  const { units, tierPlaces } = placeUnits(chains, sow, replacements, asOf, closedPlacesOf(closings, sow));
  /** Each chain as it was priced last: for the rest of one, its first part. */
  const lastOf = new Map<JudgedChain, PricedUnit>();
  return units.map((unit) => {
    const priced = priceOf(unit, tierPlaces(unit.date), lastOf.get(unit.chain), sow, purse);
    lastOf.set(unit.chain, priced);
    return priced;
  });
}

function priceOf(unit: Placed, taken: number, paid: PricedUnit | undefined, sow: Sow, purse: Purse): PricedUnit {
  const { chain, billing, date } = unit;
  const { cap, replacement, rates } = sow.fees;
  const { topUp } = billing;
  const list = unitPriceOf(chain, date, unit.place ?? 1, taken, sow, purse);
  if (unit.isOver && cap) {
    const why = `over the cap of ${cap.max} a ${cap.per}`;
    const { carriedTo } = unit;
    return {
      chain,
      kind: 'over_cap',
      date,
      unitPrice: list.price,
      amount: purse.zero,
      tier: null,
      clause: cap.clause ?? null,
      why,
      topUp,
      carriedTo,
    };
  }
  const own = unit.isReplacement ? replacement : undefined;
  const { price, tier, why } = own
    ? {
        price: purse.of(own.price),
        tier: unit.place === undefined ? null : list.tier,
        why: `replaces ${chain.record.replaces}`,
      }
    : list;
  const kind = own ? 'replacement' : 'lead';
  const clause = (own ?? rates)?.clause ?? null;
  const first = topUp ? paid : undefined;
  if (first) {
    const rest = minus(first.unitPrice, first.amount);
    return {
      chain,
      kind,
      date,
      unitPrice: first.unitPrice,
      amount: rest,
      tier: null,
      clause,
      why: 'the rest of a chain paid in part',
      topUp,
    };
  }
  const amount = purse.times(price, billing.share);
  return {
    chain,
    kind,
    date,
    unitPrice: price,
    amount,
    tier,
    clause,
    why: `${why}${shareOf(price, amount)}`,
    topUp,
  };
}

/** How much of the price is paid, where it is not all. */
const shareOf = (price: Money, amount: Money): string =>
  isZero(minus(price, amount)) ? '' : `, ${shownText(amount)} of ${shownText(price)}`;
