import { foldWord } from '../read/coercers.ts';
import { kindInWords } from '../read/line-words.ts';
import { fieldsOf } from '../read/source-table.ts';
import type { TextRow } from '../read/texts.ts';

/** So many prices are told. */
const MOST = 3;

/** The prices of one lead that an invoice bills most, by the proposed words for its kinds; a retainer says nothing of them. */
export function leadPrices(rows: readonly TextRow[], kinds: Readonly<Record<string, string>> = {}): string[] {
  const wordOf = new Map(Object.entries(kinds).map(([text, word]) => [foldWord(text), word]));
  const counts = new Map<string, number>();
  for (const { texts } of rows) {
    const { kind, description = '', unit_price: price } = texts;
    const word = kind === undefined || MUTE.has(foldWord(kind)) ? undefined : foldWord(kind);
    const bills = (word && (wordOf.get(word) ?? word)) ?? kindInWords(description) ?? 'lead';
    if (price !== undefined && OF_LEADS.has(bills)) counts.set(price, (counts.get(price) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([price]) => price);
}

/** What bills leads, or may. */
const OF_LEADS: ReadonlySet<string> = new Set(['lead', 'CHOOSE']);
const MUTE: ReadonlySet<string> = new Set(fieldsOf('invoice').kind?.mute?.map(foldWord));
