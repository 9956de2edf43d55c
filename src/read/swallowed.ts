import { DELIMITERS } from './dialect.ts';
import { isCode, kindOf } from './kinds.ts';

/**
 * Whether a cell of several lines is rows that two stray quotes swallowed: its first lines would end the row that begins
 * before it, the others would be the rows that go on behind it, and the two look like rows of one table.
 */
export function isSwallowed(cells: readonly string[], delimiter: string): boolean {
  return cells.some((cell, column) => {
    const lines = cell.split(/\r\n|\n|\r/);
    // The row that begins before the cell may be split at a line end itself.
    return lines.slice(1, LINES + 1).some((_, ends) => {
      const head = [
        ...cells.slice(0, column),
        ...lines
          .slice(0, ends + 1)
          .join(' ')
          .split(delimiter),
      ];
      return tailsOf(lines.slice(ends + 1), cells.slice(column + 1), delimiter).some((tail) => {
        // One of them may have more cells than it should: it is damaged then, but rows it was.
        if (Math.min(head.length, tail.length) !== cells.length) return false;
        const begin = head.slice(0, cells.length);
        return waysIn(tail, cells.length).some((row) => isAlike(begin, row));
      });
    });
  });
}
/** Over so many lines the row that begins before the cell may go on. */
const LINES = 6;

/** The row that goes on behind a cell. The rows between may be broken themselves: split at a line end, or written with another delimiter. */
function tailsOf(lines: readonly string[], behind: readonly string[], delimiter: string): (readonly string[])[] {
  return [lines.at(-1) ?? '', lines.join(' ')].flatMap((text) =>
    [delimiter, ...DELIMITERS.filter((d) => text.includes(d))].map((d) => [...text.split(d), ...behind]),
  );
}

/** A row of a width in a row that may have more cells: the first, the last, or all where one cell was parted. */
function waysIn(cells: readonly string[], width: number): (readonly string[])[] {
  const more = cells.length - width;
  const joined = Array.from({ length: more > 0 && more <= MORE ? width : 0 }, (_, at) => [
    ...cells.slice(0, at),
    cells.slice(at, at + more + 1).join(' '),
    ...cells.slice(at + more + 1),
  ]);
  return [cells.slice(-width), cells.slice(0, width), ...joined];
}
/** Into so many more pieces a cell may be parted. */
const MORE = 3;

/** Whether two rows hold values of the same kinds in more columns than not. */
function isAlike(one: readonly string[], other: readonly string[]): boolean {
  let [same, different] = [0, 0];
  for (const [column, text] of one.entries()) {
    const [a, b] = [kindOf(text.trim()), kindOf(other[column]?.trim() ?? '')];
    if ([a, b].includes('none') || (a === 'text' && b === 'text')) continue;
    if (a === b || (isCode(a) && isCode(b))) same++;
    else different++;
  }
  return same > different;
}
