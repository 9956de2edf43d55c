import type { ChainFacts, JudgedChain } from '../judge/facts.ts';
import type { PlainDate } from '../model.ts';
import { cellOf, selects } from '../sow/criteria.ts';
import type { Decimal } from '../sow/decimal.ts';
import { countingSpan } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { Rates } from './fees/rates.ts';
import type { Money, Purse } from './money.ts';

/** The prices in force on one booking date. */
export interface PriceList extends Omit<Rates, 'effective'> {
  /** The day of the last amendment that counts; undefined for the SOW as signed. */
  readonly amended: PlainDate | undefined;
}

const UNPRICED: Rates = { per: 'month', mode: 'graduated', effective: [] };
/** The prices of the SOW; without `fees.rates` every unit is priced at nothing, and says so. */
export const ratesOf = ({ fees }: Sow): Rates => fees.rates ?? UNPRICED;

/** The lists of a SOW, made once: as signed, then as each amendment leaves it, which changes what it names. */
const madeOf = new WeakMap<Rates, readonly [signed: PriceList, ...amended: PriceList[]]>();
function listsOf(rates: Rates): readonly [signed: PriceList, ...amended: PriceList[]] {
  const known = madeOf.get(rates);
  if (known) return known;
  const { effective, ...signed } = rates;
  const lists: [PriceList, ...PriceList[]] = [{ ...signed, amended: undefined }];
  for (const { from, ...changes } of [...effective].sort((a, b) => (a.from < b.from ? -1 : 1)))
    lists.push({ ...(lists.at(-1) ?? lists[0]), ...changes, amended: from });
  madeOf.set(rates, lists);
  return lists;
}

/** The list in force on the booking date. */
export const priceListOf = (chain: ChainFacts, sow: Sow): PriceList =>
  priceListOn(sow.clock.zone.dateAt(chain.bookedAt), sow);

function priceListOn(day: PlainDate, sow: Sow): PriceList {
  const lists = listsOf(ratesOf(sow));
  return lists.findLast(({ amended = '' }) => amended <= day) ?? lists[0];
}

/** The class whose flat price a lead has, of its hand-over by the client, else of its channel; and that price. */
export function rateClassOf(chain: JudgedChain, list: PriceList): readonly [string, Decimal] | undefined {
  const isHandedOver = chain.rulings.some((r) => r.code === 'handed_over' && r.result === 'pass');
  const name = isHandedOver ? chain.terms.rules.attribution?.handover?.rate_class : chain.record.channel;
  const price = name !== undefined && list.classes && Object.hasOwn(list.classes, name) && list.classes[name];
  return price ? [name, price] : undefined;
}

/** A unit price with its tier (from 1) and what it rests on. */
export interface UnitPrice {
  readonly price: Money;
  readonly tier: number | null;
  readonly why: string;
}

/** What a unit costs: its class, else a special price, else its length, else the tier of its place. */
export function unitPriceOf(
  chain: JudgedChain,
  date: PlainDate,
  place: number,
  taken: number,
  sow: Sow,
  purse: Purse,
): UnitPrice {
  const list = priceListOf(chain, sow);
  const version = list.amended === undefined ? '' : `, rates from ${list.amended}`;
  const named = (price: Decimal, tier: number | null, why: string): UnitPrice => ({
    price: purse.of(price),
    tier,
    why: `${why}${version}`,
  });
  const flat = rateClassOf(chain, list);
  if (flat) return named(flat[1], null, `class ${flat[0]}`);
  // Volume prices all units by the last place, graduated each by its own.
  const reached = list.mode === 'volume' ? taken : place;
  const tiers = list.tiers ?? [];
  const at = tiers.findIndex((tier) => tier.up_to === undefined || reached <= tier.up_to);
  const tier = tiers[at];
  const special = list.when?.find((w) => selects(w.criteria, (field) => factOf(chain, field), sow.titles));
  if (special) return named(special.price, tier ? at + 1 : null, 'special price');
  if (list.per_duration) return byDuration(chain, list.per_duration, version, sow, purse);
  if (!tier) return { price: purse.zero, tier: null, why: 'the SOW names no price' };
  const span = list.per === 'contract' ? 'the contract' : countingSpan(list.per, date);
  const why = `unit ${place} of ${span}${version}`;
  const factor =
    chain.rulings.some((r) => r.code === 'cross_sell') && chain.terms.rules.exclusions?.customers?.cross_sell?.factor;
  const price = purse.of(tier.price);
  return factor
    ? { price: purse.times(price, factor), tier: at + 1, why: `${why}, cross-sell` }
    : { price, tier: at + 1, why };
}

function byDuration(
  chain: JudgedChain,
  terms: NonNullable<Rates['per_duration']>,
  version: string,
  sow: Sow,
  purse: Purse,
): UnitPrice {
  const { slot } = chain.course;
  const seconds = slot?.happened?.presence?.both ?? ((slot?.end ?? 0) - (slot?.start ?? 0)) / 1000;
  const extra = Math.max(0, Math.ceil((seconds - sow.seconds(terms.first)) / Math.max(1, sow.seconds(terms.then))));
  const price = purse.sum([purse.of(terms.price), purse.times(purse.of(terms.each), { amount: extra, scale: 0 })]);
  const why = `${Math.round(seconds / 60)} min: ${terms.first.text} and ${extra} x ${terms.then.text}${version}`;
  return { price, tier: null, why };
}

/** A cell or a named answer of the lead. */
export function factOf(chain: ChainFacts, field: string): string | number | boolean | undefined {
  const { answers } = chain.record;
  return (
    cellOf(chain.record, field, chain.terms.clock.zone) ??
    answers?.[field] ??
    answers?.[field.replace(/^answers\./, '')]
  );
}

/** What one unit costs before anybody knows its place: the class price, or the first tier's; without tiers that of a meeting that is not longer than the first length. One that nobody booked costs what holds on a day. */
export function listPrice(chain: JudgedChain | undefined, day: PlainDate, sow: Sow, purse: Purse): Money {
  const list = chain ? priceListOf(chain, sow) : priceListOn(day, sow);
  const first = (chain && rateClassOf(chain, list)?.[1]) ?? list.tiers?.[0]?.price ?? list.per_duration?.price;
  return first ? purse.of(first) : purse.zero;
}
