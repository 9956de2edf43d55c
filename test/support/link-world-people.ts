import { type Dice, pickByWeight } from './dice.ts';
import { CULTURES, type Culture } from './link-world-names.ts';
import { edits, folded } from './link-world-text.ts';

/** A name as its bearer would write it. */
export interface Name {
  readonly culture: string;
  readonly given: string;
  /** Other ways in which people say or spell the given name. */
  readonly also: readonly string[];
  readonly middle: string | undefined;
  /** The surname whole, with particles. */
  readonly family: string;
  readonly familyAlso: readonly string[];
  /** The mother's surname, in Spanish names. */
  readonly second: string | undefined;
  readonly suffix: string | undefined;
}

interface Entry {
  readonly name: string;
  readonly also: readonly string[];
}
interface Table {
  readonly culture: Culture;
  readonly men: Ranked;
  readonly women: Ranked;
  readonly families: Ranked;
}

/** Entries thrown by rank: a few are very frequent, most are not (Zipf's law, flattened at the top). */
class Ranked {
  readonly entries: readonly Entry[];
  readonly names: ReadonlySet<string>;
  readonly #sums: Float64Array;

  constructor(list: string) {
    this.entries = list.split(/\s+/).map((word) => {
      const [name = '', also] = word.replaceAll('_', ' ').split('=');
      return { name, also: also?.split(',') ?? [] };
    });
    this.names = new Set(this.entries.map(({ name }) => name));
    let sum = 0;
    this.#sums = Float64Array.from(this.entries, (_, rank) => (sum += 1 / (rank + 6) ** 0.85));
  }

  throw(dice: Dice): Entry {
    const sums = this.#sums;
    const aim = (dice.whole(0, 0x3fffffff) / 0x40000000) * (sums.at(-1) ?? 0);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > aim) high = middle;
      else low = middle + 1;
    }
    return this.entries[low] as Entry;
  }
}

const TABLES: readonly Table[] = CULTURES.map((culture) => ({
  culture,
  men: new Ranked(culture.men),
  women: new Ranked(culture.women),
  families: new Ranked(culture.families),
}));

/** Every given name in its groups: a nickname of several names is in the group of each. */
const kin = new Map<string, Set<string>>();
const surnames = new Map<string, Set<string>>();
for (const { men, women, families } of TABLES) {
  for (const { name, also } of [...men.entries, ...women.entries]) join(kin, [name, ...also]);
  for (const { name, also } of families.entries) join(surnames, [name, ...also]);
}
function join(groups: Map<string, Set<string>>, names: readonly string[]): void {
  const folds = names.map(folded);
  for (const name of folds) {
    const group = groups.get(name);
    if (group) for (const other of folds) group.add(other);
    else groups.set(name, new Set(folds));
  }
}
/** The text is a name that people have: a slip that makes it names somebody else. */
export const isKnownName = (text: string): boolean => kin.has(folded(text)) || surnames.has(folded(text));

export function cultureOf(dice: Dice): Culture {
  return pickByWeight(CULTURES, ({ share }) => share, dice);
}
const tableOf = (key: string): Table => TABLES.find(({ culture }) => culture.key === key) as Table;

export const countriesOf = (key: string): readonly string[] => tableOf(key).culture.countries;

const RARE_SHARE = 0.35;

