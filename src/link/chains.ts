import type { Instant } from '../model.ts';
import { groupBy } from './grouped.ts';
import { compareNatural } from './keys.ts';
import { rowsOf, type Slot } from './slots.ts';

/** A contact plus all its slots linked by reschedules: one commercial opportunity, billed once in its life. */
export interface Chain<S extends Slot = Slot> {
  readonly id: string;
  /** In time order; a lead has one, without a start. */
  readonly slots: readonly S[];
}

/** What decides whether a booking continues the chain of an earlier slot. */
export interface ChainTerms<S> {
  readonly isUnheld: (slot: S) => boolean;
  readonly isHeld: (slot: S) => boolean;
  /** From when a booking can be one in place of this slot: its move, else its start. */
  readonly freedAt: (slot: S) => Instant;
  readonly rebookedUntil: (slot: S) => Instant;
}

/**
 * Joins slots into chains (DESIGN section 3.2): an explicit link, one id with a changed start, or the same contact's next booking made
 * after a slot that was not held, in time. A booking made after a held slot begins a new chain.
 */
export function linkChains<S extends Slot>(slots: readonly S[], terms: ChainTerms<S>): Chain<S>[] {
  const parent = new Map<S, S>(slots.map((slot) => [slot, slot]));
  const root = (slot: S): S => {
    let at = slot;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  const join = (a: S, b: S): void => void parent.set(root(b), root(a));
  // A slot whose row says what it replaces replaces nothing else.
  const explicit = new Set<S>();
  const joinSaid = (previous: S, slot: S): void => {
    join(previous, slot);
    if (inOrder(previous, slot) < 0) explicit.add(slot);
  };

  // An id is a vendor's own; used again for somebody else it is another meeting.
  const byId = new Map<string, S[]>();
  const named = (row: { vendor?: string | undefined }, id: string): string => `${row.vendor ?? ''}\u0000${id}`;
  for (const slot of slots) {
    for (const row of rowsOf(slot)) {
      if (row.id === undefined) continue;
      const key = named(row, row.id);
      const known = byId.get(key);
      if (!known) byId.set(key, [slot]);
      else if (!known.includes(slot)) known.push(slot);
    }
  }
  for (const slot of slots) {
    const sameId = byId
      .get(named(slot.record, slot.record.id ?? ''))
      ?.find((other) => other !== slot && !areTwoPeople(other, slot));
    if (sameId) joinSaid(sameId, slot);
    for (const row of rowsOf(slot)) {
      const previous = row.previous_id === undefined ? undefined : byId.get(named(row, row.previous_id))?.[0];
      if (previous && previous !== slot) joinSaid(previous, slot);
    }
  }
  const timed = slots.filter((slot) => slot.start !== undefined);
  for (const ofPerson of groupBy(timed, (slot) => slot.person)) {
    const inTime = [...ofPerson].sort(inOrder);
    for (const [i, slot] of inTime.entries()) {
      if (explicit.has(slot)) continue;
      // Without a booking time the slot's own start bounds it: nobody books after the start.
      const booked = slot.record.booked_at ?? slot.start ?? Infinity;
      const failed = inTime
        .slice(0, i)
        .findLast(
          (before) =>
            terms.isUnheld(before) && booked <= terms.rebookedUntil(before) && booked >= terms.freedAt(before),
        );
      const heldSince =
        failed &&
        inTime.some(
          (other) =>
            other !== slot &&
            terms.isHeld(other) &&
            (other.start ?? 0) > (failed.start ?? 0) &&
            (other.start ?? 0) <= booked,
        );
      if (failed && !heldSince) join(failed, slot);
    }
  }
  return groupBy([...slots].sort(inOrder), (slot) => root(slot).id).map((members) => ({
    id: members[0]?.id ?? '',
    slots: members,
  }));
}

/** Both are known by an address, and the addresses differ. */
const areTwoPeople = (a: Slot, b: Slot): boolean =>
  a.record.email !== undefined && b.record.email !== undefined && a.record.email !== b.record.email;

const inOrder = (a: Slot, b: Slot): number => (a.start ?? 0) - (b.start ?? 0) || compareNatural(a.id, b.id);
