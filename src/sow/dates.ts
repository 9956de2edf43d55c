import { tz } from '@date-fns/tz';
import { addMonths, formatISO } from 'date-fns';

/** A day of the calendar without time or zone, as `YYYY-MM-DD`; sorts as text. */
export type PlainDate = string;
/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A wall-clock time without zone: what the clock shows, in milliseconds as if it were UTC. */
export type WallTime = number;

export const DAY_MS = 86_400_000;
const UTC = tz('UTC');

export const wallOfDate = (date: PlainDate): WallTime => Date.parse(`${date}T00:00:00Z`);
/** Days of an audit are few and asked for often; the same day is written once. */
const written = new Map<number, PlainDate>();
export function dateOfWall(wall: WallTime): PlainDate {
  const day = Math.floor(wall / DAY_MS);
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  written.set(day, date);
  return date;
}
export const addDays = (date: PlainDate, days: number): PlainDate => dateOfWall(wallOfDate(date) + days * DAY_MS);
/** The same day `months` later, or the last day of that month where it has no such day. */
export const addPlainMonths = (date: PlainDate, months: number): PlainDate =>
  formatISO(addMonths(wallOfDate(date), months, { in: UTC }), { representation: 'date', in: UTC });
/** Whole days from `from` to `to`. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((wallOfDate(to) - wallOfDate(from)) / DAY_MS);
/** 0 = Sunday. */
export const weekdayOf = (date: PlainDate): number => new Date(wallOfDate(date)).getUTCDay();

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(wallOfDate(text)) && dateOfWall(wallOfDate(text)) === text;
}

/** The years in which an audit can happen; anything else is a damaged cell. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2199;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A wall time from its parts, or undefined when it does not exist (31 June, 25:00) or lies in no year of an audit. */
export function wallOf(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  ms = 0,
): WallTime | undefined {
  if (hour > 23 || minute > 59 || second > 59 || year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const days =
    month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
  return day >= 1 && day <= days ? Date.UTC(year, month - 1, day, hour, minute, second, ms) : undefined;
}
