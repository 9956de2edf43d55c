import { accountDomain } from '../link/identity/emails.ts';
import { type Contact, companyKey, nameKey } from '../link/keys.ts';
import type { Instant, RowRef } from '../model.ts';
import { type Call, type Handover, isOutbound } from '../read/records.ts';
import { remembered } from '../read/remembered.ts';

/** One outbound call to a contact or account that is claimed. */
interface Touch {
  readonly at: Instant;
  /** Seconds of talk; undefined where the log does not say. */
  readonly talk: number | undefined;
  readonly row: RowRef;
}

/** A touch with the keys that it was found by, as a closed period keeps it. */
export interface KeptTouch extends Touch {
  readonly keys: readonly string[];
}

/** What is kept of the call log for the rules: touches of the claimed contacts, by key, in order of time. */
export interface TouchLog {
  of(contact: Partial<Contact>, level: 'contact' | 'account'): readonly Touch[];
  /** Whether a call to the contact could be told: the log has keys of a kind that it has. */
  couldShow(contact: Partial<Contact>): boolean;
}

/** A contact is found by number, by address, and by name at a firm: who was called at the switchboard is known by the latter alone, if it is more than one word. */
const keysOf = ({ phone, email, name, company, domain }: Partial<Contact>, level: 'contact' | 'account'): string[] =>
  (level === 'contact'
    ? [phone && `p ${phone}`, email && `e ${email}`, name?.includes(' ') && company && `n ${name} @ ${company}`]
    : [domain && `d ${domain}`, company && `c ${company}`]
  ).flatMap((key) => key || []);

/** Whom the client handed over, by what a log of calls may name. */
export const handedContact = ({ email, phone, contact_name, company }: Handover): Partial<Contact> => ({
  email,
  phone,
  name: nameKey(contact_name),
  company: companyKey(company),
});

/** A call by its row; a file of the same name may hold another call there. */
const callOf = ({ row, at }: Touch): string => `${row.file} ${row.n} ${at}`;
/** Each call once: it may have several keys, and a log of a closed period may be given again. */
const unique = (all: readonly Touch[]): Touch[] => [...new Map(all.map((touch) => [callOf(touch), touch])).values()];

/**
 * Collects touches of claimed contacts, and of those that the client handed over, while the call log streams past; a call's account is its e-mail's domain, else its company. `closed` are those that closed
 * periods keep; `kept` are those that a new closing has to.
 */
export function touchCollector(
  contacts: readonly Contact[],
  freeMail: ReadonlySet<string>,
  closed: readonly KeptTouch[] = [],
  handovers: readonly Handover[] = [],
): { add(calls: readonly Call[]): void; kept(): KeptTouch[]; log: TouchLog } {
  const handed = handovers.map(handedContact);
  const firms = new Set([...contacts, ...handed].flatMap(({ company }) => company ?? []));
  const begin = (): Map<string, Touch[]> => {
    const touches = new Map<string, Touch[]>();
    for (const contact of contacts) {
      for (const key of [...keysOf(contact, 'contact'), ...keysOf(contact, 'account')]) touches.set(key, []);
    }
    for (const contact of handed)
      for (const key of keysOf(contact, 'contact')) if (!touches.has(key)) touches.set(key, []);
    for (const touch of closed) for (const key of touch.keys) touches.get(key)?.push(touch);
    return touches;
  };
  /** Made when the first call comes, or somebody asks: most months have no call log. */
  let begun: Map<string, Touch[]> | undefined;
  const touchesOf = (): Map<string, Touch[]> => {
    begun ??= begin();
    return begun;
  };
  const has = { phone: false, email: false, name: false };
  const [namesOf, companiesOf] = [remembered(nameKey), remembered(companyKey)];
  return {
    add(calls) {
      const touches = touchesOf();
      if (touches.size === 0) return;
      for (const call of calls) {
        has.phone ||= call.phone !== undefined;
        has.email ||= call.email !== undefined;
        has.name ||= call.contact_name !== undefined && call.company !== undefined;
        if (!isOutbound(call.direction) || call.started_at === undefined) continue;
        const domain = call.email ? accountDomain(call.email, freeMail) : undefined;
        const company = call.company && companiesOf(call.company);
        // Names are taken apart only where the firm is one of those claimed.
        const name = company && firms.has(company) && call.contact_name ? namesOf(call.contact_name) : undefined;
        const contact = { phone: call.phone, email: call.email, name, company };
        const account = domain ? { domain } : { company };
        const touch: Touch = { at: call.started_at, talk: call.talk, row: call.row };
        for (const key of [...keysOf(contact, 'contact'), ...keysOf(account, 'account')]) touches.get(key)?.push(touch);
      }
    },
    kept() {
      const known = new Set(closed.flatMap((touch) => touch.keys.map((key) => `${key} ${callOf(touch)}`)));
      const keys = new Map<Touch, string[]>();
      for (const [key, own] of begun ?? [])
        for (const touch of unique(own))
          if (!known.has(`${key} ${callOf(touch)}`)) keys.set(touch, [...(keys.get(touch) ?? []), key]);
      return [...keys].map(([{ at, talk, row }, found]) => ({ at, talk, row, keys: found }));
    },
    log: {
      couldShow: ({ phone, email, name, company }) =>
        (phone !== undefined && has.phone) ||
        (email !== undefined && has.email) ||
        (name?.includes(' ') === true && company !== undefined && has.name),
      of: (contact, level) =>
        unique(keysOf(contact, level).flatMap((key) => touchesOf().get(key) ?? [])).sort((a, b) => a.at - b.at),
    },
  };
}
