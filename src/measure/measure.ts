import { groupBy } from '../link/grouped.ts';
import type { Instant } from '../model.ts';
import type { Call, ReportedMetric } from '../read/records.ts';
import { cellOf, type Facts } from '../sow/criteria.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { compareFigures, isOf, type Measured } from './compare.ts';
import { type Group, type Metric, metricsOf } from './metrics.ts';
import type { RowInput } from './rows/row.ts';
import { MEASURED_ROWS } from './rows/table.ts';
import { ALL, figureOf, newTally, overTally, type Tallies, tallyInto } from './tally.ts';
import { VARIANTS } from './variants.ts';
import { isoWeek } from './week.ts';

/** The metrics of the SOW, and the readings of those that the vendor reports. */
export const meteredMetrics = (sow: Sow, reported: readonly ReportedMetric[]): Metric[] =>
  metricsOf(sow).flatMap((metric) => [metric, ...readingsOf(metric, reported).map((reading) => reading.metric)]);

/** Folds calls into metrics of calls, and what others are divided by, while they stream past; and notes who called. */
export function callMeter(
  all: readonly Metric[],
  sow: Sow,
  period: Period,
  asOf: Instant,
): { add(calls: readonly Call[]): void; tallies: ReadonlyMap<string, Tallies>; agents: ReadonlySet<string> } {
  const named = new Map(all.flatMap((m) => [m, ...denominatorOf(m, sow)]).map((m) => [m.id, m]));
  const metrics = [...named.values()].filter((m) => m.of === 'calls');
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
    tallies,
    agents,
    add(calls) {
      for (call of calls) {
        const at = call.started_at;
        if (at === undefined || at > asOf) continue;
        const date = zone.dateAt(at);
        if (!isIn(period, date)) continue;
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

/** Under which names a row is tallied: as a whole, and as one of each group. A name is made once. */
function keysBy(groups: readonly Group[]): (facts: Facts, date: string) => string[] {
  const known = groups.map((group) => ({ group, names: new Map<string, string>() }));
  return (facts, date) => {
    const keys = [ALL];
    for (const { group, names } of known) {
      const value = groupOf(group, facts, date);
      if (value === undefined) continue;
      const name = names.get(value) ?? `${group}=${value}`;
      names.set(value, name);
      keys.push(name);
    }
    return keys;
  };
}

function groupOf(group: Group, facts: Facts, date: string): string | undefined {
  if (group === 'week') return isoWeek(date);
  if (group === 'day') return date;
  // Where a lead came from is its channel, and so is the class of its price.
  const fact = facts(group === 'class' || group === 'source' ? 'channel' : group);
  return fact === undefined ? undefined : String(fact);
}

export interface MeasureInput extends RowInput {
  readonly period: Period;
  readonly calls: ReturnType<typeof callMeter> | undefined;
  readonly reported: readonly ReportedMetric[];
  /** Whether any client evidence was given. */
  readonly hasEvidence: boolean;
}

/** Every metric of the SOW and the catalogue whose rows are known: as long as `claims` are not, those of claims are left out; once they are, the others. */
export function measure(input: MeasureInput): Measured[] {
  const { sow, claims } = input;
  const metrics = metricsOf(sow).filter((metric) => (metric.of === 'claims') === (claims !== undefined));
  return metrics.flatMap((metric): Measured[] => {
    const { restated, verified } = sidesOf(metric, input) ?? {};
    if (!restated) return [];
    const keys = [...new Set([ALL, ...restated.keys(), ...(verified?.keys() ?? [])])].sort();
    return keys.map((key) => {
      const found = compareFigures(
        metric,
        key,
        restated.get(key),
        verified && (verified.get(key) ?? newTally()),
        input,
      );
      return { ...found, reproducedBy: reproducedBy(metric, found, input) };
    });
  });
}

/** Both sides of a metric, divided by another where it is; undefined without a source that has such rows. */
export function sidesOf(metric: Metric, input: Omit<MeasureInput, 'reported'>): Sides | undefined {
  const own = talliesOf(metric, input);
  const [denominator] = denominatorOf(metric, input.sow);
  const over = denominator && talliesOf(denominator, input);
  if (!own || !denominator) return own;
  return (
    over && {
      restated: overTally(own.restated, over.restated, metric, denominator),
      verified: own.verified && overTally(own.verified, over.verified ?? over.restated, metric, denominator),
    }
  );
}

/** The metric that another one is divided by, in the groups of that one. */
function denominatorOf({ id, over, by, clause }: Metric, sow: Sow): Metric[] {
  if (over !== undefined && typeof over !== 'string') return [{ ...over, id: `${id}/${over.title}`, by, clause }];
  return metricsOf(sow).flatMap((m) =>
    m.id !== over ? [] : [String(m.by) === String(by) ? m : { ...m, id: `${id}/${m.id}`, by }],
  );
}

/** Another definition of a metric, with what it does. */
interface Reading {
  readonly says: string;
  readonly metric: Metric;
}

/** The common readings of a metric of the catalogue that the vendor reports. */
function readingsOf(metric: Metric, reported: readonly ReportedMetric[]): Reading[] {
  if (!reported.some((row) => isOf(metric, row))) return [];
  return (VARIANTS[metric.id] ?? []).map(({ says, ...variant }) => ({
    says,
    metric: {
      ...metric,
      ...variant,
      per: variant.over ? undefined : (variant.per ?? metric.per),
      id: `${metric.id}: ${says}`,
      by: [],
    },
  }));
}

/** What the vendor's figure comes to by other readings: those that give it, to the digits that it has. */
function reproducedBy(metric: Metric, found: Measured, input: MeasureInput): string[] {
  const { reported, restated, status } = found;
  if (status !== 'outside' || reported === null || found.by !== null) return [];
  const half = digitOf(found.reportedText ?? '', metric.unit) / 2;
  return readingsOf(metric, input.reported)
    .flatMap(({ says, metric: reading }) => {
      const figure = figureOf(reading, sidesOf(reading, input)?.restated.get(ALL));
      const off = figure === null || figure === restated ? Infinity : Math.abs(figure - reported);
      return off <= half + 1e-9 ? [{ says, off }] : [];
    })
    .sort((a, b) => a.off - b.off)
    .slice(0, SHOWN_READINGS)
    .map(({ says }) => says);
}

const SHOWN_READINGS = 3;

/** What a figure's last digit is worth: 0.001 for "90.1%". */
function digitOf(text: string, unit: Metric['unit']): number {
  const [, places = ''] = /[.,](\d+)\s*%?$/.exec(text.trim()) ?? [];
  const isPercent = unit === 'share' && (text.includes('%') || Number(text) > 1);
  return 10 ** -(places.length + (isPercent ? 2 : 0));
}

interface Sides {
  readonly restated: Tallies;
  /** Undefined where no evidence of the client speaks of such rows. */
  readonly verified: Tallies | undefined;
}

function talliesOf(metric: Metric, input: Omit<MeasureInput, 'reported'>): Sides | undefined {
  const { sow, period } = input;
  if (metric.of === 'calls') {
    const restated = input.calls?.tallies.get(metric.id);
    return restated && { restated, verified: undefined };
  }
  if (metric.of !== 'claims' && !input.sources.has(metric.of === 'chains' ? 'meetings' : metric.of)) return undefined;
  const sides: Sides = { restated: new Map(), verified: input.hasEvidence ? new Map() : undefined };
  const rows = MEASURED_ROWS[metric.of](input, metric).filter(({ day }) => isIn(period, day));
  const keysOf = keysBy(metric.by);
  for (const { day, restated, verified } of rows) {
    tallyInto(sides.restated, keysOf(restated, day), metric, restated, sow.titles);
    if (verified && sides.verified) tallyInto(sides.verified, keysOf(verified, day), metric, verified, sow.titles);
  }
  const isSpokenOf = metric.of === 'meetings' || metric.of === 'chains';
  return isSpokenOf ? sides : { ...sides, verified: undefined };
}
