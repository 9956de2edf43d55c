import { FUNCTION_WORDS, LEVEL_WORDS } from './title-words.ts';

/** Seniority, lowest first. */
export const LEVELS = ['ic', 'manager', 'senior_manager', 'director', 'vp', 'c_level', 'owner'] as const;
export type Level = (typeof LEVELS)[number];

export const FUNCTIONS = [
  'it',
  'engineering',
  'operations',
  'finance',
  'marketing',
  'sales',
  'hr',
  'legal',
  'product',
  'procurement',
  'data',
  'security',
  'support',
] as const;
/** A function of the company; `any` is a title over all of them (CEO, owner, general manager). */
export type JobFunction = (typeof FUNCTIONS)[number] | 'any';

/** What a title says; a title that says nothing is a question, never a guess. */
export interface Ladder {
  /** Undefined where the title names none. */
  levelOf(title: string): Level | undefined;
  /** Empty where the title names none. */
  functionsOf(title: string): readonly JobFunction[];
}

/** What the rules file says of titles: read before the common words. */
export interface TitleRow {
  readonly title: string;
  readonly level?: Level | undefined;
  readonly functions?: readonly JobFunction[] | undefined;
}

/** The ladder of common titles, below what the rules file says of its own. */
export function ladderOf(own: readonly TitleRow[]): Ladder {
  const rows = own.map((row) => ({ ...row, fits: matcherOf([row.title]) }));
  const levelOf = (title: string): Level | undefined => {
    const words = wordsOf(title);
    return rows.find((row) => row.level && row.fits(words))?.level ?? LEVEL_ROWS.find(({ fits }) => fits(words))?.says;
  };
  const functionsOf = (title: string): readonly JobFunction[] => {
    const words = wordsOf(title);
    const told = rows.find((row) => row.functions && row.fits(words))?.functions;
    if (told) return told;
    const level = levelOf(title);
    // The assistant of a president, and a vice president, are not over all functions.
    const isOverAll = level !== undefined && OVER_ALL.has(level);
    const named = FUNCTION_ROWS.filter(({ says, fits }) => (says !== 'any' || isOverAll) && fits(words));
    return [...new Set(named.map(({ says }) => says))];
  };
  return { levelOf, functionsOf };
}

/** Letters that are no letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', ð: 'd' };

/** The words of a title, between blanks: lower case, without accents, `C.E.O.` as one word. */
function wordsOf(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßłđð]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '');
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

type Matcher = (words: string) => boolean;

/** Whether any of the patterns stands in a title; each is looked up once, from left to right. */
function matcherOf(patterns: readonly string[]): Matcher {
  const steps = patterns.map((pattern) => pattern.split(' ... ').map(needleOf));
  return (words) =>
    steps.some((needles) => {
      let from = 0;
      return needles.every((needle) => {
        const at = words.indexOf(needle, from);
        // The blank behind a word is the one before the next.
        from = at + needle.length - 1;
        return at >= 0;
      });
    });
}

/** Whole words, but for an end that is left open by `*`. */
function needleOf(pattern: string): string {
  const text = wordsOf(pattern).trim();
  return `${pattern.startsWith('*') ? '' : ' '}${text}${pattern.endsWith('*') ? '' : ' '}`;
}

/** The levels at which a title can be over all functions. */
const OVER_ALL: ReadonlySet<Level> = new Set(['director', 'c_level', 'owner']);

const LEVEL_ROWS = LEVEL_WORDS.map(([says, words]) => ({ says, fits: matcherOf(words.split(', ')) }));
const FUNCTION_ROWS = FUNCTION_WORDS.map(([says, words]) => ({ says, fits: matcherOf(words.split(', ')) }));
