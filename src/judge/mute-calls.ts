import type { RowRef } from '../model.ts';
import type { Call } from '../read/records.ts';

/** Calls that ended in a way that needs a reason, and give none: how many, and the first of them. */
export interface MuteCalls {
  readonly count: number;
  readonly first: readonly RowRef[];
}

const SHOWN = 20;

export const foldWord = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Counts them while the call log streams past; `words` are dispositions, the vendor's own or ours. */
export function muteCollector(words: readonly string[]): { add(calls: readonly Call[]): void; found(): MuteCalls } {
  const wanted = new Set(words.map(foldWord));
  const first: RowRef[] = [];
  let count = 0;
  return {
    add(calls) {
      if (!wanted.size) return;
      for (const call of calls) {
        const isOwed = wanted.has(foldWord(call.raw.disposition ?? '')) || wanted.has(call.disposition ?? '');
        if (!isOwed || call.reason !== undefined) continue;
        count++;
        if (first.length < SHOWN) first.push(call.row);
      }
    },
    found: () => ({ count, first }),
  };
}
