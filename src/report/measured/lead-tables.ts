import type { AuditDocument } from '../document.ts';
import { day, type FlatTable, flatTable, money, number, type TableParts, text } from '../flat-table.ts';

/** What became of the leads and what they cost: part of an audit and of `leadaudit metrics`. */
export type LeadMeasures = Pick<AuditDocument, 'lead_funnel' | 'attempts' | 'leads' | 'costs'>;

const table = <R>(parts: TableParts<LeadMeasures, R>): FlatTable<LeadMeasures> => flatTable(parts);

type FunnelRow = AuditDocument['lead_funnel'][number];
type FunnelStage = Pick<FunnelRow, 'cohort' | 'class'> & FunnelRow['stages'][number];

export const LEAD_TABLES = {
  lead_funnel: table<FunnelStage>({
    title: 'how many leads of each month and class came how far',
    rows: (doc) =>
      doc.lead_funnel.flatMap(({ cohort, class: name, stages }) => stages.map((s) => ({ cohort, class: name, ...s }))),
    columns: [
      text('cohort', (s) => s.cohort),
      text('class', (s) => s.class),
      text('stage', (s) => s.stage),
      number('leads', (s) => s.leads),
      number('rate', (s) => s.rate),
    ],
  }),
  attempts: table<AuditDocument['attempts'][number]>({
    title: 'what the n-th attempt at a contact leads to',
    rows: (doc) => doc.attempts,
    columns: [
      number('attempt', (a) => a.attempt),
      number('contacts', (a) => a.contacts),
      number('leads', (a) => a.leads),
      number('rate', (a) => a.rate),
    ],
  }),
  leads: table<AuditDocument['leads'][number]>({
    title: 'what sales did with each lead',
    rows: (doc) => doc.leads,
    columns: [
      text('id', (l) => l.id),
      text('contact', (l) => l.contact),
      text('company', (l) => l.company),
      text('class', (l) => l.class),
      day('booked', (l) => l.booked),
      text('verdict', (l) => l.verdict),
      text('stage', (l) => l.stage),
      text('decision', (l) => l.decision),
      day('decided', (l) => l.decided),
      text('reason', (l) => l.reason),
      text('note', (l) => l.note),
      text('opportunity', (l) => l.opportunity),
      text('opportunity_stage', (l) => l.opportunity_stage),
      day('opportunity_at', (l) => l.opportunity_at),
      money('opportunity_amount', (l) => l.opportunity_amount),
    ],
  }),
  costs: table<AuditDocument['costs'][number]>({
    title: 'what a held meeting, a lead and an opportunity cost, all in',
    rows: (doc) => doc.costs,
    columns: [
      text('what', (c) => c.what),
      number('count', (c) => c.count),
      money('cost', (c) => c.cost),
      money('claimed_cost', (c) => c.claimed_cost),
    ],
  }),
} as const;
