import { type Lead, recognizedAt, STAGES } from '../measure/lead-stages.ts';
import type { Instant } from '../model.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { AuditedClaim } from './claims.ts';
import type { FixedLine } from './fixed.ts';
import { type Money, minus, type Purse } from './money.ts';
import type { Totals } from './totals.ts';

/** What one of something costs, all in. */
export interface UnitCost {
  readonly what: keyof typeof UNIT_COSTS;
  readonly count: number;
  /** What is payable for the period, by that count; undefined without one, and where nobody can say of all of them when they came about. */
  readonly cost: Money | undefined;
  /** The same, were everything paid that is claimed. */
  readonly claimedCost: Money | undefined;
}

interface Counted {
  readonly title: string;
  /** When each of them came about; nothing where nobody can say. */
  readonly moments: (lead: Lead) => readonly (Instant | undefined)[];
}

/** What costs are divided by: what counts in the period by its own moment. */
export const UNIT_COSTS = {
  held_meeting: {
    title: 'held meeting',
    moments: ({ chain }) => chain.slots.flatMap((slot) => (slot.happened?.outcome === 'held' ? [slot.start] : [])),
  },
  qualified_lead: {
    title: 'qualified lead',
    moments: (lead) => (STAGES.qualified.reached(lead) ? [recognizedAt(lead.chain)] : []),
  },
  accepted_lead: {
    title: 'accepted lead',
    moments: (lead) => (STAGES.accepted.reached(lead) ? [lead.chain.acceptance.at] : []),
  },
  opportunity: {
    title: 'opportunity',
    moments: ({ opportunity }) => (opportunity ? [opportunity.created_at] : []),
  },
} as const satisfies Record<string, Counted>;

/**
 * What a held meeting, a qualified or accepted lead and an opportunity of the period cost: fees, minima and credits included, without tax and
 * without what was adjusted for other months. A fee for each meeting says less: at 300.00 a booking and a no-show in four, a meeting costs 400.00.
 */
export function unitCosts(
  leads: readonly Lead[],
  {
    sow,
    period,
    totals,
    fixed,
    audited,
    purse,
  }: {
    readonly sow: Sow;
    readonly period: Period;
    readonly totals: Totals;
    readonly fixed: readonly FixedLine[];
    readonly audited: readonly AuditedClaim[];
    readonly purse: Purse;
  },
): UnitCost[] {
  const tax = purse.sum(fixed.flatMap((line) => (line.kind === 'tax' ? [line.amount] : [])));
  const allIn = minus(minus(totals.payable, totals.adjustments), tax);
  const claimedTax = purse.sum(audited.flatMap(({ claim, claimed }) => (claim?.kind === 'tax' ? [claimed] : [])));
  const claimed = minus(totals.claimed, claimedTax);
  const { zone } = sow.clock;
  return (Object.keys(UNIT_COSTS) as (keyof typeof UNIT_COSTS)[]).flatMap((what) => {
    const moments = leads.flatMap((lead) => UNIT_COSTS[what].moments(lead));
    const count = moments.filter((at) => at !== undefined && isIn(period, zone.dateAt(at))).length;
    const isKnown = count > 0 && moments.every((at) => at !== undefined);
    const each = (amount: Money): Money | undefined => (isKnown ? purse.ratio(amount, 1, count) : undefined);
    return [{ what, count, cost: each(allIn), claimedCost: each(claimed) }];
  });
}
