import type { Evidence, Slot } from '../../src/link/slots.ts';
import type { RowRef, SourceName } from '../../src/model.ts';
import type { Attendance, CalendarEvent, CrmMeeting, Meeting, Recording } from '../../src/read/records.ts';
import { DAY_MS } from '../../src/sow/dates.ts';
import { loadSow } from '../../src/sow/load.ts';
import type { Sow } from '../../src/sow/sow.ts';

const zero: Evidence = { attendance: [], crm: [], calendar: [], recordings: [], elsewhere: [], doubtful: [] };
let line = 0;
const rowOf = (source: SourceName): RowRef => ({ source, file: `${source}.csv`, line: ++line, n: line });

/** The start of every slot made here. */
export const START = Date.parse('2026-06-15T14:00:00Z');
/** So many days after it, and the last second of that day. */
export const day = (n: number): number => START + n * DAY_MS;
export const endOfDay = (n: number): number => Math.floor(day(n) / DAY_MS) * DAY_MS + DAY_MS - 1000;
/** When everything is over. */
export const LATER = day(1000);
/** So many minutes after the start. */
export const minute = (n: number): number => START + n * 60_000;

/** The vendor's row, as much of it as a test speaks of. */
export const meeting = (cells: Partial<Meeting> = {}): Meeting => ({
  raw: {},
  drop: 0,
  id: 'M-1',
  starts_at: START,
  row: rowOf('meetings'),
  ...cells,
});

export const slot = (cells: Partial<Meeting> = {}, more: Partial<Slot> = {}): Slot & { readonly start: number } => ({
  id: 'M-1',
  record: meeting(cells),
  copies: [],
  replaced: [],
  person: 'one',
  end: minute(30),
  movedOn: false,
  contradicts: false,
  ...more,
  start: START,
});

/** A person in the log, from and to minutes after the start. */
export const attends = (email: string | undefined, from: number, to: number, name = 'Somebody'): Attendance => ({
  raw: {},
  drop: 0,
  name,
  email,
  joined_at: minute(from),
  left_at: minute(to),
  row: rowOf('attendance'),
});
export const recorded = (): Recording => ({ raw: {}, drop: 0, started_at: START, row: rowOf('recordings') });
export const crm = (outcome: string, modified_at?: number): CrmMeeting => ({
  raw: {},
  drop: 0,
  outcome,
  modified_at,
  row: rowOf('crm'),
});
export const calendar = (status: string): CalendarEvent => ({ raw: {}, drop: 0, status, row: rowOf('calendar') });

export const evidence = (found: Partial<Evidence> = {}): Evidence => ({ ...zero, ...found });

export const HELD = { billable: { event: 'held' } };

/** A SOW of these rules, in UTC. */
export function sowWith(rules: object, amendments: readonly object[] = [], term: object = {}): Sow {
  const sow = {
    id: 'C',
    client: 'Alder',
    client_domains: ['client.example'],
    vendor: 'Brightline',
    vendor_domains: ['vendor.example'],
    currency: 'USD',
    time_zone: 'UTC',
    ...term,
  };
  const { sow: loaded, problems } = loadSow(
    JSON.stringify({ version: 1, sow, rules, ...(amendments.length ? { amendments } : {}) }),
    'rules.yaml',
  );
  if (!loaded) throw new Error(JSON.stringify(problems));
  return loaded;
}
