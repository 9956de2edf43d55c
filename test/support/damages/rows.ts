import {
  type Damage,
  type Draft,
  insert,
  type Line,
  lineOf,
  rawLine,
  take,
  takeRest,
  takeRow,
  takeRows,
  textOf,
} from '../draft.ts';
import { isValue, type Shape } from '../vendor-cells.ts';
import type { CleanTable } from '../vendor-tables.ts';

/** Changes one row. */
const one = (kind: string, change: (line: Line, draft: Draft) => void): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    const line = takeRow(draft);
    if (line) change(line, draft);
    return line !== undefined;
  },
});

/** Changes some rows, at one place in all of them. */
const some = (kind: string, change: (line: Line, at: number) => void): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    const rows = takeRows(draft, 0.4);
    const at = draft.dice.whole(0, draft.clean.header.length - 1);
    for (const line of rows) change(line, at);
    return rows.length > 0;
  },
});

/** Changes every row from some row on. */
const rest = (kind: string, change: (draft: Draft) => (line: Line) => void): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    const apply = change(draft);
    const rows = takeRest(draft, 0, 1);
    for (const line of rows) apply(line);
    return rows.length > 0;
  },
});

/** Every line, or every row. */
const every = (
  kind: string,
  roles: readonly Line['role'][],
  change: (line: Line, row: number, draft: Draft) => void,
): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    if (!take(draft, 'every row')) return false;
    draft.lines
      .filter(({ role }) => roles.includes(role))
      .forEach((line, i) => {
        change(line, i, draft);
      });
    return true;
  },
});

const TYPED: readonly Shape[] = ['date', 'money', 'email', 'phone', 'number'];
const LOOSE: readonly Shape[] = ['word', 'text', 'email'];

/** Numbers under a name that says nothing of them may be answers to a question: a word among a few of them is one as well. */
const isAnswer = ({ header, shapes }: CleanTable, column: number): boolean =>
  ['number', 'money'].includes(shapes[column] ?? '') && /^Response/.test(header[column] ?? '');

/** Two columns that nobody would take for one another: which rows of another order need to be seen at all. */
function unlike(
  { clean, dice }: Draft,
  fits: (typed: number, loose: number) => boolean = () => true,
): readonly [number, number] | undefined {
  const pairs = clean.shapes.flatMap((a, i) =>
    clean.shapes.flatMap((b, j) =>
      a !== b && TYPED.includes(a) && !isAnswer(clean, i) && LOOSE.includes(b) && fits(i, j) ? [[i, j] as const] : [],
    ),
  );
  return pairs.length ? dice.pick(pairs) : undefined;
}

const swap = (line: Line, [a, b]: readonly [number, number]): void => {
  const [first = '', other = ''] = [line.cells[a], line.cells[b]];
  line.cells[a] = other;
  line.cells[b] = first;
};
/** Whether enough rows that no damage has show what two columns hold. */
const isKnown = ({ lines, taken }: Draft, columns: readonly number[]): boolean =>
  lines.filter((line) => line.role === 'row' && !taken.has(line) && isFilled(line, columns)).length > KNOWN / 3;
const isFilled = (line: Line, columns: readonly number[]): boolean =>
  columns.every((i) => isValue(line.record[i] ?? ''));
/** As many rows as it takes to know a column by its cells; one other order at a time, or it is not known which is the right one. */
const KNOWN = 10;

