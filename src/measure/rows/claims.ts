import type { AuditedClaim } from '../../price/claims.ts';
import { toText } from '../../price/money.ts';
import { factOf } from '../../price/price-list.ts';
import type { Facts } from '../../sow/criteria.ts';
import type { MeasuredRow, RowInput } from './row.ts';

/** Claims of the period: what the vendor asks for, and what became of it. */
export const claimRows = ({ claims = [] }: RowInput): MeasuredRow[] =>
  claims.flatMap((audited) => (audited.claim ? [{ day: audited.claim.period.to, restated: claimFacts(audited) }] : []));

/** Facts of a claim: outcome, verdict, reason, kind, claimed, supported, quantity, and the cells of its lead. */
function claimFacts(audited: AuditedClaim): Facts {
  const { claim, chain, outcome, verdict, reason, claimed, supported, quantity } = audited;
  const facts: Readonly<Record<string, string | number | undefined>> = {
    outcome,
    verdict: verdict ?? undefined,
    reason,
    kind: claim?.kind,
    claimed: Number(toText(claimed)),
    supported: Number(toText(supported)),
    quantity,
  };
  return (field) => (field in facts ? facts[field] : chain && factOf(chain, field));
}
