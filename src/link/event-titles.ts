import { addTo } from './grouped.ts';
import { type CompanyName, parseCompany } from './identity/companies.ts';
import type { Identity, Registry } from './identity/identity.ts';
import { type PersonName, parseName } from './identity/person-name.ts';
import { unspelled } from './identity/text.ts';

/** What parts a title: `Alder <> Harborline: Intro`, `Intro mit Anna Müller (Stahlwerk Nord)`, `Alder x Harborline - 30 min`. */
const BETWEEN = /\s+(?:[-–—x×]|with|mit|avec|con|com|med|met|vs\.?|meets)\s+|[^\p{L}\p{N}\p{M}\s&.'’‘`-]+/iu;
/** Words that stand in titles of meetings whoever they are with: a firm of that name is not told by them. */
const MEETING = new RegExp(
  `^(?:${'intro introduction discovery demo call meeting sync kickoff kick-off connect review follow-?up consultation session appointment interview webinar workshop training catch-?up check-?in touchbase chat sales team first initial second re fwd termin gespräch erstgespräch \\d+ min minutes?'.replaceAll(' ', '|')})$`,
  'iu',
);

/** What is longer is no title. */
const MOST_LETTERS = 300;

/** What a title names of whom a slot is with. */
export type TitleLevel = 'person' | 'company';

/** Finds what titles of meetings name, each between two marks: whole names of people, in either order, and firms without their legal form. */
export class EventTitles<T> {
  readonly #people = new Map<string, Set<T>>();
  readonly #firms = new Map<string, Set<T>>();

  constructor(all: readonly (readonly [T, Identity])[], registry: Registry) {
    for (const [of, { name, company }] of all) {
      const [person, firm] = [personKey(registry.name(name)), firmKey(registry.company(company))];
      if (person) addTo(this.#people, person, of);
      if (firm) addTo(this.#firms, firm, of);
    }
  }

  /** All that a title names; the person before the firm. */
  in(title: string): ReadonlyMap<T, TitleLevel> {
    const parts = title
      .slice(0, MOST_LETTERS)
      .replace(/\s+/g, ' ')
      .split(BETWEEN)
      .flatMap((part) => withoutMeeting(part) || []);
    const named = (level: TitleLevel, of: (part: string) => ReadonlySet<T> | undefined): [T, TitleLevel][] =>
      parts.flatMap((part) => [...(of(part) ?? [])].map((one): [T, TitleLevel] => [one, level]));
    return new Map([
      ...named('company', (part) => this.#firms.get(firmKey(parseCompany(part)) ?? '')),
      ...named('person', (part) => this.#people.get(personKey(parseName(part)) ?? '')),
    ]);
  }
}

const personKey = (name: PersonName | undefined): string | undefined =>
  name && name.words.length > 1 && name.words.every((word) => word.length > 1)
    ? name.words.map(unspelled).sort().join(' ')
    : undefined;
const firmKey = (company: CompanyName | undefined): string | undefined =>
  company?.written.some((word) => word.length > 2 && !MEETING.test(word)) ? company.plainSqueezed : undefined;

/** A part without the words at its ends that say that it is a meeting. */
function withoutMeeting(part: string): string {
  const words = part.trim().split(/\s+/);
  while (words.length && MEETING.test(words[0] ?? '')) words.shift();
  while (words.length && MEETING.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}
