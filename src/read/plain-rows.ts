import type { ColumnTypes } from './column-types.ts';
import { maySpeak } from './notes.ts';
import { otherMarkTest } from './other-delimiter.ts';
import type { Cells } from './scan/cells.ts';
import { Lexicon } from './scan/lexicon.ts';
import { foldHeader } from './table.ts';

/** A cell, and whether it gives no reason to look at its row more closely. */
interface Cell {
  readonly text: string;
  readonly isPlain: boolean;
  readonly isEmpty: boolean;
}

/**
 * Reads rows about which nothing is special, told by their cells alone: each fits its column, and none of them begins a note, holds another file's mark or
 * names its column. Most rows are such, and most cells were seen before. Undefined for any other row.
 */
export function plainRows(
  header: readonly string[],
  types: ColumnTypes,
  delimiter: string,
): (record: Cells) => readonly string[] | undefined {
  const first = foldHeader(header[0] ?? '');
  const hasOtherMark = otherMarkTest(delimiter);
  const columns = header.map((_, column) => {
    const cellOf = (text: string): Cell => {
      const trimmed = text.trim();
      const isPlain =
        types.isPlain(column, trimmed) &&
        !maySpeak(trimmed) &&
        !hasOtherMark(text) &&
        (column > 0 || foldHeader(text) !== first);
      return { text, isPlain, isEmpty: trimmed === '' };
    };
    return { lexicon: new Lexicon(cellOf), cellOf };
  });
  return (record) => {
    const cells: string[] = [];
    let isEmpty = true;
    for (let column = 0; column < columns.length; column++) {
      const { lexicon, cellOf } = columns[column] as (typeof columns)[number];
      const cell = record.isEscaped(column)
        ? cellOf(record.text(column))
        : lexicon.of(record.bytes, record.starts[column] as number, record.ends[column] as number);
      if (!cell.isPlain) return undefined;
      cells.push(cell.text);
      isEmpty &&= cell.isEmpty;
    }
    return isEmpty ? undefined : cells;
  };
}
