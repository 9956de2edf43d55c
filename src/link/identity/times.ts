/** How far a start may lie from another and still be of one meeting. */
export interface TimeLimits {
  readonly sameMeetingMs: number;
  readonly shiftedStartMs: number;
}

export type TimeLevel = 'same' | 'near' | 'zone' | 'other' | 'missing';
const HOUR_MS = 3_600_000;
/** No two zones that a meeting is booked over lie farther apart. */
const MOST_HOURS = 14;

/** How two starts agree: `zone` is whole hours apart, a zone that was not told. Without limits starts say nothing. */
export function timeLevel(a: number | undefined, b: number | undefined, limits: TimeLimits | undefined): TimeLevel {
  if (a === undefined || b === undefined || !limits) return 'missing';
  const apart = Math.abs(a - b);
  if (apart <= limits.sameMeetingMs) return 'same';
  if (apart <= limits.shiftedStartMs) return 'near';
  const hours = Math.round(apart / HOUR_MS);
  return hours <= MOST_HOURS && Math.abs(apart - hours * HOUR_MS) <= limits.sameMeetingMs ? 'zone' : 'other';
}
