import type { ColumnTypes } from './column-types.ts';
import { maySpeak } from './notes.ts';
import { hasOtherMark } from './other-delimiter.ts';
import { remembered } from './remembered.ts';
import { foldHeader } from './table.ts';

/**
 * Tells rows about which nothing is special by their cells alone: each fits its column, and none of them begins a note, holds another file's mark or
 * names its column. Most rows are such, and most cells were seen before.
 */
export function plainRows(
  header: readonly string[],
  types: ColumnTypes,
  delimiter: string,
): (cells: readonly string[]) => boolean {
  const [first = ''] = header;
  const columns = header.map((_, column) =>
    remembered(
      (text) =>
        types.isPlain(column, text) &&
        !maySpeak(text) &&
        !hasOtherMark(text, delimiter) &&
        (column > 0 || foldHeader(text) !== foldHeader(first)),
    ),
  );
  return (cells) => {
    let isEmpty = true;
    for (let column = 0; column < columns.length; column++) {
      const text = cells[column] as string;
      if (columns[column]?.(text) !== true) return false;
      isEmpty &&= text.trim() === '';
    }
    return !isEmpty;
  };
}
