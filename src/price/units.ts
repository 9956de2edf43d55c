import type { Billing, ChainFacts, JudgedChain } from '../judge/facts.ts';
import { compareNatural } from '../link/keys.ts';
import type { Instant, LineKind, PlainDate } from '../model.ts';
import { selects } from '../sow/criteria.ts';
import { addDays, addPlainMonths } from '../sow/dates.ts';
import type { Decimal } from '../sow/decimal.ts';
import { countingSpan } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { Rates } from './fees/rates.ts';
import { isZero, type Money, minus, type Purse, toText } from './money.ts';

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
  /** Over a cap that carries on: it is counted in the period that begins on this day. */
  readonly carriedTo?: PlainDate | undefined;
}

interface Unit {
  readonly chain: JudgedChain;
  readonly billing: Billing;
  readonly date: PlainDate;
  readonly isReplacement: boolean;
  /** Counted here because the cap of an earlier period was full. */
  readonly isCarried: boolean;
  /** A place in the counters; filled while the order of steps is walked. */
  over: boolean;
  marked: boolean;
  place: number | undefined;
}

type Terms = Omit<Rates, 'effective' | 'clause' | 'per' | 'mode'>;

/**
 * Prices every billable chain of all periods, in order of recognition (then booking, then natural id), since counters of caps
 * and tiers run over what came before. `seen` are the ids of leads in the input: one that is seen is owed no replacement.
 */
export function priceUnits(
  chains: readonly JudgedChain[],
  sow: Sow,
  purse: Purse,
  seen: ReadonlySet<string>,
  asOf: Instant,
): PricedUnit[] {
  const { cap, replacement, order } = sow.fees;
  const rates: Rates = sow.fees.rates ?? UNPRICED;
  const zone = sow.clock.zone;
  const isReplacement = (chain: ChainFacts): boolean =>
    replacement !== undefined && chain.record.replaces !== undefined && !seen.has(chain.record.replaces);
  const units = chains
    .flatMap((chain) =>
      chain.billings.map(
        (billing): Unit => ({
          chain,
          billing,
          date: zone.dateAt(billing.recognized),
          isReplacement: isReplacement(chain),
          isCarried: false,
          over: false,
          marked: false,
          place: undefined,
        }),
      ),
    )
    .sort(
      (a, b) =>
        a.billing.recognized - b.billing.recognized ||
        a.chain.bookedAt - b.chain.bookedAt ||
        compareNatural(a.chain.id, b.chain.id),
    );

  const priced: PricedUnit[] = [];
  const today = zone.dateAt(asOf);
  const taken = new Map<string, number>();
  const take = (counter: string): number => {
    const place = (taken.get(counter) ?? 0) + 1;
    taken.set(counter, place);
    return place;
  };
  const queue = [...units];
  const classOf = (unit: Unit, terms: Terms): string | undefined => {
    const name = rateClassOf(unit.chain, sow);
    return name !== undefined && terms.classes && Object.hasOwn(terms.classes, name) ? name : undefined;
  };
  const steps = {
    replacement: (unit: Unit): void => {
      unit.marked = unit.isReplacement;
    },
    cap: (unit: Unit): void => {
      if (!cap || (unit.marked && !replacement?.consumes.includes('cap'))) return;
      const counter = `cap ${countingSpan(cap.per, unit.date)}`;
      if ((taken.get(counter) ?? 0) >= cap.max) unit.over = true;
      else take(counter);
    },
    tier: (unit: Unit): void => {
      const terms = termsAt(rates, zone.dateAt(unit.chain.bookedAt));
      if (unit.over || classOf(unit, terms) || (unit.marked && !replacement?.consumes.includes('tier'))) return;
      unit.place = take(`tier ${countingSpan(rates.per, unit.date)}`);
    },
  };
  const done: Unit[] = [];
  while (queue.length) {
    const unit = queue.shift() as Unit;
    if (unit.billing.topUp) {
      done.push(unit);
      continue;
    }
    for (const step of order ?? []) steps[step](unit);
    done.push(unit);
    if (!unit.over || cap?.over !== 'next_period') continue;
    const next = startOfNext(cap.per, unit.date);
    if (next === undefined || next > today) continue;
    // Counted first in the next period: before everything recognized there.
    const at = queue.findIndex((other) => other.date >= next && !other.isCarried);
    queue.splice(at < 0 ? queue.length : at, 0, {
      ...unit,
      date: next,
      isCarried: true,
      over: false,
      marked: false,
      place: undefined,
    });
  }

  for (const unit of done) priced.push(priceOf(unit));
  return priced;

  function priceOf(unit: Unit): PricedUnit {
    const { chain, billing } = unit;
    const terms = termsAt(rates, zone.dateAt(chain.bookedAt));
    const clause = rates.clause ?? null;
    const whole = (): { price: Money; tier: number | null; why: string } => {
      const rateClass = classOf(unit, terms);
      const flat = rateClass === undefined ? undefined : terms.classes?.[rateClass];
      if (flat) return { price: purse.of(flat), tier: null, why: `class ${rateClass}` };
      const special = terms.when?.find((w) => selects(w.criteria, (field) => factOf(chain, field)));
      if (special) return { price: purse.of(special.price), tier: null, why: 'special price' };
      if (terms.per_duration) return byDuration(chain, terms.per_duration, sow, purse);
      const total =
        rates.mode === 'volume' ? (taken.get(`tier ${countingSpan(rates.per, unit.date)}`) ?? 1) : (unit.place ?? 1);
      const tiers = terms.tiers ?? [];
      const at = Math.max(
        0,
        tiers.findIndex((tier) => tier.up_to === undefined || total <= tier.up_to),
      );
      const price = tiers[at] ? purse.of(tiers[at].price) : purse.zero;
      const why = unit.place === undefined ? 'first tier' : `unit ${unit.place} of ${spanName(rates, unit.date)}`;
      const factor = crossSellFactor(chain, sow);
      return factor
        ? { price: purse.times(price, factor), tier: at + 1, why: `${why}, cross-sell` }
        : { price, tier: at + 1, why };
    };
    if (unit.over) {
      const next = cap?.over === 'next_period' ? startOfNext(cap.per, unit.date) : undefined;
      return {
        chain,
        kind: 'over_cap',
        date: unit.date,
        unitPrice: whole().price,
        amount: purse.zero,
        tier: null,
        clause: cap?.clause ?? null,
        why: `over the cap of ${cap?.max} a ${cap?.per}`,
        carriedTo: next,
      };
    }
    if (unit.marked || (unit.isReplacement && replacement)) {
      const price = purse.of(replacement?.price ?? { amount: 0, scale: 0 });
      return {
        chain,
        kind: 'replacement',
        date: unit.date,
        unitPrice: price,
        amount: price,
        tier: null,
        clause: replacement?.clause ?? null,
        why: `replaces ${chain.record.replaces}`,
      };
    }
    const { price, tier, why } = whole();
    const part = purse.times(price, billing.share);
    if (!billing.topUp)
      return {
        chain,
        kind: 'lead',
        date: unit.date,
        unitPrice: price,
        amount: part,
        tier,
        clause,
        why: shareWhy(why, billing, price, part),
      };
    const first = priced.find((p) => p.chain === chain);
    const rest = first ? minus(first.unitPrice, first.amount) : part;
    return {
      chain,
      kind: 'lead',
      date: unit.date,
      unitPrice: first?.unitPrice ?? price,
      amount: rest,
      tier: null,
      clause,
      why: 'the rest of a chain paid in part',
    };
  }
}

