import { describe, expect, test } from 'vitest';
import type { RuleRow } from '../src/judge/rule.ts';
import { RULES } from '../src/judge/rules/table.ts';
import { ANOMALIES } from '../src/measure/anomalies/table.ts';
import { FINDINGS } from '../src/problems/findings.ts';
import { PROBLEMS } from '../src/problems/table.ts';
import { renderPage } from '../src/report/page.ts';
import { CODES, pagesOf } from '../src/report/pages.ts';
import { parametersOf } from '../src/report/parameters.ts';
import { PLAIN } from '../src/report/render.ts';
import { LINTS } from '../src/sow/lint/table.ts';

const rules: [string, RuleRow][] = Object.entries(RULES);
const textOf = (code: string): string =>
  pagesOf(code)
    .map((page) => renderPage(page, 80, PLAIN))
    .join('\n');

/** Codes that no worked case can show: a fault of leadaudit, and reasons that nothing reaches yet. */
const UNSEEN = new Set(['broken_invariant', 'second_reading', 'claimed_across_sows', 'lines_across_sows']);

describe('the page of', () => {
  test.each(CODES)('%s says what it does, with an example, on 80 columns', (code) => {
    const text = textOf(code);
    expect(text.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '))).toEqual([]);
    expect(text).not.toMatch(/undefined|\[object/);
    if (!UNSEEN.has(code)) expect(text).not.toContain('No worked case shows it.');
  });

  test('every problem, finding, rule, reason, check and anomaly test is there', () => {
    const all = [PROBLEMS, FINDINGS, RULES, LINTS, ANOMALIES].flatMap((table) => Object.keys(table));
    expect(all.filter((code) => !pagesOf(code).length)).toEqual([]);
    expect(pagesOf('constructor')).toEqual([]);
  });
});

describe.each(rules)('rules.%s', (key, rule) => {
  const parameters = parametersOf(rule.params);

  test('every parameter says what it means', () => {
    expect(parameters.filter((p) => !p.meaning || p.type === 'a value')).toEqual([]);
  });

  test('typical values are of its parameters and name their source', () => {
    const names = new Set(parameters.flatMap(({ name }) => [name, name.replace(/\..*$/, '')]));
    for (const { param, source } of rule.typical) {
      expect(names).toContain(param);
      expect(source).not.toBe('');
    }
  });

  test('its worked case is on its page, with parameters, codes and findings', () => {
    const text = textOf(key).replace(/\s+/g, ' ');
    expect(text).toContain(`rules: ${key}:`);
    for (const name of [...parameters.map((p) => p.name), ...Object.keys(rule.codes), ...(rule.finds ?? [])])
      expect(text).toContain(name);
    expect(rule.finds !== undefined).toBe(rule.find !== undefined);
  });
});

describe.each(Object.entries(ANOMALIES))('checks.anomalies %s', (name, anomaly) => {
  test('its page says what is looked at, what tempts, and what it needs', () => {
    const text = textOf(name).replace(/\s+/g, ' ');
    for (const part of [anomaly.title, anomaly.does, anomaly.caution, anomaly.needs.join(', '), `enabled: [${name}]`])
      expect(text).toContain(part);
  });
});
