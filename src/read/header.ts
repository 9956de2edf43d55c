import type { Found } from './dialect.ts';
import type { Shape } from './shape.ts';
import { foldHeader } from './table.ts';
import type { Teller } from './teller.ts';

/** Tells what is unusual about the header of a file: lines before it, two of one name, none, a second line. */
export function tellHeader(
  { before, header, headerLine, second, isPadded }: Shape,
  { delimiter }: Found,
  teller: Teller,
): void {
  const place = { line: headerLine };
  if (before.length) {
    const text = before.map(({ cells }) => cells.join(' ').trim()).join('\n');
    teller.tell('preamble', place, { header: headerLine, lines: before.length, text }, header.join(delimiter));
  }
  for (const [i, name] of header.entries()) {
    const column = i + 1;
    const twin = name.trim() === '' ? -1 : header.findIndex((other) => foldHeader(other) === foldHeader(name));
    if (twin >= 0 && twin < i)
      teller.tell('duplicate_header', { ...place, column }, { header: name.trim(), first: twin + 1, column });
    if (name.trim() === '' && !isPadded) teller.tell('empty_header', { ...place, column }, { column });
  }
  const columns = header.filter((name) => name.trim()).length;
  if (isPadded) teller.tell('extra_delimiters', place, { cells: header.length, columns });
  if (second)
    teller.tell('two_line_header', { line: second.line }, { first: headerLine }, second.cells.join(delimiter));
}
