import type { Instant } from '../../model.ts';

/** What a warehouse writes in its own way; the rest is the SQL that they share. Arguments are expressions, not values. */
export interface Dialect {
  readonly title: string;
  /** A name of a table or column, as it is spelled. */
  identifier(name: string): string;
  literal(text: string): string;
  text(value: string): string;
  /** With six decimals: sums of seconds are the same in any order of rows. */
  decimal(value: string): string;
  lower(text: string): string;
  /** Every match of a pattern that all warehouses read alike. */
  replaceAll(text: string, pattern: string, by: string): string;
  isPhone(text: string): string;
  /** RE2, whatever the case; undefined where patterns are others. */
  readonly matches: ((text: string, pattern: string) => string) | undefined;
  /** Whether a timestamp carries no zone; undefined where all are moments. */
  readonly isWallTime: ((timestamp: string) => string) | undefined;
  /** The moment of a timestamp, of one without a zone in `zone`. */
  instant(timestamp: string, zone: string | undefined): string;
  moment(at: Instant): string;
  dateAt(instant: string, zone: string): string;
  isoDay(date: string): string;
  isoWeek(date: string): string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** ClickHouse reads a backslash as an escape wherever something is quoted. */
const unescaped = (text: string): string => text.replaceAll('\\', '\\\\');
const E164 = '^[+][1-9][0-9]{1,14}$';
const iso = (at: Instant): string => new Date(at).toISOString();

/** What DuckDB and PostgreSQL have in common. */
const STANDARD = {
  identifier: named,
  literal: quoted,
  text: (value: string) => `CAST(${value} AS VARCHAR)`,
  decimal: (value: string) => `CAST(${value} AS DECIMAL(38, 6))`,
  lower: (text: string) => `LOWER(${text})`,
  replaceAll: (text: string, pattern: string, by: string) => `REGEXP_REPLACE(${text}, '${pattern}', '${by}', 'g')`,
  instant: (timestamp: string, zone: string | undefined) =>
    zone === undefined ? timestamp : `${timestamp} AT TIME ZONE ${quoted(zone)}`,
  moment: (at: Instant) => `TIMESTAMPTZ '${iso(at)}'`,
  dateAt: (instant: string, zone: string) => `CAST(${instant} AT TIME ZONE ${quoted(zone)} AS DATE)`,
};

/** The warehouses that `metrics --sql` writes for. */
export const DIALECTS = {
  duckdb: {
    ...STANDARD,
    title: 'DuckDB',
    isPhone: (text) => `REGEXP_MATCHES(${text}, '${E164}')`,
    matches: (text, pattern) => `REGEXP_MATCHES(${text}, ${quoted(pattern)}, 'i')`,
    isWallTime: (timestamp) => `TYPEOF(${timestamp}) <> 'TIMESTAMP WITH TIME ZONE'`,
    isoDay: (date) => `STRFTIME(${date}, '%Y-%m-%d')`,
    isoWeek: (date) => `STRFTIME(${date}, '%G-W%V')`,
  },
  postgres: {
    ...STANDARD,
    title: 'PostgreSQL',
    isPhone: (text) => `${text} ~ '${E164}'`,
    matches: undefined,
    isWallTime: (timestamp) => `CAST(PG_TYPEOF(${timestamp}) AS TEXT) <> 'timestamp with time zone'`,
    isoDay: (date) => `TO_CHAR(${date}, 'YYYY-MM-DD')`,
    isoWeek: (date) => `TO_CHAR(${date}, 'IYYY"-W"IW')`,
  },
  clickhouse: {
    title: 'ClickHouse',
    identifier: (name) => named(unescaped(name)),
    literal: (text) => quoted(unescaped(text)),
    text: (value) => `toString(${value})`,
    decimal: (value) => `CAST(${value} AS Nullable(Decimal(38, 6)))`,
    lower: (text) => `lowerUTF8(${text})`,
    replaceAll: (text, pattern, by) => `replaceRegexpAll(${text}, '${pattern}', '${by}')`,
    isPhone: (text) => `match(${text}, '${E164}')`,
    matches: (text, pattern) => `match(${text}, ${quoted(unescaped(`(?i)${pattern}`))})`,
    isWallTime: undefined,
    // A DateTime is a moment; what a text or the clock of its own zone shows is read again in the zone of the rules.
    instant: (timestamp, zone) =>
      zone === undefined ? timestamp : `parseDateTime64BestEffort(toString(${timestamp}), 3, ${quoted(zone)})`,
    moment: (at) => `parseDateTime64BestEffort('${iso(at)}', 3, 'UTC')`,
    dateAt: (instant, zone) => `toDate(${instant}, ${quoted(zone)})`,
    isoDay: (date) => `formatDateTime(${date}, '%Y-%m-%d')`,
    isoWeek: (date) => `formatDateTime(${date}, '%G-W%V')`,
  },
} as const satisfies Record<string, Dialect>;
export type DialectName = keyof typeof DIALECTS;
export const DIALECT_NAMES = Object.keys(DIALECTS) as DialectName[];
