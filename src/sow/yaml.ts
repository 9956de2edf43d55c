import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  stringify,
} from 'yaml';
import { type Problem, problem } from '../problems/problem.ts';

/** YAML as text: every scalar a string, nothing converted. */
export type YamlValue = string | YamlValue[] | { [key: string]: YamlValue };
export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly value: YamlValue | undefined;
  readonly problems: readonly Problem[];
  /** A problem at a key (`key: true`) or a value of the document. */
  at(path: Path, part: 'key' | 'value'): { line: number; column: number; excerpt: string };
}

/** Reads YAML 1.2 without types. `null` leaves a key out; a key with nothing behind it is a problem, since it could mean either, and so is an alias. */
export function readYaml(text: string, file: string): YamlFile {
  const counter = new LineCounter();
  const lines = text.split(/\r?\n/);
  const doc = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), excerpt: lines[line - 1] ?? '' };
  };
  const problems: Problem[] = [...doc.errors, ...doc.warnings].map((e) => {
    const { line, column, excerpt } = place(e.pos[0]);
    const where = { file, line, column };
    if (e.code !== 'DUPLICATE_KEY') return problem('bad_yaml', where, { reason: e.message }, excerpt);
    return problem('duplicate_key', where, { key: text.slice(e.pos[0]).match(/^[^\s:]+/)?.[0] ?? '' }, excerpt);
  });
  const walk = (node: unknown): YamlValue | undefined => {
    if (isScalar(node)) {
      const plain = node.type === 'PLAIN';
      return plain && /^(null|Null|NULL|~)$/.test(node.source ?? '') ? undefined : String(node.value ?? '');
    }
    if (isSeq(node))
      return node.items.flatMap((item) => {
        const value = walk(item);
        return value === undefined ? [] : [value];
      });
    if (isAlias(node)) {
      const { line, column, excerpt } = place(rangeOf(node)[0]);
      const reason = `*${node.source} stands for what is written elsewhere; write it out here`;
      problems.push(problem('bad_yaml', { file, line, column }, { reason }, excerpt));
    }
    if (!isMap(node)) return undefined;
    // No prototype: a key may be called `constructor`.
    const map: { [key: string]: YamlValue } = Object.create(null);
    for (const pair of node.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      if (isNothing(pair)) {
        const { line, column, excerpt } = place(rangeOf(pair.key)[0]);
        problems.push(
          problem(
            'wrong_value',
            { file, line, column },
            { path: key, reason: 'has no value', expected: '`{}` to switch it on, `null` to leave it out' },
            excerpt,
          ),
        );
        continue;
      }
      const value = walk(pair.value);
      if (value !== undefined) map[key] = value;
    }
    return map;
  };
  return {
    value: walk(doc.contents),
    problems,
    at(path, part) {
      const parent = path.length ? doc.getIn(path.slice(0, -1)) : undefined;
      const pair = isMap(parent)
        ? parent.items.find((p) => isScalar(p.key) && String(p.key.value) === String(path.at(-1)))
        : undefined;
      if (part === 'key' && pair) return place(rangeOf(pair.key)[0]);
      for (let depth = path.length; depth >= 0; depth--) {
        const node = depth ? doc.getIn(path.slice(0, depth), true) : doc.contents;
        if (node && typeof node === 'object' && 'range' in node) return place(rangeOf(node)[0]);
      }
      return place(0);
    },
  };
}

const rangeOf = (node: unknown): [number, number] => {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : [0, 0];
};

/** `key:` with nothing behind it. */
function isNothing(pair: Pair): boolean {
  return (
    isPair(pair) &&
    (pair.value === null || (isScalar(pair.value) && pair.value.type === 'PLAIN' && pair.value.source === ''))
  );
}

export const isMapping = (value: unknown): value is { [key: string]: YamlValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function valueAt(root: YamlValue, path: Path): YamlValue | undefined {
  let at: YamlValue | undefined = root;
  for (const key of path) at = typeof at === 'object' ? (at as Record<string | number, YamlValue>)[key] : undefined;
  return at;
}

/** A value on one line, as it could be written in the file. */
export const spell = (value: YamlValue): string =>
  stringify(value, {
    schema: 'failsafe',
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trimEnd();
