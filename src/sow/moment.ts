import type { Instant } from './dates.ts';
import type { Zone } from './zone.ts';

/** A moment of the rules file (`2026-06-10`, `2026-06-10T18:00`, with or without offset), a wall time being in the SOW's zone. */
export function readMoment(text: string, zone: Zone): Instant {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return Date.parse(text.replace(' ', 'T'));
  const wall = Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00'}Z`);
  return zone.instantsAt(wall)[0] ?? zone.startOf(text.slice(0, 10));
}
