import { addTo } from './grouped.ts';
import { type CompanyName, parseCompany } from './identity/companies.ts';
import type { Identity, Registry } from './identity/identity.ts';
import { compareNames, isAnotherName } from './identity/names.ts';
import { type PersonName, parseName } from './identity/person-name.ts';
import { unspelled } from './identity/text.ts';

/** What parts a text that names somebody: `Alder <> Harborline: Intro`, `Intro mit Anna Müller (Stahlwerk Nord)`, `Alder x Harborline - 30 min`. */
export const BETWEEN = /\s+(?:[-–—x×]|with|mit|avec|con|com|med|met|vs\.?|meets)\s+|[^\p{L}\p{N}\p{M}\s&.'’‘`-]+/iu;
/** The same, but for commas: a firm may be of several names (`Cruz, Garrett and Chandler`). */
export const BETWEEN_BUT_COMMAS = new RegExp(BETWEEN.source.replace("&.'", "&,.'"), BETWEEN.flags);
/** Words that stand in texts of meetings whoever they are with: a firm of that name is not told by them. */
const MEETING = new RegExp(
  `^(?:${'intro introduction discovery demo call meeting sync kickoff kick-off connect review follow-?up consultation session appointment interview webinar workshop training catch-?up check-?in touchbase chat sales team first initial second re fwd termin gespräch erstgespräch \\d+ min minutes?'.replaceAll(' ', '|')})$`,
  'iu',
);

/** What is said of somebody: the person's whole name, or the firm's. */
export type CalledBy = 'person' | 'company';

/** What so many people are called tells nobody apart. */
const FREQUENT = 64;

/** Finds whom a text calls by a whole name, in either order, or by a firm without its legal form. */
export class Called<T> {
  readonly #people = new Map<string, Set<T>>();
  readonly #initials = new Map<string, Set<T>>();
  readonly #firms = new Map<string, Set<T>>();
  /** By each word of their names, and of their firms. */
  readonly #named = new Map<string, Set<T>>();
  readonly #at = new Map<string, Set<T>>();
  readonly #nameOf = new Map<T, PersonName>();

  constructor(all: readonly (readonly [T, Identity])[], registry: Registry) {
    for (const [of, { name, company }] of all) {
      const [own, firm] = [registry.name(name), firmKey(registry.company(company))];
      const [person, initial] = [personKey(own), initialKey(own)];
      if (person) addTo(this.#people, person, of);
      if (initial) addTo(this.#initials, initial, of);
      if (firm) addTo(this.#firms, firm, of);
      if (!own) continue;
      this.#nameOf.set(of, own);
      for (const word of own.words) if (word.length > 1) addTo(this.#named, unspelled(word), of);
      for (const word of registry.company(company)?.words ?? []) addTo(this.#at, unspelled(word), of);
    }
  }

  person = (text: string): ReadonlySet<T> | undefined => this.#people.get(personKey(parseName(text)) ?? '');
  /** Whom an initial and a family name may mean: `J. Smith`. */
  initial(text: string): ReadonlySet<T> | undefined {
    const name = parseName(text);
    return name?.given.length === 1 ? this.#initials.get(initialKey(name) ?? '') : undefined;
  }
  firm = (text: string): ReadonlySet<T> | undefined => this.#firms.get(firmKey(parseCompany(text)) ?? '');

  /** Whom a text may mean by another form of the name, or by a part of it: `Bob Johnson`, `Mr Novack`. */
  near(text: string): T[] {
    const name = parseName(text);
    return name ? this.#of(this.#named, name.words, (own) => !isAnotherName(compareNames(name, own, () => false))) : [];
  }
  /** Whom words may mean that are of the name, with those of a firm that is theirs; nobody with another given name. */
  nearAt(text: string, firm: string): T[] {
    const [name, company] = [parseName(text), parseCompany(firm)];
    if (!name || !company) return [];
    const there = new Set(this.#of(this.#at, company.words, () => true));
    const isOther = (own: PersonName): boolean => compareNames(name, own, () => false) === 'other_given';
    return this.#of(this.#named, name.words, (own) => !isOther(own)).filter((of) => there.has(of));
  }
  #of(by: ReadonlyMap<string, ReadonlySet<T>>, words: readonly string[], isMeant: (name: PersonName) => boolean): T[] {
    const found = new Set<T>();
    for (const word of words) {
      const all = by.get(unspelled(word));
      if (!all || all.size > FREQUENT) continue;
      for (const of of all) {
        const name = this.#nameOf.get(of);
        if (name && isMeant(name)) found.add(of);
      }
    }
    return [...found];
  }
}

const personKey = (name: PersonName | undefined): string | undefined =>
  name && name.words.length > 1 && name.words.every((word) => word.length > 1)
    ? name.words.map(unspelled).sort().join(' ')
    : undefined;
const initialKey = (name: PersonName | undefined): string | undefined =>
  name && name.words.length > 1 ? `${name.plainGiven[0]} ${name.plainFamily}` : undefined;
const firmKey = (company: CompanyName | undefined): string | undefined =>
  company?.written.some((word) => word.length > 2 && !MEETING.test(word)) ? company.plainSqueezed : undefined;

/** Whether a word stands in texts of meetings whoever they are with. */
export const isOfMeetings = (word: string): boolean => MEETING.test(word);

/** A part without the words at its ends that say that it is a meeting. */
export function withoutMeeting(part: string): string {
  const words = part.trim().split(/\s+/);
  while (words.length && isOfMeetings(words[0] ?? '')) words.shift();
  while (words.length && isOfMeetings(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}
