import { isLess, isZero, type Money, type Purse, toText } from '../price/money.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { amountIn, type FilledIn, readFilledIn } from '../read/filled-in.ts';
import { forSpreadsheet, forTerminal } from '../report/escape.ts';
import type { Chosen, Plan } from './designs/design.ts';
import type { Candidate } from './draw.ts';
import type { Reviewed } from './judge.ts';
import { RESULTS, type ResultWord } from './result-words.ts';

/** A line of a sheet that somebody filled in. */
export interface Answer extends Reviewed {
  readonly by: string | null;
  readonly note: string | null;
}

/** The draw that a sheet is held against. */
export interface Drawn<C extends Candidate> {
  readonly seed: string;
  readonly plan: Plan;
  readonly chosen: readonly Chosen<C>[];
}

const NEEDED = ['id', 'result'];
const isResult = (word: string): word is ResultWord => Object.hasOwn(RESULTS, word);

/** Reads a filled-in sheet against its draw: every one that was drawn has one line with a result, and nobody else has one. */
export function readResults<C extends Candidate>(
  text: string,
  file: string,
  { seed, plan, chosen }: Drawn<C>,
  purse: Purse,
): { answers: readonly Answer[]; problems: readonly Problem[] } {
  const wrong = (id: string, reason: string, expected: string, line?: number): Problem =>
    problem('bad_result', { file, ...(line === undefined ? {} : { line }) }, { id, reason, expected });
  const failed = (...problems: Problem[]) => ({ answers: [], problems });
  const rows = readFilledIn(text, NEEDED);
  if ('reason' in rows)
    return failed(wrong('the file', rows.reason, 'the CSV of `leadaudit sample`, with its columns'));
  const other = rows.find((row) => row.cell('seed') !== '' && row.cell('seed') !== asRead(seed));
  if (other)
    return failed(
      wrong(
        'the file',
        `it was drawn with the seed "${other.cell('seed')}", and not with "${seed}"`,
        `--seed "${other.cell('seed')}"`,
        other.line,
      ),
    );
  const drawn = new Map(chosen.flatMap((one) => [one.item.id, asRead(one.item.id)].map((id) => [id, one] as const)));
  const seen = new Map<Chosen<C>, number>();
  const problems: Problem[] = [];
  const answers: Answer[] = [];
  const open: string[] = [];
  for (const row of rows) {
    const id = row.cell('id');
    const one = drawn.get(id);
    const before = one && seen.get(one);
    if (!one) problems.push(wrong(id, 'it is not in this sample', SAME_DRAW, row.line));
    else if (before !== undefined)
      problems.push(wrong(id, `it stands on line ${before} too`, 'one line for each', row.line));
    else {
      seen.set(one, row.line);
      const said = row.cell('result').toLowerCase();
      if (!said) open.push(one.item.id);
      else if (!isResult(said))
        problems.push(wrong(id, `"${said}" is no result`, Object.keys(RESULTS).join(', '), row.line));
      else {
        const pay = payOf(row, said, one.item.amount, plan, purse);
        if (pay && 'reason' in pay) problems.push(wrong(id, pay.reason, pay.expected, row.line));
        else {
          const [by, note] = [row.cell('by'), row.cell('note')].map((cell) => cell || null);
          const { isCertain, item } = one;
          answers.push({
            id: item.id,
            amount: item.amount,
            isCertain,
            result: said,
            shouldPay: pay,
            by: by ?? null,
            note: note ?? null,
          });
        }
      }
    }
  }
  for (const one of chosen)
    if (!seen.has(one)) problems.push(wrong(one.item.id, 'it was drawn, and has no line here', SAME_DRAW));
  if (open.length) problems.push(unanswered(open, chosen.length, file));
  return { answers, problems };
}

const SAME_DRAW = 'the sheet of this draw: the same flags, period and files';

/** How many are named of those that wait. */
const NAMED = 10;

const unanswered = (ids: readonly string[], all: number, file: string): Problem => {
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return problem(
    'unanswered_results',
    { file },
    { open: ids.length, all, ids: `${ids.slice(0, NAMED).join(', ')}${more}` },
  );
};

/** An id as it comes back from a sheet. */
const asRead = (id: string): string => forSpreadsheet(forTerminal(id)).trim().replace(/^'/, '');

/** What a line says is to be paid after all; nothing where it says nothing. */
function payOf(
  row: FilledIn,
  said: ResultWord,
  amount: Money | undefined,
  plan: Plan,
  purse: Purse,
): Money | undefined | { readonly reason: string; readonly expected: string } {
  const text = row.cell('should_pay');
  if (!text) return undefined;
  const bad = (reason: string, expected: string) => ({ reason, expected });
  if (plan.method !== 'money' || !amount)
    return bad('only a sample by money looks at should_pay', 'nothing in should_pay, or --money');
  if (said !== 'fail') return bad(`it says ${said} and what should be paid`, '`fail`, or nothing in should_pay');
  const pay = purse.parse(amountIn(text, purse.code) ?? '');
  const expected = `an amount from ${toText(purse.zero)} to less than ${toText(amount)}`;
  if (!pay) return bad(`"${text}" is not one amount`, expected);
  return !isLess(pay, amount) || (isLess(pay, purse.zero) && !isZero(pay))
    ? bad(`${text} cannot be paid for what fails`, expected)
    : pay;
}
