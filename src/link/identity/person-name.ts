import { isGivenName } from './given-names.ts';
import { plain, unmangled, unspelled } from './text.ts';

/** A person's name in parts, in plain letters. */
export interface PersonName {
  /** All words in order, `Last, First` turned round; titles, degrees and remarks in brackets dropped. */
  readonly words: readonly string[];
  /** The name is one word with a hyphen: `Seo-jun`. */
  readonly isJoined: boolean;
  /** `jr`, `sr`, `ii` ...: another person than the one without. */
  readonly generation: string | undefined;
  /** The words as one text: equal texts are equal names. */
  readonly key: string;
  readonly given: string;
  /** The last word with the particles before it. */
  readonly family: string;
  /** The words without blanks. */
  readonly squeezed: string;
  /** The words between the first and the last. */
  readonly middle: readonly string[];
  /** The words in alphabetical order, as one text. */
  readonly sorted: string;
  /** Given and family name with the spellings of an umlaut fallen together. */
  readonly plainGiven: string;
  readonly plainFamily: string;
}

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev herr frau hr fr mme mlle monsieur madame sr sra srta dona signor signora dott dipl univ capt sgt hon dhr mevr'.split(
    ' ',
  ),
);
const DEGREES = new Set('phd md mba msc bsc ma ba esq cpa cfa pmp pe rn dds jd llm mphil dphil'.split(' '));
/** Degrees that are no names, also without a comma before them. */
const PLAIN_DEGREES = new Set('phd mba msc bsc esq cpa cfa pmp llm mphil dphil'.split(' '));
const GENERATIONS = new Set('jr junior sr senior ii iii iv 2nd 3rd'.split(' '));
const GENERATION_OF: Readonly<Record<string, string>> = { junior: 'jr', senior: 'sr', '2nd': 'ii', '3rd': 'iii' };
/** Words that belong to the family name behind them. */
export const PARTICLES = new Set(
  'van von der den de del della di da dos das du la le el al bin ibn ter ten zu af av st'.split(' '),
);

/** Takes a name apart; undefined where no word is left. */
export function parseName(name: string): PersonName | undefined {
  // jane.smith, as in an address
  const spelled = unmangled(name).replace(/^\s*(?:(?:prof|dr|dipl)\.[\s-]*)*(?:ing|mag|lic|arq|abog)\.\s+/i, '');
  const blank = /\s/.test(spelled.trim()) ? spelled : spelled.replace(/[._]/g, ' ');
  const bare = plain(blank.replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"/g, ' ').replace(/\s[-–—]\s.*$|[|/].*$/, ' '));
  const parts = bare
    .split(',')
    .map((part) => part.split(' ').filter(Boolean))
    .filter((part) => part.length);
  // What follows a comma may be a degree or a generation, not a given name.
  const extras = parts.filter((part, i) => i > 0 && part.every((word) => DEGREES.has(word) || GENERATIONS.has(word)));
  const own = parts.filter((part) => !extras.includes(part));
  const [last = [], first, ...more] = own;
  const all = first && !more.length ? [...first, ...last] : own.flat();
  let generation = extras.flat().find((word) => GENERATIONS.has(word));
  let words = all.filter((word) => word !== '&');
  while (words.length > 1 && TITLES.has(words[0] ?? '')) words = words.slice(1);
  while (words.length > 1 && (PLAIN_DEGREES.has(words.at(-1) ?? '') || GENERATIONS.has(words.at(-1) ?? ''))) {
    const word = words.at(-1) ?? '';
    if (GENERATIONS.has(word)) generation ??= word;
    words = words.slice(0, -1);
  }
  if (!words.length) return undefined;
  const of = generation && (GENERATION_OF[generation] ?? generation);
  const isJoined = words.length > 1 && /^[^\s,]+$/.test(spelled.trim()) && /[-‐‑]/.test(spelled);
  const spoken = words.join(isJoined ? '-' : ' ');
  const key = of ? `${spoken}, ${of}` : spoken;
  const [given = ''] = words;
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has(words[from - 1] ?? '')) from--;
  const family = words.slice(from).join('');
  return {
    words,
    isJoined,
    generation: of,
    key,
    given,
    family,
    squeezed: words.join(''),
    middle: words.slice(1, -1),
    sorted: [...words].sort().join(' '),
    plainGiven: unspelled(given),
    plainFamily: unspelled(family),
  };
}

/** Whether a name of one word with a hyphen is what another begins with: a given name alone. */
export const isGivenPartOf = ({ isJoined, words }: PersonName, { words: all }: PersonName): boolean =>
  isJoined && words.length < all.length && words.every((word, i) => word === all[i]);

/** Whether one name has a family name that the other has not: Pinto Almeida beside Nascimento Pinto. */
export const hasOtherFamily = ({ words }: PersonName, { words: theirs }: PersonName): boolean =>
  words.some((word, i) => i && word.length > 1 && !PARTICLES.has(word) && !isGivenName(word) && !theirs.includes(word));

/** Whether words beside the last are family names as well: Delgado Méndez. */
export const hasTwoFamilies = ({ middle }: PersonName): boolean =>
  middle.some((word) => word.length > 1 && !PARTICLES.has(word) && !isGivenName(word));
