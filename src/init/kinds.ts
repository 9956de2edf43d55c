import type { z } from 'zod';
import { nearest } from '../problems/nearest.ts';
import { parseDecimal } from '../sow/decimal.ts';
import { parseDuration } from '../sow/duration.ts';
import {
  count,
  country,
  currency,
  date,
  domain,
  duration,
  minuteOfDay,
  moment,
  money,
  scalar,
  share,
  text,
  zoneName,
} from '../sow/scalars.ts';
import { isMapping, type YamlValue } from '../sow/yaml.ts';

/** A value as it is written into the file: numbers and flags bare, amounts as text. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** What a text says: a value, a clause that is left out on purpose, or why it says nothing. */
type Read = { readonly value: Plain | undefined } | { readonly wrong: string };

/** One of several answers, in the file's word, with what it means. */
export interface Option {
  readonly word: string;
  readonly means: string;
  /** What is written, where that is not the word. */
  readonly written?: Plain;
}

/** A kind of answer. A person types it as text; `--set` gives it as YAML. */
export interface Kind {
  readonly name: string;
  /** What is expected, ending "expected ...". */
  readonly hint: string;
  readonly options?: readonly Option[];
  /** Whether several options may be named. */
  readonly isMany?: true;
  /** Some value of the kind: it stands in for one that is not known yet. */
  readonly example: Plain;
  readonly read: (typed: string) => Read;
  /** The text that says the same as a list or a block of the file; undefined where it says nothing of this kind. */
  readonly typed: (value: YamlValue) => string | undefined;
}

const onlyText = (value: YamlValue): string | undefined => (typeof value === 'string' ? value : undefined);
const listed = (value: YamlValue): string | undefined =>
  Array.isArray(value) ? (value.length ? value.join(', ') : NONE) : onlyText(value);
/** The typed word for an empty list. */
const NONE = 'none';
const partsOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
const wrong = (typed: string, hint: string): Read => ({ wrong: `"${typed}" is not ${hint}` });

/** A scalar of the rules file, checked by its own schema. */
function one(
  name: string,
  schema: z.ZodType,
  hint: string,
  example: Plain,
  write = (typed: string): Plain => typed,
): Kind {
  return {
    name,
    hint,
    example,
    typed: onlyText,
    read: (typed) => (schema.safeParse(typed.trim()).success ? { value: write(typed.trim()) } : wrong(typed, hint)),
  };
}

/** A list of scalars between commas, each checked by its schema; `none` is the empty list. */
function many(name: string, schema: z.ZodType, hint: string, example: string): Kind {
  return {
    name,
    hint,
    example: [example],
    typed: listed,
    read: (typed) => {
      if (typed.trim().toLowerCase() === NONE) return { value: [] };
      const parts = partsOf(typed);
      const odd = parts.find((part) => !schema.safeParse(part).success);
      return parts.length && odd === undefined ? { value: parts } : wrong(odd ?? typed, hint);
    },
  };
}

const LENGTH =
  'a length of time that says its clock, such as 24 hours, 24 business hours, 30 days, 5 business days or 3 months';

export const TEXT = one('text', text(), 'a text', 'Example');
export const COUNT = one('count', count(), 'a whole number', 1, Number);
export const AMOUNT = one('amount', money(), 'an amount such as 350.00', '100');
export const SHARE = one('share', share(), 'a share such as 60%', '50%');
export const LENGTH_OF_TIME = one('duration', duration(), LENGTH, '30 days');
export const DATE = one('date', date(), 'a date such as 2026-06-30', '2026-06-30');
export const MOMENT = one('moment', moment(), 'a time such as 2026-06-30T17:00', '2026-06-30T17:00');
export const TIME_OF_DAY = one('time of day', minuteOfDay(), 'a time of day such as 09:00', '09:00');
export const ZONE = one('zone', zoneName(), 'a time zone such as America/New_York or Europe/Berlin', 'UTC');
export const COUNTRY = one('country', country(), 'a country code such as US or DE', 'US');
const CODE = one('currency', currency(), 'a currency code such as USD or EUR', 'USD');
export const CURRENCY: Kind = { ...CODE, read: (typed) => CODE.read(typed.toUpperCase()) };
export const TEXTS = many('texts', text(), 'a list such as "software, fintech"', 'Example');
export const COUNTRIES = many('countries', country(), 'country codes such as US, DE', 'US');
export const DOMAINS = many('domains', domain(), 'domains such as "acme.com, acme.de"', 'acme.example');
const DATES = many('dates', date(), 'dates such as 2026-05-25, 2026-07-03, or the path of an .ics file', '2026-01-01');
/** Dates, or the path of a calendar. */
export const HOLIDAYS: Kind = {
  ...DATES,
  name: 'holidays',
  read: (typed) => (/\.ics$/i.test(typed.trim()) ? { value: typed.trim() } : DATES.read(typed)),
};
/** What a lost meeting pays. */
export const PAYMENT = one(
  'payment',
  scalar('', (t) => (t === 'nothing' || t === 'full' || share().safeParse(t).success ? t : undefined)),
  '`nothing`, `full`, or a share such as 50%',
  'nothing',
);

export const YES_NO: Kind = {
  name: 'yes or no',
  hint: 'yes or no',
  example: true,
  typed: onlyText,
  read: (typed) =>
    /^(y|yes|true)$/i.test(typed.trim())
      ? { value: true }
      : /^(n|no|false)$/i.test(typed.trim())
        ? { value: false }
        : wrong(typed, 'yes or no'),
};

