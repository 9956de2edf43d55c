/**
 * Finds the items of a list that have one of the keys, each once, in the order of the list. What it knows of a list is kept with it and grows with it:
 * asking for every chain stays linear.
 */
export function lookup<T>(
  keysOf: (item: T) => readonly (string | undefined)[],
): <E extends T>(list: readonly E[], keys: readonly (string | undefined)[]) => E[] {
  const indexes = new WeakMap<readonly T[], { readonly places: Map<string, number[]>; read: number }>();
  return (list, keys) => {
    const index = indexes.get(list) ?? { places: new Map<string, number[]>(), read: 0 };
    indexes.set(list, index);
    for (; index.read < list.length; index.read++)
      for (const key of new Set(keysOf(list[index.read] as T))) {
        if (key === undefined) continue;
        const known = index.places.get(key);
        if (known) known.push(index.read);
        else index.places.set(key, [index.read]);
      }
    const found = keys.flatMap((key) => (key === undefined ? [] : (index.places.get(key) ?? [])));
    if (!found.length) return [];
    return [...new Set(found)].sort((a, b) => a - b).flatMap((at) => list[at] ?? []);
  };
}

/** A key with the kind of what it names; undefined where there is none. */
export const keyed = (kind: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${kind} ${value}`;
