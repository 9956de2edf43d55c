import type { JudgedChain } from '../../judge/facts.ts';
import { standing } from '../../judge/verdict.ts';
import type { Instant } from '../../model.ts';
import { factOf } from '../../price/price-list.ts';
import type { Facts } from '../../sow/criteria.ts';
import type { MetricRow } from '../catalogue.ts';
import type { MeasuredRow, RowInput } from './row.ts';

/** Chains on the day of their recognition, or of their first booking. */
export const chainRows = ({ sow, chains, sources }: RowInput, { belongs }: MetricRow): MeasuredRow[] =>
  chains.map((chain) => ({
    day: sow.clock.zone.dateAt(momentOf(chain, belongs)),
    restated: chainFacts(chain, false, sources),
    verified: chainFacts(chain, true, sources),
  }));

function momentOf(chain: JudgedChain, belongs: MetricRow['belongs']): Instant {
  if (belongs === 'booked') return chain.bookedAt;
  if (belongs === 'scheduled') return chain.slots.at(-1)?.start ?? chain.deliveredAt;
  return chain.billings[0]?.recognized ?? chain.deliveredAt;
}

/** Facts of a chain: held, qualified, accepted, rejected, decided, verdict, feedback, the reason of the decision, and the lead's own cells. */
function chainFacts(chain: JudgedChain, isVerified: boolean, sources: RowInput['sources']): Facts {
  const { rules } = chain.terms;
  const isHeld = chain.slots.some((slot) => (isVerified ? slot.happened : slot.claimedOutcome)?.outcome === 'held');
  const { state } = chain.acceptance;
  const isQualified = chain.rulings.some((r) => r.rule === 'qualification' && standing(r) === 'pass');
  const isLead = chain.slots.every((slot) => slot.start === undefined);
  const decision = chain.acceptance.decision ?? chain.decisions.at(-1);
  const facts: Readonly<Record<string, string>> = {
    held: String(isHeld),
    qualified: String(isQualified),
    qualified_lead: String(isQualified && (isHeld || isLead)),
    accepted: String(['explicit', 'deemed'].includes(state)),
    rejected: String(['rejected', 'deemed_rejected'].includes(state)),
    decided: String(['explicit', 'deemed', 'rejected', 'deemed_rejected'].includes(state)),
    verdict: chain.verdict,
    ...(sources.has('decisions') && {
      feedback: String(decision !== undefined && (decision.decision === 'accepted' || decision.reason !== undefined)),
    }),
    ...(decision?.reason === undefined ? {} : { decision_reason: decision.reason }),
  };
  // Without a clause nobody is qualified or not: unknown is no 0 %.
  return (field) =>
    field.startsWith('qualified') && !rules.qualification ? undefined : (facts[field] ?? factOf(chain, field));
}
