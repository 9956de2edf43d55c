import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readTable } from '../src/read/delimited.ts';
import { DAMAGES, isClean, type PollutedFile, polluted } from './support/pollution.ts';
import { excerptOf, pollutionRun, type Reader, tableOf } from './support/pollution-run.ts';

// A fixed seed: a file that fails, fails again. POLLUTION_SEED tries others, POLLUTION_RUNS sets how many files; a long run prints its table.
const SEED = Number(process.env.POLLUTION_SEED ?? 1);
const LONG = process.env.POLLUTION_RUNS !== undefined;
const RUNS = Number(process.env.POLLUTION_RUNS ?? 330);
/** How many failing files are shown, and how many clean files may give an alarm. */
const SHOWN = Number(process.env.POLLUTION_SHOWN ?? 5);
const ALARMS = 0.001;

/** Enough rows for every kind of damage, few enough to be made at once. */
const SMALL = { rows: 30, columns: 8 };

const read: Reader = (bytes) => readTable(bytes, 'drop.csv');

const made = (file: PollutedFile | undefined): PollutedFile => {
  if (!file) throw new Error('no table of this seed breaks so');
  return file;
};

describe('the generator of broken files', () => {
  test('makes clean tables that another reader reads as they were meant', () => {
    for (let seed = 0; seed < 60; seed++) {
      const file = made(polluted([], seed));
      const [header = [], ...rows] = parse(Buffer.from(file.bytes), { bom: true, delimiter: file.delimiter });
      expect(isClean(file, { header, rows: rows.map((cells) => ({ cells })), problems: [] })).toBe(true);
    }
  });

  test('makes the same file of the same seed, and another of every kind of damage', () => {
    for (const damage of DAMAGES) {
      const file = made(polluted([damage], SEED, SMALL));
      expect(made(polluted([damage], SEED, SMALL)), damage.kind).toEqual(file);
      expect(Buffer.compare(file.bytes, file.sound), damage.kind).not.toBe(0);
    }
    expect(new Set(DAMAGES.map(({ kind }) => kind)).size).toBe(DAMAGES.length);
  });
});

describe('a table', () => {
  test('has its rows on their lines', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const file = made(polluted([], seed));
      const { headerLine, rows } = await readTable(file.bytes, 'drop.csv');
      expect([headerLine, ...rows.map(({ line }) => line)]).toEqual([1, ...file.lines]);
    }
  });

  test('shows a delimiter of several characters as it stands in the file', async () => {
    const rows = ['id||day||note', 'A-1||2026-06-01||"one||two"', ...Array(20).fill('A-2||2026-06-02||x'), 'A-3||x'];
    const table = await readTable(Buffer.from(`${rows.join('\n')}\n`), 'drop.csv');
    expect(table.rows[0]?.cells).toEqual(['A-1', '2026-06-01', 'one||two']);
    expect(table.problems.map(({ code, excerpt }) => [code, excerpt])).toEqual([['ragged_row', 'A-3||x']]);
  });

  test('is read as it was meant, or its damage is told', { timeout: LONG ? 3_600_000 : 120_000 }, async () => {
    const findings = await pollutionRun(read, SEED, RUNS);
    if (LONG) process.stdout.write(tableOf(findings));
    const alarmed = findings.alarms.length > findings.clean * ALARMS ? findings.alarms : [];
    const excerpts: string[] = [];
    const distinct = new Map([...alarmed, ...findings.wrong].reverse().map((f) => [f.kinds.join(), f]));
    for (const failure of [...distinct.values()].reverse().slice(0, SHOWN))
      excerpts.push(await excerptOf(read, failure));
    expect({ wrong: findings.wrong.length, alarms: alarmed.length }, `\n${excerpts.join('\n\n')}\n`).toEqual({
      wrong: 0,
      alarms: 0,
    });
  });
});
