import { tzOffset } from '@date-fns/tz';
import { DAY_MS, dateOfWall, type Instant, type PlainDate, type WallTime, wallOfDate } from './dates.ts';

/** A time zone of the IANA database, with conversions both ways. Never the machine's. */
export interface Zone {
  readonly name: string;
  wallAt(instant: Instant): WallTime;
  /** The moments at which the clock shows `wall`: none in the spring gap, two in the autumn overlap. */
  instantsAt(wall: WallTime): readonly Instant[];
  dateAt(instant: Instant): PlainDate;
  /** The first moment of a day. */
  startOf(date: PlainDate): Instant;
  /** The last second of a day. */
  endOf(date: PlainDate): Instant;
  /** ISO 8601 with offset, to the second. */
  format(instant: Instant): string;
}

export function isZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && !Number.isNaN(tzOffset(name, new Date(0)));
}

/** Builds a zone; throws a RangeError for a name that the database does not have. */
export function zoneOf(name: string): Zone {
  if (!isZone(name)) throw new RangeError(`no time zone ${name}`);
  const offsetAt = cachedOffsets(name);
  const wallAt = (instant: Instant): WallTime => instant + offsetAt(instant);
  const instantsAt = (wall: WallTime): Instant[] => {
    const offsets = new Set([offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)]);
    // The clock is put back to show a time twice: the offset before is the larger one, and its moment the earlier.
    return [...offsets].map((offset) => wall - offset).filter((instant) => wallAt(instant) === wall);
  };
  const startOf = (date: PlainDate): Instant => {
    const wall = wallOfDate(date);
    // Where midnight falls into a gap the day begins when the gap ends.
    return instantsAt(wall)[0] ?? wall - offsetAt(wall - DAY_MS);
  };
  return {
    name,
    wallAt,
    instantsAt,
    dateAt: (instant) => dateOfWall(wallAt(instant)),
    startOf,
    endOf: (date) => startOf(dateOfWall(wallOfDate(date) + DAY_MS)) - 1000,
    format: (instant) => `${new Date(wallAt(instant)).toISOString().slice(0, 19)}${formatOffset(offsetAt(instant))}`,
  };
}

/** Offsets in ms. A zone changes its offset at most a few times a year: within a quarter day without change one look-up serves. */
function cachedOffsets(name: string): (instant: Instant) => number {
  const QUARTER = DAY_MS / 4;
  const steady = new Map<number, number>();
  const look = (instant: Instant): number => tzOffset(name, new Date(instant)) * 60_000;
  return (instant) => {
    const slot = Math.floor(instant / QUARTER);
    const known = steady.get(slot);
    if (known !== undefined) return known;
    const first = look(slot * QUARTER);
    if (first !== look((slot + 1) * QUARTER)) return look(instant);
    steady.set(slot, first);
    return first;
  };
}

function formatOffset(offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
