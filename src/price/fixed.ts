import type { LineKind, PlainDate } from '../model.ts';
import { addDays, addPlainMonths, daysBetween } from '../sow/dates.ts';
import { isIn, monthsOf, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { type FeeSpan, spansIn } from './fee-spans.ts';
import { type Money, type Purse, shownText } from './money.ts';

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

/** Retainer and setup fee of the period. */
export function fixedLines(sow: Sow, period: Period, purse: Purse): FixedLine[] {
  return [...retainers(sow, period, purse), ...setups(sow, period, purse)];
}

function retainers(sow: Sow, period: Period, purse: Purse): FixedLine[] {
  const terms = sow.fees.retainer;
  if (!terms) return [];
  const whole = purse.of(terms.amount);
  return spansIn(period, terms.per, sow)
    .filter((span) => isIn(period, span.last))
    .map((span) => {
      const [part, of] = terms.prorate === 'thirty_days' ? thirtyDays(span, terms.per) : [span.inTerm, span.days];
      const isWhole = terms.prorate === 'none' || span.inTerm === span.days;
      const amount = isWhole ? whole : purse.ratio(whole, part, of);
      const why = isWhole ? span.label : `${span.label}: ${shownText(whole)} x ${part} / ${of} days`;
      return { kind: 'retainer', amount, date: span.last, clause: terms.clause ?? null, why };
    });
}

/** Days in the term, and of the whole span, where each month has thirty. */
function thirtyDays({ first, last }: FeeSpan, per: 'month' | 'quarter' | 'contract'): [part: number, of: number] {
  const days = monthsOf({ label: '', from: first, to: last }).map((month) => {
    const [from, to] = [`${month}-01`, addDays(addPlainMonths(`${month}-01`, 1), -1)];
    return Math.min(30, daysBetween(from > first ? from : first, to < last ? to : last) + 1);
  });
  return [days.reduce((sum, each) => sum + each, 0), per === 'quarter' ? 90 : 30];
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
