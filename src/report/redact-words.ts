const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** A word of a text in lower case, and where it stands. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((m) => ({ word: m[0].toLowerCase(), from: m.index, to: m.index + m[0].length }));

export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Letters of scripts that write names without capitals, many of them without blanks between a name and what follows. */
export const UNSPACED = /\p{Lo}/u;
