import { groupBy } from '../link/grouped.ts';
import type { Instant } from '../model.ts';
import type { Call, ReportedMetric } from '../read/records.ts';
import { cellOf, type Facts } from '../sow/criteria.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { isOf } from './compare.ts';
import { keysBy } from './groups.ts';
import { denominatorOf, type Metric, metricsOf } from './metrics.ts';
import { readingsOf } from './readings.ts';
import { type Tallies, tallyInto } from './tally.ts';

/** Tallies of metrics of calls, by the id of the metric. */
export type CallTallies = ReadonlyMap<string, Tallies>;

/** Which calls are metered: those of the period that were made by as-of. */
export interface MeteredSpan {
  readonly period: Period;
  readonly asOf: Instant;
}

export interface CallMeter {
  /** Metrics of calls, and what others are divided by. */
  readonly metrics: readonly Metric[];
  readonly span: MeteredSpan;
  readonly tallies: CallTallies;
  readonly agents: Set<string>;
  add(calls: readonly Call[]): void;
}

/** The metrics of the SOW, and the readings of those that the vendor reports. */
export const meteredMetrics = (sow: Sow, reported: readonly ReportedMetric[]): Metric[] =>
  metricsOf(sow).flatMap((metric) => [
    metric,
    ...(reported.some((row) => isOf(metric, row)) ? readingsOf(metric).map((reading) => reading.metric) : []),
  ]);

/** The metrics of the SOW with every common reading. */
export const allReadings = (sow: Sow): Metric[] =>
  metricsOf(sow).flatMap((metric) => [metric, ...readingsOf(metric).map((reading) => reading.metric)]);

/** Those that are metered by calls: metrics of calls, and what others are divided by, each once. */
export function metricsOfCalls(all: readonly Metric[], sow: Sow): Metric[] {
  const named = new Map(all.flatMap((m) => [m, ...denominatorOf(m, sow)]).map((m) => [m.id, m]));
  return [...named.values()].filter((m) => m.of === 'calls');
}

/** Folds calls into metrics of calls, and what others are divided by, while they stream past; and notes who called. */
export function callMeter(all: readonly Metric[], sow: Sow, span: MeteredSpan): CallMeter {
  const metrics = metricsOfCalls(all, sow);
  const tallies = new Map<string, Tallies>(metrics.map((m) => [m.id, new Map()]));
  const agents = new Set<string>();
  const zone = sow.clock.zone;
  // Metrics that are grouped alike share the names of their groups.
  const groupings = groupBy(metrics, ({ by }) => String(by)).map((alike) => ({
    keysOf: keysBy(alike[0]?.by ?? []),
    alike: alike.map((metric) => [metric, tallies.get(metric.id) ?? new Map()] as const),
  }));
  let call: Call;
  const facts: Facts = (field) => callFact(call, field);
  return {
    metrics,
    span,
    tallies,
    agents,
    add(calls) {
      for (call of calls) {
        const at = call.started_at;
        if (at === undefined || at > span.asOf) continue;
        const date = zone.dateAt(at);
        if (!isIn(span.period, date)) continue;
        if (call.agent !== undefined) agents.add(call.agent);
        for (const { keysOf, alike } of groupings) {
          const keys = keysOf(facts, date);
          for (const [metric, own] of alike) tallyInto(own, keys, metric, facts, sow.titles);
        }
      }
    },
  };
}

function callFact(call: Call, field: string): ReturnType<Facts> {
  // Talk is what is handled; hold and wrap may not be logged.
  if (field === 'handle_time')
    return call.talk === undefined ? undefined : call.talk + (call.hold ?? 0) + (call.wrap ?? 0);
  // A calling vendor's log without a direction is a log of outbound calls.
  if (field === 'direction') return call.direction ?? 'outbound';
  return cellOf(call, field);
}
