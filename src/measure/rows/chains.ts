import type { JudgedChain } from '../../judge/facts.ts';
import { standing } from '../../judge/verdict.ts';
import type { Instant } from '../../model.ts';
import { factOf } from '../../price/price-list.ts';
import type { Facts } from '../../sow/criteria.ts';
import type { MetricRow } from '../catalogue.ts';
import type { MeasuredRow, RowInput } from './row.ts';

/** Chains on the day of their recognition, or of their first booking. */
export const chainRows = ({ sow, chains }: RowInput, { belongs }: MetricRow): MeasuredRow[] =>
  chains.map((chain) => ({
    day: sow.clock.zone.dateAt(momentOf(chain, belongs)),
    restated: chainFacts(chain, false),
    verified: chainFacts(chain, true),
  }));

function momentOf(chain: JudgedChain, belongs: MetricRow['belongs']): Instant {
  if (belongs === 'booked') return chain.bookedAt;
  if (belongs === 'scheduled') return chain.slots.at(-1)?.start ?? chain.deliveredAt;
  return chain.billings[0]?.recognized ?? chain.deliveredAt;
}

/** Facts of a chain: held, qualified, accepted, decided, verdict, and the lead's own cells. */
function chainFacts(chain: JudgedChain, isVerified: boolean): Facts {
  const { rules } = chain.terms;
  const isHeld = chain.slots.some((slot) => (isVerified ? slot.happened : slot.claimedOutcome)?.outcome === 'held');
  const { state } = chain.acceptance;
  const facts: Readonly<Record<string, string>> = {
    held: String(isHeld),
    qualified: String(chain.rulings.some((r) => r.rule === 'qualification' && standing(r) === 'pass')),
    accepted: String(['explicit', 'deemed'].includes(state)),
    rejected: String(['rejected', 'deemed_rejected'].includes(state)),
    decided: String(['explicit', 'deemed', 'rejected', 'deemed_rejected'].includes(state)),
    verdict: chain.verdict,
  };
  // Without a clause nobody is qualified or not: unknown is no 0 %.
  return (field) =>
    field === 'qualified' && !rules.qualification ? undefined : (facts[field] ?? factOf(chain, field));
}
