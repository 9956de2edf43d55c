import { type Problem, problem } from '../problems/problem.ts';
import { isDayInDigits, readInstant } from './instant.ts';
import { kindOf } from './kinds.ts';
import type { ColumnPlan } from './plan.ts';
import { startOfRange } from './range.ts';
import { foldHeader, type TableRow } from './table.ts';
import { isZoneWord, usualZone } from './zone-words.ts';

/** The headers of a day and of its time of day, each in a column of its own. */
export interface DayAndTime {
  readonly date: string;
  readonly time: string;
}

const DAY_WORD = /\b(date|day|datum|tag|jour|fecha|d[ií]a)\b/;
const TIME_WORD = /\b(time|uhrzeit|zeit|heure|hora)\b/;
/** What a header says beside the word for a day or a time, where it is of a start or of an end: `Meeting Date`, `Due Time`, `From`. */
const OF_START =
  /^(?:meeting|appointment|appt|event|slot|termin)? ?(?:starts?|starting|begins?|from|due|beginn|von|début|de|inicio|desde)?$/;
const OF_END =
  /^(?:(?:meeting|appointment|appt|event|slot|termin) ?)?(?:ends?|ending|finish|until|to|log ?out|clock out|leave|left|ende|bis|fin|à|hasta|a)$/;
const DAY = /^[^:]*$/;
const CLOCK =
  /^(?:\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?:[:.]\d{2})?(?:\s*(?:[ap]\.?m\.?|uhr|h))?|\d{1,2}\s*(?:[ap]\.?m\.?|uhr|h))(?:\s+(\D+))?$/i;
/** `0930`, of which spreadsheets make `930`: a time of day only where the header says that it is one. */
const CLOCK_IN_DIGITS = /^([01]?\d|2[0-3])([0-5]\d)$/;
/** Headers of columns that say in which zone the times of their row are. */
const ZONE = /^((meeting|appointment|event|slot|call|start) )?(time ?zone|tz|zeitzone|fuseau horaire|zona horaria)$/;
/** As many rows show what a column holds. */
const LOOKED_AT = 200;
/** The share of cells from which on a column is of a kind. */
const MOST = 0.75;

/** The zone that a header says in brackets, or UTC at its end: `Time (PT)`, `start_time_utc`. */
export const zoneOfHeader = (header: string): string | undefined =>
  Array.from(header.matchAll(/\(([^()]*)\)/g), ([, inner = '']) => inner.trim()).find(isZoneWord) ??
  /(?:[\s_]|(?<=\p{Ll}))(utc)$/iu.exec(header.trim())?.[1];

/** What is left of a header without the word for a day, or for a time, and without a zone in brackets: headers that belong together have the same. */
const stemOf = (header: string, word: RegExp): string | undefined => {
  const folded = foldHeader(header)
    .replace(/\(([^()]*)\)/g, (all, inner: string) => (isZoneWord(inner) ? ' ' : all))
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return word.test(folded) ? folded.replace(word, ' ').replace(/\s+/g, ' ').trim() : undefined;
};

/**
 * Columns that hold days beside columns that hold their times: by their names, and by what stands in them. A time that is of
 * nothing by its name (`Time`), or of a start (`From`), and of no other day is of the start.
 */
export function pairsIn(header: readonly string[], rows: readonly TableRow[], start: string | undefined): DayAndTime[] {
  const days = headersOf(header, rows, (text) => {
    const day = withoutMidnight(text);
    return DAY.test(day) && (kindOf(day) === 'date' || isDayInDigits(day));
  });
  const times = headersOf(
    header,
    rows,
    (text, name) => isTimeOfDay(text) || (isClockInDigits(text) && stemOf(name, TIME_WORD) !== undefined),
  );
  const pairs = days.flatMap((date): DayAndTime[] => {
    const stem = stemOf(date, DAY_WORD);
    const time = stem === undefined ? undefined : times.find((name) => stemOf(name, TIME_WORD) === stem);
    return time === undefined ? [] : [{ date, time }];
  });
  const free = times.filter((name) => !pairs.some(({ time }) => time === name));
  const started =
    pairs.find(({ date, time }) => date === start || time === start) ??
    startOf(start, days, free, pairs, (name) => filled(rows, header.indexOf(name)));
  if (!started) return pairs;
  const ends = free.filter((name) => name !== started.time && OF_END.test(saidOf(name, TIME_WORD)));
  // An end that has no day of its own is on the day of the start.
  const ended = ends.length === 1 ? [{ date: started.date, time: ends[0] ?? '' }] : [];
  return [...pairs, ...(pairs.includes(started) ? [] : [started]), ...ended];
}

