import { MOST_ATTEMPTS } from '../../measure/attempts.ts';
import { STAGE_NAMES, STAGES, type StageName } from '../../measure/lead-stages.ts';
import { UNIT_COSTS } from '../../price/unit-costs.ts';
import type { AuditDocument } from '../document.ts';
import { withCommas } from '../phrases.ts';
import type { LeadMeasures } from './lead-tables.ts';

/** What stands for the class of a cohort as a whole. */
export const ALL_CLASSES = 'all';

type FunnelRow = AuditDocument['lead_funnel'][number];

/** The funnel as a grid: a column a stage that anybody can say something of, a line a month and class. */
export function funnelGrid({ lead_funnel: rows }: LeadMeasures): { head: string[]; rows: string[][] } {
  const stages = STAGE_NAMES.filter((stage) => rows.some((row) => stageOf(row, stage).leads !== null));
  return {
    head: ['booked in', 'class', ...stages.map((stage) => (stage === 'booked' ? 'leads' : STAGES[stage].title))],
    rows: rows.map((row) => [
      row.cohort,
      row.class ?? ALL_CLASSES,
      ...stages.map((stage) => {
        const { leads, rate } = stageOf(row, stage);
        return leads === null ? '-' : rate === null ? String(leads) : `${leads} (${Math.round(Number(rate) * 100)}%)`;
      }),
    ]),
  };
}

const stageOf = ({ stages }: FunnelRow, name: StageName): FunnelRow['stages'][number] =>
  stages.find(({ stage }) => stage === name) ?? { stage: name, leads: null, rate: null };

/** What the n-th attempt leads to. */
export function attemptGrid({ attempts }: LeadMeasures): { head: string[]; rows: string[][] } {
  return {
    head: ['call', 'contacts', 'booked', 'of them'],
    rows: attempts.map(({ attempt, contacts, leads, rate }) => [
      attempt === MOST_ATTEMPTS ? `${attempt} and more` : String(attempt),
      withCommas(String(contacts)),
      leads === null ? '-' : String(leads),
      rate === null ? '-' : `${(Number(rate) * 100).toFixed(1)}%`,
    ]),
  };
}

/** What one of something costs, for those that there are. */
export function costGrid({ costs }: LeadMeasures): { head: string[]; rows: string[][] } {
  return {
    head: ['one', 'of', 'costs', 'as claimed'],
    rows: costs.flatMap(({ what, count, cost, claimed_cost }) =>
      cost === null || claimed_cost === null
        ? []
        : [[UNIT_COSTS[what].title, String(count), withCommas(cost), withCommas(claimed_cost)]],
    ),
  };
}
