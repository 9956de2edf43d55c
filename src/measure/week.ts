import type { PlainDate } from '../model.ts';
import { addDays, weekdayOf } from '../sow/dates.ts';

const weeks = new Map<PlainDate, string>();

/** ISO 8601 week, such as 2026-W23; a day is worked out once. */
export function isoWeek(date: PlainDate): string {
  const known = weeks.get(date);
  if (known !== undefined) return known;
  const week = weekOf(date);
  weeks.set(date, week);
  return week;
}

function weekOf(date: PlainDate): string {
  const thursday = addDays(date, 4 - (weekdayOf(date) || 7));
  const first = `${thursday.slice(0, 4)}-01-01`;
  const week = 1 + Math.floor((Date.parse(thursday) - Date.parse(first)) / (7 * 86_400_000));
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}
