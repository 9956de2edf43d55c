import type { CountryCode } from 'libphonenumber-js';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js';
import { getDomain } from 'tldts';

/** Lower case, plus-tag dropped; undefined when it is no address. */
export function readEmail(text: string): string | undefined {
  const m = /^([^\s@<>"]+)@([^\s@<>"]+\.[^\s@<>".]+)$/.exec(
    text
      .trim()
      .replace(/^mailto:/i, '')
      .replace(/^.*<(.+)>$/, '$1')
      .toLowerCase(),
  );
  if (!m) return undefined;
  const [, local = '', host = ''] = m;
  return `${local.replace(/\+.*$/, '')}@${host}`;
}

/** E.164; a number without country code is read with `country`. */
export function readPhone(text: string, country: string | undefined): string | undefined {
  const bare = text.trim().replace(/^(tel|sip):/i, '');
  const parsed = parsePhoneNumberFromString(bare, country as CountryCode | undefined);
  return parsed?.isPossible() ? parsed.number : undefined;
}

export const readDomain = (text: string): string | undefined => getDomain(text.trim().toLowerCase()) ?? undefined;

/** Digits with optional thousands commas; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const bare = text.trim();
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare) ? Number(bare.replaceAll(',', '')) : undefined;
}

const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'SGD', 'HKD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
};

/** A money cell: plain decimal text, `other` when it names another currency, undefined when it is no amount. */
export function readMoney(text: string, currency: string): string | 'other' | undefined {
  const m =
    /^\s*(\()?\s*(-)?\s*([A-Z]{3}|[$€£¥])?\s*(-)?\s*(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?\s*([A-Z]{3}|[$€£¥])?\s*(\))?\s*$/.exec(
      text,
    );
  if (!m) return undefined;
  const [, open, sign1, before, sign2, whole = '', fraction = '', after, close] = m;
  for (const unit of [before, after]) {
    if (unit !== undefined && unit !== currency && !SYMBOLS[unit]?.includes(currency)) return 'other';
  }
  if ((open === undefined) !== (close === undefined)) return undefined;
  return `${open || sign1 || sign2 ? '-' : ''}${whole.replaceAll(',', '')}${fraction}`;
}

/** Seconds of `1:02:03`, `12:30` (hours and minutes only with three parts), `1h 27m 51s`, `18 min 20 s`, or a bare number of `unit` seconds. */
export function readSeconds(text: string, unit: number): number | undefined {
  const bare = text.trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(bare)) return Number(bare) * unit;
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/.exec(bare);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const m =
    /^(?:(\d+)\s*(?:h|hr|hrs|hour|hours))?\s*(?:(\d+)\s*(?:m|min|mins|minute|minutes))?\s*(?:(\d+)\s*(?:s|sec|secs|second|seconds))?$/.exec(
      bare,
    );
  return m && bare ? Number(m[1] ?? 0) * 3600 + Number(m[2] ?? 0) * 60 + Number(m[3] ?? 0) : undefined;
}

export function readFlag(text: string): boolean | undefined {
  const t = text.trim().toLowerCase();
  if (['yes', 'y', 'true', '1', 'x'].includes(t)) return true;
  return ['no', 'n', 'false', '0'].includes(t) ? false : undefined;
}

let countryNames: ReadonlyMap<string, string> | undefined;
/** The ISO code that a text names ("United States", "us"), else the text as it stands. */
export function readCountry(text: string): string {
  if (!countryNames) {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    countryNames = new Map([
      ...getCountries().flatMap((code): [string, string][] => [
        [code.toLowerCase(), code],
        [(names.of(code) ?? code).toLowerCase(), code],
      ]),
      ['usa', 'US'],
      ['u.s.', 'US'],
      ['united states of america', 'US'],
      ['uk', 'GB'],
      ['great britain', 'GB'],
    ]);
  }
  return countryNames.get(text.trim().toLowerCase()) ?? text.trim();
}
