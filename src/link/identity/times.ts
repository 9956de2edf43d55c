import { DAY_MS } from '../../sow/dates.ts';
import type { Zone } from '../../sow/zone.ts';

/** How far a start may lie from another and still be of one meeting. */
export interface TimeLimits {
  readonly sameMeetingMs: number;
  readonly shiftedStartMs: number;
  /** The contract's: where a day is a day. */
  readonly zone: Zone;
}

export type TimeLevel = 'same' | 'near' | 'day' | 'zone' | 'other' | 'missing';
const HOUR_MS = 3_600_000;
/** No two zones that a meeting is booked over lie farther apart. */
const MOST_HOURS = 14;

/** Whether a start says a day and no time: nobody meets at midnight where the contract is. */
export const isDayAlone = (at: number, zone: Zone): boolean => zone.wallAt(at) % DAY_MS === 0;

/** The earliest and the latest moment of what says a time, or the day alone. */
export const momentsOf = (at: number, zone: Zone): readonly [earliest: number, latest: number] => [
  at,
  isDayAlone(at, zone) ? zone.endOf(zone.dateAt(at)) : at,
];

/** How a slot and the client's row agree: `zone` is whole hours apart, a zone that was not told. Without limits starts say nothing. */
export function timeLevel(
  slot: number | undefined,
  row: number | undefined,
  limits: TimeLimits | undefined,
): TimeLevel {
  if (slot === undefined || row === undefined || !limits) return 'missing';
  const apart = Math.abs(slot - row);
  if (apart <= limits.sameMeetingMs) return 'same';
  // Nothing below lies farther apart than the hours of the longest day.
  if (apart > 25 * HOUR_MS && apart > limits.shiftedStartMs) return 'other';
  // Who says the day alone says no hour that another zone would explain.
  const { zone } = limits;
  if (isDayAlone(slot, zone) || isDayAlone(row, zone)) return zone.dateAt(slot) === zone.dateAt(row) ? 'day' : 'other';
  if (apart <= limits.shiftedStartMs) return 'near';
  const hours = Math.round(apart / HOUR_MS);
  return hours <= MOST_HOURS && Math.abs(apart - hours * HOUR_MS) <= limits.sameMeetingMs ? 'zone' : 'other';
}
