import { nearest } from '../problems/nearest.ts';
import type { Problem, ProblemArgs } from '../problems/problem.ts';
import { currencyOf, isAmountOf } from '../sow/currency.ts';
import type { Reading } from './coerce.ts';
import { withoutHabit, zoneOfHeader } from './day-and-time.ts';
import { areMonthIds, damageOf } from './excel.ts';
import type { Field } from './field.ts';
import { type DateOrder, type InstantFault, OrderEvidence, readInstant } from './instant.ts';
import type { BareLengths } from './length-units.ts';
import { isBareLength, LENGTH_UNITS, readSeconds, saysHoursAndMinutes, unitOf } from './lengths.ts';
import { currenciesOf, DecimalEvidence, type Decimals, plainNumber, readMoney } from './numbers.ts';
import { startOfRange } from './range.ts';
import { remembered } from './remembered.ts';
import { readCountry, readDomain, readEmail, readFlag, readPeriod, readPhone } from './values.ts';
import { usualZone, zoneWords } from './zone-words.ts';

export type Value = string | number | boolean;
/** A cell that cannot be read; with `isTold` its row is kept without it. */
export interface Fault {
  readonly code: Problem['code'];
  readonly args: ProblemArgs;
  readonly isTold?: true;
}
/** Reads the text of a cell; undefined says nothing of it, without harm. */
export type Coercer = (text: string) => Value | Fault | undefined;

export const isFault = (value: Value | Fault): value is Fault => typeof value === 'object';

const ORDERS: readonly string[] = ['mdy', 'dmy', 'ymd', 'iso'];

const bad = (field: string, value: string, expected: string): Fault => ({
  code: 'bad_value',
  args: { field, value, expected },
});

/** A column: its texts in the sample, for which most kinds do not ask, and its name where it has one. */
interface Column {
  readonly texts: () => readonly string[];
  readonly header: string | undefined;
}

/** The coercer of a column, or why the column cannot be read. Distinct texts are read once. */
export function coercerOf(name: string, field: Field, column: Column, reading: Reading): Coercer | Fault {
  const made = kindCoercer(name, field, column, reading);
  if (field.hint) return hinted(made);
  if (typeof made !== 'function') return made;
  const isKey = field.kind === 'text' && (name === 'id' || name.endsWith('_id'));
  const isMonthId = isKey && areMonthIds(column.texts());
  const checked: Coercer =
    isKey || field.kind === 'phone' || field.kind === 'instant'
      ? (text) => {
          const damage = damageOf(field.kind, text, isMonthId);
          if (damage === undefined) return made(text);
          const args = { field: name, value: text, ...damage };
          // A number that cannot be dialled is no key, but no reason to doubt the row.
          return field.kind === 'phone'
            ? { code: 'damaged_phone', args, isTold: true }
            : { code: 'spreadsheet_damage', args };
        }
      : made;
  return remembered(checked);
}

function kindCoercer(name: string, field: Field, column: Column, reading: Reading): Coercer | Fault {
  const or =
    (read: (text: string) => Value | undefined, expected: string): Coercer =>
    (text) =>
      read(text) ?? bad(name, text, expected);
  switch (field.kind) {
    case 'text': {
      const mapped = new Map(Object.entries(reading.values[name] ?? {}).map(([raw, value]) => [foldWord(raw), value]));
      return mapped.size ? (text) => mapped.get(foldWord(text)) ?? text : (text) => text;
    }
    case 'email':
      return (text) => readEmail(text) ?? bad(name, text, addressOf(text, reading));
    // A number that cannot be dialled is no key, but no reason to doubt the row.
    case 'phone':
      return phoneCoercer(name, reading);
    case 'domain':
      return (text) => readDomain(text);
    case 'country':
      return readCountry;
    case 'number': {
      const decimals = decimalsOf(name, column, reading, field.whole && ((plain) => /^-?\d+$/.test(plain)));
      return typeof decimals === 'object'
        ? decimals
        : or((text) => {
            const plain = plainNumber(field.counts ? text.replace(COUNTED, '') : text, decimals);
            return plain === undefined ? undefined : Number(plain);
          }, 'a number');
    }
    case 'flag':
      return or(readFlag, 'yes or no');
    case 'seconds':
      return lengthCoercer(name, column, reading);
    case 'money':
      return moneyCoercer(name, column, reading);
    case 'currency':
      return currencyCoercer(name, reading);
    case 'period':
      return or(readPeriod, 'a month, quarter or range such as 2026-06, 06/2026, 2026-Q2 or 2026-01-01..2026-06-30');
    case 'word':
      return wordCoercer(name, field, reading);
    case 'instant':
      return instantCoercer(name, column, reading);
    case 'day':
      return dayCoercer(name, column, reading);
  }
}

