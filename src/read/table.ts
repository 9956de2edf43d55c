import type { Problem } from '../problems/problem.ts';

/** One row of cells with the line it starts on. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file as a table: its header and its rows, before anybody knows what the columns mean. */
export interface Table {
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
  /** Lines before the header, as cells. */
  readonly before: readonly TableRow[];
  readonly problems: readonly Problem[];
  /** It is one JSON text: where that ends, nothing can follow. */
  readonly isOneText?: boolean;
}

/** Rows of a file so far: read, and set aside. */
export interface Counts {
  readonly rows: number;
  aside: number;
  /** The file shows where it ends: one JSON text, a calendar, a footer that counts the rows. Any other, cut behind a row, looks whole. */
  hasEnd: boolean;
}

/** A header for comparison: trimmed, case-folded, `_` and blanks alike, without the star of a field that must be filled. */
export const foldHeader = (header: string): string =>
  header
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^\*\s?|\s?\*$/g, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
