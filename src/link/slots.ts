import type { Instant } from '../model.ts';
import type { Attendance, CalendarEvent, CrmMeeting, Meeting, Recording } from '../read/records.ts';
import type { PlainDate } from '../sow/dates.ts';
import type { Zone } from '../sow/zone.ts';
import { addTo, groupBy } from './grouped.ts';
import { isDayAlone, type TimeLimits } from './identity/times.ts';
import { compareNatural } from './keys.ts';

/** One scheduled occurrence, with every row that speaks of it. A lead is a slot without a start. */
export interface Slot {
  readonly id: string;
  /** The row that stands for the slot. */
  readonly record: Meeting;
  /** Rows of the same event under other ids (calendar-sync copies) and repeats of the same row in one drop. */
  readonly copies: readonly Meeting[];
  /** Rows of earlier drops that a later drop replaced. */
  readonly replaced: readonly Meeting[];
  readonly person: string;
  readonly start: Instant | undefined;
  readonly end: Instant | undefined;
  /** True when the same id was seen with a later start: the vendor moved it without saying who asked. */
  readonly movedOn: boolean;
  /** True when one drop holds the row twice with different outcomes: neither may win. */
  readonly contradicts: boolean;
}

/** What the client can show of a slot. */
export interface Evidence {
  readonly attendance: readonly Attendance[];
  readonly crm: readonly CrmMeeting[];
  readonly calendar: readonly CalendarEvent[];
  readonly recordings: readonly Recording[];
  /** Rows of the CRM that are surely the person's, of another time or of none: they say who it is, and prove nothing of the slot. */
  readonly elsewhere: readonly CrmMeeting[];
  /** Rows that may belong to this slot or to another: they prove nothing until a person has said which. */
  readonly doubtful: readonly (Attendance | CrmMeeting | CalendarEvent | Recording)[];
}

/** Shared by all that have none. */
const NONE = Object.freeze<never[]>([]) as never[];
export const NO_EVIDENCE = {
  attendance: NONE,
  crm: NONE,
  calendar: NONE,
  recordings: NONE,
  elsewhere: NONE,
  doubtful: NONE,
} satisfies Evidence;

const endOf = (row: Meeting): Instant | undefined =>
  row.ends_at ??
  (row.starts_at !== undefined && row.duration !== undefined ? row.starts_at + row.duration * 1000 : row.starts_at);
export const bookedAt = (row: Meeting): Instant => row.booked_at ?? deliveredAt(row);
export const deliveredAt = (row: Meeting): Instant => row.delivered_at ?? row.booked_at ?? row.starts_at ?? UNDATED;
/** Of a row that says of no day when it was. */
export const UNDATED: Instant = 0;

