import type { AuditDocument } from '../document.ts';
import { day, type FlatTable, flatTable, number, type TableParts, text } from '../flat-table.ts';
import { places } from '../places.ts';
import { LEAD_TABLES, type LeadMeasures } from './lead-tables.ts';

/** What is measured of a month: part of an audit, and all of `leadaudit metrics`. */
export type Measures = Pick<AuditDocument, 'metrics' | 'anomalies' | 'drift' | 'funnel_plots' | 'findings'> &
  LeadMeasures;

const table = <R>(parts: TableParts<Measures, R>): FlatTable<Measures> => flatTable(parts);

type Anomaly = AuditDocument['anomalies'][number];
type AnomalySignal = Anomaly & Anomaly['signals'][number];

type DriftDay = NonNullable<AuditDocument['drift']>['days'][number];

type Funnel = AuditDocument['funnel_plots'][number];
interface FunnelAgent {
  readonly funnel: Funnel;
  readonly agent: Funnel['agents'][number];
}

export const MEASURED_TABLES = {
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
      text('reproduced_by', (m) => m.reproduced_by.join('; ')),
      number('unknown', (m) => m.unknown),
      text('ungrouped', (m) => m.ungrouped.map((e) => `${e.by}: ${e.rows}`).join('; ')),
      text('of', (m) => m.of),
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
  drift: table<DriftDay>({
    title: 'the metric of checks.drift day by day, with the limits of each chart',
    rows: (doc) => doc.drift?.days ?? [],
    columns: [
      day('day', (d) => d.day),
      number('count', (d) => d.count),
      number('n', (d) => d.n),
      number('rate', (d) => d.rate),
      number('lower', (d) => d.lower),
      number('upper', (d) => d.upper),
      number('ewma', (d) => d.ewma),
      number('ewma_lower', (d) => d.ewma_lower),
      number('ewma_upper', (d) => d.ewma_upper),
      number('cusum_low', (d) => d.cusum_low),
      number('cusum_high', (d) => d.cusum_high),
    ],
  }),
  funnel_plots: table<FunnelAgent>({
    title: 'shares by agent, with the limits of the funnel plot',
    rows: (doc) => doc.funnel_plots.flatMap((funnel) => funnel.agents.map((agent) => ({ funnel, agent }))),
    columns: [
      text('metric', ({ funnel }) => funnel.metric),
      text('figures', ({ funnel }) => funnel.figures),
      text('agent', ({ agent }) => agent.agent),
      number('count', ({ agent }) => agent.count),
      number('n', ({ agent }) => agent.n),
      number('rate', ({ agent }) => agent.rate),
      number('rate_of_all', ({ funnel }) => funnel.rate),
      number('lower_95', ({ agent }) => agent.limits_95[0]),
      number('upper_95', ({ agent }) => agent.limits_95[1]),
      number('lower_99_8', ({ agent }) => agent.limits_99_8[0]),
      number('upper_99_8', ({ agent }) => agent.limits_99_8[1]),
      text('beyond', ({ agent }) => agent.beyond),
      text('side', ({ agent }) => agent.side),
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
  ...LEAD_TABLES,
} as const;
