import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { render } from '../src/report/render.ts';
import type { TableName } from '../src/report/tables.ts';
import { runCase, scratchFolder } from './support/cases.ts';
import { filledWith, HOSTILE_TEXTS } from './support/hostile-texts.ts';

// What LibreOffice makes of a report: no cell computes, and what was written comes back.
const scratch = scratchFolder();
afterAll(scratch.remove);
const probe = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
const isThere = probe.status === 0;
if (!isThere)
  process.stderr.write(`LibreOffice is skipped: soffice cannot be run (${probe.error?.message ?? probe.stderr})\n`);

/** Each start of LibreOffice takes seconds: `SPREADSHEET=all` opens a CSV by every separator, and the workbook. */
const isWhole = process.env.SPREADSHEET === 'all';
const SEPARATORS = isWhole ? [',', ';', '\t', '|'] : [','];

/** Texts that a spreadsheet would show otherwise, beside those that would do something. */
const WRITTEN = [
  '+16055550134',
  '001-605-555-0134',
  '+49 (0)30 5550134',
  '007',
  '0012.50',
  '1-2',
  '12E34',
  '10:30',
  '7:5',
  'TRUE',
];
const TEXTS = [...Object.values(HOSTILE_TEXTS), ...WRITTEN];
const TABLES: readonly TableName[] = [
  'claims',
  'chains',
  'lines',
  'links',
  'metrics',
  'findings',
  'disputes',
  'funnel_plots',
];

const { document } = await runCase('.', 'rules.example.yaml', '');
const [claim, chain, line, link, metric, finding] = [
  document?.claims.find((c) => c.outcome === 'overclaimed'),
  document?.chains[0],
  document?.lines[0],
  document?.links[0],
  document?.metrics[0],
  document?.findings[0],
];
if (!document || !claim || !chain || !line || !link || !metric || !finding)
  throw new Error('the example month lacks a part');
const small = {
  ...document,
  claims: [{ ...claim, line_id: 'L', meeting_id: 'M', claimed: '1234.50', supported: '-0.05' }],
  chains: [{ ...chain, contact: 'C', company: 'F' }],
  lines: [{ ...line, clause: '7.1', amount: '-98765432.10' }],
  links: [{ ...link, id: 'X', file: 'f' }],
  metrics: [{ ...metric, clause: '8.1' }],
  findings: [finding],
  funnels: [
    {
      metric: 'show_rate',
      figures: 'restated' as const,
      count: 1,
      n: 2,
      rate: 0.5,
      agents: [
        {
          agent: 'A',
          count: 1,
          n: 2,
          rate: 0.5,
          limits_95: [0, 1] as [number, number],
          limits_99_8: [0, 1] as [number, number],
          beyond: null,
          side: null,
        },
      ],
      curve: [],
    },
  ],
};

/** One table with the rows of every text. */
async function csvOf(table: TableName, isRaw: boolean): Promise<string> {
  const all = await Promise.all(TEXTS.map((text) => render(filledWith(small, text), { format: 'csv', table, isRaw })));
  const rows = all.map((csv) => csv.slice(csv.indexOf('\n') + 1));
  return `${(all[0] ?? '').split('\n')[0]}\n${rows.join('')}`;
}

const folder = (name: string): string => {
  const path = join(scratch.path, name);
  mkdirSync(path, { recursive: true });
  return path;
};

function convert(files: readonly string[], to: string, into: string, infilter?: string): string {
  const profile = `-env:UserInstallation=file://${folder('profile')}`;
  const read = infilter === undefined ? [] : [`--infilter=CSV:${infilter}`];
  const args = [profile, '--headless', ...read, '--convert-to', to, '--outdir', folder(into), ...files];
  const done = spawnSync('soffice', args, { encoding: 'utf8', timeout: 240_000 });
  expect(done.status, done.stderr).toBe(0);
  return folder(into);
}

/** How LibreOffice reads a CSV: separator, quote, UTF-8, from line 1, and numbers, dates and times wherever it sees some. */
const reads = (separator: string): string => `${separator.charCodeAt(0)},34,76,1,,0,false,true`;
/** It writes numbers as they are, not as they look. */
const WRITES = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false';
const formulasIn = (fods: string): number => readFileSync(fods, 'utf8').match(/ table:formula=/g)?.length ?? 0;

/** A number by its value, anything else to the letter. */
const figureOr = (cell: string): string | number =>
  /^-?\d+(\.\d+)?$/.test(cell) && !/^0\d/.test(cell) ? Number(cell) : cell;
const cellsOf = (csv: string): (string | number)[][] =>
  (parse(csv, { relax_column_count: true }) as string[][]).map((row) => row.map(figureOr));

describe.skipIf(!isThere)('LibreOffice', { timeout: 300_000 }, () => {
  const into = folder('ours');
  const files = TABLES.map((table) => join(into, `${table}.csv`));

  test(`finds no formula in a CSV, opened by ${SEPARATORS.length} of 4 separators`, async () => {
    for (const [i, table] of TABLES.entries()) writeFileSync(files[i] ?? '', await csvOf(table, false));
    const plain = filledWith(small, 'Ann Lee');
    const filled = await Promise.all(TABLES.map((table) => render(plain, { format: 'csv', table })));
    const places = filled.flatMap((csv) => cellsOf(csv).flat()).filter((cell) => String(cell).includes('Ann Lee'));
    expect(places.length * Object.keys(HOSTILE_TEXTS).length).toBeGreaterThan(700);
    for (const separator of SEPARATORS) {
      const out = convert(files, 'fods', `read by ${separator.charCodeAt(0)}`, reads(separator));
      for (const table of TABLES)
        expect([separator, table, formulasIn(join(out, `${table}.fods`))]).toEqual([separator, table, 0]);
    }
  });

  test.skipIf(!isWhole)('finds some in the same CSV to the letter: it would see them', async () => {
    const raw = join(folder('raw'), 'claims.csv');
    writeFileSync(raw, await csvOf('claims', true));
    expect(formulasIn(join(convert([raw], 'fods', 'raw read', reads(',')), 'claims.fods'))).toBeGreaterThan(5);
  });

  test('gives back every cell of a CSV: phones, ids, amounts', () => {
    const out = convert(files, WRITES, 'back', reads(','));
    for (const [i, table] of TABLES.entries())
      expect(cellsOf(readFileSync(join(out, `${table}.csv`), 'utf8'))).toEqual(
        cellsOf(readFileSync(files[i] ?? '', 'utf8')),
      );
  });

  test.skipIf(!isWhole)('finds no formula in a workbook, and gives back its texts and amounts', async () => {
    const claims = TEXTS.map((text) => filledWith(small, text).claims[0] ?? claim);
    const bytes = await render({ ...small, claims }, { format: 'xlsx' });
    const file = join(folder('ours'), 'report.xlsx');
    writeFileSync(file, bytes);
    expect(formulasIn(join(convert([file], 'fods', 'book'), 'report.fods'))).toBe(0);
    // -1: every sheet into a file of its own.
    const out = convert([file], `${WRITES},false,false,-1`, 'book back');
    const shown = cellsOf(readFileSync(join(out, 'report-Claims.csv'), 'utf8'));
    const { sheets } = await readXlsx(readFileSync(file));
    const written = sheets.find(({ name }) => name === 'Claims')?.rows ?? [];
    expect(shown).toHaveLength(written.length);
    for (const [r, row] of written.entries())
      for (const [c, cell] of row.entries())
        if (typeof cell === 'string') expect(shown[r]?.[c]).toBe(figureOr(cell));
        else if (typeof cell === 'number') expect(shown[r]?.[c]).toBe(cell);
  });
});
