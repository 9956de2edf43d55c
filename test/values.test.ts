import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { expect, test } from 'vitest';
import { currencySign, readMoney } from '../src/read/numbers.ts';
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

test.each([
  ['$1,250.00-', '-1250.00'],
  ['($250.00)', '-250.00'],
  [' $ (1,250.00)', '-1250.00'],
  [' $ -   ', '0'],
  ['\u2212$250.00', '-250.00'],
  ['250.00 CR', '-250.00'],
  ['250.00 DR', '250.00'],
  ['+250.00', '250.00'],
  ['USD $250.00', '250.00'],
  ['usd 250', '250'],
  ['250.00 usd', '250.00'],
  ['250.00 eur', 'other'],
  ['EUR $250.00', 'other'],
  ['250 XYZ', 'other'],
  ['250 mtg', undefined],
  ['2 x 250', undefined],
  ['-', undefined],
  ['-($250.00)', undefined],
  ['(250.00', undefined],
  [`(${' '.repeat(100_000)}x`, undefined],
])('a cell %j is %s dollars', (cell, amount) => {
  expect(readMoney(cell, 'USD', 'point')).toBe(amount);
});

test.each([
  ['1.250,00-', 'EUR', 'comma', '-1250.00'],
  ['\u20ac 250,-', 'EUR', 'comma', '250'],
  ['1.250,-- \u20ac', 'EUR', 'comma', '1250'],
  ['250,00 Euro', 'EUR', 'comma', '250.00'],
  ['Fr. 1\u2019250.\u2013', 'CHF', 'point', '1250'],
  ['250 kr.', 'SEK', 'point', '250'],
] as const)('a cell %j is in %s, with a %s before decimals: %s', (cell, currency, decimals, amount) => {
  expect(readMoney(cell, currency, decimals)).toBe(amount);
});

test('small letters are the sign of a currency where they are its code', () => {
  expect(['250 usd', '250 mtg', '250 kr', 'may 250'].map(currencySign)).toEqual(['USD', undefined, 'kr', undefined]);
});
