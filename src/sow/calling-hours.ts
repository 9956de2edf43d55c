import { parse } from 'csv-parse/sync';
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
}

export const NO_CALLING_HOURS: CallingHours = { ruleFor: () => undefined };

const COLUMNS = ['region', 'day', 'from', 'to', 'zone', 'source'] as const;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** One line: a region by the prefix of its numbers (`+1`, `+44`, `+1305`), a weekday or a date, and half-open hours in the region's zone. */
interface Line {
  readonly region: string;
  readonly day: string;
  readonly from: number;
  readonly to: number;
  readonly zone: Zone | undefined;
  readonly source: string;
}

/**
 * Reads a calendar of calling hours: CSV with region, day, from, to, source, and zone where it is not the contract's. The longest prefix that
 * fits a number counts, a date goes before its weekday, and a day of a known region without a line is closed.
 */
export function readCallingHours(
  content: string,
  file: string,
  contractZone: Zone,
): { hours: CallingHours; problems: readonly Problem[] } {
  const rows: string[][] = parse(content, {
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    trim: true,
    bom: true,
  });
  const [header = [], ...body] = rows;
  const at = new Map(COLUMNS.map((name) => [name, header.findIndex((cell) => cell.toLowerCase() === name)]));
  const missing = COLUMNS.filter((name) => name !== 'zone' && at.get(name) === -1);
  const wrong = (line: number, path: string, reason: string): Problem =>
    problem(
      'wrong_value',
      { file, line },
      { path, reason, expected: 'expected region, day, from, to, source and maybe zone' },
    );
  if (missing.length)
    return { hours: NO_CALLING_HOURS, problems: [wrong(1, missing.join(', '), 'is no column of the calendar')] };
  const problems: Problem[] = [];
  const lines = body.flatMap((row, i): Line[] => {
    const cell = (name: (typeof COLUMNS)[number]): string => row[at.get(name) ?? -1] ?? '';
    const [from, to] = [minutesIn(cell('from')), minutesIn(cell('to'))];
    const day = cell('day').toLowerCase().slice(0, 10);
    const faults: [path: string, reason: string, holds: boolean][] = [
      ['region', `"${cell('region')}" is no prefix such as +1 or +1305`, /^\+\d+$/.test(cell('region'))],
      [
        'day',
        `"${cell('day')}" is no weekday (mon to sun) and no date`,
        isPlainDate(day) || DAYS.includes(day.slice(0, 3)),
      ],
      ['from', `"${cell('from')}" is no time such as 08:00`, from !== undefined],
      ['to', `"${cell('to')}" is no time such as 21:00, after \`from\``, to !== undefined && to > (from ?? 0)],
      ['zone', `"${cell('zone')}" is no time zone`, cell('zone') === '' || isZone(cell('zone'))],
      ['source', 'is empty: hours that nobody can look up are not applied', cell('source') !== ''],
    ];
    const own = faults.filter(([, , holds]) => !holds);
    problems.push(...own.map(([path, reason]) => wrong(i + 2, path, reason)));
    if (own.length || from === undefined || to === undefined) return [];
    const zone = cell('zone') === '' ? undefined : zoneOf(cell('zone'));
    return [
      { region: cell('region'), day: isPlainDate(day) ? day : day.slice(0, 3), from, to, zone, source: cell('source') },
    ];
  });
  return { hours: hoursOf(lines, contractZone), problems };
}

function hoursOf(lines: readonly Line[], contractZone: Zone): CallingHours {
  const byRegion = new Map<string, Line[]>();
  for (const line of lines) byRegion.set(line.region, [...(byRegion.get(line.region) ?? []), line]);
  const longest = Math.max(0, ...[...byRegion.keys()].map((region) => region.length));
  return {
    ruleFor(phone, at) {
      for (let length = longest; length > 1; length--) {
        const own = byRegion.get(phone.slice(0, length));
        if (own) return ruleIn(own, at, contractZone);
      }
      return undefined;
    },
  };
}

function ruleIn(lines: readonly Line[], at: Instant, contractZone: Zone): CallingRule {
  const zone = lines.find((line) => line.zone)?.zone ?? contractZone;
  const date = zone.dateAt(at);
  const ofDate = lines.filter(({ day }) => day === date);
  const own = ofDate.length ? ofDate : lines.filter(({ day }) => day === DAYS[weekdayOf(date)]);
  const wall = new Date(zone.wallAt(at));
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const open = own.find(({ from, to }) => from <= minute && minute < to);
  return { isOpen: open !== undefined, source: (open ?? own[0] ?? lines[0])?.source ?? '' };
}

function minutesIn(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const found = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(minutes) < 60 && found <= 1440 ? found : undefined;
}
