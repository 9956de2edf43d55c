import { tz } from '@date-fns/tz';
import { isValid, parse } from 'date-fns';
import { type Instant, type WallTime, wallOf } from '../sow/dates.ts';
import type { Zone } from '../sow/zone.ts';
import { monthNamed } from './month-words.ts';
import { type ZoneWords, zoneWords } from './zone-words.ts';

/** The order of day and month in numeric dates. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd' | 'iso';

/** A time as written: a wall time, and the offset in minutes or the word for a zone if it carries one. */
interface Written {
  readonly wall: WallTime;
  /** It is a day without a time. */
  readonly isDay?: boolean;
  readonly offset: number | undefined;
  readonly word?: string | undefined;
}

/** A time of day; without minutes only where `am`, `pm`, `Uhr` or `h` says what the number is. */
const TIME = String.raw`(?:(?:[T,]|,?\s+(?:at|@|-|um|à)(?=\s))?\s*(\d{1,2})(?:(?:[:.]|\s?h\s?)(\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?|(?=\s*(?:[ap]\.?m|uhr|h)\b))\s*(?:([ap]\.?m\b\.?)|(?:uhr|h)\b)?)?`;
/** An offset has no minutes only right behind seconds (`14:00:00+00`): behind a shorter time it may be the end of a range. */
const OFFSET = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|(?<=:\d{2}:\d{2}(?:\.\d+)?)[+-]\d{2})?(?:\s*([a-z(].*))?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}${OFFSET}$`, 'i');
const DAY_IN_DIGITS = String.raw`((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])`;
const ALL_DIGITS = new RegExp(`^${DAY_IN_DIGITS}$`);
/** Whether a text is a day as systems name it, `20260602`. */
export const isDayInDigits = (text: string): boolean => ALL_DIGITS.test(text);
/** `20260602`, `20260602 14:05`. */
const COMPACT_DAY = new RegExp(String.raw`^${DAY_IN_DIGITS}(?!\d)${TIME}${OFFSET}$`, 'i');
/** `20260602T140500Z`, `20260602 1405`, `20260602140500`. */
const COMPACT = new RegExp(String.raw`^${DAY_IN_DIGITS}[T ]?([01]\d|2[0-3])([0-5]\d)([0-5]\d)?()()(Z?)()$`);
const WEEKDAY = String.raw`(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?`;
const NUMERIC = new RegExp(String.raw`^${WEEKDAY}(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})${TIME}${OFFSET}$`, 'i');
const WEEKDAY_IN_ANY = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`;
/** `June 2nd`, `2. Juni`, `02-Jun`. */
const DAY_OF_MONTH = String.raw`(?:(\p{L}{3,})(?:\.?\s+|[-/])(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th|er|\.)?(?:\s*(?:de\s+)?|[-/])(\p{L}{3,})\.?)`;
/** Of two digits only where they are no hour: `2-Jun-26`, `Jun 2, '26`; not `Jun 2, 10:30`. */
const YEAR = String.raw`(\d{4}|['’]?\d{2}(?!\d|\s*(?:[:.]\d|[ap]\.?m|uhr|h(?!\p{L}))))`;
const NAMED = new RegExp(
  String.raw`^${WEEKDAY_IN_ANY}${DAY_OF_MONTH}(?:,?\s+(?:de\s+)?|[-/.,])${YEAR}${TIME}${OFFSET}$`,
  'iu',
);
/** A day of which nobody can say the year: `Jun 2`, `2. Juni 10:00`, `6/2`. */
const WITHOUT_YEAR = [
  new RegExp(String.raw`^${WEEKDAY_IN_ANY}${DAY_OF_MONTH}(?:,|\s|$)(?!.*\d{4})`, 'iu'),
  /^\d{1,2}(?:\/\d{1,2}|\.\d{1,2}\.)(?:\s|$)(?!.*\d{4})/,
];

