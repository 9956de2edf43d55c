import { formatDecimal } from '../sow/decimal.ts';
import type { Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { FixedLine } from './fixed.ts';
import { isZero, type Money, type Purse, shownText } from './money.ts';

/** Tax on the rounded net of the invoice, or on each line and then added. */
export function taxLines(
  sow: Sow,
  period: Period,
  lines: readonly { readonly amount: Money }[],
  purse: Purse,
): FixedLine[] {
  const terms = sow.fees.tax;
  if (!terms) return [];
  const net = purse.sum(lines.map((line) => line.amount));
  const amount =
    terms.basis === 'line'
      ? purse.sum(lines.map((line) => purse.times(line.amount, terms.rate)))
      : purse.times(net, terms.rate);
  if (isZero(amount)) return [];
  const rate = `${formatDecimal({ amount: terms.rate.amount * 100, scale: terms.rate.scale }).replace(/\.?0+$/, '')}%`;
  return [
    {
      kind: 'tax',
      amount,
      date: period.to,
      clause: terms.clause ?? null,
      why: `${rate} of ${shownText(net)}${terms.basis === 'line' ? ', line by line' : ''}`,
    },
  ];
}
