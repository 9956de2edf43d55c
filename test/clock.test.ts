import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInstant } from '../src/read/instant.ts';
import { clockOf, hoursOf } from '../src/sow/clock.ts';
import { addDays, addPlainMonths, dateOfWall, daysBetween, isPlainDate, wallOf, weekdayOf } from '../src/sow/dates.ts';
import { type Duration, elapsedMs, needsBusinessHours, parseDuration } from '../src/sow/duration.ts';
import { readMoment } from '../src/sow/moment.ts';
import { countingSpan, isIn, isWithin, monthsLong, monthsOf, type Period, parsePeriod } from '../src/sow/period.ts';
import { intersection, lengthOf, union } from '../src/sow/spans.ts';
import { isZone, zoneOf } from '../src/sow/zone.ts';

const zone = zoneOf('America/New_York');
/** Monday to Friday, nine to half past five; Thursday 18 June 2026 is closed. */
const hours = hoursOf({ days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: 540, close: 1050 }, ['2026-06-18']);
const clock = clockOf(zone, hours);
/** The moment at which a clock in New York shows this. */
const at = (wall: string): number => {
  const [instant] = zone.instantsAt(Date.parse(`${wall}Z`));
  if (instant === undefined) throw new Error(`${wall} does not exist`);
  return instant;
};
const length = (text: string): Duration => {
  const parsed = parseDuration(text);
  if (!parsed) throw new Error(`"${text}" is no duration`);
  return parsed;
};
const shown = (instant: number): string => zone.format(instant).slice(0, 19);

// 2026-06-15 is a Monday.
describe('a window', () => {
  test.each([
    ['2026-06-15T10:00:00', '90 seconds', '2026-06-15T10:01:30'],
    ['2026-06-15T10:00:00', '24 hours', '2026-06-16T10:00:00'],
    ['2026-03-07T10:00:00', '24 hours', '2026-03-08T11:00:00'],
    ['2026-06-15T10:00:00', '0 days', '2026-06-15T23:59:59'],
    ['2026-06-15T10:00:00', '2 days', '2026-06-17T23:59:59'],
    ['2026-06-15T10:00:00', '1 week', '2026-06-22T23:59:59'],
    ['2026-01-31T10:00:00', '1 month', '2026-02-28T23:59:59'],
    ['2026-01-31T10:00:00', '1 year', '2027-01-31T23:59:59'],
    // The day of the act does not count, the last one does, up to close.
    ['2026-06-15T10:00:00', '1 business day', '2026-06-16T17:30:00'],
    ['2026-06-15T17:30:00', '1 business day', '2026-06-16T17:30:00'],
    ['2026-06-15T17:30:01', '1 business day', '2026-06-17T17:30:00'],
    ['2026-06-15T08:00:00', '1 business day', '2026-06-16T17:30:00'],
    ['2026-06-15T10:00:00', '0 business days', '2026-06-15T17:30:00'],
    // Over the holiday and the weekend.
    ['2026-06-17T10:00:00', '1 business day', '2026-06-19T17:30:00'],
    ['2026-06-17T10:00:00', '2 business days', '2026-06-22T17:30:00'],
    ['2026-06-18T10:00:00', '1 business day', '2026-06-22T17:30:00'],
    ['2026-06-20T10:00:00', '1 business day', '2026-06-23T17:30:00'],
    // Open time alone.
    ['2026-06-15T10:00:00', '2 business hours', '2026-06-15T12:00:00'],
    ['2026-06-15T16:30:00', '1 business hour', '2026-06-15T17:30:00'],
    ['2026-06-15T16:30:00', '2 business hours', '2026-06-16T10:00:00'],
    ['2026-06-15T08:00:00', '1 business hour', '2026-06-15T10:00:00'],
    ['2026-06-15T20:00:00', '1 business hour', '2026-06-16T10:00:00'],
    ['2026-06-15T20:00:00', '0 business hours', '2026-06-16T09:00:00'],
    ['2026-06-17T17:00:00', '1 business hour', '2026-06-19T09:30:00'],
    ['2026-06-20T12:00:00', '9 business hours', '2026-06-23T09:30:00'],
    ['2026-06-15T09:00:00', '510 business minutes', '2026-06-15T17:30:00'],
  ])('from %s of %s ends at %s', (from, text, end) => {
    expect(shown(clock.endOf(at(from), length(text)))).toBe(end);
  });

  test.each([
    ['2026-06-30', '1 business day', '2026-07-01T17:30:00'],
    ['2026-06-17', '1 business day', '2026-06-19T17:30:00'],
    ['2026-06-19', '2 business days', '2026-06-23T17:30:00'],
    ['2026-06-30', '2 days', '2026-07-02T23:59:59'],
    ['2026-06-30', '1 hour', '2026-07-01T00:59:59'],
  ])('that begins with the end of %s, of %s, ends at %s', (date, text, end) => {
    expect(shown(clock.endAfter(date, length(text)))).toBe(end);
  });
});

