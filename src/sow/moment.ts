import type { Instant } from './dates.ts';
import type { Zone } from './zone.ts';

/** The moments that a text of the rules file may mean (`2026-06-10`, `2026-06-10T18:00`, with or without offset), a wall time being in the SOW's zone: none or two where the clock changes. */
export function momentsIn(text: string, zone: Zone): readonly Instant[] {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return [Date.parse(text.replace(' ', 'T'))];
  if (text.length === 10) return [zone.startOf(text)];
  return zone.instantsAt(Date.parse(`${text.slice(0, 10)}T${text.slice(11)}Z`));
}

/** The moment of a text whose time is clear; the rules are refused where it is not. */
export const readMoment = (text: string, zone: Zone): Instant =>
  momentsIn(text, zone)[0] ?? zone.startOf(text.slice(0, 10));
