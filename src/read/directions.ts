import { type Problem, problem } from '../problems/problem.ts';
import type { ColumnPlan } from './plan.ts';
import { foldHeader, type TableRow } from './table.ts';

type Direction = 'outbound' | 'inbound' | 'neither';

/** What words of dialers say of the direction of a call. First match wins. */
const WORDS: readonly (readonly [RegExp, Direction])[] = [
  [/\binter(n|nal|ne|no|na)\b|transfer|conference|\bext(ension)? to ext/i, 'neither'],
  [
    /out ?bound|out ?going|^out$|\bdialed\b|\bplaced\b|predictive|progressive|preview|power ?dial|auto ?dial|^manual\b|click to (call|dial)|ausgehend|sortant|saliente/i,
    'outbound',
  ],
  [/in ?bound|in ?coming|^in$|received|missed|abandon|voice ?mail|eingehend|ankommend|entrante?\b/i, 'inbound'],
];
/** Words that say nothing but a direction. */
const PLAIN =
  /^(out ?bound|out ?going|in ?bound|in ?coming|out|in|intern(al|e|o|a)?|ausgehend|eingehend|ankommend|sortante?|entrante?|saliente)( (calls?|anruf|appel|llamada|api|dial))?$/i;

/** Names of columns whose words say a direction beside what became of the call: `outbound_missed`, `voicemail`. */
const TYPE = /\b(type|direction|kind|sens|richtung|art|tipo)\b/;

const unfolded = (text: string): string => text.trim().replace(/[\s_-]+/g, ' ');

/** The direction that a word of a dialer says; undefined where it says none. */
export const directionOf = (text: string): Direction | undefined =>
  WORDS.find(([pattern]) => pattern.test(unfolded(text)))?.[1];

/** As many rows show what a column holds. */
const LOOKED_AT = 1000;

/** The columns that say directions in each cell, with their words: plainly, or under the name of a type. */
export const directionColumns = (
  header: readonly string[],
  rows: readonly TableRow[],
): { readonly header: string; readonly words: readonly string[] }[] =>
  header.flatMap((name, i) => {
    const words = new Set(rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[i] ?? '').trim() || []));
    const plain = [...words].filter((word) => PLAIN.test(unfolded(word)));
    const isType = TYPE.test(foldHeader(name)) && [...words].every((word) => directionOf(word) !== undefined);
    return plain.length > 0 && (isType || plain.length === words.size) ? [{ header: name, words: [...words] }] : [];
  });

/** A column of directions that is not read, with calls among them that nobody dialed: without it all would be dials. */
export function unreadDirections(
  { columns, unread }: ColumnPlan,
  { header, headerLine }: { readonly header: readonly string[]; readonly headerLine: number },
  rows: readonly TableRow[],
  source: string,
  file: string,
): Problem[] {
  if (source !== 'calls' || columns.has('direction')) return [];
  return directionColumns(header, rows).flatMap(({ header: name, words }) => {
    const others = words.filter((word) => directionOf(word) !== 'outbound');
    if (!others.length || !unread.includes(name)) return [];
    const place = { file, line: headerLine, column: header.indexOf(name) + 1 };
    return [problem('unread_direction', place, { header: name, words: others.join(', '), source })];
  });
}
