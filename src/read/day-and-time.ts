import { type Problem, problem } from '../problems/problem.ts';
import { readInstant } from './instant.ts';
import { kindOf } from './kinds.ts';
import type { ColumnPlan } from './plan.ts';
import { foldHeader, type TableRow } from './table.ts';
import { isZoneWord, usualZone } from './zone-words.ts';

/** The headers of a day and of its time of day, each in a column of its own. */
export interface DayAndTime {
  readonly date: string;
  readonly time: string;
}

const DAY_WORD = /\b(date|day|datum|tag|jour|fecha|d[ií]a)\b/;
const TIME_WORD = /\b(time|uhrzeit|zeit|heure|hora)\b/;
const DAY = /^[^:]*$/;
const CLOCK =
  /^(?:\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?:[:.]\d{2})?(?:\s*(?:[ap]\.?m\.?|uhr|h))?|\d{1,2}\s*(?:[ap]\.?m\.?|uhr|h))(?:\s+(\D+))?$/i;
/** Headers of columns that say in which zone the times of their row are. */
const ZONE = /^((meeting|appointment|event|slot|call|start) )?(time ?zone|tz|zeitzone|fuseau horaire|zona horaria)$/;
/** As many rows show what a column holds. */
const LOOKED_AT = 200;

/** The zone that a header says in brackets: `Time (PT)`. */
export const zoneOfHeader = (header: string): string | undefined =>
  Array.from(header.matchAll(/\(([^()]*)\)/g), ([, inner = '']) => inner.trim()).find(isZoneWord);

/** What is left of a header without the word for a day, or for a time, and without a zone in brackets: headers that belong together have the same. */
const stemOf = (header: string, word: RegExp): string | undefined => {
  const folded = foldHeader(header)
    .replace(/\(([^()]*)\)/g, (all, inner: string) => (isZoneWord(inner) ? ' ' : all))
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return word.test(folded) ? folded.replace(word, ' ').replace(/\s+/g, ' ').trim() : undefined;
};

/**
 * Columns that hold days beside columns that hold their times: by their names, and by what stands in them. A time that is of
 * nothing by its name (`Time`) and of no other day is of the start.
 */
export function pairsIn(header: readonly string[], rows: readonly TableRow[], start: string | undefined): DayAndTime[] {
  const days = headersOf(header, rows, (text) => {
    const day = withoutMidnight(text);
    return DAY.test(day) && kindOf(day) === 'date';
  });
  const times = headersOf(header, rows, isTimeOfDay);
  const pairs = days.flatMap((date): DayAndTime[] => {
    const stem = stemOf(date, DAY_WORD);
    const time = stem === undefined ? undefined : times.find((name) => stemOf(name, TIME_WORD) === stem);
    return time === undefined ? [] : [{ date, time }];
  });
  const bare = times.find((name) => stemOf(name, TIME_WORD) === '');
  const isFree = start !== undefined && bare !== undefined && days.includes(start);
  return isFree && !pairs.some(({ date, time }) => date === start || time === bare)
    ? [...pairs, { date: start, time: bare }]
    : pairs;
}

/** Columns that hold zones, by their names and by what stands in them: one word that nobody knows makes no other column of it. */
export const zonesIn = (header: readonly string[], rows: readonly TableRow[]): string[] =>
  header.filter((name, i) => ZONE.test(foldHeader(name)) && filled(rows, i).some(isZoneWord));

/** The columns whose cells all are so. */
const headersOf = (header: readonly string[], rows: readonly TableRow[], is: (text: string) => boolean): string[] =>
  header.filter((_, i) => {
    const full = filled(rows, i);
    return full.length > 0 && full.every(is);
  });

const filled = (rows: readonly TableRow[], column: number): string[] =>
  rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[column] ?? '').trim() || []);

/** Whether a text is a time of day, perhaps with a zone. */
export function isTimeOfDay(text: string): boolean {
  const clock = CLOCK.exec(withoutDayZero(text));
  return clock !== null && (clock[1] === undefined || isZoneWord(clock[1]));
}

/** The start of a meeting, or of a call. */
const STARTS = ['starts_at', 'started_at'];

/** The column of the start. */
export const startIn = (columns: ReadonlyMap<string, number>): number | undefined =>
  STARTS.flatMap((name) => columns.get(name) ?? [])[0];

/** Fields that were found by name in one of two such columns, while the other is not read: their days would have no time, or their times no day. */
export function partedTimes(
  { columns, ruled, given, unread }: ColumnPlan,
  { header, headerLine }: { readonly header: readonly string[]; readonly headerLine: number },
  rows: readonly TableRow[],
  source: string,
  file: string,
): Problem[] {
  return pairsIn(header, rows, header[startIn(columns) ?? -1]).flatMap(({ date, time }) =>
    [...columns].flatMap(([field, at]) => {
      const other = header[at] === date ? time : header[at] === time ? date : undefined;
      if (other === undefined || ruled.has(field) || given.includes(field) || !unread.includes(other)) return [];
      return [problem('parted_time', { file, line: headerLine, column: at + 1 }, { field, date, time, source })];
    }),
  );
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
  return `${withoutMidnight(day) || '?'} ${withoutDayZero(time) || '?'}`;
}
