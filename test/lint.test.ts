import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { type LintDocument, lintDocumentOf } from '../src/report/lint/document.ts';
import { LINT_FORMATS, type LintFailOn } from '../src/report/lint/formats.ts';
import { PLAIN } from '../src/report/render.ts';
import { parseDuration } from '../src/sow/duration.ts';
import { neverEndsBefore } from '../src/sow/lint/lengths.ts';
import { silencesOf } from '../src/sow/lint/silences.ts';
import { LINTS } from '../src/sow/lint/table.ts';
import { loadSow } from '../src/sow/load.ts';
import type { YamlValue } from '../src/sow/yaml.ts';
import { openCase, scratchFolder } from './support/cases.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

interface Expected {
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly says: string;
}

const pages = readdirSync('test/lint')
  .sort()
  .map((file) => openCase(join('test/lint', file), scratch.path))
  .map(({ name, folder, expected }) => ({ name, folder, wanted: expected as unknown as Expected[] }));

function lintText(text: string, failOn: LintFailOn = 'error'): LintDocument {
  return lintDocumentOf({ file: 'rules.yaml', ...loadSow(text, 'rules.yaml') }, failOn);
}
const lintOf = (folder: string, file: string): LintDocument => lintText(readFileSync(join(folder, file), 'utf8'));

describe.each(pages)('test/lint/ $name', ({ name, folder, wanted }) => {
  const placed = wanted.map(({ key, line, column }) => ({ key, line, column }));
  const found = (file: string) => lintOf(folder, file).results.filter((r) => r.code === name);

  test('finds it at its place, and nothing else of the kind', () => {
    const places = found('rules.yaml').map(({ key, line, column }) => ({ key, line, column }));
    // Every file is silent on something else too.
    if (name === 'silent') expect(places).toEqual(expect.arrayContaining(placed));
    else expect(places).toEqual(placed);
    for (const { key, says } of wanted) expect(found('rules.yaml').find((r) => r.key === key)?.message).toContain(says);
  });

  test('does not find it where it is mended', () => {
    expect(lintOf(folder, 'mended.yaml').sow).not.toBeNull();
    const keys = found('mended.yaml').map((r) => r.key);
    expect(keys.filter((key) => name !== 'silent' || wanted.some((w) => w.key === key))).toEqual([]);
  });
});

test('what an amendment brings is found in the amendment, and what it builds on is not found twice', () => {
  const text = (from: string): string => `version: 1
sow: { id: CASE, client: Alder, vendor: Brightline, currency: USD, time_zone: America/New_York }
rules:
  billable: { event: held }
  no_show: { clause: "6.1", cure_within: 7 days }
  prospect_reschedule: { clause: "6.2", within: ${from} }
amendments:
  - from: 2026-06-15
    rules: { no_show: { cure_within: 40 days } }
`;
  const found = (within: string) =>
    lintText(text(within)).results.flatMap((r) =>
      r.code === 'window_never_ends' ? [[r.key, r.clause, r.line, r.column]] : [],
    );
  expect(found('30 days')).toEqual([['amendments.0.rules.no_show.cure_within', '6.1', 9, 25]]);
  expect(found('5 days')).toHaveLength(2);
  expect(found('60 days')).toEqual([]);
});

test('every check has its page', () => {
  expect(pages.map(({ name }) => name).sort()).toEqual(Object.keys(LINTS).sort());
});

test('every question that a SOW should answer is asked where it is silent', () => {
  const silent = silencesOf({ fees: { retainer: {} } }).flatMap((point) => point.silent.map(({ key }) => key));
  const questions: Readonly<Record<string, readonly string[]>> = {
    're-hold after a no-show': ['rules.no_show.cure_within'],
    'who owes rebooking': ['rules.no_show.rebook_owner'],
    'what deemed acceptance cures': ['rules.acceptance.deemed_cures'],
    'cap before or after replacements': ['fees.order'],
    'clock or business hours': ['rules.client_reschedule.notice', 'sow.business_hours'],
    'holiday calendar': ['sow.business_hours.holidays'],
    'recognition date': ['rules.billable.recognized'],
    'duplicate comparator': ['rules.duplicates.against'],
    'customer list version and grace': ['sources.customers', 'rules.exclusions.customers.grace'],
    'inbound window and touch type': [
      'rules.attribution.credit_after_touch',
      'rules.attribution.inbound_lookback',
      'rules.attribution.qualifying_touch',
    ],
    'what is payable in the notice period': ['rules.termination.notice', 'fees.retainer.prorate'],
    tail: ['rules.termination.tail', 'rules.termination.tail_for'],
    rounding: ['fees.rounding'],
  };
  for (const [item, keys] of Object.entries(questions))
    expect([item, keys.filter((key) => !silent.includes(key))]).toEqual([item, []]);
});

