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
}

/** A header for comparison: trimmed, case-folded, `_` and blanks alike. */
export const foldHeader = (header: string): string =>
  header
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
