import type { ProblemArgs } from '../problems/problem.ts';
import { bareLength, isBareLength, LENGTH_UNITS, type LengthUnit } from './lengths.ts';
import type { Decimals } from './numbers.ts';

/** A column of bare lengths of which nothing says the unit. */
export interface BareLengths {
  readonly field: string;
  /** As many as there are rows; empty where the cell is. */
  readonly texts: readonly string[];
  readonly decimals: Decimals;
}

/** A column that can hardly be in seconds: the unit that its cells suggest, and why. */
export interface DoubtedUnit {
  readonly field: string;
  readonly unit: LengthUnit;
  readonly args: ProblemArgs;
}

/** So many lengths show what they are. */
const ENOUGH = 5;
/** Longer ones are hours of talk, and half of a log is never that. */
const AN_HOUR = 3600;
/** In a log of so many calls, of which none took a minute, half are not over after a few seconds. */
const MANY = 10;
const A_FEW = 3;
/** What a call lasts apart from talk, and what rounding adds. */
const SLACK = 5;
/** The lengths that fill calls; the others are small parts of them in any unit. */
const WHOLE: ReadonlySet<string> = new Set(['duration', 'talk']);

/**
 * Columns whose bare numbers can hardly be seconds: where start and end are known, those that would be longer than their calls, or
 * fill them to a tenth in a larger unit; elsewhere parts of a second, fractions and few units that never reach a minute, and hours.
 */
export function doubtedUnits(columns: readonly BareLengths[], spans: readonly (number | undefined)[]): DoubtedUnit[] {
  const read = columns.map((column) => ({ column, lengths: lengthsOf(column, spans) }));
  const doubted = read.flatMap(({ column, lengths }): DoubtedUnit[] => {
    const unit = unitOf(column.field, lengths);
    return unit === undefined ? [] : [doubt(column, lengths, unit)];
  });
  // The hold time of a file whose talk time is in minutes is, too, where it is written alike.
  const [known] = doubted;
  const alike = read.flatMap(({ column, lengths }) => {
    const isToldApart = doubted.some(({ field }) => field === column.field) || !lengths.length;
    return known && !isToldApart && lengths.some(isFraction) ? [doubt(column, lengths, known.unit)] : [];
  });
  return [...doubted, ...alike];
}

/** A length that is not nothing, as its cell has it, and how long its call was. */
interface Length {
  readonly text: string;
  readonly number: number;
  readonly span: number | undefined;
}

const isFraction = ({ number }: Length): boolean => !Number.isInteger(number);

function lengthsOf({ texts, decimals }: BareLengths, spans: readonly (number | undefined)[]): Length[] {
  return texts.flatMap((text, i) => {
    const number = isBareLength(text) ? bareLength(text, decimals) : undefined;
    return number ? [{ text, number, span: spans[i] }] : [];
  });
}

function doubt({ field }: BareLengths, lengths: readonly Length[], unit: LengthUnit): DoubtedUnit {
  const [{ text, number }] = [...lengths].sort((a, b) => b.number - a.number) as [Length];
  const seconds = Math.round(number * LENGTH_UNITS[unit]);
  return { field, unit, args: { field, value: text, unit, seconds } };
}

function unitOf(field: string, lengths: readonly Length[]): LengthUnit | undefined {
  if (lengths.length < ENOUGH) return undefined;
  const timed = lengths.filter(({ span }) => span !== undefined && span > 0);
  return timed.length >= ENOUGH ? unitBySpans(field, timed) : unitByLooks(field, lengths);
}

/** By start and end: the unit in which hardly a length is longer than its call, and all of them together fill a good part of the calls. */
function unitBySpans(field: string, lengths: readonly Length[]): LengthUnit | undefined {
  const fits = (unit: LengthUnit): boolean => {
    const seconds = LENGTH_UNITS[unit];
    const rounded = lengths.some(isFraction) ? 0.01 * seconds : seconds;
    // Start and end to the minute tell no seconds.
    const slack = SLACK + Math.max(rounded, lengths.every(({ span = 0 }) => span % 60 === 0) ? 60 : 0);
    const isTooLong = ({ number, span = 0 }: Length): boolean => number * seconds > span + slack;
    return lengths.filter(isTooLong).length * 10 <= lengths.length;
  };
  const fills = (unit: LengthUnit): boolean =>
    sum(lengths, ({ number }) => number * LENGTH_UNITS[unit]) * 5 >= sum(lengths, ({ span = 0 }) => span);
  if (!fits('seconds')) return fits('milliseconds') && fills('milliseconds') ? 'milliseconds' : undefined;
  if (!WHOLE.has(field) || fills('seconds')) return undefined;
  return (['days', 'hours', 'minutes'] as const).find((unit) => fits(unit) && fills(unit));
}

function unitByLooks(field: string, lengths: readonly Length[]): LengthUnit | undefined {
  const sorted = lengths.map(({ number }) => number).sort((a, b) => a - b);
  const largest = sorted.at(-1) ?? 0;
  if (largest < 1) return sorted.every(isPartOfDay) ? 'days' : 'minutes';
  if (!WHOLE.has(field)) return undefined;
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (median >= AN_HOUR) return 'milliseconds';
  const isShort = median <= A_FEW && lengths.length >= MANY;
  return largest < 60 && (isShort || lengths.some(isFraction)) ? 'minutes' : undefined;
}

/** Whether a part of a day is a number of whole seconds, to the digits that spreadsheets write. */
const isPartOfDay = (number: number): boolean => {
  const seconds = number * LENGTH_UNITS.days;
  return seconds > 0.9 && Math.abs(seconds - Math.round(seconds)) < 0.05;
};

const sum = (lengths: readonly Length[], of: (length: Length) => number): number =>
  lengths.reduce((total, length) => total + of(length), 0);