test.each([
  ['2026-06-15T10:00:00', '2026-06-15T10:00:00'],
  ['2026-06-15T07:00:00', '2026-06-15T07:00:00'],
  ['2026-06-15T17:30:00', '2026-06-15T17:30:00'],
  ['2026-06-15T17:30:01', '2026-06-16T09:00:00'],
  ['2026-06-17T18:00:00', '2026-06-19T09:00:00'],
  ['2026-06-20T12:00:00', '2026-06-22T09:00:00'],
])('an act of %s counts as made at %s', (act, deemed) => {
  expect(shown(clock.deemedAt(at(act)))).toBe(deemed);
  expect(clockOf(zone, undefined).deemedAt(at(act))).toBe(at(act));
});

test.each([
  ['2026-06-15T10:00:00', '2026-06-16T10:00:00', '24 hours', true],
  ['2026-06-15T10:00:01', '2026-06-16T10:00:00', '24 hours', false],
  ['2026-06-15T23:59:59', '2026-06-16T00:00:00', '1 day', true],
  ['2026-06-15T00:00:00', '2026-06-16T23:59:59', '2 days', false],
  ['2026-05-16T10:00:00', '2026-06-16T09:00:00', '1 month', true],
  ['2026-05-17T10:00:00', '2026-06-16T23:00:00', '1 month', false],
  ['2026-06-15T16:30:00', '2026-06-16T10:00:00', '2 business hours', true],
  ['2026-06-15T16:30:01', '2026-06-16T10:00:00', '2 business hours', false],
  ['2026-06-15T17:30:00', '2026-06-16T10:00:00', '1 business day', true],
  ['2026-06-15T17:30:01', '2026-06-16T10:00:00', '1 business day', false],
  ['2026-06-17T10:00:00', '2026-06-19T10:00:00', '2 business days', false],
  ['2026-06-17T10:00:00', '2026-06-22T10:00:00', '2 business days', true],
])('%s lies before %s by %s: %j', (from, to, notice, is) => {
  expect(clock.isAtLeastBefore(at(from), at(to), length(notice))).toBe(is);
});

test.each([
  ['2026-07-01T00:00:00', '2026-06-01T23:59:59', '30 days', true],
  ['2026-07-01T23:59:59', '2026-05-31T23:59:59', '30 days', false],
  ['2026-07-15T12:00:00', '2026-04-15T00:00:00', '3 months', true],
  ['2026-07-15T12:00:00', '2026-04-14T23:59:59', '3 months', false],
  ['2026-06-16T10:00:00', '2026-06-15T10:00:00', '24 hours', true],
  ['2026-06-16T10:00:01', '2026-06-15T10:00:00', '24 hours', false],
  ['2026-06-16T17:30:00', '2026-06-15T10:00:00', '1 business day', true],
  ['2026-06-16T17:30:01', '2026-06-15T10:00:00', '1 business day', false],
])('from %s one looks back to %s over %s: %j', (later, earlier, lookback, is) => {
  expect(clock.reachesBack(at(later), at(earlier), length(lookback))).toBe(is);
});

