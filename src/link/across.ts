import type { Instant, RowRef } from '../model.ts';
import type { Period } from '../sow/period.ts';
import type { Claim } from './claims.ts';
import { groupBy } from './grouped.ts';
import { Registry } from './identity/identity.ts';
import { isKnown, persons } from './persons.ts';
import type { Slot } from './slots.ts';

/** A meeting or lead that a vendor asks money for, with what another SOW may know it by. */
export interface ClaimedChain {
  readonly id: string;
  /** The period that it was claimed in, where that is one before the audited one. */
  readonly before?: string | undefined;
  readonly slots: readonly Pick<Slot, 'record' | 'start'>[];
  /** The rows that ask for it: the invoice line and the row of the drop. */
  readonly rows: readonly Omit<RowRef, 'n'>[];
}

/** Whether an amount is a credit: whoever gives money back for a meeting does not ask for it. */
export const isGivenBack = (amount: string | undefined): boolean => Number(amount ?? 0) < 0;

/** What is claimed in a period, by the ids of its report, and in those before it. */
export function claimedIn(
  audited: readonly (Pick<ClaimedChain, 'id'> & { readonly claim: Claim | undefined })[],
  claims: readonly Claim[],
  period: Period,
): ClaimedChain[] {
  const one = ({ row, meeting, chain, amount }: Claim, id: string, before?: string): ClaimedChain[] =>
    chain && !isGivenBack(amount)
      ? [{ id, before, slots: chain.slots, rows: [row, ...(meeting ? [meeting.row] : [])] }]
      : [];
  return [
    ...audited.flatMap(({ id, claim }) => (claim ? one(claim, id) : [])),
    ...claims.flatMap((claim) => (claim.period.to < period.from ? one(claim, claim.id, claim.period.label) : [])),
  ];
}

/** What one SOW is billed for in its period, and was before. */
export interface Billed {
  readonly claimed: readonly ClaimedChain[];
  /** Within what time two records are one meeting. */
  readonly withinMs: number;
}

/** One claim of a SOW, which is named by its place. */
interface OwnClaim {
  readonly by: number;
  readonly claim: ClaimedChain;
}

/** One meeting, or one lead without a start, that several SOWs are billed for. */
export interface Shared {
  readonly contact: string | undefined;
  readonly start: Instant | undefined;
  readonly claims: readonly OwnClaim[];
}

interface Entry extends OwnClaim {
  readonly person: string;
  readonly slot: Pick<Slot, 'record' | 'start'>;
  readonly withinMs: number;
}

/**
 * Claims of one person and one start under several SOWs, one of them at least of an audited period. Where two SOWs see one meeting differently wide, the wider
 * counts.
 */
export function sharedClaims(billed: readonly Billed[]): Shared[] {
  const all = billed.flatMap(({ claimed, withinMs }, by) =>
    claimed.flatMap((claim) => claim.slots.map((slot) => ({ by, claim, slot, withinMs }))),
  );
  const personOf = persons(
    all.map(({ slot }) => slot.record),
    new Registry(new Set()),
  );
  const entries = all.map((entry): Entry => ({ ...entry, person: personOf.get(entry.slot.record) ?? '' }));
  const found = new Map<string, Shared>();
  for (const event of groupBy(entries, (e) => e.person).flatMap(eventsOf)) {
    const inOrder = [...event].sort((a, b) => a.by - b.by);
    // A chain may come with several of its slots.
    const claims = [...new Map(inOrder.map(({ by, claim }) => [claim, { by, claim }])).values()];
    const [first] = inOrder;
    if (!first || !isKnown(first.person) || new Set(claims.map((c) => c.by)).size < 2) continue;
    if (claims.every(({ claim }) => claim.before !== undefined)) continue;
    const key = claims.map(({ by, claim }) => `${by} ${claim.id}`).join(', ');
    const { record, start } = first.slot;
    if (!found.has(key)) found.set(key, { contact: record.contact_name, start, claims });
  }
  return [...found.values()];
}

/** What one person was booked for, an event at a time; leads without a start are one. */
function eventsOf(ofPerson: readonly Entry[]): Entry[][] {
  const events: Entry[][] = [];
  let event: Entry[] = [];
  const inTime = [...ofPerson].sort((a, b) => (a.slot.start ?? -1) - (b.slot.start ?? -1));
  for (const entry of inTime) {
    const [first] = event;
    const within = Math.max(entry.withinMs, ...event.map((e) => e.withinMs));
    const belongs =
      first?.slot.start === undefined
        ? entry.slot.start === undefined
        : (entry.slot.start ?? 0) - first.slot.start <= within;
    if (!first || !belongs) {
      event = [];
      events.push(event);
    }
    event.push(entry);
  }
  return events;
}