/** What an invoice counts: `3 mtgs`, `1 Stück`, `2x`. Minutes and days are other numbers. */
const COUNTED =
  /(?<=\d)\s*(?:x|ea|each|pcs?|units?|qty|meetings?|mtgs?|appointments?|appts?|leads?|demos?|hours?|hrs?|h|stk|st|stück|termine?|std|stunden?)\.?$/i;

/** What a cell of an address should hold. Of several people of a meeting nobody can tell who is meant; the CRM has a field for all of them. */
function addressOf(text: string, { source }: Reading): string {
  if (text.split('@').length <= 2) return 'an e-mail address';
  return `one e-mail address${source === 'crm' ? ' (the people of a meeting are `columns: { attendees: ... }`)' : ''}`;
}

/** How numbers of a column are written, or that nobody can tell. */
function decimalsOf(
  name: string,
  column: Column,
  { decimals, source }: Reading,
  isPossible?: (plain: string) => boolean,
): Decimals | Fault {
  if (decimals !== undefined) return decimals;
  const evidence = new DecimalEvidence(isPossible);
  for (const text of column.texts()) evidence.add(text);
  if (evidence.isMixed) return { code: 'mixed_numbers', args: { field: name, source } };
  return evidence.decided() ?? { code: 'ambiguous_numbers', args: { field: name, value: evidence.doubtful, source } };
}

/** How bare numbers of a column of lengths are written. */
function bareDecimals(name: string, column: Column, reading: Reading): Decimals | Fault {
  const bare: Column = { ...column, texts: () => column.texts().filter(isBareLength) };
  return reading.decimals ?? (reading.isJson ? 'point' : decimalsOf(name, bare, reading));
}

/** Seconds of a bare number, where the rules, the name of the column or the preset say them. */
const saidUnit = (name: string, { header = '' }: Column, { preset, units }: Reading): number | undefined => {
  const unit = units[name];
  return unit === undefined ? (unitOf(header) ?? preset.units?.[name]) : LENGTH_UNITS[unit];
};

/** A column of bare lengths of calls of which nobody says the unit. */
export function unsaidLengths(name: string, column: Column, reading: Reading): BareLengths | undefined {
  if (reading.source !== 'calls' || saidUnit(name, column, reading) !== undefined) return undefined;
  const decimals = bareDecimals(name, column, reading);
  return typeof decimals === 'object' ? undefined : { field: name, texts: column.texts(), decimals };
}

/** Else bare numbers are in the unit of the source: minutes of meetings, seconds of anything else. */
function lengthCoercer(name: string, column: Column, reading: Reading): Coercer | Fault {
  const decimals = bareDecimals(name, column, reading);
  if (typeof decimals === 'object') return decimals;
  const unit = saidUnit(name, column, reading) ?? (reading.source === 'meetings' ? 60 : 1);
  const pair = saysHoursAndMinutes(column.header ?? '') ? 60 : 1;
  // Reports write a dash for nothing.
  return (text) =>
    /^[-–—]+$/.test(text)
      ? undefined
      : (readSeconds(text, { unit, pair, decimals }) ?? bad(name, text, 'a length of time'));
}

function moneyCoercer(name: string, column: Column, reading: Reading): Coercer | Fault {
  const { currency } = reading;
  const places = Number(currencyOf(currency).exponent);
  const decimals = decimalsOf(name, column, reading, (plain) => (plain.split('.')[1] ?? '').length <= places);
  if (typeof decimals === 'object') return decimals;
  return (text) => {
    const value = readMoney(text, currency, decimals);
    if (value === 'other') return { code: 'other_currency', args: { field: name, value: text, currency } };
    return value !== undefined && isAmountOf(currency, value) ? value : bad(name, text, `an amount in ${currency}`);
  };
}

/** A number without the code of its country is none where the rules name no country. */
function phoneCoercer(name: string, { country }: Reading): Coercer {
  const isNumber = (text: string): boolean => text.replace(/\D/g, '').length >= LEAST_DIGITS;
  return (text) =>
    readPhone(text, country) ??
    (country === undefined && isNumber(text)
      ? { code: 'phone_without_country', args: { field: name, value: text }, isTold: true }
      : undefined);
}
/** A number as it is dialled within a country. */
const LEAST_DIGITS = 7;

