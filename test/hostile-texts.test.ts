import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { afterAll, describe, expect, test } from 'vitest';
import { forHtml, forMarkdown, forTerminal } from '../src/report/escape.ts';
import { render } from '../src/report/render.ts';
import { openCase, runCase, scratchFolder } from './support/cases.ts';
import { filledWith, HOSTILE_TEXTS } from './support/hostile-texts.ts';

const { document } = await runCase('.', 'rules.example.yaml', '');
if (!document) throw new Error('the example month has no report');
const scratch = scratchFolder();
afterAll(scratch.remove);
// Its charts name agents and a metric.
const charted = openCase('test/cases/checks-funnel.md', scratch.path);
const { document: charts } = await runCase(charted.folder, charted.rules, charted.expected[0]?.run ?? '');
if (!charts?.drift || !charts.funnel_plots.length) throw new Error('the case has no charts');
// A little of each kind is enough, and keeps the table quick.
const doc = {
  ...document,
  claims: document.claims.slice(0, 4),
  chains: document.chains.slice(0, 3),
  lines: document.lines.slice(0, 2),
  metrics: document.metrics.slice(0, 2),
  findings: document.findings.slice(0, 2),
  links: document.links.slice(0, 2),
  buckets: document.buckets.slice(0, 2),
  inputs: document.inputs.slice(0, 2),
  assumptions: document.assumptions.slice(0, 2),
  drift: charts.drift,
  funnel_plots: charts.funnel_plots,
};
const plain = filledWith(doc, 'Ann Lee');
const CONTROL = /[\p{Cc}\p{Bidi_Control}\p{Cs}\uffff]/u;

/** The text of a page as a browser shows it. */
const shownBy = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#91;', '[')
    .replaceAll('&amp;', '&');
/** Its elements and attributes, without what they say. */
const bonesOf = (html: string): string[] =>
  [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/(aria-label|alt)="[^"]*"/g, '$1'));
const markdownPage = (text: string): string => micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

const bones = {
  html: bonesOf(await render(plain, { format: 'html' })),
  markdown: bonesOf(markdownPage(await render(plain, { format: 'markdown' }))),
};

const hostile = Object.entries(HOSTILE_TEXTS);
describe.each(hostile)('%s is text', (_, text) => {
  const filled = filledWith(doc, text);
  const seen = forTerminal(text);

  test('on a terminal and in a log', async () => {
    const shown = await render(filled, { format: 'table' });
    expect(shown.replaceAll('\n', '')).not.toMatch(CONTROL);
    expect(shown).not.toMatch(/^\s*::|##\[/m);
  });

  test.each([',', ';', '\t', '|'])('in a CSV that is opened with %j', async (delimiter) => {
    const csv = await render(filled, { format: 'csv' });
    expect(csv.replaceAll('\n', '')).not.toMatch(CONTROL);
    expect(csv).not.toMatch(/^\s*::|##\[/m);
    // As spreadsheets read it: what is no quote at the beginning of a cell is a letter.
    const cells: string[] = parse(csv, { delimiter, relax_quotes: true, relax_column_count: true }).flat();
    const [, ...ours] = cells.filter((cell) => !/^-?\d+(\.\d+)?$/.test(cell));
    for (const cell of ours) expect(cell).not.toMatch(/^[\s"]*[=+\-@\uff1d]/);
  });

  test('in a CSV for programs to the letter', async () => {
    const [first] = parse(await render(filled, { format: 'csv', isRaw: true }), { columns: true });
    // Half a character has no bytes.
    const written = text.replace(/\p{Cs}/gu, '\ufffd');
    expect(first).toMatchObject({ id: written, contact: written, why: written });
  });

  test('in JSON and NDJSON to the letter, in bytes that do nothing', async () => {
    const json = await render(filled, { format: 'json' });
    expect(JSON.parse(json)).toEqual(filled);
    const line = (await render(filled, { format: 'ndjson' })).split('\n')[0] ?? '';
    expect(JSON.parse(line)).toMatchObject({ contact: text, why: text });
    for (const bytes of [json, line]) {
      expect(bytes.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(bytes).not.toMatch(/^\s*::|##\[/m);
    }
  });

  test('in HTML: the page has the same elements', async () => {
    const page = await render(filled, { format: 'html' });
    expect(page.replaceAll('\n', '')).not.toMatch(CONTROL);
    expect(page).not.toMatch(/^\s*::|##\[/m);
    expect(bonesOf(page)).toEqual(bones.html);
    expect(shownBy(page)).toContain(shownBy(forHtml(text)));
  });

  test('in Markdown: the page has the same elements and shows it', async () => {
    const markdown = await render(filled, { format: 'markdown' });
    expect(markdown.replaceAll('\n', '')).not.toMatch(CONTROL);
    expect(markdown).not.toMatch(/^\s*::|##\[/m);
    const page = markdownPage(markdown);
    expect(bonesOf(page)).toEqual(bones.markdown);
    expect(shownBy(page).replaceAll('\u200b', '').replace(/\s+/g, ' ')).toContain(seen.replace(/\s+/g, ' ').trim());
    // Nobody is called, and no issue is referred to; code hosts do not look into code.
    expect(shownBy(page.replace(/<code>.*?<\/code>/gs, ''))).not.toMatch(/(^|[^\w])@\w|[#!]\d|GH-\d/);
  });
});

test('a name from right to left keeps the numbers behind it in their place, on pages too', () => {
  expect(forHtml('calls of محمد علي: 3 of 99')).toBe('calls of محمد علي&#8206;: 3 of 99');
  expect(forHtml('محمد علي')).toBe('محمد علي&#8206;');
  expect(forMarkdown('calls of محمد علي: 3 of 99')).toBe('calls of محمد علي&#8206;: 3 of 99');
  expect(forHtml('محمد came, 3')).toBe('محمد came, 3');
});

test('in a workbook every hostile text is a cell of text, to the letter', async () => {
  const [claim] = doc.claims;
  if (!claim) throw new Error('no claim');
  const claims = hostile.map(([, text]) => ({ ...claim, id: text, contact: text, why: text }));
  const bytes = await render({ ...doc, claims }, { format: 'xlsx' });
  if (typeof bytes === 'string') throw new Error('not bytes');
  const { sheets } = await readXlsx(bytes);
  const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
  expect(cells.filter((cell) => cell.formula !== undefined || cell.type === 'error')).toEqual([]);
  const rows = sheets.find((sheet) => sheet.name === 'Claims')?.rows.slice(1) ?? [];
  const visible = (text: string): string =>
    text
      .replace(/[\r\n\t]/g, ' ')
      .replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}\uffff]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
  expect(rows.map((row) => row[0])).toEqual(hostile.map(([, text]) => visible(text)));
});
