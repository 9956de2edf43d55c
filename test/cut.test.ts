import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Problem } from '../src/problems/problem.ts';
import { readTable } from '../src/read/delimited.ts';
import { runCase, scratchFolder } from './support/cases.ts';
import { diceOf } from './support/dice.ts';
import { presetPages, recordsIn, sourceOf, sourcesOf } from './support/sources.ts';

// CUTS: how many cuts a file, or `all` for every byte of it; RUN_CUTS: the same for whole runs, which take their time.
// CUT_PART=3/8: of a large file only every eighth piece from the third on, so that `all` can be run in parts.
const CUTS = process.env.CUTS ?? '12';
const [PART = 1, PARTS = 1] = (process.env.CUT_PART ?? '1/1').split('/').map(Number);
const RUN_CUTS = Number(process.env.RUN_CUTS ?? 1);
const PATIENCE = { timeout: process.env.CUTS || process.env.RUN_CUTS ? 4 * 3_600_000 : 60_000 };

/** Bytes from which a file takes its time. */
const LARGE = 65_536;
const RULES = 'rules.example.yaml';
const FOLDERS = ['fixtures/example', 'test/presets'].filter((folder) => existsSync(folder));
const filesOf = (folder: string, endings: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.includes(extname(name)))
    .map((name) => join(folder, name))
    .sort();

/** Where a file is cut: before every byte, or before some that a seed names, fewer of a large file. */
function cutsOf(file: string, size: number, wanted: string): number[] {
  if (wanted === 'all') return Array.from({ length: size }, (_, at) => at);
  const dice = diceOf([...file].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7));
  return Array.from({ length: Math.ceil(Number(wanted) / (size > LARGE ? 4 : 1)) }, () => dice.whole(0, size - 1));
}

/** Rows of a piece. */
const ROWS = 12;
/**
 * A file to cut at every byte: itself, or a large one in pieces, each under the header. A cut of a large file costs as much
 * as reading it, so that all cuts of it take hours; of its pieces, which hold every byte of it as well, minutes.
 */
function piecesOf(bytes: Buffer): Buffer[] {
  if (bytes.length <= LARGE) return [bytes];
  const [header = '', ...rows] = bytes.toString('latin1').split(/(?<=\n)/);
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, n) =>
    Buffer.from(header + rows.slice(n * ROWS, (n + 1) * ROWS).join(''), 'latin1'),
  ).filter((_, n) => n % PARTS === PART - 1);
}

const lineEnds = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll('\0', '')
    .split(/\r\n|\r|\n/).length - 1;
