import { type CompanyName, compareCompanies, spelledBy } from './companies.ts';
import {
  areOfOneName,
  hostOf,
  isAddressOf,
  isNearEmail,
  isOtherEnding,
  isPutRight,
  type Spelling,
  spellingBy,
} from './emails.ts';
import type { Census, Identity, Registry } from './identity.ts';
import { compareNames, isAnotherName, type NameLevel } from './names.ts';
import { type TimeLimits, timeLevel } from './times.ts';

export const MISSING = 'missing';

/** What fields are compared by. */
export interface Scale {
  readonly registry: Registry;
  readonly census: Census;
  /** Undefined where it is asked who somebody is: when they are met says nothing of that. */
  readonly limits: TimeLimits | undefined;
  /** How the names of two rows agree. */
  readonly namesAgree: (a: Identity, b: Identity) => NameLevel | typeof MISSING;
}

/** The scale of a registry; the last pair of names is kept, since the address and the name of a pair both ask. */
export function scaleBy(registry: Registry, census: Census, limits: TimeLimits | undefined): Scale {
  let last = { a: -1, b: -1, shared: -1, level: MISSING as NameLevel | typeof MISSING };
  const namesAgree = (a: Identity, b: Identity): NameLevel | typeof MISSING => {
    const shared = a.email === b.email && !a.isPost ? a.email : -1;
    if (a.name === last.a && b.name === last.b && shared === last.shared) return last.level;
    const [x, y] = [registry.name(a.name), registry.name(b.name)];
    const level = x && y ? compareNames(x, y, census.isFrequent) : MISSING;
    const isRight =
      x &&
      y &&
      shared >= 0 &&
      isAnotherName(level) &&
      census.behindEmail(shared) <= 1 &&
      isPutRight(a.cells.email ?? '', x, y);
    last = { a: a.name, b: b.name, shared, level: isRight ? 'garbled' : level };
    return last.level;
  };
  return { registry, census, limits, namesAgree };
}

/** A level of agreement, with its weight in bits: how much likelier it is of one person than of two. */
export interface Level {
  readonly bits: number;
  /** Bits lost each time that the number of people behind the value doubles. */
  readonly fades?: number;
  /** What is left of it at least. */
  readonly least?: number;
  readonly says: string;
}

/** The level of each field of a pair. */
export interface Levels {
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly company: string;
  readonly time: string;
}

/** A field: its levels from strong to weak. */
export interface Field {
  readonly field: keyof Levels;
  readonly levels: Readonly<Record<string, Level>>;
  /** The level of a pair; `missing` (0 bits) where a side says nothing. */
  compare(a: Identity, b: Identity, scale: Scale): string;
  /** How many people are behind the value that is shared. */
  behind?(a: Identity, scale: Scale): number;
  /** What a person reads of it. */
  shown(a: Identity): string;
}

const row = <L extends string>(
  field: keyof Levels,
  levels: Readonly<Record<L, Level>>,
  rest: {
    compare(a: Identity, b: Identity, scale: Scale): L | typeof MISSING;
    behind?(a: Identity, scale: Scale): number;
    shown(a: Identity): string;
  },
): Field & { readonly levels: Readonly<Record<L, Level>> } => ({ field, levels, ...rest });

const email = row(
  'email',
  {
    same: { bits: 19, fades: 2, least: 3, says: 'the same address' },
    near: { bits: 8, says: 'one slip apart, at the same host; or the same before the @ at hosts one slip apart' },
    alike: { bits: 3, says: 'one slip apart, at one host for private mail: namesakes have such' },
    post: { bits: 3, says: 'the same address, which several people read (info@, sales@)' },
    ending: { bits: 3, says: 'the same before the @, at hosts that differ in their ending (.com, .de)' },
    alias: { bits: 0, says: 'two addresses at one host that both spell the name' },
    private: { bits: -0.5, says: 'addresses at different hosts, one of them for private mail' },
    elsewhere: { bits: -0.5, says: 'addresses at different hosts' },
    other: { bits: -8, says: 'two addresses at one host' },
  },
  {
    compare(a, b, { registry, census, namesAgree }) {
      if (a.email < 0 || b.email < 0) return MISSING;
      if (a.email === b.email) return a.isPost ? 'post' : 'same';
      if (a.isPost || b.isPost) return MISSING;
      const isPrivate = a.isPrivate || b.isPrivate;
      if (a.host !== b.host && a.local !== b.local) return isPrivate ? 'private' : 'elsewhere';
      const [x, y] = [a.cells.email ?? '', b.cells.email ?? ''];
      const [nameA, nameB] = [registry.name(a.name), registry.name(b.name)];
      const name = namesAgree(a, b);
      const spelling = nameA && nameB ? spellingBy(x, nameA, y, nameB) : 'open';
      const isTwo = TWO_NAMES.has(name) || spelling === 'both_own';
      // An address that the client knows of somebody is no slip, nor are those of two names or of two spellings.
      if (!isTwo && isNearEmail(x, y) && !(census.isKnownEmail(a.email) && census.isKnownEmail(b.email)))
        return isPrivate && a.host === b.host ? 'alike' : 'near';
      if (a.host !== b.host) {
        if (isPrivate) return 'private';
        return isOtherEnding(hostOf(x), hostOf(y)) ? 'ending' : 'elsewhere';
      }
      // Two given names with an address each are two people.
      const isAlias =
        nameA &&
        nameB &&
        !/\d/.test(x + y) &&
        ((isAliasName(name, spelling) && isAddressOf(x, nameB) && isAddressOf(y, nameA)) ||
          ((name === 'initial' || (name === 'monsieur' && nameA.given !== nameB.given)) &&
            areOfOneName(x, nameA, y, nameB)));
      return isAlias ? 'alias' : 'other';
    },
    behind: (a, { census }) => census.behindEmail(a.email),
    shown: (a) => a.cells.email ?? '',
  },
);

