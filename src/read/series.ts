import { foldHeader } from './table.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), i + 1])),
  ...{ '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, first: 1, second: 2, third: 3, fourth: 4 },
};

/** A header that counts, without its number: `Status 2` is the second `status`; one without a number is the first. */
export function counted(header: string): { readonly stem: string; readonly n: number } {
  const words = foldHeader(header)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const at = words.findIndex((word) => NUMBERS[word] !== undefined);
  return { stem: words.filter((_, i) => i !== at).join(' '), n: NUMBERS[words[at] ?? ''] ?? 1 };
}

/** The headers that go on counting from one that is the first: `Meeting 2` and `Meeting 3` behind `Meeting 1`. */
export function seriesAfter(first: string, headers: readonly string[]): string[] {
  const { stem, n } = counted(first);
  if (n !== 1 || stem === '') return [];
  const numbered = headers.map((header) => ({ header, ...counted(header) }));
  return numbered.flatMap((other) => (other.stem === stem && other.n > 1 ? [other.header.trim()] : []));
}
