import type { Question } from '../question.ts';
import { currencyIn, fieldsIn, hostsIn, pricesIn, type Sample } from '../sample.ts';
import { BAD_MEETINGS } from './bad-meetings.ts';
import { channelQuestions, fileQuestions } from './files.ts';
import { exclusionQuestions, LEADS } from './leads.ts';
import { MOVES } from './moves.ts';
import { PAPER } from './paper.ts';
import { payQuestions } from './pay.ts';
import { QUALIFICATION } from './qualification.ts';
import { sowQuestions } from './sow.ts';

/** Every question, in the order in which they are asked and written: who, the files, what is paid, the ten sticking points. */
export const questionsFor = (samples: readonly Sample[]): readonly Question[] => [
  ...sowQuestions(
    hostsIn(samples),
    currencyIn(samples),
    samples.some(({ source }) => source === 'attendance'),
  ),
  ...fileQuestions(samples),
  ...payQuestions(pricesIn(samples), fieldsIn(samples, 'meetings'), fieldsIn(samples, 'crm')),
  ...channelQuestions(samples),
  ...LEADS,
  ...exclusionQuestions(samples),
  ...QUALIFICATION,
  ...MOVES,
  ...BAD_MEETINGS,
  ...PAPER,
];
