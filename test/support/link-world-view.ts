import type { Dice } from './dice.ts';
import { FREE_HOSTS, FREE_HOSTS_OF, NO_FIRMS } from './link-world-firm-words.ts';
import { type Firm, type Pattern, registered } from './link-world-firms.ts';
import type { Numbers } from './link-world-numbers.ts';
import { type Name, type Spoken, spokenOf } from './link-world-people.ts';
import { spelledOut, unaccented } from './link-world-text.ts';

/** A person as the world has it; what the files show of it are views. */
export interface Person {
  readonly name: Name;
  /** None: works alone. */
  readonly firm: Firm | undefined;
  readonly spoken: Spoken;
  /** Its work address, else its private one. */
  readonly email: string;
  readonly privateEmail: string;
  readonly mobile: string;
  readonly direct: string | undefined;
  readonly title: string;
  /** Others use its address and number as well: a couple. */
  isShared: boolean;
  /** What the client's CRM shows of it; none: a stranger. */
  readonly rows: View[];
}

/** How a cell of an address or number speaks of the person: its own alone, several people's, or nobody's in particular. */
type Hold = 'own' | 'shared' | 'bent' | 'none';

/** One row about a person, with what a careful reader can still see in it. */
export interface View {
  id: string;
  readonly person: Person;
  /** The firm that the row speaks of. */
  readonly firm: Firm | undefined;
  given: string;
  middle: string | undefined;
  family: string;
  suffix: string | undefined;
  /** How the parts are put together. */
  order: Order;
  dress: Dress[];
  /** How much of the name is worn: 0 whole, 1 a slip or a nickname, 2 both, 9 no name to speak of. */
  worn: number;
  isInitial: boolean;
  hasSlip: boolean;
  /** The address or the number is somebody else's: the rest must say who is meant. */
  misled: 'email' | 'phone' | undefined;
  email: string | undefined;
  emailHold: Hold;
  phone: string | undefined;
  phoneHold: Hold;
  company: string | undefined;
  /** How well the company cell names the firm. */
  companyShows: 'name' | 'domain' | 'weak' | 'nothing';
  domain: string | undefined;
  title: string | undefined;
  start: number | undefined;
}
type Order = 'plain' | 'comma' | 'eastern' | 'given' | 'family' | 'none';
type Dress = (name: string) => string;

const SPACED = / /g;
const letters = new Map<string, string>();
function ascii(text: string, { culture }: Name): string {
  const isSpelledOut = culture === 'german' || culture === 'nordic';
  const key = isSpelledOut ? text : `${text} `;
  let plain = letters.get(key);
  if (plain === undefined) {
    plain = (isSpelledOut ? spelledOut(text) : unaccented(text)).toLowerCase().replace(/[^a-z -]/g, '');
    letters.set(key, plain);
  }
  return plain;
}

const LOCALS: Readonly<Record<Pattern, (first: string, last: string) => string>> = {
  'first.last': (f, l) => `${f}.${l}`,
  flast: (f, l) => f.charAt(0) + l,
  first: (f) => f,
  'f.last': (f, l) => `${f.charAt(0)}.${l}`,
  firstlast: (f, l) => f + l,
  first_last: (f, l) => `${f}_${l}`,
  last: (_, l) => l,
  lastf: (f, l) => l + f.charAt(0),
  'last.first': (f, l) => `${l}.${f}`,
};
export function localOf(name: Name, pattern: Pattern): string {
  const first = ascii(name.given, name).replace(SPACED, '');
  const last = ascii(name.family, name).replace(SPACED, '');
  return LOCALS[pattern](first, last.replace(pattern === 'first.last' ? '' : '-', ''));
}

