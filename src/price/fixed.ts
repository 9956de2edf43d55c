import { termOf } from '../judge/contract.ts';
import type { LineKind, PlainDate } from '../model.ts';
import { inForce } from '../sow/amendments.ts';
import { addDays, addPlainMonths, daysBetween } from '../sow/dates.ts';
import { countingSpan, isIn, monthsOf, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { isLess, type Money, minus, type Purse, toText } from './money.ts';
import { listPrice } from './price-list.ts';
import type { PricedUnit } from './units.ts';

/** A line that is owed for a period, not for a chain. */
export interface FixedLine {
  readonly kind: Extract<LineKind, 'retainer' | 'setup' | 'shortfall' | 'hours' | 'tax'>;
  /** One, or hours. */
  readonly quantity?: number;
  /** Where it is not the amount. */
  readonly unitPrice?: Money;
  readonly amount: Money;
  readonly date: PlainDate;
  readonly clause: string | null;
  readonly why: string;
}

/** A month, quarter or whole contract, and how much of it lies in the term. */
interface Span {
  readonly label: string;
  readonly days: number;
  readonly inTerm: number;
  /** The last day of it that lies in the term. */
  readonly last: PlainDate;
}

/** Retainer, setup fee and shortfall of the period. */
export function fixedLines(sow: Sow, period: Period, units: readonly PricedUnit[], purse: Purse): FixedLine[] {
  return [...retainers(sow, period, purse), ...setups(sow, period, purse), ...shortfalls(sow, period, units, purse)];
}

/** The spans that the period touches and the term reaches into. */
function spansIn(period: Period, per: 'month' | 'quarter' | 'contract', sow: Sow): Span[] {
  const term = termOf(inForce(sow, period.to));
  const labels = [...new Set(monthsOf(period).map((month) => countingSpan(per, `${month}-01`)))];
  return labels.flatMap((label) => {
    // A contract without an end has no last month.
    if (label === 'contract' && term.to === undefined) return [];
    const first = firstDay(label, term.from ?? period.from);
    const last =
      label === 'contract' ? (term.to ?? period.to) : addDays(addPlainMonths(first, per === 'quarter' ? 3 : 1), -1);
    const from = term.from && term.from > first ? term.from : first;
    const to = term.to && term.to < last ? term.to : last;
    const inTerm = daysBetween(from, to) + 1;
    return inTerm > 0 ? [{ label, days: daysBetween(first, last) + 1, inTerm, last: to }] : [];
  });
}

function firstDay(label: string, contract: PlainDate): PlainDate {
  if (label === 'contract') return contract;
  const quarter = /^(\d{4})-Q(\d)$/.exec(label);
  return quarter ? `${quarter[1]}-${String((Number(quarter[2]) - 1) * 3 + 1).padStart(2, '0')}-01` : `${label}-01`;
}

function retainers(sow: Sow, period: Period, purse: Purse): FixedLine[] {
  const terms = sow.fees.retainer;
  if (!terms) return [];
  const whole = purse.of(terms.amount);
  return spansIn(period, terms.per, sow)
    .filter((span) => isIn(period, span.last))
    .map((span) => {
      const [part, of] = terms.prorate === 'thirty_days' ? [Math.min(span.inTerm, 30), 30] : [span.inTerm, span.days];
      const isWhole = terms.prorate === 'none' || span.inTerm === span.days;
      const amount = isWhole ? whole : purse.ratio(whole, part, of);
      const why = isWhole ? span.label : `${span.label}: ${toText(whole)} x ${part} / ${of} days`;
      return { kind: 'retainer', amount, date: span.last, clause: terms.clause ?? null, why };
    });
}

function setups(sow: Sow, period: Period, purse: Purse): FixedLine[] {
  const terms = sow.fees.setup;
  const { starts } = sow.sow;
  if (!terms || !starts || !isIn(period, starts)) return [];
  return [
    {
      kind: 'setup',
      amount: purse.of(terms.amount),
      date: starts,
      clause: terms.clause ?? null,
      why: 'in the first period',
    },
  ];
}

/** Charged in the last month of its span or of the term; prorated only for a partial term, units down. */
function shortfalls(sow: Sow, period: Period, units: readonly PricedUnit[], purse: Purse): FixedLine[] {
  const terms = sow.fees.minimum;
  if (!terms) return [];
  return spansIn(period, terms.per, sow)
    .filter((span) => isIn(period, span.last))
    .flatMap((span): FixedLine[] => {
      const own = units.filter((unit) => unit.kind === 'lead' && countingSpan(terms.per, unit.date) === span.label);
      const line = (amount: Money, why: string): FixedLine => ({
        kind: 'shortfall',
        amount,
        date: span.last,
        clause: terms.clause ?? null,
        why,
      });
      if (terms.units !== undefined) {
        const owed = Math.floor((terms.units * span.inTerm) / span.days);
        const missing = owed - new Set(own.map((unit) => unit.chain.id)).size;
        const price = listPrice(undefined, sow, purse);
        return missing > 0
          ? [
              line(
                purse.times(price, { amount: missing, scale: 0 }),
                `${missing} of ${owed} units short at ${toText(price)}`,
              ),
            ]
          : [];
      }
      if (!terms.amount) return [];
      const owed = purse.ratio(purse.of(terms.amount), span.inTerm, span.days);
      const earned = purse.sum(own.map((unit) => unit.amount));
      return isLess(earned, owed)
        ? [line(minus(owed, earned), `${toText(earned)} of a minimum of ${toText(owed)}`)]
        : [];
    });
}
