import { type Decimal, formatDecimal, parseShare } from '../../sow/decimal.ts';
import { CONFIDENCES, type Confidence } from '../confidence.ts';
import { firstOf, type ReadDesign } from './design.ts';

/** n = z^2 p (1 - p) / e^2, with the correction for a finite population. */
export function sizeFor(items: number, error: number, expected: number, confidence: Confidence): number {
  const most = unlimited(error, expected, confidence);
  return Math.min(items, Math.ceil(items === 0 ? 0 : most / (1 + (most - 1) / items)));
}

const unlimited = (error: number, expected: number, confidence: Confidence): number =>
  (CONFIDENCES[confidence].z ** 2 * expected * (1 - expected)) / error ** 2;

/** A share strictly between nothing and everything. */
function properShare(text: string): Decimal | undefined {
  const share = parseShare(text);
  return share && decimalValue(share) > 0 && decimalValue(share) < 1 ? share : undefined;
}

const decimalValue = ({ amount, scale }: Decimal): number => amount / 10 ** scale;

export const byError: ReadDesign = (text, { confidence, expected: told }) => {
  const [error, expected] = [properShare(text), properShare(told)];
  if (!error || !expected) return undefined;
  const [e, p] = [decimalValue(error), decimalValue(expected)];
  return {
    most: Math.ceil(unlimited(e, p, confidence)),
    take: (pool) => {
      const size = sizeFor(pool.items, e, p, confidence);
      const plan = { method: 'error', size, error: formatDecimal(error), expected: formatDecimal(expected) } as const;
      return { plan, chosen: firstOf(pool, size) };
    },
  };
};
