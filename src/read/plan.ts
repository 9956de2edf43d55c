import type { SourceName } from '../model.ts';
import { nearest } from '../problems/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { foldWord } from './coercers.ts';
import { dayAndTime, zoneOfHeader } from './day-and-time.ts';
import { directionOf } from './directions.ts';
import type { Preset } from './presets/preset.ts';
import { fieldsOf, ONE_OF } from './source-table.ts';
import { foldHeader, type TableRow } from './table.ts';
import { givenFields, type Head } from './texts.ts';
import { readFlag } from './values.ts';

/** Which column each canonical field is read from. */
export interface ColumnPlan {
  /** The names of all columns. */
  readonly header: readonly string[];
  /** Field: index of its column, or -1 for a text that the preset gives. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields that several columns make together. */
  readonly composed: ReadonlyMap<string, Composed>;
  readonly unread: readonly string[];
  /** Fields whose column the rules name: nothing that a preset derives replaces it. */
  readonly ruled: ReadonlySet<string>;
  /** Fields that the preset gives, whatever columns are there. */
  readonly given: readonly string[];
  readonly problems: readonly Problem[];
  /** What is missing, unless another file of the source has it. */
  readonly lacks: readonly Problem[];
}

/** The columns of which a field is made, and the text that their cells make. */
interface Composed {
  readonly at: readonly number[];
  readonly textOf: (cells: readonly string[]) => string;
}

/** A header, or several of which the first that is there counts. */
type Headers = string | readonly string[];
/** A moment: its day (and time) in one column, its time of day or its zone in another. */
interface Parted {
  readonly date: Headers;
  readonly time?: Headers | undefined;
  readonly zone?: Headers | undefined;
}
/** What stands in one column of calls that were dialed, and in another of those that came in. */
interface BySide {
  readonly outbound: Headers;
  readonly inbound: Headers;
}
/** What stands in the first of several columns that has something in a row. */
interface FirstFilled {
  readonly first_filled: readonly string[];
}
/** Where a field stands: in one column, or in several that make it together. */
type ColumnRule = Headers | Parted | BySide | FirstFilled | { readonly join: readonly string[] };
export type ColumnRules = Readonly<Partial<Record<string, ColumnRule>>>;

const listed = (headers: Headers): readonly string[] => (typeof headers === 'string' ? [headers] : headers);
const isHeaders = (rule: ColumnRule): rule is Headers => typeof rule === 'string' || Array.isArray(rule);
/** What stands between the cells of a text that is made of several; the parts of a person's name have a blank between. */
export const BETWEEN = ' / ';

/** The columns that a rule names, and how their cells become one text. */
function partsOf(
  rule: ColumnRule,
  between: string,
): {
  readonly headers: readonly Headers[];
  readonly textOf: Composed['textOf'];
} {
  if (isHeaders(rule)) return { headers: [rule], textOf: ([text = '']) => text };
  if ('first_filled' in rule) return { headers: rule.first_filled, textOf: (cells) => cells.find(Boolean) ?? '' };
  if ('outbound' in rule) return { headers: [rule.outbound, rule.inbound], textOf: ([text = '']) => text };
  if (!('date' in rule)) return { headers: rule.join, textOf: (cells) => cells.filter(Boolean).join(between) };
  const { date, time, zone } = rule;
  const [timeAt, zoneAt] = [1, time === undefined ? 1 : 2];
  return {
    headers: [date, ...(time === undefined ? [] : [time]), ...(zone === undefined ? [] : [zone])],
    textOf: (cells) => {
      const [day = ''] = cells;
      const moment = time === undefined ? day : dayAndTime(day, cells[timeAt] ?? '');
      return zone === undefined || moment === '' ? moment : `${moment} ${cells[zoneAt] ?? ''}`;
    },
  };
}
const namesIn = (rule: ColumnRule | undefined): readonly string[] =>
  rule === undefined ? [] : listed(partsOf(rule, BETWEEN).headers[0] ?? []);

/** A file with these columns speaks of rows of other files: a log of outcomes says of meetings what became of them, and need not say when they were. */
const SPEAKS_OF_OTHERS: Partial<Record<SourceName, readonly string[]>> = { meetings: ['id', 'outcome'] };

/** As many rows show what a column holds. */
const LOOKED_AT = 200;

