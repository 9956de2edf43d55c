import { exitCodeOf, type FailOn } from '../../report/exit.ts';
import { type MetricsDocument, metricsOf } from '../../report/measured/document.ts';
import { MEASURED_TABLES } from '../../report/measured/tables.ts';
import { renderAs } from '../../report/render.ts';
import { type DocumentKind, RENDERERS } from '../../report/renderers.ts';
import { deliver } from '../output.ts';
import { type ReportFlags, reportWay } from '../report-flags.ts';
import { auditOf, type SourceOptions } from '../run.ts';
import type { Terminal } from '../terminal.ts';

type Options = SourceOptions &
  ReportFlags<keyof typeof MEASURED_TABLES> & { readonly failOn: readonly FailOn[]; readonly exitZero?: boolean };

const METRICS: DocumentKind<MetricsDocument> = {
  tables: MEASURED_TABLES,
  terminal: async () => (await import('../../report/measured/terminal.ts')).renderMetrics,
  outline: async () => (await import('../../report/outline/metrics.ts')).outlineOfMetrics,
  sheets: async () => ({
    Metrics: MEASURED_TABLES.metrics,
    Anomalies: MEASURED_TABLES.anomalies,
    Drift: MEASURED_TABLES.drift,
    'Funnel plots': MEASURED_TABLES.funnel_plots,
    Funnel: MEASURED_TABLES.lead_funnel,
    Attempts: MEASURED_TABLES.attempts,
    Leads: MEASURED_TABLES.leads,
    Costs: MEASURED_TABLES.costs,
    Findings: MEASURED_TABLES.findings,
  }),
};

/** The figures of a month, with all anomaly tests: no claim is needed, and none is judged here. */
export async function metrics(options: Options, terminal: Terminal): Promise<void> {
  // Until it is done it is not.
  process.exitCode = 2;
  terminal.configure(options);
  const way = await reportWay(options, terminal);
  const audited = way && (await auditOf(options, terminal, true));
  if (!audited) return;
  const figures = metricsOf(audited.document);
  const exitCode = options.exitZero ? 0 : exitCodeOf({ ...figures, claims: [], totals: NOTHING }, options.failOn);
  const document = way.shown({ ...figures, exit_code: exitCode }, audited.people);
  const text = await renderAs(METRICS, document, way.settings);
  const name = `metrics-${document.period.label}.${RENDERERS[options.format].extension}`;
  if (await deliver(text, options.output, name, terminal)) process.exitCode = exitCode;
}

/** No claim is looked at. */
const NOTHING = { claimed: '0', pending: '0', review: '0' };