test('a question about a block that is not there is not asked', () => {
  const asked = (value: YamlValue): string[] =>
    silencesOf(value).flatMap((point) => point.silent.map(({ key }) => key));
  expect(asked({})).not.toContain('fees.retainer.prorate');
  expect(asked({ fees: { retainer: { amount: '1.00' } } })).toContain('fees.retainer.prorate');
});

test.each([
  ['30 days', '30 days', true, true],
  ['31 days', '30 days', true, false],
  ['2 months', '30 days', true, false],
  ['1 month', '30 days', false, false],
  ['30 days', '1 month', false, false],
  ['24 hours', '24 hours', true, true],
  ['72 hours', '1 day', true, false],
  ['24 hours', '1 day', false, false],
  ['5 business days', '3 business days', true, false],
  ['5 business days', '5 days', false, false],
  ['5 business days', '2 days', true, false],
  ['24 business hours', '1 business days', false, false],
])('%s never ends before %s: %j, and the other way round: %j', (a, b, forth, back) => {
  const [x, y] = [parseDuration(a), parseDuration(b)];
  if (!x || !y) throw new Error('no durations');
  expect([neverEndsBefore(x, y), neverEndsBefore(y, x)]).toEqual([forth, back]);
});

describe('the formats', () => {
  const warned = readFileSync(join(pages.find((p) => p.name === 'two_prices')?.folder ?? '', 'rules.yaml'), 'utf8');
  const broken = warned.replace('version: 1', 'version: 1\nrulez: {}').replace('event: held', 'event: hold');
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  // The published schema of SARIF 2.1.0 (rtm.5, as @microsoft/jest-sarif 1.0.0-beta.0 ships it, MIT). It is written for draft 4; what
  // it uses means the same in draft 7.
  const { $schema: _, id: __, ...sarif } = JSON.parse(readFileSync('test/support/sarif-2.1.0.schema.json', 'utf8'));
  const isSarif = ajv.compile(sarif);
  const isDocument = ajv.compile(JSON.parse(readFileSync('schemas/lint.schema.json', 'utf8')));
  const render = async (doc: LintDocument, format: 'json' | 'sarif' | 'table'): Promise<string> =>
    (await LINT_FORMATS[format].load())(doc, { width: 80, paint: PLAIN });

  test.each([
    ['a sound file with warnings', warned],
    ['a file with errors', broken],
    ['a file that is no YAML', 'version: [1'],
  ])('%s is valid SARIF and a valid document', async (_name, text) => {
    const doc = lintText(text);
    const log = JSON.parse(await render(doc, 'sarif'));
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    expect(isDocument(JSON.parse(await render(doc, 'json'))), JSON.stringify(isDocument.errors)).toBe(true);
    const [{ tool, results }] = log.runs;
    expect(results.length).toBe(doc.results.length);
    expect(results.length).toBeGreaterThan(0);
    for (const [i, r] of doc.results.entries()) {
      expect(tool.driver.rules[results[i].ruleIndex].id).toBe(r.code);
      const { region, artifactLocation } = results[i].locations[0].physicalLocation;
      expect([artifactLocation.uri, region.startLine, region.startColumn]).toEqual([r.file, r.line, r.column]);
    }
  });

  test.each([
    ['rules.yaml', 'rules.yaml'],
    ['sow #1/rules.yaml', 'sow%20%231/rules.yaml'],
    ['/a b/rules.yaml', 'file:///a%20b/rules.yaml'],
  ])('the path %s is the URI %s', async (file, uri) => {
    const log = JSON.parse(await render(lintDocumentOf({ file, ...loadSow(warned, file) }, 'error'), 'sarif'));
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('the SARIF schema refuses what is none', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
    expect(
      isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'bad' }] }] }),
    ).toBe(false);
  });

  test('foreign text is shown, never obeyed, on 80 columns', async () => {
    const bad = '\\u001b[2J\\u202e';
    const doc = lintText(warned.replace('"7.1"', `"${bad}"`).replace('CASE', 'A "case" of #1'));
    for (const format of ['table', 'json', 'sarif'] as const) {
      const text = await render(doc, format);
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
      if (format === 'table') for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});