/** The day, or the time, that goes with the column of the start: the only one that may be of a start by its name. */
function startOf(
  start: string | undefined,
  days: readonly string[],
  times: readonly string[],
  pairs: readonly DayAndTime[],
  cellsOf: (header: string) => readonly string[],
): DayAndTime | undefined {
  if (start === undefined) return undefined;
  if (days.includes(start)) {
    const bare = times.filter((name) => stemOf(name, TIME_WORD) === '');
    const named = times.filter((name) => OF_START.test(saidOf(name, TIME_WORD)));
    const unknown = times.filter((name) => isUnknownTime(name, cellsOf(name)));
    const [time, other] = bare.length ? bare : named.length ? named : unknown;
    return time === undefined || (other !== undefined && !bare.length) ? undefined : { date: start, time };
  }
  if (!times.includes(start)) return undefined;
  const [date, other] = days.filter(
    (name) => OF_START.test(saidOf(name, DAY_WORD)) && !pairs.some((pair) => pair.date === name),
  );
  return date === undefined || other !== undefined ? undefined : { date, time: start };
}

/** Whether a header in another language (`Tijd`, `Godzina`) may be that of starts: its cells lie within a day's work, as lengths do not. */
const isUnknownTime = (header: string, cells: readonly string[]): boolean =>
  !OF_END.test(saidOf(header, TIME_WORD)) &&
  [DAY_WORD, TIME_WORD].every((word) => stemOf(header, word) === undefined) &&
  cells.every((text) => AT_WORK.test(withoutDayZero(text)));
const AT_WORK = /^(0?[6-9]|1\d|2[01])(?!\d)/;

/** What a header says beside the word for a day or a time; all of it where it has none. */
const saidOf = (header: string, word: RegExp): string =>
  stemOf(header, word) ??
  foldHeader(header)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Columns that hold zones, by their names and by what stands in them: one word that nobody knows makes no other column of it. */
export const zonesIn = (header: readonly string[], rows: readonly TableRow[]): string[] =>
  header.filter((name, i) => ZONE.test(foldHeader(name)) && filled(rows, i).some(isZoneWord));

/** The columns whose cells are so, but for a few (`TBD`): those are told row by row. */
const headersOf = (
  header: readonly string[],
  rows: readonly TableRow[],
  is: (text: string, name: string) => boolean,
): string[] =>
  header.filter((name, i) => {
    const full = filled(rows, i);
    return full.length > 0 && full.filter((text) => is(text, name)).length >= full.length * MOST;
  });

const filled = (rows: readonly TableRow[], column: number): string[] =>
  rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[column] ?? '').trim() || []);

/** Whether a text is a time of day, perhaps with a zone. */
export function isTimeOfDay(text: string): boolean {
  const clock = CLOCK.exec(startOfRange(withoutDayZero(text)));
  return clock !== null && (clock[1] === undefined || isZoneWord(clock[1]));
}

/** All four digits: three may be a length. */
const isClockInDigits = (text: string): boolean => text.length === 4 && CLOCK_IN_DIGITS.test(text);

/** The start of a meeting, of a call, of a shift, or of somebody's presence. */
const STARTS = ['starts_at', 'started_at', 'login_at', 'joined_at'];

/** The column of the start. */
export const startIn = (columns: ReadonlyMap<string, number>): number | undefined =>
  STARTS.flatMap((name) => columns.get(name) ?? [])[0];

