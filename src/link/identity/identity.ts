import { getDomain } from 'tldts';
import type { Contact } from '../keys.ts';
import { type CompanyName, labelOf, parseCompany, writtenDomain } from './companies.ts';
import { accountDomain, hostOf, isMadeUp, isPost, localOf } from './emails.ts';
import { type PersonName, parseName } from './person-name.ts';
import { Interner, unspelled } from './text.ts';

/** The cells by which a row names a person. Addresses are lower case without plus tag, numbers E.164: as the reader leaves them. */
export interface ContactCells {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly contact_name?: string | undefined;
  readonly company?: string | undefined;
  readonly domain?: string | undefined;
  /** When the meeting starts, in milliseconds. */
  readonly starts_at?: number | undefined;
}

/** A person as numbers that can be compared; -1 where a cell is missing. */
export interface Identity {
  readonly cells: ContactCells;
  readonly email: number;
  /** What stands before the @, and the host behind it. */
  readonly local: number;
  readonly host: number;
  /** The address is one that several people read. */
  readonly isPost: boolean;
  /** The address is at a host for private mail. */
  readonly isPrivate: boolean;
  readonly phone: number;
  readonly name: number;
  readonly company: number;
  /** Registrable domain of the account: of the address, the domain cell, or a domain written as the company; never a free-mail host. */
  readonly domain: number;
  /** The domain that the cell or the company tells, where the address has another one. */
  readonly toldDomain: number;
  /** Family and given name for looking up: spellings fall together. */
  readonly family: number;
  readonly given: number;
  /** Other words of the name by which it may be looked up. */
  readonly others: readonly number[];
}

const NONE: readonly number[] = [];

/** Numbers what identities are made of; each distinct text is taken apart once. */
export class Registry {
  readonly emails = new Interner();
  readonly phones = new Interner();
  readonly words = new Interner();
  readonly domains = new Interner();
  readonly #locals = new Interner();
  readonly #hosts = new Interner();
  readonly #names = new Interner();
  readonly #companies = new Interner();
  readonly #nameOf = new Map<string, number>();
  readonly #companyOf = new Map<string, number>();
  readonly #parsedNames: PersonName[] = [];
  readonly #parsedCompanies: CompanyName[] = [];
  readonly #labels: string[] = [];
  readonly #others: (readonly number[])[] = [];
  readonly #kept = new Map<ContactCells, Identity>();
  readonly #contacts = new Map<ContactCells, Contact>();
  readonly freeMail: ReadonlySet<string>;

  constructor(freeMail: ReadonlySet<string>) {
    this.freeMail = freeMail;
  }

  name(id: number): PersonName | undefined {
    return this.#parsedNames[id];
  }
  company(id: number): CompanyName | undefined {
    return this.#parsedCompanies[id];
  }

  /** A domain's own word, made once. */
  label(domain: number): string {
    this.#labels[domain] ??= labelOf(this.domains.text(domain));
    return this.#labels[domain] ?? '';
  }

  /** The contact of a row, kept for whoever asks again. */
  contactOf(row: ContactCells): Contact {
    const known = this.#contacts.get(row);
    if (known) return known;
    const { email, phone, contact_name, company, domain } = withoutMadeUp(row);
    const contact: Contact = {
      email,
      phone,
      name: contact_name === undefined ? undefined : this.name(this.#nameId(contact_name))?.words.join(' '),
      company: company === undefined ? undefined : this.company(this.#companyId(company))?.key,
      domain: (email && accountDomain(email, this.freeMail)) || domain || undefined,
    };
    this.#contacts.set(row, contact);
    return contact;
  }

  /** The identity of a row, kept for whoever asks again. */
  keep(row: ContactCells): Identity {
    const known = this.#kept.get(row);
    if (known) return known;
    const identity = this.#make(row);
    this.#kept.set(row, identity);
    return identity;
  }

  identityOf(row: ContactCells): Identity {
    return this.#kept.get(row) ?? this.#make(row);
  }

  #make(given: ContactCells): Identity {
    const cells = withoutMadeUp(given);
    const written = cells.company === undefined ? undefined : writtenDomain(cells.company);
    const name = cells.contact_name === undefined ? -1 : this.#nameId(cells.contact_name);
    const company = cells.company === undefined || written ? -1 : this.#companyId(cells.company);
    const told = this.#domainId(cells.domain || (written && (getDomain(written) ?? written)));
    const ofAddress = this.#domainId(cells.email && accountDomain(cells.email, this.freeMail));
    const parsed = this.#parsedNames[name];
    return {
      cells,
      email: cells.email === undefined ? -1 : this.emails.of(cells.email),
      local: cells.email === undefined ? -1 : this.#locals.of(localOf(cells.email)),
      host: cells.email === undefined ? -1 : this.#hosts.of(hostOf(cells.email)),
      isPost: cells.email !== undefined && isPost(cells.email),
      isPrivate: cells.email !== undefined && this.freeMail.has(hostOf(cells.email)),
      phone: cells.phone === undefined ? -1 : this.phones.of(cells.phone),
      name,
      company,
      domain: ofAddress >= 0 ? ofAddress : told,
      toldDomain: ofAddress >= 0 && ofAddress !== told ? told : -1,
      family: parsed ? this.words.of(parsed.plainFamily) : -1,
      given: parsed ? this.words.of(parsed.plainGiven) : -1,
      others: parsed ? this.#othersOf(name, parsed) : NONE,
    };
  }

  #domainId(domain: string | undefined): number {
    return domain && !this.freeMail.has(domain) ? this.domains.of(domain) : -1;
  }

