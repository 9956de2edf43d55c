import type { JudgedChain } from '../judge/facts.ts';
import { endOf, historiesOf } from '../judge/opportunities.ts';
import { standing } from '../judge/verdict.ts';
import { groupBy } from '../link/grouped.ts';
import type { Instant, PlainDate } from '../model.ts';
import { factOf } from '../price/price-list.ts';
import type { Opportunity } from '../read/records.ts';
import type { Sow } from '../sow/sow.ts';

/** A lead, and what became of it at the client's. */
export interface Lead {
  readonly chain: JudgedChain;
  /** The day of its first booking: its month is its cohort. */
  readonly booked: PlainDate;
  /** Its channel, which is the class of its price. */
  readonly class: string | undefined;
  /** The opportunity that came furthest: won, else open, else lost. */
  readonly opportunity: Opportunity | undefined;
}

/** When a chain is recognized; what is rejected or not billable when it would have been, so that it stands in one month with what is. */
export function recognizedAt({ billings, occurs, course, deliveredAt }: JudgedChain): Instant {
  const slot = occurs ? course.slot : undefined;
  return billings[0]?.recognized ?? slot?.start ?? deliveredAt;
}

interface Stage {
  readonly title: string;
  /** Whether a lead came so far; undefined where no clause, no evidence and no source can say it. */
  readonly reached: (lead: Lead, known: { readonly hasOpportunities: boolean }) => boolean | undefined;
}

const isHeld = ({ chain }: Lead): boolean | undefined =>
  chain.slots.some((slot) => slot.start !== undefined)
    ? chain.slots.some((slot) => slot.happened?.outcome === 'held')
    : undefined;
/** As the qualified rate counts: of a meeting that was held, or of a lead. */
const isQualified = (lead: Lead): boolean | undefined =>
  lead.chain.terms.rules.qualification &&
  isHeld(lead) !== false &&
  lead.chain.rulings.some((r) => r.rule === 'qualification' && standing(r) === 'pass');
const isAccepted = ({ chain }: Lead): boolean | undefined =>
  chain.acceptance.state === 'none' ? undefined : ['explicit', 'deemed'].includes(chain.acceptance.state);

/** From inquiry to revenue, in order: how far a lead can come. */
export const STAGES = {
  booked: { title: 'booked', reached: () => true },
  held: { title: 'held', reached: isHeld },
  qualified: { title: 'qualified', reached: isQualified },
  accepted: { title: 'accepted', reached: isAccepted },
  opportunity: {
    title: 'opportunity',
    reached: ({ opportunity }, { hasOpportunities }) => (hasOpportunities ? opportunity !== undefined : undefined),
  },
  won: {
    title: 'won',
    reached: ({ opportunity }, { hasOpportunities }) =>
      hasOpportunities ? opportunity !== undefined && endOf(opportunity) === 'won' : undefined,
  },
} as const satisfies Record<string, Stage>;
export type StageName = keyof typeof STAGES;
export const STAGE_NAMES = Object.keys(STAGES) as StageName[];

const rankOf = (opportunity: Opportunity): number => ({ won: 2, open: 1, lost: 0 })[endOf(opportunity) ?? 'open'];

/** The vendor's leads in order of booking. */
export function leadsOf(chains: readonly JudgedChain[], { clock }: Sow): Lead[] {
  return chains
    .map((chain) => ({
      chain,
      booked: clock.zone.dateAt(chain.bookedAt),
      class: textOf(factOf(chain, 'channel')),
      opportunity: historiesOf(chain.opportunities)
        .flatMap((history) => history.at(-1) ?? [])
        .sort((a, b) => rankOf(b) - rankOf(a) || (b.stage_at ?? 0) - (a.stage_at ?? 0))[0],
    }))
    .sort((a, b) => a.chain.bookedAt - b.chain.bookedAt || (a.chain.id < b.chain.id ? -1 : 1));
}
const textOf = (fact: unknown): string | undefined => (fact === undefined ? undefined : String(fact));

/** How many leads of one cohort came how far. */
export interface FunnelRow {
  /** The month of the first booking. */
  readonly cohort: string;
  /** Null: all classes. */
  readonly class: string | null;
  readonly stages: readonly {
    readonly stage: StageName;
    /** Undefined where nobody can say it of any lead of the cohort. */
    readonly leads: number | undefined;
    /** Of the leads at the nearest stage before that can be told, the share that came here too. */
    readonly rate: number | undefined;
  }[];
}

/** Every month in which a lead was booked, as a whole and by class: each lead counts in its own month, however late it comes further. */
export function funnelOf(leads: readonly Lead[], hasOpportunities: boolean): FunnelRow[] {
  const months = groupBy(leads, (lead) => lead.booked.slice(0, 7));
  const rows = months.flatMap((month): FunnelRow[] => {
    const cohort = month[0]?.booked.slice(0, 7) ?? '';
    const classes = groupBy(
      month.filter((lead) => lead.class !== undefined),
      (lead) => lead.class ?? '',
    );
    const parts = classes.length > 1 || classes[0]?.length !== month.length ? classes : [];
    return [
      rowOf(cohort, null, month, hasOpportunities),
      ...parts.map((own) => rowOf(cohort, own[0]?.class ?? '', own, hasOpportunities)),
    ];
  });
  return rows.sort((a, b) => (a.cohort === b.cohort ? 0 : a.cohort < b.cohort ? -1 : 1) || compareClass(a, b));
}
const compareClass = (a: FunnelRow, b: FunnelRow): number =>
  a.class === b.class ? 0 : a.class === null || (b.class !== null && a.class < b.class) ? -1 : 1;

function rowOf(cohort: string, name: string | null, leads: readonly Lead[], hasOpportunities: boolean): FunnelRow {
  let before: readonly Lead[] | undefined;
  const stages = STAGE_NAMES.map((stage) => {
    const said = leads.map((lead) => [lead, STAGES[stage].reached(lead, { hasOpportunities })] as const);
    if (said.every(([, reached]) => reached === undefined)) return { stage, leads: undefined, rate: undefined };
    const here = said.flatMap(([lead, reached]) => (reached ? [lead] : []));
    const from = before?.filter((lead) => STAGES[stage].reached(lead, { hasOpportunities }) !== undefined);
    const own = new Set(here);
    const rate = from?.length ? from.filter((lead) => own.has(lead)).length / from.length : undefined;
    before = here;
    return { stage, leads: here.length, rate };
  });
  return { cohort, class: name, stages };
}
