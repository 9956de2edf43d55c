import { isCode, type Kind, kindOf } from './kinds.ts';

/** Whether a text can be no value of a kind. */
type Refuses = (text: string, kind: Kind) => boolean;

const isWord = (text: string, kind: Kind): boolean => kind === 'text' && /\p{L}{3}/u.test(text) && !/\d/.test(text);
/** An id: letters before digits, a long hexadecimal one, a long number that is no moment: seconds or milliseconds, or a day and a time of digits alone. */
const isId = (text: string, kind: Kind): boolean =>
  kind === 'x' ||
  (kind === '8' && !/^(\d{10}|\d{13}|20\d{10}(\d\d)?)$/.test(text)) ||
  (isCode(kind) && /^\p{L}/u.test(text));
/** A day, and no number with too many points. */
const isDay = (text: string, kind: Kind): boolean => kind === 'date' && /[/:a-z-]|\b20\d\d\b/i.test(text);

/** What the names of columns say of their cells. */
const NAMES: readonly (readonly [name: RegExp, refuses: Refuses])[] = [
  [/\be-?mail\b/i, (text, kind) => kind !== '@' && !text.includes('@') && !(kind === 'text' && /\S\.\S/.test(text))],
  [
    /\b(date|datum|timestamp)\b|\b(at|on)$/i,
    (text, kind) => kind === '@' || kind === 'amount' || isWord(text, kind) || isId(text, kind),
  ],
  [/\b(phone|telephone|mobile|telefon)\b/i, (text, kind) => kind === '@' || isDay(text, kind) || isWord(text, kind)],
  [
    /\b(amount|price|cost|value|betrag|preis|steuer|tax|qty|quantity|menge|duration|dauer)\b/i,
    (text, kind) => kind === '@' || isDay(text, kind) || kind === 'x' || isWord(text, kind),
  ],
];

const refusesOf = (header: string): Refuses | undefined => {
  const name = header.trim().replaceAll('_', ' ');
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
};

/** Whether a column is named after a kind of value: few cells are then enough to know it by. */
export const isNamed = (header: string): boolean => refusesOf(header) !== undefined;

/** An amount before the comma of its thousands, and behind it. */
const THOUSANDS = /^[-+(]?\s?(\p{Sc}|[A-Z]{3})\s?[-+]?\d{1,3}$/u;
const REST = /^\d{3}\.\d{2}\)?$/;
const BEHIND_BLANK = /^ \S/;
const CLOCK = /\d[:.]\d\d/;
const isTime = (text: string, kind: Kind): boolean => kind === 'date' && CLOCK.test(text);

/**
 * Cells that show without many rows that they are out of place: one that its column's name rules out, a word where another
 * row has a day with a time, a day or an amount that a comma parted. For columns of which `few` says that too few cells are known.
 */
export function learnUnmistakable(
  rows: readonly (readonly string[])[],
  header: readonly string[],
  few: readonly boolean[],
): (cells: readonly string[]) => number | undefined {
  const refuses = header.map(refusesOf);
  const times = header.map((_, i) => {
    if (!few[i]) return false;
    const full = rows.map((row) => (row[i] ?? '').trim()).filter((text) => kindOf(text) !== 'none');
    const count = full.filter((text) => isTime(text, kindOf(text))).length;
    return count > 0 && full.length - count <= 1;
  });
  const isParted = (cells: readonly string[], column: number): boolean => {
    const [text, next] = [cells[column] ?? '', cells[column + 1] ?? ''];
    // Files with a blank behind every comma have days and times beside each other.
    const isOne = BEHIND_BLANK.test(next) && cells.filter((cell) => BEHIND_BLANK.test(cell)).length === 1;
    return isOne && !isTime(text, kindOf(text.trim())) && isTime(`${text},${next}`, kindOf(`${text},${next}`.trim()));
  };
  const isBroken = (cells: readonly string[], column: number): boolean =>
    THOUSANDS.test((cells[column] ?? '').trim()) && REST.test((cells[column + 1] ?? '').trim());
  return (cells) => {
    const column = cells.findIndex((cell, i) => {
      if (!few[i]) return false;
      const text = cell.trim();
      const kind = kindOf(text);
      if (kind === 'none') return false;
      return refuses[i]?.(text, kind) || (times[i] && isWord(text, kind)) || isParted(cells, i) || isBroken(cells, i);
    });
    return column < 0 ? undefined : column;
  };
}
