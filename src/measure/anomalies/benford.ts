import { withCommas } from '../../problems/sentence.ts';
import { type CallFold, defineAnomaly, spoken } from './anomaly.ts';

const LEAST_CALLS = 500;
/** Nigrini's bound: from here on a first digit does not conform. */
const NONCONFORMITY = 0.015;

export const benfordFirstDigit = defineAnomaly({
  id: 'A8',
  title: "First digits that are not Benford's",
  does: `Mean absolute deviation of the first digits of all talk seconds from Benford's law, from ${LEAST_CALLS} talks on that span two orders of magnitude; a signal above ${NONCONFORMITY}.`,
  caution: 'Talks of 30 to 300 seconds and scripted calls do not follow the law: off unless `disabled` is emptied.',
  needs: ['calls'],
  calls: (): CallFold => {
    const digits = new Array<number>(10).fill(0);
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    return {
      add(call) {
        const talk = spoken(call);
        if (talk === undefined || talk < 1) return;
        const first = Number(String(Math.floor(talk))[0]);
        digits[first] = (digits[first] ?? 0) + 1;
        least = Math.min(least, talk);
        most = Math.max(most, talk);
      },
      trials: () => {
        const n = digits.reduce((sum, count) => sum + count, 0);
        if (n < LEAST_CALLS || most < 100 * least) return [];
        const off = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((d) => Math.abs((digits[d] ?? 0) / n - Math.log10(1 + 1 / d)));
        const mad = off.reduce((sum, x) => sum + x, 0) / 9;
        return [
          {
            subject: '',
            n,
            statistic: mad,
            threshold: NONCONFORMITY,
            isOver: mad > NONCONFORMITY,
            says: `first digits of ${withCommas(n)} talks deviate by ${mad.toFixed(4)} on average`,
            rows: [],
          },
        ];
      },
    };
  },
});
