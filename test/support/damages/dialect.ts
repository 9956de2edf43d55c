import { type Damage, type Dialect, linesOf, take, takeRest, takeRows, written } from '../draft.ts';

/** The whole table in another dialect. */
const dialect = (
  kind: string,
  part: string,
  change: (pick: <T>(list: readonly T[]) => T) => Partial<Dialect>,
): Damage => ({
  kind,
  stage: 'dialect',
  harm(draft) {
    if (!take(draft, part)) return false;
    const before = linesOf(draft).map(({ cells }) => cells.join('\0'));
    const changed = change(draft.dice.pick);
    Object.assign(draft.dialect, changed);
    // Another quote or escape is none where nothing is quoted.
    return part !== 'quote' || linesOf(draft).some(({ cells }, i) => cells.join('\0') !== before[i]);
  },
});

/** Other line ends on some lines. */
const ends = (kind: string, share: number, pick: readonly string[]): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    const lines = draft.lines.filter(({ eol }) => eol !== '' && draft.dice.chance(share));
    for (const line of lines) line.eol = draft.dice.pick(pick);
    return lines.length > 0;
  },
});

const OTHERS: Readonly<Record<string, string>> = { ',': ';', ';': ',', '\t': ',', '|': ';' };

export const DIALECT_DAMAGES: readonly Damage[] = [
  dialect('delimiter of several characters', 'delimiter', (pick) => ({
    delimiter: pick(['||', '::', ';;', '\t\t', '|~|', '#|#', ',,']),
  })),
  dialect('rare delimiter', 'delimiter', (pick) => ({ delimiter: pick([':', ' ', '^', '~', '\x1f']) })),
  dialect('apostrophe as quote', 'quote', () => ({ open: "'", close: "'", escape: "'" })),
  {
    kind: 'curly quotes',
    stage: 'dialect',
    harm(draft) {
      const curly = { ...draft.dialect, open: '“', close: '”', escape: '”' };
      // Curly quotes around a text are part of it: they show around names, or where they hold what parts cells or lines.
      const isSeen = linesOf({ ...draft, dialect: curly }).some(({ role, cells }) =>
        cells.some(
          (cell) =>
            cell.startsWith('“') && (role === 'header' || cell.includes(curly.delimiter) || cell.includes('\n')),
        ),
      );
      if (!isSeen || !take(draft, 'quote')) return false;
      Object.assign(draft.dialect, curly);
      return true;
    },
  },
  {
    kind: 'backslash as escape',
    stage: 'dialect',
    harm(draft) {
      // Backslashes alone, doubled or not, are text like any other: an escaped quote is what shows.
      const hasQuote = [draft.clean.header, ...draft.clean.rows].flat().some((cell) => cell.includes('"'));
      if (!hasQuote || !take(draft, 'quote')) return false;
      draft.dialect.escape = '\\';
      return true;
    },
  },
  {
    kind: 'nothing quoted',
    stage: 'dialect',
    harm(draft) {
      const { clean, dialect } = draft;
      const needs = [clean.header, ...clean.rows].flat().filter((cell) => written(cell, dialect) !== cell);
      // A cell that is in quotes itself says the same with and without them.
      if (!needs.length || needs.some((cell) => /^".*"$/s.test(cell)) || !take(draft, 'quote')) return false;
      dialect.quoting = 'never';
      return true;
    },
  },
  dialect('CR as line end', 'eol', () => ({ eol: '\r' })),
  dialect('CR CR LF as line end', 'eol', () => ({ eol: '\r\r\n' })),
  ends('mixed line ends', 0.5, ['\n', '\r\n', '\r']),
  ends('some lone CR', 0.1, ['\r']),
  {
    kind: 'no final line end',
    stage: 'lines',
    harm(draft) {
      const last = draft.lines.at(-1);
      // What is put behind it would become part of its last cell.
      if (!last || !take(draft, 'end') || !take(draft, last)) return false;
      last.eol = '';
      return true;
    },
  },
  {
    kind: 'another delimiter in some rows',
    stage: 'lines',
    harm(draft) {
      const delimiter = OTHERS[draft.dialect.delimiter];
      const rows = delimiter ? takeRows(draft, 0.3) : [];
      for (const line of rows) {
        const other = { ...draft.dialect, delimiter: delimiter ?? ',' };
        line.delimiter = other.delimiter;
        line.cells = line.record.map((cell) => written(cell, other));
      }
      return rows.length > 0;
    },
  },
  {
    kind: 'another delimiter from some row on',
    stage: 'lines',
    harm(draft) {
      const delimiter = OTHERS[draft.dialect.delimiter];
      const rows = delimiter ? takeRest(draft, 1, 1) : [];
      for (const line of rows) {
        const other = { ...draft.dialect, delimiter: delimiter ?? ',' };
        line.delimiter = other.delimiter;
        line.cells = line.record.map((cell) => written(cell, other));
      }
      return rows.length > 0;
    },
  },
];