/** The headers that a field may have, folded, best first. */
function candidates(source: SourceName, field: string, preset: Preset): string[] {
  return [field, ...(preset.columns[field] ?? []), ...(fieldsOf(source)[field]?.aliases ?? [])].map(foldHeader);
}

/** Whether a line of cells is the header of this source: it names every field that is needed, and one of each group. */
export function headerTest(
  source: SourceName,
  preset: Preset,
  rules: ColumnRules,
): (cells: readonly string[]) => boolean {
  const derived = givenFields(preset, undefined);
  const has = (folded: ReadonlySet<string>, field: string): boolean =>
    derived.includes(field) ||
    [...namesIn(rules[field]).map(foldHeader), ...candidates(source, field, preset)].some((name) => folded.has(name));
  const needed = Object.entries(fieldsOf(source)).flatMap(([name, f]) => (f.needed ? [name] : []));
  const groups = [...needed.map((name) => [name]), ...(ONE_OF[source] ?? [])];
  return (cells) => {
    const folded = new Set(cells.map(foldHeader));
    return groups.length > 0 && groups.every((group) => group.some((field) => has(folded, field)));
  };
}

/** Whether a call came in, by the words of the rules, else by what they usually mean. */
function inboundTest(directions: Readonly<Record<string, string>>): (text: string) => boolean {
  const said = new Map(Object.entries(directions).map(([word, direction]) => [foldWord(word), direction]));
  return (text) => (said.get(foldWord(text)) ?? directionOf(text)) === 'inbound';
}

/** The headers of whom and when: together they tell meetings apart that have no id. */
function joinable(columns: ReadonlyMap<string, number>, header: readonly string[]): string | undefined {
  const headerOf = (...fields: string[]): string | undefined =>
    fields.flatMap((field) => header[columns.get(field) ?? -1]?.trim() || [])[0];
  const [who, when] = [headerOf('email', 'contact_name'), headerOf('starts_at')];
  return who !== undefined && when !== undefined ? `[${who}, ${when}]` : undefined;
}

/** What says who a row is of, best first. */
const WHO = ['email', 'contact_name', 'phone', 'company'];

/** An id of several cells of which one is empty tells nobody apart: then it has who the row is of as well. */
function withWho(
  { at, textOf }: Composed,
  columns: ReadonlyMap<string, number>,
  composed: ReadonlyMap<string, Composed>,
): Composed {
  const others = WHO.map((field) => composed.get(field)?.at ?? [columns.get(field) ?? -1]).filter(
    (all) => !all.some((i) => i < 0 || at.includes(i)),
  );
  const all = [...at, ...others.flat()];
  const textIn = (cells: readonly string[], of: readonly number[]): string =>
    of.flatMap((i) => cells[all.indexOf(i)] || []).join(' ');
  return {
    at: all,
    textOf: (cells) => {
      const own = cells.slice(0, at.length);
      if (own.every(Boolean)) return textOf(own);
      return [...own, others.map((of) => textIn(cells, of)).find(Boolean)].filter(Boolean).join(BETWEEN);
    },
  };
}

