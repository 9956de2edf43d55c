import { type Problem, problem } from '../problems/problem.ts';
import { missingFrom } from './pages.ts';
import type { Table, TableRow } from './table.ts';

/** A JSON value with numbers kept as their text (ids beyond 2^53 survive) and the offset that it starts at. */
type Value = { readonly offset: number } & (
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'map'; readonly members: ReadonlyMap<string, Value> }
);

class JsonFault {
  readonly offset: number;
  readonly reason: string;
  constructor(offset: number, reason: string) {
    this.offset = offset;
    this.reason = reason;
  }
}

const MAX_DEPTH = 64;

/** A JSON text that was understood: its records as a table. */
export interface JsonText {
  /** `rows` is the path of nested lists; without it: the outer list, the only list of records in an outer map, or one record a line. */
  table(rows?: string): Table;
}

/** Reads a whole JSON text, or one value after the other (NDJSON, with or without line ends between). */
export function readJson(text: string, file: string): JsonText | { readonly problems: readonly Problem[] } {
  const lineOf = lineIndex(text);
  try {
    const values = parseAll(text);
    return {
      table: (rows) => {
        const records =
          rows === undefined
            ? recordsOf(values).map((record) => ({ offset: record.offset, cells: flatten(record) }))
            : values.flatMap((value) => listed(value, rows.split('.')));
        const header = [...new Set(records.flatMap(({ cells }) => [...cells.keys()]))];
        const table = records.map(
          ({ offset, cells }): TableRow => ({
            line: lineOf(offset),
            cells: header.map((name) => cells.get(name) ?? ''),
          }),
        );
        const reason = moreIn(values, rows);
        const problems = reason === undefined ? [] : [problem('incomplete_file', { file }, { reason })];
        return { header, headerLine: 1, rows: table, before: [], problems, isOneText: values.length === 1 };
      },
    };
  } catch (fault) {
    if (!(fault instanceof JsonFault)) throw fault;
    const line = lineOf(fault.offset);
    const begin = text.lastIndexOf('\n', fault.offset - 1) + 1;
    const excerpt = text.slice(begin, begin + 4000).split('\n')[0] ?? '';
    const place = { file, line, column: fault.offset - begin + 1 };
    return { problems: [problem('bad_json', place, { reason: fault.reason }, excerpt)] };
  }
}

function lineIndex(text: string): (offset: number) => number {
  let [at, line] = [0, 1];
  return (offset) => {
    if (offset < at) [at, line] = [0, 1];
    for (; at < offset; at++) if (text.charCodeAt(at) === 10) line++;
    return line;
  };
}

/** The records of a document: the outer list, the only list in an outer map, or the values of a line-by-line file. */
function recordsOf(values: readonly Value[]): Value[] {
  const [first] = values;
  if (!first) return [];
  if (values.length > 1) return [...values];
  if (first.kind === 'list') return [...first.items];
  if (first.kind !== 'map') return [];
  const lists = [...first.members.values()].filter((member) => member.kind === 'list');
  return lists.length === 1 && lists[0]?.kind === 'list' && lists[0].items.every((item) => item.kind === 'map')
    ? [...lists[0].items]
    : [first];
}

/** What a page of records says of records that it does not hold: in the outer map, beside the list. */
function moreIn(values: readonly Value[], rows: string | undefined): string | undefined {
  const [page, ...others] = values;
  if (page?.kind !== 'map' || others.length) return undefined;
  const lists = [...page.members].filter(([, member]) => member.kind === 'list');
  const [name, list] =
    (rows === undefined ? lists.length === 1 && lists[0] : lists.find(([n]) => n === rows.split('.')[0])) || [];
  if (list?.kind !== 'list') return undefined;
  const beside = new Map([...page.members].filter(([other]) => other !== name));
  return missingFrom(flatten({ offset: page.offset, kind: 'map', members: beside }), list.items.length);
}

