import { isWeekday, monthNamed } from '../../read/month-words.ts';
import type { PlainDate } from '../../sow/dates.ts';
import { type Called, type CalledBy, isOfMeetings, withoutMeeting } from '../called.ts';

/** Somebody whom a text calls by name, with the words that do. */
interface Mention<T> {
  readonly of: ReadonlySet<T>;
  readonly by: CalledBy | 'initial';
  readonly text: string;
}

/** Whom a text names, and its other words: what stands between the names of one line stands between those of the next. */
export interface Spoken<T> {
  readonly mentions: readonly Mention<T>[];
  /** Firms of one word that stands among others, or is a word of texts and days anyhow: `Acme CTO`, `Monday 8 June`. */
  readonly faint: readonly Mention<T>[];
  /** What stands between names and marks: it may name somebody, too. */
  readonly runs: readonly (readonly string[])[];
  readonly rest: readonly string[];
}

/** Whether a text tells a day of a month, in whatever year: `4 June`, `June 4th`; in figures with the year, or as `04.06.`, in whatever order. */
export function tellsDay(text: string, day: PlainDate): boolean {
  const [year = 0, month, date] = day.split('-').map(Number);
  const isDay = (d: string | undefined, m: number | undefined): boolean => Number(d) === date && m === month;
  const isYear = (y: string | undefined): boolean => Number(y) % 100 === year % 100;
  return SPELLINGS.some(({ written, tells }) =>
    [...text.slice(0, MOST_LETTERS).matchAll(written)].some(([, ...parts]) => tells(parts, isDay, isYear)),
  );
}
type Told = (
  parts: readonly (string | undefined)[],
  isDay: (d: string | undefined, m: number | undefined) => boolean,
  isYear: (y: string | undefined) => boolean,
) => boolean;
const SPELLINGS: readonly { readonly written: RegExp; readonly tells: Told }[] = [
  {
    written: /\b(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?:of |de )?(\p{L}{3,})/giu,
    tells: ([d, m = ''], isDay) => isDay(d, monthNamed(m)),
  },
  {
    written: /(\p{L}{3,})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?\b/giu,
    tells: ([m = '', d], isDay) => isDay(d, monthNamed(m)),
  },
  {
    written: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g,
    tells: ([y, m, d], isDay, isYear) => isDay(d, Number(m)) && isYear(y),
  },
  {
    written: /\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b/g,
    tells: ([a, b, y], isDay, isYear) => (isDay(a, Number(b)) || isDay(b, Number(a))) && isYear(y),
  },
  { written: /\b(\d{1,2})\.(\d{1,2})\.(?!\d)/g, tells: ([d, m], isDay) => isDay(d, Number(m)) },
];

/** What is longer is no description of a line. */
export const MOST_LETTERS = 500;
/** Marks over which no name goes; a comma may stand in `Smith, John`. */
const PARTS = /[^\p{L}\p{N}\p{M}\s,&.'’‘`-]+|\s[-–—x×]\s/u;
const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}.'’‘`&-]*|,/gu;
/** Words that stand beside a name: they join it to what else is said, or say what is billed. */
const BESIDE = new Set(
  'with at from of for on by in the and meets vs mit bei von für vom am im und avec chez à au de du le la et con del el en para y meetings lead leads sql sqls mql mqls sal sals appointments demos calls qualified booked held completed contact contacts prospect company termine qualifiziert rdvs citas mr mrs ms dr prof herr frau mme mlle sra credit refund reversal gutschrift avoir abono'.split(
    ' ',
  ),
);
/** So many words of a text, and commas, may be one name. */
const MOST_WORDS = { person: 5, initial: 3, company: 6 };

/** Finds people by their whole names and firms without their legal form, wherever they stand in a text; of names within each other the longest. */
export function spokenIn<T>(text: string, called: Called<T>): Spoken<T> {
  const mentions: Mention<T>[] = [];
  const faint: Mention<T>[] = [];
  const runs: string[][] = [];
  for (const part of text.slice(0, MOST_LETTERS).split(PARTS)) {
    const words: (string | undefined)[] = part.match(WORD) ?? [];
    const take = (length: number, by: Mention<T>['by'], isAllowed: (from: number) => boolean = () => true): void => {
      if (length > MOST_WORDS[by]) return;
      for (let from = 0; from + length <= words.length; from++) {
        const own = words.slice(from, from + length);
        if (own.includes(undefined) || own[0] === ',' || own.at(-1) === ',' || !isAllowed(from)) continue;
        const said = own.join(' ');
        // Words of texts and days may be somebody's whole name: April May.
        const of = by !== 'person' && own.every(isEdge) ? undefined : FIND[by](said, called);
        if (!of) continue;
        mentions.push({ of, by, text: said });
        words.fill(undefined, from, from + length);
      }
    };
    for (let length = MOST_WORDS.company; length > 1; length--) {
      take(length, 'person');
      take(length, 'company');
    }
    for (let length = MOST_WORDS.initial; length > 1; length--) take(length, 'initial');
    // A firm of one word is told only where it stands alone: `Lead` may be one.
    take(1, 'company', (at) => isEdge(words[at - 1]) && isEdge(words[at + 1]));
    let run: string[] = [];
    for (const word of words) {
      const of = word === undefined ? undefined : called.firm(word);
      if (word && of) faint.push({ of, by: 'company', text: word });
      if (!run.length) runs.push(run);
      if (isEdge(word)) run = [];
      else if (word) run.push(word);
    }
  }
  return {
    mentions,
    faint,
    runs: runs.filter((run) => run.length),
    rest: runs.flat().map((word) => word.toLowerCase()),
  };
}

const FIND: {
  readonly [B in Mention<unknown>['by']]: <T>(said: string, called: Called<T>) => ReadonlySet<T> | undefined;
} = {
  person: (said, called) => called.person(said),
  initial: (said, called) => called.initial(said),
  company: (said, called) => called.firm(said) ?? called.firm(withoutMeeting(said)),
};

/** What no name goes on over: another name, a number, a month, a word that joins or that says it is a meeting. */
const isEdge = (word: string | undefined): boolean =>
  word === undefined ||
  word === ',' ||
  /\d/.test(word) ||
  BESIDE.has(word.toLowerCase().replace(/\.$/, '')) ||
  monthNamed(word) !== undefined ||
  isWeekday(word) ||
  isOfMeetings(word);
