import { CsvError, parse } from 'csv-parse/sync';
import type { Instant } from '../model.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { isPlainDate, weekdayOf } from './dates.ts';
import { isZone, type Zone, zoneOf } from './zone.ts';

/** What the calendar says of one call. */
interface CallingRule {
  readonly isOpen: boolean;
  /** Where the hours are from, as the calendar cites it. */
  readonly source: string;
}

/** Hours in which numbers may be called, from a table that the user keeps. */
export interface CallingHours {
  /** The rule for a number at a moment; undefined where the calendar does not know the number. */
  ruleFor(phone: string, at: Instant): CallingRule | undefined;
  /** Where a number is; undefined where the calendar does not know it. */
  zoneOf(phone: string): Zone | undefined;
}

export const NO_CALLING_HOURS: CallingHours = { ruleFor: () => undefined, zoneOf: () => undefined };

/** The columns of the calendar, in any order. */
export const CALENDAR_COLUMNS = {
  region:
    'the beginning of the numbers that the line is for, such as `+1` or `+1305`; of several the longest counts, alone',
  day: 'a weekday (`mon` to `sun`), or a date, which goes before its weekday',
  from: 'the first minute in which a call may begin, such as `08:00`',
  to: 'the first in which it may not any more; both empty: closed all day',
  zone: "the region's time zone, one for all its lines; without it, or empty, the contract's",
  source: 'where the hours can be looked up; it is printed with what was found',
} as const;
type CalendarColumn = keyof typeof CALENDAR_COLUMNS;
const COLUMNS = Object.keys(CALENDAR_COLUMNS) as CalendarColumn[];
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** One line: a region by the prefix of its numbers (`+1`, `+44`, `+1305`), a weekday or a date, and half-open hours in the region's zone. */
interface Line {
  readonly region: string;
  /** A date, or a weekday in full. */
  readonly day: string;
  /** Minutes of the day; undefined on a day that is closed. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Empty for the contract's. */
  readonly zone: string;
  readonly source: string;
}

/**
 * Reads a calendar of calling hours: CSV with region, day, from, to, source, and zone where it is not the contract's. The longest prefix that
 * fits a number counts, a date goes before its weekday, and a day of a known region without a line, or without hours, is closed.
 */
export function readCallingHours(
  content: string,
  file: string,
  contractZone: Zone,
): { hours: CallingHours; problems: readonly Problem[] } {
  const wrong = (line: number, path: string, reason: string): Problem =>
    problem(
      'wrong_value',
      { file, line },
      { path, reason, expected: 'expected region, day, from, to, source and maybe zone' },
    );
  const { rows, fault } = rowsIn(content);
  if (fault) return { hours: NO_CALLING_HOURS, problems: [wrong(fault.line, 'quotes', fault.reason)] };
  const [header, ...body] = rows;
  const at = new Map(
    COLUMNS.map((name) => [name, header?.cells.findIndex((cell) => cell.toLowerCase() === name) ?? -1]),
  );
  const missing = COLUMNS.filter((name) => name !== 'zone' && at.get(name) === -1);
  if (missing.length) {
    const place = header?.line ?? 1;
    return { hours: NO_CALLING_HOURS, problems: [wrong(place, missing.join(', '), 'is no column of the calendar')] };
  }
  const zones = new Map<string, string>();
  const problems: Problem[] = [];
  const lines = body.flatMap(({ cells, line }): Line[] => {
    const cell = (name: CalendarColumn): string => cells[at.get(name) ?? -1] ?? '';
    const [region, zone] = [cell('region'), cell('zone')];
    const known = zones.get(region) ?? zone;
    zones.set(region, known);
    const isClosed = cell('from') === '' && cell('to') === '';
    const [from, to] = [minutesIn(cell('from')), minutesIn(cell('to'))];
    const day = dayIn(cell('day'));
    const faults: [path: string, reason: string, holds: boolean][] = [
      ['region', `"${region}" is no prefix such as +1 or +1305`, /^\+\d+$/.test(region)],
      ['day', `"${cell('day')}" is no weekday (mon to sun) and no date`, day !== undefined],
      ['from', `"${cell('from')}" is no time such as 08:00`, isClosed || from !== undefined],
      [
        'to',
        `"${cell('to')}" is no time such as 21:00, after \`from\``,
        isClosed || (to !== undefined && to > (from ?? 0)),
      ],
      ['zone', `"${zone}" is no time zone`, zone === '' || isZone(zone)],
      ['zone', `"${zone}" is not the "${known}" of an earlier line of ${region}`, zone === known],
      ['source', 'is empty: hours that nobody can look up are not applied', cell('source') !== ''],
    ];
    const own = faults.filter(([, , holds]) => !holds);
    problems.push(...own.map(([path, reason]) => wrong(line, path, reason)));
    return own.length || day === undefined ? [] : [{ region, day, from, to, zone, source: cell('source') }];
  });
  return { hours: hoursOf(lines, contractZone), problems };
}

interface Row {
  readonly cells: readonly string[];
  /** The line that it ends on. */
  readonly line: number;
}

/** The rows of the table, or where its quotes go wrong. */
function rowsIn(content: string): { rows: readonly Row[]; fault?: { line: number; reason: string } } {
  const rows: Row[] = [];
  try {
    parse(content, {
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      trim: true,
      bom: true,
      onRecord: (cells: string[], { lines }) => {
        rows.push({ cells, line: lines });
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], fault: { line: Number(error.lines ?? 1), reason: `do not pair: ${error.message}` } };
  }
}

/** A date, or a weekday in full. */
function dayIn(text: string): string | undefined {
  const day = text.toLowerCase();
  return isPlainDate(day) ? day : DAYS.find((name) => name === day || name.slice(0, 3) === day);
}

function hoursOf(lines: readonly Line[], contractZone: Zone): CallingHours {
  const regions = new Map<string, Region>();
  for (const line of lines) {
    const zone = line.zone === '' ? contractZone : zoneOf(line.zone);
    regions.set(line.region, { zone, lines: [...(regions.get(line.region)?.lines ?? []), line] });
  }
  const longest = Math.max(0, ...[...regions.keys()].map((region) => region.length));
  const regionOf = (phone: string): Region | undefined => {
    for (let length = longest; length > 1; length--) {
      const region = regions.get(phone.slice(0, length));
      if (region) return region;
    }
    return undefined;
  };
  return {
    ruleFor(phone, at) {
      const region = regionOf(phone);
      return region && ruleIn(region, at);
    },
    zoneOf: (phone) => regionOf(phone)?.zone,
  };
}

interface Region {
  readonly lines: readonly Line[];
  readonly zone: Zone;
}

function ruleIn({ lines, zone }: Region, at: Instant): CallingRule {
  const date = zone.dateAt(at);
  const ofDate = lines.filter(({ day }) => day === date);
  const own = ofDate.length ? ofDate : lines.filter(({ day }) => day === DAYS[weekdayOf(date)]);
  const wall = new Date(zone.wallAt(at));
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const open = own.find(({ from, to }) => from !== undefined && to !== undefined && from <= minute && minute < to);
  return { isOpen: open !== undefined, source: (open ?? own[0] ?? lines[0])?.source ?? '' };
}

function minutesIn(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const found = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(minutes) < 60 && found <= 1440 ? found : undefined;
}
