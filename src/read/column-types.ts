/** What the cells of a column look like, learned from the regular rows of a file, before anybody knows what the columns mean. */
export interface ColumnTypes {
  /** How many cells contradict a column whose cells all look alike, and how many bear one out. */
  compare(cells: readonly string[]): { readonly misfits: readonly number[]; readonly proofs: number };
  /** Whether a text looks as the cells of a column do. */
  fits(column: number, text: string): boolean;
  /** Whether the column is one whose cells all look alike: dates, amounts, ids, addresses, a few words. */
  isTelling(column: number): boolean;
  /** Whether a column holds addresses, dates, amounts or the like: shapes that say what they are. */
  isPlain(column: number): boolean;
  /** Whether a column holds addresses, or dates. */
  isDateOrAddress(column: number): boolean;
  /** Whether the cells of a column look as those of another do. */
  isLike(column: number, other: number): boolean;
  /** Whether every regular row has something in the column. */
  isNeverEmpty(column: number): boolean;
}

/** The shape of a text: runs of letters and of digits become one sign, the rest stays; an address is `@`, a long number `8`, a long hexadecimal id `x`. */
export function shapeOf(text: string): string {
  if (text.includes('@') && ADDRESS.test(text)) return '@';
  if (LONG_NUMBER.test(text)) return '8';
  if (HEXADECIMAL.test(text)) return 'x';
  let shape = '';
  let last = '';
  for (let i = 0; i < Math.min(text.length, 80); i++) {
    const code = text.charCodeAt(i);
    const isDigit = code >= 48 && code <= 57;
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xaa;
    const sign = isDigit ? '9' : isLetter ? 'a' : (text[i] as string);
    if (sign !== last || !(isDigit || isLetter)) shape += sign;
    last = sign;
  }
  return shape;
}

const LONG_NUMBER = /^\d{9,}$/;
const HEXADECIMAL = /^(?=.*\d)(?=.*[a-f])[0-9a-f-]{12,}$/i;
const ADDRESS = /^[^\s@,;|]+@[^\s@,;|]+\.[^\s@,;|]+$/;
/** A shape that says what it is: an address, a date, an amount, an id with marks; no words, and no bare number. */
const ADDRESS_SHAPE = /^@$/;
const DATE_SHAPE = /^9a9a?$|^(a[, ]+)?9[-/.]9[-/.]9(\D|$)|^(a[, ]+)?9 a,? 9|^a 9,? 9/;
const isSpecific = (shape: string): boolean =>
  shape === '@' ||
  shape === '8' ||
  shape === 'x' ||
  /^9a9/.test(shape) ||
  (shape.includes('9') && /[^a9\s]/.test(shape) && shape.length <= 30);

/** Shapes that say nothing: words, with or without blanks between. */
const isWords = (shape: string): boolean => /^a?([ .,'&-]+a)*\.?$/.test(shape) || shape.length > 40;
/** What systems write for "no value": it says nothing of where a cell belongs. */
const NO_VALUE = /^(n\/?a|none|null|nil|unknown|undefined|-+|\[none\]|\[no .*\]|\?)$/i;
const MAX_SHAPES = 6;
const MAX_WORDS = 12;
const ENOUGH_ROWS = 4;

/** Learns from rows that have as many cells as the header. */
export function learnTypes(rows: readonly (readonly string[])[], columns: number): ColumnTypes {
  const telling = Array.from({ length: columns }, (_, column) =>
    patternOf(rows.map((row) => (row[column] ?? '').trim())),
  );
  const fits = (column: number, text: string): boolean => telling[column]?.has(text.trim()) ?? true;
  return {
    fits,
    isPlain: (column) => telling[column]?.isPlain ?? false,
    isDateOrAddress: (column) => telling[column]?.isDateOrAddress ?? false,
    isLike: (column, other) =>
      rows.filter((row) => (row[column] ?? '').trim() !== '' && fits(other, row[column] ?? '')).length >
      Math.max(1, rows.length / 10),
    isNeverEmpty: (column) => rows.length > 0 && rows.every((row) => (row[column] ?? '').trim() !== ''),
    isTelling: (column) => telling[column] !== undefined,
    compare: (cells) => {
      const misfits: number[] = [];
      let proofs = 0;
      for (const [column, pattern] of telling.entries()) {
        const text = (cells[column] ?? '').trim();
        if (!pattern) continue;
        if (NO_VALUE.test(text)) continue;
        if (!pattern.has(text)) misfits.push(column);
        else if (text !== '') proofs++;
      }
      return { misfits, proofs };
    },
  };
}

interface Pattern {
  readonly isPlain: boolean;
  readonly isDateOrAddress: boolean;
  has(text: string): boolean;
}

/**
 * What the cells of a column have in common; undefined for a column of free text or of too few cells. What stands once is
 * no habit of a column: a damaged row must not vouch for itself.
 */
function patternOf(texts: readonly string[]): Pattern | undefined {
  const full = texts.filter((text) => text !== '' && !NO_VALUE.test(text));
  if (full.length < ENOUGH_ROWS) return undefined;
  const mayBeEmpty = texts.filter((text) => text === '').length > 1;
  const strays = Math.max(1.5, full.length * 0.05);
  const shapes = habits(full.map(shapeOf));
  for (const kind of [ADDRESS_SHAPE, DATE_SHAPE]) {
    const plain = new Map([...shapes].filter(([shape]) => kind.test(shape)));
    if (sum(plain) >= full.length * 0.6)
      return {
        isPlain: true,
        isDateOrAddress: true,
        has: (text) => (text === '' ? mayBeEmpty : plain.has(shapeOf(text))),
      };
  }
  if (full.length - sum(shapes) <= strays && shapes.size <= MAX_SHAPES && ![...shapes.keys()].some(isWords)) {
    return {
      isPlain: [...shapes.keys()].every(isSpecific),
      isDateOrAddress: false,
      has: (text) => (text === '' ? mayBeEmpty : shapes.has(shapeOf(text))),
    };
  }
  const words = habits(full);
  const isVocabulary = full.length - sum(words) <= strays && words.size <= MAX_WORDS && words.size * 3 <= full.length;
  return isVocabulary
    ? { isPlain: false, isDateOrAddress: false, has: (text) => (text === '' ? mayBeEmpty : words.has(text)) }
    : undefined;
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** What stands more than once, with how often. */
function habits(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map([...counts].filter(([, n]) => n > 1));
}
