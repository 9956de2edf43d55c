import type { Instant, PlainDate } from '../model.ts';
import { addDays } from '../sow/dates.ts';
import type { Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { type CallMeter, callMeter } from './call-meter.ts';
import type { Numbering } from './distinct.ts';
import { type Chart, type DayCount, type DriftDay, type DriftSignal, driftDays, driftSignals } from './drift.ts';
import { type MeasureInput, sidesOf } from './measure.ts';
import { type Metric, metricsOf } from './metrics.ts';

/** A metric day by day against its baseline. */
export interface Drift {
  readonly metric: string;
  readonly methods: readonly Chart[];
  readonly baseline: { readonly from: PlainDate; readonly to: PlainDate; readonly count: number; readonly n: number };
  /** Empty where the baseline, or the period, has nothing to count. */
  readonly days: readonly DriftDay[];
  readonly signals: readonly DriftSignal[];
}

type DriftInput = Omit<MeasureInput, 'reported' | 'calls' | 'period'>;

/** The metric of `checks.drift` day by day, with the days that are looked at: those of the baseline and of the period. */
export function driftMetric(sow: Sow, period: Period): { readonly daily: Metric; readonly span: Period } | undefined {
  const drift = sow.checks?.drift;
  const metric = drift && metricsOf(sow).find(({ id }) => id === drift.metric);
  if (!metric) return undefined;
  const { baseline } = drift;
  return {
    daily: { ...metric, id: `${metric.id} by day`, by: ['day'] },
    span: {
      label: 'baseline and period',
      from: baseline.from < period.from ? baseline.from : period.from,
      to: baseline.to > period.to ? baseline.to : period.to,
    },
  };
}

/** Watches the metric of `checks.drift`, by the vendor's rows: they are counted as calls stream past. */
export function driftWatch(
  sow: Sow,
  period: Period,
  asOf: Instant,
  contacts: Numbering,
): { readonly meter: CallMeter; found(input: DriftInput, hasCalls: boolean): Drift } | undefined {
  const drift = sow.checks?.drift;
  const watched = driftMetric(sow, period);
  if (!drift || !watched) return undefined;
  const { baseline, method } = drift;
  const { daily, span } = watched;
  const meter = callMeter([daily], sow, { period: span, asOf }, contacts);
  return {
    meter,
    found(input, hasCalls) {
      const tallies = sidesOf(daily, { ...input, period: span, calls: hasCalls ? meter.tallies : undefined })?.restated;
      const days = (from: PlainDate, to: PlainDate): DayCount[] => {
        const all: DayCount[] = [];
        for (let day = from; day <= to; day = addDays(day, 1)) {
          const tally = tallies?.get(`day=${day}`);
          if (tally) all.push({ day, count: Math.min(tally.count, tally.per), n: tally.per });
        }
        return all;
      };
      const before = days(baseline.from, baseline.to);
      const [count, n] = [before.reduce((sum, d) => sum + d.count, 0), before.reduce((sum, d) => sum + d.n, 0)];
      // A baseline of 0 or 100 % has no spread: nothing could be told from chance.
      const found = count > 0 && count < n ? driftDays(count / n, days(period.from, period.to)) : [];
      return {
        metric: drift.metric,
        methods: method,
        baseline: { ...baseline, count, n },
        days: found,
        signals: driftSignals(found, method),
      };
    },
  };
}
