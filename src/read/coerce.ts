import type { SourceName } from '../model.ts';
import { nearest } from '../problems/nearest.ts';
import { type Problem, type ProblemArgs, problem } from '../problems/problem.ts';
import { isAmountOf } from '../sow/currency.ts';
import { parsePeriod } from '../sow/period.ts';
import type { Zone } from '../sow/zone.ts';
import type { Field } from './field.ts';
import { type DateOrder, type InstantFault, numericDate, readInstant } from './instant.ts';
import type { ColumnPlan } from './plan.ts';
import type { Preset } from './presets/preset.ts';
import { fieldsOf } from './source-table.ts';
import { foldHeader, type Table, type TableRow } from './table.ts';
import {
  readCountry,
  readDomain,
  readEmail,
  readFlag,
  readMoney,
  readNumber,
  readPhone,
  readSeconds,
} from './values.ts';

/** How the cells of one file are to be read. */
export interface Reading {
  readonly source: SourceName;
  readonly file: string;
  readonly preset: Preset;
  readonly zone: Zone | undefined;
  /** Where days without a time are days. */
  readonly contractZone: Zone;
  /** mdy, dmy, ymd, iso, or a date-fns pattern. */
  readonly dates: string | undefined;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  readonly currency: string;
  readonly country: string | undefined;
  /** A CRM outcome that means "nobody edited it". */
  readonly defaultOutcome: string | undefined;
}

export interface CoercedRow {
  readonly line: number;
  readonly raw: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly answers: Readonly<Record<string, string>>;
}

export interface Coerced {
  readonly rows: readonly CoercedRow[];
  readonly quarantined: number;
  readonly problems: readonly Problem[];
}

type Value = string | number | boolean;
type Fault = { readonly code: Problem['code']; readonly args: ProblemArgs };
type Coercer = (text: string) => Value | Fault | undefined;

const isFault = (value: Value | Fault | undefined): value is Fault => typeof value === 'object';
const DATE_ONLY = /^[^:]*$/;
const ORDERS: readonly string[] = ['mdy', 'dmy', 'ymd', 'iso'];

/** Turns the cells of a table into values by the kinds of its fields. Rows with a cell that cannot be read are set aside and told. */
export function coerce(table: Table, plan: ColumnPlan, reading: Reading): Coerced {
  const { source, file } = reading;
  const texts = table.rows.map((row) => cellsOf(row, table, plan, reading));
  const problems: Problem[] = [];
  const coercers = new Map<string, Coercer>();
  for (const [name, field] of Object.entries(fieldsOf(source))) {
    if (!plan.columns.has(name)) continue;
    const column = texts.flatMap((cells) => cells[name] ?? []);
    const made = coercerOf(name, field, column, reading);
    if (typeof made === 'function') coercers.set(name, made);
    else problems.push(problem(made.code, { file, line: table.headerLine }, made.args));
  }
  const once = new Map<string, { line: number; fault: Fault; count: number }>();
  const rows: CoercedRow[] = [];
  let quarantined = 0;
  for (const [i, row] of table.rows.entries()) {
    const raw = texts[i] ?? {};
    const faults: Fault[] = [];
    const isRagged =
      row.cells.length < table.header.length || row.cells.slice(table.header.length).some((cell) => cell.trim());
    // The cells of a ragged row may stand in the wrong columns: they are not looked at.
    if (isRagged) faults.push({ code: 'ragged_row', args: { cells: row.cells.length, columns: table.header.length } });
    const values: Record<string, Value> = {};
    for (const [name, field] of isRagged ? [] : Object.entries(fieldsOf(source))) {
      const text = raw[name];
      if (text === undefined) {
        if (field.needed && plan.columns.has(name)) faults.push({ code: 'missing_value', args: { field: name } });
        continue;
      }
      const value = coercers.get(name)?.(text);
      if (isFault(value)) faults.push(value);
      else if (value !== undefined) values[name] = value;
    }
    for (const fault of faults) {
      const key = ONCE.has(fault.code)
        ? `${fault.code} ${fault.args.field} ${fault.code === 'unmapped_value' ? fault.args.value : ''}`
        : undefined;
      const seen = key === undefined ? undefined : once.get(key);
      if (seen) seen.count++;
      else if (key !== undefined) once.set(key, { line: row.line, fault, count: 1 });
      else
        problems.push(
          problem(
            fault.code,
            { file, line: row.line, column: columnOf(plan, fault) },
            fault.args,
            row.cells.join(BAR),
            caretOf(row, columnOf(plan, fault)),
          ),
        );
    }
    if (faults.length) quarantined++;
    else rows.push({ line: row.line, raw, values, answers: answersOf(raw) });
  }
  for (const { line, fault, count } of once.values())
    problems.push(problem(fault.code, { file, line }, { ...fault.args, count }));
  return { rows, quarantined, problems };
}

