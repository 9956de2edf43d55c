import ICAL from 'ical.js';
import { type Problem, problem } from '../problems/problem.ts';
import { wallOf } from '../sow/dates.ts';
import { type IcsFault, icsFault } from './ics-fault.ts';
import { Calendar, zoneNamed } from './ics-zones.ts';
import type { Table, TableRow } from './table.ts';

const HEADER = [
  'uid',
  'starts_at',
  'ends_at',
  'status',
  'organizer',
  'attendees',
  'sequence',
  'summary',
  'recurrence_id',
] as const;
/** A series is written out up to this many events. */
const MAX_EVENTS = 10_000;
const UNREADABLE = 'an event with a date, a duration or a repetition that cannot be read';
/** One VEVENT with the line that it begins on. */
interface Entry {
  readonly component: ICAL.Component;
  readonly calendar: ICAL.Component;
  readonly line: number;
}

/**
 * Reads iCalendar (RFC 5545): a row an event, series written out. Of one UID the highest SEQUENCE counts, then the latest
 * DTSTAMP; RECURRENCE-ID replaces one event of a series, EXDATE takes one out. Zones may have Windows names. A time without
 * zone stays without, for the source's `time_zone`. An event that has two starts, or two of what else it has once, is set aside.
 */
export function readIcs(text: string, file: string): Table {
  const none = { header: [...HEADER], headerLine: 1, rows: [], before: [] };
  const refused = ({ line, reason }: IcsFault): Table => ({
    ...none,
    problems: [problem('bad_ics', { file, line }, { reason })],
  });
  const fault = icsFault(text);
  if (fault) return refused(fault);
  const lines = text.split(/\r\n|\n|\r/);
  const begins = lines.flatMap((line, i) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [i + 1] : []));
  const calendars = calendarsOf(text);
  if (!calendars) return refused({ line: begins.find((line) => !isEvent(lines, line)) ?? 1, reason: UNREADABLE });
  const entries = calendars
    .flatMap((calendar) => calendar.getAllSubcomponents('vevent').map((component) => ({ component, calendar })))
    .map((entry, i): Entry => ({ ...entry, line: begins[i] ?? 1 }));
  const { kept: all, problems } = newest(entries, file);
  const kept = all.filter((entry) => {
    const doubt = repeated(entry, lines, file);
    if (doubt) problems.push(doubt);
    return !doubt;
  });
  const rows: TableRow[] = [];
  for (const entry of kept) {
    if (!isLoneException(entry, kept) && entry.component.hasProperty('recurrence-id')) continue;
    try {
      rows.push(...rowsOf(entry, kept));
    } catch {
      return refused({ line: entry.line, reason: UNREADABLE });
    }
  }
  return { ...none, rows: rows.sort((a, b) => a.line - b.line), problems };
}

/** The calendars of a text; undefined where a value cannot be read. */
function calendarsOf(text: string): ICAL.Component[] | undefined {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    const all = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][];
    return all.map((jcal) => new Calendar(jcal as never));
  } catch {
    return undefined;
  }
}

/** Whether the event that begins on a line can be read by itself. */
function isEvent(lines: readonly string[], begin: number): boolean {
  const end = lines.findIndex((line, i) => i >= begin && /^END:VEVENT\s*$/i.test(line));
  return calendarsOf(lines.slice(begin - 1, end + 1).join('\r\n')) !== undefined;
}

const textOf = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name) ?? '');

/** What an event has at most once (RFC 5545, 3.6.1), of what is read. */
const SINGLE = [
  'uid',
  'dtstart',
  'dtend',
  'duration',
  'status',
  'sequence',
  'dtstamp',
  'summary',
  'organizer',
  'recurrence-id',
] as const;

/** An event that says one thing twice, and differently: nobody knows which is right. */
function repeated({ component, line }: Entry, lines: readonly string[], file: string): Problem | undefined {
  for (const name of SINGLE) {
    const texts = component.getAllProperties(name).map((p) => p.toICALString());
    const other = texts.find((text) => text !== texts[0]);
    if (other === undefined) continue;
    const isOf = (text: string): boolean => new RegExp(`^${name}[;:]`, 'i').test(text);
    const places = lines.flatMap((text, i) => (i >= line && isOf(text) ? [i + 1] : []));
    const args = { property: name.toUpperCase(), event: line };
    return problem('repeated_property', { file, line: places[1] ?? line }, args, other);
  }
  return undefined;
}

/** An override whose series is not in the file stands for itself. */
const isLoneException = ({ component }: Entry, all: readonly Entry[]): boolean =>
  component.hasProperty('recurrence-id') &&
  !all.some(
    (e) => textOf(e.component, 'uid') === textOf(component, 'uid') && !e.component.hasProperty('recurrence-id'),
  );