/** Makes slots of rows (DESIGN section 3.1): repeats, corrections of later drops and copies of one event fall together. */
export function collapse(
  rows: readonly Meeting[],
  personOf: ReadonlyMap<Meeting, string>,
  { sameMeetingMs, zone }: TimeLimits,
): Slot[] {
  // The same person with two vendors is two stories.
  const person = (row: Meeting): string =>
    `${row.vendor === undefined ? '' : `${row.vendor} `}${personOf.get(row) ?? ''}`;
  const sameRow = groupBy(
    rows,
    (row) => `${row.vendor ?? ''}\u0000${row.id}\u0000${row.starts_at ?? `lead ${row.delivered_at}`}`,
  );
  const entries = sameRow.map((group): Entry => {
    const newest = Math.max(...group.map((row) => row.drop));
    const [record, ...copies] = sorted(group.filter((row) => row.drop === newest));
    const replaced = group.filter((row) => row.drop !== newest);
    return { record: record as Meeting, copies, replaced, start: record?.starts_at };
  });
  const events = entries.flatMap((entry) => (entry.record.starts_at === undefined ? [[entry]] : []));
  const timed = entries.filter((entry) => entry.record.starts_at !== undefined);
  for (const ofPerson of groupBy(timed, (entry) => person(entry.record))) {
    const inTime = placed(ofPerson, zone).sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    let event: Entry[] = [];
    for (const entry of inTime) {
      const first = event[0]?.start ?? Number.NEGATIVE_INFINITY;
      const belongs =
        (entry.start ?? 0) - first <= sameMeetingMs && event.every((e) => e.record.id !== entry.record.id);
      if (!belongs) {
        event = [];
        events.push(event);
      }
      event.push(entry);
    }
  }
  const slots = events.map((event): Omit<Slot, 'id' | 'movedOn'> => {
    const record = sorted(event.map((entry) => entry.record))[0] as Meeting;
    const start = event.find((entry) => entry.record === record)?.start;
    // A row that says the day alone ends with one that says the time.
    const timed = event.find((entry) => entry.record.starts_at === start)?.record ?? record;
    return {
      record,
      copies: sorted(event.flatMap((e) => [...(e.record === record ? [] : [e.record]), ...e.copies])),
      replaced: sorted(event.flatMap((e) => e.replaced)),
      person: person(record),
      contradicts: event.some((e) => new Set([e.record, ...e.copies].flatMap((row) => row.outcome ?? [])).size > 1),
      start,
      end: endOf(record.starts_at === start ? record : timed),
    };
  });
  const vendorsOf = new Map<string, Set<string>>();
  for (const { record } of slots) addTo(vendorsOf, record.id ?? '', record.vendor ?? '');
  return groupBy(slots, (slot) => `${slot.record.vendor ?? ''}\u0000${slot.record.id ?? ''}`).flatMap((sameId) => {
    const { id: own = '', vendor } = sameId[0].record;
    // Two vendors may count alike.
    const id = vendor !== undefined && (vendorsOf.get(own)?.size ?? 0) > 1 ? `${own} (${vendor})` : own;
    return [...sameId]
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
      .map((slot, i, all) => ({
        id: i === 0 ? id : `${id}#${i + 1}`,
        movedOn: i < all.length - 1,
        // Copied last: V8 makes an object that begins with a copy many times as slowly, and larger.
        ...slot,
      }));
  });
}

/** The rows of one id and start. */
interface Entry {
  readonly record: Meeting;
  readonly copies: readonly Meeting[];
  readonly replaced: readonly Meeting[];
  readonly start: Instant | undefined;
}

/** Entries of one person; those of a day alone begin with the only one of that day that says a time. */
function placed(entries: readonly Entry[], zone: Zone): Entry[] {
  if (!entries.some(({ start = 0 }) => isDayAlone(start, zone))) return [...entries];
  const times = new Map<PlainDate, Set<Instant>>();
  for (const { start = 0 } of entries) if (!isDayAlone(start, zone)) addTo(times, zone.dateAt(start), start);
  return entries.map((entry) => {
    const { start = 0 } = entry;
    const ofDay = isDayAlone(start, zone) ? times.get(zone.dateAt(start)) : undefined;
    return ofDay?.size === 1 ? { ...entry, start: [...ofDay][0] } : entry;
  });
}

/** The row that stands for an event first: booked earliest, then with more filled cells, then by natural id, then by place. */
function sorted(rows: readonly Meeting[]): readonly Meeting[] {
  if (rows.length < 2) return rows.length ? rows : NONE;
  const filled = (row: Meeting): number => Object.keys(row.raw).length;
  return [...rows].sort(
    (a, b) =>
      (a.booked_at ?? Infinity) - (b.booked_at ?? Infinity) ||
      filled(b) - filled(a) ||
      compareNatural(a.id ?? '', b.id ?? '') ||
      compareNatural(contentKey(a), contentKey(b)) ||
      a.row.line - b.row.line,
  );
}

/** A row's cells as they stood in the file, whatever their order. */
export const contentKey = (row: Meeting): string => JSON.stringify(Object.entries(row.raw).sort());

/** All rows that fell into a slot. */
export const rowsOf = (slot: Slot): Meeting[] => [slot.record, ...slot.copies, ...slot.replaced];
/** The names by which other sources speak of slots: the ids of their rows and leads. */
export const idsOf = (slots: readonly Slot[]): ReadonlySet<string> =>
  new Set(slots.flatMap(rowsOf).flatMap((row) => [row.id, row.lead_id].flatMap((id) => id ?? [])));