/** Fields that were found by name in one of two such columns, while the other is not read: their days would have no time, or their times no day. */
export function partedTimes(
  plan: ColumnPlan,
  { header, headerLine }: { readonly header: readonly string[]; readonly headerLine: number },
  rows: readonly TableRow[],
  source: string,
  file: string,
): Problem[] {
  const { columns, ruled, given } = plan;
  const pairs = pairsIn(header, rows, header[startIn(columns) ?? -1]);
  return [...columns].flatMap(([field, at]) => {
    const pair = pairWith(pairs, header[at], plan);
    if (!pair || ruled.has(field) || given.includes(field)) return [];
    const { date, time } = pair;
    return [problem('parted_time', { file, line: headerLine, column: at + 1 }, { field, date, time, source })];
  });
}

/**
 * The pair that a column belongs to, whose other column is free: not read, or a day that another moment has. A start and an end on one day share it; alone it is
 * of the start.
 */
export function pairWith(
  pairs: readonly DayAndTime[],
  column: string | undefined,
  { header, composed, unread }: ColumnPlan,
): DayAndTime | undefined {
  const pair = pairs.find(({ date }) => date === column) ?? pairs.find(({ time }) => time === column);
  const other = pair?.date === column ? pair?.time : pair?.date;
  const days = [...composed.values()].map(({ at: [day] }) => header[day ?? -1]);
  return other !== undefined && (unread.includes(other) || days.includes(other)) ? pair : undefined;
}

/** The start of a meeting or call whose zone stands in a column that is not read, and is another than that of the file. */
export function unreadZones(
  { columns, ruled, given, unread }: ColumnPlan,
  { header, headerLine }: { readonly header: readonly string[]; readonly headerLine: number },
  rows: readonly TableRow[],
  zoneOfFile: string | undefined,
  source: string,
  file: string,
): Problem[] {
  const field = STARTS.find((name) => columns.has(name));
  const at = startIn(columns);
  if (field === undefined || at === undefined || ruled.has(field) || given.includes(field)) return [];
  return zonesIn(header, rows).flatMap((zone) => {
    const column = header.indexOf(zone);
    const others = rows.flatMap(({ cells }) => {
      const [moment, word] = [(cells[at] ?? '').trim(), (cells[column] ?? '').trim()];
      return moment && word && hasNoZone(moment) && !isSame(word, zoneOfFile) ? [word] : [];
    });
    if (!unread.includes(zone) || !others.length) return [];
    const words = [...new Set(others)].slice(0, 5).join(', ');
    const place = { file, line: headerLine, column: column + 1 };
    return [problem('unread_zone', place, { field, zone, words, header: header[at]?.trim(), source })];
  });
}

const hasNoZone = (moment: string): boolean =>
  (['mdy', 'dmy'] as const).some((order) => readInstant(moment, order, undefined) === 'no_zone');
const isSame = (word: string, zone: string | undefined): boolean => word === zone || usualZone(word) === zone;

/** Spreadsheets put a midnight behind days, and their day zero before times. */
const withoutMidnight = (day: string): string => day.replace(/[T ]+(0?0:00(:00(\.0+)?)?|12:00(:00)? AM)$/i, '');
const withoutDayZero = (time: string): string =>
  time.replace(/^(1899-12-3[01]|12\/3[01]\/(18)?99|3[01]\.12\.(18)?99)[T ]+/, '');

/** A day and its time as one text. Where one of the two is missing, it is no moment, and is told as none. */
export function dayAndTime(day: string, time: string): string {
  if (day === '' && time === '') return '';
  const clock = startOfRange(withoutDayZero(time)).replace(CLOCK_IN_DIGITS, '$1:$2');
  return `${withoutMidnight(day) || '?'} ${clock || '?'}`;
}

const MIDNIGHT = /[T ]+(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? AM)(?:\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;
/** As many show that midnight is no time of theirs. */
const HABIT = 3;

/** What a cell says of when, in a column of which every cell is at midnight somewhere: systems write days so, mostly in UTC, which is the day before in America. */
export const withoutHabit = (texts: readonly string[]): ((text: string) => string) =>
  new Set(texts).size >= HABIT && texts.every((text) => MIDNIGHT.test(text))
    ? (text) => text.replace(MIDNIGHT, '')
    : (text) => text;