  /** Words behind the given name that are not the family name: one of two family names, or a middle name somebody is called by. */
  #othersOf(name: number, { words, plainFamily }: PersonName): readonly number[] {
    this.#others[name] ??=
      words.length < 3
        ? NONE
        : words.flatMap((word, i) =>
            i > 0 && word.length > 2 && unspelled(word) !== plainFamily ? this.words.of(unspelled(word)) : [],
          );
    return this.#others[name] ?? NONE;
  }

  #nameId(text: string): number {
    const known = this.#nameOf.get(text);
    if (known !== undefined) return known;
    const parsed = parseName(text);
    const id = parsed ? this.#names.of(parsed.key) : -1;
    if (parsed && id === this.#parsedNames.length) this.#parsedNames.push(parsed);
    this.#nameOf.set(text, id);
    return id;
  }

  #companyId(text: string): number {
    const known = this.#companyOf.get(text);
    if (known !== undefined) return known;
    const parsed = parseCompany(text);
    const id = parsed ? this.#companies.of(parsed.key) : -1;
    if (parsed && id === this.#parsedCompanies.length) this.#parsedCompanies.push(parsed);
    this.#companyOf.set(text, id);
    return id;
  }
}

/** A number that stands for none: `+15555555555`, `+11234567890`. */
const MADE_UP_NUMBER = /^\+\d{0,3}(\d)\1{7,}$|^\+(?:1|7|[2-9]\d{1,2})?0?12345678(?:90?)?$/;

/** The cells without an address or a number that nobody has. */
function withoutMadeUp(cells: ContactCells): ContactCells {
  const { email, phone } = cells;
  const [hasNoEmail, hasNoPhone] = [email && isMadeUp(email), phone && MADE_UP_NUMBER.test(phone)];
  if (!hasNoEmail && !hasNoPhone) return cells;
  return { ...cells, email: hasNoEmail ? undefined : email, phone: hasNoPhone ? undefined : phone };
}

/** How often what is compared occurs among the people that the client knows: a switchboard or a frequent name is worth little. */
export interface Census {
  /** Distinct family names behind a number or an address, at least 1. */
  behindPhone(phone: number): number;
  behindEmail(email: number): number;
  /** Whether the client knows somebody under this address. */
  isKnownEmail(email: number): boolean;
  /** Whether all whom the client knows under this address have this name. */
  isOnlyUnder(email: number, name: number): boolean;
  /** People of one name, told apart by their company. */
  namesakes(name: number): number;
  /** Whether several people at different companies have this family name. */
  isFrequent(family: string): boolean;
  /** Whether the client knows this company under this domain, and under no other. */
  isKnownAs(company: number, domain: number): boolean;
  /** Whether the client knows this company, under other domains alone. */
  isKnownElsewhere(company: number, domain: number): boolean;
  /** Whether the client knows this company under both domains. */
  hasBoth(company: number, one: number, other: number): boolean;
}

/** People of one family name from whom on a letter's difference is another name. */
const FREQUENT = 4;

/** Counts a client's people; numbers are counted among `others` as well, since a vendor's rows show a switchboard too. */
export function takeCensus(people: readonly Identity[], others: readonly Identity[], registry: Registry): Census {
  const phones = new Tally();
  const emails = new Tally();
  const names = new Tally();
  const families = new Tally();
  const companies = new Tally();
  const known = new Set<number>();
  const namesUnder = new Tally();
  for (const person of people) {
    phones.add(person.phone, person.family);
    emails.add(person.email, person.family);
    if (person.email >= 0) known.add(person.email);
    namesUnder.add(person.email, person.name);
    const account = person.domain >= 0 ? person.domain : person.company >= 0 ? -2 - person.company : -1;
    names.add(person.name, account);
    if (person.family >= 0) families.add(person.family, person.given);
    if (person.company >= 0) companies.add(person.company, person.domain);
  }
  const claimed = new Tally();
  for (const other of others) claimed.add(other.phone, other.family);
  const familyIds = registry.words;
  return {
    behindPhone: (phone) => Math.max(1, phones.of(phone), claimed.of(phone)),
    behindEmail: (email) => Math.max(1, emails.of(email)),
    isKnownEmail: (email) => known.has(email),
    isOnlyUnder: (email, name) => namesUnder.of(email) === 1 && namesUnder.has(email, name),
    namesakes: (name) => Math.max(1, names.of(name)),
    isFrequent: (family) => families.of(familyIds.of(unspelled(family))) >= FREQUENT,
    isKnownElsewhere: (company, domain) => companies.of(company) > 0 && !companies.has(company, domain),
    hasBoth: (company, one, other) => companies.has(company, one) && companies.has(company, other),
    isKnownAs: (company, domain) => domain >= 0 && companies.of(company) === 1 && companies.has(company, domain),
  };
}

/** Distinct values behind a key; a missing key counts nothing. */
class Tally {
  /** Most keys have one value, which needs no set. */
  readonly #behind = new Map<number, number | Set<number>>();

  add(key: number, value: number): void {
    if (key < 0 || value === -1) return;
    const known = this.#behind.get(key);
    if (known === undefined) this.#behind.set(key, value);
    else if (typeof known === 'object') known.add(value);
    else if (known !== value) this.#behind.set(key, new Set([known, value]));
  }
  of(key: number): number {
    const known = this.#behind.get(key);
    return known === undefined ? 0 : typeof known === 'number' ? 1 : known.size;
  }
  has(key: number, value: number): boolean {
    const known = this.#behind.get(key);
    return typeof known === 'object' ? known.has(value) : known === value;
  }
}
