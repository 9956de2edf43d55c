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

/** Whether two words are at most `most` letters apart: one added, left out, changed, or two neighbours turned round each. */
export function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return false;
    before = last;
    last = row;
  }
  return (last[b.length] ?? 0) <= most;
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
