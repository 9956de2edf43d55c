import { row } from './row.ts';

/** What can be wrong with a sample and with its review. */
export const SAMPLE_PROBLEMS = {
  nothing_to_sample: row({
    effect: 'stop',
    title: 'There is nothing to draw from',
    message: 'nothing to draw from among {what} in {period}[: {left}]',
    why: 'A sample of nothing would look like a month in which nothing fails.',
    help: '[{expected}]',
  }),
  bad_result: row({
    effect: 'stop',
    title: 'A result of a review cannot be taken',
    message: '{id}: {reason}',
    why: 'A share rests on every one that was drawn, once, and on nobody else: a review with a mistake says nothing.',
    help: '[{expected}]',
  }),
  unanswered_results: row({
    effect: 'stop',
    title: 'A review is not done',
    message: '{open#} of {all#} {open|has|have} no result: {ids}',
    why: 'Who was left out is seldom like the rest; a share of those that were easy to review would mislead.',
    help: 'fill in `pass`, `fail`, or `unavailable` where nothing can be heard and nobody reached: it counts as failed',
  }),
};
