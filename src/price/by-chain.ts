import type { JudgedChain } from '../judge/facts.ts';
import { rowsOf } from '../link/slots.ts';

/** Looks up what belongs to a chain, units or claims, in the order in which they were given. */
export function byChain<T extends { readonly chain: JudgedChain | undefined }>(
  items: readonly T[],
): (chain: JudgedChain | undefined) => readonly T[] {
  const index = new Map<JudgedChain | undefined, T[]>();
  for (const item of items) {
    const own = index.get(item.chain);
    if (own) own.push(item);
    else index.set(item.chain, [item]);
  }
  return (chain) => (chain && index.get(chain)) ?? [];
}

/** The ids of the rows of a chain. */
export const rowIdsOf = (chain: JudgedChain): string[] => [
  ...new Set(chain.slots.flatMap((slot) => rowsOf(slot).flatMap((row) => row.id ?? []))),
];
