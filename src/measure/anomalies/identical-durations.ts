import { withCommas } from '../../problems/sentence.ts';
import { defineAnomaly, percent } from './anomaly.ts';
import { talkLengths } from './talk-lengths.ts';

const LEAST_SECONDS = 30;
const SHARE = 0.05;
const CALLS = 10;

export const identicalDurations = defineAnomaly({
  id: 'A6',
  title: 'Talks of one and the same length',
  does: `The most frequent length among an agent's talks of ${LEAST_SECONDS} s and more, to the second; a signal above ${SHARE * 100} % and from ${CALLS} calls on.`,
  caution:
    'Voicemail drops last as long as their tape: calls that ended as voicemail are left out. A log that rounds is not tested (also without those of the most frequent length, 95 % of all talks are on a grid of 5 or 6 s, whole minutes too); where it rounds for some agents alone, these signal. Talks of nearly nothing but one length show no rounding and signal, also where a dialler bills by the minute and hardly anybody talks for longer than one.',
  needs: ['calls'],
  calls: () =>
    talkLengths(LEAST_SECONDS, (subject, lengths) => {
      const n = [...lengths.values()].reduce((sum, calls) => sum + calls, 0);
      const [length, most] = [...lengths].sort(([l, a], [m, b]) => b - a || l - m)[0] ?? [0, 0];
      return [
        {
          subject,
          n,
          statistic: most / n,
          threshold: SHARE,
          isOver: most >= CALLS && most / n > SHARE,
          says: `${withCommas(most)} of ${withCommas(n)} talks (${percent(most / n)}) last exactly ${withCommas(length)} s`,
          rows: [],
        },
      ];
    }),
});
