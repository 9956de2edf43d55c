import type { JudgedChain } from '../judge/facts.ts';
import { lookup } from '../judge/lookup.ts';
import type { Instant } from '../model.ts';
import type { AdjustmentLine } from '../price/adjustments.ts';
import { isLess, isZero, toText } from '../price/money.ts';
import { termsText } from '../sow/amendments.ts';
import { rowsOf, rulingOf } from './claim-rows.ts';
import type { DocumentClaim } from './document.ts';
import type { AuditParts } from './parts.ts';

/** A claim of a closed period that is listed again, with the adjustment that it is listed for. */
interface Relisted {
  readonly claim: DocumentClaim;
  readonly line: AdjustmentLine;
}

const claimsCalled = lookup((claim: DocumentClaim) => [claim.id]);

/** The claims that adjustments are about, under their own period and as they stand now: they are in no total (DESIGN, closed months). */
export function closedClaims(f: AuditParts, time: (t: Instant | undefined) => string | null): Relisted[] {
  const taken = new Set(f.audited.map((c) => c.id));
  const free = (id: string): string => {
    let own = id;
    for (let n = 2; taken.has(own); n++) own = `${id}#${n}`;
    taken.add(own);
    return own;
  };
  return f.adjustments.flatMap((line) => {
    const { judged } = line;
    if (!judged) return [];
    const closing = f.closings.find(({ period }) => period.label === line.adjusts.split(' ')[0]);
    const then = closing ? claimsCalled(closing.document.claims, line.claims).filter((c) => c.adjusts === null) : [];
    return then.map((claim) => ({ line, claim: { ...asNow(claim, judged, line, f, time), id: free(claim.id) } }));
  });
}

function asNow(
  then: DocumentClaim,
  judged: JudgedChain,
  { now, clause, recognized, why, adjusts, unitPrice }: AdjustmentLine,
  { purse }: AuditParts,
  time: (t: Instant | undefined) => string | null,
): DocumentClaim {
  const claimed = purse.parse(then.claimed) ?? purse.zero;
  const outcome = isZero(now)
    ? 'overclaimed'
    : isLess(now, claimed)
      ? 'wrong_rate'
      : isLess(claimed, now)
        ? 'underclaimed'
        : 'matched';
  const reasons = judged.rulings.filter((r) => r.result !== 'pass' && !r.curedBy).map((r) => r.code);
  return {
    ...then,
    outcome,
    verdict: judged.verdict,
    reason: judged.primary.code,
    reasons: [...new Set([judged.primary.code, ...reasons])],
    clause,
    why,
    supported: toText(now),
    our_quantity: isZero(now) ? 0 : 1,
    our_unit_price: isZero(now) ? null : toText(unitPrice),
    recognized,
    terms: termsText(judged.terms),
    resolves_at: time(judged.resolvesAt),
    dispute_by: null,
    reject_by: null,
    lost: toText(purse.zero),
    needs: [],
    depends_on: null,
    cleared: false,
    adjusts: `${adjusts.split(' ')[0]} ${then.id}`,
    evidence: [
      ...new Map(
        [...then.evidence, ...rowsOf(judged.primary.evidence)].map((row) => [JSON.stringify(row), row]),
      ).values(),
    ],
    rulings: judged.rulings.map(rulingOf),
  };
}
