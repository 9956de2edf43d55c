import { getCountries, isSupportedCountry } from 'libphonenumber-js';
import { z } from 'zod';
import { isPlainDate } from './dates.ts';
import { type Decimal, type Price, parseDecimal, parseShare } from './decimal.ts';
import { parseDuration } from './duration.ts';
import { isZone } from './zone.ts';

/** What a scalar expects, by its schema: the pages of the rules name the types of their parameters by it. */
export const EXPECTED = z.registry<{ readonly expected: string }>();

/** A text scalar of the rules file, typed by `parse`. `json` describes it to editors; `expected` ends "is not ...". */
export function scalar<T>(
  expected: string,
  parse: (text: string) => T | undefined,
  json: Readonly<Record<string, unknown>> = {},
) {
  return z
    .string({ error: `expected ${expected}` })
    .transform((text, ctx): T => {
      const value = parse(text);
      if (value !== undefined) return value;
      ctx.addIssue({ code: 'custom', message: `"${text}" is not ${expected}`, params: { expected } });
      return z.NEVER;
    })
    .register(EXPECTED, { expected })
    .meta(json);
}

export const text = () => scalar('text', (t) => (t.trim() ? t : undefined));
export const clause = () =>
  text().describe('the clause of the SOW; printed beside each decision of the block').optional();
export const flag = () =>
  scalar('true or false', (t) => (t === 'true' ? true : t === 'false' ? false : undefined), { type: 'boolean' });
export const count = () =>
  scalar('a whole number', (t) => (/^(0|[1-9]\d{0,8})$/.test(t) ? Number(t) : undefined), { type: 'integer' });
export const numeral = () =>
  scalar('a number', (t) => (/^-?\d+(\.\d+)?$/.test(t) ? Number(t) : undefined), { type: 'number' });
export const duration = () =>
  scalar(
    'a duration with its clock, such as `24 hours`, `24 business hours`, `30 days`, `5 business days` or `3 months`',
    parseDuration,
  );
/** No price, fee or credit of a SOW is less than nothing: the rules say themselves what is taken off. */
function priceIn(text: string): Price | undefined {
  const decimal = text.trim().startsWith('-') ? undefined : parseDecimal(text);
  return decimal && { ...decimal, price: text };
}
/** An amount of the SOW's currency; whether it is fine enough is checked when the currency is known. */
export const money = () => scalar<Price>('an amount such as "350.00"', priceIn);
/** What is given back: a share of something else, or an amount. */
export type Credit = { readonly text: string } & ({ readonly share: Decimal } | Price);
export const credit = () =>
  scalar<Credit>('a share such as "5%", or an amount such as "300.00"', (text) => {
    const share = text.includes('%') ? parseShare(text) : undefined;
    const price = share ? undefined : priceIn(text);
    return share ? { text, share } : price && { text, ...price };
  });
export const share = () => scalar<Decimal>('a share up to 100%, such as "60%" or "0.60"', parseShare);
export const date = () => scalar('a date such as 2026-06-30', (t) => (isPlainDate(t) ? t : undefined));
/** A wall time without offset, in the SOW's zone: kept as text until the zone is known. */
export const moment = () =>
  scalar('a time such as 2026-06-30T17:00', (t) =>
    /^\d{4}-\d{2}-\d{2}([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?)?$/.test(t) &&
    isPlainDate(t.slice(0, 10))
      ? t
      : undefined,
  );
export const minuteOfDay = () =>
  scalar('a time of day such as "09:00"', (t) => {
    const m = /^(\d{2}):(\d{2})$/.exec(t);
    const minute = m ? Number(m[1]) * 60 + Number(m[2]) : Number.NaN;
    return minute <= 1440 && Number(m?.[2]) < 60 ? minute : undefined;
  });
export const zoneName = () => scalar('a time zone such as America/New_York', (t) => (isZone(t) ? t : undefined));
export const country = () =>
  scalar('a country code such as US', (t) => (isSupportedCountry(t) ? t : undefined), { enum: getCountries() });
export const currency = () => scalar('a currency code such as USD', (t) => (/^[A-Z]{3}$/.test(t) ? t : undefined));
export const domain = () =>
  scalar('a domain such as acme.com', (t) =>
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/i.test(t) ? t.toLowerCase() : undefined,
  );
