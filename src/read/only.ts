import { nearest } from '../problems/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { foldWord } from './coercers.ts';
import { foldHeader, type TableRow } from './table.ts';

/** Header: the cells of the rows that are read. */
export type Only = Readonly<Record<string, readonly string[]>>;

/** Whether the rules want a row read; undefined where they want all. */
export function rowTest(header: readonly string[], only: Only): ((row: TableRow) => boolean) | undefined {
  if (!Object.keys(only).length) return undefined;
  const folded = header.map(foldHeader);
  const wanted = Object.entries(only).map(([name, words]) => ({
    at: folded.indexOf(foldHeader(name)),
    words: new Set(words.map(foldWord)),
  }));
  return ({ cells }) => wanted.every(({ at, words }) => at < 0 || words.has(foldWord(cells[at] ?? '')));
}

/** Columns that `only` names and the file does not have: every row would be read. */
export function unknownOnly(header: readonly string[], headerLine: number, only: Only, file: string): Problem[] {
  const folded = header.map(foldHeader);
  const headers = header.filter((name) => name.trim()).join(', ');
  return Object.keys(only).flatMap((name) => {
    if (folded.includes(foldHeader(name))) return [];
    const args = { field: 'only', header: name, headers, nearest: nearest(name, header) };
    return [problem('unknown_column', { file, line: headerLine }, args)];
  });
}

const SPOKEN = /^(voice|calls?|phone( calls?)?|telephony?|callback|anruf|appel|llamada)$/i;
const WRITTEN =
  /^(fax|sms|mms|texts?( messages?)?|e-?mails?|(web ?)?chats?|messages?|tasks?|whats ?app|social|digital|meetings?|linkedin.*)$/i;
/** As many rows show what a column holds. */
const LOOKED_AT = 1000;

/** A column that says which rows of a file are calls: its words for them, and its other words. */
export interface Media {
  readonly header: string;
  readonly spoken: readonly string[];
  readonly written: readonly string[];
}

/** The columns that name calls beside messages, faxes and the like. */
export const mediaColumns = (header: readonly string[], rows: readonly TableRow[]): Media[] =>
  header.flatMap((name, i) => {
    const words = [...new Set(rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[i] ?? '').trim() || []))];
    const spoken = words.filter((word) => SPOKEN.test(word));
    const written = words.filter((word) => WRITTEN.test(word));
    const isAll = spoken.length + written.length === words.length;
    return isAll && spoken.length && written.length ? [{ header: name, spoken, written }] : [];
  });

/** A column that says that rows of a log of calls are none, while nobody says which are to be read. */
export function unreadMedia(
  header: readonly string[],
  headerLine: number,
  rows: readonly TableRow[],
  only: Only,
  file: string,
): Problem[] {
  const named = new Set(Object.keys(only).map(foldHeader));
  return mediaColumns(header, rows).flatMap(({ header: name, spoken, written }) => {
    if (named.has(foldHeader(name))) return [];
    const place = { file, line: headerLine, column: header.indexOf(name) + 1 };
    return [problem('unread_media', place, { header: name, words: written.join(', '), calls: spoken.join(', ') })];
  });
}
