import { accountDomain, type Contact, companyKey, contactOf } from '../link/keys.ts';
import type { Slot } from '../link/slots.ts';
import type { Instant, RowRef } from '../model.ts';
import type { Call } from '../read/records.ts';

/** One outbound call to a contact or account that is claimed. */
interface Touch {
  readonly at: Instant;
  /** Seconds of talk; undefined where the log does not say. */
  readonly talk: number | undefined;
  readonly row: RowRef;
}

/** What is kept of the call log for the rules: touches of the claimed contacts, by key, in order of time. */
export interface TouchLog {
  of(contact: Contact, level: 'contact' | 'account'): readonly Touch[];
}

const keysOf = (contact: Contact, level: 'contact' | 'account'): string[] =>
  level === 'contact'
    ? [contact.phone && `p ${contact.phone}`, contact.email && `e ${contact.email}`].flatMap((key) => key || [])
    : [contact.domain && `d ${contact.domain}`, contact.company && `c ${contact.company}`].flatMap((key) => key || []);

/** Collects touches while the call log streams past; a call's account is its e-mail's domain, else its company. */
export function touchCollector(
  slots: readonly Slot[],
  freeMail: ReadonlySet<string>,
): { add(calls: readonly Call[]): void; log: TouchLog } {
  const touches = new Map<string, Touch[]>();
  for (const slot of slots) {
    const contact = contactOf(slot.record, freeMail);
    for (const key of [...keysOf(contact, 'contact'), ...keysOf(contact, 'account')]) touches.set(key, []);
  }
  return {
    add(calls) {
      for (const call of calls) {
        if (call.direction === 'inbound' || call.started_at === undefined) continue;
        const domain = call.email ? accountDomain(call.email, freeMail) : undefined;
        const account = domain ? `d ${domain}` : call.company ? `c ${companyKey(call.company)}` : undefined;
        const touch: Touch = { at: call.started_at, talk: call.talk, row: call.row };
        for (const key of [call.phone && `p ${call.phone}`, call.email && `e ${call.email}`, account]) {
          if (key) touches.get(key)?.push(touch);
        }
      }
    },
    log: {
      of: (contact, level) =>
        [...new Set(keysOf(contact, level).flatMap((key) => touches.get(key) ?? []))].sort((a, b) => a.at - b.at),
    },
  };
}
