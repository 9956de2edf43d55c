import { type Damage, type Draft, type Line, quoted, takeRow, takeRows } from '../draft.ts';

type Where = (rows: number, row: number) => boolean;
const anywhere: Where = () => true;
const early: Where = (rows, row) => row <= Math.ceil(rows / 4);
const late: Where = (rows, row) => row > rows / 2;
const last: Where = (rows, row) => row === rows;

/** Changes one cell of one row. The cell comes as it would be written and as it is meant. */
const cell = (
  kind: string,
  fits: (written: string, meant: string, draft: Draft) => boolean,
  change: (written: string, meant: string, draft: Draft) => string,
  where: Where = anywhere,
): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    const rows = draft.clean.rows.length;
    const columnsOf = (line: Line): number[] =>
      line.cells.flatMap((written, i) => (fits(written, line.record[i] ?? '', draft) ? [i] : []));
    const line = takeRow(
      draft,
      (row) => where(rows, draft.clean.rows.indexOf(row.record as string[]) + 1) && columnsOf(row).length > 0,
    );
    if (!line) return false;
    const column = draft.dice.pick(columnsOf(line));
    line.cells[column] = change(line.cells[column] ?? '', line.record[column] ?? '', draft);
    return true;
  },
});

const isBare = (written: string, meant: string): boolean => written === meant && written.length > 1;
const isQuoted = (written: string): boolean => /^".*"$/s.test(written);
const hasDelimiter = (_: string, meant: string, { dialect }: Draft): boolean =>
  meant.includes(dialect.delimiter) && !/^".*"$/s.test(meant);
const hasLineEnd = (_: string, meant: string): boolean => meant.includes('\n');
/** Where one cell alone stands in quotes, whatever they are, they are the quotes of the file. */
const hasOthers = ({ lines }: Draft): boolean => lines.flatMap(({ cells }) => cells.filter(isQuoted)).length > 1;
/** The quote of the file: in one that is quoted with apostrophes a double quote is a letter like any other. */
const quoteOf = ({ dialect }: Draft): string => (dialect.open === "'" ? "'" : '"');
const middle = (text: string, draft: Draft): number => draft.dice.whole(1, text.length - 1);

/** Spaces on some cells. */
const spaced = (kind: string, fits: (written: string) => boolean, left: string, right: string): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    const rows = takeRows(draft, 1, ({ cells }) => cells.some(fits));
    for (const line of rows) line.cells = line.cells.map((text) => (fits(text) ? left + text + right : text));
    return rows.length > 0;
  },
});

/** A quote opens in one row and the next one closes a cell of a later row: all between is one cell of a sound file. */
const swallowed = (kind: string, most: number): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    const bare = ({ cells, record }: Line, i: number): boolean => isBare(cells[i] ?? '', record[i] ?? '');
    const column = draft.dice.whole(0, draft.clean.header.length - 1);
    const first = takeRow(draft, (line) => bare(line, column));
    if (!first) return false;
    const from = draft.lines.indexOf(first);
    const after = draft.lines
      .slice(from + 1, from + 1 + most)
      .filter((line) => line.role === 'row' && bare(line, column));
    if (!after.length) return false;
    const end = draft.dice.pick(after);
    const between = draft.lines.slice(from + 1, draft.lines.indexOf(end));
    // Quotes between the two would break the cell: those files are the other kinds.
    if (
      [...first.cells.slice(column + 1), ...between.flatMap(({ cells }) => cells), ...end.cells.slice(0, column)].some(
        (c) => c.includes('"'),
      )
    )
      return false;
    draft.taken.add(end);
    first.cells[column] = `"${first.cells[column]}`;
    end.cells[column] = `${end.cells[column]}"`;
    return true;
  },
});

export const CELL_DAMAGES: readonly Damage[] = [
  cell('stray quote in a cell', isBare, (text, _, draft) => {
    const at = middle(text, draft);
    return `${text.slice(0, at)}${quoteOf(draft)}${text.slice(at)}`;
  }),
  cell('stray quote at the end of a cell', isBare, (text, _, draft) => `${text}${quoteOf(draft)}`),
  cell(
    'two stray quotes in a cell',
    (text) => isBare(text, text) && text.length > 3,
    (text, _, draft) => [text.slice(0, 1), text.slice(1, 3), text.slice(3)].join(quoteOf(draft)),
  ),
  cell('unclosed quote, early', isBare, (text) => `"${text}`, early),
  cell('unclosed quote, late', isBare, (text) => `"${text}`, late),
  cell('unclosed quote, last row', isBare, (text) => `"${text}`, last),
  cell('closing quote lost', isQuoted, (text) => text.slice(0, -1)),
  cell(
    'opening quote lost',
    (text) => isQuoted(text) && text.length > 3,
    (text) => text.slice(1),
  ),
  cell(
    'inner quotes not doubled',
    (_, meant) => /.".+/s.test(meant),
    (_, meant) => `"${meant}"`,
  ),
  cell(
    'inner quotes not doubled, delimiter behind one',
    (text) => isQuoted(text) && text.length > 6,
    (text, _, draft) => {
      const at = draft.dice.whole(2, text.length - 3);
      return `${text.slice(0, at)}"${draft.dialect.delimiter} ${text.slice(at)}`;
    },
  ),
  cell('text behind the closing quote', isQuoted, (text) => `${text} x`),
  cell('text before the opening quote', isQuoted, (text) => `x ${text}`),
  // An empty cell would become one that holds a quote, and nothing shows.
  cell(
    'quotes doubled once more',
    (text) => isQuoted(text) && text.length > 2,
    (text) => text.replaceAll('"', '""'),
  ),
  cell(
    'one cell with an apostrophe as quote',
    (text, meant, draft) => hasDelimiter(text, meant, draft) && hasOthers(draft),
    (_, meant) => quoted(meant, { open: "'", close: "'", escape: "'" }),
  ),
  cell(
    'one cell with a backslash as escape',
    (_, meant) => /.".+/s.test(meant),
    (_, meant) => quoted(meant, { open: '"', close: '"', escape: '\\' }),
  ),
  cell('delimiter not quoted', hasDelimiter, (_, meant) => meant),
  cell('line end not quoted', hasLineEnd, (_, meant) => meant),
  cell('delimiter in a cell', isBare, (text, _, draft) => {
    const at = middle(text, draft);
    return text.slice(0, at) + draft.dialect.delimiter + text.slice(at);
  }),
  swallowed('two rows in one cell', 1),
  swallowed('rows swallowed by two stray quotes', 30),
  spaced('spaces around quotes', isQuoted, ' ', ' '),
  spaced('spaces before quotes', isQuoted, ' ', ''),
  spaced('spaces around cells', (text) => !isQuoted(text) && text !== '', '  ', ' '),
];