const phone = row(
  'phone',
  {
    same: { bits: 13, fades: 3, least: 2, says: 'the same number' },
    near: { bits: 4, says: 'one digit wrong, or two neighbours turned round' },
    other: { bits: -0.5, says: 'different numbers' },
  },
  {
    compare(a, b) {
      if (a.phone < 0 || b.phone < 0) return MISSING;
      if (a.phone === b.phone) return 'same';
      return isNearNumber(a.cells.phone ?? '', b.cells.phone ?? '') ? 'near' : 'other';
    },
    behind: (a, { census }) => census.behindPhone(a.phone),
    shown: (a) => a.cells.phone ?? '',
  },
);

const name = row(
  'name',
  {
    same: { bits: 13, fades: 0.5, least: 10.5, says: 'the same name' },
    turned: { bits: 12.5, fades: 0.5, least: 10.5, says: 'given and family name in each other’s place' },
    nickname: { bits: 11, says: 'forms of one given name (Bob, Robert), or called by the name behind an initial' },
    part: { bits: 10.5, says: 'one of two family names' },
    spelling: { bits: 10.5, says: 'a slip in the given or in the family name' },
    within: { bits: 10, says: 'a whole name, or the given names of a longer one (Jean François, Jean-François Petit)' },
    loose: { bits: 4, says: 'two slips in one of the names, or a slip and a nickname' },
    own_form: { bits: 4, says: 'forms of one given name that are names of their own (Elizabeth, Lisa)' },
    ending: { bits: 3, says: 'given names that differ in vowels at the end (Adrian, Adriano)' },
    generation: { bits: 7, says: 'one says Jr. or Sr., the other does not, or they have two middle initials' },
    initial: {
      bits: 7,
      says: 'an initial stands for the given or the middle name, or two weaker differences',
    },
    middle: { bits: 7, says: 'called by a middle name, or a son who has his father’s there' },
    family_only: { bits: 3, says: 'one side has a family name alone' },
    given_only: { bits: 2, says: 'one side has a given name alone' },
    garbled: {
      bits: 3,
      says: 'a slip in both names or in a first letter, or two halves of one: only an address or the hour tells who is meant',
    },
    monsieur: { bits: 3, says: 'an M. before two names: an initial, or a Monsieur of the family' },
    given_initial: { bits: -10, says: 'the same family name, given names that begin alike and are two' },
    other_given: { bits: -10, says: 'the same family name, another given name' },
    other_family: { bits: -10, says: 'the same given name, another family name' },
    other: { bits: -14, says: 'another name' },
  },
  {
    compare: (a, b, { namesAgree }) => namesAgree(a, b),
    behind: (a, { census }) => census.namesakes(a.name),
    shown: (a) => a.cells.contact_name ?? '',
  },
);

