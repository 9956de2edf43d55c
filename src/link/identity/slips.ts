import { isWithin } from './text.ts';

/** How many letters two words are apart: one in four letters, two in seven; undefined where it is more. */
export function lettersApart(a: string, b: string): number | undefined {
  if (a === b) return 0;
  const short = Math.min(a.length, b.length);
  if (short < 4) return undefined;
  return isWithin(a, b, 1) ? 1 : short > 6 && isWithin(a, b, 2) ? 2 : undefined;
}

/** One slip in four letters or more, two in nine or more; never in the first letter and nowhere else. */
export function isSlip(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length);
  const isAlikeAtFirst = a[0] === b[0];
  if (short < 4 || (!isAlikeAtFirst && (a[0] !== b[1] || a[1] !== b[0]))) return false;
  return isWithin(a, b, 1) || (short >= 9 && isAlikeAtFirst && isWithin(a, b, 2));
}

/** Two slips in a word of five letters or more, or one in three, that begin alike. */
export const isTwoSlips = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) > 2 &&
  (a[0] === b[0] || a[0] === b[1] || a[1] === b[0]) &&
  isWithin(a, b, Math.min(a.length, b.length) > 4 ? 2 : 1);
