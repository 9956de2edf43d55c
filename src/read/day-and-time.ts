import { type Problem, problem } from '../problems/problem.ts';
import { kindOf } from './kinds.ts';
import type { ColumnPlan } from './plan.ts';
import { foldHeader, type TableRow } from './table.ts';

/** The headers of a day and of its time of day, each in a column of its own. */
export interface DayAndTime {
  readonly date: string;
  readonly time: string;
}

const DAY_WORD = /\b(date|day|datum|tag|jour|fecha|d[ií]a)\b/;
const TIME_WORD = /\b(time|uhrzeit|zeit|heure|hora)\b/;
const DAY = /^[^:]*$/;
const CLOCK = /^\d{1,2}[:.]\d{2}([:.]\d{2})?\s*([ap]\.?m\.?)?$/i;
/** As many rows show what a column holds. */
const LOOKED_AT = 200;

/** What is left of a header without the word for a day, or for a time: headers that belong together have the same. */
const stemOf = (header: string, word: RegExp): string | undefined => {
  const folded = foldHeader(header).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return word.test(folded) ? folded.replace(word, ' ').replace(/\s+/g, ' ').trim() : undefined;
};

/** Columns that hold days beside columns that hold their times: by their names, and by what stands in them. */
export function pairsIn(header: readonly string[], rows: readonly TableRow[]): DayAndTime[] {
  const holds = (column: number, is: (text: string) => boolean): boolean => {
    const full = rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[column] ?? '').trim() || []);
    return full.length > 0 && full.every((text) => is(withoutMidnight(text)));
  };
  const days = header.flatMap((name, i) =>
    holds(i, (text) => DAY.test(text) && kindOf(text) === 'date') ? [name] : [],
  );
  const times = header.flatMap((name, i) => (holds(i, (text) => CLOCK.test(withoutDayZero(text))) ? [name] : []));
  return days.flatMap((date): DayAndTime[] => {
    const stem = stemOf(date, DAY_WORD);
    const time = stem === undefined ? undefined : times.find((name) => stemOf(name, TIME_WORD) === stem);
    return time === undefined ? [] : [{ date, time }];
  });
}

/** Fields that were found by name in one of two such columns, while the other is not read: their days would have no time, or their times no day. */
export function partedTimes(
  { columns, ruled, given, unread }: ColumnPlan,
  { header, headerLine }: { readonly header: readonly string[]; readonly headerLine: number },
  rows: readonly TableRow[],
  source: string,
  file: string,
): Problem[] {
  return pairsIn(header, rows).flatMap(({ date, time }) =>
    [...columns].flatMap(([field, at]) => {
      const other = header[at] === date ? time : header[at] === time ? date : undefined;
      if (other === undefined || ruled.has(field) || given.includes(field) || !unread.includes(other)) return [];
      return [problem('parted_time', { file, line: headerLine, column: at + 1 }, { field, date, time, source })];
    }),
  );
}

/** Spreadsheets put a midnight behind days, and their day zero before times. */
const withoutMidnight = (day: string): string => day.replace(/[T ]+(0?0:00(:00(\.0+)?)?|12:00(:00)? AM)$/i, '');
const withoutDayZero = (time: string): string =>
  time.replace(/^(1899-12-3[01]|12\/3[01]\/(18)?99|3[01]\.12\.(18)?99)[T ]+/, '');

/** A day and its time as one text. Where one of the two is missing, it is no moment, and is told as none. */
export function dayAndTime(day: string, time: string): string {
  if (day === '' && time === '') return '';
  return `${withoutMidnight(day) || '?'} ${withoutDayZero(time) || '?'}`;
}
