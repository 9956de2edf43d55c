import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { answersOf } from '../src/report/answer.ts';
import { renderJson, writeJson } from '../src/report/json.ts';
import { sum } from '../src/report/phrases.ts';
import { render } from '../src/report/render.ts';
import { runCase, scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const EXAMPLE = ['-c', 'rules.example.yaml'];
const { document } = await runCase('.', 'rules.example.yaml', '');
if (!document) throw new Error('the example month has no report');

test('nothing to dispute has the decimals of the currency', () => {
  const dispute = answersOf({ ...document, claims: [] }).find(({ word }) => word === 'DISPUTE');
  expect(dispute?.amount).toBe('0.00');
});

test('what is owed counts the meetings of its sum, and no fee or tax that is more than was asked for', () => {
  const [owed] = document.claims.filter(({ outcome }) => outcome === 'underclaimed');
  if (!owed) throw new Error('the example owes nothing');
  const noteOf = (claims: typeof document.claims) =>
    answersOf({ ...document, claims }).find((a) => a.word === 'OWED')?.note;
  const tax = { ...owed, id: 'T', verdict: null, reason: 'tax' };
  expect(noteOf([owed, tax])).toBe('in PAY, but not claimed: 1 meeting');
  expect(noteOf([tax])).toBeUndefined();
});

test('amounts of any number of claims add up', () => {
  expect(sum(new Array(200_000).fill('0.01'))).toBe('2000.00');
  expect([sum([]), sum(['1.5', '-0.25']), sum(['-0.05', '--0.01'])]).toEqual(['0', '1.25', '-0.04']);
});

test('no amount is cut, however large', async () => {
  const bridge = document.bridge.map((step) => ({ ...step, amount: '-12345678901.25', running: '12345678901.25' }));
  const text = await render({ ...document, bridge }, { format: 'table' });
  expect(text).toContain(' 12,345,678,901.25');
  expect(text).toContain(' -12,345,678,901.25');
});

describe('JSON', () => {
  const made = (value: unknown): readonly string[] => [...renderJson(value).parts];

  test('in parts is the same bytes as in one', () => {
    const long = fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 101, maxLength: 104 });
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({ a: fc.constantFrom(undefined, null, [], {}), '##[b': long, c: fc.record({ d: fc.array(long) }) }),
    );
    fc.assert(
      fc.property(value, (one) => {
        expect(made(one).join('')).toBe(`${writeJson(one, 2)}\n`);
      }),
    );
    expect(made([...Array(200)]).join('')).toBe(`${writeJson([...Array(200)], 2)}\n`);
  });

  test('of many claims is never one text', () => {
    const claims = Array.from({ length: 1000 }, () => document.claims[0]);
    const parts = made({ audits: [{ ...document, claims }] });
    expect(parts.length).toBeGreaterThan(20);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(500_000);
  });
});

test.each(['table', 'markdown', 'html'] as const)(
  'a claim of a closed month stands apart in %s, and is not counted as matched',
  async (format) => {
    const first = document.claims.findIndex(({ outcome }) => outcome === 'matched');
    const claims = document.claims.map((c, i) => (i === first ? { ...c, adjusts: '2026-05 L7' } : c));
    const text = String(await render({ ...document, claims }, { format }));
    const matched = document.claims.filter(({ outcome }) => outcome === 'matched').length - 1;
    expect(text).toContain('Adjusted, of closed periods (1)');
    expect(text).toContain(`${matched} claims matched`);
    if (format !== 'table') expect(text).toContain(`Matched (${matched})`);
  },
);

describe('markdown', () => {
  test('of the example month', async () => {
    await expect(await render(document, { format: 'markdown' })).toMatchFileSnapshot('golden/example.md');
  });
  test('a long table is cut, and says so', async () => {
    const [claim] = document.claims;
    const claims = Array.from({ length: 100 }, (_, i) => ({ ...claim, id: `L${i}`, outcome: 'matched' as const }));
    const text = await render({ ...document, claims: claims as typeof document.claims }, { format: 'markdown' });
    expect(text).toContain('## Matched (100)');
    expect(text).toContain('... and 70 more: `--format csv --table claims`');
    expect(text.match(/^\| L\d+ /gm)).toHaveLength(30);
  });
});

