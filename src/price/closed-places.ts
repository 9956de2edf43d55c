import type { JudgedChain } from '../judge/facts.ts';
import type { Closing } from '../ledger/closing.ts';
import { addTo } from '../link/grouped.ts';
import { rowsOf } from '../link/slots.ts';
import type { PlainDate } from '../model.ts';
import { countingSpan } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';

/**
 * The places under the cap that closed reports gave. They are not given anew when leads of closed periods come or go: what was paid there keeps its place, also where it
 * was given back since, and what was moved on is still to be counted.
 */
export interface ClosedPlaces {
  /** Whether a chain was counted under the cap in the span of a day, or beyond it; undefined where nothing of it was closed. */
  of(chain: JudgedChain, date: PlainDate): 'under' | 'over' | undefined;
  /** How many chains have a place in the span of a day. */
  taken(date: PlainDate): number;
}

const NONE: ClosedPlaces = { of: () => undefined, taken: () => 0 };

export function closedPlacesOf(closings: readonly Closing[], { fees: { cap, replacement } }: Sow): ClosedPlaces {
  if (!cap || !closings.length) return NONE;
  const [under, over] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { document } of closings)
    for (const { kind, chain, recognized, amount } of document.lines) {
      if (chain === null || recognized === null) continue;
      const isFree = kind === 'replacement' && !replacement?.consumes.includes('cap');
      const isPaid = kind === 'lead' || kind === 'replacement' || (kind === 'adjustment' && Number(amount) > 0);
      const span = countingSpan(cap.per, recognized);
      if (kind === 'over_cap') addTo(over, span, chain);
      else if (isPaid && !isFree) addTo(under, span, chain);
    }
  const spanOf = (date: PlainDate): string => countingSpan(cap.per, date);
  return {
    of: (chain, date) => {
      const ids = [chain.id, ...chain.slots.flatMap((slot) => rowsOf(slot).flatMap((row) => row.id ?? []))];
      const isIn = (places: typeof under): boolean => ids.some((id) => places.get(spanOf(date))?.has(id));
      return isIn(under) ? 'under' : isIn(over) ? 'over' : undefined;
    },
    taken: (date) => under.get(spanOf(date))?.size ?? 0,
  };
}
