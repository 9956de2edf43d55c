import { row } from './row.ts';

/** What can be wrong with decisions on links. */
export const REVIEW_PROBLEMS = {
  bad_decision: row({
    effect: 'stop',
    title: 'A decision on a link cannot be taken down',
    message: '{link}: {reason}',
    why: 'A decision that is half understood would link what nobody linked; of a table with a mistake nothing is written.',
    help: '[{expected}]',
  }),
};
