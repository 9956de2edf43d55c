import type { Hide, Person } from './redact-texts.ts';

/**
 * Names of files and folders without who is named in them. They are written by hand: also turned round, run together
 * and without accents a name is one, and so is a phone in plain digits. Then the whole name of the file goes.
 */
export function fileHiderOf(people: readonly Person[], hide: Hide): Hide {
  const written = people.flatMap((person) => waysOf(person).map((way) => ({ way, person })));
  const hidden = new Map<string, string>();
  const taken = new Set<string>();
  const part = (text: string): string => {
    const [ending = ''] = ENDING.exec(text) ?? [];
    const stem = text.slice(0, text.length - ending.length);
    const shown = hide(stem);
    if (shown !== stem) return shown + ending;
    const plain = plainOf(stem);
    const found = written.find(({ way }) => plain.includes(way))?.person;
    return found ? hide(found.same ?? found.text) + ending : text;
  };
  return (path) => {
    const known = hidden.get(path);
    if (known !== undefined) return known;
    const plain = path.split('/').map(part).join('/');
    // Two files of one person stay two.
    const [ending = ''] = ENDING.exec(plain) ?? [];
    let shown = plain;
    for (let n = 2; plain !== path && taken.has(shown); n++)
      shown = `${plain.slice(0, plain.length - ending.length)}-${n}${ending}`;
    hidden.set(path, shown);
    taken.add(shown);
    return shown;
  };
}

/** The same in a text that names files. */
export function pathsHiderOf(paths: readonly string[], hideFile: Hide): Hide {
  const named = paths
    .map((path) => [path, hideFile(path)] as const)
    .filter(([path, shown]) => path !== shown)
    .sort(([a], [b]) => b.length - a.length);
  return (text) => named.reduce((shown, [path, hidden]) => shown.replaceAll(path, hidden), text);
}

/** Every file that a document names. */
export function filesIn(node: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'file' && typeof value === 'string') found.add(value);
    else filesIn(value, found);
  }
  return found;
}

const ENDING = /(?:\.(?:csv|tsv|txt|jsonl?|ndjson|ics|xlsx|gz))+$/i;
/** Shorter ones stand in other words too. */
const SHORTEST_NAME = 6;
const SHORTEST_PHONE = 7;

const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** How somebody is written in the name of a file, without what stands between the words. */
function waysOf({ kind, text, same }: Person): string[] {
  if (kind === 'phone') {
    const digits = [text, same ?? ''].map((each) => each.replace(/\D/g, ''));
    // Within its country a number is written without the code of it; of which one only North America's is told here.
    const within = digits.flatMap((each) => (/^1\d{10}$/.test(each) ? [each.slice(1)] : []));
    return [...digits, ...within].filter(({ length }) => length >= SHORTEST_PHONE);
  }
  const words = text.split(/[^\p{L}\p{M}\p{N}'’-]+/u).flatMap((word) => plainOf(word) || []);
  const [first = '', ...others] = words;
  const last = others.at(-1);
  if (last === undefined) return [];
  return [words.join(''), others.join('') + first, first + last, last + first].filter(
    ({ length }) => length >= SHORTEST_NAME,
  );
}
