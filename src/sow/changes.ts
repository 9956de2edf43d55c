import { nearest } from '../problems/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { isMapping, type Path, readYaml, valueAt, type YamlValue } from './yaml.ts';

/** One key of a rules file as it would read otherwise; without a value it is left out. */
export interface Change {
  readonly path: readonly string[];
  readonly value: YamlValue | undefined;
}

const PLACE = { file: 'command line' };
const EXPECTED =
  'a key of the rules file and its value, such as rules.no_show.cure_within="7 days"; `null` leaves it out';

/** Reads the values of `--set`: all problems at once, or the changes. `facts` are sections that cannot be changed. */
export function readChanges(
  texts: readonly string[],
  base: YamlValue,
  facts: ReadonlySet<string> = FACTS,
): { changes: Change[]; problems: Problem[] } {
  const wrong = (reason: string, expected = EXPECTED): Problem =>
    problem('bad_argument', PLACE, { flag: '--set', reason, expected });
  const changes: Change[] = [];
  const problems: Problem[] = [];
  for (const text of texts) {
    const [, path = '', value = ''] = /^([\w-]+(?:\.[\w-]+)*)=(.*)/s.exec(text) ?? [];
    const yaml = readYaml(value, PLACE.file);
    const change: Change = { path: path.split('.'), value: yaml.value };
    const other = changes.find((c) => isBelow(c.path, change.path) || isBelow(change.path, c.path));
    if (!value.trim()) problems.push(wrong(`"${text}" cannot be used`));
    else if (yaml.problems.length) problems.push(...yaml.problems.map(({ args }) => wrong(`${path}: ${args.reason}`)));
    else if (facts.has(change.path[0] ?? ''))
      problems.push(wrong(`${path}: the records are read once, by the rules file`, 'a clause'));
    else if (other) problems.push(wrong(`${other.path.join('.')} and ${path} change the same key`, 'each key once'));
    else if (change.value === undefined) problems.push(...missing(change.path, base));
    changes.push(change);
  }
  return { changes, problems };
}

/** What is left as it is: it says where the facts are, not what they mean. */
const FACTS: ReadonlySet<string> = new Set(['sources']);

const isBelow = (path: Path, above: Path): boolean => above.every((key, i) => path[i] === key);

/** A key that is to be left out must be there. */
function missing(path: readonly string[], base: YamlValue): Problem[] {
  const depth = path.findIndex((_, i) => valueAt(base, path.slice(0, i + 1)) === undefined);
  if (depth < 0) return [];
  const above = valueAt(base, path.slice(0, depth));
  const valid = typeof above === 'object' ? Object.keys(above) : [];
  const key = path[depth] ?? '';
  const parent = path.slice(0, depth).join('.') || undefined;
  const near = nearest(key, valid);
  const where = parent === undefined ? 'the rules' : parent;
  const reason = `there is no "${key}" in ${where} to leave out${near ? `; did you mean "${near}"?` : ''}`;
  return [
    problem('bad_argument', PLACE, {
      flag: '--set',
      reason,
      expected: valid.length ? `there is: ${valid.join(', ')}` : 'nothing below it',
    }),
  ];
}

/** What `other` says otherwise than `base`, a key at a time. The number of a clause moves no money and is no change. */
export function changesBetween(base: YamlValue, other: YamlValue, path: readonly string[] = []): Change[] {
  const keys = (value: YamlValue): string[] => (typeof value === 'object' ? Object.keys(value) : []);
  return [...new Set([...keys(base), ...keys(other)])].flatMap((key): Change[] => {
    const at = [...path, key];
    if (key === 'clause' || (path.length === 0 && FACTS.has(key))) return [];
    const [before, after] = [valueAt(base, [key]), valueAt(other, [key])];
    if (isSame(before, after)) return [];
    const isDeeper = before !== undefined && after !== undefined && isAlike(before, after);
    return isDeeper ? changesBetween(before, after, at) : [{ path: at, value: after }];
  });
}

/** Blocks are told apart by key, and lists of as many blocks, such as tiers, by place. Any other list is one clause. */
const isAlike = (a: YamlValue, b: YamlValue): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && [...a, ...b].every(isMapping)
    : isMapping(a) && isMapping(b);

function isSame(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame(valueAt(a, [key]), valueAt(b, [key])))
  );
}

/** The rules with a change made; blocks that are not there yet are begun. */
export function changed(root: YamlValue, { path, value }: Change): YamlValue {
  const [key, ...rest] = path;
  if (key === undefined) return root;
  const below = (inner: YamlValue | undefined): YamlValue | undefined =>
    rest.length ? changed(inner ?? {}, { path: rest, value }) : value;
  if (Array.isArray(root) && Object.keys(root).includes(key))
    return root.flatMap((item, i) => {
      const inner = String(i) === key ? below(item) : item;
      return inner === undefined ? [] : [inner];
    });
  // No prototype: a key may be called `constructor`.
  const map: { [key: string]: YamlValue } = Object.assign(Object.create(null), isMapping(root) ? root : {});
  const inner = below(map[key]);
  if (inner === undefined) delete map[key];
  else map[key] = inner;
  return map;
}
