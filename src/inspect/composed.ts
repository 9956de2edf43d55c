import type { SourceName } from '../model.ts';
import { pairsIn, pairWith, startIn, zonesIn } from '../read/day-and-time.ts';
import type { ColumnPlan } from '../read/plan.ts';
import { seriesAfter } from '../read/series.ts';
import { fieldsOf } from '../read/source-table.ts';
import { foldHeader, type TableRow } from '../read/table.ts';

/** A moment in several columns: its day (and time), its time of day, its zone. */
interface Parted {
  readonly date: string;
  readonly time?: string;
  readonly zone?: string;
}

/** What stands in one column of calls that were dialed, and in another of those that came in. */
interface BySide {
  readonly outbound: string;
  readonly inbound: string;
}

/** Field: its header, or the headers of the columns that make it. */
export type Columns = Readonly<
  Record<
    string,
    string | Parted | BySide | { readonly first_filled: readonly string[] } | { readonly join: readonly string[] }
  >
>;

/** The headers that rules name. */
export const headersIn = (columns: Columns): string[] =>
  Object.values(columns).flatMap((rule) => {
    if (typeof rule === 'string') return rule;
    if ('first_filled' in rule) return rule.first_filled;
    if ('outbound' in rule) return [rule.outbound, rule.inbound];
    return 'join' in rule ? rule.join : [rule.date, rule.time ?? [], rule.zone ?? []].flat();
  });

/** When deals were closed, where those that were won and those that were lost have a column each. */
export function closedColumns(source: SourceName, header: readonly string[]): Columns[string] | undefined {
  if (source !== 'opportunities') return undefined;
  const [won, lost] = ['won', 'lost'].map((end) =>
    header.find((name) =>
      new RegExp(`^(?:deal - )?(?:${end} (?:time|date|at|on)|date[ _]${end})$`).test(foldHeader(name)),
    ),
  );
  return won === undefined || lost === undefined ? undefined : { first_filled: [lost, won] };
}

/** Moments that were found in the column of their day, or of their time, while the other of the two or their zone is not read. */
export function partedFields(
  source: SourceName,
  plan: ColumnPlan,
  preset: string,
  header: readonly string[],
  rows: readonly TableRow[],
): [field: string, parts: Parted][] {
  const { columns, unread } = plan;
  const moments = Object.entries(fieldsOf(source)).flatMap(([name, { kind }]) => (kind === 'instant' ? [name] : []));
  const pairs = pairsIn(header, rows, header[startIn(columns) ?? -1]);
  const [zone] = preset === 'generic' ? zonesIn(header, rows).filter((name) => unread.includes(name)) : [];
  return moments.flatMap((field): [string, Parted][] => {
    const at = header[columns.get(field) ?? -1];
    if (plan.composed.has(field)) return [];
    const pair = pairWith(pairs, at, plan);
    const isStart = field === 'starts_at' || field === 'started_at';
    if (at === undefined || !(pair || (isStart && zone))) return [];
    return [[field, { ...(pair ?? { date: at }), ...(isStart && zone !== undefined ? { zone } : {}) }]];
  });
}

/** Whose name a header is said to be, before the word for the part of it. */
const WHOSE = `^(?:(?:contact|prospect|lead|invitee|attendee|client|customer|kontakt|contacto)(?:['’]s)? )?`;
const FIRST_NAME = new RegExp(`${WHOSE}(?:first ?name|given name|forename|vorname|prénom|nombre)$`);
const LAST_NAME = new RegExp(
  `${WHOSE}(?:last ?name|surname|family name|nachname|familienname|nom(?: de famille)?|apellidos?|name)$`,
);

/** The two columns of a contact's name, first name first, where the field is not read from a column of its own. */
export function partedName(
  source: SourceName,
  { columns }: Pick<ColumnPlan, 'columns'>,
  header: readonly string[],
): { readonly join: readonly [first: string, last: string] } | undefined {
  const whole = columns.get('contact_name');
  if (fieldsOf(source).contact_name === undefined || whole === -1) return undefined;
  const folded = header.map((name) => foldHeader(name).replaceAll('_', ' '));
  const first = folded.findIndex((name) => FIRST_NAME.test(name));
  const last = folded.findIndex((name) => LAST_NAME.test(name));
  if (first < 0 || last < 0 || (whole !== undefined && whole !== first && whole !== last)) return undefined;
  return { join: [header[first] ?? '', header[last] ?? ''] };
}

/** Whether meetings without ids can be told apart: by whom, and when. */
export const isJoinable = (source: SourceName, columns: { has(field: string): boolean }): boolean =>
  source === 'meetings' && ['email', 'contact_name'].some((f) => columns.has(f)) && columns.has('starts_at');

/** What an id of meetings can be made of where no column has one: whom, and when. */
export function joinedId(
  source: SourceName,
  { columns: found }: ColumnPlan,
  named: Columns,
  header: readonly string[],
): { readonly join: readonly string[] } | undefined {
  if (found.has('id') || named.id !== undefined) return undefined;
  const headersOf = (field: string): readonly string[] => {
    const rule = named[field];
    if (rule === undefined) return [header[found.get(field) ?? -1] ?? []].flat();
    return typeof rule === 'string' ? [rule] : 'date' in rule ? [rule.date] : headersIn({ [field]: rule });
  };
  if (!isJoinable(source, { has: (field) => headersOf(field).length > 0 })) return undefined;
  const email = headersOf('email');
  // A row of several meetings is of a person, whose later ones are of the same id.
  const [start = ''] = headersOf('starts_at');
  if (seriesAfter(start, header).length) return { join: email.length ? email : headersOf('contact_name') };
  return { join: [...(email.length ? email : headersOf('contact_name')), ...headersOf('starts_at')] };
}
