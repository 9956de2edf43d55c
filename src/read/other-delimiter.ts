import { isSure, kindOf } from './kinds.ts';

const MARKS = [',', ';', '\t', '|'];
const otherMarks = (delimiter: string): string[] => MARKS.filter((mark) => mark !== delimiter);

/** Tells whether a cell holds a mark that may part rows of other files than those of a delimiter. */
export function otherMarkTest(delimiter: string): (cell: string) => boolean {
  const marks = otherMarks(delimiter);
  return (cell) => marks.some((mark) => cell.includes(mark));
}

/** A mark as it is told. */
export const nameOf = (mark: string): string => (mark === '\t' ? 'a tab' : `"${mark}"`);

/**
 * The mark that parts a row in place of the file's delimiter: split at it, the row has as many cells as it should, and more
 * of them say what they are. Undefined for a row of this file; `cells` are as many as the header's.
 */
export function otherDelimiter(cells: readonly string[], delimiter: string, raw: () => string): string | undefined {
  const marks = otherMarks(delimiter).filter((mark) => cells.some((cell) => cell.includes(mark)));
  return marks.find((mark) => {
    const parts = raw().split(mark);
    return parts.length === cells.length && known(parts) > known(cells);
  });
}

const known = (cells: readonly string[]): number =>
  cells.filter((cell) => isSure(kindOf(unquoted(cell.trim())))).length;

const unquoted = (cell: string): string => /^"(.*)"$/s.exec(cell)?.[1] ?? cell;
