import { addTo } from './grouped.ts';
import { type CompanyName, parseCompany } from './identity/companies.ts';
import type { Identity, Registry } from './identity/identity.ts';
import { type PersonName, parseName } from './identity/person-name.ts';
import { unspelled } from './identity/text.ts';

/** What parts a text that names somebody: `Alder <> Harborline: Intro`, `Intro mit Anna Müller (Stahlwerk Nord)`, `Alder x Harborline - 30 min`. */
export const BETWEEN = /\s+(?:[-–—x×]|with|mit|avec|con|com|med|met|vs\.?|meets)\s+|[^\p{L}\p{N}\p{M}\s&.'’‘`-]+/iu;
/** Words that stand in texts of meetings whoever they are with: a firm of that name is not told by them. */
const MEETING = new RegExp(
  `^(?:${'intro introduction discovery demo call meeting sync kickoff kick-off connect review follow-?up consultation session appointment interview webinar workshop training catch-?up check-?in touchbase chat sales team first initial second re fwd termin gespräch erstgespräch \\d+ min minutes?'.replaceAll(' ', '|')})$`,
  'iu',
);

/** What is said of somebody: the person's whole name, or the firm's. */
export type CalledBy = 'person' | 'company';

/** Finds whom a text calls by a whole name, in either order, or by a firm without its legal form. */
export class Called<T> {
  readonly #people = new Map<string, Set<T>>();
  readonly #initials = new Map<string, Set<T>>();
  readonly #firms = new Map<string, Set<T>>();

  constructor(all: readonly (readonly [T, Identity])[], registry: Registry) {
    for (const [of, { name, company }] of all) {
      const [own, firm] = [registry.name(name), firmKey(registry.company(company))];
      const [person, initial] = [personKey(own), initialKey(own)];
      if (person) addTo(this.#people, person, of);
      if (initial) addTo(this.#initials, initial, of);
      if (firm) addTo(this.#firms, firm, of);
    }
  }

  person = (text: string): ReadonlySet<T> | undefined => this.#people.get(personKey(parseName(text)) ?? '');
  /** Whom an initial and a family name may mean: `J. Smith`. */
  initial(text: string): ReadonlySet<T> | undefined {
    const name = parseName(text);
    return name?.given.length === 1 ? this.#initials.get(initialKey(name) ?? '') : undefined;
  }
  firm = (text: string): ReadonlySet<T> | undefined => this.#firms.get(firmKey(parseCompany(text)) ?? '');
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
