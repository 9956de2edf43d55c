import { isEastAsian } from './family-names-of-east-asia.ts';
import { areBothFull, isFormOfSlip, isGivenName, isInitialOf, isSameGiven, isWesternGiven } from './given-names.ts';
import { hasOtherFamily, isGivenPartOf, PARTICLES, type PersonName, parseName } from './person-name.ts';
import { isSlip, isTwoSlips, lettersApart } from './slips.ts';
import { isWithin, unspelled } from './text.ts';

/** How two names agree, from strong to weak. */
export type NameLevel =
  | 'same'
  | 'turned'
  | 'nickname'
  | 'part'
  | 'spelling'
  | 'within'
  | 'loose'
  | 'own_form'
  | 'ending'
  | 'generation'
  | 'initial'
  | 'middle'
  | 'family_only'
  | 'given_only'
  | 'garbled'
  | 'monsieur'
  | 'given_initial'
  | 'other_given'
  | 'other_family'
  | 'other';

/** Whether names agree in a given and a family name. */
export const isFullName = (level: string): boolean =>
  ['same', 'turned', 'nickname', 'part', 'spelling'].includes(level);

/** Whether names are those of two people. */
export const isAnotherName = (level: string): boolean => level.startsWith('other') || level === 'given_initial';

/** How two texts agree as names; undefined where one of them is no name. What other people are called is not looked at. */
export function nameLevelOf(a: string | undefined, b: string | undefined): NameLevel | undefined {
  const [x, y] = [a, b].map((text) => (text === undefined ? undefined : parseName(text)));
  return x && y && compareNames(x, y, () => false);
}

type Word = 'same' | 'nickname' | 'near' | 'far' | 'middle' | 'ending' | 'own_form' | 'initial' | 'other';

/** `isFrequent` says of a family name that the client knows several people of that name: then a letter is a difference, not a slip. */
export function compareNames(a: PersonName, b: PersonName, isFrequent: (family: string) => boolean): NameLevel {
  if (a.generation !== undefined && b.generation !== undefined && a.generation !== b.generation) return 'other_given';
  const level = compareWords(a, b, isFrequent);
  if (mayBeMonsieur(a) || mayBeMonsieur(b)) {
    if (level === 'initial') return 'monsieur';
    if (level.startsWith('other') && isFullName(compareWords(withoutM(a), withoutM(b), isFrequent))) return 'garbled';
  }
  return isFullName(level) && a.generation !== b.generation ? 'generation' : level;
}

/** `M. Luciano Gallo`: an initial, or a title; in `M. de Wit` it is an initial or nothing. */
const mayBeMonsieur = ({ given, words }: PersonName): boolean =>
  given === 'm' && words.length > 2 && !PARTICLES.has(words[1] ?? '');
const withoutM = (name: PersonName): PersonName =>
  (mayBeMonsieur(name) ? parseName(name.words.slice(1).join(' ')) : undefined) ?? name;

function compareWords(a: PersonName, b: PersonName, isFrequent: (family: string) => boolean): NameLevel {
  const [x, y] = [a.words, b.words];
  if (x.length === 1 || y.length === 1) return compareSingle(a, b);
  // Two rows with one initial may still be two people.
  if (a.squeezed === b.squeezed) return a.given.length === 1 || a.family.length === 1 ? 'initial' : 'same';
  if (isFamilyOf(a, b) || isFamilyOf(b, a)) return 'family_only';
  if (areOfOneFamily(a, b)) return 'other_given';
  const straight = ranked(givenWord(a, b), familyWord(a, b, isFrequent), a, b);
  if (straight === 'same' || straight === 'nickname') return straight;
  if (isTurned(a, b)) return 'turned';
  if (isTurnedInitial(a, b) || isTurnedInitial(b, a)) return 'initial';
  if (isGivenPartOf(a, b) || isGivenPartOf(b, a)) return 'given_only';
  if (isInside(x, y) || isInside(y, x)) {
    // Jean François may be Jean-François Petit's given names, or another's whole name; so may Pierre Jean.
    const [few, many] = x.length < y.length ? [x, y] : [y, x];
    const last = few.at(-1) ?? '';
    const rest = many.filter((word) => !few.includes(word));
    // Serrano Escini are the family names of Serrano Escini Manuel.
    if (rest.some(isGivenName) && !few.some(isGivenName)) return 'family_only';
    const isAmongGiven = last === many[1] || !few.includes(many.at(-1) ?? '');
    return isGivenName(last) && isAmongGiven ? 'within' : 'part';
  }
  return isAnotherName(straight) && (isGarbled(a, b, isFrequent) || isGarbled(a, turned(b), isFrequent))
    ? 'garbled'
    : straight;
}

