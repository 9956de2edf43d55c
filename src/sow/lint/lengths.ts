import { DAY_MS } from '../dates.ts';
import type { Duration } from '../duration.ts';

const HOUR_MS = DAY_MS / 24;

/** The shortest and the longest time that a length can take, whenever it begins. A business length has no longest. */
function boundsOf(length: Duration): readonly [shortest: number, longest: number] {
  switch (length.clock) {
    case 'elapsed':
      return [length.ms, length.ms];
    case 'business_hours':
      return [length.ms, Number.POSITIVE_INFINITY];
    // To the end of the last day; a day is 23 to 25 hours long.
    case 'days':
      return [length.n * DAY_MS - HOUR_MS, (length.n + 1) * DAY_MS + HOUR_MS];
    case 'months':
      return [length.n * 28 * DAY_MS - HOUR_MS, (length.n * 31 + 1) * DAY_MS + HOUR_MS];
    case 'business_days':
      return [Math.max(0, length.n - 1) * DAY_MS, Number.POSITIVE_INFINITY];
  }
}

/** Whether, of two lengths that begin together, the first never ends before the second. */
export function neverEndsBefore(a: Duration, b: Duration): boolean {
  const isSameClock = a.clock === b.clock;
  if (isSameClock && 'n' in a && 'n' in b) return a.n >= b.n;
  if (isSameClock && 'ms' in a && 'ms' in b) return a.ms >= b.ms;
  return boundsOf(a)[0] >= boundsOf(b)[1];
}

/** Whether the first always ends before the second. */
export const alwaysEndsBefore = (a: Duration, b: Duration): boolean => neverEndsBefore(b, a) && !neverEndsBefore(a, b);

/** Whether one of the two is always the shorter: they cannot be two words for one length. */
export const differ = (a: Duration, b: Duration): boolean => alwaysEndsBefore(a, b) || alwaysEndsBefore(b, a);
