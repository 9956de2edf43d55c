import type { Instant, SourceName } from '../model.ts';
import type { Attendance, CalendarEvent, CrmMeeting, Meeting, Recording } from '../read/records.ts';
import { DAY_MS } from '../sow/dates.ts';
import { companyKey, nameKey } from './keys.ts';
import { type Evidence, groupBy, rowsOf, type Slot } from './slots.ts';

/** How an evidence row was tied to a slot, or why not. */
export interface Link {
  readonly slot: Slot | undefined;
  readonly rivals: readonly Slot[];
  readonly source: SourceName;
  readonly file: string;
  readonly line: number;
  readonly n: number;
  readonly id: string | undefined;
  readonly decision: 'linked' | 'review' | 'none';
  readonly reason: string;
}

/** What an evidence row says of which slot it belongs to. */
interface Clue {
  readonly meetingId?: string | undefined;
  /** A conference system may have ids of its own; one that no drop knows then says nothing. */
  readonly idMayBeForeign?: boolean;
  readonly emails: readonly string[];
  readonly phone?: string | undefined;
  readonly names: readonly string[];
  readonly company?: string | undefined;
  readonly host?: string | undefined;
  readonly time: Instant | undefined;
}

type EvidenceRow = Attendance | CrmMeeting | CalendarEvent | Recording;

/** Ties evidence to slots by exact keys: id, else person and time. What fits two slots proves nothing and is review. */
export function linkEvidence(
  slots: readonly Slot[],
  records: {
    attendance: readonly Attendance[];
    crm: readonly CrmMeeting[];
    calendar: readonly CalendarEvent[];
    recordings: readonly Recording[];
  },
  limits: { shiftedStartMs: number; sameMeetingMs: number },
): { evidence: ReadonlyMap<Slot, Evidence>; links: readonly Link[] } {
  const index = indexOf(slots);
  const links: Link[] = [];
  const found = new Map<Slot, { -readonly [K in keyof Evidence]: Evidence[K][number][] }>(
    slots.map((slot) => [slot, { attendance: [], crm: [], calendar: [], recordings: [], doubtful: [] }]),
  );
  const tie = <R extends EvidenceRow>(
    rows: readonly R[],
    clue: Clue,
    keep: (slot: Slot, rows: readonly R[]) => void,
  ): void => {
    const { linked, rivals, reason } = seek(index, clue, limits);
    for (const row of rows) {
      const id = 'uid' in row ? row.uid : 'id' in row ? row.id : clue.meetingId;
      const decision = linked ? 'linked' : rivals.length ? 'review' : 'none';
      links.push({
        slot: linked,
        rivals,
        source: row.row.source,
        file: row.row.file,
        line: row.row.line,
        n: row.row.n,
        id,
        decision,
        reason,
      });
    }
    if (linked) keep(linked, rows);
    for (const rival of linked ? [] : rivals) found.get(rival)?.doubtful.push(...rows);
  };

  for (const log of logsIn(records.attendance, limits.sameMeetingMs)) {
    const first = log[0];
    if (!first) continue;
    tie(
      log,
      {
        meetingId: first.meeting_id,
        idMayBeForeign: true,
        emails: log.flatMap((p) => p.email ?? []),
        names: log.map((p) => nameKey(p.name ?? '')),
        host: log.flatMap((p) => p.email ?? []).find((email) => index.byHost.has(email)),
        time: first.meeting_starts_at ?? Math.min(...log.map((p) => p.joined_at ?? Infinity)),
      },
      (slot, rows) => found.get(slot)?.attendance.push(...rows),
    );
  }
  for (const row of records.crm) {
    const names = row.contact_name ? [nameKey(row.contact_name)] : [];
    const clue = {
      meetingId: row.meeting_id,
      emails: row.email ? [row.email] : [],
      phone: row.phone,
      names,
      company: row.company,
      time: row.starts_at,
    };
    tie([row], clue, (slot, rows) => found.get(slot)?.crm.push(...rows));
  }
  for (const row of records.calendar) {
    const emails = (row.attendees ?? '')
      .split(/[;,\s]+/)
      .filter((part) => part.includes('@'))
      .map((part) => part.toLowerCase());
    tie([row], { emails, names: [], time: row.starts_at }, (slot, rows) => found.get(slot)?.calendar.push(...rows));
  }
  for (const row of records.recordings) {
    const clue = { meetingId: row.meeting_id, emails: [], phone: row.phone, names: [], time: row.started_at };
    tie([row], clue, (slot, rows) => found.get(slot)?.recordings.push(...rows));
  }
  return { evidence: found, links };
}

