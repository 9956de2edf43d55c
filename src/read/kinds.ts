import { monthNamed } from './month-words.ts';

/** What a text is by its looks: a kind that says what it is, the shape of a code (`9-9:a`), `text`, or `none` where no value stands. */
export type Kind = string;

/** The shape of a text: runs of letters and of digits become one sign, the rest stays; an address is `@`, a long number `8`, a long hexadecimal id `x`. */
export function shapeOf(text: string): string {
  const known = knownShape(text);
  if (known !== undefined) return known;
  let shape = '';
  let last = 0;
  for (let i = 0; i < Math.min(text.length, LOOKED_AT); i++) {
    const sign = signOf(text, i);
    if (sign !== last || !isRun(sign)) shape += String.fromCharCode(sign);
    last = sign;
  }
  return shape;
}

/** Tells whether a text has a shape: the same as to compare what `shapeOf` makes of it, and nothing is made. */
export function shapeTest(shape: string): (text: string) => boolean {
  const isKnown = shape === '@' || shape === '8' || shape === 'x';
  // Only what holds no other signs may be known by more than its signs.
  const mayBeKnown = shape.includes('@') || /^[9a-]*$/.test(shape);
  return (text) =>
    hasSigns(text, shape)
      ? !(mayBeKnown && (knownShape(text) ?? shape) !== shape)
      : isKnown && knownShape(text) === shape;
}

function hasSigns(text: string, shape: string): boolean {
  const length = Math.min(text.length, LOOKED_AT);
  let at = 0;
  let last = 0;
  for (let i = 0; i < length; i++) {
    const sign = signOf(text, i);
    if ((sign !== last || !isRun(sign)) && sign !== shape.charCodeAt(at++)) return false;
    last = sign;
  }
  return at === shape.length;
}

/** So many letters of a text make its shape. */
const LOOKED_AT = 80;

/** The shape of what is known by more than its signs. */
function knownShape(text: string): '@' | '8' | 'x' | undefined {
  if (text.includes('@') && ADDRESS.test(text)) return '@';
  if (LONG_NUMBER.test(text)) return '8';
  return HEXADECIMAL.test(text) && /\d/.test(text) && /[a-f]/i.test(text) ? 'x' : undefined;
}

const DIGIT = 57;
const LETTER = 97;
/** `9` for a digit, `a` for a letter, anything else as it is: as a code unit. From the end of the table on all are letters. */
const SIGNS = Uint8Array.from({ length: 0xaa }, (_, code) => {
  if (code >= 48 && code <= 57) return DIGIT;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? LETTER : code;
});
const signOf = (text: string, at: number): number => SIGNS[text.charCodeAt(at)] ?? LETTER;
/** Whether a run of a sign is one sign. */
const isRun = (sign: number): boolean => sign === DIGIT || sign === LETTER;

const LONG_NUMBER = /^\d{9,}$/;
const HEXADECIMAL = /^[0-9a-f-]{12,}$/i;
const ADDRESS = /^[^\s@,;|]+@[^\s@,;|]+\.[^\s@,;|]+$/;

/** Shapes of days, with or without a time and a zone. */
const DATE =
  /^9a9a?$|^(a[, ]+)?(9[-/.]9[-/.]9|9[a.]? (a )?a\.?,? (a )?9|a 9a?,? 9)(([a, ]+|,? [@-] )9([:.a]9([:.]9)*( ?a[a.]*)?| ?a[a.]*))?( ?(a|[-+]9(:9)?|a[-+]9))?$/;
/** `2-Jun-26`, with or without a time: the same signs as of a code, so the word is looked at. */
const NAMED_DAY = /^\d{1,2}[-/](\p{L}{3,})[-/](?:\d{4}|\d{2})(?:[ ,]+\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?)?$/iu;
/** A length of time: `37m`, `1 hr 2 min`. */
const LENGTH = /^(\d+\s?(d|days?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)\.?[ ,]*)+$/i;
const NUMBER = /^[-+]?9([.,']9)*$/;
/** An amount with its currency, or a share. */
const AMOUNT = /^[-+(]?\s?(\p{Sc}|[A-Z]{3})\s?[-+]?\d[\d.,']*\)?$|^[-+(]?\d[\d.,']*\s?(\p{Sc}|[A-Z]{3}|%)\)?$/u;

/** What systems write for "no value": it says nothing of where a cell belongs. */
const NO_VALUE =
  /^(|n\.?\/?a\.?|k\. ?a\.|none|null|nil|unknown|undefined|keine?|unbekannt|aucune?|inconnue?|ningun[oa]|desconocid[oa]|[-–—]+|\[none\]|\[no .*\]|\?)$/i;
export const isNoValue = (text: string): boolean => NO_VALUE.test(text);

/** The kind of a trimmed text. */
export function kindOf(text: string): Kind {
  if (isNoValue(text)) return 'none';
  if (text.length < 30 && AMOUNT.test(text)) return 'amount';
  if (text.length < 30 && LENGTH.test(text)) return 'length';
  const shape = shapeOf(text);
  if (DATE.test(shape) || monthNamed(NAMED_DAY.exec(text)?.[1] ?? '') !== undefined) return 'date';
  if (NUMBER.test(shape)) return 'number';
  return isCodeShape(shape) ? shape : 'text';
}

/** The kinds of the cells of a row; several look at the first rows of a file. */
export function kindsOf(cells: readonly string[]): readonly Kind[] {
  const known = kindsOfRows.get(cells);
  if (known) return known;
  const kinds = cells.map((cell) => kindOf(cell.trim()));
  kindsOfRows.set(cells, kinds);
  return kinds;
}
const kindsOfRows = new WeakMap<readonly string[], readonly Kind[]>();

const NO_CODES: readonly Kind[] = ['none', 'text', '@', 'date', 'amount'];
/** Whether a kind is one of numbers and ids. */
export const isCode = (kind: Kind): boolean => !NO_CODES.includes(kind);

const SURE: ReadonlySet<Kind> = new Set(['date', 'number', 'amount', 'length', '@', 'x', '8']);
/** Whether a kind is one that says what it is wherever it stands: no word, no code, no part of a text looks so. */
export const isSure = (kind: Kind): boolean => SURE.has(kind);

/** An address or an id, a phone number, a time: digits with marks, or with letters and no blank between. */
const isCodeShape = (shape: string): boolean =>
  /^[@8x]$/.test(shape) || (shape.includes('9') && shape.length <= 30 && !(shape.includes('a') && /\s/.test(shape)));
