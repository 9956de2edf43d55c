import { handedContact } from '../../judge/touches.ts';
import { addTo } from '../../link/grouped.ts';
import type { Contact } from '../../link/keys.ts';
import type { Handover } from '../../read/records.ts';
import { cellOf, type Facts } from '../../sow/criteria.ts';
import type { MeasuredRow, RowInput } from './row.ts';

/**
 * Leads that the client handed over, on that day. `attempted` says whether an outbound call to the contact came after it, `response` how many seconds later the
 * first did, of the open hours alone where the contract has business hours. Where no log could show a call nobody knows either.
 */
export const handoverRows = ({ sow, asOf, chains, handovers, touches }: RowInput): MeasuredRow[] => {
  const leadsOf = new Map<Handover, Set<Contact>>();
  for (const chain of chains) for (const handover of chain.handovers) addTo(leadsOf, handover, chain.contact);
  const { clock } = sow;
  return handovers.flatMap((handover): MeasuredRow[] => {
    const { at: from } = handover;
    if (from === undefined) return [];
    // The vendor may know another number of the lead than the client does.
    const known = [handedContact(handover), ...(leadsOf.get(handover) ?? [])];
    const calls = known
      .flatMap((contact) => touches?.of(contact, 'contact') ?? [])
      .filter(({ at }) => at >= from && at <= asOf);
    const first = calls.length ? Math.min(...calls.map(({ at }) => at)) : undefined;
    const waited = first && (sow.sow.business_hours ? clock.openMs(from, first) : first - from);
    const facts: Facts = (field) => {
      if (field === 'response') return waited === undefined ? undefined : waited / 1000;
      if (field === 'attempted')
        return known.some((contact) => touches?.couldShow(contact)) ? String(first !== undefined) : undefined;
      return cellOf(handover, field, clock.zone);
    };
    return [{ day: clock.zone.dateAt(from), restated: facts }];
  });
};
