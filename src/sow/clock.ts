import { addDays, addPlainMonths, daysBetween, type Instant, type PlainDate, wallOfDate, weekdayOf } from './dates.ts';
import type { Duration } from './duration.ts';
import type { Zone } from './zone.ts';

/** Opening hours: which days, from which to which minute of the day, and which dates are closed. */
export interface BusinessHours {
  /** 0 = Sunday. */
  readonly weekdays: ReadonlySet<number>;
  readonly openMinute: number;
  readonly closeMinute: number;
  readonly holidays: ReadonlySet<PlainDate>;
}

/** The contract's clocks (DESIGN section 3.7): ends of windows, notices and look-backs in the SOW's zone. */
export interface Clock {
  readonly zone: Zone;
  /** The last moment of a window of this length that begins with `trigger`. */
  endOf(trigger: Instant, length: Duration): Instant;
  /** The end of a window that begins with the end of a day: its business days are counted from the day after. */
  endAfter(date: PlainDate, length: Duration): Instant;
  /** When an act counts as made: at once, or after close and on a closed day at the next opening. */
  deemedAt(act: Instant): Instant;
  /** Whether `from` lies at least this long before `to`. */
  isAtLeastBefore(from: Instant, to: Instant, notice: Duration): boolean;
  /** Whether the look-back from `later` reaches `earlier`: difference of dates, inclusive. */
  reachesBack(later: Instant, earlier: Instant, lookback: Duration): boolean;
  /** Business days after `from` up to and including `to`. */
  businessDaysBetween(from: PlainDate, to: PlainDate): number;
  /** Open minutes between two moments. */
  openMs(from: Instant, to: Instant): number;
  /** Whether the office works on a day; without business hours, Monday to Friday. */
  isWorkDay(date: PlainDate): boolean;
  /** Whether the office is open; without business hours, all of a working day. */
  isOpenAt(instant: Instant): boolean;
}

const MINUTE = 60_000;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Opening hours as the rules file gives them, with the dates that are closed. */
export const hoursOf = (
  { days, open, close }: { readonly days: readonly string[]; readonly open: number; readonly close: number },
  holidays: readonly PlainDate[],
): BusinessHours => ({
  weekdays: new Set(days.map((day) => DAYS.indexOf(day))),
  openMinute: open,
  closeMinute: close,
  holidays: new Set(holidays),
});

/** What is asked of a day is found once: days are few, and calls are many. */
function ofDay<T extends Instant | boolean>(find: (date: PlainDate) => T): (date: PlainDate) => T {
  const known = new Map<PlainDate, T>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const found = find(date);
    known.set(date, found);
    return found;
  };
}

export function clockOf(zone: Zone, hours: BusinessHours | undefined): Clock {
  const isOpenDay = (date: PlainDate): boolean =>
    (hours?.weekdays.has(weekdayOf(date)) ?? false) && !hours?.holidays.has(date);
  const isWorkDay = ofDay((date) => (hours ? isOpenDay(date) : weekdayOf(date) !== 0 && weekdayOf(date) !== 6));
  const at = (date: PlainDate, minute: number): Instant => {
    const wall = wallOfDate(date) + minute * MINUTE;
    return zone.instantsAt(wall)[0] ?? zone.instantsAt(wall + 60 * MINUTE)[0] ?? zone.startOf(date);
  };
  const openOf = ofDay((date): Instant => at(date, hours?.openMinute ?? 0));
  const closeOf = ofDay((date): Instant => at(date, hours?.closeMinute ?? 0));
  const nextOpenDay = (date: PlainDate): PlainDate => {
    for (let day = addDays(date, 1), tries = 0; tries < 4000; day = addDays(day, 1), tries++)
      if (isOpenDay(day)) return day;
    throw new RangeError('the business calendar has no open day');
  };
  /** The business day an act counts for: its own, or the next one when made after close or on a closed day. */
  const actDay = (instant: Instant): PlainDate => {
    const date = zone.dateAt(instant);
    return isOpenDay(date) && instant <= closeOf(date) ? date : nextOpenDay(date);
  };
  const openMs = (from: Instant, to: Instant): number => {
    let sum = 0;
    for (let day = zone.dateAt(from); day <= zone.dateAt(to); day = addDays(day, 1)) {
      if (isOpenDay(day)) sum += Math.max(0, Math.min(to, closeOf(day)) - Math.max(from, openOf(day)));
    }
    return sum;
  };
  const addOpen = (from: Instant, ms: number): Instant => {
    let rest = ms;
    for (let day = zone.dateAt(from); ; day = nextOpenDay(day)) {
      if (!isOpenDay(day)) continue;
      const begin = Math.max(from, openOf(day));
      const open = closeOf(day) - begin;
      if (open >= rest) return begin + rest;
      rest -= Math.max(0, open);
    }
  };

  return {
    zone,
    openMs,
    isWorkDay,
    isOpenAt: (instant) => {
      const date = zone.dateAt(instant);
      return isWorkDay(date) && (!hours || (instant >= openOf(date) && instant < closeOf(date)));
    },
    businessDaysBetween(from, to) {
      let days = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isOpenDay(day)) days++;
      return days;
    },
    endOf(trigger, length) {
      switch (length.clock) {
        case 'elapsed':
          return trigger + length.ms;
        case 'business_hours':
          return addOpen(trigger, length.ms);
        case 'days':
          return zone.endOf(addDays(zone.dateAt(trigger), length.n));
        case 'months':
          return zone.endOf(addPlainMonths(zone.dateAt(trigger), length.n));
        case 'business_days': {
          let day = actDay(trigger);
          for (let n = 0; n < length.n; n++) day = nextOpenDay(day);
          return closeOf(day);
        }
      }
    },
    endAfter(date, length) {
      if (length.clock !== 'business_days') return this.endOf(zone.endOf(date), length);
      let day = date;
      for (let n = 0; n < length.n; n++) day = nextOpenDay(day);
      return closeOf(day);
    },
    deemedAt(act) {
      if (!hours) return act;
      const day = actDay(act);
      return day === zone.dateAt(act) ? act : openOf(day);
    },
    isAtLeastBefore(from, to, notice) {
      switch (notice.clock) {
        case 'elapsed':
          return to - from >= notice.ms;
        case 'business_hours':
          return openMs(from, to) >= notice.ms;
        case 'days':
          return daysBetween(zone.dateAt(from), zone.dateAt(to)) >= notice.n;
        case 'months':
          return addPlainMonths(zone.dateAt(from), notice.n) <= zone.dateAt(to);
        case 'business_days': {
          let day = actDay(from);
          for (let n = 0; n < notice.n; n++) day = nextOpenDay(day);
          return day <= zone.dateAt(to);
        }
      }
    },
    reachesBack(later, earlier, lookback) {
      switch (lookback.clock) {
        case 'days':
          return daysBetween(zone.dateAt(earlier), zone.dateAt(later)) <= lookback.n;
        case 'months':
          return addPlainMonths(zone.dateAt(later), -lookback.n) <= zone.dateAt(earlier);
        default:
          return later <= this.endOf(earlier, lookback);
      }
    },
  };
}