/** `Kovács Béla` and `Kovács Beáta`, `Szabó Ferenc` and his wife `Szabó Ferencné`: the family name stands first, and the given names are two. */
function areOfOneFamily({ given, family: x, words }: PersonName, { family: y, words: other }: PersonName): boolean {
  const isShared =
    words.length === other.length && words.every((word, i) => word === other[i] || i === words.length - 1);
  if (!isShared || given.length === 1 || isGivenName(given)) return false;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return isGivenName(short) && (long === `${short}ne` || (isGivenName(long) && !isSameGiven(short, long)));
}

/** `J. Hansen` and `Hansen Josephine`, `Hansen J.` and `Josephine Hansen`; what is a given name may stand first as such. */
const isTurnedInitial = ({ words: a }: PersonName, { words: b }: PersonName): boolean =>
  a.length === 2 &&
  b.length === 2 &&
  a.some((family, i) => {
    const initial = a[1 - i] ?? '';
    return initial.length === 1 && b[1 - i] === family && b[i]?.[0] === initial && !isGivenName(family);
  });

/** A family name of several words without a given one: all words of the other but its first. */
const isFamilyOf = ({ words, given }: PersonName, { words: all }: PersonName): boolean =>
  words.length === all.length - 1 &&
  (PARTICLES.has(given) || !isGivenName(given)) &&
  words.every((word, i) => word === all[i + 1]);

/** All words of one among the more words of the other, in any order, with what the other is led by. */
function isInside(few: readonly string[], many: readonly string[]): boolean {
  const rest = [...many];
  const isThere = (word: string): boolean => {
    const at = word.length > 1 ? rest.indexOf(word) : -1;
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  };
  const isName = few.filter((word) => !PARTICLES.has(word)).length > 1;
  return few.length < many.length && isName && few.includes(many[0] ?? '') && few.every(isThere);
}

/** Given and family name in each other's place, without what stands between. */
const turned = (name: PersonName): PersonName => ({ ...name, given: name.family, family: name.given, words: [] });

/** A slip in the given and in the family name, or two in a long one; two given names, or two frequent family names, are no slip. */
function isGarbled(a: PersonName, b: PersonName, isFrequent: (family: string) => boolean): boolean {
  const given = lettersApart(a.given, b.given);
  if (given === undefined) return false;
  const family = familiesOf(a, b)
    .flatMap((word) => familiesOf(b, a).map((other) => lettersApart(word, other)))
    .reduce(
      (least, apart) => (apart === undefined || (least !== undefined && least < apart) ? least : apart),
      undefined,
    );
  if (family === undefined) return false;
  // Zdravko Petkov and Zdravka Petkova
  if (isOtherEnding(a.given, b.given) && isOtherEnding(a.family, b.family)) return false;
  if (given && isGivenName(a.given) && isGivenName(b.given) && !isSameGiven(a.given, b.given)) return false;
  if (family && isFrequent(a.family) && isFrequent(b.family)) return false;
  return given + family > 0 && given + family <= 2;
}

/** Whether one of two given names that are not both known begins the other, but for two letters: a pet form that no list has. */
export function isPetForm(a: PersonName | undefined, b: PersonName | undefined): boolean {
  if (!a || !b || (isGivenName(a.given) && isGivenName(b.given))) return false;
  const [short, long] = a.given.length < b.given.length ? [a.given, b.given] : [b.given, a.given];
  return short.length > 2 && long.startsWith(short.slice(0, Math.max(3, short.length - 2)));
}

/**
 * Whether two names of one East Asian family differ in that one side has a given name of the West, and the other one of its own: Grace Situ is Jun Situ. Spouses
 * have two family names there.
 */
export const isCalledAbroad = (a: PersonName | undefined, b: PersonName | undefined): boolean =>
  a?.family === b?.family &&
  isWesternGiven(a?.given ?? '') !== isWesternGiven(b?.given ?? '') &&
  isEastAsian(a?.words.slice(1) ?? []);

/** Whether two names are at most a slip apart in each part, even where the slip makes a name that others have. */
export function isMiswritten(a: PersonName | undefined, b: PersonName | undefined): boolean {
  if (!a || !b) return false;
  const isKnown = isGivenName(a.given) && isGivenName(b.given);
  const given =
    a.given === b.given ||
    isSameGiven(a.given, b.given) ||
    lettersApart(a.given, b.given) !== undefined ||
    (!isKnown && Math.min(a.given.length, b.given.length) > 3 && isWithin(a.given, b.given, 2));
  return given && familiesOf(a, b).some((x) => familiesOf(b, a).some((y) => lettersApart(x, y) !== undefined));
}

