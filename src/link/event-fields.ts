import { DAY_MS } from '../sow/dates.ts';
import type { Level } from './identity/fields.ts';
import type { Slot } from './slots.ts';
import type { Trace } from './traces.ts';

/** The levels of what an event is known by beside its person. */
export const EVENT_LEVELS = {
  meeting_id: {
    same: { bits: 40, says: 'the vendor’s id, within a day of the slot' },
    elsewhere: { bits: -40, says: 'the vendor’s id at another time, or the id of another meeting' },
  },
  title: {
    person: { bits: 10, says: 'the title names the person, when the slot begins' },
    company: { bits: 10, says: 'the title names the firm, when the slot begins' },
  },
  host: { same: { bits: 11, says: 'the client’s host was there, when the slot begins' } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Level>>>>;

/** An id ties only what happened within a day of the slot. */
export function idLevel(
  slot: Slot,
  ids: ReadonlySet<string>,
  trace: Trace,
  known: ReadonlySet<string>,
): 'same' | 'elsewhere' | 'missing' {
  if (trace.meetingId === undefined || !known.has(trace.meetingId)) return 'missing';
  if (!ids.has(trace.meetingId)) return 'elsewhere';
  const isFar = slot.start !== undefined && trace.time !== undefined && Math.abs(slot.start - trace.time) > DAY_MS;
  return isFar ? 'elsewhere' : 'same';
}
