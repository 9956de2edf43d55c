/** What is found of a text is found once, as long as texts are not too many; of texts that do not repeat themselves nothing is kept. */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  let known: Map<string, T> | undefined = new Map();
  let hits = 0;
  return (text) => {
    if (!known) return find(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) {
      hits++;
      return before as T;
    }
    const value = find(text);
    known.set(text, value);
    if (known.size >= MOST) {
      known = hits < MOST ? undefined : new Map();
      hits = 0;
    }
    return value;
  };
}
const MOST = 20_000;
