import { type ClaimedChain, isGivenBack } from '../link/across.ts';
import type { Meeting } from '../read/records.ts';
import type { Period } from '../sow/period.ts';
import type { Closing } from './closing.ts';

/** What was claimed in a closed period and in those before it, as their reports say. */
export function closedClaimed(closings: readonly Closing[], { from, to }: Period): ClaimedChain[] {
  const known = closings.filter(({ period }) => period.to <= to);
  // Of a row that several closings hold the newest stands.
  const rows = new Map<string, Meeting>();
  for (const { facts } of known)
    for (const row of facts.held.meetings ?? []) rows.set(keyOf(row.id, row.starts_at), row);
  return known.flatMap(({ period, document }) => {
    const chains = new Map(document.chains.map((chain) => [chain.id, chain]));
    return document.claims.flatMap((claim): ClaimedChain[] => {
      const chain = claim.chain === null ? undefined : chains.get(claim.chain);
      const [asked] = claim.evidence;
      if (!chain || !asked || claim.outcome === 'unclaimed' || claim.adjusts !== null) return [];
      if (isGivenBack(claim.claimed)) return [];
      const slots = chain.slots.flatMap(({ id, starts_at }) => {
        const start = starts_at === null ? undefined : Date.parse(starts_at);
        const record = rows.get(keyOf(id, start));
        return record ? [{ record, start }] : [];
      });
      const named = slots.flatMap(({ record }) => (record.id === claim.meeting_id ? [record.row] : []));
      const before = period.to < from ? period.label : undefined;
      return [{ id: claim.id, before, slots, rows: [asked, ...named.slice(0, 1)] }];
    });
  });
}

const keyOf = (id: string | undefined, start: number | undefined): string => `${start ?? ''} ${id ?? ''}`;
