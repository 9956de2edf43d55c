import type { SourceName } from '../model.ts';
import { nearest } from '../problems/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Preset } from './presets/preset.ts';
import { fieldsOf, ONE_OF } from './source-table.ts';
import { foldHeader } from './table.ts';
import { givenFields, type Head } from './texts.ts';

/** Which column each canonical field is read from. */
export interface ColumnPlan {
  /** Field: index of its column, or -1 for a text that the preset gives. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields whose time of day stands in a column of its own, with its index. */
  readonly times: ReadonlyMap<string, number>;
  readonly unread: readonly string[];
  /** Fields whose column the rules name: nothing that a preset derives replaces it. */
  readonly ruled: ReadonlySet<string>;
  /** Fields that the preset gives, whatever columns are there. */
  readonly given: readonly string[];
  readonly problems: readonly Problem[];
}

/** A header, or several of which the first that is there counts. */
type Headers = string | readonly string[];
/** Where a field stands: in one column, or its day in one and its time of day in another. */
type ColumnRule = Headers | { readonly date: Headers; readonly time: Headers };
export type ColumnRules = Readonly<Partial<Record<string, ColumnRule>>>;

const listed = (headers: Headers): readonly string[] => (typeof headers === 'string' ? [headers] : headers);
const isParted = (rule: ColumnRule): rule is { readonly date: Headers; readonly time: Headers } =>
  typeof rule === 'object' && 'date' in rule;
const namesIn = (rule: ColumnRule | undefined): readonly string[] =>
  rule === undefined ? [] : listed(isParted(rule) ? rule.date : rule);

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

export function planColumns(
  table: Head & { readonly headerLine: number },
  source: SourceName,
  preset: Preset,
  rules: ColumnRules,
  file: string,
): ColumnPlan {
  const folded = table.header.map(foldHeader);
  const place = { file, line: table.headerLine };
  const headers = table.header
    .map((h) => h.trim())
    .filter(Boolean)
    .join(', ');
  const problems: Problem[] = [];
  const columns = new Map<string, number>();
  const times = new Map<string, number>();
  const taken = new Set<number>();
  const take = (field: string, names: readonly string[], into = columns): boolean => {
    for (const name of names) {
      const at = folded.flatMap((h, i) => (h === name && !taken.has(i) ? [i] : []));
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
      into.set(field, first);
      taken.add(first);
      return true;
    }
    return false;
  };
  for (const [field, rule] of Object.entries(rules)) {
    const time = rule !== undefined && isParted(rule) ? [{ names: listed(rule.time), into: times }] : [];
    for (const { names, into } of [{ names: namesIn(rule), into: columns }, ...time]) {
      if (take(field, names.map(foldHeader), into)) continue;
      const header = names.join('" or "');
      problems.push(
        problem('unknown_column', place, { field, header, headers, nearest: nearest(names[0] ?? '', table.header) }),
      );
    }
  }
  const fields = Object.entries(fieldsOf(source));
  for (const [field] of fields) if (!columns.has(field) && !rules[field]) take(field, [foldHeader(field)]);
  for (const [field] of fields)
    if (!columns.has(field) && !rules[field]) take(field, candidates(source, field, preset));
  for (const [i, header] of folded.entries()) {
    if (source === 'meetings' && !taken.has(i) && header.startsWith('answers.')) {
      columns.set(header, i);
      taken.add(i);
    }
  }
  const given = givenFields(preset, table.layout);
  for (const field of given) if (!columns.has(field)) columns.set(field, -1);
  const groups = [...fields.flatMap(([name, f]) => (f.needed ? [[name]] : [])), ...(ONE_OF[source] ?? [])];
  for (const group of groups) {
    if (group.some((field) => columns.has(field) || rules[field])) continue;
    const field = group.join('" or "');
    const near = group.flatMap((name) => nearest(name.replaceAll('_', ' '), folded) ?? [])[0];
    problems.push(
      problem('missing_column', place, {
        field,
        source,
        headers,
        nearest: near === undefined ? undefined : table.header[folded.indexOf(near)],
      }),
    );
  }
  const unread = table.header.filter((h, i) => h.trim() && !taken.has(i));
  return { columns, times, unread, ruled: new Set(Object.keys(rules)), given, problems };
}
