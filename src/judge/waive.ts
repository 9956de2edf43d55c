import { idsOf } from '../link/slots.ts';
import type { Ruling } from '../model.ts';
import type { InvoiceLine } from '../read/records.ts';
import type { Waiver } from '../sow/waivers.ts';
import type { ChainFacts, JudgeContext } from './facts.ts';
import { lookup } from './lookup.ts';

/** The sentences of waivers. */
export const WAIVER_CODES: Readonly<Record<string, string>> = {
  waived: '{by} decided until {expires}: {decision} ({reason})',
};

const holds = (waiver: Waiver, { asOf, clock }: JudgeContext): boolean => clock.zone.dateAt(asOf) <= waiver.expires;

/** The invoice lines that name a meeting or lead by one of its ids. */
export const linesNaming = lookup((line: InvoiceLine) => [line.meeting_id ?? line.lead_id]);

/** The names a chain goes by: its id, its rows and leads, and the invoice lines that name them. */
export function namesOf(chain: ChainFacts, { known }: Pick<JudgeContext, 'known'>): ReadonlySet<string> {
  const names = new Set([chain.id, ...idsOf(chain.slots)]);
  return new Set([...names, ...linesNaming(known.invoice, [...names]).flatMap((line) => line.line_id ?? [])]);
}

/** Applies the waivers in force to a chain's rulings: what is overruled stays in the trace, marked. */
export function waive(rulings: readonly Ruling[], chain: ChainFacts, ctx: JudgeContext): Ruling[] {
  const inForce = ctx.sow.waivedBy.filter((w) => w.decision !== 'ignore' && holds(w, ctx));
  if (!inForce.length) return [...rulings];
  const names = namesOf(chain, ctx);
  const own = inForce.find((w) => w.id !== undefined && names.has(w.id));
  const args = (w: Waiver) => ({ by: w.by, expires: w.expires, decision: w.decision, reason: w.reason });
  const ruling = (w: Waiver, result: 'pass' | 'fail'): Ruling => ({
    rule: 'waivers',
    stage: 'integrity',
    code: 'waived',
    result,
    clause: null,
    args: args(w),
    evidence: [chain.record.row],
  });
  const lifted = rulings.map((r) => {
    const byCode = inForce.some((w) => w.code === r.code && w.decision === 'billable');
    return r.result !== 'pass' && (own?.decision === 'billable' || byCode)
      ? { ...r, curedBy: 'waived', curable: false }
      : r;
  });
  if (own) return [ruling(own, own.decision === 'billable' ? 'pass' : 'fail'), ...lifted];
  const against = inForce.find((w) => w.decision === 'not_billable' && rulings.some((r) => r.code === w.code));
  return against ? [ruling(against, 'fail'), ...lifted] : lifted;
}
