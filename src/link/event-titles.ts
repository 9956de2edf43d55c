import type { Identity, Registry } from './identity/identity.ts';
import { plain } from './identity/text.ts';

/** Words that stand in titles of meetings whoever they are with: a firm of that name is not told by them. */
const MEETING_WORDS = new Set(
  'intro introduction discovery demo call meeting sync kickoff connect review follow up followup consultation session appointment interview webinar workshop training catch check touchbase chat team sales'.split(
    ' ',
  ),
);
/** The longest name that is looked for. */
const MOST_WORDS = 6;

/** What a title names of whom a slot is with. */
export type TitleLevel = 'person' | 'company';

/** Finds what titles of meetings name: whole names of people, in either order, and firms by all words but their legal form. */
export class EventTitles<T> {
  readonly #named = new Map<string, Map<T, TitleLevel>>();

  add(of: T, identity: Identity, registry: Registry): void {
    const [name, company] = [registry.name(identity.name), registry.company(identity.company)];
    const keep = (words: readonly string[], level: TitleLevel): void => {
      const key = words.join(' ');
      const known = this.#named.get(key) ?? new Map<T, TitleLevel>();
      if (known.get(of) !== 'person') known.set(of, level);
      this.#named.set(key, known);
    };
    if (company && !company.written.every((word) => MEETING_WORDS.has(word) || word.length < 3))
      keep(company.written, 'company');
    if (!name || name.words.length < 2 || name.words.some((word) => word.length < 2)) return;
    keep(name.words, 'person');
    keep([...name.words.slice(-1), ...name.words.slice(0, -1)], 'person');
  }

  /** All that a title names; the person before the firm. */
  in(title: string): ReadonlyMap<T, TitleLevel> {
    const words = plain(title).replaceAll('&', ' and ').split(/[ ,]+/).filter(Boolean);
    const found = new Map<T, TitleLevel>();
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++)
        for (const [of, level] of this.#named.get(words.slice(from, to).join(' ')) ?? [])
          if (found.get(of) !== 'person') found.set(of, level);
    return found;
  }
}
