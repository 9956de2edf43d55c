/** A length of time that says its clock: elapsed time, the calendar of the contract's zone, or open business time. */
export type Duration =
  | { readonly clock: 'elapsed'; readonly ms: number; readonly text: string }
  | { readonly clock: 'days' | 'months' | 'business_days'; readonly n: number; readonly text: string }
  | { readonly clock: 'business_hours'; readonly ms: number; readonly text: string };

const MS = { second: 1000, minute: 60_000, hour: 3_600_000 } as const;

/** The longest length of each unit: about ten years, and business lengths are walked day by day. */
const MOST: Readonly<Record<string, number>> = {
  second: 999_999,
  minute: 999_999,
  hour: 87_600,
  day: 3650,
  week: 520,
  month: 120,
  year: 10,
};

/** Reads `15 minutes`, `24 business hours`, `30 days`, `5 business days`, `3 months`; undefined when it says no clock. */
export function parseDuration(text: string): Duration | undefined {
  const m = /^(\d{1,6})\s+(business\s+)?(second|minute|hour|day|week|month|year)s?$/i.exec(text.trim());
  if (!m) return undefined;
  const [, digits = '', business, rawUnit = ''] = m;
  const n = Number(digits);
  const unit = rawUnit.toLowerCase();
  if (n > (MOST[unit] ?? 0)) return undefined;
  if (unit === 'second' || unit === 'minute' || unit === 'hour') {
    return { clock: business ? 'business_hours' : 'elapsed', ms: n * MS[unit], text };
  }
  if (business) return unit === 'day' ? { clock: 'business_days', n, text } : undefined;
  if (unit === 'day') return { clock: 'days', n, text };
  if (unit === 'week') return { clock: 'days', n: n * 7, text };
  return { clock: 'months', n: unit === 'year' ? n * 12 : n, text };
}

export const needsBusinessHours = (d: Duration): boolean => d.clock === 'business_days' || d.clock === 'business_hours';

/** The length in ms of a duration that a stopwatch could measure, or undefined for a calendar length. */
export const elapsedMs = (d: Duration): number | undefined => (d.clock === 'elapsed' ? d.ms : undefined);