const company = row(
  'company',
  {
    same: { bits: 8, says: 'the same name or domain, or a name that the client knows under that domain' },
    near: {
      bits: 4.5,
      says: 'one slip apart, a branch in a country, one name under two domains, or a domain told beside an address elsewhere',
    },
    part: {
      bits: 2.5,
      says: 'one name is a part or the initials of the other, a letter apart in a short word, or domains differ in their ending',
    },
    other: { bits: -6, says: 'another company' },
  },
  {
    compare(a, b, { registry, census }) {
      if (a.domain >= 0 && a.domain === b.domain) return 'same';
      const isShared = isOneOf(a.domain, b) || isOneOf(a.toldDomain, b);
      // A row that tells the other side's domain and shows an address that ends otherwise contradicts itself in the ending alone.
      if (isShared) return registry.label(a.domain) === registry.label(b.domain) ? 'same' : 'near';
      const [x, y] = [registry.company(a.company), registry.company(b.company)];
      const isKnown = census.isKnownAs(a.company, b.domain) || census.isKnownAs(b.company, a.domain);
      const spells = (name: CompanyName | undefined, id: number, domain: number): 'same' | 'part' | undefined => {
        const level = name && domain >= 0 ? spelledBy(name, registry.label(domain)) : undefined;
        // A firm that the client knows under another domain is not proved by how this one is spelled.
        return level === 'same' && census.isKnownElsewhere(id, domain) ? 'part' : level;
      };
      const spelled = spells(x, a.company, b.domain) ?? spells(y, b.company, a.domain);
      const isTwoDomains = a.domain >= 0 && b.domain >= 0;
      if (x && y) {
        const level = x === y ? 'same' : compareCompanies(x, y);
        // One name under two domains may be two firms, if the client does not know it under both.
        if (isTwoDomains) return level === 'same' && !census.hasBoth(b.company, a.domain, b.domain) ? 'near' : level;
        return isKnown || (level !== 'other' && spelled === 'same') ? 'same' : level;
      }
      if (isKnown) return 'same';
      // A name that spells the other side's domain says little beside a domain of its own, and nothing that its ending does not.
      if (isTwoDomains && registry.label(a.domain) === registry.label(b.domain)) return 'part';
      if (spelled) return isTwoDomains && spelled === 'same' ? 'near' : spelled;
      if (isTwoDomains) return 'other';
      // A name against a domain that does not spell it says nothing.
      return MISSING;
    },
    shown({ cells: { company, domain, email } }) {
      const at = domain ?? (email && hostOf(email));
      return company && at ? `${company}, ${at}` : company || at || '';
    },
  },
);

const time = row(
  'time',
  {
    same: { bits: 7, says: 'the same start, within `matching.same_meeting_within`' },
    near: { bits: 5, says: 'the same start, within `matching.shifted_start_within`' },
    day: { bits: 4, says: 'the same day, where one of the two has no time' },
    zone: { bits: 1, says: 'whole hours apart, up to 14: a zone that was not told' },
    other: { bits: 0, says: 'another time: the person may be the same, the meeting is not' },
  },
  {
    compare: (a, b, { limits }) => timeLevel(a.cells.starts_at, b.cells.starts_at, limits),
    shown: (a) => (a.cells.starts_at === undefined ? '' : new Date(a.cells.starts_at).toISOString()),
  },
);

/** Names of two people: then an address that is nearly the other's is another one. */
const TWO_NAMES: ReadonlySet<string> = new Set(['other', 'other_given', 'other_family', 'given_initial', 'ending']);

/** Names that may have two addresses; two spellings of a name where an address has the other's. */
const isAliasName = (level: string, spelling: Spelling): boolean =>
  ['same', 'turned', 'part'].includes(level) || (['nickname', 'spelling'].includes(level) && spelling === 'theirs');

/** Whether a domain is one of those of a person. */
const isOneOf = (domain: number, { domain: own, toldDomain }: Identity): boolean =>
  domain >= 0 && (domain === own || domain === toldDomain);

/** One digit wrong, or two neighbours turned round; the ends that a country adds are no difference. */
function isNearNumber(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 8) return false;
  let first = -1;
  let wrong = 0;
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    wrong++;
    if (wrong > 2 || (wrong === 2 && (i !== first + 1 || a[i] !== b[first] || a[first] !== b[i]))) return false;
    if (wrong === 1) first = i;
  }
  return wrong > 0;
}

/** The fields of a person, the most telling first. */
export const FIELDS = { email, name, phone, company, time };

/** The most bits that the addresses of a pair can add, told by what costs nothing to look at. */
export function mostOfEmail(a: Identity, b: Identity, nameLevel: string): number {
  const { same, near, ending } = email.levels;
  if (a.email < 0 || b.email < 0 || (a.host !== b.host && a.local !== b.local)) return 0;
  return (a.email === b.email ? same : TWO_NAMES.has(nameLevel) ? ending : near).bits;
}

/** Bits of a level for a pair: what many people share is worth less. */
export function bitsOf({ levels, behind }: Field, level: string, a: Identity, scale: Scale): number {
  const { bits = 0, fades, least = bits } = levels[level] ?? {};
  if (!fades || !behind) return bits;
  return Math.max(least, Math.round((bits - fades * Math.log2(behind(a, scale))) * 10) / 10);
}
