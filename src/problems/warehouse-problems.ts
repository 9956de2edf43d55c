import { row } from './row.ts';

/** What can be wrong with figures that a warehouse computed. */
export const WAREHOUSE_PROBLEMS = {
  not_in_sql: row({
    effect: 'stop',
    title: 'Something of the rules cannot be said in SQL',
    message: '{what}',
    why: 'A query that leaves a condition out would count other calls than the rules do.',
    help: '[{expected}]',
  }),
  figures_of_other_rules: row({
    effect: 'stop',
    title: 'Figures were computed by other rules or for other days',
    message: 'there is no figure by the definition, the days and the mapping of now for: {metrics}',
    why: 'A figure of another definition or month is another metric under the same name.',
    help: 'run `leadaudit metrics --sql` for this period again, its query in the warehouse, and save the result here',
  }),
  figures_twice: row({
    effect: 'stop',
    title: 'A figure stands in the result twice',
    message: '{metric}{group} was there before',
    why: 'It would be counted twice.',
    help: 'save the result of one run in one file',
  }),
  figures_incomplete: row({
    effect: 'stop',
    title: 'Rows of a result are missing',
    message: '{metric} speaks of {found#} of {calls#} {calls|call|calls}',
    why: 'Viewers of warehouses often show the first rows alone; who is missing would look as if they had not called.',
    help: 'save the whole result of the query',
  }),
  figures_of_other_times: row({
    effect: 'stop',
    title: 'The times of a warehouse are of another kind than the rules say',
    message: '{field} of {calls#} {calls|call|calls} {kind}',
    why: 'A time that is read in the wrong zone falls on another day, and in another month.',
    help: '[{expected}]',
  }),
  figures_unread: row({
    effect: 'tell',
    title: 'Cells of a warehouse were not read',
    message: '{field} of {calls#} {calls|call|calls} {why}',
    why: 'What cannot be read is not counted, and nobody would see it in a sum.',
    help: 'mend it where the table is filled; numbers are read in E.164, such as +14155550132',
  }),
};
