/** Letters that do not come apart under NFKD, as they are written where they are missing. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Text for comparison: case, accents and punctuation dropped, words apart by one blank; `&` and `,` stay. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’'`.]/g, '')
    .replace(/[^\p{L}\p{N}&,]+/gu, ' ')
    .trim();
}

/** UTF-8 that was read as Latin-1 once more (`PÃ©rez`), as it was meant; other text as it is. */
export function unmangled(text: string): string {
  if (!/[\u00C2-\u00F4][\u0080-\u00BF]/.test(text) || /[^\0-\u00FF]/.test(text)) return text;
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const read = new TextDecoder('utf-8').decode(bytes);
  return read.includes('\uFFFD') ? text : read;
}

/** Spellings of one umlaut fall together: `mueller` and `muller`, `soerensen` and `sorensen`. */
export const unspelled = (word: string): string => word.replace(/([aou])e/g, '$1').replace(/aa/g, 'a');

/**
 * Whether two words are at most `most` letters apart: one added, left out, changed, or two neighbours turned round each. Equal letters are passed over
 * from `i` and `j` on, so that only words that are nearly the same cost more than a look.
 */
export function isWithin(a: string, b: string, most: number, i = 0, j = 0): boolean {
  if (Math.abs(a.length - i - (b.length - j)) > most) return false;
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  if (i === a.length || j === b.length) return true;
  if (most === 0) return false;
  const isTurned = a[i] === b[j + 1] && a[i + 1] === b[j];
  return (
    isWithin(a, b, most - 1, i + 1, j + 1) ||
    isWithin(a, b, most - 1, i + 1, j) ||
    isWithin(a, b, most - 1, i, j + 1) ||
    (isTurned && isWithin(a, b, most - 1, i + 2, j + 2))
  );
}

/** Numbers texts, so that equal texts are compared as numbers. */
export class Interner {
  readonly #ids = new Map<string, number>();
  readonly texts: string[] = [];

  of(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.#ids.set(text, id);
    this.texts.push(text);
    return id;
  }

  text(id: number): string {
    return this.texts[id] ?? '';
  }
}
