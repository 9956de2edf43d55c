import { parseCompany } from './identity/companies.ts';
import { accountDomain } from './identity/emails.ts';
import type { ContactCells } from './identity/identity.ts';
import { parseName } from './identity/names.ts';

/** The person of a row and the account they belong to, as keys that can be compared for equality. */
export interface Contact {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly name: string | undefined;
  readonly company: string | undefined;
  /** Registrable domain of the account; never a free-mail host. */
  readonly domain: string | undefined;
}

export function contactOf(row: ContactCells, freeMail: ReadonlySet<string>): Contact {
  return {
    email: row.email,
    phone: row.phone,
    name: nameKey(row.contact_name),
    company: companyKey(row.company),
    domain: (row.email && accountDomain(row.email, freeMail)) || row.domain || undefined,
  };
}

/** A person's name for comparison: accents, case, titles and remarks in brackets dropped, `Last, First` turned round; undefined where no word is left. */
export const nameKey = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : parseName(name)?.words.join(' ');

/** A company's name for comparison: accents, case, punctuation and legal forms dropped, short forms written out; undefined where it names none ("n/a"). */
export const companyKey = (company: string | undefined): string | undefined =>
  company === undefined ? undefined : parseCompany(company)?.key;

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