/** The logs of a conference system: rows of one meeting id or title, split where nobody was there for a while: each piece then finds its slot. */
function logsIn(rows: readonly Attendance[], gapMs: number): Attendance[][] {
  const named = (row: Attendance): string => row.meeting_id ?? `${row.row.file} ${row.meeting_title ?? ''}`;
  return groupBy(rows, (row) => `${named(row)} ${row.meeting_starts_at ?? ''}`).flatMap((group) => {
    const logs: Attendance[][] = [];
    let until = Number.NEGATIVE_INFINITY;
    for (const row of [...group].sort((x, y) => (x.joined_at ?? 0) - (y.joined_at ?? 0))) {
      const last = logs.at(-1);
      if (last && (row.joined_at ?? 0) - until <= gapMs) last.push(row);
      else logs.push([row]);
      until = Math.max(until, row.left_at ?? row.joined_at ?? 0);
    }
    return logs;
  });
}

interface Index {
  readonly byId: ReadonlyMap<string, readonly Slot[]>;
  readonly byEmail: ReadonlyMap<string, readonly Slot[]>;
  readonly byPhone: ReadonlyMap<string, readonly Slot[]>;
  readonly byName: ReadonlyMap<string, readonly Slot[]>;
  readonly byHost: ReadonlyMap<string, readonly Slot[]>;
}

function indexOf(slots: readonly Slot[]): Index {
  const collect = (keyOf: (row: Meeting) => string | undefined): Map<string, Slot[]> => {
    const map = new Map<string, Slot[]>();
    for (const slot of slots) {
      for (const key of new Set(rowsOf(slot).map(keyOf))) {
        if (key === undefined) continue;
        const known = map.get(key);
        if (known) known.push(slot);
        else map.set(key, [slot]);
      }
    }
    return map;
  };
  const named = (row: Meeting): string | undefined =>
    row.contact_name && row.company ? `${nameKey(row.contact_name)}|${companyKey(row.company)}` : undefined;
  return {
    byId: collect((row) => row.id),
    byEmail: collect((row) => row.email),
    byPhone: collect((row) => row.phone),
    byName: collect(named),
    byHost: collect((row) => row.host?.toLowerCase()),
  };
}

interface Found {
  readonly linked: Slot | undefined;
  readonly rivals: readonly Slot[];
  readonly reason: string;
}

/** Keys from strong to weak; the first that reaches a slot decides. An id ties only what happened within a day of the slot. */
function seek(index: Index, clue: Clue, limits: { shiftedStartMs: number; sameMeetingMs: number }): Found {
  const byId = clue.meetingId === undefined ? [] : (index.byId.get(clue.meetingId) ?? []);
  const near = nearestInTime(byId, clue.time, DAY_MS, 'meeting_id');
  if (near.linked || near.rivals.length) return near;
  if (byId.length) return { linked: undefined, rivals: [], reason: 'other_time' };
  if (clue.meetingId !== undefined && !clue.idMayBeForeign)
    return { linked: undefined, rivals: [], reason: 'unknown_meeting_id' };
  const company = clue.company === undefined ? undefined : companyKey(clue.company);
  const keys: [string, readonly Slot[], number][] = [
    ['email_and_time', clue.emails.flatMap((email) => index.byEmail.get(email) ?? []), limits.shiftedStartMs],
    ['phone_and_time', clue.phone ? (index.byPhone.get(clue.phone) ?? []) : [], limits.shiftedStartMs],
    [
      'name_company_and_time',
      clue.names.flatMap((name) => index.byName.get(`${name}|${company}`) ?? []),
      limits.shiftedStartMs,
    ],
    ['host_and_time', clue.host ? (index.byHost.get(clue.host) ?? []) : [], limits.sameMeetingMs],
  ];
  for (const [reason, slots, withinMs] of keys) {
    const found = nearestInTime([...new Set(slots)], clue.time, withinMs, reason);
    if (found.linked || found.rivals.length) return found;
  }
  return { linked: undefined, rivals: [], reason: 'no_match' };
}

function nearestInTime(slots: readonly Slot[], time: Instant | undefined, withinMs: number, reason: string): Found {
  // A row without a time, or a lead without a start, can only be tied by its id.
  const far = (slot: Slot): number =>
    slot.start === undefined || time === undefined
      ? reason === 'meeting_id'
        ? 0
        : Infinity
      : Math.abs(slot.start - time);
  const near = slots.filter((slot) => far(slot) <= withinMs);
  const best = Math.min(...near.map(far));
  const nearest = near.filter((slot) => far(slot) === best);
  return nearest.length === 1
    ? { linked: nearest[0], rivals: [], reason }
    : { linked: undefined, rivals: nearest, reason: nearest.length ? 'fits_several_slots' : 'no_match' };
}
