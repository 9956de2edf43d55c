import { addTo } from '../grouped.ts';
import type { CompanyName } from './companies.ts';
import type { Identity, Registry } from './identity.ts';
import { Postings } from './postings.ts';

/** Kinds of keys by which two rows may meet. Weak ones are skipped where they are very frequent. */
const KINDS = { email: 1, phone: 2, name: 3, familyAt: 4, givenAt: 5 } as const;
const FREQUENT = 64;
/** Strong keys are skipped only where they are of nobody: one number in every row of a drop is the vendor's own. */
export const MOST_BEHIND = 1000;
const SHIFT = 2 ** 25;

const keyOf = (kind: number, a: number, b: number): number => (kind * SHIFT + a) * SHIFT + b;
/** A domain and a company are accounts of their own; below 0 where there is none. */
const ofDomain = (domain: number): number => domain * 2;
const ofCompany = (company: number): number => company * 2 + 1;

/** What is known under very many names tells no account: a host for private mail that nobody listed has thousands of companies. */
const few = (known: ReadonlySet<number> | undefined): Iterable<number> =>
  known === undefined || known.size > FREQUENT ? [] : known;

/** How a domain may spell a company. */
const spellingsOf = ({ plainSqueezed, plainWritten }: CompanyName): readonly string[] =>
  plainSqueezed === plainWritten ? [plainSqueezed] : [plainSqueezed, plainWritten];

/** Finds the people that may be the one of a row: by several exact keys, each as a list of people. */
export class Candidates {
  readonly #postings: Postings;
  readonly #registry: Registry;
  /** Domains under which a company is known or that spell it, and the other way round. */
  readonly #domainsOf = new Map<number, Set<number>>();
  readonly #companiesOf = new Map<number, Set<number>>();
  /** Domains of people without a company, and companies of people without a domain, by the word that they spell. */
  readonly #spelled = new Map<string, Set<number>>();
  readonly #spelling = new Map<string, Set<number>>();
  readonly #seen: Int32Array;
  #turn = 0;

  constructor(people: readonly Identity[], registry: Registry) {
    this.#registry = registry;
    this.#seen = new Int32Array(people.length).fill(-1);
    this.#postings = new Postings(people.length * 6);
    for (const [at, person] of people.entries()) {
      for (const key of this.#ownKeys(person)) this.#postings.put(key, at);
      if (person.company >= 0 && person.domain >= 0) {
        addTo(this.#domainsOf, person.company, person.domain);
        addTo(this.#companiesOf, person.domain, person.company);
      }
      if (person.domain >= 0 && person.company < 0) {
        const label = registry.label(person.domain);
        addTo(this.#spelled, label, person.domain);
      }
      const company = person.domain < 0 ? registry.company(person.company) : undefined;
      for (const spelled of company ? spellingsOf(company) : []) addTo(this.#spelling, spelled, person.company);
    }
  }

  /** Places of people who share a key with a row, each once, in order of place. */
  of(row: Identity): number[] {
    const found: number[] = [];
    const turn = this.#turn++;
    const seen = this.#seen;
    const visit = (at: number): void => {
      if (seen[at] === turn) return;
      seen[at] = turn;
      found.push(at);
    };
    for (const key of this.#askedKeys(row)) {
      const isWeak = key >= KINDS.name * SHIFT * SHIFT;
      this.#postings.each(key, isWeak ? FREQUENT : MOST_BEHIND, visit);
    }
    return found;
  }

  #ownKeys({ email, phone, family, given, others, domain, toldDomain, company }: Identity): number[] {
    const keys: number[] = [];
    if (email >= 0) keys.push(keyOf(KINDS.email, 0, email));
    if (phone >= 0) keys.push(keyOf(KINDS.phone, 0, phone));
    if (family < 0) return keys;
    keys.push(keyOf(KINDS.name, family, given));
    for (const other of others) keys.push(keyOf(KINDS.name, other, given));
    for (const account of [ofDomain(domain), ofDomain(toldDomain), ofCompany(company)]) {
      if (account < 0) continue;
      keys.push(keyOf(KINDS.familyAt, account, family));
      for (const other of others) keys.push(keyOf(KINDS.familyAt, account, other));
      if (given !== family) keys.push(keyOf(KINDS.givenAt, account, given));
    }
    return keys;
  }

  #askedKeys(row: Identity): number[] {
    const { email, phone, family, given, others, domain, toldDomain, company } = row;
    const keys: number[] = [];
    if (email >= 0) keys.push(keyOf(KINDS.email, 0, email));
    if (phone >= 0) keys.push(keyOf(KINDS.phone, 0, phone));
    if (family < 0) return keys;
    keys.push(keyOf(KINDS.name, family, given));
    if (given !== family) keys.push(keyOf(KINDS.name, given, family));
    for (const other of others) keys.push(keyOf(KINDS.name, other, given));
    const accounts: number[] = [];
    if (toldDomain >= 0) accounts.push(ofDomain(toldDomain));
    if (domain >= 0) {
      accounts.push(ofDomain(domain));
      for (const known of few(this.#companiesOf.get(domain))) if (known !== company) accounts.push(ofCompany(known));
      for (const known of few(this.#spelling.get(this.#registry.label(domain)))) accounts.push(ofCompany(known));
    }
    if (company >= 0) {
      accounts.push(ofCompany(company));
      for (const known of few(this.#domainsOf.get(company))) if (known !== domain) accounts.push(ofDomain(known));
      const name = this.#registry.company(company);
      for (const spelled of name ? spellingsOf(name) : [])
        for (const known of few(this.#spelled.get(spelled))) accounts.push(ofDomain(known));
    }
    // An account may come twice; whom it leads to is found once.
    for (const account of accounts) {
      // Given and family name may stand in each other's place.
      keys.push(keyOf(KINDS.familyAt, account, family), keyOf(KINDS.givenAt, account, given));
      for (const other of others)
        keys.push(keyOf(KINDS.familyAt, account, other), keyOf(KINDS.givenAt, account, other));
      if (given !== family) keys.push(keyOf(KINDS.familyAt, account, given), keyOf(KINDS.givenAt, account, family));
    }
    return keys;
  }
}
