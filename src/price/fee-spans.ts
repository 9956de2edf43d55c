import { termOf } from '../judge/contract.ts';
import type { PlainDate } from '../model.ts';
import { inForce } from '../sow/amendments.ts';
import { addDays, addPlainMonths, daysBetween } from '../sow/dates.ts';
import { countingSpan, monthsOf, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';

/** A month, quarter or whole contract that a fee is owed for, and how much of it lies in the term. */
export interface FeeSpan {
  readonly label: string;
  readonly days: number;
  readonly inTerm: number;
  /** The first and the last day of it that lie in the term. */
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The spans that the period touches and the term reaches into. */
export function spansIn(period: Period, per: 'month' | 'quarter' | 'contract', sow: Sow): FeeSpan[] {
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
    return inTerm > 0 ? [{ label, days: daysBetween(first, last) + 1, inTerm, first: from, last: to }] : [];
  });
}

function firstDay(label: string, contract: PlainDate): PlainDate {
  if (label === 'contract') return contract;
  const quarter = /^(\d{4})-Q(\d)$/.exec(label);
  return quarter ? `${quarter[1]}-${String((Number(quarter[2]) - 1) * 3 + 1).padStart(2, '0')}-01` : `${label}-01`;
}