/** A code or a sign that may mean the SOW's currency, or what the rules say that does; anything else is another one. */
function currencyCoercer(name: string, { currency, values }: Reading): Coercer {
  const mapped = new Map(Object.entries(values[name] ?? {}).map(([raw, code]) => [foldWord(raw), code]));
  return (text) => {
    const sign = mapped.get(foldWord(text)) ?? /^\p{L}{3}(?!\p{L})/u.exec(text)?.[0].toUpperCase() ?? text;
    return currenciesOf(sign).includes(currency)
      ? currency
      : { code: 'other_currency', args: { field: name, value: text, currency } };
  };
}

/** The form in which words are compared. */
export const foldWord = (text: string): string =>
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
  const mute = new Set(field.mute?.map(foldWord));
  const wordOf = (text: string): string | Fault =>
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
  return (text) => (mute.has(foldWord(text)) && !known.has(foldWord(text)) ? undefined : wordOf(text));
}

const FAULTS: Readonly<Record<Exclude<InstantFault, 'no_zone' | 'unmapped_zone' | 'twice'>, string>> = {
  unreadable: 'is not a date or time that can be read',
  no_year: 'names no year, and which one it is in is not guessed',
  does_not_exist: 'does not exist in the calendar',
  gap: 'does not exist: clocks go forward over it',
};

function instantCoercer(name: string, column: Column, reading: Reading): Coercer | Fault {
  const { dates = reading.preset.dates, source } = reading;
  const pattern = dates !== undefined && !ORDERS.includes(dates) ? dates : undefined;
  const evidence = new OrderEvidence();
  // Sheets have the end of a meeting in the cell of its start.
  const bare = withoutHabit(pattern === undefined ? column.texts() : []);
  const momentOf = name === 'starts_at' && pattern === undefined ? (text: string) => startOfRange(bare(text)) : bare;
  if (dates === undefined) for (const text of column.texts()) evidence.add(momentOf(text));
  const order = dates === undefined ? evidence.order() : ORDERS.includes(dates) ? (dates as DateOrder) : 'iso';
  if (order === undefined && evidence.isMixed)
    return {
      code: 'mixed_dates',
      args: { field: name, source, month_first: evidence.monthFirst, day_first: evidence.dayFirst },
    };
  if (order === undefined) return { code: 'ambiguous_dates', args: { field: name, value: evidence.doubtful, source } };
  const wordsOf = zoneWords(reading.zones, reading.contractZone);
  let word = '';
  const words: typeof wordsOf = (text, wall) => {
    word = text;
    return wordsOf(text, wall);
  };
  // A date without time is a day of the contract; a time without zone is not guessed, unless the header of the column says it.
  const days = reading.contractZone;
  const said = pattern === undefined ? zoneOfHeader(column.header ?? '') : undefined;
  const isBare = (text: string): boolean => readInstant(text, order, undefined, { words: wordsOf, days }) === 'no_zone';
  return (cell) => {
    const moment = momentOf(cell);
    const text = said !== undefined && isBare(moment) ? `${moment} ${said}` : moment;
    const read = readInstant(text, order, reading.zone, { pattern, words, days });
    if (typeof read === 'number') return read;
    if (read === 'unmapped_zone')
      return { code: 'unmapped_zone', args: { field: name, value: word, text, source, usual: usualZone(word) } };
    if (read === 'no_zone') return { code: 'time_without_zone', args: { field: name, value: text, source } };
    if (read === 'twice')
      return { code: 'ambiguous_time', args: { field: name, value: text, zone: reading.zone?.name } };
    return { code: 'bad_instant', args: { field: name, value: text, reason: FAULTS[read] } };
  };
}

/** What was read says something; what was not, nothing. */
function hinted(made: Coercer | Fault): Coercer {
  if (typeof made !== 'function') return () => undefined;
  return remembered((text) => {
    const value = made(text);
    return value === undefined || isFault(value) ? undefined : value;
  });
}

/** The day of a time where the SOW is. */
function dayCoercer(name: string, column: Column, reading: Reading): Coercer | Fault {
  const { contractZone } = reading;
  const read = instantCoercer(name, column, { ...reading, zone: reading.zone ?? contractZone });
  if (typeof read !== 'function') return read;
  return (text) => {
    const at = read(text);
    return typeof at === 'number' ? contractZone.dateAt(at) : at;
  };
}
