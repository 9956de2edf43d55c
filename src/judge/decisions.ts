import type { DecisionLink } from '../link/decision-links.ts';
import { addTo } from '../link/grouped.ts';
import { compareNatural } from '../link/keys.ts';
import { idsOf, type Slot } from '../link/slots.ts';
import type { Decision } from '../read/records.ts';

/** What the client decided, by what it is about. */
export interface DecisionsOf {
  /** Surely of one of these slots, in order of time; what was decided at once by its words, since the order of rows says nothing. */
  of(slots: readonly Slot[]): Decision[];
  /** Perhaps of one of them. */
  perhapsOf(slots: readonly Slot[]): Decision[];
}

/** Indexes decisions by the ids that they name, and by the slots that they were tied to. */
export function decisionsOn(decisions: readonly Decision[], links: ReadonlyMap<Decision, DecisionLink>): DecisionsOf {
  const [byId, bySlot, perhaps]: [Index, Index, Index] = [new Map(), new Map(), new Map()];
  for (const decision of decisions) {
    if (decision.decision === 'undecided') continue;
    for (const id of new Set([decision.meeting_id, decision.lead_id])) if (id !== undefined) addTo(byId, id, decision);
    const link = links.get(decision);
    for (const slot of link?.slots ?? [])
      if (link?.decision !== 'none') addTo(link?.decision === 'linked' ? bySlot : perhaps, slot.id, decision);
  }
  const slotIds = (slots: readonly Slot[]): string[] => slots.map(({ id }) => id);
  return {
    of: (slots) =>
      byId.size + bySlot.size ? inOrder([...found(byId, [...idsOf(slots)]), ...found(bySlot, slotIds(slots))]) : [],
    perhapsOf: (slots) => (perhaps.size ? inOrder(found(perhaps, slotIds(slots))) : []),
  };
}

type Index = Map<string, Set<Decision>>;
const found = (index: Index, keys: readonly string[]): Decision[] => keys.flatMap((key) => [...(index.get(key) ?? [])]);

function inOrder(decisions: readonly Decision[]): Decision[] {
  const wordsOf = ({ decision, reason, note }: Decision): string => `${decision} ${reason} ${note}`;
  return [...new Set(decisions)].sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || compareNatural(wordsOf(a), wordsOf(b)));
}
