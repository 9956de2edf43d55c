import { daysBetween, type PlainDate, weekdayOf } from '../sow/dates.ts';
import { zoneOf } from '../sow/zone.ts';
import { readInstant } from './instant.ts';

const fold = (text: string): string => text.trim().toLowerCase();

/** What vendors' summaries write in the line or column of all parts. */
const WHOLE: ReadonlySet<string> = new Set([
  ...['total', 'totals', 'grand total', 'all', 'overall', 'sum', 'team', 'whole team', 'all agents', 'all campaigns'],
  ...['gesamt', 'summe', 'insgesamt', 'total général', 'ensemble', 'total general', 'suma'],
]);
export const isWhole = (text: string): boolean => WHOLE.has(fold(text));

/** What they write in a line beside the parts that is none of them. */
const AVERAGE: ReadonlySet<string> = new Set([
  ...['average', 'avg', 'avg.', 'mean', 'median', 'ø', 'durchschnitt', 'schnitt', 'mittelwert', 'moyenne', 'promedio'],
]);
export const isAverage = (text: string): boolean => AVERAGE.has(fold(text));

/** A week by its number, or by its first day. */
type NamedWeek = { readonly number: number; readonly year: string | undefined } | { readonly monday: PlainDate };

const NUMBERED = /^(?:(\d{4})[-\s]?)?(?:w|kw|cw|week|woche|semaine|semana)?\s*0?(\d{1,2})$/;
const BETWEEN = /\s+(?:[-–—]|to|bis|au)\s+/;
const MONDAY = 1;
/** A week ends on a Friday, Saturday or Sunday: so many days after its Monday. */
const LENGTHS = [4, 5, 6];

/** The week that a text names: `2026-W23`, `KW 23`, its Monday, its days (`6/1/2026 - 6/7/2026`); undefined where it may be two. */
export function readWeek(text: string): NamedWeek | undefined {
  const bare = fold(text);
  const [, year, number] = NUMBERED.exec(bare) ?? [];
  if (number !== undefined) return { number: Number(number), year };
  const [first = '', last, ...more] = bare.split(BETWEEN);
  const ends = last === undefined ? undefined : datesIn(last);
  const [monday, other] = datesIn(first).filter(
    (day) => weekdayOf(day) === MONDAY && (!ends || ends.some((end) => LENGTHS.includes(daysBetween(day, end)))),
  );
  return monday === undefined || other !== undefined || more.length ? undefined : { monday };
}

const UTC = zoneOf('UTC');
/** The days that a text may mean. */
const datesIn = (text: string): PlainDate[] => [
  ...new Set(
    (['mdy', 'dmy'] as const).flatMap((order) => {
      const at = readInstant(text, order, UTC);
      return typeof at === 'number' ? UTC.dateAt(at) : [];
    }),
  ),
];
