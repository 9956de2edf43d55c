import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RuleRow } from '../src/judge/rule.ts';
import { RULES } from '../src/judge/rules/table.ts';
import { TERM_CODES } from '../src/judge/term.ts';
import { WAIVER_CODES } from '../src/judge/waive.ts';
import { FINDINGS } from '../src/problems/findings.ts';
import { fill, plural, templateShown, withCommas } from '../src/problems/sentence.ts';
import { PROBLEMS } from '../src/problems/table.ts';
import { LINTS } from '../src/sow/lint/table.ts';

const rules: readonly (readonly [string, RuleRow])[] = Object.entries(RULES);

/** Every template that becomes a sentence, by where it stands. */
const TEMPLATES: readonly (readonly [string, string])[] = [
  ...Object.entries(PROBLEMS).flatMap(([code, { message, help }]) => [
    [`problem ${code}`, message] as const,
    [`help of ${code}`, help] as const,
  ]),
  ...Object.entries(FINDINGS).map(([code, { message }]) => [`finding ${code}`, message] as const),
  ...Object.entries(LINTS).map(([code, { message }]) => [`lint ${code}`, message] as const),
  ...[
    ...rules.map(([key, { codes }]) => [key, codes] as const),
    ['sow', TERM_CODES],
    ['waivers', WAIVER_CODES],
  ].flatMap(([key, codes]) => Object.entries(codes ?? {}).map(([code, says]) => [`${key} ${code}`, says] as const)),
];

const argsOf = (template: string): string[] => [...template.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
const isCounted = (template: string, name: string): boolean =>
  template.includes(`{${name}#}`) || template.includes(`{${name}|`);
/** The sentence of so many, in which only counts are numbers; `every` argument is one, to find counts that no form knows of. */
const said = (template: string, n: number, every = false): string =>
  fill(
    template,
    Object.fromEntries(argsOf(template).map((name) => [name, every || isCounted(template, name) ? n : 'X'])),
  );

/** Words that end like plurals and stand behind one thing. */
const SINGULAR = new Set([
  'as',
  'asks',
  'comes',
  'does',
  'has',
  'is',
  'looks',
  'matches',
  'names',
  'spans',
  'starts',
  'was',
]);
const NOUNS = new Set(
  TEMPLATES.flatMap(([, template]) => [...template.matchAll(/\|([^{}|]*)\}/g)])
    .flatMap(([, many = '']) => many.split(/[ ,]+/).slice(0, 1))
    .filter((word) => /^[a-z]{3,}s$/.test(word)),
);
const behindOne = (text: string): string[] => [...text.matchAll(/\b1 ([a-z]+)/g)].map(([, word = '']) => word);

describe('sentences', () => {
  test.each(TEMPLATES)('%s agrees with its counts', (_, template) => {
    for (const n of [0, 1, 2]) {
      expect(said(template, n)).not.toMatch(/\((?:s|es|ies)\)/);
      expect(said(template, n), 'a form that is not understood').not.toMatch(/\{\w+[#|]/);
    }
    const [one, each] = [said(template, 1), said(template, 1, true)];
    expect(behindOne(one).filter((word) => /s$|^(?:are|were|have|do)$/.test(word) && !SINGULAR.has(word))).toEqual([]);
    expect(
      behindOne(each).filter((word) => NOUNS.has(word)),
      'a count without a form',
    ).toEqual([]);
    const singular = [...NOUNS].map((word) => word.slice(0, -1)).join('|');
    expect(said(template, 2)).not.toMatch(new RegExp(`\\b2 (?:${singular}|has|was)\\b`));
  });

  test('no text of the source asks its reader to choose a number', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const found = files.flatMap((file) =>
      readFileSync(join('src', file), 'utf8')
        .split('\n')
        .filter((line) => /[ }][a-z-]+\((?:s|es|ies)\)(?=[ ,.;:'"`])/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  test('nouns, verbs and thousands follow the count', () => {
    const template = '{rows#} {rows|row has|rows have} no id[; {more#} more]';
    expect([0, 1, 2, 2600].map((rows) => fill(template, { rows }))).toEqual([
      '0 rows have no id',
      '1 row has no id',
      '2 rows have no id',
      '2,600 rows have no id',
    ]);
    expect(fill(template, { rows: 1, more: 1200 })).toBe('1 row has no id; 1,200 more');
    expect(fill('{id} is {what}', { id: 'A' })).toBe('A is ?');
    expect(templateShown(template)).toBe('{rows} rows have no id[; {more} more]');
    expect(templateShown('[{expected}]')).toBe('{expected}');
    expect(plural(1200, 'row')).toBe('1,200 rows');
  });

  test('thousands are set off in the whole part of an amount alone', () => {
    const amounts = ['38000.00', '-1234567.8901', '999', '0.12345', '1000', '+5000', '12000 USD', '2026-06-01'];
    expect(amounts.map(withCommas)).toEqual([
      '38,000.00',
      '-1,234,567.8901',
      '999',
      '0.12345',
      '1,000',
      '+5,000',
      '12,000 USD',
      '2,026-06-01',
    ]);
  });
});