/** Told once a column, or once a value, with a count. */
const ONCE: ReadonlySet<string> = new Set(['unmapped_value', 'time_without_zone', 'other_currency']);

/** How the cells of a row are shown beside each other. */
const BAR = ' | ';

/** Where a cell begins in the row as it is shown. */
const caretOf = (row: TableRow, column: number | undefined): number | undefined =>
  column === undefined
    ? undefined
    : row.cells.slice(0, column - 1).join(BAR).length + (column > 1 ? BAR.length : 0) + 1;

/** The number of the cell's column, where one can be named. */
function columnOf(plan: ColumnPlan, fault: Fault): number | undefined {
  const at = plan.columns.get(String(fault.args.field ?? ''));
  return at === undefined || at < 0 ? undefined : at + 1;
}

/** The cells of a row by field; empty ones and the preset's words for "no value" are left out. */
function cellsOf(
  row: TableRow,
  table: Table,
  plan: ColumnPlan,
  { preset, defaultOutcome }: Reading,
): Record<string, string> {
  const derived =
    preset.derive?.((header) => (row.cells[table.header.findIndex((h) => foldHeader(h) === header)] ?? '').trim()) ??
    {};
  const cells: Record<string, string> = {};
  for (const [field, at] of plan.columns) {
    const text = (at >= 0 ? row.cells[at] : (derived[field] ?? preambleCell(table, preset, field)))?.trim();
    if (text && !preset.sentinels?.includes(text)) cells[field] = text;
  }
  if (defaultOutcome !== undefined && cells.outcome?.toLowerCase() === defaultOutcome.toLowerCase())
    delete cells.outcome;
  return cells;
}

function preambleCell(table: Table, preset: Preset, field: string): string | undefined {
  const labels = preset.preamble?.[field];
  return table.before.find((line) => labels?.includes(foldHeader(line.cells[0] ?? '')))?.cells[1];
}

function answersOf(raw: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([field, text]) => (field.startsWith('answers.') ? [[field.slice(8), text]] : [])),
  );
}

const bad = (field: string, value: string, expected: string): Fault => ({
  code: 'bad_value',
  args: { field, value, expected },
});

