import { foldWord } from '../../read/coercers.ts';
import type { Field } from '../../read/field.ts';
import { LENGTH_UNITS, type LengthUnit, unitOf } from '../../read/lengths.ts';
import { fieldsOf } from '../../read/source-table.ts';
import type { Sow } from '../../sow/sow.ts';
import type { Dialect } from './dialects.ts';

/** A table of calls in a warehouse, as the rules map it. */
export interface CallTable {
  /** Its name, parts between points: `dialer.calls`. */
  readonly name: string;
  /** The column of each field; a field without one is known of no call. */
  readonly columns: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the rules say of lengths. */
  readonly units: Readonly<Record<string, LengthUnit | undefined>>;
  /** Of timestamps that carry none. */
  readonly zone: string | undefined;
}

/** The cells of the table by canonical name: texts trimmed, words mapped, lengths as decimals, the day in the zone of the SOW. */
export function cellsOf(table: CallTable, fields: readonly string[], sow: Sow, dialect: Dialect): string {
  const cells = fields.flatMap((field) => cellOf(field, table, dialect));
  const day = columnOf('started_at', table, dialect);
  const instant = day === undefined ? 'NULL' : dialect.instant(day, table.zone);
  return [
    `SELECT\n${[...cells, `${dialect.dateAt(instant, sow.clock.zone.name)} AS day`].join(',\n').replace(/^/gm, '  ')}`,
    `FROM ${table.name.split('.').map(dialect.identifier).join('.')} AS source`,
  ].join('\n');
}

const columnOf = (field: string, { columns }: CallTable, { identifier }: Dialect): string | undefined => {
  const name = columns[field];
  return name === undefined ? undefined : `source.${identifier(name)}`;
};

/** A field as one or two columns: of a word its text too, of a moment whether it is of the kind that the rules say. */
function cellOf(field: string, table: CallTable, dialect: Dialect): string[] {
  const { kind, words = [] } = fieldsOf('calls')[field] as Field;
  const column = columnOf(field, table, dialect);
  const mapped = Object.entries(table.values[field] ?? {});
  if (kind === 'seconds')
    return [`${secondsOf(dialect.decimal(column ?? 'NULL'), unitIn(table, field), dialect)} AS ${field}`];
  if (kind === 'instant') {
    const { isWallTime } = dialect;
    const value = column === undefined ? 'NULL' : dialect.instant(column, table.zone);
    const isOther = column === undefined ? 'FALSE' : `${table.zone === undefined ? '' : 'NOT '}${isWallTime?.(column)}`;
    return [`${value} AS ${field}`, ...(isWallTime ? [`${isOther} AS ${field}_is_other`] : [])];
  }
  const text = column === undefined ? dialect.text('NULL') : `NULLIF(TRIM(${dialect.text(column)}), '')`;
  if (kind === 'word') {
    const known = new Map([...words.map((word) => [word, word] as const), ...mapped]);
    return [`${caseOf(text, [...known], 'NULL', dialect)} AS ${field}`, `${text} AS ${field}_text`];
  }
  // Numbers are known by their digits.
  if (kind === 'phone') return [`${dialect.replaceAll(text, '[ ().-]', '')} AS ${field}`];
  return [`${mapped.length ? caseOf(text, mapped, text, dialect) : text} AS ${field}`];
}

/** Seconds of the unit that the rules say, else the name of the column. */
function unitIn({ columns, units }: CallTable, field: string): number {
  const unit = units[field];
  return unit === undefined ? (unitOf(columns[field] ?? '') ?? 1) : LENGTH_UNITS[unit];
}

function secondsOf(length: string, unit: number, { decimal }: Dialect): string {
  if (unit === 1) return length;
  return decimal(unit < 1 ? `${length} / ${1 / unit}` : `${length} * ${unit}`);
}

/** What each word stands for; words are compared folded. */
function caseOf(
  text: string,
  words: readonly (readonly [string, string])[],
  otherwise: string,
  dialect: Dialect,
): string {
  const folded = new Map(words.map(([raw, word]) => [foldWord(raw), word]));
  const whens = [...folded].map(([raw, word]) => `WHEN ${dialect.literal(raw)} THEN ${dialect.literal(word)}`);
  return `CASE ${foldedOf(text, dialect)} ${whens.join(' ')} ELSE ${otherwise} END`;
}

/** Lower case, with `_` for blanks and dashes. */
const foldedOf = (text: string, { lower, replaceAll }: Dialect): string =>
  replaceAll(lower(text), '[[:space:]-]+', '_');
