import type { Instant } from '../model.ts';
import type { WatchContext } from './anomalies/anomaly.ts';
import type { Watch } from './anomalies/watch.ts';
import { type AttemptMeter, attemptMeter } from './attempts.ts';
import { type CallMeter, callMeter, meteredMetrics } from './call-meter.ts';
import type { DayFold } from './day-fold.ts';
import { Numbering } from './distinct.ts';
import { driftWatch } from './drift-watch.ts';

/** All that is counted while calls stream past. */
interface CallMeters {
  readonly meter: CallMeter;
  readonly drift: ReturnType<typeof driftWatch>;
  readonly attempts: AttemptMeter;
  readonly watch: Watch | undefined;
  readonly folds: readonly DayFold[];
}

/** The meters of a period. They number contacts together: each is kept once. */
export async function metersOf(context: WatchContext, asOf: Instant): Promise<CallMeters> {
  const { sow, period, known } = context;
  const contacts = new Numbering();
  const meter = callMeter(meteredMetrics(sow, known.reported_metrics), sow, { period, asOf }, contacts);
  const drift = driftWatch(sow, period, asOf, contacts);
  const attempts = attemptMeter(sow, { period, asOf }, contacts);
  const watch = await watchFor(context);
  return { meter, drift, attempts, watch, folds: [meter, drift?.meter, attempts, watch].flatMap((fold) => fold ?? []) };
}

/** The anomaly tests, which bring heavy statistics along: only where the rules ask for them. */
async function watchFor(context: WatchContext): Promise<Watch | undefined> {
  if (!context.sow.checks?.anomalies) return undefined;
  const { watchOf } = await import('./anomalies/watch.ts');
  return watchOf(context);
}
