import { isNoValue, type Kind, kindsOf, shapeOf, shapeTest } from './kinds.ts';
import { learnPlaces, ownKind } from './places.ts';

/** What the cells of a column look like, learned from the regular rows of a file, before anybody knows what the columns mean. */
export interface ColumnTypes {
  /** How many cells contradict a column whose cells all look alike, and how many bear one out. */
  compare(cells: readonly string[]): { readonly misfits: readonly number[]; readonly proofs: number };
  /** Whether a text looks as the cells of a column do. */
  fits(column: number, text: string): boolean;
  /** Whether the column is one whose cells all look alike: dates, amounts, ids, addresses, a few words. */
  isTelling(column: number): boolean;
  /** A column whose own value is missing or another kind, and stands in a column that never has one of its kind; undefined where all are in place. */
  moved(cells: readonly string[], misfits: readonly number[]): number | undefined;
  /** A column of values that holds a word. */
  odd(cells: readonly string[], misfits: readonly number[]): number | undefined;
  /** Whether a trimmed cell fits its column, and gives no reason to look at the rest of its row. */
  isPlain(column: number, text: string): boolean;
  /** Whether every regular row has something in the column. */
  isNeverEmpty(column: number): boolean;
}

/** Shapes that say nothing: words, with or without blanks between. */
const isWords = (shape: string): boolean => /^a?([ .,'&-]+a)*\.?$/.test(shape) || shape.length > 40;
const MAX_SHAPES = 6;
const MAX_WORDS = 12;
const ENOUGH_ROWS = 4;

/** Learns from rows that have as many cells as the header. */
export function learnTypes(rows: readonly (readonly string[])[], header: readonly string[]): ColumnTypes {
  const kinds = header.map((_, column) => rows.map((row) => kindsOf(row)[column] ?? 'none'));
  const telling = header.map((_, column) =>
    patternOf(
      rows.map((row) => (row[column] ?? '').trim()),
      kinds[column] ?? [],
    ),
  );
  const isFull = header.map((_, column) => rows.length > 0 && rows.every((row) => (row[column] ?? '').trim() !== ''));
  const fits = (column: number, text: string): boolean => telling[column]?.has(text.trim()) ?? true;
  const misfits = (column: number, text: string): boolean =>
    !(text !== '' && isNoValue(text)) && telling[column]?.has(text) === false;
  const places = learnPlaces(rows, header, kinds);
  return {
    fits,
    ...places,
    isPlain: (column, text) => !misfits(column, text) && places.isQuiet(column, text),
    isNeverEmpty: (column) => isFull[column] === true,
    isTelling: (column) => telling[column] !== undefined,
    compare: (cells) => {
      const misfits: number[] = [];
      let proofs = 0;
      for (const [column, pattern] of telling.entries()) {
        const text = (cells[column] ?? '').trim();
        if (!pattern) continue;
        if (text !== '' && isNoValue(text)) continue;
        if (!pattern.has(text)) misfits.push(column);
        else if (text !== '') proofs++;
      }
      return { misfits, proofs };
    },
  };
}

interface Pattern {
  has(text: string): boolean;
}

/**
 * What the cells of a column have in common; undefined for a column of free text or of too few cells. What stands once is
 * no habit of a column: a damaged row must not vouch for itself.
 */
function patternOf(texts: readonly string[], kinds: readonly Kind[]): Pattern | undefined {
  const full = texts.filter((_, i) => kinds[i] !== 'none');
  if (full.length < ENOUGH_ROWS) return undefined;
  const mayBeEmpty = texts.filter((text) => text === '').length > 1;
  const strays = Math.max(1.5, full.length * 0.05);
  const own = ownKind(kinds);
  const shapes = habits((own ? texts.filter((_, i) => kinds[i] === own) : full).map(shapeOf));
  const known = [...shapes.keys()].map(shapeTest);
  if (
    own !== undefined ||
    (full.length - sum(shapes) <= strays && shapes.size <= MAX_SHAPES && ![...shapes.keys()].some(isWords))
  )
    return { has: (text) => (text === '' ? mayBeEmpty : known.some((isOf) => isOf(text))) };
  const words = habits(full);
  const isVocabulary = full.length - sum(words) <= strays && words.size <= MAX_WORDS && words.size * 3 <= full.length;
  return isVocabulary ? { has: (text) => (text === '' ? mayBeEmpty : words.has(text)) } : undefined;
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** What stands more than once, with how often. */
function habits(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map([...counts].filter(([, n]) => n > 1));
}
