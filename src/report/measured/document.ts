import { z } from 'zod';
import { type AuditDocument, auditDocument } from '../document.ts';

/** What `leadaudit metrics --format json` prints: what an audit says of figures, and nothing of claims and money. */
export const metricsDocument = auditDocument
  .pick({
    tool: true,
    exit_code: true,
    closed: true,
    sow: true,
    period: true,
    as_of: true,
    inputs: true,
    metrics: true,
    anomalies: true,
    drift: true,
    funnel_plots: true,
    lead_funnel: true,
    leads: true,
    costs: true,
    attempts: true,
    findings: true,
    not_checked: true,
  })
  .extend({ schema: z.literal('leadaudit/metrics@1') });
export type MetricsDocument = z.output<typeof metricsDocument>;

/** Findings of figures, and of the files that they rest on. */
const OF_FIGURES: ReadonlySet<string> = new Set([
  'quarantined_rows',
  'mended_rows',
  'irregular_file',
  'decoded_as',
  'preamble',
  'incomplete_file',
  'figures_unread',
  'unread_columns',
  'empty_drop',
  'rows_vs_last',
  'header_drift',
  'metric_outside',
  'anomaly',
  'drift',
  'reported_not_compared',
  'reported_contradiction',
]);

/** The figures of an audit. */
export function metricsOf(audit: AuditDocument): MetricsDocument {
  const { tool, exit_code, closed, sow, period, as_of, inputs, metrics, anomalies, drift } = audit;
  const { funnel_plots, lead_funnel, attempts, leads, costs, findings, not_checked } = audit;
  return {
    schema: 'leadaudit/metrics@1',
    tool,
    exit_code,
    closed,
    sow,
    period,
    as_of,
    inputs,
    metrics,
    anomalies,
    drift,
    funnel_plots,
    lead_funnel,
    attempts,
    leads,
    costs,
    findings: findings.filter(({ code }) => OF_FIGURES.has(code)),
    not_checked: not_checked.filter(({ rule }) => rule.startsWith('checks.') || rule.startsWith('sources.')),
  };
}
