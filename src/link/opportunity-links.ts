import type { Instant, PlainDate } from '../model.ts';
import type { Opportunity } from '../read/records.ts';
import type { Choice } from './decided.ts';
import { addTo } from './grouped.ts';
import { type Account, accountKeys, accountNamed, compareAccounts } from './identity/accounts.ts';
import type { Scale } from './identity/fields.ts';
import type { ContactCells } from './identity/identity.ts';
import { bookedAt, rowsOf, type Slot } from './slots.ts';
import type { Trace } from './traces.ts';
import { inDoubt, linkWhose, type WhoseLink } from './whose.ts';

/**
 * Ties opportunities that name no lead of the vendor by its id: by their contacts, as any person. One that tells its account alone is nobody's for certain, since an account has more
 * opportunities than those of a lead: it is in doubt between the leads of the account that were booked by the day on which it was created.
 */
export function linkOpportunities(
  traces: readonly Trace<Opportunity>[],
  slots: readonly Slot[],
  scale: Scale,
  choiceOf: (trace: Trace) => Choice<Slot>,
  dayOf: (at: Instant) => PlainDate,
): Map<Trace<Opportunity>, WhoseLink> {
  const ids = new Set(slots.flatMap(rowsOf).flatMap(({ id, lead_id }) => [id ?? '', lead_id ?? '']));
  const asked = traces.filter(({ rows }) => !rows.some(({ lead_id }) => lead_id !== undefined && ids.has(lead_id)));
  const isNamed = ({ people }: Trace): boolean => people.some((cells) => cells.contact_name ?? cells.email);
  const links = linkWhose(asked.filter(isNamed), slots, scale, choiceOf);
  const unnamed = asked.filter((trace) => !isNamed(trace));
  if (!unnamed.length) return links;
  const at = slotsAt(slots, scale);
  for (const trace of unnamed) {
    const { same, others } = choiceOf(trace);
    const created = trace.rows.flatMap(({ created_at }) => created_at ?? []);
    const isBefore = (slot: Slot): boolean =>
      !created.length || dayOf(bookedAt(slot.record)) <= dayOf(Math.min(...created));
    const near = same
      ? slots.filter(({ person }) => person === same.person)
      : trace.people.flatMap(at).filter((slot) => !others.has(slot) && isBefore(slot));
    const nobody: WhoseLink = { decision: 'none', reason: 'nobody_alike', slots: near, score: undefined, fields: [] };
    if (same) links.set(trace, { ...nobody, decision: 'linked', reason: 'decided' });
    else links.set(trace, near.length ? inDoubt(nobody, near) : nobody);
  }
  return links;
}

/** Finds the slots of an account, those included that may be another's of nearly the same name. */
function slotsAt(slots: readonly Slot[], { registry }: Scale) {
  const accounts = new Map(
    slots.map(({ record }) => [record, accountNamed(record.company, registry.contactOf(record).domain)] as const),
  );
  const byKey = new Map<string, Set<Slot>>();
  for (const slot of slots)
    for (const key of accountKeys(accounts.get(slot.record) as Account)) addTo(byKey, key, slot);
  return ({ company, domain }: ContactCells): Slot[] => {
    const own = accountNamed(company, domain);
    const found = new Set(accountKeys(own).flatMap((key) => [...(byKey.get(key) ?? [])]));
    return [...found].filter(({ record }) => compareAccounts(own, accounts.get(record) as Account) !== 'other');
  };
}
