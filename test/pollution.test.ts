import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { DAMAGES, isClean, type PollutedFile, polluted } from './support/pollution.ts';

const SEED = 1;
/** Enough rows for every kind of damage, few enough to be made at once. */
const SMALL = { rows: 30, columns: 8 };

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
