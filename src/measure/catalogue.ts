import type { Criteria } from '../sow/criteria.ts';
import { type MEASURED, parseTolerance, type Tolerance } from './definition.ts';

/** What a figure is: a share of 1, a number of rows, a length of time, or a number for each of something. */
export const UNITS = ['share', 'count', 'seconds', 'hours', 'each'] as const;

/** How a metric is computed: rows of one kind, which of them count, and what they are divided by. */
export interface MetricRow {
  readonly title: string;
  readonly formula: string;
  readonly unit: (typeof UNITS)[number];
  readonly of: (typeof MEASURED)[number];
  readonly count?: Criteria | undefined;
  readonly per?: Criteria | undefined;
  readonly sum?: string | undefined;
  readonly mean?: string | undefined;
  /** Rows with the same value of this field count once. */
  readonly distinct?: string | undefined;
  /** The count (or sum) of another metric, by its id or in itself, that the count is divided by: the figure joins two kinds of rows. */
  readonly over?: string | MetricRow | undefined;
  /** What the contract promises for a month, in hours, that the sum is divided by. */
  readonly contracted?: number | undefined;
  /** The figure is for so many of what it is divided by. */
  readonly times?: number | undefined;
  /** Chains belong to the month of recognition; `booked` counts them in the month of their first booking, `scheduled` in that of their last slot. */
  readonly belongs?: 'booked' | 'scheduled';
  /** Counted in rows of a day each: the figure is for a year of the average day. */
  readonly annual?: boolean;
  /** Most sources know no such rows: left out where none counts, nobody reports it and the SOW does not name it. */
  readonly rare?: boolean;
  readonly tolerance: Tolerance;
  /** Other names in vendors' summaries. */
  readonly aliases: readonly string[];
}

const tolerance = (text: string): Tolerance => {
  const parsed = parseTolerance(text);
  if (!parsed) throw new Error(`not a tolerance: ${text}`);
  return parsed;
};

/** Outcomes of slots that are no chance to show: still to come, or moved by the client or in time. */
export const NOT_MATURED: readonly string[] = ['future', 'client_moved', 'client_late', 'prospect_moved'];

/** How a call of a caller whom nobody answered ends. */
const NO_AGENT: readonly string[] = ['abandoned', 'no_answer'];

