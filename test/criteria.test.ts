import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { criteria, every, hold, isAtLeast, selects } from '../src/sow/criteria.ts';
import { currencyOf, isAmountOf } from '../src/sow/currency.ts';
import { formatDecimal, parseDecimal, parseShare, percent } from '../src/sow/decimal.ts';
import { holidaysIn } from '../src/sow/holidays.ts';
import * as scalars from '../src/sow/scalars.ts';
import { ladderOf } from '../src/sow/titles.ts';

const titles = ladderOf([]);
const truths = (rules: object, facts: Record<string, string | number | boolean>) =>
  hold(criteria.parse(rules), (field) => facts[field], titles).map((f) => f.truth);

describe('a criterion', () => {
  test.each<[object, string | number | boolean | undefined, string]>([
    [{ in: ['us', 'ca'] }, ' US ', 'yes'],
    [{ in: ['us', 'ca'] }, 'uk', 'no'],
    [{ in: ['us'] }, undefined, 'unknown'],
    [{ in: [' US'] }, 'us', 'yes'],
    [{ not: ['us', 'ca'] }, 'CA', 'no'],
    [{ not: ['us', 'ca'] }, 'uk', 'yes'],
    [{ min: '50' }, 50, 'yes'],
    [{ min: '50' }, 49.9, 'no'],
    [{ min: '50' }, '51', 'yes'],
    [{ min: '0' }, -1, 'no'],
    [{ min: '50' }, 'about 50', 'unknown'],
    [{ max: '50' }, 50, 'yes'],
    [{ max: '50' }, 50.1, 'no'],
    [{ min: '60 seconds' }, 60, 'yes'],
    [{ min: '1 minute' }, 59, 'no'],
    [{ max: '1 minute' }, 61, 'no'],
    [{ max: '48 hours' }, 172_800, 'yes'],
    [{ min: '10', max: '20' }, 15, 'yes'],
    [{ min: '10', max: '20' }, 25, 'no'],
    [{ before: '2026-06-15' }, '2026-06-14T23:59:59Z', 'yes'],
    [{ before: '2026-06-15' }, '2026-06-15', 'no'],
    [{ after: '2026-06-15' }, '2026-06-16', 'yes'],
    [{ after: '2026-06-15' }, '2026-06-15T12:00:00Z', 'no'],
    [{ known: 'true' }, 'x', 'yes'],
    [{ known: 'true' }, undefined, 'no'],
    [{ known: 'false' }, undefined, 'yes'],
    [{ known: 'false' }, 'x', 'no'],
    [{ known: 'false', in: ['x'] }, undefined, 'unknown'],
    [{ known: 'true', in: ['x'] }, 'x', 'yes'],
    [{ starts: 'Ac' }, ' acme', 'yes'],
    [{ starts: 'Ac' }, 'The Acme', 'no'],
    [{ contains: 'CM' }, 'Acme', 'yes'],
    [{ contains: 'CM' }, 'Apex', 'no'],
    [{ matches: '^a.*e$' }, 'ACME', 'yes'],
    [{ matches: '^c' }, 'ACME', 'no'],
    [{ min_level: 'director' }, 'Director', 'yes'],
    [{ min_level: 'director' }, 'VP Sales', 'yes'],
    [{ min_level: 'director' }, 'Sales Manager', 'no'],
    [{ min_level: 'director' }, 'Rockstar', 'unknown'],
    [{ functions: ['sales'] }, 'VP Sales', 'yes'],
    [{ functions: ['it', 'sales'] }, 'VP Sales', 'yes'],
    [{ functions: ['it'] }, 'VP Sales', 'no'],
    [{ functions: ['sales'] }, 'VP Sales and Marketing', 'yes'],
    [{ functions: ['it'] }, 'CEO', 'yes'],
    [{ functions: ['it'] }, 'Rockstar', 'unknown'],
    [{ functions: ['it'], min_level: 'vp' }, 'VP Sales', 'no'],
    [{ functions: ['sales'], min_level: 'vp' }, 'Sales Manager', 'no'],
    [{}, 'x', 'yes'],
    [{ in: ['true'] }, true, 'yes'],
    [{ in: ['12'] }, 12, 'yes'],
  ])('%j of %j: %s', (rule, value, truth) => {
    expect(truths({ fact: rule }, value === undefined ? {} : { fact: value })).toEqual([truth]);
  });

  test('may be a value or a list of values', () => {
    expect(truths({ a: 'x', b: ['y', 'z'] }, { a: 'X', b: 'z' })).toEqual(['yes', 'yes']);
    expect(criteria.safeParse({ a: [] }).success).toBe(false);
    expect(criteria.safeParse({ a: { in: ['x'], inn: 'x' } }).success).toBe(false);
    expect(criteria.safeParse({ a: { matches: '(' } }).success).toBe(false);
    // How long a day or an open hour is, no length of a call can say.
    for (const max of ['2 days', '1 business hour', '3 months'])
      expect(criteria.safeParse({ a: { max } }).success, max).toBe(false);
  });

  test('any and all take further criteria', () => {
    const any = { any: [{ a: 'x' }, { b: 'y', c: 'z' }] };
    expect(truths(any, { a: 'x' })).toEqual(['yes']);
    expect(truths(any, { a: '-', b: 'y', c: 'z' })).toEqual(['yes']);
    expect(truths(any, { a: '-', b: 'y', c: '-' })).toEqual(['no']);
    expect(truths(any, { a: '-', b: 'y' })).toEqual(['unknown']);
    const all = { all: [{ a: 'x' }, { b: 'y' }] };
    expect(truths(all, { a: 'x', b: 'y' })).toEqual(['yes']);
    expect(truths(all, { a: 'x' })).toEqual(['unknown']);
    expect(truths(all, { b: '-' })).toEqual(['no']);
  });

  test('says what it looked at, and whether a title said nothing', () => {
    const found = (value: string, rule: object) =>
      hold(criteria.parse({ title: rule, any: [{ title: 'x' }] }), () => value, titles);
    expect(found('Rockstar', { min_level: 'vp' })).toEqual([
      { field: 'any', truth: 'no', value: undefined, unmapped: false },
      { field: 'title', truth: 'unknown', value: 'Rockstar', unmapped: true },
    ]);
    expect(found('VP', { min_level: 'vp' })[1]).toMatchObject({ truth: 'yes', unmapped: false });
    expect(hold(criteria.parse({ title: { min_level: 'vp' } }), () => undefined, titles)).toEqual([
      { field: 'title', truth: 'unknown', value: undefined, unmapped: false },
    ]);
  });

  test('selects a row only where all is known and so', () => {
    const tree = criteria.parse({ a: 'x', b: 'y' });
    const select = (facts: Record<string, string>) => selects(tree, (field) => facts[field], titles);
    expect([select({ a: 'x', b: 'y' }), select({ a: 'x' }), select({ a: 'x', b: '-' })]).toEqual([true, false, false]);
    expect([every(['yes', 'unknown', 'no']), every(['yes', 'unknown']), every([])]).toEqual(['no', 'unknown', 'yes']);
    expect([isAtLeast('vp', 'vp'), isAtLeast('manager', 'vp'), isAtLeast('c_level', 'vp')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('a decimal', () => {
  test.each<[string, { amount: number; scale: number } | undefined]>([
    ['350', { amount: 350, scale: 0 }],
    [' 350.00 ', { amount: 35_000, scale: 2 }],
    ['-12.5', { amount: -125, scale: 1 }],
    ['0.00000001', { amount: 1, scale: 8 }],
    ['9999999999999', { amount: 9_999_999_999_999, scale: 0 }],
    ['9999999999999.9999', undefined],
    ['12345678901234', undefined],
    ['0.000000001', undefined],
    ['1.', undefined],
    ['.5', undefined],
    ['1,5', undefined],
    ['+1', undefined],
    ['$1', undefined],
    ['1 USD', undefined],
    ['', undefined],
  ])('%j', (text, wanted) => {
    expect(parseDecimal(text)).toEqual(wanted);
  });

  test.each<[string, { amount: number; scale: number } | undefined]>([
    ['60%', { amount: 60, scale: 2 }],
    ['0%', { amount: 0, scale: 2 }],
    [' 60% ', { amount: 60, scale: 2 }],
    ['5\n60%', undefined],
    ['2.5 %', { amount: 25, scale: 3 }],
    ['100%', { amount: 100, scale: 2 }],
    ['150%', undefined],
    ['0.60', { amount: 60, scale: 2 }],
    ['1', { amount: 1, scale: 0 }],
    ['1.00', { amount: 100, scale: 2 }],
    ['1.01', undefined],
    ['60', undefined],
    ['-5%', undefined],
    ['-0.5', undefined],
    ['%', undefined],
    ['5% off', undefined],
  ])('the share %j', (text, wanted) => {
    expect(parseShare(text)).toEqual(wanted);
  });

  test('is written as it was', () => {
    expect([-1, 5, 12_345].map((amount) => formatDecimal({ amount, scale: 2 }))).toEqual(['-0.01', '0.05', '123.45']);
    expect(formatDecimal({ amount: 7, scale: 0 })).toBe('7');
    expect(formatDecimal({ amount: 0, scale: 2 })).toBe('0.00');
    expect(percent({ amount: 60, scale: 2 })).toBe('60%');
    expect(percent({ amount: 1, scale: 0 })).toBe('100%');
    expect(percent({ amount: 20, scale: 2 })).toBe('20%');
    expect(percent({ amount: 125, scale: 3 })).toBe('12.5%');
    expect(percent({ amount: 1250, scale: 4 })).toBe('12.5%');
  });
});

test('an amount is not finer than its currency, nor absurd', () => {
  const amounts: [string, string, boolean][] = [
    ['USD', '350', true],
    ['USD', '-350.25', true],
    ['USD', '350.250', true],
    ['USD', '350.255', false],
    ['JPY', '350', true],
    ['JPY', '350.00', true],
    ['JPY', '350.5', false],
    ['KWD', '1.005', true],
    ['XXQ', '1.05', true],
    ['XXQ', '1.005', false],
    ['USD', '999999999999', true],
    ['USD', '1000000000000', false],
    ['USD', 'about 5', false],
    ['USD', '5 USD', false],
  ];
  for (const [code, text, is] of amounts) expect([code, text, isAmountOf(code, text)]).toEqual([code, text, is]);
  expect(currencyOf('XXQ')).toEqual({ code: 'XXQ', base: 10n, exponent: 2n });
  expect(currencyOf('toString').code).toBe('toString');
});

describe('a scalar of the rules file', () => {
  const { text, flag, count, numeral, duration, money, credit, share, date } = scalars;
  const { moment, minuteOfDay, zoneName, country, currency, domain } = scalars;
  const MOMENTS = [
    '2026-06-30',
    '2026-06-30T17:00',
    '2026-06-30 17:00:01',
    '2026-06-30T17:00Z',
    '2026-06-30T17:00+02:00',
  ];
  test.each<[string, { safeParse(value: unknown): { success: boolean } }, readonly string[], readonly string[]]>([
    ['text', text(), ['x', ' x '], ['', '  ']],
    ['flag', flag(), ['true', 'false'], ['yes', 'True', '']],
    ['count', count(), ['0', '12', '999999999'], ['-1', '01', '1.5', '1000000000', 'x1', '1x']],
    ['numeral', numeral(), ['0', '-12', '1.5', '12.25'], ['1.', '.5', 'x1', '1x', '1e5']],
    ['duration', duration(), ['5 days'], ['5']],
    ['money', money(), ['5.00', '0'], ['5 USD', '-1']],
    ['credit', credit(), ['5%', '300.00'], ['-5.00', 'x', '1,000.00']],
    ['share', share(), ['5%', '100%'], ['5', '101%']],
    ['date', date(), ['2026-06-30'], ['2026-06-31']],
    ['moment', moment(), MOMENTS, ['2026-06-31T17:00', '2026-06-30T17', '17:00', 'x2026-06-30', '2026-06-30T17:00x']],
    ['minute', minuteOfDay(), ['00:00', '09:30', '24:00'], ['24:01', '09:60', '9:30', '09:30:00', '109:30', 'noon']],
    ['zone', zoneName(), ['Europe/Berlin'], ['Mars/Base']],
    ['country', country(), ['US'], ['XX']],
    ['currency', currency(), ['USD', 'XXQ'], ['usd', 'USDX', 'US']],
    [
      'domain',
      domain(),
      ['acme.com', 'A-b.co.uk'],
      ['acme', 'acme.', 'a cme.com', 'https://acme.com', '.com', 'acme.com/x'],
    ],
  ])('%s', (_, type, good, bad) => {
    expect(good.filter((value) => !type.safeParse(value).success)).toEqual([]);
    expect([...bad, 5, undefined].filter((value) => type.safeParse(value).success)).toEqual([]);
  });

  test.each<[string, () => z.ZodType, string, string]>([
    ['text', text, 'text', 'x'],
    ['flag', flag, 'true or false', 'true'],
    ['count', count, 'a whole number', '12'],
    ['numeral', numeral, 'a number', '1.5'],
    ['money', money, 'an amount such as "350.00"', '5.00'],
    ['share', share, 'a share up to 100%, such as "60%" or "0.60"', '60%'],
    ['date', date, 'a date such as 2026-06-30', '2026-06-30'],
    ['moment', moment, 'a time such as 2026-06-30T17:00', '2026-06-30T17:00'],
    ['minute', minuteOfDay, 'a time of day such as "09:00"', '09:00'],
    ['zone', zoneName, 'a time zone such as America/New_York', 'Europe/Berlin'],
    ['country', country, 'a country code such as US', 'US'],
    ['currency', currency, 'a currency code such as USD', 'USD'],
    ['domain', domain, 'a domain such as acme.com', 'acme.com'],
  ])('%s says what it takes', (_, type, expected, good) => {
    expect(type().safeParse(good).success).toBe(true);
    expect(scalars.EXPECTED.get(type() as never)).toEqual({ expected });
    const { error } = type().safeParse(' ');
    expect(error?.issues).toMatchObject([{ code: 'custom', message: `" " is not ${expected}`, params: { expected } }]);
  });

  test('that is a number or a switch may be written as one', () => {
    const typeOf = (schema: z.ZodType): unknown => schema.meta()?.type;
    expect(country().meta()?.enum).toContain('US');
    expect([flag(), count(), numeral(), text()].map(typeOf)).toEqual(['boolean', 'integer', 'number', undefined]);
  });

  test('is typed', () => {
    expect([flag().parse('true'), flag().parse('false')]).toEqual([true, false]);
    expect([count().parse('12'), numeral().parse('-1.5'), minuteOfDay().parse('09:30')]).toEqual([12, -1.5, 570]);
    expect(money().parse('5.00')).toEqual({ amount: 500, scale: 2, price: '5.00' });
    expect(domain().parse('ACME.com')).toBe('acme.com');
    const { error } = count().safeParse('x');
    expect(error?.issues[0]).toMatchObject({
      message: '"x" is not a whole number',
      params: { expected: 'a whole number' },
    });
    expect(count().safeParse(5).error?.issues[0]?.message).toBe('expected a whole number');
  });
});

test('holidays are the days that events cover, and those that repeat', () => {
  const calendar = (...events: string[]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...events.flatMap((e) => ['BEGIN:VEVENT', ...e.split(' '), 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n');
  expect(
    holidaysIn(
      calendar(
        'DTSTART;VALUE=DATE:20260703',
        'DTSTART;VALUE=DATE:20261224 DTEND;VALUE=DATE:20261227',
        'DTSTART:20260525T000000Z DTEND:20260525T120000Z',
      ),
    ),
  ).toEqual(['2026-07-03', '2026-12-24', '2026-12-25', '2026-12-26', '2026-05-25']);
  const yearly = holidaysIn(calendar('DTSTART;VALUE=DATE:19990101 RRULE:FREQ=YEARLY')) ?? [];
  expect([yearly[0], yearly.at(-1), yearly.length]).toEqual(['2000-01-01', '2060-01-01', 61]);
  const after = holidaysIn(calendar('DTSTART;VALUE=DATE:20610101', 'DTSTART;VALUE=DATE:19991231'));
  expect(after).toEqual(['2061-01-01', '1999-12-31']);
  const zoned = calendar('DTSTART;TZID=X:20260703T090000');
  const vtimezone =
    'BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:20000101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE';
  expect(holidaysIn(zoned.replace('VERSION:2.0', `VERSION:2.0\r\n${vtimezone}`))).toEqual(['2026-07-03']);
  expect(holidaysIn('no calendar')).toBeUndefined();
  expect(holidaysIn(calendar())).toEqual([]);
});
