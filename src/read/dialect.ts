import type { Cells, Dialect } from './scan/cells.ts';
import { scanBytes, scanIndex } from './scan/scanner.ts';
import { NO_QUOTE, type StructureIndex } from './scan/structure.ts';

/** A dialect as it was found. */
export interface Found {
  readonly dialect: Dialect;
  /** What stands between cells, as text; several characters are read as the one byte of `dialect`. */
  readonly delimiter: string;
}

/** Stands for a delimiter of several characters while a file is read. */
const UNIT_SEPARATOR = 0x1f;

const SINGLE = [',', ';', '\t', '|', '\x1f', '~', '^', ':', ' '];
/** What seldom parts cells, and stands in many. */
const SELDOM: Readonly<Record<string, number>> = { ' ': 0.5, ':': 0.5 };
const SEVERAL = ['|~|', '<|>', '||', '::', ';;', '~~', '\t\t', ',,'];
/** What may part cells, longer ones first; a blank parts words more often. */
export const DELIMITERS = [...SEVERAL, ...SINGLE.filter((delimiter) => delimiter !== ' ')];
const DOUBLE_QUOTE = 0x22;
const APOSTROPHE = 0x27;
/** How much of a file dialects are scored on. */
const SAMPLE = 1 << 18;

/**
 * Finds how a delimited text is written: for every dialect that its characters allow, the records are read, and scored by
 * how regular they are and how many of their cells are of a known kind (after van den Burg, Nazabal and Sutton, "Wrangling
 * messy CSV files by detecting row and type patterns", 2019). `isHeader` knows headers of the source: a dialect that shows one wins.
 */
export function detectDialect(
  text: Uint8Array,
  isWhole: boolean,
  isHeader: (cells: readonly string[]) => boolean,
): Found {
  const sample = text.subarray(0, SAMPLE);
  const isAll = isWhole && sample.length === text.length;
  const index = scanIndex(sample.length);
  const has = (bytes: string): boolean => Buffer.from(sample.buffer, sample.byteOffset, sample.length).includes(bytes);
  const candidates = SINGLE.filter(
    (mark) => has(mark) && !(mark === ' ' && (hasMarks(sample) || isOneWord(sample))),
  ).flatMap((delimiter) =>
    quotings(sample).map(
      (quoting): Found => ({ delimiter, dialect: { delimiter: delimiter.charCodeAt(0), ...quoting } }),
    ),
  );
  let best: { found: Found; score: number } | undefined;
  for (const found of candidates) {
    const score = scoreOf(sample, isAll, found.dialect, isHeader, index) * (SELDOM[found.delimiter] ?? 1);
    if (!best || score > best.score * 1.000001) best = { found, score };
  }
  if (!best || best.score <= 0) {
    const quoting = quotings(sample)[0] ?? { quote: NO_QUOTE, escape: 'doubled' as const };
    return { delimiter: ',', dialect: { delimiter: 0x2c, ...quoting } };
  }
  const { found } = best;
  const wide = [...SEVERAL, ...contextOf(sample, found.delimiter)].find(
    (several) => several.includes(found.delimiter) && isEverywhere(sample, several, found.delimiter),
  );
  return wide === undefined ? found : { delimiter: wide, dialect: { ...found.dialect, delimiter: UNIT_SEPARATOR } };
}

/** Joins a delimiter of several characters into one byte. */
export function oneByteDelimiter(text: Uint8Array, delimiter: string): Buffer {
  const latin = Buffer.from(text.buffer, text.byteOffset, text.length).toString('latin1');
  return Buffer.from(latin.replaceAll(delimiter, String.fromCharCode(UNIT_SEPARATOR)), 'latin1');
}

/** A text of a file that was read so, with its delimiter as it stands in the file. */
export const asWritten = (text: string, { delimiter }: Found): string =>
  delimiter.length > 1 ? text.replaceAll(String.fromCharCode(UNIT_SEPARATOR), delimiter) : text;

/** What stands before a cell, and behind it. */
const EDGE = `[${SINGLE.filter((delimiter) => delimiter !== ' ').join('')}\\r\\n]`;
const QUOTED_BY_APOSTROPHES = new RegExp(`(^|${EDGE})'([^'\\n]|'')*'(${EDGE}|$)`);
const OPENING_QUOTE = new RegExp(`(^|${EDGE})"`);
const QUOTED_CELL = new RegExp(`(?<=^|${EDGE})"(?:[^"\\\\]|\\\\.)*"`, 'gs');

function quotings(sample: Uint8Array): Pick<Dialect, 'quote' | 'escape'>[] {
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.length);
  const all: Pick<Dialect, 'quote' | 'escape'>[] = [{ quote: DOUBLE_QUOTE, escape: 'doubled' }];
  if (text.includes('\\"') && !hasBareBackslash(text.toString('latin1')))
    all.push({ quote: DOUBLE_QUOTE, escape: 'backslash' });
  // Apostrophes stand in names: as quotes they must open and close cells, and no other quote may.
  if (QUOTED_BY_APOSTROPHES.test(text.toString('latin1')) && !OPENING_QUOTE.test(text.toString('latin1')))
    all.push({ quote: APOSTROPHE, escape: 'doubled' });
  return all;
}

