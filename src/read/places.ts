import { isCode, isSure, type Kind, kindOf } from './kinds.ts';
import { learnTrades } from './trades.ts';
import { isNamed, learnUnmistakable } from './unmistakable.ts';

/** Which cells of a row are out of place. */
export interface Places {
  moved(cells: readonly string[], misfits: readonly number[]): number | undefined;
  odd(cells: readonly string[], misfits: readonly number[]): number | undefined;
  /** Whether a cell can put nothing of its row out of place: a row of such cells, none of which misfits, has nothing odd or moved. */
  isQuiet(column: number, text: string): boolean;
}

/** How many values show what a column holds, and the share of them that may be something else. */
const ENOUGH = 4;
const STRAYS = 0.05;
const MOST = 0.6;
/** Under a name that says what a column holds a few cells are enough; elsewhere some are needed, and many where the values are bare numbers. */
const FEW = 3;
const SOME = 6;
const MANY = 40;
const WORD = /\p{L}{3}/u;

/** The kind of most values of a column; undefined for a column of text, or of too few. */
export function ownKind(kinds: readonly Kind[]): Kind | undefined {
  const counts = new Map<Kind, number>();
  for (const kind of kinds) if (kind !== 'none') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const full = [...counts.values()].reduce((a, b) => a + b, 0);
  return most && most[0] !== 'text' && full >= ENOUGH && most[1] >= full * MOST ? most[0] : undefined;
}

const besides = (column: number): number[] => [column - 1, column + 1];

/** Learns from rows, and from the kinds of their cells, column by column. */
export function learnPlaces(
  rows: readonly (readonly string[])[],
  header: readonly string[],
  kinds: readonly (readonly Kind[])[],
): Places {
  const own = kinds.map(ownKind);
  const values = kinds.map((column, i) => column.filter((kind) => kind === own[i]).length);
  const isPure = kinds.map((column, i) => {
    const full = column.filter((kind) => kind !== 'none').length;
    return full - (values[i] ?? 0) <= Math.max(1, full * STRAYS);
  });
  const needed = own.map((kind, i) => (isNamed(header[i] ?? '') ? FEW : kind === 'number' ? MANY : SOME));
  const few = kinds.map((column) => column.filter((kind) => kind !== 'none').length < ENOUGH);
  const unmistakable = learnUnmistakable(rows, header, few);
  const trades = learnTrades(kinds);
  const pairs = new Map<number, boolean>();
  const isPair = (column: number, other: number): boolean => {
    const key = column * header.length + other;
    const before = pairs.get(key);
    if (before !== undefined) return before;
    const [kind, here, there] = [own[column] ?? 'none', kinds[column] ?? [], kinds[other] ?? []];
    const is = changedPlaces(here, there, kind, needed[column] ?? MANY);
    pairs.set(key, is);
    return is;
  };
  /** Whether a value of another kind stands in a column; codes are written in many ways. */
  const isForeign = (column: number, kind: Kind): boolean => {
    const mine = own[column];
    return mine !== undefined && kind !== mine && !(isCode(kind) && isCode(mine));
  };
  const isKnown = (column: number): boolean => (values[column] ?? 0) >= (needed[column] ?? MANY);
  const words = kinds.map((column) => column.filter((kind) => kind === 'text').length);
  /** Whether a column holds words, but for a few cells; a number may be one of its answers. */
  const isWords = (column: number): boolean => {
    const full = (kinds[column] ?? []).filter((kind) => kind !== 'none').length;
    return full >= SOME && full - (words[column] ?? 0) <= Math.max(1, full * STRAYS);
  };
  const texts = kinds.map(
    (column, i) => new Set(rows.flatMap((row, n) => (column[n] === 'text' ? [(row[i] ?? '').trim()] : []))),
  );
  const empties = kinds.map((_, i) => rows.filter((row) => row[i]?.trim() === '').length);
  /** Whether a text is one of the words of a column that is empty in this row. */
  const isOf = (column: number, text: string, cells: readonly string[]): boolean =>
    cells[column]?.trim() === '' &&
    kindOf(text) === 'text' &&
    (words[column] ?? 0) >= (kinds[column] ?? []).filter((kind) => kind !== 'none').length * MOST &&
    texts[column]?.has(text) === true;
  /** The only word of a column, which is one of the column beside that is never empty but here. */
  const slipped = (cells: readonly string[], misfits: readonly number[]): number | undefined =>
    misfits
      .flatMap((column) => besides(column).filter((beside) => isOf(column, cells[beside]?.trim() ?? '', cells)))
      .find((beside) => (words[beside] ?? 0) <= 1);
  /** A column that is empty in this row alone, beside a word that is out of place. */
  const isGap = (column: number, cells: readonly string[]): boolean =>
    cells[column]?.trim() === '' && (empties[column] ?? 0) <= 1;
  /** Whether two cells stand in each other's columns: a word of the other one, and a value where the other one has none. */
  const isSwap = (column: number, other: number, cells: readonly string[]): boolean => {
    const text = cells[column]?.trim() ?? '';
    const alike = (kinds[other] ?? []).filter((kind) => kind === own[column]).length;
    return alike <= 1 && (values[column] ?? 0) >= ENOUGH && kindOf(text) === 'text' && texts[other]?.has(text) === true;
  };
  return {
    isQuiet: (column, text) => {
      if (!few[column] && !trades.has(column)) return true;
      const kind = kindOf(text.trim());
      return kind === 'none' || (!few[column] && kind !== 'text');
    },
    moved: (cells, misfits) =>
      misfits.find(
        (column) =>
          isForeign(column, kindOf(cells[column]?.trim() ?? '')) &&
          cells.some(
            (text, other) =>
              other !== column &&
              kindOf(text.trim()) === own[column] &&
              (isPair(column, other) || isSwap(column, other, cells)),
          ),
      ),
    odd: (cells, misfits) =>
      misfits.find((column) => {
        const text = cells[column]?.trim() ?? '';
        const kind = kindOf(text);
        const isOdd = isPure[column] && isForeign(column, kind) && (kind === 'text' || WORD.test(text));
        const isBeside = (beside: number): boolean => isOf(beside, text, cells) || isGap(beside, cells);
        return (
          (isOdd && (isKnown(column) || besides(column).some(isBeside))) ||
          (isWords(column) && isSure(kind) && kind !== 'number')
        );
      }) ??
      slipped(cells, misfits) ??
      trades.in(cells) ??
      unmistakable(cells),
  };
}

/**
 * Whether two columns change places in single rows: one holds a kind of value, the other does where the first does not, and
 * else never.
 */
function changedPlaces(column: readonly Kind[], other: readonly Kind[], kind: Kind, least: number): boolean {
  let [normal, changed, against] = [0, 0, 0];
  for (const [row, here] of column.entries()) {
    const there = other[row] === kind;
    if (here === kind) {
      if (there) against++;
      else normal++;
    } else if (here !== 'none' && there) changed++;
    else if (here !== 'none' || there) against++;
  }
  return normal >= least && normal > changed && against <= Math.max(changed, normal) * STRAYS;
}
