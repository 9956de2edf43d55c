import { companyKey } from '../link/keys.ts';
import type { PlainDate } from '../model.ts';
import type { ListEntry } from '../read/records.ts';
import type { Zone } from '../sow/zone.ts';
import type { ChainFacts } from './facts.ts';
import { keyed, lookup } from './lookup.ts';

type Listed = Pick<ListEntry, 'email' | 'domain' | 'company'>;

const listed = lookup(({ email, domain, company }: Listed) => [
  keyed('email', email),
  keyed('domain', domain),
  keyed('company', companyKey(company)),
]);

/** The list entries of the chain's contact or account: by address, by domain, or by company where a side has no domain. */
export function entriesOf<E extends Listed>(chain: ChainFacts, list: readonly E[]): E[] {
  const { domain, company, email } = chain.contact;
  const keys = [keyed('email', email), keyed('domain', domain), keyed('company', company)];
  return listed(list, keys).filter((entry) => {
    if (entry.email !== undefined && entry.email === email) return true;
    if (entry.domain !== undefined && domain !== undefined) return entry.domain === domain;
    return company !== undefined && companyKey(entry.company) === company;
  });
}

/** Whether an entry is in force on a day: `from` and `to` are both inclusive. */
export function isInForce(entry: Pick<ListEntry, 'from' | 'to'>, day: PlainDate, zone: Zone): boolean {
  return (
    (entry.from === undefined || zone.dateAt(entry.from) <= day) &&
    (entry.to === undefined || zone.dateAt(entry.to) >= day)
  );
}
