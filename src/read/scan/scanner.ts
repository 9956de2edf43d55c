import type { Cells, Dialect } from './cells.ts';
import { type StructureIndex, structureIndex } from './structure.ts';
import { RECORD_LIMIT, type ScanOptions, Walk } from './walk.ts';

/** Fills `into` from the front with the next bytes of a UTF-8 text; 0 at its end. */
export type Fill = (into: Uint8Array) => Promise<number>;

const CHUNK = 1 << 18;
const SIZE = RECORD_LIMIT + CHUNK;

/**
 * Reads a delimited text record by record, and gives control back after each filling. A quote opens only where it also closes;
 * one that does not costs its own line, and reading goes on behind it. Memory is bounded by the longest record; time is
 * linear, since a line that was given up is read once more, as a line, and never again.
 */
export async function* scan(
  fill: Fill,
  dialect: Dialect,
  take: (record: Cells) => void,
  options: ScanOptions = {},
): AsyncGenerator<void> {
  const index = structureIndex(SIZE);
  const walk = new Walk(index, dialect, take, options);
  let length = 0;
  for (let isEnd = false; !isEnd; ) {
    const got = await fill(index.bytes.subarray(length, Math.min(SIZE, length + CHUNK)));
    isEnd = got === 0;
    length += got;
    const used = walk.records(length, isEnd);
    index.bytes.copyWithin(0, used, length);
    length -= used;
    yield;
  }
}

/** Reads the records of bytes at hand; `index` may serve several readings. Without `isWhole` the last line is left, as it may go on. */
export function scanBytes(
  bytes: Uint8Array,
  isWhole: boolean,
  dialect: Dialect,
  take: (record: Cells) => void,
  options: ScanOptions = {},
  index: StructureIndex = scanIndex(bytes.length),
): void {
  const walk = new Walk(index, dialect, take, options);
  let length = 0;
  for (let at = 0; ; ) {
    const got = Math.min(bytes.length - at, CHUNK, index.bytes.length - length);
    index.bytes.set(bytes.subarray(at, at + got), length);
    at += got;
    length += got;
    if (got === 0 && !isWhole) return;
    const used = walk.records(length, got === 0);
    index.bytes.copyWithin(0, used, length);
    length -= used;
    if (got === 0) return;
  }
}

/** A buffer and index with which `scanBytes` can read so many bytes again and again. */
export const scanIndex = (length: number): StructureIndex => structureIndex(Math.min(SIZE, length + 64));