/** One coercer a kind; made once a column, since a column may need all its cells to be understood. */
function coercerOf(name: string, field: Field, column: readonly string[], reading: Reading): Coercer | Fault {
  const or =
    (read: (text: string) => Value | undefined, expected: string): Coercer =>
    (text) =>
      read(text) ?? bad(name, text, expected);
  switch (field.kind) {
    case 'text': {
      const mapped = new Map(Object.entries(reading.values[name] ?? {}).map(([raw, value]) => [foldWord(raw), value]));
      return (text) => mapped.get(foldWord(text)) ?? text;
    }
    case 'email':
      return or(readEmail, 'an e-mail address');
    // A number that cannot be dialled is no key, but no reason to doubt the row.
    case 'phone':
      return (text) => readPhone(text, reading.country);
    case 'domain':
      return (text) => readDomain(text);
    case 'country':
      return readCountry;
    case 'number':
      return or(readNumber, 'a number');
    case 'flag':
      return or(readFlag, 'yes or no');
    case 'seconds':
      return or((text) => readSeconds(text, reading.source === 'meetings' ? 60 : 1), 'a length of time');
    case 'money':
      return (text) => {
        const value = readMoney(text, reading.currency);
        if (value === 'other')
          return { code: 'other_currency', args: { field: name, value: text, currency: reading.currency } };
        return value !== undefined && isAmountOf(reading.currency, value)
          ? value
          : bad(name, text, `an amount in ${reading.currency}`);
      };
    case 'period':
      return or(
        (text) => parsePeriod(text)?.label,
        'a month, quarter or range such as 2026-06, 2026-Q2 or 2026-01-01..2026-06-30',
      );
    case 'word':
      return wordCoercer(name, field, reading);
    case 'instant':
      return instantCoercer(name, column, reading);
  }
}

const foldWord = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

function wordCoercer(name: string, field: Field, { values, preset, source }: Reading): Coercer {
  const words = field.words ?? [];
  const known = new Map<string, string>();
  for (const word of words) known.set(foldWord(word), word);
  for (const mapping of [preset.values[name], values[name]]) {
    for (const [rawWord, word] of Object.entries(mapping ?? {})) known.set(foldWord(rawWord), word);
  }
  return (text) =>
    known.get(foldWord(text)) ?? {
      code: 'unmapped_value',
      args: {
        field: name,
        value: text,
        source,
        valid: words.join(', '),
        nearest: nearest(foldWord(text), known.keys()),
      },
    };
}

const FAULTS: Readonly<Record<Exclude<InstantFault, 'no_zone' | 'twice'>, string>> = {
  unreadable: 'is not a date or time that can be read',
  does_not_exist: 'does not exist in the calendar',
  gap: 'does not exist: clocks go forward over it',
};

function instantCoercer(name: string, column: readonly string[], reading: Reading): Coercer | Fault {
  const { dates, source } = reading;
  const pattern = dates !== undefined && !ORDERS.includes(dates) ? dates : undefined;
  const decided = dates !== undefined ? (ORDERS.includes(dates) ? (dates as DateOrder) : 'iso') : orderOf(column);
  if (decided === undefined) {
    const value = column.find((text) => numericDate(text)) ?? '';
    return { code: 'ambiguous_dates', args: { field: name, value, source } };
  }
  // A date without time is a day of the contract; a time without zone is not guessed.
  return (text) => {
    const read = readInstant(
      text,
      decided,
      reading.zone ?? (DATE_ONLY.test(text) ? reading.contractZone : undefined),
      pattern,
    );
    if (typeof read === 'number') return read;
    if (read === 'no_zone') return { code: 'time_without_zone', args: { field: name, value: text, source } };
    if (read === 'twice')
      return { code: 'ambiguous_time', args: { field: name, value: text, zone: reading.zone?.name } };
    return { code: 'bad_instant', args: { field: name, value: text, reason: FAULTS[read] } };
  };
}

/** The order of day and month that all cells of a column fit; undefined where both or neither fit. */
function orderOf(column: readonly string[]): DateOrder | undefined {
  const pairs = column.flatMap((text) => numericDate(text) ?? []);
  const numeric = column.some((text) => numericDate(text));
  if (!numeric) return 'iso';
  let [mdy, dmy, differ] = [true, true, false];
  for (let i = 0; i < pairs.length; i += 2) {
    const [first = 0, second = 0] = [pairs[i], pairs[i + 1]];
    if (first > 12) mdy = false;
    if (second > 12) dmy = false;
    if (first !== second) differ = true;
  }
  if (mdy && dmy) return differ ? undefined : 'mdy';
  return mdy ? 'mdy' : dmy ? 'dmy' : undefined;
}
