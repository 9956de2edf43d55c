import type { Instant } from '../model.ts';
import type {
  Attendance,
  CalendarEvent,
  CrmMeeting,
  Decision,
  Handover,
  Inbound,
  InvoiceLine,
  Opportunity,
  Recording,
} from '../read/records.ts';
import { attendeesIn } from './attendees.ts';
import { NO_PEOPLE, namedById, type PeopleById } from './contact-ids.ts';
import { groupBy } from './grouped.ts';
import type { ContactCells } from './identity/identity.ts';
import { NOTE_TAKERS } from './note-takers.ts';
import type { Slot } from './slots.ts';

/** The sources whose records can be linked to claims: those of the client, and lines of the invoice that name whom they bill. */
export const LINKED_SOURCES = [
  'attendance',
  'crm',
  'calendar',
  'recordings',
  'invoice',
  'decisions',
  'opportunities',
  'inbound',
  'handovers',
] as const;
type EvidenceRow = Attendance | CrmMeeting | CalendarEvent | Recording;
export type LinkedRow = EvidenceRow | InvoiceLine | Decision | Opportunity | Inbound | Handover;

/** Rows that speak of one event, with what they say of which one it is. */
export interface Trace<R extends LinkedRow = LinkedRow> {
  readonly rows: readonly R[];
  readonly source: (typeof LINKED_SOURCES)[number];
  readonly id: string | undefined;
  readonly meetingId: string | undefined;
  /** A conference system may have ids of its own; one that no drop knows then says nothing. */
  readonly idMayBeForeign: boolean;
  readonly people: readonly ContactCells[];
  /** Addresses of those who may be the client's host. */
  readonly hosts: readonly string[];
  readonly time: Instant | undefined;
  /** What the event is called, where the source says. */
  readonly title?: string | undefined;
  /** Slots whose guests were there too, each of which has a part of the event as its own. */
  readonly others?: ReadonlySet<Slot> | undefined;
}

export interface EvidenceRecords {
  readonly attendance: readonly Attendance[];
  readonly crm: readonly CrmMeeting[];
  readonly calendar: readonly CalendarEvent[];
  readonly recordings: readonly Recording[];
  readonly decisions?: readonly Decision[];
  readonly opportunities?: readonly Opportunity[];
  readonly inbound?: readonly Inbound[];
  readonly handovers?: readonly Handover[];
}

/** Whom a row names, also by an id of the CRM, is with whom the meeting is; who is on its list of attendees may be, of the firm that the row names. */
export function crmTrace(row: CrmMeeting, known: PeopleById = NO_PEOPLE): Trace<CrmMeeting> {
  const { company, domain } = row;
  const attendees = attendeesIn(row.attendees ?? '').map((one) => ({ company, domain, ...one }));
  return {
    rows: [row],
    source: 'crm',
    id: row.id,
    meetingId: row.meeting_id,
    idMayBeForeign: false,
    people: [row, ...attendees, ...namedById(row, known)],
    hosts: [],
    time: row.starts_at,
  };
}

export function calendarTrace(row: CalendarEvent): Trace<CalendarEvent> {
  const emails = (row.attendees ?? '').split(/[;,\s]+/).filter((part) => part.includes('@'));
  const people = emails.map((email) => ({ email: email.toLowerCase() }));
  return {
    rows: [row],
    source: 'calendar',
    id: row.uid,
    meetingId: undefined,
    idMayBeForeign: true,
    people,
    hosts: [],
    time: row.starts_at,
    title: row.title,
  };
}

export const recordingTrace = (row: Recording): Trace<Recording> => ({
  rows: [row],
  source: 'recordings',
  id: row.meeting_id,
  meetingId: row.meeting_id,
  idMayBeForeign: false,
  people: [{ phone: row.phone }],
  hosts: [],
  time: row.started_at,
});

/** A line of the invoice; one that names people in its text alone shows the text. */
export const lineTrace = (line: InvoiceLine): Trace<InvoiceLine> => ({
  rows: [line],
  source: 'invoice',
  id: line.line_id,
  meetingId: undefined,
  idMayBeForeign: false,
  people: [{ ...line, contact_name: line.contact_name ?? line.description }],
  hosts: [],
  time: undefined,
});

