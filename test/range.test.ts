import { expect, test } from 'vitest';
import { isTimeOfDay } from '../src/read/day-and-time.ts';
import { startOfRange } from '../src/read/range.ts';

test.each([
  ['June 2, 2026 10:00 AM (EDT) → 10:30 AM', 'June 2, 2026 10:00 AM (EDT)'],
  ['June 2, 2026 10:00 AM → June 2, 2026 10:30 AM', 'June 2, 2026 10:00 AM'],
  ['6/2/2026 10:00 AM - 10:30 AM ET', '6/2/2026 10:00 AM ET'],
  ['10.06.2026 09:30 bis 10:00', '10.06.2026 09:30'],
  ['14:30 – 15:00', '14:30'],
  ['14:30-15:00', '14:30'],
  ['10am-10:30am', '10am'],
])('the start of %s is %s', (text, start) => {
  expect(startOfRange(text)).toBe(start);
});

test.each([
  '2026-06-02T10:00-04:00',
  '2026-06-02 10:00 -04:00',
  '10:00-04:00',
  '2026-06-02',
  '6/2/2026 - 10:00',
  'June 2, 2026 - 10:00 AM',
  '2 - 3 June 2026',
  '2026-06-02 10:00 (EDT)',
  // Morning or afternoon is said of the end alone.
  '11:30 - 12:15 PM',
  `10:00 - 10:30 ${'a '.repeat(60)}`,
])('%s is no range of times', (text) => {
  expect(startOfRange(text)).toBe(text);
});

test('a column of ranges is one of times', () => {
  expect(['10:00-10:30', '9 am - 9:30 am', '14:30 – 15:00 Uhr'].map(isTimeOfDay)).toEqual([true, true, true]);
  expect(['10:00-04:00', '10 to 20'].map(isTimeOfDay)).toEqual([false, false]);
});
