import { enteredAt } from '../judge/opportunities.ts';
import { funnelOf, type Lead, leadsOf, STAGE_NAMES, STAGES } from '../measure/lead-stages.ts';
import type { Instant } from '../model.ts';
import { toText } from '../price/money.ts';
import { unitCosts } from '../price/unit-costs.ts';
import type { AuditDocument } from './document.ts';
import type { AuditParts } from './parts.ts';

/** What became of the vendor's leads and what they cost, as the document shows it. */
export function leadPartsOf(f: AuditParts): Pick<AuditDocument, 'lead_funnel' | 'leads' | 'costs' | 'attempts'> {
  const own = f.chains.filter((chain) => chain.record.vendor === undefined);
  const leads = leadsOf(own, f.sow);
  const known = { hasOpportunities: f.records.files.some((file) => file.source === 'opportunities') };
  return {
    lead_funnel: funnelOf(leads, known.hasOpportunities).map(({ cohort, class: name, stages }) => ({
      cohort,
      class: name,
      stages: stages.map(({ stage, leads: count, rate }) => ({
        stage,
        leads: count ?? null,
        rate: rate === undefined ? null : String(Math.round(rate * 1e4) / 1e4),
      })),
    })),
    attempts: f.attempts.map((one) => ({
      ...one,
      rate: one.contacts && one.leads !== null ? String(Math.round((one.leads / one.contacts) * 1e4) / 1e4) : null,
    })),
    leads: leads.map((lead) => leadOf(lead, known, f)),
    costs: unitCosts(leads, f).map(({ what, count, cost, claimedCost }) => ({
      what,
      count,
      cost: cost ? toText(cost) : null,
      claimed_cost: claimedCost ? toText(claimedCost) : null,
    })),
  };
}

function leadOf(
  lead: Lead,
  known: { readonly hasOpportunities: boolean },
  { sow }: AuditParts,
): AuditDocument['leads'][number] {
  const { chain, booked, opportunity } = lead;
  const { state, at, decision } = chain.acceptance;
  const day = (instant: Instant | undefined): string | null =>
    instant === undefined ? null : sow.clock.zone.dateAt(instant);
  const last = decision ?? chain.decisions.at(-1);
  const isDecided = state !== 'none' && state !== 'open' && state !== 'silent';
  return {
    id: chain.id,
    contact: chain.record.contact_name ?? null,
    company: chain.record.company ?? null,
    class: lead.class ?? null,
    booked,
    verdict: chain.verdict,
    stage: STAGE_NAMES.findLast((stage) => STAGES[stage].reached(lead, known)) ?? 'booked',
    decision: state === 'none' ? (last?.decision ?? 'none') : state,
    decided: day(last?.at ?? (isDecided ? at : undefined)),
    reason: last?.reason ?? null,
    note: last?.note ?? null,
    opportunity: opportunity?.id ?? null,
    opportunity_stage: opportunity?.stage ?? null,
    opportunity_at: day(opportunity && enteredAt(opportunity)),
    opportunity_amount: opportunity?.amount ?? null,
  };
}
