import type { Meeting } from '../read/records.ts';
import { addTo } from './grouped.ts';
import type { Scale } from './identity/fields.ts';
import type { Identity, Registry } from './identity/identity.ts';
import { isAnotherName } from './identity/names.ts';
import { scaleOf } from './identity/people.ts';
import { samePeople } from './identity/same.ts';
import type { Contact } from './keys.ts';

/**
 * Numbers the persons behind rows: equal e-mail keys are one person, unless the names beside them are of two; a phone (with no different names) or a name with its
 * company joins a row without e-mail, unless that weaker key fits two different e-mails. Beyond equal keys, rows that are certainly one person are.
 */
export function persons(rows: readonly Meeting[], registry: Registry): Map<Meeting, string> {
  const scale = scaleOf(rows, rows, undefined, registry);
  const contacts = rows.map((row) => registry.contactOf(row));
  const shared = sharedAddresses(rows, scale);
  const namesByPhone = new Map<string, Set<string>>();
  for (const c of contacts) if (c.phone && c.name) addTo(namesByPhone, c.phone, c.name);
  // Where several stand behind an address or a number, the name goes with it.
  const emailKey = (email: string, { name = '' }: Contact): string => (shared.has(email) ? `${email}|${name}` : email);
  const phoneKey = (c: Contact): string | undefined => {
    if (!c.phone || (namesByPhone.get(c.phone)?.size ?? 0) <= 1) return c.phone;
    return c.name && `${c.phone}|${c.name}`;
  };
  const emailsByPhone = new Map<string, Set<string>>();
  const emailsByName = new Map<string, Set<string>>();
  for (const c of contacts) {
    if (!c.email) continue;
    const [phone, named] = [phoneKey(c), namedKey(c)];
    if (phone) addTo(emailsByPhone, phone, c.email);
    if (named) addTo(emailsByName, named, c.email);
  }
  const only = (set: Set<string> | undefined): string | undefined => (set?.size === 1 ? [...set][0] : undefined);
  const keys = rows.map((row) => {
    const c = registry.contactOf(row);
    const [phone, named] = [phoneKey(c), namedKey(c)];
    // Half a name beside a number of its own may be a colleague's.
    const isNamed = named !== undefined && !(c.phone && isHalf(c.name ?? ''));
    const email =
      c.email ?? only(emailsByPhone.get(phone ?? '')) ?? (isNamed ? only(emailsByName.get(named)) : undefined);
    return email ? `e:${emailKey(email, c)}` : phone ? `p:${phone}` : named ? `n:${named}` : `r:${row.id}`;
  });
  const groups = samePeople(rows, keys, scale);
  return new Map(rows.map((row, i) => [row, keys[groups[i] ?? i] ?? '']));
}

/** From so many names on nobody compares them: an address that stands beside all of them is nobody's own. */
const MANY = 8;

/** Addresses behind which are two people: a post such as info@, an assistant's, one that a vendor writes where it knows none. */
function sharedAddresses(rows: readonly Meeting[], { registry, namesAgree }: Scale): ReadonlySet<string> {
  const behind = new Map<string, Map<number, Identity>>();
  for (const row of rows) {
    const { email } = registry.contactOf(row);
    const identity = registry.keep(row);
    if (email === undefined || identity.name < 0) continue;
    const names = behind.get(email) ?? new Map<number, Identity>();
    behind.set(email, names.set(identity.name, identity));
  }
  const areTwo = (a: Identity, b: Identity): boolean => isAnotherName(namesAgree(a, b));
  return new Set(
    [...behind].flatMap(([email, names]) => {
      const all = [...names.values()];
      return all.length > MANY || all.some((a, i) => all.slice(i + 1).some((b) => areTwo(a, b))) ? email : [];
    }),
  );
}

/** Whether rows of several vendors can be told to be of this person: a row without any contact is only itself. */
export const isKnown = (person: string): boolean => !person.startsWith('r:');

/** A family name alone, or one beside an initial; a name in a script without blanks is a whole one. */
const isHalf = (name: string): boolean => {
  const words = name.split(' ');
  return /^\p{Script=Latin}/u.test(name) && words.filter((word) => word.length > 1).length < 2;
};

const namedKey = (c: Contact): string | undefined => (c.name && c.company ? `${c.name}|${c.company}` : undefined);
