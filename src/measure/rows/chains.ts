import type { JudgedChain } from '../../judge/facts.ts';
import { standing } from '../../judge/verdict.ts';
import type { Instant } from '../../model.ts';
import { factOf } from '../../price/price-list.ts';
import type { Facts } from '../../sow/criteria.ts';
import { recognizedAt } from '../lead-stages.ts';
import type { MetricRow } from '../metric-row.ts';
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
  return recognizedAt(chain);
}

/** A chain as one side sees it. */
interface Side {
  readonly chain: JudgedChain;
  readonly isVerified: boolean;
  readonly sources: RowInput['sources'];
}

/** What is known of a chain beside the lead's own cells; undefined where the lead's own cell says it. */
const FACTS: ReadonlyMap<string, (side: Side) => string | boolean | undefined> = new Map(
  Object.entries({
    held: isHeld,
    qualified: isQualified,
    qualified_lead: (side) =>
      isQualified(side) && (isHeld(side) || side.chain.slots.every((slot) => slot.start === undefined)),
    accepted: ({ chain }) => ACCEPTED.has(chain.acceptance.state),
    rejected: ({ chain }) => REJECTED.has(chain.acceptance.state),
    decided: ({ chain }) => ACCEPTED.has(chain.acceptance.state) || REJECTED.has(chain.acceptance.state),
    verdict: ({ chain }) => chain.verdict,
    feedback: ({ chain, sources }) => {
      if (!sources.has('decisions')) return undefined;
      const decision = decisionOf(chain);
      return decision !== undefined && (decision.decision === 'accepted' || decision.reason !== undefined);
    },
    decision_reason: ({ chain }) => decisionOf(chain)?.reason,
  }),
);
export const CHAIN_FACTS: readonly string[] = [...FACTS.keys()];
const ACCEPTED: ReadonlySet<string> = new Set(['explicit', 'deemed']);
const REJECTED: ReadonlySet<string> = new Set(['rejected', 'deemed_rejected']);

function isHeld({ chain, isVerified }: Side): boolean {
  return chain.slots.some((slot) => (isVerified ? slot.happened : slot.claimedOutcome)?.outcome === 'held');
}
function isQualified({ chain }: Side): boolean {
  return chain.rulings.some((r) => r.rule === 'qualification' && standing(r) === 'pass');
}
const decisionOf = ({ acceptance, decisions }: JudgedChain) => acceptance.decision ?? decisions.at(-1);

/** Facts of a chain: a metric asks for few of them, so each is found when it is asked for. */
function chainFacts(chain: JudgedChain, isVerified: boolean, sources: RowInput['sources']): Facts {
  return (field) => {
    // Without a clause nobody is qualified or not: unknown is no 0 %.
    if (field.startsWith('qualified') && !chain.terms.rules.qualification) return undefined;
    const own = FACTS.get(field)?.({ chain, isVerified, sources });
    return own === undefined ? factOf(chain, field) : String(own);
  };
}
