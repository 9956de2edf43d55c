import { type Damage, type Draft, take, takeRest, takeRow, takeRows } from '../draft.ts';
import { codePage, decoded, type Encode, twice, utf8, utf16be, utf16le } from '../encodings.ts';

const MARK = '\uFEFF';
const windows1252 = codePage('windows-1252');

/** The whole file in another encoding, with or without its mark. */
const wholly = (kind: string, encode: Encode, mark: string): Damage => ({
  kind,
  stage: 'dialect',
  harm(draft) {
    if (!take(draft, 'encoding')) return false;
    Object.assign(draft.dialect, { encode, mark });
    return true;
  },
});

/** A code page: what it cannot say was never in the vendor's table. */
const paged = (label: string): Damage => ({
  kind: label,
  stage: 'dialect',
  harm(draft) {
    if (!take(draft, 'encoding')) return false;
    const encode = codePage(label);
    for (const record of [draft.clean.header, ...draft.clean.rows])
      record.forEach((cell, i) => {
        record[i] = decoded(encode(cell), label);
      });
    Object.assign(draft.dialect, { encode, mark: '' });
    return true;
  },
});

/** A code page would write a question mark in the place of what it has no byte for. */
const isPlain = (draft: Draft): boolean => draft.dialect.encode === utf8;
const hasAccents = (cells: readonly string[]): boolean => cells.some((cell) => /[À-ÿ]/.test(cell));

/** Puts a text into a cell of one row, not at its ends. */
const into = (kind: string, foreign: readonly string[]): Damage => ({
  kind,
  stage: 'lines',
  harm(draft) {
    if (!isPlain(draft)) return false;
    const column = draft.dice.whole(0, draft.clean.header.length - 1);
    const line = takeRow(draft, ({ cells }) => (cells[column]?.length ?? 0) > 4);
    if (!line) return false;
    const cell = line.cells[column] ?? '';
    const at = draft.dice.whole(2, cell.length - 2);
    line.cells[column] = cell.slice(0, at) + draft.dice.pick(foreign) + cell.slice(at);
    return true;
  },
});

/** Bytes behind the last line. */
const behind = (kind: string, bytes: Uint8Array): Damage => ({
  kind,
  stage: 'bytes',
  harm(draft) {
    draft.bytes = Buffer.concat([draft.bytes, bytes]);
    return true;
  },
});

export const ENCODING_DAMAGES: readonly Damage[] = [
  wholly('utf-16le with mark', utf16le, MARK),
  wholly('utf-16be with mark', utf16be, MARK),
  wholly('utf-16le without mark', utf16le, ''),
  wholly('utf-16be without mark', utf16be, ''),
  wholly('encoded twice', twice, ''),
  paged('windows-1252'),
  paged('windows-1250'),
  paged('macintosh'),
  {
    kind: 'some rows in windows-1252',
    stage: 'lines',
    harm(draft) {
      const rows = isPlain(draft) ? takeRows(draft, 0.5, ({ cells }) => hasAccents(cells)) : [];
      for (const line of rows) line.encode = windows1252;
      return rows.length > 0;
    },
  },
  {
    kind: 'windows-1252 from some row on',
    stage: 'lines',
    harm(draft) {
      const rows = isPlain(draft) ? takeRest(draft, 1, 1) : [];
      for (const line of rows) line.encode = windows1252;
      return rows.some(({ cells }) => hasAccents(cells));
    },
  },
  {
    kind: 'utf-16 from some row on',
    stage: 'lines',
    harm(draft) {
      const rows = isPlain(draft) ? takeRest(draft, 1, 1) : [];
      for (const line of rows) line.encode = utf16le;
      return rows.length > 0;
    },
  },
  {
    kind: 'mark in the middle',
    stage: 'lines',
    harm(draft) {
      const line = isPlain(draft) ? takeRow(draft) : undefined;
      if (line) line.cells[0] = MARK + line.cells[0];
      return line !== undefined;
    },
  },
  {
    kind: 'invalid byte',
    stage: 'lines',
    harm(draft) {
      const line = isPlain(draft) ? takeRow(draft) : undefined;
      if (!line) return false;
      const [bad, share] = [draft.dice.pick([0xff, 0xc3, 0x80, 0xe2, 0xc0]), draft.dice.whole(1, 99) / 100];
      line.encode = (text) => {
        const bytes = utf8(text);
        const at = Math.ceil((bytes.length - 2) * share);
        return Buffer.concat([bytes.subarray(0, at), Uint8Array.of(bad), bytes.subarray(at)]);
      };
      return true;
    },
  },
  {
    kind: 'replacement character',
    stage: 'lines',
    harm(draft) {
      const line = isPlain(draft) ? takeRow(draft, ({ cells }) => hasAccents(cells)) : undefined;
      if (!line) return false;
      line.cells = line.cells.map((cell) => cell.replace(/[À-ÿ]/g, '\uFFFD'));
      return true;
    },
  },
  into('C1 control', ['\u0080', '\u0085', '\u0092', '\u009f']),
  into('NUL in a cell', ['\0', '\0\0\0']),
  into('control character in a cell', ['\b', '\x0b', '\x0c', '\x1b', '\x01', '\x7f']),
  behind('NULs at the end', new Uint8Array(512)),
  behind('Ctrl-Z at the end', Uint8Array.of(0x1a)),
];