/** Whether marks that are there to part cells stand in nearly every line: blanks then part words. Not all lines need to have the same one. */
function hasMarks(sample: Uint8Array): boolean {
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1');
  const lines = text.split(/[\r\n]+/, 100).filter((line) => line.trim() !== '');
  return lines.filter((line) => /[\t;|]/.test(line)).length > lines.length * 0.8;
}

/** Whether the first line is one word: blanks then stand in the names of a list of one column. */
function isOneWord(sample: Uint8Array): boolean {
  const [first = ''] = Buffer.from(sample.buffer, sample.byteOffset, Math.min(sample.length, 4000))
    .toString('latin1')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '');
  return !/\s/.test(first.trim());
}

/** Whether a backslash stands before a letter inside quotes: where backslashes escape, they are escaped themselves. */
function hasBareBackslash(text: string): boolean {
  for (const [quoted] of text.matchAll(QUOTED_CELL))
    if (/\\[^\\"0N\r\n]/.test(quoted.replaceAll('\\\\', ''))) return true;
  return false;
}

/** A delimiter with the marks that stand on both of its sides in the first line that has it, such as `#|#`. */
function contextOf(sample: Uint8Array, single: string): string[] {
  const head = Buffer.from(sample.buffer, sample.byteOffset, Math.min(sample.length, 4000)).toString('latin1');
  const parts = (head.split(/[\r\n]/).find((line) => line.includes(single)) ?? '').split(single);
  const mark = /[^\w\s"'.\x80-\xff]/;
  const [before, after] = [parts[0]?.at(-1) ?? '', parts[1]?.[0] ?? ''];
  const isOne =
    parts.length > 2 &&
    parts.slice(0, -1).every((p) => p.at(-1) === before) &&
    parts.slice(1).every((p) => p[0] === after);
  return isOne && mark.test(before) && mark.test(after) ? [`${before}${single}${after}`] : [];
}

/** Whether a delimiter never stands alone where the longer one is used: in every line, outside quotes, as often as it fits. */
function isEverywhere(sample: Uint8Array, several: string, single: string): boolean {
  const lines = Buffer.from(sample.buffer, sample.byteOffset, sample.length)
    .toString('latin1')
    .replace(/"(?:[^"]|"")*"/g, 'q')
    .split(/\r\n|\n|\r/)
    .slice(0, 200)
    .filter((line) => line.includes(single));
  const perUnit = several.split(single).length - 1;
  return (
    lines.length > 0 &&
    lines.every((line) => line.split(single).length - 1 === (line.split(several).length - 1) * perUnit) &&
    new Set(lines.map((line) => line.split(several).length)).size <= Math.max(1, lines.length / 10)
  );
}

const KNOWN_CELLS: readonly RegExp[] = [
  /^$/,
  /^[-+(]?[\p{Sc}]?\s?[\d.,' ]*\d\s?(%|[\p{Sc}]|[A-Z]{3})?\)?$/u,
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(,?[ T]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s?([ap]\.?m\.?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i,
  /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s?([ap]m)?$/i,
  /^[^\s@,;|]+@[^\s@,;|]+\.[^\s@,;|]+$/,
  /^(https?|tel|sip|mailto):\S+$/i,
  /^\+?[\d ().-]{6,20}(\s?(x|ext\.?)\s?\d+)?$/i,
  /^[\p{L}\p{N}_][\p{L}\p{N}\p{M} _.'’&/()+#@!?%°*=<>"-]*$/u,
];

/** How well a dialect fits: regular records of more than one cell, made of cells of a known kind. */
function scoreOf(
  sample: Uint8Array,
  isWhole: boolean,
  dialect: Dialect,
  isHeader: (cells: readonly string[]) => boolean,
  index: StructureIndex,
): number {
  const lengths = new Map<number, number>();
  let [cells, known, faults, records, headers] = [0, 0, 0, 0, 0];
  const seen = new Map<string, boolean>();
  const isKnown = (text: string): boolean => {
    const before = seen.get(text);
    if (before !== undefined) return before;
    const is = KNOWN_CELLS.some((pattern) => pattern.test(text));
    seen.set(text, is);
    return is;
  };
  const take = (record: Cells): void => {
    if (record.isBlank()) return;
    records++;
    if (record.fault !== undefined) {
      faults++;
      return;
    }
    lengths.set(record.count, (lengths.get(record.count) ?? 0) + 1);
    for (let cell = 0; cell < record.count; cell++) {
      cells++;
      if (
        record.isQuoted(cell) ||
        (record.ends[cell] ?? 0) - (record.starts[cell] ?? 0) > 400 ||
        isKnown(record.text(cell).trim())
      )
        known++;
    }
    if (headers === 0 && records <= 60 && record.count > 1 && isHeader(record.texts())) headers++;
  };
  scanBytes(sample, isWhole, dialect, take, {}, index);
  if (records === 0 || cells === 0) return 0;
  const pattern = [...lengths].reduce((sum, [length, n]) => sum + (n * (length - 1)) / length, 0) / lengths.size;
  const score = (pattern / records) * (known / cells) * (1 - faults / records);
  return headers ? score + 1 : score;
}