/** Without `fees.rates` every unit is priced at nothing, and says so. */
const UNPRICED: Rates = { per: 'month', mode: 'graduated', effective: [] };

/** A lead that the client handed over bills in its class, others in the class of their channel. */
function rateClassOf(chain: ChainFacts & { readonly rulings?: JudgedChain['rulings'] }, sow: Sow): string | undefined {
  const isHandedOver = chain.rulings?.some((r) => r.code === 'handed_over');
  return isHandedOver ? sow.rules.attribution?.handover?.rate_class : chain.record.channel;
}

/** The price list in force on the booking date: each amendment changes what it names. */
function termsAt(rates: Rates, booked: PlainDate): Terms {
  const amendments = rates.effective.filter((a) => a.from <= booked).sort((a, b) => (a.from < b.from ? -1 : 1));
  const given = amendments.flatMap((a) => Object.entries(a).filter(([, value]) => value !== undefined));
  return { ...rates, ...Object.fromEntries(given) };
}

const spanName = (rates: Rates, date: PlainDate): string =>
  rates.per === 'contract' ? 'the contract' : countingSpan(rates.per, date);

function shareWhy(why: string, billing: Billing, price: Money, part: Money): string {
  return billing.share.amount === 10 ** billing.share.scale || isZero(minus(price, part))
    ? why
    : `${why}, ${toText(part)} of ${toText(price)}`;
}

function startOfNext(per: 'month' | 'quarter' | 'contract', date: PlainDate): PlainDate | undefined {
  if (per === 'contract') return undefined;
  let day = `${date.slice(0, 7)}-01`;
  do day = addPlainMonths(day, 1);
  while (countingSpan(per, day) === countingSpan(per, addDays(day, -1)));
  return day;
}

function byDuration(
  chain: JudgedChain,
  terms: NonNullable<Rates['per_duration']>,
  sow: Sow,
  purse: Purse,
): { price: Money; tier: null; why: string } {
  const { slot } = chain.course;
  const seconds = slot?.happened?.presence?.both ?? ((slot?.end ?? 0) - (slot?.start ?? 0)) / 1000;
  const extra = Math.max(0, Math.ceil((seconds - sow.seconds(terms.first)) / Math.max(1, sow.seconds(terms.then))));
  const price = purse.sum([purse.of(terms.price), purse.times(purse.of(terms.each), { amount: extra, scale: 0 })]);
  return {
    price,
    tier: null,
    why: `${Math.round(seconds / 60)} min: ${terms.first.text} and ${extra} x ${terms.then.text}`,
  };
}

function crossSellFactor(chain: JudgedChain, sow: Sow): Decimal | undefined {
  return chain.rulings.some((r) => r.code === 'cross_sell')
    ? sow.rules.exclusions?.customers?.cross_sell?.factor
    : undefined;
}

export function factOf(chain: ChainFacts, field: string): string | number | boolean | undefined {
  const value = (chain.record as unknown as Record<string, unknown>)[field] ?? chain.record.answers?.[field];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** What one unit costs before anybody knows its place: the class price, or the first tier's. */
export function listPrice(chain: ChainFacts | undefined, sow: Sow, purse: Purse): Money {
  const { rates } = sow.fees;
  if (!rates) return purse.zero;
  const terms = chain ? termsAt(rates, sow.clock.zone.dateAt(chain.bookedAt)) : rates;
  const name = chain && rateClassOf(chain, sow);
  const flat =
    name !== undefined && terms.classes && Object.hasOwn(terms.classes, name) ? terms.classes[name] : undefined;
  const first = flat ?? terms.tiers?.[0]?.price;
  return first ? purse.of(first) : purse.zero;
}