/** A decision that says by no id what it is about: of several on one person, what was decided when tells which it is. */
export const decisionTrace = (row: Decision): Trace<Decision> => ({
  rows: [row],
  source: 'decisions',
  id: `${row.decision} ${row.raw.at ?? ''}`.trim(),
  meetingId: undefined,
  idMayBeForeign: false,
  people: [row],
  hosts: [],
  time: undefined,
});

/** Several people in a cell, or a person with an address. */
const SEVERAL = /[;|\n@]/;

/** Whom an opportunity names as its contacts, each at its account; where it names none, the account alone. */
export function contactsOf({ contact_name: name, contact: email, account, domain }: Opportunity): ContactCells[] {
  const at = { company: account, domain };
  const named = name !== undefined && SEVERAL.test(name) ? attendeesIn(name) : [{ contact_name: name }];
  const [only, ...others] = named;
  if (!others.length) return [{ ...at, email, ...only }];
  return [...named, ...(email === undefined ? [] : [{ email }])].map((cells) => ({ ...at, ...cells }));
}

/** The rows of each opportunity as one: those of one id are its history, and not every export of them names the contact. */
export const opportunityTraces = (rows: readonly Opportunity[]): Trace<Opportunity>[] =>
  groupBy(rows, ({ id, row }) => id ?? `row ${row.file} ${row.n}`).map((own) => {
    const all = own.flatMap(contactsOf);
    const people = all.filter(({ contact_name, email }) => contact_name !== undefined || email !== undefined);
    return { ...NO_EVENT, source: 'opportunities', rows: own, id: own[0].id, people: people.length ? people : all };
  });

/** Requests, or hand-overs, that show the same of a person are one question. */
export const personTraces = <R extends Inbound | Handover>(
  source: 'inbound' | 'handovers',
  rows: readonly R[],
): Trace<R>[] =>
  groupBy(rows, ({ contact_name, email, phone, company, domain }) =>
    JSON.stringify([contact_name, email, phone, company, domain]),
  ).map((own) => ({ ...NO_EVENT, source, rows: own, id: undefined, people: [own[0]] }));

const NO_EVENT = { meetingId: undefined, idMayBeForeign: false, hosts: [], time: undefined };

/** Whom a row of a log is about. */
export const participant = ({ email, name }: Attendance): ContactCells => ({ email, contact_name: name });

/** The logs of a conference system: rows of one meeting id or title, split where nobody was there for a while: each piece then finds its slot. */
export function attendanceTraces(rows: readonly Attendance[], gapMs: number): Trace<Attendance>[] {
  const named = (row: Attendance): string => row.meeting_id ?? `${row.row.file} ${row.meeting_title ?? ''}`;
  return groupBy(rows, (row) => `${named(row)} ${row.meeting_starts_at ?? ''}`)
    .flatMap((group) => {
      const logs: Attendance[][] = [];
      let until = Number.NEGATIVE_INFINITY;
      for (const row of [...group].sort((x, y) => (x.joined_at ?? 0) - (y.joined_at ?? 0))) {
        const last = logs.at(-1);
        if (last && (row.joined_at ?? 0) - until <= gapMs) last.push(row);
        else logs.push([row]);
        until = Math.max(until, row.left_at ?? row.joined_at ?? 0);
      }
      return logs;
    })
    .map(
      (log): Trace<Attendance> => ({
        rows: log,
        source: 'attendance',
        id: log[0]?.meeting_id,
        meetingId: log[0]?.meeting_id,
        idMayBeForeign: true,
        people: log.filter((p) => !NOTE_TAKERS.test(p.name ?? '')).map(participant),
        hosts: log.flatMap((p) => p.email ?? []),
        time: log[0]?.meeting_starts_at ?? Math.min(...log.map((p) => p.joined_at ?? Infinity)),
        title: log[0]?.meeting_title,
      }),
    );
}