test('a look-back reaches the whole of its last day, and the end of a shorter month', () => {
  const halfSecond = at('2026-07-01T23:59:59') + 500;
  expect(clock.reachesBack(halfSecond, at('2026-06-01T09:00:00'), length('30 days'))).toBe(true);
  expect(clock.reachesBack(at('2026-03-31T12:00:00'), at('2026-02-28T12:00:00'), length('1 month'))).toBe(true);
  expect(clock.reachesBack(at('2026-03-31T12:00:00'), at('2026-02-27T12:00:00'), length('1 month'))).toBe(false);
});

test.each([
  ['2026-06-10', '2026-06-10T00:00:00-04:00'],
  ['2026-06-10T18:00', '2026-06-10T18:00:00-04:00'],
  ['2026-06-10 18:00:30', '2026-06-10T18:00:30-04:00'],
  ['2026-06-10T18:00Z', '2026-06-10T14:00:00-04:00'],
  ['2026-06-10 18:00Z', '2026-06-10T14:00:00-04:00'],
  ['2026-06-10T18:00+02:00', '2026-06-10T12:00:00-04:00'],
  ['2026-06-10T18:00-05:30', '2026-06-10T19:30:00-04:00'],
  // A time that the clock skips, and one that it shows twice.
  ['2026-03-08T02:30', '2026-03-08T00:00:00-05:00'],
  ['2026-11-01T01:30', '2026-11-01T01:30:00-04:00'],
])('the moment %s of a rules file is %s', (text, moment) => {
  expect(zone.format(readMoment(text, zone))).toBe(moment);
});

test('business days and open time between two moments', () => {
  expect(clock.businessDaysBetween('2026-06-15', '2026-06-15')).toBe(0);
  expect(clock.businessDaysBetween('2026-06-15', '2026-06-16')).toBe(1);
  expect(clock.businessDaysBetween('2026-06-17', '2026-06-22')).toBe(2);
  expect(clock.businessDaysBetween('2026-06-22', '2026-06-17')).toBe(0);
  const open = (from: string, to: string): number => clock.openMs(at(from), at(to)) / 60_000;
  expect(open('2026-06-15T09:30:00', '2026-06-15T10:00:00')).toBe(30);
  expect(open('2026-06-15T06:00:00', '2026-06-15T20:00:00')).toBe(510);
  expect(open('2026-06-15T17:00:00', '2026-06-16T09:10:00')).toBe(40);
  expect(open('2026-06-18T09:00:00', '2026-06-18T12:00:00')).toBe(0);
  expect(open('2026-06-15T06:00:00', '2026-06-15T08:00:00')).toBe(0);
  expect(open('2026-06-16T10:00:00', '2026-06-15T10:00:00')).toBe(0);
});

describe('a day on which the clock is moved', () => {
  // New York: 2:00 to 3:00 does not exist on 8 March 2026, 1:00 to 2:00 comes twice on 1 November.
  const early = clockOf(zone, hoursOf({ days: ['sun'], open: 150, close: 1050 }, []));

  test('has no moment, or two, for some times', () => {
    const zone = zoneOf('America/New_York');
    expect(zone.instantsAt(Date.parse('2026-03-08T02:30Z'))).toEqual([]);
    const twice = zone.instantsAt(Date.parse('2026-11-01T01:30Z'));
    expect(twice.map((instant) => zone.format(instant))).toEqual([
      '2026-11-01T01:30:00-04:00',
      '2026-11-01T01:30:00-05:00',
    ]);
  });

  test('changes the offset at its hour, wherever one looks first', () => {
    const fresh = zoneOf('America/New_York');
    const shownAt = (utc: string): string => fresh.format(Date.parse(utc));
    expect(shownAt('2026-03-08T06:59:59Z')).toBe('2026-03-08T01:59:59-05:00');
    expect(shownAt('2026-03-08T07:00:00Z')).toBe('2026-03-08T03:00:00-04:00');
    expect(shownAt('2026-03-08T06:59:59Z')).toBe('2026-03-08T01:59:59-05:00');
    expect(shownAt('2026-03-09T07:00:00Z')).toBe('2026-03-09T03:00:00-04:00');
    expect(shownAt('2026-03-07T07:00:00Z')).toBe('2026-03-07T02:00:00-05:00');
    // Near 1970 and before it as well.
    expect(shownAt('1970-01-01T00:00:00Z')).toBe('1969-12-31T19:00:00-05:00');
    expect(shownAt('1969-07-01T00:00:00Z')).toBe('1969-06-30T20:00:00-04:00');
  });

  test('opens when the gap is over', () => {
    expect(shown(early.deemedAt(at('2026-03-07T12:00:00')))).toBe('2026-03-08T03:30:00');
  });

  test('is as long as it is', () => {
    expect(zone.startOf('2026-03-09') - zone.startOf('2026-03-08')).toBe(23 * 3_600_000);
    expect(zone.endOf('2026-11-01') + 1000 - zone.startOf('2026-11-01')).toBe(25 * 3_600_000);
  });

  test('begins when the gap is over where midnight falls into it', () => {
    // Beirut, 29 March 2026: midnight does not exist.
    const beirut = zoneOf('Asia/Beirut');
    expect(beirut.format(beirut.startOf('2026-03-29'))).toBe('2026-03-29T01:00:00+03:00');
    expect(beirut.format(beirut.endOf('2026-03-28'))).toBe('2026-03-28T23:59:59+02:00');
  });
});

