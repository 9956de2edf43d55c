import { parse } from 'csv-parse/sync';
import { type Problem, problem } from '../problems/problem.ts';
import { parseDecimal } from '../sow/decimal.ts';

/** One line of an answered pack. */
export interface Reply {
  readonly dispute: string;
  readonly answer: string;
  readonly amount: string | null;
  readonly note: string | null;
  readonly line: number;
}

interface Record_ {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Reads an answered pack: the CSV as it was sent, saved by any spreadsheet. Lines without an answer are passed over. */
export function readReply(text: string, file: string): Reply[] | Problem[] {
  const wrong = (dispute: string, reason: string, expected: string, line?: number): Problem =>
    problem('bad_reply', { file, ...(line === undefined ? {} : { line }) }, { dispute, reason, expected });
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((delimiter) => [delimiter, header.split(delimiter).length] as const);
  const [delimiter] = counts.reduce((best, each) => (each[1] > best[1] ? each : best));
  let rows: Record_[];
  try {
    rows = parse(text, {
      delimiter,
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as Record_[];
  } catch (error) {
    return [wrong('the file', (error as Error).message, 'the CSV of the pack, with its columns')];
  }
  const missing = ['dispute', 'answer'].filter((name) => rows.length > 0 && rows[0] && !(name in rows[0].record));
  if (!rows.length || missing.length)
    return [
      wrong(
        'the file',
        rows.length ? `no column "${missing.join('", "')}"` : 'no line',
        'the CSV of the pack, with its columns',
      ),
    ];
  const problems: Problem[] = [];
  const replies = rows.flatMap(({ record, info }): Reply[] => {
    // A spreadsheet shows the sign that keeps a cell from being a formula, and may keep it.
    const cell = (name: string): string => (record[name] ?? '').trim().replace(/^'/, '');
    const amount = cell('counter_amount').replaceAll(',', '');
    const answer = cell('answer').toLowerCase();
    if (!answer) return [];
    const dispute = cell('dispute');
    if (amount && !parseDecimal(amount))
      problems.push(wrong(dispute, `"${amount}" is no amount`, 'an amount such as 175.00', info.lines));
    return [{ dispute, answer, amount: amount || null, note: cell('comment') || null, line: info.lines }];
  });
  return problems.length ? problems : replies;
}

/** Whether reading went wrong. */
export const isWrong = (read: Reply[] | Problem[]): read is Problem[] => read.some((each) => 'code' in each);
