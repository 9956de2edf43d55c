import type { Instant } from '../model.ts';
import type { Call, ReportedMetric } from '../read/records.ts';
import { cellOf, type Facts } from '../sow/criteria.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { compareFigures, type Measured } from './compare.ts';
import { type Group, type Metric, metricsOf } from './metrics.ts';
import type { RowInput } from './rows/row.ts';
import { MEASURED_ROWS } from './rows/table.ts';
import { ALL, newTally, overTally, type Tallies, tallyInto } from './tally.ts';
import { isoWeek } from './week.ts';

/** Folds calls into metrics of calls, and what others are divided by, while they stream past. */
export function callMeter(
  all: readonly Metric[],
  sow: Sow,
  period: Period,
  asOf: Instant,
): { add(calls: readonly Call[]): void; tallies: ReadonlyMap<string, Tallies> } {
  const metrics = all.flatMap((m) => [m, ...denominatorOf(m, sow)]).filter((m) => m.of === 'calls');
  const tallies = new Map<string, Tallies>(metrics.map((m) => [m.id, new Map()]));
  const zone = sow.clock.zone;
  return {
    tallies,
    add(calls) {
      for (const call of calls) {
        const at = call.started_at;
        if (at === undefined || at > asOf) continue;
        const date = zone.dateAt(at);
        if (!isIn(period, date)) continue;
        const facts = callFacts(call);
        for (const metric of metrics) {
          const own = tallies.get(metric.id) as Tallies;
          for (const key of keysOf(metric, facts, date)) tallyInto(own, key, metric, facts, sow.titles);
        }
      }
    },
  };
}

const callFacts =
  (call: Call): Facts =>
  (field) => {
    // Talk is what is handled; hold and wrap may not be logged.
    if (field === 'handle_time')
      return call.talk === undefined ? undefined : call.talk + (call.hold ?? 0) + (call.wrap ?? 0);
    // A calling vendor's log without a direction is a log of outbound calls.
    if (field === 'direction') return call.direction ?? 'outbound';
    return cellOf(call, field);
  };

function keysOf(metric: Metric, facts: Facts, date: string): string[] {
  const value = (group: Group): string | undefined => {
    if (group === 'week') return isoWeek(date);
    if (group === 'day') return date;
    const fact = facts(group === 'class' ? 'channel' : group);
    return fact === undefined ? undefined : String(fact);
  };
  return [ALL, ...metric.by.flatMap((group) => (value(group) === undefined ? [] : [`${group}=${value(group)}`]))];
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
    return keys.map((key) =>
      compareFigures(metric, key, restated.get(key), verified && (verified.get(key) ?? newTally()), input),
    );
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
      restated: overTally(own.restated, over.restated),
      verified: own.verified && overTally(own.verified, over.verified ?? over.restated),
    }
  );
}

/** The metric that another one is divided by, in the groups of that one. */
function denominatorOf({ id, over, by }: Metric, sow: Sow): Metric[] {
  return metricsOf(sow).flatMap((m) => (m.id === over ? [{ ...m, id: `${id}/${m.id}`, by }] : []));
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
  if (metric.of === 'sessions' && !input.sessions.length) return undefined;
  const sides: Sides = { restated: new Map(), verified: input.hasEvidence ? new Map() : undefined };
  const rows = MEASURED_ROWS[metric.of](input, metric).filter(({ day }) => isIn(period, day));
  for (const { day, restated, verified } of rows) {
    for (const key of keysOf(metric, restated, day)) tallyInto(sides.restated, key, metric, restated, sow.titles);
    if (!verified || !sides.verified) continue;
    for (const key of keysOf(metric, verified, day)) tallyInto(sides.verified, key, metric, verified, sow.titles);
  }
  const isSpokenOf = metric.of === 'meetings' || metric.of === 'chains';
  return isSpokenOf ? sides : { ...sides, verified: undefined };
}