export const ROW_DAMAGES: readonly Damage[] = [
  one('delimiter too many', (line, draft) => void line.cells.splice(draft.dice.whole(0, line.cells.length), 0, '')),
  some('delimiter too many at one place', (line, at) => void line.cells.splice(at, 0, '')),
  one('delimiter too few', (line, draft) => {
    const at = draft.dice.whole(0, line.cells.length - 2);
    line.cells.splice(at, 2, `${line.cells[at]}${line.cells[at + 1]}`);
  }),
  some('cell missing at one place', (line, at) => void line.cells.splice(at, 1)),
  some('trailing delimiter on some rows', (line) => void line.cells.push('')),
  every('trailing delimiter on all rows', ['row'], (line) => void line.cells.push('')),
  every('trailing delimiter on all lines', ['header', 'row'], (line) => void line.cells.push('')),
  every('row names without a header', ['row'], (line, i) => void line.cells.unshift(String(i + 1))),
  every('index column', ['header', 'row'], (line, i) => void line.cells.unshift(i ? String(i - 1) : '')),
  every('whole lines quoted', ['header', 'row'], (line) => {
    line.cells = [`"${line.cells.join(line.delimiter).replaceAll('"', '""')}"`];
  }),
  some('some whole lines quoted', (line) => {
    line.cells = [`"${line.cells.join(line.delimiter).replaceAll('"', '""')}"`];
  }),
  rest('extra column from some row on', ({ dice, clean }) => {
    const at = dice.whole(0, clean.header.length);
    return (line) => void line.cells.splice(at, 0, 'new');
  }),
  rest('column missing from some row on', ({ dice, clean }) => {
    const at = dice.whole(0, clean.header.length - 1);
    return (line) => void line.cells.splice(at, 1);
  }),
  {
    kind: 'columns in another order from some row on',
    stage: 'lines',
    harm(draft) {
      const pair = take(draft, 'order') ? unlike(draft) : undefined;
      const rows = pair ? takeRest(draft, KNOWN, KNOWN) : [];
      for (const line of rows) if (pair) swap(line, pair);
      // Rows that another damage has keep their order: then it does not change at one place.
      const first = rows[0] ? draft.lines.indexOf(rows[0]) : 0;
      if (draft.lines.slice(first).some((line) => line.role === 'row' && !rows.includes(line))) return false;
      // Empty cells look alike in every order: each of the two must be seen on both sides.
      const before = draft.lines.filter((line) => line.role === 'row' && !rows.includes(line));
      const seen = (lines: readonly Line[]): number => lines.filter((line) => pair && isFilled(line, pair)).length;
      return Math.min(seen(before), seen(rows)) > KNOWN / 3;
    },
  },
  {
    kind: 'some rows with columns in another order',
    stage: 'lines',
    harm(draft) {
      const pair = draft.clean.rows.length >= KNOWN && take(draft, 'order') ? unlike(draft) : undefined;
      const rows = pair ? takeRows(draft, 1 / KNOWN, (line) => isFilled(line, pair)) : [];
      if (!pair || !isKnown(draft, pair)) return false;
      for (const line of rows) swap(line, pair);
      return rows.length > 0;
    },
  },
  {
    kind: 'cells shifted within a row',
    stage: 'lines',
    harm(draft) {
      const pair = take(draft, 'order') ? unlike(draft, (typed, loose) => typed - loose === 1) : undefined;
      const [b = 0, a = 0] = pair ?? [];
      const row = pair && draft.clean.rows.length >= KNOWN ? takeRow(draft, (line) => isFilled(line, pair)) : undefined;
      if (!row || !pair || !isKnown(draft, pair)) return false;
      // One delimiter too many before the pair, one too few behind it.
      row.cells.splice(b, 1);
      row.cells.splice(a, 0, '');
      return true;
    },
  },
  one('blank line', (line, draft) =>
    insert(draft, line, ...Array(draft.dice.whole(1, 3)).fill(rawLine('', draft.dialect))),
  ),
  one('line of spaces', (line, draft) =>
    insert(draft, line, rawLine(draft.dice.pick([' ', '   ', '\t', ' \t ']), draft.dialect)),
  ),
  one('row of delimiters only', (line, draft) =>
    insert(
      draft,
      line,
      lineOf(
        'other',
        draft.clean.header.map(() => ''),
        draft.dialect,
      ),
    ),
  ),
  {
    kind: 'row split between words',
    stage: 'lines',
    harm(draft) {
      const column = draft.dice.whole(0, draft.clean.header.length - 1);
      const line = takeRow(
        draft,
        ({ cells, record }) => record[column] === cells[column] && / \S/.test(cells[column] ?? ''),
      );
      if (line) line.cells[column] = (line.cells[column] ?? '').replace(/ (?=\S)/, line.eol);
      return line !== undefined;
    },
  },
  {
    kind: 'row split behind a delimiter',
    stage: 'lines',
    harm(draft) {
      const column = draft.dice.whole(1, draft.clean.header.length - 1);
      const line = takeRow(draft, ({ cells, record }) => cells[column] === record[column]);
      if (line) line.cells[column] = `${line.eol}${line.cells[column]}`;
      return line !== undefined;
    },
  },
  {
    kind: 'two rows joined',
    stage: 'lines',
    harm(draft) {
      // A note behind the last row would become part of its text.
      const line = takeRow(draft, (_, i) => draft.lines[i + 1]?.role === 'row');
      if (line) line.eol = draft.dice.pick(['', ' ']);
      return line !== undefined;
    },
  },
  {
    kind: 'two rows joined by a delimiter',
    stage: 'lines',
    harm(draft) {
      const line = takeRow(draft, (_, i) => i < draft.lines.length - 1);
      if (line) line.eol = line.delimiter;
      return line !== undefined;
    },
  },
  {
    kind: 'cut in a row',
    stage: 'lines',
    harm(draft) {
      const line = take(draft, 'end') ? takeRow(draft) : undefined;
      if (!line) return false;
      const text = line.cells.join(line.delimiter);
      cut(draft, line, text.slice(0, draft.dice.whole(1, text.length - 1)));
      return true;
    },
  },
  {
    kind: 'cut in a quoted cell',
    stage: 'lines',
    harm(draft) {
      const isQuoted = (cell: string): boolean => /^".{2,}"$/s.test(cell);
      const line = take(draft, 'end') ? takeRow(draft, ({ cells }) => cells.some(isQuoted)) : undefined;
      if (!line) return false;
      const column = line.cells.findIndex(isQuoted);
      const cell = line.cells[column] ?? '';
      const kept = cell.slice(0, draft.dice.whole(1, cell.length - 1));
      cut(draft, line, [...line.cells.slice(0, column), kept].join(line.delimiter));
      return true;
    },
  },
  {
    kind: 'bytes missing in the middle',
    stage: 'lines',
    harm(draft) {
      const first = takeRow(draft, (_, i) => i < draft.lines.length - 1);
      if (!first) return false;
      const from = draft.lines.indexOf(first);
      const gone = draft.lines.slice(from + 1, from + 1 + draft.dice.whole(1, 4));
      const parts = gone.slice(-1).flatMap((last) => textOf(last).split(first.delimiter));
      const column = draft.dice.whole(1, first.cells.length - 1);
      const other = draft.dice.whole(0, first.cells.length - 1);
      // Where both ends lie in one column the row that is left has all its cells, and nothing shows.
      if (parts.length !== first.cells.length || column === other) return false;
      const joined = (first.cells[column] ?? '') + parts.slice(other).join(first.delimiter);
      first.cells = [...first.cells.slice(0, column), joined];
      first.eol = '';
      draft.lines = draft.lines.filter((line) => !gone.includes(line));
      return true;
    },
  },
];

/** Ends the file with a line cut short. */
function cut(draft: Draft, line: Line, text: string): void {
  line.cells = [text];
  line.eol = '';
  draft.lines = draft.lines.slice(0, draft.lines.indexOf(line) + 1);
}
