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

const table = <R>(parts: TableParts<AuditDocument, R>): FlatTable<AuditDocument> => flatTable(parts);

const places = (rows: readonly { file: string; line: number }[]): string =>
  rows.map(({ file, line }) => `${file}:${line}`).join('; ');

type Anomaly = AuditDocument['anomalies'][number];
type AnomalySignal = Anomaly & Anomaly['signals'][number];

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
  text('reject_by', (c) => c.reject_by),
  number('lost', (c) => c.lost),
];

export const TABLES = {
  claims: table<DocumentClaim>({
    title: 'every claim of the period and its outcome',
    rows: (doc) => doc.claims,
    columns: claimColumns,
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
    ],
  }),
  metrics: table<AuditDocument['metrics'][number]>({
    title: 'metrics as reported, restated and verified',
    rows: (doc) => doc.metrics,
    columns: [
      text('id', (m) => m.id),
      text('by', (m) =>
        m.by
          ? Object.entries(m.by)
              .map(([k, v]) => `${k}=${v}`)
              .join('; ')
          : '',
      ),
      number('reported', (m) => m.reported),
      number('restated', (m) => m.restated),
      number('verified', (m) => m.verified),
      number('difference', (m) => m.difference),
      text('tolerance', (m) => m.tolerance),
      text('status', (m) => m.status),
      number('count', (m) => m.count),
      number('per', (m) => m.per),
      number('low', (m) => m.interval?.[0] ?? null),
      number('high', (m) => m.interval?.[1] ?? null),
      text('excluded', (m) => m.excluded.map((e) => `${e.what}: ${e.rows}`).join('; ')),
      text('clause', (m) => m.clause),
    ],
  }),
  anomalies: table<AnomalySignal>({
    title: 'signals of the anomaly tests, each with what it is held against',
    rows: (doc) => doc.anomalies.flatMap((a) => a.signals.map((signal) => ({ ...a, ...signal }))),
    columns: [
      text('test', (a) => a.test),
      text('id', (a) => a.id),
      text('subject', (a) => a.subject),
      number('n', (a) => a.n),
      number('statistic', (a) => a.statistic),
      number('threshold', (a) => a.threshold),
      number('p', (a) => a.p),
      number('q', (a) => a.q),
      text('message', (a) => a.message),
      text('evidence', (a) => places(a.evidence)),
      text('caution', (a) => a.caution),
    ],
  }),
  findings: table<AuditDocument['findings'][number]>({
    title: 'what a person should look at',
    rows: (doc) => doc.findings,
    columns: [
      text('code', (f) => f.code),
      text('severity', (f) => f.severity),
      text('message', (f) => f.message),
      text('evidence', (f) => places(f.evidence)),
    ],
  }),
  disputes: table<Dispute>({
    title: 'what to dispute and what is open, by time left and money; what is over stands last',
    rows: disputesOf,
    columns: [
      ...claimColumns.map(({ of, ...column }): Column<Dispute> => ({ ...column, of: ({ claim }) => of(claim) })),
      text('next_deadline', (d) => d.next),
      number('hours_left', (d) => d.hoursLeft),
      number('at_stake', (d) => d.atStake),
    ],
  }),
  journal: table<AuditDocument['journal'][number]>({
    title: 'what finance posts: expense, tax, adjustments, credits, accrual and its reversal in the next period',
    rows: (doc) => doc.journal,
    columns: [
      text('entry', (j) => j.entry),
      text('kind', (j) => j.kind),
      text('date', (j) => j.date),
      number('amount', (j) => j.amount),
      text('purchase_order', (j) => j.purchase_order),
      text('cost_center', (j) => j.cost_center),
      text('clause', (j) => j.clause),
      text('lines', (j) => j.lines.join('; ')),
      number('commitment_left', (j) => j.commitment_left),
    ],
  }),
  buckets: table<AuditDocument['buckets'][number]>({
    title: 'where every input row ended',
    rows: (doc) => doc.buckets,
    columns: [text('source', (b) => b.source), text('bucket', (b) => b.bucket), number('rows', (b) => b.rows)],
  }),
} as const;

export type TableName = keyof typeof TABLES;