/** The addresses and numbers of a world, so that none is given twice. */
export class Addresses {
  readonly #taken = new Set<string>();
  has(email: string): boolean {
    return this.#taken.has(email);
  }
  /** A free address of this local part; a second bearer gets a number, as administrators do. */
  take(local: string, host: string): string {
    for (let n = 1; ; n++) {
      const email = `${local}${n === 1 ? '' : n}@${host}`;
      if (this.#taken.has(email)) continue;
      this.#taken.add(email);
      return email;
    }
  }
}

const TITLES = [
  'CEO',
  'Owner',
  'Managing Director',
  'Geschäftsführer',
  'CFO',
  'CTO',
  'COO',
  'VP Sales',
  'VP of Engineering',
  'Head of Marketing',
  'Head of IT',
  'IT Manager',
  'Director of Operations',
  'Operations Manager',
  'Sales Manager',
  'Marketing Manager',
  'Purchasing Manager',
  'Procurement Lead',
  'Office Manager',
  'Plant Manager',
  'Controller',
  'Finance Director',
  'HR Director',
  'HR Business Partner',
  'Facilities Manager',
  'Senior Engineer',
  'Software Engineer',
  'Product Manager',
  'Analyst',
  'Consultant',
  'Partner',
  'Founder',
  'Executive Assistant',
  'General Manager',
  'Regional Director',
];

export interface Makers {
  readonly numbers: Numbers;
  readonly addresses: Addresses;
}

/** A person of this name at a firm, with addresses and numbers of its own. */
export function personOf(
  name: Name,
  firm: Firm | undefined,
  { numbers, addresses }: Makers,
  dice: Dice,
  shared?: Person,
): Person {
  const country = firm?.country ?? 'US';
  const hosts = FREE_HOSTS_OF[country] ?? FREE_HOSTS;
  const freeLocal = dice.pick([`${localOf(name, 'first.last')}`, localOf(name, 'flast'), localOf(name, 'firstlast')]);
  const privateEmail =
    shared?.privateEmail ?? addresses.take(freeLocal + (dice.chance(0.6) ? dice.whole(1, 99) : ''), dice.pick(hosts));
  return {
    name,
    firm,
    spoken: spokenOf(name.given, name.family, name.second),
    email: shared?.email ?? (firm ? addresses.take(localOf(name, firm.pattern), firm.host) : privateEmail),
    privateEmail,
    mobile: shared?.mobile ?? numbers.throw(country, true, dice),
    direct: !shared && dice.chance(0.25) ? numbers.throw(country, false, dice) : undefined,
    title: dice.pick(TITLES),
    isShared: shared !== undefined,
    rows: [],
  };
}

/** How often a file leaves a cell empty or fills it with less. */
export interface Fill {
  readonly email: number;
  readonly phone: number;
  readonly switchboard: number;
  readonly company: number;
  readonly domain: number;
  readonly title: number;
  readonly start: number;
}

const DAY = 86_400_000;
const MONTH = Date.UTC(2026, 5, 1);
/** A time at which meetings are booked: half hours of a working day of the month. */
const hourOf = (dice: Dice): number => {
  for (;;) {
    const day = MONTH + dice.whole(0, 29) * DAY;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) return day + dice.whole(16, 35) * 1_800_000;
  }
};
/** A time on another day than these, so that it says nothing of them. */
export function otherDay(starts: readonly (number | undefined)[], dice: Dice): number {
  for (;;) {
    const start = hourOf(dice);
    if (starts.every((other) => other === undefined || Math.abs(other - start) >= 1.7 * DAY)) return start;
  }
}

/** A clean row about a person, as full as the file fills it. */
export function viewOf(person: Person, fill: Fill, dice: Dice, firm = person.firm, email = person.email): View {
  const { name, isShared } = person;
  const hasPhone = dice.chance(fill.phone);
  const atSwitchboard = firm !== undefined && dice.chance(fill.switchboard);
  const hasCompany = dice.chance(fill.company);
  const hasEmail = dice.chance(fill.email);
  const own = isShared ? 'shared' : 'own';
  return {
    id: '',
    person,
    firm,
    given: name.given,
    middle: undefined,
    family: name.second && dice.chance(0.5) ? `${name.family} ${name.second}` : name.family,
    suffix: name.suffix,
    order: 'plain',
    dress: [],
    worn: 0,
    isInitial: false,
    hasSlip: false,
    misled: undefined,
    email: hasEmail ? email : undefined,
    emailHold: hasEmail ? own : 'none',
    phone: !hasPhone
      ? undefined
      : atSwitchboard
        ? firm?.switchboard
        : dice.chance(0.25) && person.direct
          ? person.direct
          : person.mobile,
    phoneHold: !hasPhone ? 'none' : atSwitchboard ? 'shared' : own,
    company: !hasCompany
      ? undefined
      : firm
        ? dice.chance(0.7)
          ? registered(firm, dice)
          : firm.name
        : dice.pick(NO_FIRMS),
    companyShows: hasCompany && firm ? 'name' : 'nothing',
    domain: firm && dice.chance(fill.domain) ? firm.domain : undefined,
    title: dice.chance(fill.title) ? person.title : undefined,
    start: dice.chance(fill.start) ? hourOf(dice) : undefined,
  };
}

/** What the name cell shows. */
export function writtenName({ given, middle, family, suffix, order, dress, person }: View): string | undefined {
  const first = middle ? `${given} ${middle}` : given;
  const last = suffix ? `${family} ${suffix}` : family;
  const whole =
    order === 'none'
      ? ''
      : order === 'given'
        ? given
        : order === 'family'
          ? last
          : order === 'comma'
            ? `${last}, ${first}`
            : order === 'eastern'
              ? `${last} ${person.name.culture === 'vietnamese' && !middle && person.name.middle ? `${person.name.middle} ` : ''}${first}`
              : `${first} ${last}`;
  return dress.reduce((text, put) => put(text), whole) || undefined;
}
/** The parts of the name that the row shows. */
export const shownOf = ({ given, family, order }: View): Spoken =>
  spokenOf(order === 'family' || order === 'none' ? '' : given, order === 'given' || order === 'none' ? '' : family);
