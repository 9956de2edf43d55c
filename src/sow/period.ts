import { addDays, addPlainMonths, daysBetween, isPlainDate, type PlainDate } from './dates.ts';

/** The audited month, quarter or range, in the SOW's zone; `to` is its last day. The label is the text it was asked for by. */
export interface Period {
  readonly label: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Reads `2026-06`, `2026-Q2` or `2026-01-01..2026-06-30`; undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  const label = text.trim();
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(label);
  if (month) return span(label, `${label}-01`, 1);
  const quarter = /^(\d{4})-?Q([1-4])$/i.exec(label);
  if (quarter) {
    const first = String((Number(quarter[2]) - 1) * 3 + 1).padStart(2, '0');
    return span(label, `${quarter[1]}-${first}-01`, 3);
  }
  const [from, to, more] = label.split('..');
  if (from && to && more === undefined && isPlainDate(from) && isPlainDate(to) && from <= to)
    return { label, from, to };
  return undefined;
}

const span = (label: string, from: PlainDate, months: number): Period => ({
  label,
  from,
  to: addDays(addPlainMonths(from, months), -1),
});

export const isIn = (period: Period, date: PlainDate): boolean => period.from <= date && date <= period.to;
/** Whether `inner` lies in `outer` as a whole. */
export const isWithin = (outer: Period, inner: Period): boolean => outer.from <= inner.from && inner.to <= outer.to;
/** The months that a period touches, as labels. */
export function monthsOf(period: Period): string[] {
  const months: string[] = [];
  for (let day = `${period.from.slice(0, 7)}-01`; day <= period.to; day = addPlainMonths(day, 1))
    months.push(day.slice(0, 7));
  return months;
}

/** How many months a period is; of a month that it cuts, the part of its days. */
export function monthsLong(period: Period): number {
  return monthsOf(period).reduce((sum, label) => {
    const month = span(label, `${label}-01`, 1);
    const from = period.from > month.from ? period.from : month.from;
    const to = period.to < month.to ? period.to : month.to;
    return sum + (daysBetween(from, to) + 1) / (daysBetween(month.from, month.to) + 1);
  }, 0);
}

/** The part of a year that a period is: whole months by twelfths, other spans by days. */
export function yearsOf({ from, to }: Period): number {
  const next = addDays(to, 1);
  const isWhole = from.endsWith('-01') && next.endsWith('-01');
  return isWhole ? monthsOf({ label: '', from, to }).length / 12 : daysBetween(from, next) / 365;
}

/** The month, quarter or whole contract that a day counts in. */
export function countingSpan(per: 'month' | 'quarter' | 'contract', date: PlainDate): string {
  if (per === 'contract') return 'contract';
  if (per === 'month') return date.slice(0, 7);
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
