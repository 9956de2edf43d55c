import { getDomain } from 'tldts';
import type { Meeting } from '../read/records.ts';

/** Mail hosts whose addresses say nothing of a company. */
const FREE_MAIL = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'proton.me',
  'protonmail.com',
  'mail.com',
  'yandex.com',
  'zoho.com',
]);

/** The person of a row and the account they belong to, as keys that can be compared for equality. */
export interface Contact {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly name: string | undefined;
  readonly company: string | undefined;
  /** Registrable domain of the account; never a free-mail host. */
  readonly domain: string | undefined;
}

export interface ContactCells {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly contact_name?: string | undefined;
  readonly company?: string | undefined;
  readonly domain?: string | undefined;
}

export function contactOf(row: ContactCells, freeMail: ReadonlySet<string>): Contact {
  return {
    email: row.email,
    phone: row.phone,
    name: row.contact_name === undefined ? undefined : nameKey(row.contact_name),
    company: row.company === undefined ? undefined : companyKey(row.company),
    domain: (row.email && accountDomain(row.email, freeMail)) || row.domain || undefined,
  };
}

/** Built-in free-mail hosts and those the rules add. */
export const freeMailOf = (added: readonly string[]): ReadonlySet<string> => new Set([...FREE_MAIL, ...added]);

/** The registrable domain behind an address, or undefined for free mail. */
export function accountDomain(email: string, freeMail: ReadonlySet<string>): string | undefined {
  const host = email.slice(email.lastIndexOf('@') + 1);
  return freeMail.has(host) ? undefined : (getDomain(host) ?? host);
}

/** Whether an address lies at one of the domains or below it. */
export function isAt(email: string, domains: ReadonlySet<string>): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1);
  return [...domains].some((domain) => host === domain || host.endsWith(`.${domain}`));
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`.]/g, '')
    .replace(/[^\p{L}\p{N}&,]+/gu, ' ')
    .trim();

/** A person's name for comparison: accents, case, titles and remarks in brackets dropped, `Last, First` turned round. */
export function nameKey(name: string): string {
  const bare = plain(name.replace(/\([^)]*\)/g, ' '));
  const [last, first, more] = bare.split(',').map((part) => part.trim());
  const turned = first && more === undefined ? `${first} ${last}` : bare.replaceAll(',', ' ');
  return turned
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^((mr|mrs|ms|dr|prof|herr|frau) )+/, '');
}

/** A company's name for comparison: accents, case, punctuation and legal forms dropped. */
export function companyKey(company: string): string {
  const bare = plain(company)
    .replaceAll(',', ' ')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = bare.replace(
    /( (inc|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|sa|sas|bv|plc|pty|llp|lp|kg|oy|ab|srl|spa))+$/,
    '',
  );
  return short || bare;
}

/** Natural order: digits compare as numbers and come before letters, so M-9 comes before M-10. */
export function compareNatural(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    const [m, n] = [asNumber(x), asNumber(y)];
    if (m !== undefined && n !== undefined) {
      if (m !== n) return m < n ? -1 : 1;
    } else if ((m === undefined) !== (n === undefined)) return m === undefined ? 1 : -1;
    else if (x !== y) return x < y ? -1 : 1;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

const asNumber = (digits: string): bigint | undefined => (/^\d/.test(digits) ? BigInt(digits) : undefined);

/**
 * Numbers the persons behind rows: equal e-mail keys are one person; a phone (with no different names) or a name with its
 * company joins a row without e-mail, unless that weaker key fits two different e-mails.
 */
export function persons(rows: readonly Meeting[], freeMail: ReadonlySet<string>): Map<Meeting, string> {
  const contacts = new Map(rows.map((row) => [row, contactOf(row, freeMail)]));
  const namesByPhone = new Map<string, Set<string>>();
  for (const c of contacts.values()) if (c.phone && c.name) note(namesByPhone, c.phone, c.name);
  // A number behind several names is a switchboard: then the name goes with it.
  const phoneKey = (c: Contact): string | undefined => {
    if (!c.phone || (namesByPhone.get(c.phone)?.size ?? 0) <= 1) return c.phone;
    return c.name && `${c.phone}|${c.name}`;
  };
  const emailsByPhone = new Map<string, Set<string>>();
  const emailsByName = new Map<string, Set<string>>();
  for (const c of contacts.values()) {
    if (!c.email) continue;
    note(emailsByPhone, phoneKey(c), c.email);
    note(emailsByName, namedKey(c), c.email);
  }
  const only = (set: Set<string> | undefined): string | undefined => (set?.size === 1 ? [...set][0] : undefined);
  return new Map(
    rows.map((row) => {
      const c = contacts.get(row) ?? contactOf(row, freeMail);
      const [phone, named] = [phoneKey(c), namedKey(c)];
      const email = c.email ?? only(emailsByPhone.get(phone ?? '')) ?? only(emailsByName.get(named ?? ''));
      return [row, email ? `e:${email}` : phone ? `p:${phone}` : named ? `n:${named}` : `r:${row.id}`];
    }),
  );
}

/** Whether rows of several vendors can be told to be of this person: a row without any contact is only itself. */
export const isKnown = (person: string): boolean => !person.startsWith('r:');

function note(index: Map<string, Set<string>>, key: string | undefined, value: string): void {
  if (key === undefined) return;
  const known = index.get(key);
  if (known) known.add(value);
  else index.set(key, new Set([value]));
}

const namedKey = (c: Contact): string | undefined => (c.name && c.company ? `${c.name}|${c.company}` : undefined);