/** The two leading numbers of a date such as 3/4/2026, for deciding the order of a column; undefined for other shapes. */
function numericDate(text: string): readonly [first: number, second: number] | undefined {
  const m = NUMERIC.exec(text.trim());
  return m && m[1] !== undefined && m[1].length <= 2 ? [Number(m[1]), Number(m[3])] : undefined;
}

/**
 * Decides from all cells of a column whether numeric dates are month-first or day-first. Where every cell fits both, nobody
 * can tell; where some fit one and some the other, neither is right.
 */
export class OrderEvidence {
  #mdy = true;
  #dmy = true;
  #differ = false;
  #isNumeric = false;
  /** A cell that can be read two ways. */
  doubtful = '';
  /** The first cells that fit one order alone. */
  monthFirst: string | undefined;
  dayFirst: string | undefined;

  add(text: string): void {
    const date = numericDate(text);
    if (!date) return;
    const [first, second] = date;
    // What is a day in neither order says nothing of it: its row is told.
    if (Math.max(first, second) > 31 || Math.min(first, second) > 12) return;
    this.#isNumeric = true;
    if (first > 12) this.#mdy = false;
    if (second > 12) this.#dmy = false;
    if (first > 12) this.dayFirst ??= text;
    else if (second > 12) this.monthFirst ??= text;
    else if (first !== second) {
      this.#differ = true;
      this.doubtful ||= text;
    }
  }

  /** Some cells fit one order alone, and some the other. */
  get isMixed(): boolean {
    return !this.#mdy && !this.#dmy;
  }

  /** `iso` where no cell is such a date; undefined where the column can be read two ways, or in neither. */
  order(): DateOrder | undefined {
    if (!this.#isNumeric) return 'iso';
    if (this.#mdy && this.#dmy) return this.#differ ? undefined : 'mdy';
    return this.#mdy ? 'mdy' : this.#dmy ? 'dmy' : undefined;
  }
}

/** Why a text is no moment. */
export type InstantFault = 'unreadable' | 'no_year' | 'does_not_exist' | 'no_zone' | 'unmapped_zone' | 'gap' | 'twice';

/** How moments are written of which the built-in shapes alone do not tell. */
export interface Wording {
  /** A date-fns pattern that replaces the built-in shapes. */
  readonly pattern?: string | undefined;
  /** What words for zones mean. */
  readonly words?: ZoneWords;
  /** Where days without a time are days, wherever the times of the file are. */
  readonly days?: Zone;
}

/** Without rules of a source no word for a zone is settled. */
const UNSETTLED = zoneWords({}, undefined);

/** Seconds since 1970, of this century until 2033. */
const EPOCH_SECONDS = /^1\d{9}$/;

/** Reads one moment. */
export function readInstant(
  text: string,
  order: DateOrder,
  zone: Zone | undefined,
  { pattern, words = UNSETTLED, days }: Wording = {},
): Instant | InstantFault {
  const trimmed = text.trim();
  const epoch = /^\d{13}$/.test(trimmed)
    ? Number(trimmed)
    : EPOCH_SECONDS.test(trimmed)
      ? Number(trimmed) * 1000
      : undefined;
  if (epoch !== undefined) return epoch < 7e12 ? epoch : 'does_not_exist';
  const written = pattern ? byPattern(trimmed, pattern) : (inFull(trimmed) ?? byShape(trimmed, order));
  if (typeof written === 'string') return written;
  if (written.word !== undefined) return words(written.word, written.wall);
  if (written.offset !== undefined) return written.wall - written.offset * 60_000;
  const clock = written.isDay ? (days ?? zone) : zone;
  if (!clock) return 'no_zone';
  const [instant, second] = clock.instantsAt(written.wall);
  return instant === undefined ? 'gap' : second === undefined ? instant : 'twice';
}

const UTC = tz('UTC');
function byPattern(text: string, pattern: string): Written | InstantFault {
  const date = parse(text, pattern, 0, { in: UTC });
  if (!isValid(date)) return 'unreadable';
  const signs = pattern.replace(/'[^']*'/g, '');
  return { wall: date.getTime(), isDay: !/[HhKkpTt]/.test(signs), offset: /[Xx]/.test(signs) ? 0 : undefined };
}

/** The form in which most logs of calls write a time: `2026-06-10T15:46:32Z`. */
const FULL = '0000-00-00T00:00:00Z';

/** What `byShape` makes of a time in that form, in a tenth of the time; undefined for any other. */
function inFull(text: string): Written | InstantFault | undefined {
  if (text.length !== FULL.length) return undefined;
  const digits: number[] = [];
  for (let at = 0; at < FULL.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (FULL[at] !== '0') {
      if (text[at] !== FULL[at]) return undefined;
    } else if (digit >= 0 && digit <= 9) digits.push(digit);
    else return undefined;
  }
  const two = (at: number): number => (digits[at] as number) * 10 + (digits[at + 1] as number);
  const wall = wallOf(two(0) * 100 + two(2), two(4), two(6), two(8), two(10), two(12));
  return wall === undefined ? 'does_not_exist' : { wall, offset: 0 };
}

function byShape(text: string, order: DateOrder): Written | InstantFault {
  const iso = ISO.exec(text) ?? COMPACT.exec(text) ?? COMPACT_DAY.exec(text);
  if (iso) return build(iso[1], iso[2], iso[3], iso.slice(4));
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, a = '', , b, c] = numeric;
    const rest = numeric.slice(5);
    if (a.length === 4) return build(a, b, c, rest);
    // Where a column was told to be ISO, a date such as 20/06/26 is none.
    if (order === 'iso' || a.length === 3 || c?.length === 3) return 'unreadable';
    return order === 'mdy'
      ? build(year(c), a, b, rest)
      : order === 'dmy'
        ? build(year(c), b, a, rest)
        : build(year(a), b, c, rest);
  }
  const named = NAMED.exec(text);
  if (!named) return isWithoutYear(text) ? 'no_year' : 'unreadable';
  const month = monthNamed(named[1] ?? named[4] ?? '');
  return month !== undefined
    ? build(year(named[5]), String(month), named[2] ?? named[3], named.slice(6))
    : 'unreadable';
}

