import type { SourceName } from '../model.ts';
import { type Problem, type ProblemArgs, problem } from '../problems/problem.ts';
import { DAY_MS } from '../sow/dates.ts';
import type { Zone } from '../sow/zone.ts';
import { type Coercer, coercerOf, type Fault, isFault, unsaidLengths, type Value } from './coercers.ts';
import type { Field, Kind } from './field.ts';
import { doubtedUnits } from './length-units.ts';
import type { LengthUnit } from './lengths.ts';
import { withoutAddress } from './person-cell.ts';
import type { ColumnPlan } from './plan.ts';
import type { Preset, Texts } from './presets/preset.ts';
import { fieldsOf, NAMED_BY } from './source-table.ts';
import type { TextRow } from './texts.ts';
import { Told } from './told.ts';

/** How the cells of one file are to be read. */
export interface Reading {
  readonly source: SourceName;
  readonly file: string;
  readonly preset: Preset;
  readonly zone: Zone | undefined;
  /** What the rules say of words for zones: a zone, or an offset. */
  readonly zones: Readonly<Record<string, string>>;
  /** Where days without a time are days. */
  readonly contractZone: Zone;
  /** mdy, dmy, ymd, iso, or a date-fns pattern. */
  readonly dates: string | undefined;
  /** What stands before decimals. */
  readonly decimals: 'point' | 'comma' | undefined;
  /** What bare numbers of a column of lengths are, where the rules say it. */
  readonly units: Readonly<Record<string, LengthUnit | undefined>>;
  /** A point stands before the decimals of its numbers. */
  readonly isJson: boolean;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  readonly currency: string;
  readonly country: string | undefined;
}

export interface CoercedRow {
  readonly line: number;
  readonly raw: Texts;
  /** A fresh object: it may become the record. */
  readonly values: Record<string, Value>;
  readonly answers: Readonly<Record<string, string>>;
}

/** A field that has a column; without a coercer the column cannot be read, and that was told. */
interface Column {
  readonly name: string;
  /** What the rules say that an empty cell means. */
  readonly empty: string | undefined;
  readonly coercer: Coercer | undefined;
  readonly field: Field;
}

/** Told once a column, or once a value, with a count. All of them stop the run. */
const ONCE: ReadonlySet<string> = new Set(['unmapped_value', 'unmapped_zone', 'time_without_zone', 'other_currency']);
/** Those that are told once a value. */
const BY_VALUE: ReadonlySet<string> = new Set(['unmapped_value', 'unmapped_zone']);
/** How many such values are counted one by one: a column of free text has a word a row. */
const MOST_ONCE = 1000;

/** Whether a row with these values needs no value of a field that is needed. */
const isDispensable = ({ neededUnless: unless }: Field, values: Readonly<Record<string, Value>>): boolean =>
  unless?.words.includes(String(values[unless.field])) ?? false;

/** So many rows show in which unit lengths are. */
const HELD_AGAINST = 1000;

/** Fields of a start, each with that of its end. */
const ENDS = [
  ['starts_at', 'ends_at'],
  ['started_at', 'ended_at'],
  ['login_at', 'logout_at'],
  ['joined_at', 'left_at'],
] as const;

/** How the cells of a row are shown beside each other. */
const BAR = ' | ';

/**
 * Turns the texts of rows into values by the kinds of their fields. How a column is to be read (the order of its dates, its
 * decimals) is decided from `sample`, all rows or the first part of a large file, before the first row is read.
 */
export class RowCoercer {
  readonly #plan: ColumnPlan;
  readonly #reading: Reading;
  readonly #coercers: readonly Column[];
  /** Starts and ends that have their times apart, and one column for their day. */
  readonly #onOneDay: readonly (readonly [start: string, end: string])[];
  /** Fields that are named answers. */
  readonly #answers: readonly string[];
  readonly #told: Told;
  readonly #once = new Map<string, { line: number; fault: Fault; count: number }>();
  /** Rows set aside so far. */
  quarantined = 0;

