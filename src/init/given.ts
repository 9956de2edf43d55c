import type { SourceName } from '../model.ts';
import { nearest } from '../problems/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { changed, readChanges } from '../sow/changes.ts';
import { isMapping, type Path, valueAt, type YamlValue } from '../sow/yaml.ts';
import { APPLIES, yamlOf } from './kinds.ts';
import type { Question } from './question.ts';
import { type Given, idOf, keyOf, settle } from './settle.ts';

const PLACE = { file: 'command line' };

/** What `--set` says, as a tree of the rules file, and the keys that it leaves out. */
export interface Sets {
  readonly tree: YamlValue;
  readonly left: readonly Path[];
}

/** Reads the values of `--set`: all problems at once. A key may be left out where there is a question for it. */
export function setsOf(
  texts: readonly string[],
  questions: readonly Question[],
): { readonly sets: Sets; readonly problems: readonly Problem[] } {
  const base = questions.reduce<YamlValue>(
    (tree, { path, kind }) => changed(tree, { path, value: typeof kind === 'function' ? '' : yamlOf(kind.example) }),
    {},
  );
  const { changes, problems } = readChanges(texts, base, new Set());
  const left = changes.filter(({ value }) => value === undefined).map(({ path }) => path);
  return { sets: { tree: changes.reduce<YamlValue>(changed, {}), left }, problems };
}

/** The answers that `--set` gives; what answers no question, or one that does not come up, is a problem. */
export function answersOf(
  { tree, left }: Sets,
  questions: readonly Question[],
  sources: ReadonlySet<SourceName>,
): { readonly answers: ReadonlyMap<string, Given>; readonly problems: readonly Problem[] } {
  const answers = new Map<string, Given>();
  const wrong = (question: Question, why: string, expected: string): Problem =>
    problem('bad_argument', PLACE, { flag: '--set', reason: `${keyOf(question)}: ${why}`, expected });
  const problems: Problem[] = unknownIn(tree, questions);
  const settled = settle(
    questions,
    (question, kind) => {
      const value = valueAt(tree, question.path);
      const isLeft = left.some((path) => isBelow(question.path, path));
      if (isLeft && question.isNeeded) problems.push(wrong(question, 'cannot be left out', kind.hint));
      if (value === undefined && !isLeft) return undefined;
      const typed = value === undefined ? undefined : kind.typed(value);
      const read = value === undefined ? { value: undefined } : kind.read(typed ?? 'the block');
      if ('wrong' in read) problems.push(wrong(question, read.wrong, kind.hint));
      else answers.set(idOf(question), read);
      return answers.get(idOf(question));
    },
    sources,
  );
  for (const { question, ...item } of settled)
    if (item.state === 'unasked' && isMapping(tree) && valueAt(tree, question.path) !== undefined)
      problems.push(
        wrong(question, item.why || 'it says nothing here', 'a key that is asked for with these files and answers'),
      );
  return { answers, problems };
}

const isBelow = (path: Path, above: Path): boolean => above.every((key, i) => path[i] === key);

/** Whether a key is part of an answer. What stands in a block that only applies or not has questions of its own. */
const isWithin = (path: Path, { path: own, kind }: Question): boolean =>
  isBelow(path, own) && (path.length === own.length || kind !== APPLIES);

/** Keys that no question asks for, with the nearest that is one. */
function unknownIn(tree: YamlValue, questions: readonly Question[], path: readonly string[] = []): Problem[] {
  const isBlock = questions.some((q) => isBelow(q.path, path) && (q.path.length > path.length || q.kind === APPLIES));
  if (isBlock && isMapping(tree))
    return Object.entries(tree).flatMap(([key, below]) => unknownIn(below, questions, [...path, key]));
  // Columns are told before the file is looked at.
  const isColumn = path[0] === 'sources' && path[3] === 'columns';
  if (isColumn || questions.some((q) => isWithin(path, q))) return [];
  const keys = questions.map(keyOf);
  const key = path.join('.');
  const near = [2, 1, 0].map((depth) => keys.filter((k) => k.startsWith(path.slice(0, depth).join('.'))));
  const valid = near.find((some) => some.length)?.join(', ');
  return [problem('unknown_key', PLACE, { key, nearest: nearest(key, keys), valid })];
}
