import { type Choice, UNDECIDED } from './decided.ts';
import type { EventLink } from './events.ts';
import { accountDomain } from './identity/emails.ts';
import type { ContactCells, Registry } from './identity/identity.ts';
import { isAnotherName, nameLevelOf } from './identity/names.ts';
import { compareNatural } from './keys.ts';
import { rowsOf, type Slot } from './slots.ts';
import type { LinkedRow, Trace } from './traces.ts';

type Find = (trace: Trace, decided: Choice<Slot>) => EventLink;

/**
 * The parts of an event with guests of several slots (a demo for a group, a room in which one meeting follows the other): to each slot the event without the
 * guests who are surely others'. An event of one slot is its only part, and so is one whose guests may be one person. `guestIn` tells whom a row is about, where it is
 * about one.
 */
export function partsOf<R extends LinkedRow>(
  trace: Trace<R>,
  guestIn: (row: R) => ContactCells | undefined,
  find: Find,
  registry: Registry,
): Trace<R>[] {
  const found = guestsOf(trace, find);
  const slots = [...new Set([...found.values()].flatMap(({ slot }) => slot ?? []))].sort((a, b) =>
    compareNatural(a.id, b.id),
  );
  if (slots.length < 2 || !areDifferentPeople(slots)) return [trace];

  const isOthers = (guest: ContactCells, slot: Slot | undefined): boolean => {
    const owner = found.get(keyOf(guest))?.slot;
    return owner !== undefined && owner !== slot;
  };
  const belongs = (row: R, slot: Slot | undefined): boolean => {
    const guest = guestIn(row);
    return !guest || !isOthers(guest, slot) || isOfAccount(guest, slot, registry);
  };
  const part = (slot: Slot | undefined): Trace<R> => ({
    ...trace,
    rows: trace.rows.filter((row) => belongs(row, slot)),
    people: trace.people.filter((person) => !isOthers(person, slot)),
    meetingId: slot && rowsOf(slot).some(({ id }) => id === trace.meetingId) ? trace.meetingId : undefined,
    others: new Set(slots.filter((other) => other !== slot)),
  });
  const rest = part(undefined);
  const { slot, rivals } = find(rest, UNDECIDED);
  const waiting = slot ? [slot] : rivals;
  const isInDoubt = [...found.values()].some(({ decision }) => decision === 'review');
  // Where nobody else is in doubt, the host waited for each of whom nobody came.
  const others = (own: Slot): Set<Slot> => new Set([...slots, ...waiting].filter((other) => other !== own));
  return [
    ...slots.map(part),
    ...(isInDoubt && waiting.length ? [rest] : waiting.map((own) => ({ ...rest, others: others(own) }))),
  ];
}

/** Whom each guest was booked as. It ends where one guest at most can be somebody's: mostly the host is known to nobody. */
function guestsOf(trace: Trace, find: Find): ReadonlyMap<string, EventLink> {
  const people = new Map(trace.people.map((person) => [keyOf(person), person]));
  const links = new Map<string, EventLink>();
  let [known, left] = [0, people.size];
  for (const [key, person] of people) {
    if (known + left < 2) break;
    const link = find(alone(trace, person), UNDECIDED);
    links.set(key, link);
    left--;
    if (link.slot) known++;
  }
  return links;
}

/** One guest at the time of the event, and nothing else of it. */
const alone = (trace: Trace, person: ContactCells): Trace => ({
  ...trace,
  people: [person],
  meetingId: undefined,
  hosts: [],
  title: undefined,
});

const keyOf = ({ email, contact_name }: ContactCells): string => JSON.stringify([email, contact_name]);

const areDifferentPeople = (slots: readonly Slot[]): boolean =>
  slots.every(({ record: { contact_name: one } }, i) =>
    slots.slice(i + 1).every(({ record }) => isAnotherName(nameLevelOf(one, record.contact_name) ?? '')),
  );

/** A colleague by the address, who counts for the slot as well where the clause on attendance says so. */
function isOfAccount({ email }: ContactCells, slot: Slot | undefined, registry: Registry): boolean {
  const domain = slot && registry.contactOf(slot.record).domain;
  return email !== undefined && domain !== undefined && accountDomain(email, registry.freeMail) === domain;
}