test('a calendar without an open day is told', () => {
  expect(() => clockOf(zone, undefined).endOf(at('2026-06-15T10:00:00'), length('1 business day'))).toThrow(RangeError);
});

test('a zone is a name of the database, with hours and minutes from UTC', () => {
  expect(['Europe/Berlin', 'UTC', '+02:00', '', 'Mars/Base'].map(isZone)).toEqual([true, true, false, false, false]);
  expect(() => zoneOf('Mars/Base')).toThrow('no time zone Mars/Base');
  const noon = Date.parse('2026-06-15T12:00:00Z');
  expect(zoneOf('Asia/Kathmandu').format(noon)).toBe('2026-06-15T17:45:00+05:45');
  expect(zoneOf('America/St_Johns').format(noon)).toBe('2026-06-15T09:30:00-02:30');
  expect(zoneOf('UTC').format(noon)).toBe('2026-06-15T12:00:00+00:00');
  expect(zoneOf('America/New_York').dateAt(Date.parse('2026-06-16T03:59:59Z'))).toBe('2026-06-15');
});

describe('a duration', () => {
  test.each([
    ['15 minutes', { clock: 'elapsed', ms: 900_000 }],
    ['1 Second', { clock: 'elapsed', ms: 1000 }],
    ['15  minutes', { clock: 'elapsed', ms: 900_000 }],
    ['5 business  days', { clock: 'business_days', n: 5 }],
    [' 24 hours ', { clock: 'elapsed', ms: 86_400_000 }],
    ['24 business hours', { clock: 'business_hours', ms: 86_400_000 }],
    ['5 business days', { clock: 'business_days', n: 5 }],
    ['1 day', { clock: 'days', n: 1 }],
    ['2 weeks', { clock: 'days', n: 14 }],
    ['3 months', { clock: 'months', n: 3 }],
    ['2 years', { clock: 'months', n: 24 }],
    ['3650 days', { clock: 'days', n: 3650 }],
  ])('%s', (text, wanted) => {
    expect(parseDuration(text)).toEqual({ ...wanted, text });
  });

  test.each([
    '3651 days',
    '87601 hours',
    '521 weeks',
    '121 months',
    '11 years',
    '5 business weeks',
    '5 business months',
    '1.5 hours',
    '5',
    'days',
    '5days',
    'in 5 days',
    '5 days or so',
    '-1 days',
    '5  business  day s',
  ])('%s is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test('needs business hours, or a stopwatch', () => {
    const texts = ['1 hour', '1 day', '1 month', '1 business day', '1 business hour'];
    expect(texts.map((text) => needsBusinessHours(length(text)))).toEqual([false, false, false, true, true]);
    expect(texts.map((text) => elapsedMs(length(text)))).toEqual([
      3_600_000,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a period', () => {
  test.each([
    ['2026-06', '2026-06-01', '2026-06-30'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026q4', '2026-10-01', '2026-12-31'],
    ['2026-01-15..2026-01-15', '2026-01-15', '2026-01-15'],
    [' 2026-01-01..2026-06-30 ', '2026-01-01', '2026-06-30'],
  ])('%s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ label: text.trim(), from, to });
  });

  test.each([
    '2026-13',
    '2026-00',
    '2026-6',
    '2026-Q5',
    '2026-Q0',
    'x2026-06',
    '2026-061',
    'x2026-Q1',
    '2026-Q11',
    '2026-02-01..2026-01-01',
    '2026-01-01..2026-02-30',
    '2026-01-32..2026-02-01',
    '2026-01-01..',
    '..2026-01-01',
    '2026-01-01..2026-02-01..2026-03-01',
    '2026',
    '',
  ])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  test('holds its first and last day, and others', () => {
    const june = { label: '2026-06', from: '2026-06-01', to: '2026-06-30' };
    expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((day) => isIn(june, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const part = (from: string, to: string) => isWithin(june, { label: '', from, to });
    expect(part('2026-06-01', '2026-06-30')).toBe(true);
    expect(part('2026-05-31', '2026-06-30')).toBe(false);
    expect(part('2026-06-01', '2026-07-01')).toBe(false);
  });

  test.each([
    ['2026-06', 1],
    ['2026-Q2', 3],
    ['2026-06-16..2026-06-30', 0.5],
    ['2026-05-01..2026-06-15', 1.5],
    ['2026-02-15..2026-03-31', 1.5],
  ])('%s is %s months long', (label, months) => {
    expect(monthsLong(parsePeriod(label) as Period)).toBe(months);
  });

  test('touches months, and counts in spans', () => {
    expect(monthsOf({ label: '', from: '2025-11-30', to: '2026-02-01' })).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsOf({ label: '', from: '2026-06-01', to: '2026-06-30' })).toEqual(['2026-06']);
    expect((['month', 'quarter', 'contract'] as const).map((per) => countingSpan(per, '2026-07-31'))).toEqual([
      '2026-07',
      '2026-Q3',
      'contract',
    ]);
    expect(countingSpan('quarter', '2026-06-30')).toBe('2026-Q2');
  });
});

/** Days are written once and then known: each run asks for a new one first. */
let year = 2400;

describe('days', () => {
  test('are the same when they are asked for again', () => {
    year += 1;
    const noon = Date.UTC(year, 1, 3, 12);
    expect([dateOfWall(noon), dateOfWall(noon)]).toEqual([`${year}-02-03`, `${year}-02-03`]);
  });

  test('are counted by the calendar', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addPlainMonths('2026-10-31', 4)).toBe('2027-02-28');
    expect(addPlainMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(weekdayOf('2026-06-14')).toBe(0);
  });

  test('exist or do not', () => {
    expect(['2026-02-28', '2024-02-29'].every(isPlainDate)).toBe(true);
    for (const none of ['2026-02-29', '2026-13-01', '2026-6-1', '12026-06-01', '2026-06-011', 'x', ''])
      expect([none, isPlainDate(none)]).toEqual([none, false]);
  });

  test('and times exist or do not', () => {
    expect(wallOf(2026, 6, 30, 23, 59, 59, 999)).toBe(Date.UTC(2026, 5, 30, 23, 59, 59, 999));
    expect(wallOf(2026, 6, 30)).toBe(Date.UTC(2026, 5, 30));
    expect([wallOf(1980, 1, 1), wallOf(2199, 12, 31)]).toEqual([Date.UTC(1980, 0, 1), Date.UTC(2199, 11, 31)]);
    const none = [
      wallOf(2026, 6, 31),
      wallOf(2026, 13, 1),
      wallOf(2026, 0, 1),
      wallOf(2026, 6, 0),
      wallOf(2026, 6, 370),
      wallOf(2026, 18, 30),
      wallOf(2026, 6, 30, 24),
      wallOf(2026, 6, 30, 0, 60),
      wallOf(2026, 6, 30, 0, 0, 60),
      wallOf(1979, 12, 31),
      wallOf(2200, 1, 1),
    ];
    expect(none.every((wall) => wall === undefined)).toBe(true);
    expect([wallOf(2024, 2, 29), wallOf(2000, 2, 29)].every(Number.isInteger)).toBe(true);
    expect([wallOf(2026, 2, 29), wallOf(2100, 2, 29), wallOf(2026, 4, 31)]).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ['2-Jun-26', '2026-06-02T00:00'],
    ['02-Jun-2026', '2026-06-02T00:00'],
    ['2-Jun-26 2:05 PM', '2026-06-02T14:05'],
    ['2/Jun/2026 14:05', '2026-06-02T14:05'],
    ['Jun-02-2026', '2026-06-02T00:00'],
    ["Jun 2, '26", '2026-06-02T00:00'],
    ['2. Juni 26', '2026-06-02T00:00'],
    ['Tue, 2 Jun 26 9h30', '2026-06-02T09:30'],
    ['2-XY-26', 'unreadable'],
    // What follows is no year but an hour, or nothing.
    ['Jun 2, 10:30', 'no_year'],
    ['Jun 2 10 am', 'no_year'],
    ['2. Juni 16 Uhr', 'no_year'],
    ['2 juin 10h30', 'no_year'],
    ['Tue 2 Jun', 'no_year'],
    ['Jun-26', 'no_year'],
    ['6/2 10:00', 'no_year'],
    ['2.6.', 'no_year'],
    ['4/2026', 'unreadable'],
    ['Room 2', 'unreadable'],
  ])('with the name of a month: %s', (text, expected) => {
    const read = readInstant(text, 'iso', zoneOf('UTC'));
    expect(typeof read === 'number' ? new Date(read).toISOString().slice(0, 16) : read).toBe(expected);
  });

  test.each([
    ['20260602', '2026-06-02T00:00'],
    ['20260602T140500Z', '2026-06-02T14:05'],
    ['20260602140500', '2026-06-02T14:05'],
    ['202606021405', '2026-06-02T14:05'],
    ['20260602 140500', '2026-06-02T14:05'],
    ['20260602 1405', '2026-06-02T14:05'],
    ['20260602 2:05 PM', '2026-06-02T14:05'],
    ['20260602 14:05:00 +02:00', '2026-06-02T12:05'],
    ['20260631', 'does_not_exist'],
    ['20261302', 'unreadable'],
    ['20260602 1', 'unreadable'],
    ['20260602142', 'unreadable'],
    ['5550143', 'unreadable'],
  ])('of digits alone: %s', (text, expected) => {
    const read = readInstant(text, 'iso', zoneOf('UTC'));
    expect(typeof read === 'number' ? new Date(read).toISOString().slice(0, 16) : read).toBe(expected);
  });

  test('written in full are what they are in any other form', () => {
    const digits = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    const parts = fc.tuple(
      fc.integer({ min: 1970, max: 2210 }),
      digits(13),
      digits(32),
      digits(25),
      digits(61),
      digits(61),
    );
    fc.assert(
      fc.property(parts, ([y, mo, d, h, mi, s]) => {
        const other = readInstant(`${y}-${mo}-${d} ${h}:${mi}:${s} UTC`, 'iso', undefined);
        expect(readInstant(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`, 'iso', undefined)).toBe(other);
      }),
      { numRuns: 1000 },
    );
    for (const none of ['2026-06-1xT10:00:00Z', '2026-06-10T10:00:0xZ'])
      expect([none, readInstant(none, 'iso', undefined)]).toEqual([none, 'unreadable']);
  });
});

test('stretches of time are merged, cut and measured', () => {
  expect(
    union([
      [5, 9],
      [0, 2],
      [2, 4],
      [6, 7],
      [5, 6],
    ]),
  ).toEqual([
    [0, 4],
    [5, 9],
  ]);
  expect(
    intersection(
      [
        [0, 4],
        [6, 9],
      ],
      [
        [3, 7],
        [9, 12],
      ],
    ),
  ).toEqual([
    [3, 4],
    [6, 7],
  ]);
  expect(
    lengthOf([
      [1, 4],
      [6, 8],
    ]),
  ).toBe(5);
});