/** `directions` are the words of the rules for the direction of a call. */
export function planColumns(
  table: Head & { readonly headerLine: number; sample?(): readonly TableRow[] },
  source: SourceName,
  preset: Preset,
  rules: ColumnRules,
  file: string,
  directions: Readonly<Record<string, string>> = {},
): ColumnPlan {
  const folded = table.header.map(foldHeader);
  const place = { file, line: table.headerLine };
  const headers = table.header
    .map((h) => h.trim())
    .filter(Boolean)
    .join(', ');
  const problems: Problem[] = [];
  const columns = new Map<string, number>();
  const composed = new Map<string, Composed>();
  const taken = new Set<number>();
  const find = (field: string, names: readonly string[], isShared = false): number | undefined => {
    for (const name of names) {
      const at = folded.flatMap((h, i) => (h === name && (isShared || !taken.has(i)) ? [i] : []));
      const [first, second] = at;
      if (first === undefined) continue;
      if (second !== undefined) {
        const args = {
          field,
          header: table.header[first] ?? '',
          other: `${table.header[second]} (column ${second + 1})`,
          source,
        };
        problems.push(problem('repeated_column', { ...place, column: first + 1 }, args));
      }
      return first;
    }
    return undefined;
  };
  const isFlags = (at: number): boolean => {
    const cells = (table.sample?.() ?? []).slice(0, LOOKED_AT).flatMap(({ cells }) => cells[at]?.trim() || []);
    return cells.length > 0 && cells.every((cell) => readFlag(cell) !== undefined);
  };
  const take = (field: string, names: readonly string[]): void => {
    const isMoment = fieldsOf(source)[field]?.kind === 'instant';
    for (const name of names) {
      const at = find(field, [name]);
      // `Closed` is when a deal was, or whether it is.
      if (at === undefined || (isMoment && isFlags(at))) continue;
      columns.set(field, at);
      taken.add(at);
      return;
    }
  };
  for (const [field, rule] of Object.entries(rules)) {
    if (rule === undefined) continue;
    const { headers: parts, textOf } = partsOf(rule, fieldsOf(source)[field]?.person ? ' ' : BETWEEN);
    const at = parts.flatMap((part): number[] => {
      const names = listed(part);
      // Two moments may share a day, and what a text is made of may be read on its own as well.
      const found = find(field, names.map(foldHeader), parts.length > 1);
      if (found !== undefined) return [found];
      const header = names.join('" or "');
      problems.push(
        problem('unknown_column', place, { field, header, headers, nearest: nearest(names[0] ?? '', table.header) }),
      );
      return [];
    });
    const [first] = at;
    if (first === undefined || at.length < parts.length) continue;
    columns.set(field, first);
    // A zone that the header of the time says is that of its cells, as one in a column of its own.
    const said = !isHeaders(rule) && 'date' in rule && !rule.zone && zoneOfHeader(table.header[at[1] ?? -1] ?? '');
    const zoned: Composed['textOf'] = (cells) => {
      const moment = textOf(cells);
      return moment && `${moment} ${said}`;
    };
    if (at.length > 1) composed.set(field, { at, textOf: said ? zoned : textOf });
    if (isHeaders(rule) || 'date' in rule || 'outbound' in rule) for (const i of at) taken.add(i);
  }
  const fields = Object.entries(fieldsOf(source));
  for (const [field] of fields) if (!columns.has(field) && !rules[field]) take(field, [foldHeader(field)]);
  for (const [field] of fields)
    if (!columns.has(field) && !rules[field]) take(field, candidates(source, field, preset));
  const isInbound = inboundTest(directions);
  for (const [field, { at }] of composed) {
    const rule = rules[field];
    const direction = columns.get('direction') ?? -1;
    if (rule === undefined || isHeaders(rule) || !('outbound' in rule) || direction < 0) continue;
    const textOf: Composed['textOf'] = ([out = '', into = '', word = '']) => (isInbound(word) ? into : out);
    composed.set(field, { at: [...at, direction], textOf });
  }
  const joined = composed.get('id');
  if (joined) composed.set('id', withWho(joined, columns, composed));
  for (const [i, header] of folded.entries()) {
    if (source === 'meetings' && !taken.has(i) && header.startsWith('answers.')) {
      columns.set(header, i);
      taken.add(i);
    }
  }
  const given = givenFields(preset, table.layout);
  for (const field of given) if (!columns.has(field)) columns.set(field, -1);
  const groups = [...fields.flatMap(([name, f]) => (f.needed ? [[name]] : [])), ...(ONE_OF[source] ?? [])];
  const leans = SPEAKS_OF_OTHERS[source]?.every((field) => columns.has(field)) ?? false;
  const lacks: Problem[] = [];
  for (const group of groups) {
    if (group.some((field) => columns.has(field) || rules[field])) continue;
    const field = group.join('" or "');
    const near = group.flatMap((name) => nearest(name.replaceAll('_', ' '), folded) ?? [])[0];
    (leans ? lacks : problems).push(
      problem('missing_column', place, {
        field,
        key: group[0],
        source,
        headers,
        log: leans ? 'a log of outcomes' : undefined,
        join: field === 'id' ? joinable(columns, table.header) : undefined,
        nearest: near === undefined ? undefined : table.header[folded.indexOf(near)],
      }),
    );
  }
  const read = new Set([...taken, ...[...composed.values()].flatMap(({ at }) => at)]);
  const unread = table.header.filter((h, i) => h.trim() && !read.has(i));
  return {
    header: table.header,
    columns,
    composed,
    unread,
    ruled: new Set(Object.keys(rules)),
    given,
    problems,
    lacks,
  };
}
