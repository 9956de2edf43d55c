import { type Dispute, disputesOf } from './disputes.ts';
import type { AuditDocument, DocumentClaim } from './document.ts';
import {
  type Column,
  day,
  type FlatTable,
  flatTable,
  money,
  number,
  type TableParts,
  text,
  time,
} from './flat-table.ts';
import { MEASURED_TABLES } from './measured/tables.ts';
import { places } from './places.ts';

const table = <R>(parts: TableParts<AuditDocument, R>): FlatTable<AuditDocument> => flatTable(parts);

const claimColumns: readonly Column<DocumentClaim>[] = [
  text('id', (c) => c.id),
  text('meeting_id', (c) => c.meeting_id),
  text('chain', (c) => c.chain),
  text('contact', (c) => c.contact),
  text('company', (c) => c.company),
  text('outcome', (c) => c.outcome),
  text('verdict', (c) => c.verdict),
  text('reason', (c) => c.reason),
  text('clause', (c) => c.clause),
  money('claimed', (c) => c.claimed),
  money('supported', (c) => c.supported),
  number('quantity', (c) => c.quantity),
  money('unit_price', (c) => c.unit_price),
  number('our_quantity', (c) => c.our_quantity),
  money('our_unit_price', (c) => c.our_unit_price),
  text('period', (c) => c.period),
  day('recognized', (c) => c.recognized),
  text('terms', (c) => c.terms),
  time('resolves_at', (c) => c.resolves_at),
  time('dispute_by', (c) => c.dispute_by),
  text('needs', (c) => c.needs.join('; ')),
  text('grade', (c) => c.grade),
  text('duplicate_of', (c) => c.duplicate_of),
  text('depends_on', (c) => c.depends_on),
  text('reasons', (c) => c.reasons.join('; ')),
  text('why', (c) => c.why),
  text('evidence', (c) => places(c.evidence)),
  time('reject_by', (c) => c.reject_by),
  money('lost', (c) => c.lost),
];

export const TABLES = {
  claims: table<DocumentClaim>({
    title: 'every claim of the period and its outcome; those of closed periods (`adjusts`) are in no total',
    rows: (doc) => doc.claims,
    columns: [...claimColumns, text('adjusts', (c) => c.adjusts)],
  }),
  chains: table<AuditDocument['chains'][number]>({
    title: 'every chain with its slots and verdict',
    rows: (doc) => doc.chains,
    columns: [
      text('id', (c) => c.id),
      text('contact', (c) => c.contact),
      text('company', (c) => c.company),
      text('slots', (c) =>
        c.slots.map((s) => `${s.starts_at?.slice(0, 16) ?? 'lead'} ${s.outcome ?? ''}`.trim()).join('; '),
      ),
      text('verdict', (c) => c.verdict),
      text('reason', (c) => c.reason),
      money('amount', (c) => c.amount),
      day('recognized', (c) => c.recognized),
      text('terms', (c) => c.terms),
      time('resolves_at', (c) => c.resolves_at),
    ],
  }),
  lines: table<AuditDocument['lines'][number]>({
    title: 'the price lines; their sum is payable',
    rows: (doc) => doc.lines,
    columns: [
      text('id', (l) => l.id),
      text('kind', (l) => l.kind),
      text('chain', (l) => l.chain),
      text('claims', (l) => l.claims.join('; ')),
      number('quantity', (l) => l.quantity),
      money('unit_price', (l) => l.unit_price),
      money('amount', (l) => l.amount),
      number('tier', (l) => l.tier),
      text('clause', (l) => l.clause),
      day('recognized', (l) => l.recognized),
      text('terms', (l) => l.terms),
      text('adjusts', (l) => l.adjusts),
      text('why', (l) => l.why),
    ],
  }),
  links: table<AuditDocument['links'][number]>({
    title: 'how each evidence row was tied to a slot',
    rows: (doc) => doc.links,
    columns: [
      text('claim', (l) => l.claim),
      text('source', (l) => l.source),
      text('place', (l) => (l.file === null || l.line === null ? '' : places([{ file: l.file, line: l.line }]))),
      text('id', (l) => l.id),
      text('decision', (l) => l.decision),
      number('score', (l) => l.score),
      number('margin', (l) => l.margin),
      text('reason', (l) => l.reason),
      text('rivals', (l) => l.rivals.join('; ')),
    ],
  }),
  ...MEASURED_TABLES,
  disputes: table<Dispute>({
    title: 'what to dispute and what is open, by time left and money; what is over stands last',
    rows: disputesOf,
    columns: [
      ...claimColumns.map(({ of, ...column }): Column<Dispute> => ({ ...column, of: ({ claim }) => of(claim) })),
      time('next_deadline', (d) => d.next),
      number('hours_left', (d) => d.hoursLeft),
      money('at_stake', (d) => d.atStake),
    ],
  }),
  journal: table<AuditDocument['journal'][number]>({
    title: 'what finance posts: expense, tax, adjustments, credits, accrual and its reversal in the next period',
    rows: (doc) => doc.journal,
    columns: [
      text('entry', (j) => j.entry),
      text('kind', (j) => j.kind),
      day('date', (j) => j.date),
      money('amount', (j) => j.amount),
      text('purchase_order', (j) => j.purchase_order),
      text('cost_center', (j) => j.cost_center),
      text('clause', (j) => j.clause),
      text('lines', (j) => j.lines.join('; ')),
      money('commitment_left', (j) => j.commitment_left),
    ],
  }),
  buckets: table<AuditDocument['buckets'][number]>({
    title: 'where every input row ended',
    rows: (doc) => doc.buckets,
    columns: [text('source', (b) => b.source), text('bucket', (b) => b.bucket), number('rows', (b) => b.rows)],
  }),
} as const;

export type TableName = keyof typeof TABLES;
