import { withCommas } from '../../problems/sentence.ts';
import { defineAnomaly } from './anomaly.ts';
import { bookedIn, callsUntilBooked } from './slots.ts';

const WORDS_A_SECOND = 3;
const LEAST_WORDS = 30;

export const speedRun = defineAnomaly({
  id: 'A20',
  title: 'More answers than the talk has time for',
  does: `The words in a lead's answers and notes at ${WORDS_A_SECOND} words a second, from ${LEAST_WORDS} words on, against all talk with the contact up to the end of the day of the booking: the questions are not even counted.`,
  caution: 'Notes that an agent adds from other sources; a log that is not complete.',
  needs: ['meetings', 'calls'],
  month: (context) =>
    bookedIn(context).flatMap(({ chain }) => {
      const { record } = chain;
      const texts = [...Object.values(record.answers ?? {}), record.notes ?? '', record.need ?? ''];
      const words = texts.join(' ').split(/\s+/).filter(Boolean).length;
      const calls = callsUntilBooked(chain, context);
      const talks = calls.flatMap(({ talk }) => talk ?? []);
      if (words < LEAST_WORDS || !talks.length || talks.length < calls.length) return [];
      const talk = talks.reduce((sum, seconds) => sum + seconds, 0);
      const owed = words / WORDS_A_SECOND;
      return [
        {
          subject: chain.id,
          n: words,
          statistic: talk,
          threshold: owed,
          isOver: talk < owed,
          says: `${withCommas(words)} words of answers take ${withCommas(Math.ceil(owed))} s to say; all talk came to ${withCommas(talk)} s`,
          rows: [record.row, ...calls.map(({ row }) => row)],
        },
      ];
    }),
});