/** The meeting and call metrics of reference/domain.md section 5. */
export const CATALOGUE: Readonly<Record<string, MetricRow>> = {
  meetings_set: {
    title: 'Meetings set',
    formula: 'chains first booked in the period',
    unit: 'count',
    of: 'chains',
    belongs: 'booked',
    tolerance: tolerance('exact'),
    aliases: ['meetings booked', 'booked', 'appointments set'],
  },
  meetings_held: {
    title: 'Meetings held',
    formula: 'slots of the period that were held',
    unit: 'count',
    of: 'meetings',
    count: { outcome: { in: ['held'] } },
    tolerance: tolerance('exact'),
    aliases: ['held', 'shows', 'attended'],
  },
  show_rate: {
    title: 'Show rate',
    formula: 'held / matured slots; without client moves and moves with notice',
    unit: 'share',
    of: 'meetings',
    count: { outcome: { in: ['held'] } },
    per: { outcome: { not: [...NOT_MATURED] } },
    tolerance: tolerance('1 pp'),
    aliases: ['held rate', 'hold rate', 'attendance rate'],
  },
  qualified_rate: {
    title: 'Qualified rate',
    formula: 'qualified / held',
    unit: 'share',
    of: 'chains',
    count: { qualified: { in: ['true'] } },
    per: { held: { in: ['true'] } },
    tolerance: tolerance('1 pp'),
    aliases: ['qualification rate'],
  },
  acceptance_rate: {
    title: 'Acceptance rate',
    formula: 'accepted / decided',
    unit: 'share',
    of: 'chains',
    count: { accepted: { in: ['true'] } },
    per: { decided: { in: ['true'] } },
    tolerance: tolerance('1 pp'),
    aliases: ['sal rate', 'accepted rate'],
  },
  rejection_rate: {
    title: 'Rejection rate',
    formula: 'rejected / decided',
    unit: 'share',
    of: 'chains',
    count: { rejected: { in: ['true'] } },
    per: { decided: { in: ['true'] } },
    tolerance: tolerance('1 pp'),
    aliases: ['rejected rate', 'return rate'],
  },
  conversion_rate: {
    title: 'Conversion rate',
    formula: 'meetings set / conversations',
    unit: 'share',
    of: 'chains',
    belongs: 'booked',
    over: 'conversations',
    tolerance: tolerance('1 pp'),
    aliases: ['set rate', 'conversation to meeting'],
  },
  dials: {
    title: 'Dials',
    formula: 'outbound attempts',
    unit: 'count',
    of: 'calls',
    count: { direction: { in: ['outbound'] } },
    tolerance: tolerance('exact'),
    aliases: ['calls', 'calls made', 'attempts'],
  },
  connect_rate: {
    title: 'Connect rate',
    formula: 'live human answers / dials',
    unit: 'share',
    of: 'calls',
    count: { disposition: { in: ['conversation', 'human'] } },
    per: { direction: { in: ['outbound'] } },
    tolerance: tolerance('0.5 pp'),
    aliases: ['answer rate', 'contact rate'],
  },
  right_party_rate: {
    title: 'Right-party contact rate',
    formula: 'conversations with the person who was wanted / dials',
    unit: 'share',
    of: 'calls',
    count: { disposition: { in: ['conversation'] } },
    per: { direction: { in: ['outbound'] } },
    rare: true,
    tolerance: tolerance('0.5 pp'),
    aliases: ['rpc', 'rpc rate', 'right party contact', 'decision maker reach', 'dm reach'],
  },
  outbound_abandonment: {
    title: 'Abandonment, outbound',
    formula: 'persons who answered and got no agent / persons who answered',
    unit: 'share',
    of: 'calls',
    count: { disposition: { in: ['abandoned'] } },
    per: { direction: { in: ['outbound'] }, disposition: { in: ['conversation', 'human', 'abandoned'] } },
    rare: true,
    tolerance: tolerance('exact'),
    aliases: ['drop rate', 'dropped call rate', 'outbound abandonment rate'],
  },
  inbound_abandonment: {
    title: 'Abandonment, inbound',
    formula: 'callers who got no agent / callers; without those who gave up within 10 s',
    unit: 'share',
    of: 'calls',
    count: { disposition: { in: [...NO_AGENT] } },
    per: {
      direction: { in: ['inbound'] },
      any: [{ disposition: { not: [...NO_AGENT] } }, { duration: { min: 10 } }],
    },
    rare: true,
    tolerance: tolerance('0.2 pp'),
    aliases: ['abandonment rate', 'abandon rate', 'abandoned rate', 'inbound abandonment rate'],
  },
  contacts_attempted: {
    title: 'Contacts attempted',
    formula: 'different numbers that were dialed',
    unit: 'count',
    of: 'calls',
    count: { direction: { in: ['outbound'] } },
    distinct: 'phone',
    tolerance: tolerance('exact'),
    aliases: ['contacts dialed', 'unique dials', 'leads worked'],
  },
  attempts_per_contact: {
    title: 'Attempts per contact',
    formula: 'dials / contacts attempted',
    unit: 'each',
    of: 'calls',
    count: { direction: { in: ['outbound'] } },
    over: 'contacts_attempted',
    tolerance: tolerance('1%'),
    aliases: ['attempts per lead', 'touches per contact'],
  },
  yield_per_1000_dials: {
    title: 'Yield per 1,000 dials',
    formula: 'qualified leads / dials x 1,000',
    unit: 'each',
    of: 'chains',
    count: { qualified_lead: { in: ['true'] } },
    over: 'dials',
    times: 1000,
    tolerance: tolerance('1%'),
    aliases: ['leads per 1000 dials', 'yield'],
  },
  conversations: {
    title: 'Conversations',
    formula: 'calls with the disposition conversation',
    unit: 'count',
    of: 'calls',
    count: { disposition: { in: ['conversation'] } },
    tolerance: tolerance('exact'),
    aliases: [],
  },
  average_handle_time: {
    title: 'Average handle time',
    formula: '(talk + hold + wrap) / calls answered by a person',
    unit: 'seconds',
    of: 'calls',
    mean: 'handle_time',
    count: { disposition: { in: ['conversation', 'human'] } },
    tolerance: tolerance('2%'),
    aliases: ['aht'],
  },
  talk_time: {
    title: 'Talk time',
    formula: 'sum of talk, hold excluded',
    unit: 'seconds',
    of: 'calls',
    sum: 'talk',
    tolerance: tolerance('1%'),
    aliases: ['total talk time'],
  },
  occupancy: {
    title: 'Occupancy',
    formula: '(talk + hold + wrap) / agent hours',
    unit: 'share',
    of: 'calls',
    sum: 'handle_time',
    over: 'agent_hours',
    tolerance: tolerance('1 pp'),
    aliases: ['agent occupancy'],
  },
  handover_coverage: {
    title: 'Handed-over leads called',
    formula: 'leads that the client handed over and the vendor called / leads handed over',
    unit: 'share',
    of: 'handovers',
    count: { attempted: { in: ['true'] } },
    per: { attempted: { known: true } },
    tolerance: tolerance('exact'),
    aliases: ['leads worked rate', 'follow-up rate'],
  },
  lead_response: {
    title: 'Lead response',
    formula:
      'first outbound call - hand-over, open hours where the SOW has business hours; mean of the leads that were called',
    unit: 'seconds',
    of: 'handovers',
    mean: 'response',
    count: { response: { known: true } },
    tolerance: tolerance('1%'),
    aliases: ['response time', 'speed to lead', 'lead response time'],
  },
  feedback_completeness: {
    title: 'Feedback completeness',
    formula: 'leads that the client decided on, with a reason where it rejected / leads',
    unit: 'share',
    of: 'chains',
    count: { feedback: { in: ['true'] } },
    per: { feedback: { known: true } },
    tolerance: tolerance('exact'),
    aliases: ['feedback rate', 'disposition completeness'],
  },
  capacity_delivered: {
    title: 'Capacity delivered',
    formula: 'agent hours / hours that the contract promises (`contracted`, for each month)',
    unit: 'share',
    of: 'sessions',
    sum: 'billable',
    tolerance: tolerance('1 pp'),
    aliases: ['capacity', 'hours delivered'],
  },
  attrition: {
    title: 'Attrition',
    formula: 'agents who left / agents on an average day x 12 / months',
    unit: 'share',
    of: 'roster',
    count: { left: { in: ['true'] } },
    per: {},
    annual: true,
    tolerance: tolerance('1 pp'),
    aliases: ['agent attrition', 'turnover', 'agent turnover', 'annual attrition'],
  },
  agent_hours: {
    title: 'Agent hours',
    formula: 'union of the log-ins less the non-billable codes',
    unit: 'hours',
    of: 'sessions',
    sum: 'billable',
    tolerance: tolerance('1%'),
    aliases: ['hours', 'billable hours', 'logged hours'],
  },
};
