import type { Meeting } from '../read/records.ts';
import { addTo } from './grouped.ts';
import type { Registry } from './identity/identity.ts';
import { scaleOf } from './identity/people.ts';
import { samePeople } from './identity/same.ts';
import type { Contact } from './keys.ts';

/**
 * Numbers the persons behind rows: equal e-mail keys are one person; a phone (with no different names) or a name with its
 * company joins a row without e-mail, unless that weaker key fits two different e-mails. Beyond equal keys, rows that are certainly one person are.
 */
export function persons(rows: readonly Meeting[], registry: Registry): Map<Meeting, string> {
  const contacts = rows.map((row) => registry.contactOf(row));
  const namesByPhone = new Map<string, Set<string>>();
  for (const c of contacts) if (c.phone && c.name) addTo(namesByPhone, c.phone, c.name);
  // A number behind several names is a switchboard: then the name goes with it.
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
    const email = c.email ?? only(emailsByPhone.get(phone ?? '')) ?? only(emailsByName.get(named ?? ''));
    return email ? `e:${email}` : phone ? `p:${phone}` : named ? `n:${named}` : `r:${row.id}`;
  });
  const groups = samePeople(rows, keys, scaleOf(rows, rows, undefined, registry));
  return new Map(rows.map((row, i) => [row, keys[groups[i] ?? i] ?? '']));
}

/** Whether rows of several vendors can be told to be of this person: a row without any contact is only itself. */
export const isKnown = (person: string): boolean => !person.startsWith('r:');

const namedKey = (c: Contact): string | undefined => (c.name && c.company ? `${c.name}|${c.company}` : undefined);
