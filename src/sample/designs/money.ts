import { isZero, type Money, minorUnits, toText } from '../../price/money.ts';
import { parseDecimal, parseShare } from '../../sow/decimal.ts';
import { CONFIDENCES, factorTenths } from '../confidence.ts';
import type { Candidate, Ranked } from '../draw.ts';
import type { Chosen, ReadDesign } from './design.ts';

export const byMoney: ReadDesign = (text, { confidence, purse }) => {
  const share = text.endsWith('%') ? parseShare(text) : undefined;
  const fixed = parseDecimal(text) && purse.parse(text);
  if (share ? share.amount === 0 : !fixed || minorUnits(fixed) <= 0n) return undefined;
  const tenths = factorTenths(confidence);
  return {
    most: Number.POSITIVE_INFINITY,
    needsMoney: true,
    take: ({ items, amount = purse.zero, ranked }) => {
      const tolerable = share ? purse.times(amount, share) : (fixed ?? purse.zero);
      if (isZero(tolerable))
        return { reason: `${text} of ${toText(amount)} is nothing`, expected: 'a larger share, or an amount' };
      const chosen = chooseByMoney(ranked, minorUnits(tolerable), BigInt(tenths));
      return {
        plan: {
          method: 'money',
          size: chosen.length,
          tolerable: toText(tolerable),
          factor: CONFIDENCES[confidence].factor,
          interval: toText(purse.ratio(tolerable, 10, tenths)),
        },
        chosen: chosen.length === items ? chosen.map((one) => ({ ...one, isCertain: true })) : chosen,
      };
    },
  };
};

/**
 * All that are as dear as the interval; of the rest as many as intervals are in its money, those with the smallest hash for their money. A draw along
 * the running sum would change with every row that comes before; this one does not (sequential Poisson sampling, Ohlsson 1998).
 */
function chooseByMoney<C extends Candidate>(
  ranked: readonly Ranked<C>[],
  tolerable: bigint,
  tenths: bigint,
): Chosen<C>[] {
  const interval = tolerable * 10n;
  const priced = ranked.map((one) => ({
    one,
    money: minorOf(one.item.amount) * tenths,
    hash: BigInt(`0x${one.hash}`),
  }));
  const certain = priced.filter(({ money }) => money >= interval);
  const rest = priced.filter(({ money }) => money < interval && money > 0n);
  const sum = rest.reduce((total, { money }) => total + money, 0n);
  const size = Number((sum + interval - 1n) / interval);
  const drawn = rest
    .sort((a, b) => {
      const [left, right] = [a.hash * b.money, b.hash * a.money];
      return left < right ? -1 : left > right ? 1 : 0;
    })
    .slice(0, size);
  return [
    ...certain.map(({ one }) => ({ ...one, isCertain: true })),
    ...drawn.map(({ one }) => ({ ...one, isCertain: drawn.length === rest.length })),
  ];
}

const minorOf = (amount: Money | undefined): bigint => (amount ? minorUnits(amount) : 0n);
