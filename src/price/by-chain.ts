import type { JudgedChain } from '../judge/facts.ts';

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
