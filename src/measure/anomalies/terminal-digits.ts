import { withCommas } from '../../problems/sentence.ts';
import { chiSquareUpper } from '../statistics.ts';
import { defineAnomaly, percent } from './anomaly.ts';
import { talkLengths } from './talk-lengths.ts';

const LEAST_CALLS = 50;
const ROUND_SHARE = 0.3;
/** Chi-squared on 9 degrees of freedom, 1 %. */
const CRITICAL = 21.666;
const LEAST_SECONDS = 10;

export const terminalDigits = defineAnomaly({
  id: 'A7',
  title: 'Last digits that were made up',
  does: `The last digits of an agent's talk seconds against an even spread (chi-squared), from ${LEAST_CALLS} talks on; a signal above ${CRITICAL} (1 %) where also ${ROUND_SHARE * 100} % or more end in 0 or 5.`,
  caution:
    'Exports that round to a minute, or to 5 or 6 seconds, heap by design: a log whose talks nearly all lie on such a grid is not tested, unless nearly all are of one length, which is no rounding. Voicemail drops last as long as their tape, and are left out.',
  needs: ['calls'],
  calls: () =>
    talkLengths(LEAST_SECONDS, (subject, lengths) => {
      const digits = new Array<number>(10).fill(0);
      for (const [length, calls] of lengths) digits[length % 10] = (digits[length % 10] ?? 0) + calls;
      const { n, statistic, p, round } = heaping(digits);
      if (n < LEAST_CALLS) return [];
      return [
        {
          subject,
          n,
          statistic,
          threshold: CRITICAL,
          p,
          isOver: statistic > CRITICAL && round >= ROUND_SHARE,
          says: `${percent(round)} of ${withCommas(n)} talks end in 0 or 5; chi-squared ${statistic.toFixed(1)} on 9 degrees of freedom`,
          rows: [],
        },
      ];
    }),
});

/** Chi-squared of the counts of the digits 0 to 9 against an even spread, and the share of 0 and 5. */
export function heaping(digits: readonly number[]): {
  readonly n: number;
  readonly statistic: number;
  readonly p: number;
  readonly round: number;
} {
  const n = digits.reduce((sum, count) => sum + count, 0);
  const even = n / 10;
  const statistic = n === 0 ? 0 : digits.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
  const round = n === 0 ? 0 : ((digits[0] ?? 0) + (digits[5] ?? 0)) / n;
  return { n, statistic, p: chiSquareUpper(statistic, 9), round };
}