describe('html', async () => {
  const page = await render(document, { format: 'html' });

  test('of the example month', async () => {
    await expect(page).toMatchFileSnapshot('golden/example.html');
  });

  test('fetches nothing and runs nothing, and says so to the browser', () => {
    const style = page.match(/<style>(.*?)<\/style>/s)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.replaceAll('&#39;', "'")).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(
      /<(script|link|img|iframe|object|form|base)\b|\s(style|on\w+|src)=|url\(|@import|@font-face/i,
    );
    for (const [, target] of page.matchAll(/href="([^"]*)"/g)) expect(target).toMatch(/^#r\d+-\d+$/);
  });

  test('every link leads to a heading, and every id is there once', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  test('headings go down one level at a time', () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
  });

  test('every claim has its trace, folded', () => {
    expect(page.match(/<details>/g)).toHaveLength(document.claims.length);
    const [, trace = ''] = page.split('<span class="unseen">claim: </span>L04</span>');
    for (const text of [
      'no_show_not_cured',
      'fixtures/example/evidence/attendance.csv:19',
      'the no-show was not cured in time',
    ])
      expect(trace.slice(0, trace.indexOf('</details>'))).toContain(text);
  });

  test('the bars of the bridge follow its sums', () => {
    const section = page.slice(page.indexOf('id="r1-1"'), page.indexOf('id="r1-2"'));
    const bars = [...section.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)];
    expect(bars.map(([, shade]) => shade)).toEqual(
      document.bridge.map(({ step, amount }) =>
        ['invoiced', 'claims_supported', 'payable'].includes(step) ? 'sum' : Number(amount) < 0 ? 'less' : 'more',
      ),
    );
    // 15,000 is the end of the scale.
    const ends = document.bridge.map(({ running }) => (Number(running) / 15_000) * 100);
    for (const [i, [, shade, x, width]] of bars.entries())
      expect(Number(x) + (shade === 'less' ? 0 : Number(width))).toBeCloseTo(ends[i] ?? 0, 1);
  });
});