const isWithoutYear = (text: string): boolean =>
  WITHOUT_YEAR.some((shape) => {
    const found = shape.exec(text);
    const word = found?.[1] ?? found?.[4];
    return found !== null && (word === undefined || monthNamed(word) !== undefined);
  });

const year = (digits = ''): string => (/^['’]?\d{2}$/.test(digits) ? `20${digits.slice(-2)}` : digits);

function build(
  y: string | undefined,
  mo: string | undefined,
  d: string | undefined,
  rest: readonly (string | undefined)[],
): Written | InstantFault {
  const [h, mi, s, fraction, meridiem, zone, word] = rest;
  let hour = Number(h ?? 0);
  if (meridiem) {
    if (hour < 1 || hour > 12) return 'does_not_exist';
    hour = (hour % 12) + (/^p/i.test(meridiem) ? 12 : 0);
  }
  const ms = Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
  const wall = wallOf(Number(y), Number(mo), Number(d), hour, Number(mi ?? 0), Number(s ?? 0), ms);
  // Behind an offset the name of its zone may stand in brackets: the offset says it all.
  if (word && zone && !word.startsWith('(')) return 'unreadable';
  if (wall === undefined) return 'does_not_exist';
  // UTC and GMT are words, too: a SOW in London may mean its own clock.
  const said = zone && /^(utc|gmt)$/i.test(zone) ? zone : undefined;
  return {
    wall,
    isDay: h === undefined,
    offset: said ? undefined : offsetOf(zone),
    word: said ?? (zone ? undefined : word || undefined),
  };
}

function offsetOf(zone: string | undefined): number | undefined {
  if (!zone) return undefined;
  const m = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  return m ? (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3] ?? 0)) : 0;
}
