import { type Account, accountKeys, accountNamed, compareAccounts } from '../link/identity/accounts.ts';
import { accountDomain, freeMailOf } from '../link/identity/emails.ts';
import { contactsOf } from '../link/traces.ts';
import type { PlainDate, RowRef } from '../model.ts';
import type { ListEntry, Opportunity } from '../read/records.ts';
import type { Zone } from '../sow/zone.ts';
import type { ChainFacts } from './facts.ts';
import { keyed, lookup } from './lookup.ts';

/** What of a row names an account, or a person by their address. */
interface Listed {
  readonly row: RowRef;
  readonly email?: string | undefined;
  readonly domain?: string | undefined;
  readonly company?: string | undefined;
  /** The account of an opportunity. */
  readonly account?: string | undefined;
}

/** Rows of a list that speak of a lead's person or account, and rows that may: nobody can tell from what both show. */
export interface Entries<E> {
  readonly same: readonly E[];
  readonly doubtful: readonly E[];
}

const accounts = new WeakMap<object, Account>();
/** The account of a row or a contact, taken apart once. */
function accountOf(of: object, company: string | undefined, domain: string | undefined): Account {
  const known = accounts.get(of) ?? accountNamed(company, domain);
  accounts.set(of, known);
  return known;
}
const listedAccount = (row: Listed): Account => accountOf(row, row.company ?? row.account, row.domain ?? hostOf(row));

/** The domain behind the contact of a deal, or the sender of a request. In a list an address is that of a person alone. */
function hostOf(row: Listed): string | undefined {
  const people = row.row.source === 'opportunities' ? contactsOf(row as Opportunity) : [];
  const emails = row.row.source === 'inbound' ? [row.email] : people.map(({ email }) => email);
  return emails.flatMap((email) => (email && accountDomain(email, PRIVATE)) || [])[0];
}
/** A host that the rules add is no account of a chain either, and finds none. */
const PRIVATE = freeMailOf([]);
/** Whether an entry speaks of an account, and not of a person alone. */
export const namesAccount = (row: Listed): boolean => isKnown(listedAccount(row));
const isKnown = ({ name, domain }: Account): boolean => (name ?? domain) !== undefined;

/** The account of a lead: what the vendor says, else what the client's own records of the person show, with the row that shows it. */
export function accountOfChain({ contact, record, slots }: ChainFacts): {
  readonly account: Account;
  readonly shownBy?: RowRef;
} {
  const account = accountOf(contact, record.company, contact.domain);
  if (isKnown(account)) return { account };
  const rows = slots.flatMap(({ evidence }) => [...evidence.crm, ...evidence.elsewhere]);
  for (const row of rows) {
    const domain = row.domain ?? (row.email && accountDomain(row.email, PRIVATE));
    const shown = accountOf(row, row.company, domain || undefined);
    if (isKnown(shown)) return { account: shown, shownBy: row.row };
  }
  return { account };
}

const listed = lookup((row: Listed) => [keyed('email', row.email), ...accountKeys(listedAccount(row))]);

/** The entries of a list for the chain's contact or account: by address, else as accounts are compared. */
export function entriesOf<E extends Listed>(chain: ChainFacts, list: readonly E[]): Entries<E> {
  const { email } = chain.contact;
  const { account: own } = accountOfChain(chain);
  const levelOf = (entry: E): string => {
    if (entry.email !== undefined && entry.email === email) return 'same';
    const level = compareAccounts(listedAccount(entry), own);
    return level === 'same' && isPersonOf(entry) ? 'doubtful' : level;
  };
  const found = listed(list, list.length ? [keyed('email', email), ...accountKeys(own)] : []).map((entry) => ({
    entry,
    level: levelOf(entry),
  }));
  const at = (wanted: string): E[] => found.flatMap(({ entry, level }) => (level === wanted ? [entry] : []));
  return { same: at('same'), doubtful: at('doubtful') };
}

/** Whether an entry names a person beside the firm: whom not to call on is then that person, or everybody there. */
export const isPersonOf = ({ row, email }: Listed): boolean => row.source === 'named' && email !== undefined;

/** What an entry calls its account. */
export const nameOf = ({ email, domain, company, account }: Omit<Listed, 'row'>): string =>
  email ?? domain ?? company ?? account ?? '';

/** Whether an entry is in force on a day: `from` and `to` are both inclusive. */
export function isInForce(entry: Pick<ListEntry, 'from' | 'to'>, day: PlainDate, zone: Zone): boolean {
  return (
    (entry.from === undefined || zone.dateAt(entry.from) <= day) &&
    (entry.to === undefined || zone.dateAt(entry.to) >= day)
  );
}