  constructor(plan: ColumnPlan, reading: Reading, headerLine: number, sample: readonly TextRow[]) {
    this.#plan = plan;
    this.#reading = reading;
    this.#told = new Told(reading.file);
    this.#onOneDay = ENDS.filter(([start, end]) => {
      const [from, to] = [start, end].map((field) => plan.composed.get(field)?.at[0]);
      return from !== undefined && from === to;
    });
    this.#answers = [...plan.columns.keys()].filter((field) => field.startsWith('answers.'));
    this.#coercers = Object.entries(fieldsOf(reading.source)).flatMap(([name, field]): Column[] => {
      if (!plan.columns.has(name)) return [];
      const empty = reading.values[name]?.[''];
      const texts = (): readonly string[] => sample.flatMap(({ texts }) => texts[name] ?? []);
      const coercer = coercerOf(name, field, { texts, header: plan.header[plan.columns.get(name) ?? -1] }, reading);
      if (typeof coercer === 'function') return [{ name, empty, coercer, field }];
      const place = { file: reading.file, line: headerLine, column: this.#columnOf(coercer.args) };
      this.#told.add(coercer.code, () => problem(coercer.code, place, coercer.args));
      return [{ name, empty, coercer: undefined, field }];
    });
    this.#doubtUnits(headerLine, sample.slice(0, HELD_AGAINST));
  }

  /** Holds lengths of which nobody says the unit against the start and end of their calls, else against the length of the whole. */
  #doubtUnits(headerLine: number, sample: readonly TextRow[]): void {
    const reading = this.#reading;
    const unsaid = this.#coercers.flatMap(({ name, field }) => {
      const header = this.#plan.header[this.#plan.columns.get(name) ?? -1];
      const texts = (): readonly string[] => sample.map(({ texts }) => texts[name] ?? '');
      return field.kind === 'seconds' ? (unsaidLengths(name, { texts, header }, reading) ?? []) : [];
    });
    if (!unsaid.length) return;
    const isSaid = unsaid.every(({ field }) => field !== 'duration');
    const numberOf = ({ texts }: TextRow, name: string): number | undefined => {
      const text = texts[name];
      const value = text && this.#coercers.find((column) => column.name === name)?.coercer?.(text);
      return typeof value === 'number' ? value : undefined;
    };
    const spans = sample.map((row) => {
      const [start, end] = [numberOf(row, 'started_at'), numberOf(row, 'ended_at')];
      if (start !== undefined && end !== undefined) return (end - start) / 1000;
      return isSaid ? numberOf(row, 'duration') : undefined;
    });
    for (const { args } of doubtedUnits(unsaid, spans)) {
      const place = { file: reading.file, line: headerLine, column: this.#columnOf(args) };
      this.#told.add('doubtful_unit', () => problem('doubtful_unit', place, { ...args, source: reading.source }));
    }
  }

  /** The row as values; undefined when it was set aside. */
  read(row: TextRow): CoercedRow | undefined {
    const values: Record<string, Value> = {};
    let isSound = true;
    const lacking: Column[] = [];
    for (const column of this.#coercers) {
      const { name, coercer, field } = column;
      const text = row.texts[name];
      if (text === undefined) {
        if (column.empty !== undefined) values[name] = column.empty;
        else if (field.needed) lacking.push(column);
        continue;
      }
      const value = coercer?.(text);
      if (value === undefined) continue;
      if (isFault(value)) {
        this.#tell(row, value);
        isSound = isSound && value.isTold === true;
      } else values[name] = value;
    }
    for (const { name, field } of lacking) {
      const { words } = field;
      const filled = this.#reading.preset.fills?.[name];
      if (isDispensable(field, values)) continue;
      if (field.empty && filled === undefined && row.texts[field.empty.unless] === undefined)
        values[name] = field.empty.word;
      else if (filled === undefined) {
        this.#tell(row, { code: 'missing_value', args: { field: name, ...emptyWord(name, words) } });
        isSound = false;
      } else values[name] = filled;
    }
    this.#endNextDay(values);
    const fault = isSound ? (this.#endsEarly(row, values) ?? this.#unnamed(row, values)) : undefined;
    if (fault) this.#tell(row, fault);
    if (!isSound || (fault && !fault.isTold)) {
      this.quarantined++;
      return undefined;
    }
    const named = withoutAddress(values, fieldsOf(this.#reading.source));
    return { line: row.line, raw: row.texts, values: named, answers: this.#answersOf(row.texts) };
  }

  /** An end that has its day from the column of the start, and is earlier, is on the day after: a shift from 21:00 to 05:00. One from 17:00 to 09:00 is a slip. */
  #endNextDay(values: Record<string, Value>): void {
    const { zone = this.#reading.contractZone } = this.#reading;
    for (const [start, end] of this.#onOneDay) {
      const [from, to] = [values[start], values[end]];
      if (typeof from !== 'number' || typeof to !== 'number' || to >= from) continue;
      const next = zone.instantsAt(zone.wallAt(to) + DAY_MS)[0] ?? to + DAY_MS;
      if (next - from <= DAY_MS / 2) values[end] = next;
    }
  }

  /** What is wrong with a row that ends before it begins: one of a list would be in force on no day, and a shift would last no time. */
  #endsEarly({ texts }: TextRow, values: Readonly<Record<string, Value>>): Fault | undefined {
    const { contractZone: zone } = this.#reading;
    const { from, to, login_at: login, logout_at: logout } = values;
    const early = (field: string, expected: string): Fault => ({
      code: 'bad_value',
      args: { field, value: texts[field] ?? '', expected },
    });
    if (typeof from === 'number' && typeof to === 'number' && zone.dateAt(from) > zone.dateAt(to))
      return early('to', `a day from ${texts.from} on`);
    if (typeof login === 'number' && typeof logout === 'number' && logout < login)
      return early('logout_at', `a time after ${texts.login_at}`);
    return undefined;
  }

  /** What is wrong with a row that says of nobody, or of fewer than it seems to: a cell that could not be understood, or all of them are empty. */
  #unnamed({ texts }: TextRow, values: Readonly<Record<string, Value>>): Fault | undefined {
    const { source } = this.#reading;
    const names = (NAMED_BY[source] ?? []).filter((name) => this.#plan.columns.has(name));
    const kindOf = (name: string): Kind | undefined => fieldsOf(source)[name]?.kind;
    const odd = names.filter((name) => texts[name] !== undefined && values[name] === undefined);
    const domain = odd.find((name) => kindOf(name) === 'domain');
    if (!names.length) return undefined;
    if (names.some((name) => values[name] !== undefined))
      return domain === undefined
        ? undefined
        : { code: 'no_domain', args: { field: domain, value: texts[domain] ?? '' }, isTold: true };
    const [first] = domain === undefined ? odd : [domain];
    if (first === undefined)
      return {
        code: 'missing_value',
        args: { field: names.length > 1 ? `each of ${names.join(', ')}` : (names[0] ?? '') },
      };
    const expected = first === domain ? 'a domain, such as acme.com' : 'a telephone number';
    return { code: 'bad_value', args: { field: first, value: texts[first] ?? '', expected } };
  }

  #answersOf(texts: Texts): Readonly<Record<string, string>> {
    let answers: Record<string, string> | undefined;
    for (const field of this.#answers) {
      const text = texts[field];
      if (text === undefined) continue;
      answers ??= {};
      answers[field.slice(8)] = text;
    }
    return answers ?? NO_ANSWERS;
  }

  problems(): readonly Problem[] {
    const { file } = this.#reading;
    const once = [...this.#once.values()].map(({ line, fault, count }) =>
      problem(fault.code, { file, line, column: this.#columnOf(fault.args) }, { ...fault.args, count }),
    );
    return [...this.#told.problems(), ...once];
  }

  #tell(row: TextRow, { code, args }: Fault): void {
    if (ONCE.has(code)) {
      const key = `${code} ${args.field} ${BY_VALUE.has(code) ? args.value : ''}`;
      const seen = this.#once.get(key);
      if (seen) seen.count++;
      else if (this.#once.size < MOST_ONCE) this.#once.set(key, { line: row.line, fault: { code, args }, count: 1 });
      if (seen || this.#once.has(key)) return;
    }
    this.#told.add(code, () => {
      const column = this.#columnOf(args);
      const place = { file: this.#reading.file, line: row.line, column };
      return problem(code, place, args, row.cells.join(BAR), caretOf(row, column));
    });
  }

  /** The number of the cell's column, where one can be named. */
  #columnOf(args: ProblemArgs): number | undefined {
    const at = this.#plan.columns.get(String(args.field ?? ''));
    return at === undefined || at < 0 ? undefined : at + 1;
  }
}

/** Where a cell begins in the row as it is shown. */
const caretOf = (row: TextRow, column: number | undefined): number | undefined =>
  column === undefined
    ? undefined
    : row.cells.slice(0, column - 1).join(BAR).length + (column > 1 ? BAR.length : 0) + 1;

/** How a word is mapped that no cell says. */
const emptyWord = (name: string, words: readonly string[] | undefined): ProblemArgs =>
  words === undefined ? {} : { word: name, valid: words.join(', ') };

const NO_ANSWERS: Readonly<Record<string, string>> = {};
