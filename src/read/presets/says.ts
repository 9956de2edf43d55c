import { foldWord } from '../coercers.ts';

/** Whether a cell says a word, however that is written: people type it, and spreadsheets make `true` a `TRUE`. */
export const says = (text: string, word: string): boolean => foldWord(text) === foldWord(word);