/** The newest version of each event; older ones are told. */
function newest(entries: readonly Entry[], file: string): { kept: Entry[]; problems: Problem[] } {
  const best = new Map<string, Entry>();
  const problems: Problem[] = [];
  const rank = ({ component }: Entry): [number, string] => [
    Number(textOf(component, 'sequence')) || 0,
    textOf(component, 'dtstamp'),
  ];
  for (const entry of entries) {
    const id = textOf(entry.component, 'uid');
    const key = id ? `${id} ${replacedBy(entry)}` : `line ${entry.line}`;
    const known = best.get(key);
    if (!known) {
      best.set(key, entry);
      continue;
    }
    const [a, b] = [rank(known), rank(entry)];
    const isNewer = b[0] > a[0] || (b[0] === a[0] && b[1] >= a[1]);
    const old = isNewer ? known : entry;
    if (isNewer) best.set(key, entry);
    problems.push(problem('superseded_row', { file, line: old.line }, { of: id, by: (isNewer ? entry : known).line }));
  }
  return { kept: [...best.values()].sort((a, b) => a.line - b.line), problems };
}

/** The event of its series that an override replaces: the moment, since it may be written in UTC and the series in a zone. */
function replacedBy({ component, calendar }: Entry): string {
  const at = component.getFirstPropertyValue('recurrence-id');
  return at instanceof ICAL.Time ? instantOf(at, tzidOf(component, 'recurrence-id'), calendar) : '';
}

/** An event, or all of a series; an override of none of them is an event of its own. */
function rowsOf(entry: Entry, all: readonly Entry[]): TableRow[] {
  const event = new ICAL.Event(entry.component);
  if (!event.isRecurring()) return [rowOf(entry, entry.component, undefined)];
  const uid = textOf(entry.component, 'uid');
  const tzid = tzidOf(entry.component, 'dtstart');
  const exceptions = new Map(
    all.flatMap((other) =>
      other.component.hasProperty('recurrence-id') && textOf(other.component, 'uid') === uid
        ? [[replacedBy(other), other] as const]
        : [],
    ),
  );
  const rows: TableRow[] = [];
  const times = event.iterator();
  for (let next = times.next(); next && rows.length < MAX_EVENTS && next.year < 2100; next = times.next()) {
    const at = instantOf(next, tzid, entry.calendar);
    const other = exceptions.get(at);
    exceptions.delete(at);
    rows.push(other ? rowOf(other, other.component, next) : rowOf(entry, entry.component, next));
  }
  return [...rows, ...[...exceptions.values()].map((other) => rowOf(other, other.component, undefined))];
}

const tzidOf = (component: ICAL.Component, property: string): string | undefined =>
  component.getFirstProperty(property)?.getFirstParameter('tzid');

/** One row; `at` is the occurrence of a series. */
function rowOf({ calendar, line }: Entry, component: ICAL.Component, at: ICAL.Time | undefined): TableRow {
  const event = new ICAL.Event(component);
  const isMoved = component.hasProperty('recurrence-id');
  const start = at && !isMoved ? at : event.startDate;
  const end = start?.clone();
  if (end && event.duration) end.addDuration(event.duration);
  const tzid = tzidOf(component, 'dtstart');
  const isCanceled =
    textOf(calendar, 'method').toUpperCase() === 'CANCEL' || textOf(component, 'status').toUpperCase() === 'CANCELLED';
  const cells: Record<(typeof HEADER)[number], string> = {
    uid: textOf(component, 'uid'),
    starts_at: start ? instantOf(start, tzid, calendar) : '',
    ends_at: end ? instantOf(end, tzid, calendar) : '',
    status: isCanceled ? 'cancelled' : textOf(component, 'status').toLowerCase(),
    organizer: component.getAllProperties('organizer').map(addressOf).join(''),
    attendees: component.getAllProperties('attendee').map(addressOf).filter(Boolean).join(';'),
    sequence: textOf(component, 'sequence'),
    summary: textOf(component, 'summary'),
    recurrence_id: at ? at.toString() : '',
  };
  return { line, cells: HEADER.map((name) => cells[name]) };
}

/** The address of a person, if there is one: the value may be another id of theirs (Apple has the address in EMAIL, RFC 7986), or `invalid:nomail` (Exchange). */
function addressOf(person: ICAL.Property): string {
  const said = [String(person.getFirstValue() ?? ''), person.getFirstParameter('email') ?? ''];
  return said.map((text) => text.replace(/^mailto:/i, '')).find((text) => text.includes('@')) ?? '';
}

/** A day, or a time: with offset where its zone is known, without where it is not. */
function instantOf(time: ICAL.Time, tzid: string | undefined, calendar: ICAL.Component): string {
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toString();
  const wall = wallOf(time.year, time.month, time.day, time.hour, time.minute, time.second);
  const local = time.toString().replace(/Z$/, '');
  if (tzid === undefined || wall === undefined) return local;
  const known = zoneNamed(tzid)?.instantsAt(wall)[0];
  if (known !== undefined) return inUtc(known);
  const own = calendar.getAllSubcomponents('vtimezone').find((zone) => textOf(zone, 'tzid') === tzid);
  return own ? inUtc(wall - new ICAL.Timezone(own).utcOffset(time) * 1000) : local;
}

/** A moment as calendars write it in UTC, so that equal ones are equal texts. */
const inUtc = (moment: number): string => new Date(moment).toISOString().replace('.000', '');
