import { isCode, kindOf } from './kinds.ts';

/**
 * Whether a cell of several lines is rows that two stray quotes swallowed: its first line would end the row that begins
 * before it, its last would begin the row that goes on behind it, and the two look like rows of one table.
 */
export function isSwallowed(cells: readonly string[], delimiter: string): boolean {
  return cells.some((cell, column) => {
    const lines = cell.split(/\r\n|\n|\r/);
    if (lines.length < 2) return false;
    const head = [...cells.slice(0, column), ...(lines[0] ?? '').split(delimiter)];
    const tail = [...(lines.at(-1) ?? '').split(delimiter), ...cells.slice(column + 1)];
    const width = cells.length;
    // One of them may have more cells than it should: it is damaged then, but rows it was.
    if (Math.min(head.length, tail.length) !== width) return false;
    const [begin, end] = [head.slice(0, width), tail.slice(-width)];
    return isAlike(begin, end) || isAlike(begin, tail.slice(0, width));
  });
}

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