const endsLine = (bytes: Uint8Array): boolean => /[\r\n]\0?$/.test(Buffer.from(bytes).toString('latin1'));
/** Files of JSON that hold a text a line, under whatever ending. */
const isLineJson = (file: string, bytes: Buffer): boolean =>
  file.includes('json') && /\}\s*\n\s*\{/.test(bytes.toString());
/** Whether a file can end here: behind a line, or behind a record of a file of one JSON text a line; one JSON text has one end. */
const endsRecord = (file: string, all: Buffer, part: Buffer): boolean =>
  isLineJson(file, all)
    ? endsLine(part) || isWholeJson(part.toString().trimEnd().split('\n').at(-1))
    : extname(file) !== '.json' && endsLine(part);
const isWholeJson = (line = ''): boolean => {
  try {
    return JSON.parse(line) !== undefined;
  } catch {
    return false;
  }
};
/** What a row says and where it stands; its number moves when one before it is taken out. */
const textOf = (row: Record<string, unknown>): string =>
  JSON.stringify({ ...row, row: { ...(row.row as object | undefined), n: undefined } });
const lineOf = (row: Record<string, unknown>): number | undefined =>
  (row.row as { readonly line?: number } | undefined)?.line;
const name = ({ code, place }: Problem): string => `${code}:${place.line ?? 0}`;
const isTold = (whole: readonly Problem[], cut: readonly Problem[]): boolean => {
  const known = new Set(whole.map(name));
  return cut.some((problem) => !known.has(name(problem)));
};

type Table = Awaited<ReturnType<typeof readTable>>;
const cellsOf = ({ header, rows }: Table): string[][] =>
  [header, ...rows.map(({ cells }) => cells)].map((cells) => [...cells]);

type Cut = 'same' | 'told' | 'at the end of a record' | 'silently other';

/** What a reader made of the first bytes of a file whose whole it has read. */
function judged(bytes: Uint8Array, whole: Table, cut: Table): Cut {
  // That a file holds no row is told where its source is known.
  if (cut.rows.length === 0) return 'told';
  const [all, some] = [cellsOf(whole), cellsOf(cut)];
  const isPrefix = some.every((cells, i) => JSON.stringify(cells) === JSON.stringify(all[i]));
  if (isTold(whole.problems, cut.problems)) return 'told';
  if (isPrefix && some.length === all.length) return 'same';
  // Behind the end of a record nothing shows that there were more; but the rest must read the same.
  const line = lineEnds(bytes) + 1;
  const [last, next] = [whole.rows[some.length - 2]?.line ?? whole.headerLine, whole.rows[some.length - 1]?.line];
  // Of lines before the header a table may be made; that it lacks the columns of its source is told where that is known.
  if (endsLine(bytes) && line <= whole.headerLine) return 'at the end of a record';
  const isBetween = endsLine(bytes) && next !== undefined && last < line && line <= next;
  return isPrefix && isBetween && some.length > 0 ? 'at the end of a record' : 'silently other';
}

describe.each(FOLDERS)('a delimited file of %s', (folder) => {
  test.each(filesOf(folder, ['.csv', '.tsv', '.txt']))(
    '%s cut anywhere reads the same or is told',
    PATIENCE,
    async (file) => {
      const all = readFileSync(file);
      const found: Record<Cut, number> = { same: 0, told: 0, 'at the end of a record': 0, 'silently other': 0 };
      const wrong: string[] = [];
      for (const bytes of CUTS === 'all' ? piecesOf(all) : [all]) {
        const whole = await readTable(bytes, file);
        for (const at of cutsOf(file, bytes.length, CUTS)) {
          const part = bytes.subarray(0, at);
          const cut = judged(part, whole, await readTable(part, file));
          found[cut]++;
          if (cut === 'silently other')
            wrong.push(`${at}: ...${JSON.stringify(part.subarray(Math.max(0, at - 80)).toString())}`);
        }
      }
      if (process.env.CUTS) process.stdout.write(`${file}: ${JSON.stringify(found)}\n`);
      expect(wrong.length, `\n${wrong.slice(0, 3).join('\n')}\n`).toBe(0);
    },
  );
});

describe.each([...presetPages().map(({ preset, page }) => sourceOf(preset, page)), ...sourcesOf(RULES, '2026-06')])(
  'the records of $folder/$file',
  (one) => {
    const scratch = scratchFolder();
    afterAll(scratch.remove);
    const path = join(scratch.path, one.file);
    mkdirSync(dirname(path), { recursive: true });
    const read = async (bytes: Uint8Array) => {
      writeFileSync(path, bytes);
      const { rows, problems } = await recordsIn(one, scratch.path);
      return { rows: rows.map(textOf), lines: rows.map(lineOf), problems };
    };

    // What an audit says follows from the records and from what was told of them, so that no cut needs an audit of its own.
    test('are the same of a file cut anywhere, or it is told', PATIENCE, async () => {
      const file = join(one.folder, one.file);
      const all = readFileSync(file);
      const found: Record<Cut, number> = { same: 0, told: 0, 'at the end of a record': 0, 'silently other': 0 };
      const wrong: string[] = [];
      for (const bytes of CUTS === 'all' ? piecesOf(all) : [all]) {
        const whole = await read(bytes);
        // Of a log of events, a row that a later one took the place of counts while that one is missing.
        const taken = new Set(
          whole.problems.flatMap(({ code, place }) => (code === 'superseded_row' ? [place.line] : [])),
        );
        for (const at of cutsOf(`records ${file}`, bytes.length, CUTS)) {
          const part = bytes.subarray(0, at);
          const { rows, lines, problems } = await read(part);
          const isPrefix = rows.every((row, i) => row === whole.rows[i]);
          const isOfThem = rows.every((row, i) => whole.rows.includes(row) || taken.has(lines[i]));
          let cut: Cut = 'silently other';
          if (isTold(whole.problems, problems)) cut = 'told';
          else if (isPrefix && rows.length === whole.rows.length) cut = 'same';
          else if ((isPrefix || isOfThem) && endsRecord(file, all, part)) cut = 'at the end of a record';
          found[cut]++;
          if (cut === 'silently other')
            wrong.push(`${at}: ...${JSON.stringify(part.subarray(Math.max(0, at - 80)).toString())}`);
        }
      }
      if (process.env.CUTS) process.stdout.write(`records of ${file}: ${JSON.stringify(found)}\n`);
      expect(wrong.length, `\n${wrong.slice(0, 3).join('\n')}\n`).toBe(0);
    });
  },
);

describe('the bill of the example month', async () => {
  const scratch = scratchFolder();
  afterAll(scratch.remove);
  copyFileSync(RULES, join(scratch.path, RULES));
  cpSync('fixtures/example', join(scratch.path, 'fixtures/example'), { recursive: true });
  const run = async () => {
    const { document, problems } = await runCase(scratch.path, RULES, '');
    const isEndUnknown = document?.not_checked.some(({ rule }) => rule === 'sources.file');
    return { bill: document && JSON.stringify({ ...document, inputs: [] }), isEndUnknown, problems };
  };
  const whole = await run();

  test.each(filesOf('fixtures/example', ['.csv', '.json']))(
    'is the same, or told, when %s is cut',
    PATIENCE,
    async (file) => {
      const bytes = readFileSync(file);
      const path = join(scratch.path, file);
      for (const at of cutsOf(`run ${file}`, bytes.length, String(RUN_CUTS))) {
        const part = bytes.subarray(0, at);
        writeFileSync(path, part);
        const { bill, isEndUnknown, problems } = await run();
        const isSame = bill !== undefined && bill === whole.bill;
        // Behind a row nothing shows that there were more; that nothing does is said.
        const isSaid = endsLine(part) && extname(file) === '.csv' && isEndUnknown === true;
        expect(isSame || isSaid || isTold(whole.problems, problems), `cut before byte ${at}`).toBe(true);
      }
      writeFileSync(path, bytes);
    },
  );
});