/** A clause that is there or not: yes writes its block, no leaves it out. */
export const applies = (block: Plain): Kind => ({
  ...YES_NO,
  name: 'applies',
  example: block,
  typed: (value) => (isMapping(value) ? 'yes' : onlyText(value)),
  read: (typed) => {
    const read = YES_NO.read(typed);
    return 'value' in read ? { value: read.value === true ? block : undefined } : read;
  },
});
export const APPLIES = applies({});

/** One of several words, by the word or its number. */
export function choice(options: readonly Option[]): Kind {
  const hint = options.map(({ word }) => word).join(' | ');
  return {
    name: 'choice',
    hint: `one of ${hint}`,
    options,
    example: options[0]?.written ?? options[0]?.word ?? '',
    typed: listed,
    read: (typed) => {
      const found = optionOf(options, typed);
      return found ? { value: found.written ?? found.word } : noOption(options, typed);
    },
  };
}

/** Several of several words, by words or numbers between commas. */
export function choices(options: readonly Option[]): Kind {
  return {
    ...choice(options),
    name: 'choices',
    hint: `some of ${options.map(({ word }) => word).join(', ')}`,
    isMany: true,
    example: options.slice(0, 1).map(({ word }) => word),
    read: (typed) => {
      const parts = partsOf(typed);
      const odd = parts.find((part) => !optionOf(options, part));
      if (!parts.length || odd !== undefined) return noOption(options, odd ?? typed);
      return { value: [...new Set(parts.flatMap((part) => optionOf(options, part)?.word ?? []))] };
    },
  };
}

export const option = (word: string, means: string): Option => ({ word, means });

const optionOf = (options: readonly Option[], typed: string): Option | undefined => {
  const word = typed.trim().toLowerCase();
  return (
    options.find((o) => o.word.toLowerCase() === word) ?? (/^\d+$/.test(word) ? options[Number(word) - 1] : undefined)
  );
};

function noOption(options: readonly Option[], typed: string): Read {
  const words = options.map(({ word }) => word);
  const near = nearest(typed.trim(), words);
  return { wrong: `"${typed}" is none of ${words.join(', ')}${near ? `; did you mean "${near}"?` : ''}` };
}

const PRICE_LIST =
  'a price such as 350.00, or prices by step such as "10: 400.00, 15: 350.00, 300.00" (up to the 10th, up to the 15th, beyond)';
/** One price, or steps by their last unit. */
export const TIERS: Kind = {
  name: 'prices',
  hint: PRICE_LIST,
  example: [{ price: '100' }],
  typed: (value) => {
    if (!Array.isArray(value)) return onlyText(value);
    const steps = value.map((step) => {
      const { up_to: upTo, price, ...others } = isMapping(step) ? step : {};
      if (typeof price !== 'string' || Object.keys(others).length) return undefined;
      return typeof upTo === 'string' ? `${upTo}: ${price}` : price;
    });
    return steps.some((step) => step === undefined) ? undefined : steps.join(', ');
  },
  read: (typed) => {
    const steps = partsOf(typed).map((part) => /^(?:(\d{1,9})\s*:\s*)?(\S+)$/.exec(part));
    const tiers = steps.flatMap((m): Plain[] => {
      const [, upTo, price = ''] = m ?? [];
      if (!isPrice(price)) return [];
      return [upTo === undefined ? { price } : { up_to: Number(upTo), price }];
    });
    return tiers.length && tiers.length === steps.length ? { value: tiers } : wrong(typed, PRICE_LIST);
  },
};

const CLASS_LIST = 'names with prices, such as "mql: 120.00"';
/** Flat prices by name. */
export const CLASSES: Kind = {
  name: 'classes',
  hint: CLASS_LIST,
  example: { mql: '100' },
  typed: (value) =>
    isMapping(value)
      ? Object.entries(value)
          .map(([name, price]) => `${name}: ${String(price)}`)
          .join(', ')
      : onlyText(value),
  read: (typed) => {
    const found = partsOf(typed).map((part) => /^([\w-]+)\s*:\s*(\S+)$/.exec(part));
    const prices = found.flatMap((m) => (m?.[1] && isPrice(m[2] ?? '') ? [[m[1], m[2] ?? ''] as const] : []));
    return prices.length && prices.length === found.length
      ? { value: Object.fromEntries(prices) }
      : wrong(typed, CLASS_LIST);
  },
};

const TOUCH_HINT = '`any`, or the least talk time such as 60 seconds';
/** Any call, or one of some length. */
export const TOUCH: Kind = {
  name: 'touch',
  hint: TOUCH_HINT,
  example: 'any',
  typed: (value) => (isMapping(value) ? onlyText(value.talk ?? '') : onlyText(value)),
  read: (typed) => {
    const word = typed.trim();
    if (word.toLowerCase() === 'any') return { value: 'any' };
    return parseDuration(word) ? { value: { talk: word } } : wrong(typed, TOUCH_HINT);
  },
};

const isPrice = (typed: string): boolean => {
  const read = parseDecimal(typed);
  return read !== undefined && read.amount >= 0;
};

/** A value as a person would type it. */
export function shown(kind: Kind, value: Plain): string {
  const { options } = kind;
  const named = options?.find(({ written }) => written !== undefined && String(written) === String(value));
  if (named) return named.word;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (kind.name === 'applies') return 'yes';
  if (Array.isArray(value) && !value.length) return NONE;
  return kind.typed(yamlOf(value)) ?? String(value);
}

/** A value as the reader of the rules file sees it. */
export function yamlOf(value: Plain): YamlValue {
  if (Array.isArray(value)) return value.map(yamlOf);
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, yamlOf(inner)]));
}
