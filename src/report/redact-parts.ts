import type { Hide, Token } from './redact-texts.ts';
import { UNSPACED, type Word, wordsIn, wordsOf } from './redact-words.ts';

/** What may stand between the letters of such a name. */
const BETWEEN = /^[\s\u00b7\u30fb\uff65]$/u;

/** What stands for a part that several people share. */
const SHARED = '(name)';
/** Texts of more words are no name. */
const MOST_WORDS = 4;
/** Shorter ones are particles and initials. */
const SHORTEST_PART = 3;

/** The parts of names with the people who have them. */
function ownersOf(names: readonly string[], partsOf: (name: string) => readonly string[]): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const name of names)
    for (const part of partsOf(name)) owners.set(part, (owners.get(part) ?? new Set()).add(name));
  return owners;
}

const tokenOfPart = (owners: ReadonlySet<string> | undefined, token: Token): string => {
  const [only, ...others] = owners ?? [];
  return only === undefined || others.length ? SHARED : token('person', only);
};

/** What is looked for, by its first word or letter, the longest first. */
function byFirstOf(all: readonly (readonly string[])[]): Map<string, (readonly string[])[]> {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const one of [...all].sort((a, b) => b.length - a.length)) {
    const own = byFirst.get(one[0] ?? '');
    if (own) own.push(one);
    else byFirst.set(one[0] ?? '', [one]);
  }
  return byFirst;
}

/** Replaces a part of a known name that is written with a capital: "Mr. Stern", "Stern, P.". The name of a company stays. */
export function partHiderOf(names: readonly string[], companies: readonly string[], token: Token): Hide {
  const owners = ownersOf(names, (name) => {
    const words = wordsOf(name);
    return words.length > 1 && words.length <= MOST_WORDS
      ? words.filter((word) => word.length >= SHORTEST_PART && !/\p{N}/u.test(word) && !UNSPACED.test(word))
      : [];
  });
  const kept = byFirstOf(companies.map(wordsOf).filter((words) => words.some((word) => owners.has(word))));
  return (text) => {
    const words = wordsIn(text);
    let shown = '';
    let at = 0;
    for (let i = 0; i < words.length; i++) {
      const { word, from, to } = words[i] as Word;
      const company = kept.get(word)?.find((own) => own.every((one, n) => words[i + n]?.word === one));
      i += company ? company.length - 1 : 0;
      if (company || !owners.has(word) || !/^\p{Lu}/u.test(text.slice(from, to))) continue;
      shown += text.slice(at, from) + tokenOfPart(owners.get(word), token);
      at = to;
    }
    return shown + text.slice(at);
  };
}

/** Replaces names and their parts in scripts that part no words, or have no capitals: `佐藤健一様` holds `佐藤 健一`. */
export function unspacedHiderOf(names: readonly string[], companies: readonly string[], token: Token): Hide {
  const owners = ownersOf(
    names.filter((name) => UNSPACED.test(name)),
    (name) => {
      const parts = name.split(/[\s\u00b7\u30fb\uff65]+/u).filter((part) => UNSPACED.test(part));
      return [parts.join(''), ...(parts.length > 1 ? parts : halvesOf(name))].filter(isLongEnough);
    },
  );
  if (!owners.size) return (text) => text;
  const kept = companies.filter((company) => UNSPACED.test(company) && !owners.has(company));
  const byFirst = byFirstOf([...owners.keys(), ...kept].map((part) => [...part]));
  return (text) => {
    if (!UNSPACED.test(text)) return text;
    const letters = [...text];
    let shown = '';
    for (let i = 0; i < letters.length; i++) {
      const letter = letters[i] ?? '';
      const part = byFirst.get(letter)?.find((own) => endOf(own, letters, i) !== undefined);
      const end = (part && endOf(part, letters, i)) ?? i + 1;
      const people = owners.get(part?.join('') ?? '');
      shown += people ? tokenOfPart(people, token) : letters.slice(i, end).join('');
      i = end - 1;
    }
    return shown;
  };
}

/** Where a part ends that begins at a letter; blanks between its letters do not matter. */
function endOf(part: readonly string[], letters: readonly string[], from: number): number | undefined {
  let at = from;
  for (const [n, letter] of part.entries()) {
    while (n > 0 && BETWEEN.test(letters[at] ?? '')) at++;
    if (letters[at] !== letter) return undefined;
    at++;
  }
  return at;
}

const IDEOGRAPHS = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]+$/u;

/** Of a name that is written in one: of three letters the last two are the given name, of four the first two or the last two are a name. */
function halvesOf(name: string): string[] {
  const letters = IDEOGRAPHS.test(name) ? [...name] : [];
  if (letters.length === 3) return [letters.slice(1).join('')];
  return letters.length === 4 ? [letters.slice(0, 2).join(''), letters.slice(2).join('')] : [];
}

const isLongEnough = (part: string): boolean =>
  [...part.replace(/\p{M}/gu, '')].length >= (IDEOGRAPHS.test(part) ? 2 : SHORTEST_PART);