export function familyOf(key: string, dice: Dice): Entry {
  const { culture, families } = tableOf(key);
  if (!culture.rare || !dice.chance(RARE_SHARE)) {
    const entry = families.throw(dice);
    return key === 'vietnamese' || !dice.chance(0.03) || /[\s'-]/.test(entry.name) || entry.name.length < 4
      ? entry
      : { name: `${entry.name}-${families.throw(dice).name.replace(/.*[\s-]/, '')}`, also: [] };
  }
  const [heads, ends] = culture.rare.map((list) => list.split(' ')) as [string[], string[]];
  return { name: dice.pick(heads) + dice.pick(ends), also: [] };
}

export function givenOf(key: string, dice: Dice): Entry {
  const { men, women } = tableOf(key);
  return (dice.chance(0.6) ? men : women).throw(dice);
}

/** What most bearers of a given name are, where the culture has it for one alone. */
export function genderOf({ culture, given }: Name): 'man' | 'woman' | 'unknown' {
  const [man, woman] = [tableOf(culture).men, tableOf(culture).women].map(({ names }) => names.has(given));
  return man === woman ? 'unknown' : man ? 'man' : 'woman';
}

export function nameOf(key: string, dice: Dice): Name {
  const given = givenOf(key, dice);
  const family = familyOf(key, dice);
  return {
    culture: key,
    given: given.name,
    also: given.also,
    middle:
      key === 'vietnamese'
        ? dice.pick(['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc', 'Thanh'])
        : key === 'english' && dice.chance(0.5)
          ? givenOf(key, dice).name
          : undefined,
    family: family.name,
    familyAlso: family.also,
    second: key === 'spanish' && dice.chance(0.7) ? familyOf(key, dice).name : undefined,
    suffix: undefined,
  };
}

export const withGiven = (name: Name, given: Entry): Name => ({ ...name, given: given.name, also: given.also });

/** A part of a name, folded; the same text is one object. */
interface Token {
  readonly text: string;
  /** Its letters as bits: texts that are near have nearly the same. */
  readonly letters: number;
  readonly kin: readonly (ReadonlySet<string> | undefined)[];
}
/** The parts of a name that can be compared: as the bearer has them, or as a cell shows them. */
export interface Spoken {
  readonly givens: readonly Token[];
  readonly families: readonly Token[];
}
const PARTICLES = new Set(
  'van von der den de la del da dos di della le lo el al ter ten op zu af ben bin las los'.split(' '),
);
const interned = new Map<string, Token>();
function tokenOf(text: string): Token {
  let token = interned.get(text);
  if (!token) {
    let letters = 0;
    for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) - 97);
    token = { text, letters, kin: [kin.get(text), surnames.get(text)] };
    interned.set(text, token);
  }
  return token;
}
const spoken = new Map<string, readonly Token[]>();
function tokensOf(text: string): readonly Token[] {
  let tokens = spoken.get(text);
  if (!tokens) {
    const words = text.split(/[\s-]+/).map(folded);
    const strong = words.filter((word) => word && !PARTICLES.has(word));
    tokens = [...new Set([...(strong.length ? strong : words), folded(text)])].map(tokenOf);
    spoken.set(text, tokens);
  }
  return tokens;
}
export const spokenOf = (given: string, family: string, second?: string): Spoken => ({
  givens: given ? tokensOf(given) : [],
  families: family || second ? [...tokensOf(family), ...(second ? tokensOf(second) : [])] : [],
});

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest; rest &= rest - 1) count++;
  return count;
}
function isLike(a: Token, b: Token): boolean {
  if (a === b || a.kin[0]?.has(b.text) || a.kin[1]?.has(b.text)) return true;
  const most = Math.min(a.text.length, b.text.length) <= 4 ? 1 : 2;
  // An edit takes a letter away or brings one, or both.
  if (Math.abs(a.text.length - b.text.length) > most || bits(a.letters ^ b.letters) > 2 * most) return false;
  return edits(a.text, b.text, most) <= most;
}
const isLikeOrInitial = (a: Token, b: Token): boolean => a.text[0] === b.text[0] || isLike(a, b);
function some(as: readonly Token[], bs: readonly Token[], test: (a: Token, b: Token) => boolean): boolean {
  for (const a of as) for (const b of bs) if (test(a, b)) return true;
  return false;
}

const fits = (as: readonly Token[], bs: readonly Token[]): boolean => !as.length || !bs.length || some(as, bs, isLike);
/** Both could be names of one person, for a reader who allows for slips, nicknames and swapped cells. A missing part fits all. */
export const isAlike = (a: Spoken, b: Spoken): boolean =>
  (fits(a.families, b.families) && fits(a.givens, b.givens)) ||
  (fits(a.families, b.givens) && fits(a.givens, b.families));
/** A part of one name could be a part of the other. */
export const sharesPart = (a: Spoken, b: Spoken): boolean =>
  some(a.families, b.families, isLike) || some(a.givens, b.givens, isLike);
/** As alike, or as an initial may hide it. */
export const isAlikeByInitial = (a: Spoken, b: Spoken): boolean =>
  (some(a.families, b.families, isLike) && some(a.givens, b.givens, isLikeOrInitial)) || isAlike(a, b);
