import type { SourceName } from '../model.ts';
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

/** The rows of a source that count, and what else its systems keep in the same table, by the words of a column. */
interface Kinds {
  /** How the column may be called; any name where it says nothing. */
  readonly column?: RegExp;
  readonly counted: RegExp;
  readonly others: RegExp;
  readonly code: 'unread_media' | 'unread_relation';
}
const KINDS: Readonly<Partial<Record<SourceName, Kinds>>> = {
  calls: {
    counted: /^(voice|calls?|phone( calls?)?|telephony?|callback|anruf|appel|llamada)$/i,
    others:
      /^(fax|sms|mms|texts?( messages?)?|e-?mails?|(web ?)?chats?|messages?|tasks?|whats ?app|social|digital|meetings?|linkedin.*)$/i,
    code: 'unread_media',
  },
  customers: {
    column: /type|status|stage|phase|relation|category|segment|typ$|kategorie|tipo|statut|estado/i,
    counted:
      /^(?!.*\b(former|ex|past|lost|non|not|no|inactive|ehemaliger?|ancien|antiguo)\b)(.*\b(customer|client|kunde|cliente)\b.*|active|aktiv|actif|activo)$/i,
    others:
      /\b(former|ex|past|lost|non|not|no|churned|cancell?ed|inactive|prospect|suspect|target|leads?|marketing qualified lead|sales qualified lead|opportunity|partner|reseller|competitor|vendor|supplier|investor|press|analyst|subscriber|evangelist|interessent|ehemaliger?|gekündigt|ancien|antiguo)\b|^other$/i,
    code: 'unread_relation',
  },
};
/** As many rows show what a column holds. */
const LOOKED_AT = 1000;

/** A column that says which rows of a file count: its words for them, and its other words. */
export interface KindColumn {
  readonly header: string;
  readonly counted: readonly string[];
  readonly others: readonly string[];
}

/** The columns that name what counts beside what does not: calls beside messages and faxes, customers beside prospects. */
export function kindColumns(source: SourceName, header: readonly string[], rows: readonly TableRow[]): KindColumn[] {
  const kinds = KINDS[source];
  if (!kinds) return [];
  return header.flatMap((name, i) => {
    if (kinds.column && !kinds.column.test(name)) return [];
    const words = [...new Set(rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[i] ?? '').trim() || []))];
    const counted = words.filter((word) => kinds.counted.test(word));
    const others = words.filter((word) => kinds.others.test(word) && !kinds.counted.test(word));
    const isAll = counted.length + others.length === words.length;
    return isAll && counted.length && others.length ? [{ header: name, counted, others }] : [];
  });
}

/** A text as it may stand in a list of YAML. */
const plainOrQuoted = (text: string): string =>
  /^\p{L}[\p{L}\p{N} ._/()-]*$/u.test(text) ? text : JSON.stringify(text);

/** A column that says that rows of a file are something else, while nobody says which are to be read. */
export function unreadKinds(
  source: SourceName,
  header: readonly string[],
  headerLine: number,
  rows: readonly TableRow[],
  only: Only,
  file: string,
): Problem[] {
  const code = KINDS[source]?.code;
  const named = new Set(Object.keys(only).map(foldHeader));
  return kindColumns(source, header, rows).flatMap(({ header: name, counted, others }) => {
    if (!code || named.has(foldHeader(name))) return [];
    const place = { file, line: headerLine, column: header.indexOf(name) + 1 };
    const only = `{ ${plainOrQuoted(name)}: [${counted.map(plainOrQuoted).join(', ')}] }`;
    return [problem(code, place, { header: name, words: others.join(', '), only })];
  });
}
