import type { AnomalyResult } from '../measure/anomalies/watch.ts';
import { H } from '../measure/drift.ts';
import type { Drift } from '../measure/drift-watch.ts';
import type { Funnel, FunnelLimits } from '../measure/funnel.ts';
import type { AuditDocument } from './document.ts';

/** Rows of a signal that are named. */
const SHOWN = 20;

/** What the anomaly tests found, as the document shows it. */
export const anomaliesOf = (results: readonly AnomalyResult[]): AuditDocument['anomalies'] =>
  results.map(({ test, row, tested, notRun, signals }) => ({
    test,
    id: row.id ?? null,
    title: row.title,
    tested,
    not_run: notRun ?? null,
    caution: row.caution,
    signals: signals.map(({ subject, n, statistic, threshold, p, q, says, rows }) => ({
      subject: subject === '' ? null : subject,
      n,
      statistic: short(statistic),
      threshold: short(threshold),
      p: p === undefined ? null : short(p),
      q: q === undefined ? null : short(q),
      message: says,
      evidence: rows.slice(0, SHOWN).map(({ source, file, line }) => ({ source, file, line })),
    })),
  }));

/** A metric's charts, as the document shows them. */
export function driftOf(drift: Drift | undefined): AuditDocument['drift'] {
  if (!drift) return null;
  const { metric, methods, baseline, days, signals } = drift;
  return {
    metric,
    baseline: { ...baseline, rate: baseline.n ? short(baseline.count / baseline.n) : null },
    cusum_limit: H,
    signals: methods.map((method) => {
      const signal = signals.find((s) => s.method === method);
      return { method, day: signal?.day ?? null, side: signal?.side ?? null };
    }),
    days: days.map((d) => ({
      day: d.day,
      count: d.count,
      n: d.n,
      rate: short(d.rate),
      lower: short(d.lower),
      upper: short(d.upper),
      ewma: short(d.ewma),
      ewma_lower: short(d.ewmaLower),
      ewma_upper: short(d.ewmaUpper),
      cusum_low: short(d.cusumLow),
      cusum_high: short(d.cusumHigh),
    })),
  };
}

/** Agents beside each other, as the document shows them. */
export const agentFunnelsOf = (funnels: readonly Funnel[]): AuditDocument['funnel_plots'] =>
  funnels.map(({ rate, agents, curve, ...funnel }) => ({
    ...funnel,
    rate: short(rate),
    agents: agents.map(({ agent, count, n, rate, beyond, side, ...limits }) => ({
      agent,
      count,
      n,
      rate: short(rate),
      ...limitsOf(limits),
      beyond,
      side,
    })),
    curve: curve.map(({ n, ...limits }) => ({ n, ...limitsOf(limits) })),
  }));

const limitsOf = ({ limits95, limits998 }: FunnelLimits): { limits_95: Pair; limits_99_8: Pair } => ({
  limits_95: [short(limits95[0]), short(limits95[1])],
  limits_99_8: [short(limits998[0]), short(limits998[1])],
});
type Pair = [low: number, high: number];

/** Six digits are enough to compare. */
const short = (x: number): number => Number(x.toPrecision(6));