/** Whether two names are whole, and no word of one is like a word of the other, be it a form, a slip or a beginning. Another script may spell the same. */
export function areUnlike(a: PersonName, b: PersonName): boolean {
  const isWhole = ({ words, given, family }: PersonName): boolean =>
    words.length > 1 && given.length > 1 && family.length > 1 && /^\p{Script=Latin}+$/u.test(words.join(''));
  const told = ({ words }: PersonName): readonly string[] =>
    words.filter((word) => word.length > 1 && !PARTICLES.has(word)).map(unspelled);
  const isLike = (x: string, y: string): boolean =>
    x.startsWith(y) || y.startsWith(x) || isSameGiven(x, y) || lettersApart(x, y) !== undefined;
  return isWhole(a) && isWhole(b) && !told(a).some((x) => told(b).some((y) => isLike(x, y)));
}

/** The family name; each of two where the other side shows one. */
const familiesOf = ({ family, given, words }: PersonName, other: PersonName): readonly string[] =>
  other.words.length === 2 && words.length > 2 && !PARTICLES.has(given) ? [family, ...words.slice(1)] : [family];

/** Names of one word, on one side or both. */
function compareSingle(a: PersonName, b: PersonName): NameLevel {
  const [single, full] = a.words.length === 1 ? [a, b] : [b, a];
  const word = single.words[0] ?? '';
  if (full.words.length === 1) {
    if (word !== full.words[0]) return 'other';
    // A name in a script without blanks is a whole one.
    return /[^\p{Script=Latin}\p{N}]/u.test(word) ? 'same' : 'family_only';
  }
  if (word === full.squeezed) return 'same';
  if (word === full.family || full.words.slice(1).includes(word)) return 'family_only';
  if (word === full.given || isSameGiven(word, full.given)) return 'given_only';
  return isSlip(word, full.family) || isSlip(word, full.given) ? 'garbled' : 'other';
}

function givenWord(x: PersonName, y: PersonName): Word {
  const { given: a, middle: middleX } = x;
  const { given: b, middle: middleY } = y;
  // What leads a family name alone says no more than an initial.
  if (a === b || x.plainGiven === y.plainGiven) return a.length === 1 || PARTICLES.has(a) ? 'initial' : 'same';
  // Called by the middle name, or both given names written as one; what both have there is of the family name.
  const isIn = (word: string, middle: readonly string[], own: readonly string[]): boolean =>
    word.length > 1 && middle.includes(word) && !own.includes(word) && !PARTICLES.has(word);
  if (isIn(b, middleX, middleY) || isIn(a, middleY, middleX)) return 'middle';
  if (a.length === 1 || b.length === 1) return isInitialOf(a, b) || isInitialOf(b, a) ? 'initial' : 'other';
  if (isSameGiven(a, b)) return !areBothFull(a, b) ? 'nickname' : lettersApart(a, b) === undefined ? 'own_form' : 'far';
  if (middleX[0] !== undefined && a + middleX[0] === b) return 'same';
  if (middleY[0] !== undefined && b + middleY[0] === a) return 'same';
  if (isGivenName(a) && isGivenName(b)) return 'other';
  // Given names of East Asia are a letter or two apart from many others.
  if (isEastAsian(x.words.slice(1)) && isEastAsian(y.words.slice(1))) return 'other';
  if (isOtherEnding(a, b)) return 'ending';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 2 && long.startsWith(short) && !isGivenName(short)) return 'far';
  if (isSlip(a, b)) return 'near';
  return isTwoSlips(a, b) || isFormOfSlip(a, b) || isFormOfSlip(b, a) ? 'far' : 'other';
}

/** Michael and Michaela, Andre and Andrea, Mario and Maria: another ending. */
function isOtherEnding(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === long.length) return /[aeoi]$/.test(a) && /[aeoi]$/.test(b) && a.slice(0, -1) === b.slice(0, -1);
  const rest = long.startsWith(short) ? long.slice(short.length) : '';
  if (rest === short.at(-1)) return false;
  return /^(a|e|o|i|ia|ie|na|ne|ina|ine|etta|ette|ella|elle|ke|tje)$/.test(rest);
}