/** The members of nested lists, each with the scalars of every level above it. An outer list is no level. */
function listed(
  value: Value,
  path: readonly string[],
  prefix = '',
  above: ReadonlyMap<string, string> = new Map(),
): { offset: number; cells: Map<string, string> }[] {
  if (value.kind === 'list') return value.items.flatMap((item) => listed(item, path, prefix, above));
  if (value.kind !== 'map') return [];
  const [next, ...rest] = path;
  const inner = next === undefined ? undefined : value.members.get(next);
  const own = new Map([...value.members].filter(([name]) => name !== next));
  const cells = flatten({ offset: value.offset, kind: 'map', members: own }, prefix, new Map(above));
  if (next === undefined) return [{ offset: value.offset, cells }];
  return inner === undefined || inner.kind === 'null'
    ? []
    : listed(inner, rest, prefix ? `${prefix}.${next}` : next, cells);
}

/** Nested names joined with dots; a list of scalars becomes one cell with `;` between. */
function flatten(value: Value, prefix = '', into = new Map<string, string>()): Map<string, string> {
  if (value.kind === 'map')
    for (const [key, member] of value.members) flatten(member, prefix ? `${prefix}.${key}` : key, into);
  else if (value.kind === 'scalar') into.set(prefix, value.text);
  else if (value.kind === 'list') {
    const scalars = value.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
    if (scalars.length === value.items.length) into.set(prefix, scalars.join(';'));
    else for (const [i, item] of value.items.entries()) flatten(item, `${prefix}.${i}`, into);
  }
  return into;
}

function parseAll(text: string): Value[] {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const skip = (): void => {
    while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at++;
  };
  const fail = (reason: string): never => {
    throw new JsonFault(Math.min(at, text.length), reason);
  };
  const token = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
  const stringToken = /"(?:[^"\\]|\\.)*"/sy;
  const string = (): string => {
    stringToken.lastIndex = at;
    const found = stringToken.exec(text)?.[0];
    if (found === undefined) return fail('a text in quotes is never closed');
    try {
      const unescaped = JSON.parse(found) as string;
      at += found.length;
      return unescaped;
    } catch {
      return fail('a text in quotes holds a line break or an unknown escape');
    }
  };
  const value = (depth: number): Value => {
    if (depth > MAX_DEPTH) return fail(`nested deeper than ${MAX_DEPTH}`);
    skip();
    const offset = at;
    const c = text[at];
    if (c === '"') return { offset, kind: 'scalar', text: string() };
    if (c === '[') return { offset, kind: 'list', items: sequence(']', () => value(depth + 1)) };
    if (c === '{') {
      const members = new Map<string, Value>();
      sequence('}', () => {
        skip();
        const key = text[at] === '"' ? string() : fail('expected a name in quotes');
        if (members.has(key)) fail(`the name "${key}" stands twice in one record`);
        skip();
        if (text[at] !== ':') fail('expected ":"');
        at++;
        members.set(key, value(depth + 1));
      });
      return { offset, kind: 'map', members };
    }
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found === undefined)
      return fail(at >= text.length ? 'the file ends in the middle of a value' : 'this is not JSON');
    at += found.length;
    return found === 'null' ? { offset, kind: 'null' } : { offset, kind: 'scalar', text: found };
  };
  const sequence = <T>(close: ']' | '}', item: () => T): T[] => {
    const items: T[] = [];
    at++;
    skip();
    if (text[at] === close) {
      at++;
      return items;
    }
    for (;;) {
      items.push(item());
      skip();
      const c = text[at];
      if (c !== ',' && c !== close)
        fail(at >= text.length ? 'the file ends in the middle of a record' : `expected "," or "${close}"`);
      at++;
      if (c === close) return items;
    }
  };
  const values: Value[] = [];
  for (skip(); at < text.length; skip()) values.push(value(0));
  // Records are what a source holds: anything else would have to be dropped.
  const [only] = values;
  const records = values.length > 1 ? values : only?.kind === 'list' ? only.items : values;
  for (const record of records) {
    at = record.offset;
    if (record.kind !== 'map') fail('expected a record in braces');
  }
  return values;
}
