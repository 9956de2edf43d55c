import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../src/read/delimited.ts';
import { scanBytes } from '../src/read/scan/scanner.ts';
import { type StructureIndex, structureBySimd, structureInPlainCode } from '../src/read/scan/structure.ts';

const SIZE = 4096;
/** Bytes among which the ones that matter are frequent. */
const bytes = fc
  .uint8Array({ maxLength: 300 })
  .map((all) => all.map((b) => (b < 100 ? (b % 5 === 0 ? 10 : b % 5 === 1 ? 13 : b % 5 === 2 ? 34 : 44) : b)));

describe('the index made with SIMD', () => {
  const [fast, plain] = [structureBySimd(SIZE), structureInPlainCode(SIZE)];

  test('is the index made in plain code', () => {
    fc.assert(
      fc.property(bytes, (text) => {
        const found = [fast, plain].map((index) => {
          index.bytes.set(text);
          return [...index.entries.subarray(0, index.find(text.length, 44, 34))];
        });
        expect(found[0]).toEqual(found[1]);
      }),
      { numRuns: 500 },
    );
  });

  test('sees the same control characters', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), fc.nat(99), (text, from) => {
        for (const index of [fast, plain]) index.bytes.set(text);
        const start = Math.min(from, text.length);
        expect(fast.control(start, text.length)).toBe(plain.control(start, text.length));
      }),
      { numRuns: 500 },
    );
  });

  /** Cells in which quotes mostly stand where they may, and ends of lines of every kind. */
  const lines = fc
    .array(fc.constantFrom('a', '', 'b"c', '"d"', '"e,f"', '"g""h"', '""', '"', '"i\nj"', '"k"l', 'm\u001b', '\\"'))
    .chain((cells) =>
      fc
        .array(fc.constantFrom(',', ',', ',', '\n', '\r\n', '\r'), { minLength: cells.length, maxLength: cells.length })
        .map((ends) => Buffer.from(cells.map((cell, i) => cell + ends[i]).join(''))),
    );

  test('cuts records as the plain walk does', () => {
    const records = (index: StructureIndex, text: Uint8Array, how: 'doubled' | 'backslash'): unknown[] => {
      const all: unknown[] = [];
      const dialect = { delimiter: 44, quote: 34, escape: how };
      scanBytes(
        text,
        true,
        dialect,
        ({ starts, ends, flags, bytes, ...of }) => {
          const cells = Array.from({ length: of.count }, (_, i) => [starts[i], ends[i], flags[i]]);
          all.push({ ...of, cells, text: bytes.toString('latin1', of.start, of.end) });
        },
        { columns: () => 2 },
        index,
      );
      return all;
    };
    fc.assert(
      fc.property(fc.oneof(lines, bytes), fc.constantFrom('doubled', 'backslash'), (text, how) => {
        expect(records(fast, text, how)).toEqual(records(plain, text, how));
      }),
      { numRuns: 2000 },
    );
  });

  test('is compiled from its source', () => {
    const script = "import('./bench/wasm-text.mjs').then(({ wasmText }) => process.stdout.write(wasmText()))";
    const made = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(readFileSync('src/read/scan/structure.wasm.ts', 'utf8')).toBe(made);
  });
});

describe('a well-formed file', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'B', '7', ' ', '"', ',', ';', '\n', '\u00e9', "'", '.', '-'),
    maxLength: 12,
  });
  const table = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 12 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );

  test('is read as csv-parse reads it, or told', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
        const header = (rows[0] ?? []).map((_, i) => `name ${'abcdef'[i]}`);
        const text = stringify([header, ...rows], { quoted: true, record_delimiter: end });
        const theirs = (parse(text, { skip_empty_lines: false }) as string[][]).slice(1);
        const ours = await readTable(Buffer.from(text), 'drop.csv');
        if (ours.problems.length === 0) expect(ours.rows.map(({ cells }) => cells)).toEqual(theirs);
      }),
      { numRuns: 300 },
    );
  });
});