function familyWord(a: PersonName, b: PersonName, isFrequent: (family: string) => boolean): Word | 'part' {
  const [x, y] = [a.family, b.family];
  if (x === y || a.plainFamily === b.plainFamily) return 'same';
  const [lastX = '', lastY = ''] = [a.words.at(-1), b.words.at(-1)];
  if (lastX === lastY) return 'same';
  if (lastX.length === 1 || lastY.length === 1) return lastX[0] === lastY[0] ? 'initial' : 'other';
  // One of two family names, before or behind.
  const isIn = (word: string, { words }: PersonName, own: PersonName): boolean =>
    word.length > 2 && words.length > 2 && words.slice(1).includes(word) && !own.middle.includes(word);
  if (isIn(lastY, a, b) || isIn(lastX, b, a)) return hasOtherFamily(a, b) && hasOtherFamily(b, a) ? 'far' : 'part';
  const isSlipIn = (word: string, { words }: PersonName): boolean =>
    words.length > 2 && words.slice(1).some((other) => other !== word && isSlip(word, other));
  const near = isEastAsian([x, y]) ? 'far' : 'near';
  const slip = isSlip(x, y) ? near : isTwoSlips(x, y) || isSlipIn(lastX, b) || isSlipIn(lastY, a) ? 'far' : 'other';
  if (slip !== 'other' && a.given === b.given && isEastAsian([a.given])) return 'other';
  return slip !== 'other' && isFrequent(x) && isFrequent(y) ? 'other' : slip;
}

const isLedByInitial = ({ given }: PersonName): boolean => given.length === 1;
function ranked(given: Word, family: Word | 'part', x: PersonName, y: PersonName): NameLevel {
  if (family === 'other') return given === 'same' || given === 'nickname' ? 'other_family' : 'other';
  if (given === 'other') {
    if (family !== 'same' && family !== 'part') return 'other';
    return x.given[0] === y.given[0] ? 'given_initial' : 'other_given';
  }
  if (family === 'initial') return given === 'same' || given === 'nickname' ? 'given_only' : 'other';
  // A son may have his father's name in the middle.
  if (given === 'middle')
    return family !== 'same' ? 'other' : isLedByInitial(x) || isLedByInitial(y) ? 'nickname' : 'middle';
  if (given === 'ending') return family === 'same' || family === 'part' ? 'ending' : 'other';
  if (given === 'own_form' && family === 'same') return 'own_form';
  if (given === 'own_form' || given === 'far' || family === 'far') return 'loose';
  const middle = otherMiddle(x, y);
  if (middle === 'given') return 'given_initial';
  if (middle) return family === 'near' ? 'loose' : 'generation';
  if (given === 'initial') return family === 'near' ? 'loose' : 'initial';
  if (given === 'same' && family === 'same') return 'same';
  if (family === 'near') return given === 'same' ? 'spelling' : 'loose';
  if (given === 'near') return family === 'part' ? 'loose' : 'spelling';
  if (family === 'part') return given === 'nickname' ? 'loose' : 'part';
  return 'nickname';
}

/** Both have a middle initial or name, and they differ: Jean-Pierre and Jean-Paul, or Min-ji and Min-jun, are two given names. */
function otherMiddle(
  { middle: [one, ...more] }: PersonName,
  { middle: [other, ...others] }: PersonName,
): 'given' | 'initial' | undefined {
  if (one === undefined || other === undefined || others.includes(one) || more.includes(other)) return undefined;
  if (PARTICLES.has(one) || PARTICLES.has(other) || one === other || isSameGiven(one, other)) return undefined;
  if (isGivenName(one) && isGivenName(other)) return 'given';
  if ([...more, ...others].some((word) => !PARTICLES.has(word))) return undefined;
  const isLike = one.startsWith(other) || other.startsWith(one) || lettersApart(one, other) !== undefined;
  return one[0] !== other[0] || !isLike ? 'initial' : undefined;
}

/** Given and family name in each other's place. */
function isTurned(a: PersonName, b: PersonName): boolean {
  // José María and María José are two, whoever López they are.
  if (a.sorted === b.sorted) return a.words.at(-1) !== b.words.at(-1);
  const sameGiven = (m: string, n: string): boolean => m === n || (isSameGiven(m, n) && !areBothFull(m, n));
  const [ax = '', ay = ''] = [a.words[0], a.words.at(-1)];
  const [bx = '', by = ''] = [b.words[0], b.words.at(-1)];
  return (ax === by && sameGiven(ay, bx)) || (ay === bx && sameGiven(ax, by));
}
