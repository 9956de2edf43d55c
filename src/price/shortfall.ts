import type { Closing } from '../ledger/closing.ts';
import type { PlainDate } from '../model.ts';
import { plural, withCommas } from '../problems/sentence.ts';
import { inForce, termsText } from '../sow/amendments.ts';
import { countingSpan, isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { AdjustInput, AdjustmentLine, Adjustments } from './adjustments.ts';
import { adjustmentsTo } from './booked.ts';
import { type FeeSpan, spansIn } from './fee-spans.ts';
import type { FixedLine } from './fixed.ts';
import { isLess, isZero, type Money, minus, type Purse, shownText } from './money.ts';
import { listPrice } from './price-list.ts';
import { replacementsIn } from './replacing.ts';
import { type PricedUnit, priceUnits } from './units.ts';

type Terms = NonNullable<Sow['fees']['minimum']>;

/** What a lead counts towards a minimum. */
interface Count {
  readonly amount: Money;
  /** Billed, if only at 0.00. */
  readonly isUnit: boolean;
}

/** A lead that counts on its day: net of what was given back since, and gross. */
export interface CountedLead extends Count {
  readonly chain: string;
  readonly date: PlainDate;
  readonly gross: Count;
}

/** Leads as they count now: of closed periods by their lines and adjustments, of all others by their units. */
export function countedLeads(
  closed: readonly CountedLead[],
  units: readonly PricedUnit[],
  closings: readonly Closing[],
): CountedLead[] {
  const isClosed = (date: PlainDate): boolean => closings.some(({ period }) => isIn(period, date));
  const open = units.filter((unit) => unit.kind === 'lead' && !isClosed(unit.date));
  return [
    ...closed,
    ...open.map(({ chain, date, amount, topUp }): CountedLead => {
      // The rest of a lead is no other lead.
      const count = { amount, isUnit: !topUp };
      return { chain: chain.id, date, ...count, gross: count };
    }),
  ];
}

/** The shortfall of the minima that fall due in the period: in the last month of their span or of the term. */
export function shortfallLines(sow: Sow, period: Period, leads: readonly CountedLead[], purse: Purse): FixedLine[] {
  const terms = sow.fees.minimum;
  if (!terms) return [];
  return dueIn(period, terms, sow).flatMap((span): FixedLine[] => {
    const { amount, why } = shortOf(span, terms, leads, sow, purse);
    if (isZero(amount)) return [];
    return [{ kind: 'shortfall', amount, date: span.last, clause: terms.clause ?? null, why }];
  });
}

const dueIn = (period: Period, terms: Terms, sow: Sow): FeeSpan[] =>
  spansIn(period, terms.per, sow).filter((span) => isIn(period, span.last));

/** What leads are short of the minimum of a span; prorated only for a partial term, units down, at the price of its last day. */
function shortOf(
  span: FeeSpan,
  terms: Terms,
  leads: readonly CountedLead[],
  sow: Sow,
  purse: Purse,
): { readonly amount: Money; readonly owed: Money; readonly why: string } {
  const own = leads
    .filter(({ date }) => countingSpan(terms.per, date) === span.label)
    .map((lead) => ({ chain: lead.chain, ...(terms.counts === 'gross' ? lead.gross : lead) }));
  if (terms.units !== undefined) {
    const owed = Math.floor((terms.units * span.inTerm) / span.days);
    const missing = Math.max(0, owed - new Set(own.flatMap(({ chain, isUnit }) => (isUnit ? [chain] : []))).size);
    const price = listPrice(undefined, span.last, sow, purse);
    const worth = (units: number): Money => purse.times(price, { amount: units, scale: 0 });
    return {
      amount: worth(missing),
      owed: worth(owed),
      why: `${withCommas(missing)} of ${plural(owed, 'unit')} short at ${shownText(price)}`,
    };
  }
  const owed = terms.amount ? purse.ratio(purse.of(terms.amount), span.inTerm, span.days) : purse.zero;
  const earned = purse.sum(own.map(({ amount }) => amount));
  return {
    amount: isLess(earned, owed) ? minus(owed, earned) : purse.zero,
    owed,
    why: `${shownText(earned)} of a minimum of ${shownText(owed)}`,
  };
}

/** The minima of a period, in money. */
export interface Minima {
  /** Of the spans that the period touches, and of those among them that begin in it. */
  readonly touched: Money;
  readonly begun: Money;
  /** What is still to be delivered, or else charged, of spans that are not over. */
  readonly left: Money;
}

/** What the SOW asks for at least in the period, and what of it is left at its end; undefined without a minimum. */
export function minimaOf(sow: Sow, period: Period, leads: readonly CountedLead[], purse: Purse): Minima | undefined {
  const terms = sow.fees.minimum;
  if (!terms) return undefined;
  const known = leads.filter(({ date }) => date <= period.to);
  const spans = spansIn(period, terms.per, sow).map((span) => ({ span, ...shortOf(span, terms, known, sow, purse) }));
  return {
    touched: purse.sum(spans.map(({ owed }) => owed)),
    begun: purse.sum(spans.flatMap(({ span, owed }) => (isIn(period, span.first) ? [owed] : []))),
    left: purse.sum(spans.flatMap(({ span, amount }) => (period.to < span.last ? [amount] : []))),
  };
}

/** What the shortfalls of closed periods come to now, beyond what was charged: leads that were given back or billed since change them. */
export function shortfallAdjustments(
  { closings, chainsUnder, purse, seen, asOf }: AdjustInput,
  { leads, owed }: Pick<Adjustments, 'leads' | 'owed'>,
): AdjustmentLine[] {
  const [earliest] = closings;
  return closings.flatMap((closing): AdjustmentLine[] => {
    const { sow, period, document } = closing;
    const terms = sow.fees.minimum;
    if (!terms || !earliest) return [];
    return dueIn(period, terms, sow).flatMap((span): AdjustmentLine[] => {
      // Of a quarter or contract that began before the ledger, the months before it count as they stand in the drops.
      const chains = span.first < earliest.period.from ? chainsUnder(closing) : [];
      const replacements = replacementsIn({ chains, seen, owed, closings });
      const before = priceUnits(chains, sow, purse, replacements, asOf, closings);
      const { amount: now, why } = shortOf(span, terms, countedLeads(leads, before, closings), sow, purse);
      const charged = document.lines.find((l) => l.kind === 'shortfall' && l.recognized === span.last);
      const since = adjustmentsTo(closing, closings).filter((l) => l.chain === null && l.recognized === span.last);
      const then = purse.sum([charged, ...since].flatMap((l) => (l ? (purse.parse(l.amount) ?? []) : [])));
      const amount = minus(now, then);
      if (isZero(amount)) return [];
      return [
        {
          kind: 'adjustment',
          chain: null,
          judged: null,
          now,
          claims: [],
          unitPrice: amount,
          amount,
          tier: null,
          clause: terms.clause ?? null,
          recognized: span.last,
          terms: termsText(inForce(sow, span.last)),
          why: `${period.label}: shortfall was ${shownText(then)}, is ${shownText(now)} (${why})`,
          adjusts: [period.label, charged?.id].filter(Boolean).join(' '),
        },
      ];
    });
  });
}
