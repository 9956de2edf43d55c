import type { SourceName } from '../model.ts';
import { pairsIn, zonesIn } from '../read/day-and-time.ts';
import type { ColumnPlan } from '../read/plan.ts';
import { fieldsOf } from '../read/source-table.ts';
import type { TableRow } from '../read/table.ts';

/** A moment in several columns: its day (and time), its time of day, its zone. */
interface Parted {
  readonly date: string;
  readonly time?: string;
  readonly zone?: string;
}

/** Field: its header, or the headers of the columns that make it. */
export type Columns = Readonly<Record<string, string | Parted | { readonly join: readonly string[] }>>;

/** Moments that were found in the column of their day, or of their time, while the other of the two or their zone is not read. */
export function partedFields(
  source: SourceName,
  { columns, unread }: ColumnPlan,
  preset: string,
  header: readonly string[],
  rows: readonly TableRow[],
): [field: string, parts: Parted][] {
  const moments = Object.entries(fieldsOf(source)).flatMap(([name, { kind }]) => (kind === 'instant' ? [name] : []));
  const pairs = pairsIn(header, rows);
  const [zone] = preset === 'generic' ? zonesIn(header, rows).filter((name) => unread.includes(name)) : [];
  return moments.flatMap((field): [string, Parted][] => {
    const at = header[columns.get(field) ?? -1];
    const pair = pairs.find(
      ({ date, time }) => (at === date && unread.includes(time)) || (at === time && unread.includes(date)),
    );
    const isStart = field === 'starts_at' || field === 'started_at';
    if (at === undefined || !(pair || (isStart && zone))) return [];
    return [[field, { ...(pair ?? { date: at }), ...(isStart && zone !== undefined ? { zone } : {}) }]];
  });
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
  const headerOf = (field: string): string | undefined => {
    const rule = named[field];
    if (rule === undefined) return header[found.get(field) ?? -1];
    return typeof rule === 'string' ? rule : 'date' in rule ? rule.date : undefined;
  };
  if (!isJoinable(source, { has: (field) => headerOf(field) !== undefined })) return undefined;
  const [who, when] = [headerOf('email') ?? headerOf('contact_name'), headerOf('starts_at')];
  return who !== undefined && when !== undefined ? { join: [who, when] } : undefined;
}
