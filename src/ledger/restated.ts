import type { Instant } from '../model.ts';
import type { Meeting } from '../read/records.ts';
import { isIn } from '../sow/period.ts';
import type { Zone } from '../sow/zone.ts';
import type { Closing } from './closing.ts';
import { dropsBefore } from './facts.ts';

/** A row of a closed month beside what a newer drop says of it. */
export interface Restated {
  readonly period: string;
  readonly then: Meeting;
  /** Undefined where the row is gone. */
  readonly now: Meeting | undefined;
  readonly what: string;
  readonly was: string;
  readonly is: string;
}

/** Words that a later drop may replace by what happened. */
const UNDECIDED: ReadonlySet<string> = new Set(['scheduled', 'unknown']);

/**
 * Compares the rows that a closed month rests on with newer drops, by id: outcomes flipped, held meetings moved to another month, durations grown; and rows gone from a drop that sends
 * the month anew (a file of the same name, or one that repeats at least half of its rows).
 */
export function restatedRows(closings: readonly Closing[], meetings: readonly Meeting[], zone: Zone): Restated[] {
  const closed = closings.flatMap(({ facts }) => facts.held.meetings ?? []);
  const first = dropsBefore(closings).at(-1) ?? 0;
  const fresh = meetings.filter((row) => row.drop >= first);
  const names = new Set(closed.map((row) => row.row.file));
  const newest = new Map(fresh.map((row) => [row.id, row]));
  return closings.flatMap(({ period, facts }) => {
    const isOfMonth = (row: Meeting): boolean => isIn(period, zone.dateAt(startOf(row)));
    const rows = [...new Map((facts.held.meetings ?? []).map((row) => [row.id, row])).values()].filter(
      (row) => row.id !== undefined && isOfMonth(row),
    );
    const isSentAnew = isAnew(rows, fresh, names);
    return rows.flatMap((then): Restated[] => {
      const now = newest.get(then.id);
      const differs = now ? differenceOf(then, now, isOfMonth, zone) : isSentAnew ? GONE : undefined;
      return differs ? [{ period: period.label, then, now, ...differs }] : [];
    });
  });
}

const startOf = (row: Meeting): Instant => row.starts_at ?? row.delivered_at ?? row.booked_at ?? 0;

/** Whether a newer drop sends the month again as a whole. */
function isAnew(rows: readonly Meeting[], fresh: readonly Meeting[], names: ReadonlySet<string>): boolean {
  const ids = new Set(rows.map((row) => row.id));
  return [...new Set(fresh.map((row) => row.row.file))].some((file) => {
    const repeated = fresh.filter((row) => row.row.file === file && ids.has(row.id)).length;
    return repeated > 0 && (names.has(file) || repeated * 2 >= rows.length);
  });
}

type Difference = Pick<Restated, 'what' | 'was' | 'is'>;
const GONE: Difference = { what: 'the row is gone', was: 'there', is: 'missing' };

function differenceOf(
  then: Meeting,
  now: Meeting,
  isOfMonth: (row: Meeting) => boolean,
  zone: Zone,
): Difference | undefined {
  const [was, is] = [then.outcome ?? 'unknown', now.outcome ?? 'unknown'];
  if (startOf(then) !== startOf(now)) {
    const day = (row: Meeting): string => zone.dateAt(startOf(row));
    // What was not held may be moved; what was held was held on its day.
    return then.outcome === 'held' && !isOfMonth(now)
      ? { what: 'moved to another month', was: day(then), is: day(now) }
      : undefined;
  }
  if (was !== is && !UNDECIDED.has(was)) return { what: 'another outcome', was, is };
  const [before, after] = [minutesOf(then), minutesOf(now)];
  return before !== undefined && after !== undefined && after > before
    ? { what: 'it took longer', was: `${before} min`, is: `${after} min` }
    : undefined;
}

function minutesOf({ duration, starts_at, ends_at }: Meeting): number | undefined {
  const seconds =
    duration ?? (starts_at === undefined || ends_at === undefined ? undefined : (ends_at - starts_at) / 1000);
  return seconds === undefined ? undefined : Math.round(seconds / 6) / 10;
}
