import type { AnomalyResult } from '../measure/anomalies/watch.ts';
import type { Drift } from '../measure/drift-watch.ts';
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
    baseline: { ...baseline },
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

/** Six digits are enough to compare. */
const short = (x: number): number => Number(x.toPrecision(6));
