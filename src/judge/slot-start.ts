import { isDayAlone } from '../link/identity/times.ts';
import type { Evidence, Slot } from '../link/slots.ts';
import type { Instant } from '../model.ts';
import type { Zone } from '../sow/zone.ts';

/**
 * A slot for which the vendor says the day alone, with the time at which the client's own rows say that it began: the calendar first, then the conference log,
 * then the CRM. Any other slot, and one of which they say no time, stays as it is.
 */
export function timed(slot: Slot, evidence: Evidence, zone: Zone): Slot {
  const { start, record } = slot;
  if (start === undefined || !isDayAlone(start, zone)) return slot;
  const said = [
    ...inOrder(evidence.calendar.map(({ starts_at, ends_at }) => [starts_at, ends_at])),
    ...inOrder(evidence.attendance.map(({ meeting_starts_at }) => [meeting_starts_at, undefined])),
    ...inOrder(evidence.crm.map(({ starts_at }) => [starts_at, undefined])),
  ].find(([at]) => !isDayAlone(at, zone) && zone.dateAt(at) === zone.dateAt(start));
  if (!said) return slot;
  const [begins, ends] = said;
  return {
    ...slot,
    start: begins,
    end: record.duration === undefined ? (ends ?? begins) : begins + record.duration * 1000,
  };
}

type Span = readonly [start: Instant, end: Instant | undefined];
const inOrder = (spans: readonly (readonly [Instant | undefined, Instant | undefined])[]): Span[] =>
  spans.flatMap(([start, end]): Span[] => (start === undefined ? [] : [[start, end]])).sort(([a], [b]) => a - b);
