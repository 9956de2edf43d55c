import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { expect, test } from 'vitest';
import { readEmail, readPeriod, readPhone } from '../src/read/values.ts';

test.each([
  ['2026-06', '2026-06'],
  ['06/2026', '2026-06'],
  ['6.2026', '2026-06'],
  ['2026/06', '2026-06'],
  [' June 2026 ', '2026-06'],
  ['Sept. 2026', '2026-09'],
  ['JUN-2026', '2026-06'],
  ['2026-Q2', '2026-Q2'],
  ['Q2 2026', '2026-Q2'],
  ['2026-01-01..2026-06-30', '2026-01-01..2026-06-30'],
  ['13/2026', undefined],
  ['00/2026', undefined],
  ['06/26', undefined],
  ['Jun-26', undefined],
  ['Q5 2026', undefined],
  ['Juni 2026', '2026-06'],
  ['Févr. 2026', '2026-02'],
  ['Juno 2026', undefined],
  ['June', undefined],
])('a cell %j is the period %s', (cell, period) => {
  expect(readPeriod(cell)).toBe(period);
});

test.each([
  ['Ruth.Imai+june@Harborline.example', 'ruth.imai@harborline.example'],
  ['Ruth Imai <ruth@harborline.example>', 'ruth@harborline.example'],
  ['"Imai, Ruth" <ruth@harborline.example>;', 'ruth@harborline.example'],
  ["'ruth@harborline.example' <ruth@harborline.example>", 'ruth@harborline.example'],
  ['ruth@harborline.example,', 'ruth@harborline.example'],
  ['mailto:ruth@harborline.example', 'ruth@harborline.example'],
  ['Ruth Imai <ruth@harborline.example>; Dana Cole <dana@alder.example>', undefined],
  ['ruth@harborline.example; Dana Cole <dana@alder.example>', undefined],
  ['ruth@harborline.example;dana@alder.example', undefined],
  ['ruth@harborline.example, dana@alder.example', undefined],
])('a cell %j is the address %s: of several nobody is chosen', (cell, address) => {
  expect(readEmail(cell)).toBe(address);
});

test('a number under +1 is read as the library reads it', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(digits, (rest) => {
      const number = parsePhoneNumberFromString(`+1${rest}`);
      expect(readPhone(`+1${rest}`, undefined)).toBe(number?.isPossible() ? number.number : undefined);
    }),
    { numRuns: 3000 },
  );
});
