import type { CountryCode } from 'libphonenumber-js';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js';
import { getDomain } from 'tldts';
import { parsePeriod } from '../sow/period.ts';
import { monthNamed } from './month-words.ts';

/** Lower case, plus-tag dropped; undefined when it is no address, or several: which of them is meant is not guessed. */
export function readEmail(text: string): string | undefined {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/\s*[;,]$/, '')
    .replace(/^mailto:/, '');
  const [, shown = '', inside = bare] = /^([^<>]*)<([^<>]+)>$/.exec(bare) ?? [];
  if (shown.includes('@') && shown.replace(/["'\s]/g, '') !== inside) return undefined;
  const m = /^([^\s@<>",;]+)@([^\s@<>",;]+\.[^\s@<>",;.]+)$/.exec(inside);
  if (!m) return undefined;
  const [, local = '', host = ''] = m;
  return `${local.replace(/\+.*$/, '')}@${host}`;
}

/** E.164 of the North American plan: an area code and seven digits. */
const NORTH_AMERICAN = /^\+1[2-9]\d{9}$/;

/** E.164; a number without country code is read with `country`. */
export function readPhone(text: string, country: string | undefined): string | undefined {
  const bare = text.trim().replace(/^(tel|sip):/i, '');
  // The library asks of which of 25 countries a number under +1 is; whether it is one does not depend on that.
  if (NORTH_AMERICAN.test(bare)) return bare;
  const parsed = parsePhoneNumberFromString(bare, country as CountryCode | undefined);
  return parsed?.isPossible() ? parsed.number : undefined;
}

export const readDomain = (text: string): string | undefined => getDomain(text.trim().toLowerCase()) ?? undefined;

/** The domains of a cell that holds nothing but several, else the cell. */
export function partDomains(text: string): readonly string[] {
  const parts = text.split(/[\s,;|]+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length > 1 && parts.every(readDomain) ? parts : [text];
}

const month = (year: string, number: string | number): string => `${year}-${String(number).padStart(2, '0')}`;
/** Months and quarters as spreadsheets have them. `Jun-26` is none: it may be a day. */
const PERIODS: readonly (readonly [RegExp, (first: string, second: string) => string])[] = [
  [/^(\d{1,2})[./-](\d{4})$/, (number, year) => month(year, number)],
  [/^(\d{4})[./](\d{1,2})$/, month],
  [/^(\p{L}{3,})\.?[ -](\d{4})$/u, (name, year) => month(year, monthNamed(name) ?? '')],
  [/^q([1-4])[ /-](\d{4})$/, (quarter, year) => `${year}-Q${quarter}`],
];

/** The label of a month, quarter or range, as labels are, or as `06/2026`, `6.2026`, `2026/06`, `June 2026`, `Q2 2026`. */
export function readPeriod(text: string): string | undefined {
  const bare = text.trim().toLowerCase();
  for (const [shape, label] of PERIODS) {
    const [, first, second] = shape.exec(bare) ?? [];
    if (first !== undefined && second !== undefined) return parsePeriod(label(first, second))?.label;
  }
  return parsePeriod(text)?.label;
}

export function readFlag(text: string): boolean | undefined {
  const t = text.trim().toLowerCase();
  if (['yes', 'y', 'true', '1', 'x'].includes(t)) return true;
  return ['no', 'n', 'false', '0'].includes(t) ? false : undefined;
}

/** Names of countries that no list of names has. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['usa', 'US'],
  ['u.s.', 'US'],
  ['u.s.a.', 'US'],
  ['united states of america', 'US'],
  ['vereinigte staaten von amerika', 'US'],
  ['uk', 'GB'],
  ['u.k.', 'GB'],
  ['great britain', 'GB'],
  ['großbritannien', 'GB'],
  ['england', 'GB'],
  ['holland', 'NL'],
  ['the netherlands', 'NL'],
  ['czech republic', 'CZ'],
  ['turkey', 'TR'],
];
let countryNames: ReadonlyMap<string, string> | undefined;
/** The ISO code that a text names ("United States", "us", "Deutschland"), else the text as it stands. */
export function readCountry(text: string): string {
  if (!countryNames) {
    // What English says of a name counts before what other languages do.
    const names = ['es', 'fr', 'de', 'en'].flatMap((language) => {
      const of = new Intl.DisplayNames(language, { type: 'region' });
      return getCountries().map((code): [string, string] => [(of.of(code) ?? code).toLowerCase(), code]);
    });
    const codes = getCountries().map((code): [string, string] => [code.toLowerCase(), code]);
    countryNames = new Map([...names, ...codes, ...OTHER_NAMES]);
  }
  return countryNames.get(text.trim().toLowerCase()) ?? text.trim();
}
