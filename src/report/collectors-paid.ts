import { nameOf } from '../judge/lists.ts';
import type { Found } from '../judge/rule.ts';
import { restatedRows } from '../ledger/restated.ts';
import { groupBy } from '../link/grouped.ts';
import { contactsOf } from '../link/traces.ts';
import { isLess, toText } from '../price/money.ts';
import { isStrayCredit } from '../price/outcome.ts';
import { percent } from '../sow/decimal.ts';
import { usedBefore } from './journal.ts';
import type { AuditParts } from './parts.ts';

/** What a person should know of money that is paid already, or paid without asking. */
export const PAID: readonly ((f: AuditParts) => readonly Found[])[] = [
  doubts,
  restated,
  cleared,
  strayCredits,
  lost,
  committed,
];

function doubts({ doubts: all }: AuditParts): Found[] {
  return all.map(
    ({ chain, period, amount }): Found => ({
      code: 'closed_in_doubt',
      args: { id: chain.id, period, amount: toText(amount), verdict: chain.verdict, reason: chain.primary.code },
      evidence: chain.primary.evidence,
    }),
  );
}

/** What a newer drop says otherwise of a closed month than the drop that it was closed on, the rows side by side. */
function restated({ closings, known, sow }: AuditParts): Found[] {
  return restatedRows(closings, known.meetings, sow.clock.zone).map(
    ({ then, now, what, was, is, period }): Found => ({
      code: 'restated_drop',
      args: { id: then.id ?? '?', period, what, was, is },
      evidence: [then.row, now?.row ?? then.row],
    }),
  );
}

function cleared({ cleared: lines }: AuditParts): Found[] {
  return lines.map(
    ({ amount, claims, why }): Found => ({
      code: 'auto_cleared',
      args: { amount: toText(amount), claims: claims.join(', '), why },
      evidence: [],
    }),
  );
}

/** What the vendor gives back, and nothing of ours asks for. */
function strayCredits({ audited, purse }: AuditParts): Found[] {
  return audited.flatMap(({ id, claim, outcome, claimed }): Found[] =>
    claim && isStrayCredit(outcome, claimed, purse)
      ? [{ code: 'credit_without_answer', args: { id, amount: toText(claimed) }, evidence: [claim.row] }]
      : [],
  );
}

/** Lost opportunities that nothing ties to a lead, and what was paid at their accounts. */
function lost({ untied, sow }: AuditParts): Found[] {
  const { share } = sow.fees.clawback ?? {};
  if (!share) return [];
  return groupBy(untied, ({ opportunity }) => `${opportunity.row.n}`).map(([first, ...others]): Found => {
    const { opportunity } = first;
    const ids = [first, ...others].map(({ chain }) => chain.id).join(', ');
    const args = { id: opportunity.id ?? '?', account: nameOf(opportunity), ids, share: percent(share) };
    const who = contactsOf(opportunity).flatMap(({ contact_name, email }) => contact_name ?? email ?? []);
    return who.length
      ? { code: 'lost_in_doubt', args: { ...args, contact: who.join('; ') }, evidence: [opportunity.row] }
      : { code: 'lost_at_account', args, evidence: [opportunity.row] };
  });
}

function committed({ sow, totals, closings, purse }: AuditParts): Found[] {
  const commitment = sow.controller?.commitment;
  if (!commitment) return [];
  const used = purse.sum([usedBefore(closings, purse), totals.payable]);
  const most = purse.of(commitment);
  if (!isLess(most, used)) return [];
  return [{ code: 'over_commitment', args: { used: toText(used), commitment: toText(most) }, evidence: [] }];
}
