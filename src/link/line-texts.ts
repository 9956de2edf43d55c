import { monthNamed } from '../read/month-words.ts';
import type { PlainDate } from '../sow/dates.ts';
import { type Called, type CalledBy, isOfMeetings, withoutMeeting } from './called.ts';

/** Somebody whom a text calls by name, with the words that do. */
interface Mention<T> {
  readonly of: ReadonlySet<T>;
  readonly by: CalledBy | 'initial';
  readonly text: string;
}

/** Whom a text names, and its other words: what stands between the names of one line stands between those of the next. */
export interface Spoken<T> {
  readonly mentions: readonly Mention<T>[];
  readonly rest: readonly string[];
}

/** Whether a text tells a day of a month, in whatever year: `4 June`, `June 4th`. */
export function tellsDay(text: string, day: PlainDate): boolean {
  const [, month, date] = day.split('-').map(Number);
  const told = [...text.slice(0, MOST_LETTERS).matchAll(DAY)];
  return told.some(([, a, b, c, d]) => monthNamed(b ?? c ?? '') === month && Number(a ?? d) === date);
}
const DAY = /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of |de )?(\p{L}{3,})|(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b/giu;

/** What is longer is no description of a line. */
const MOST_LETTERS = 500;
/** Marks over which no name goes; a comma may stand in `Smith, John`. */
const PARTS = /[^\p{L}\p{N}\p{M}\s,&.'’‘`-]+|\s[-–—x×]\s/u;
const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}.'’‘`&-]*|,/gu;
/** Words that stand beside a name: they join it to what else is said, or say what is billed. */
const BESIDE = new Set(
  'with at from of for on by and meets vs mit bei von für vom am und avec chez de du le la et con del el en para y meetings lead leads sql sqls mql mqls sal sals appointments demos calls qualified booked held completed contact contacts prospect company termine qualifiziert rdvs citas mr mrs ms dr prof herr frau mme mlle sra credit refund reversal gutschrift avoir abono'.split(
    ' ',
  ),
);
/** So many words of a text, and commas, may be one name. */
const MOST_WORDS = { person: 5, initial: 3, company: 6 };

/** Finds people by their whole names and firms without their legal form, wherever they stand in a text. */
export function spokenIn<T>(text: string, called: Called<T>): Spoken<T> {
  const mentions: Mention<T>[] = [];
  const rest: string[] = [];
  for (const part of text.slice(0, MOST_LETTERS).split(PARTS)) {
    const words: (string | undefined)[] = part.match(WORD) ?? [];
    const take = (from: number, to: number, by: Mention<T>['by']): void => {
      const own = words.slice(from, to);
      const said = own.join(' ');
      const isName = !own.includes(undefined) && !own.every(isEdge) && own[0] !== ',' && own.at(-1) !== ',';
      const of = isName ? FIND[by](said, called) : undefined;
      if (!of) return;
      mentions.push({ of, by, text: said });
      words.fill(undefined, from, to);
    };
    for (let length = Math.min(MOST_WORDS.person, words.length); length > 1; length--)
      for (let from = 0; from + length <= words.length; from++) take(from, from + length, 'person');
    for (let length = Math.min(MOST_WORDS.initial, words.length); length > 1; length--)
      for (let from = 0; from + length <= words.length; from++) take(from, from + length, 'initial');
    // A firm of one word is told only where it stands alone: `Lead` may be one.
    for (let length = Math.min(MOST_WORDS.company, words.length); length > 0; length--)
      for (let from = 0; from + length <= words.length; from++)
        if (length > 1 || (isEdge(words[from - 1]) && isEdge(words[from + 1]))) take(from, from + length, 'company');
    rest.push(...words.flatMap((word) => (isEdge(word) ? [] : (word?.toLowerCase() ?? []))));
  }
  return { mentions, rest };
}

const FIND: {
  readonly [B in Mention<unknown>['by']]: <T>(said: string, called: Called<T>) => ReadonlySet<T> | undefined;
} = {
  person: (said, called) => called.person(said),
  initial: (said, called) => called.initial(said),
  company: (said, called) => called.firm(withoutMeeting(said)),
};

/** What no name goes on over: another name, a number, a month, a word that joins or that says it is a meeting. */
const isEdge = (word: string | undefined): boolean =>
  word === undefined ||
  word === ',' ||
  /\d/.test(word) ||
  BESIDE.has(word.toLowerCase().replace(/\.$/, '')) ||
  monthNamed(word) !== undefined ||
  isOfMeetings(word);
