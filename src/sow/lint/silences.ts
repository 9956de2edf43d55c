import type { YamlValue } from '../yaml.ts';
import { defineCheck, type Hit, hit } from './check.ts';

/** One of the ten points on which outsourced appointment setting is argued about, and the keys that answer it. */
export interface StickingPoint {
  readonly title: string;
  readonly blocks: readonly string[];
  /** Key: the question that it answers. */
  readonly asks: Readonly<Record<string, string>>;
  /** Keys that are asked for only where their block is there. */
  readonly onlyWith?: Readonly<Record<string, string>>;
}

export const STICKING_POINTS: readonly StickingPoint[] = [
  {
    title: 'Marketing to assigned accounts',
    blocks: ['rules.accounts', 'rules.embargo'],
    asks: {
      'rules.accounts': 'are only assigned accounts paid?',
      'rules.embargo': 'what may the client send to them?',
    },
  },
  {
    title: 'Leads from marketing programs',
    blocks: ['rules.attribution', 'rules.client_duties'],
    asks: {
      'rules.attribution.handover.rate_class': 'at which rate does a lead bill that the client handed over?',
      'rules.attribution.handover.first_attempt_within': 'how soon must the vendor try it?',
      'rules.client_duties.handover_every': 'how often does the client hand over leads?',
    },
  },
  {
    title: 'Inbound from assigned accounts',
    blocks: ['rules.attribution'],
    asks: {
      'rules.attribution.qualifying_touch': 'which touch counts before an inbound request?',
      'rules.attribution.credit_after_touch': 'how long does a touch earn the credit?',
      'rules.attribution.inbound_lookback': 'how old a request still counts?',
    },
  },
  {
    title: 'Customer accounts',
    blocks: ['rules.exclusions'],
    asks: {
      'rules.exclusions.customers': 'are meetings with customers paid?',
      'rules.exclusions.customers.as_of': 'a customer on which day: when booked, or when held?',
      'sources.customers': 'which version of the customer list binds?',
      'rules.exclusions.customers.grace': 'how long after it was sent does a customer list bind the vendor?',
    },
  },
  {
    title: 'Qualification',
    blocks: ['rules.qualification', 'rules.acceptance'],
    asks: {
      'rules.qualification': 'who counts as qualified?',
      'rules.acceptance.window': 'how long may the client decide?',
      'rules.acceptance.silence': 'what does silence mean?',
      'rules.acceptance.deemed_cures': 'what does deemed acceptance cure?',
    },
  },
  {
    title: 'Prospect reschedules and no-shows',
    blocks: ['rules.no_show', 'rules.prospect_reschedule'],
    asks: {
      'rules.no_show.cure_within': 'until when does a meeting held after a no-show count?',
      'rules.no_show.rebook_owner': 'who owes the new booking?',
      'rules.prospect_reschedule.max_moves': 'how often may the prospect move?',
      'rules.prospect_reschedule.within': 'how long does a chain stay open?',
    },
  },
  {
    title: 'Client reschedules',
    blocks: ['rules.client_reschedule'],
    asks: {
      'rules.client_reschedule.notice': 'which notice is timely, by which clock?',
      'rules.client_reschedule.late_pays': 'what does a late move pay?',
      'rules.client_reschedule.lost_after_timely_move': 'what is paid when the prospect never rebooks?',
    },
  },
  {
    title: 'Bad meetings',
    blocks: ['rules.attendance', 'rules.acceptance'],
    asks: {
      'rules.attendance.overlap': 'how long must both sides be present?',
      'rules.attendance.attendee': 'who must come?',
      'rules.acceptance.reasons': 'for which reasons may a meeting be rejected?',
      'rules.acceptance.subjective': 'may a meeting be rejected for "not interested"?',
    },
  },
  {
    title: 'Reporting',
    blocks: ['rules.reporting', 'rules.recordings', 'rules.submission'],
    asks: {
      'rules.reporting.due': 'when is the report due?',
      'rules.reporting.required': 'which fields must it have?',
      'rules.reporting.reason_required_for': 'which outcomes need a reason?',
      'rules.recordings': 'what must be recorded?',
      'rules.submission.within': 'until when may the vendor bill?',
    },
  },
  {
    title: 'Termination',
    blocks: ['rules.termination'],
    asks: {
      'rules.termination.notice': 'how much notice ends the contract, and is paid until its last day?',
      'rules.termination.after_hours': 'when is a notice received that comes after hours?',
      'fees.retainer.prorate': 'what is a retainer worth in a part of a month?',
      'rules.termination.tail': 'which meetings held after the end are paid?',
      'rules.termination.tail_for': 'which bookings does the tail cover?',
    },
    onlyWith: { 'fees.retainer.prorate': 'fees.retainer' },
  },
  {
    title: 'What cuts across',
    blocks: ['rules.billable', 'rules.duplicates', 'fees', 'sow'],
    asks: {
      'rules.billable': 'what is paid for?',
      'rules.billable.recognized': 'which date decides month and tier?',
      'rules.duplicates.against': 'a duplicate of what: delivered, accepted or billable leads?',
      'rules.evidence.enough': 'what proves a meeting?',
      'fees.rates': 'what does a unit cost?',
      'fees.order': 'does a replacement count before or after the cap?',
      'fees.rounding': 'how is rounded?',
      'sow.business_hours': 'what are business hours?',
      'sow.business_hours.holidays': 'which days are holidays?',
    },
  },
];

interface Silence {
  readonly key: string;
  readonly question: string;
}

/** What the rules file leaves unsaid, by sticking point. A key with a default is silent too: the default then speaks for the SOW. */
export function silencesOf(
  value: YamlValue,
): { point: StickingPoint; given: readonly string[]; silent: readonly Silence[] }[] {
  const at = (path: string): YamlValue | undefined =>
    path
      .split('.')
      .reduce<YamlValue | undefined>(
        (v, key) => (typeof v === 'object' && !Array.isArray(v) ? v[key] : undefined),
        value,
      );
  return STICKING_POINTS.map((point) => ({
    point,
    given: point.blocks.filter((block) => at(block) !== undefined),
    silent: Object.entries(point.asks).flatMap(([key, question]) => {
      const block = point.onlyWith?.[key];
      const isAsked = block === undefined || at(block) !== undefined;
      return isAsked && at(key) === undefined ? [{ key, question }] : [];
    }),
  }));
}

export const silent = defineCheck({
  severity: 'info',
  title: 'A question on which the SOW is silent',
  message: '{point}: {question}',
  why: 'Where the SOW is silent a default speaks for it, or nobody does; both sides then remember what suits them.',
  help: 'agree on the answer and give the key',
  find: ({ value }): Hit[] =>
    silencesOf(value).flatMap(({ point, silent: questions }) =>
      questions.map(({ key, question }) => hit(key.split('.'), { point: point.title, question })),
    ),
});
