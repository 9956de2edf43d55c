import { type Problem, problem } from '../problems/problem.ts';
import { amountIn, readFilledIn } from '../read/filled-in.ts';
import { besideTheirs } from './pack.ts';

/** One line of an answered pack. */
export interface Reply {
  readonly dispute: string;
  readonly answer: string;
  readonly amount: string | null;
  readonly note: string | null;
  readonly line: number;
}

/** Reads an answered pack: the CSV as it was sent, saved by any spreadsheet. Lines that say nothing are passed over. */
export function readReply(text: string, file: string, currency: string): Reply[] | Problem[] {
  const wrong = (dispute: string, reason: string, expected: string, line?: number): Problem =>
    problem('bad_reply', { file, ...(line === undefined ? {} : { line }) }, { dispute, reason, expected });
  const rows = readFilledIn(text, ['dispute', 'answer']);
  if ('reason' in rows) return [wrong('the file', rows.reason, 'the CSV of the pack, with its columns')];
  const problems: Problem[] = [];
  const replies = rows.flatMap(({ line, cell: cellOf, has }): Reply[] => {
    const cell = (name: string): string => cellOf(has(besideTheirs(name)) ? besideTheirs(name) : name);
    const written = cell('counter_amount');
    const amount = amountIn(written, currency);
    const answer = cell('answer').toLowerCase();
    const dispute = cell('dispute');
    if (!answer && written)
      problems.push(wrong(dispute, `"${written}" stands beside no answer`, 'an answer, such as counter', line));
    if (!answer) return [];
    if (written && amount === undefined)
      problems.push(wrong(dispute, `"${written}" is not one amount in ${currency}`, 'an amount such as 1250.00', line));
    return [{ dispute, answer, amount: amount ?? null, note: cell('comment') || null, line }];
  });
  return problems.length ? problems : replies;
}

/** Whether reading went wrong. */
export const isWrong = (read: Reply[] | Problem[]): read is Problem[] => read.some((each) => 'code' in each);
