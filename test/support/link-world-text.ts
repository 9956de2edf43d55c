import type { Dice } from './dice.ts';

const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  æ: 'ae',
  Æ: 'Ae',
  ı: 'i',
};
const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  å: 'aa',
  Å: 'Aa',
  ø: 'oe',
  Ø: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
};

/** The text without accents: `Łukasz Groß` is `Lukasz Gross`. */
export const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøØłŁđĐæÆı]/g, (c) => PLAIN[c] ?? c);
/** Accents spelled out, as German and Nordic writers do: `Jürgen Ødegård` is `Juergen Oedegaard`. */
export const spelledOut = (text: string): string =>
  unaccented(text.replace(/[äöüÄÖÜßåÅøØæÆ]/g, (c) => SPELLED[c] ?? c));
const folds = new Map<string, string>();
/** Lower case, no accents, letters and digits alone. */
export function folded(text: string): string {
  let fold = folds.get(text);
  if (fold === undefined) {
    fold = unaccented(text)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    folds.set(text, fold);
  }
  return fold;
}

/** What a text becomes that was written in UTF-8 and read as Latin-1. */
export const mojibake = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const LONGEST = 64;
let [older, old, young] = [new Uint8Array(LONGEST), new Uint8Array(LONGEST), new Uint8Array(LONGEST)];
/** Insertions, deletions, substitutions and swaps of neighbours between two texts; never more than `most` + 1. */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || b.length >= LONGEST) return most + 1;
  for (let j = 0; j <= b.length; j++) old[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let lowest = i;
    young[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let least = at(old, j - 1) + (letter === other ? 0 : 1);
      if (at(old, j) < least) least = at(old, j) + 1;
      if (at(young, j - 1) < least) least = at(young, j - 1) + 1;
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        least = Math.min(least, at(older, j - 2) + 1);
      young[j] = least;
      if (least < lowest) lowest = least;
    }
    if (lowest > most + 1) return most + 1;
    [older, old, young] = [old, young, older];
  }
  return Math.min(at(old, b.length), most + 1);
}
const at = (row: Uint8Array, j: number): number => row[j] as number;

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const besides = new Map<string, string>();
for (const [r, keys] of KEYS.entries())
  for (const [i, key] of [...keys].entries())
    besides.set(key, [keys[i - 1], keys[i + 1], KEYS[r - 1]?.[i], KEYS[r + 1]?.[i]].filter((k) => k).join(''));
const CONFUSED: Readonly<Record<string, string>> = {
  i: 'ey',
  y: 'i',
  e: 'a',
  a: 'e',
  o: 'u',
  u: 'o',
  c: 'k',
  k: 'c',
  s: 'z',
  z: 's',
  n: 'm',
  m: 'n',
  d: 't',
  t: 'd',
  b: 'p',
  p: 'b',
  v: 'w',
  f: 'v',
};

/** The text with one slip of the fingers or of the ear, never the text itself. */
export function slipped(text: string, dice: Dice): string {
  const place = dice.chance(0.08) ? 0 : dice.whole(1, text.length - 1);
  const letter = (text[place] ?? '').toLowerCase();
  const put = (middle: string, skip: number): string => text.slice(0, place) + middle + text.slice(place + skip);
  const kept = (from: string): string => (text[place] === letter ? from : from.toUpperCase());
  const others = dice.chance(0.5) ? besides.get(letter) : (CONFUSED[letter] ?? besides.get(letter));
  const kind = dice.whole(0, 9);
  let slip = text;
  if (kind < 3 && place + 1 < text.length)
    slip = text.slice(0, place) + (text[place + 1] ?? '').toLowerCase() + letter + text.slice(place + 2);
  else if (kind < 5) slip = put('', 1);
  else if (kind < 7) slip = put((text[place] ?? '') + letter, 1);
  else if (others) slip = put(kept(dice.pick([...others])), 1);
  if (place === 0 && text[0] !== letter) slip = slip.charAt(0).toUpperCase() + slip.slice(1);
  return folded(slip) === folded(text) ? put((text[place] ?? '') + letter, 1) : slip;
}
