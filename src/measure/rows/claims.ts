import type { AuditedClaim } from '../../price/claims.ts';
import { toText } from '../../price/money.ts';
import { factOf } from '../../price/price-list.ts';
import type { Facts } from '../../sow/criteria.ts';
import type { MeasuredRow, RowInput } from './row.ts';

/** Claims of the period: what the vendor asks for, and what became of it. */
export const claimRows = ({ claims = [] }: RowInput): MeasuredRow[] =>
  claims.flatMap((audited) => (audited.claim ? [{ day: audited.claim.period.to, restated: claimFacts(audited) }] : []));

/** What is known of a claim beside the cells of its lead. */
const FACTS: ReadonlyMap<string, (audited: AuditedClaim) => string | number | undefined> = new Map(
  Object.entries({
    outcome: ({ outcome }: AuditedClaim) => outcome,
    verdict: ({ verdict }: AuditedClaim) => verdict ?? undefined,
    reason: ({ reason }: AuditedClaim) => reason,
    kind: ({ claim }: AuditedClaim) => claim?.kind,
    claimed: ({ claimed }: AuditedClaim) => Number(toText(claimed)),
    supported: ({ supported }: AuditedClaim) => Number(toText(supported)),
    quantity: ({ quantity }: AuditedClaim) => quantity,
  }),
);
export const CLAIM_FACTS: readonly string[] = [...FACTS.keys()];

function claimFacts(audited: AuditedClaim): Facts {
  return (field) => {
    const own = FACTS.get(field);
    return own ? own(audited) : audited.chain && factOf(audited.chain, field);
  };
}