describe('xlsx', async () => {
  const bytes = await render(document, { format: 'xlsx' });
  if (typeof bytes === 'string') throw new Error('not bytes');
  const { sheets } = await readXlsx(bytes, { readStyles: true });

  test('of the example month, cell by cell', async () => {
    const cell = (value: CellValue): string =>
      value instanceof Date ? `@${value.toISOString()}` : JSON.stringify(value);
    const pages = sheets.map(
      ({ name, rows }) => `# ${name}\n${rows.map((row) => row.map(cell).join('\t')).join('\n')}\n`,
    );
    await expect(pages.join('\n')).toMatchFileSnapshot('golden/example-xlsx.txt');
  });

  test('every sheet has a header that stays, filters and widths', () => {
    for (const { freezePane, autoFilter, rows, columns } of sheets) {
      expect(freezePane).toMatchObject({ rows: 1 });
      expect(autoFilter?.range).toMatch(new RegExp(`^A1:[A-Z]+${rows.length}$`));
      expect(columns?.length).toBe(rows[0]?.length);
      for (const { width } of columns ?? []) expect(width).toBeGreaterThanOrEqual(8);
    }
  });

  test('money is money, a day is a day, an id is text', () => {
    const claims = sheets.find(({ name }) => name === 'Claims');
    const column = (title: string): number => claims?.rows[0]?.indexOf(title) ?? -1;
    const cell = (title: string) => claims?.cells?.get(`4,${column(title)}`);
    expect(cell('id')).toMatchObject({ value: 'L04', style: { numFmt: '@' } });
    expect(cell('claimed')).toMatchObject({ value: 400, style: { numFmt: '#,##0.00;[Red]-#,##0.00' } });
    expect(cell('dispute_by')?.value).toEqual(new Date('2026-07-07T23:59:59Z'));
    expect(claims?.rows[1]?.[column('recognized')]).toEqual(new Date('2026-05-29T00:00:00Z'));
    const disputes = sheets.find(({ name }) => name === 'Disputes');
    const kept = (title: string) => disputes?.cells?.get(`1,${disputes.rows[0]?.indexOf(title)}`);
    expect(kept('next_deadline')?.value).toEqual(new Date('2026-07-01T17:00:00Z'));
    expect(kept('reject_by')?.value).toEqual(new Date('2026-07-01T17:00:00Z'));
    for (const title of ['lost', 'at_stake']) expect(kept(title)?.style?.numFmt).toBe('#,##0.00;[Red]-#,##0.00');
  });

  test('money has the decimals of its currency, also beside another one', async () => {
    const [first, second, third, ...others] = document.claims;
    if (!first || !second || !third) throw new Error('no claims');
    const claims = [
      { ...first, claimed: '1150.250' },
      { ...second, claimed: '15025' },
      { ...third, claimed: '400.00' },
      ...others.map((c) => ({ ...c, claimed: '0.000' })),
    ];
    const mixed = await render({ ...document, claims }, { format: 'xlsx' });
    if (typeof mixed === 'string') throw new Error('not bytes');
    const page = (await readXlsx(mixed, { readStyles: true })).sheets.find(({ name }) => name === 'Claims');
    const column = page?.rows[0]?.indexOf('claimed') ?? -1;
    expect([1, 2, 3].map((row) => page?.cells?.get(`${row},${column}`)?.style?.numFmt)).toEqual([
      '#,##0.000;[Red]-#,##0.000',
      '#,##0;[Red]-#,##0',
      '#,##0.00;[Red]-#,##0.00',
    ]);
  });

  test('what a sheet cannot count in stays text, to the last digit', async () => {
    const claims = document.claims.map((c) => ({ ...c, claimed: '123456789012345678.90' }));
    const large = await render({ ...document, claims }, { format: 'xlsx' });
    if (typeof large === 'string') throw new Error('not bytes');
    const [, { rows } = { rows: [] }] = (await readXlsx(large)).sheets;
    expect(rows[1]).toContain('123456789012345678.90');
  });

  test('the same bytes whenever it is made', async () => {
    expect(await render(document, { format: 'xlsx' })).toEqual(bytes);
    const file = join(scratch.path, 'other.xlsx');
    await leadaudit(['reconcile', ...EXAMPLE, '--exit-zero', '--format', 'xlsx', '-q', '-o', file], {
      env: { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

describe('what goes where', () => {
  test.each([
    [['--format', 'xlsx'], '--format xlsx: it is a file, not text'],
    [['--format', 'json', '--raw'], '--raw: it does nothing to --format json'],
    [['--redact'], '--redact: no key to hash with'],
  ])('%j is a problem before anything is read', async (flags, says) => {
    const { code, stdout, stderr } = await leadaudit(['reconcile', '-c', 'nowhere.yaml', ...flags]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('nowhere.yaml');
  });

  const several = ['reconcile', ...EXAMPLE, '-c', join(scratch.path, 'nowhere.yaml')];
  const simulate = ['simulate', ...EXAMPLE, '--set', 'fees.cap=null'];
  test.each([
    ['a page of a simulation', simulate, 'html', 'simulation-2026-06.html', '<h2 id="r1-1">Side by side</h2>'],
    ['a page of several SOWs', several, 'markdown', 'summary.md', 'nowhere.yaml could not be audited'],
  ])('%s', async (what, args, format, name, says) => {
    const folder = `${join(scratch.path, what)}/`;
    await leadaudit([...args, '--format', format, '-q', '-o', folder]);
    expect(readFileSync(`${folder}${name}`, 'utf8')).toContain(says);
  });
  test.each([
    ['a workbook of a simulation', simulate, ['Changes', 'Claims', 'Effects']],
    [
      'a workbook of several SOWs',
      several,
      ['Summary', 'Claims', 'Lines', 'Bridge', 'Metrics', 'Disputes', 'Findings', 'Sources'],
    ],
  ])('%s', async (what, args, names) => {
    const file = join(scratch.path, `${what}.xlsx`);
    await leadaudit([...args, '--format', 'xlsx', '-q', '-o', file]);
    expect((await readXlsx(readFileSync(file))).sheets.map((sheet) => sheet.name)).toEqual(names);
  });
});
