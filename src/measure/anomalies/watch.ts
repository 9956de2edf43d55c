import type { AnomalyName } from '../../sow/anomaly-names.ts';
import type { Sow } from '../../sow/sow.ts';
import type { DayFold } from '../day-fold.ts';
import { adjusted } from '../statistics.ts';
import type { Anomaly, MonthContext, Trial, WatchContext } from './anomaly.ts';
import { ANOMALIES } from './table.ts';

/** A trial that asks for a check. */
interface Signal extends Trial {
  /** Its p among those of all tests and agents (Benjamini-Hochberg); undefined for tests by a fixed threshold. */
  readonly q: number | undefined;
}

/** What one test found. */
export interface AnomalyResult {
  readonly test: AnomalyName;
  readonly row: Anomaly;
  /** How many agents, contacts or months it looked at. */
  readonly tested: number;
  /** Why it did not run. */
  readonly notRun: string | undefined;
  readonly signals: readonly Signal[];
}

/** Anomaly tests of a month: calls are added as they pass, the rest is looked at in the end. */
export interface Watch extends DayFold {
  found(month: Omit<MonthContext, keyof WatchContext>, sources: ReadonlySet<string>): AnomalyResult[];
}

/** Watches with the tests that `checks.anomalies` enables. */
export function watchOf(context: WatchContext): Watch {
  const { sow, period } = context;
  const tests = enabled(sow).map((test) => ({ test, row: ANOMALIES[test], fold: ANOMALIES[test].calls?.(context) }));
  const folds = tests.flatMap(({ fold }) => fold ?? []);
  return {
    period,
    add(call, day) {
      for (const fold of folds) fold.add(call, day);
    },
    found(month, sources) {
      const all = { ...context, ...month };
      const ran = tests.map(({ test, row, fold }) => {
        const missing = row.needs.filter((source) => !sources.has(source));
        const trials = missing.length ? [] : [...(fold?.trials(all) ?? []), ...(row.month?.(all) ?? [])];
        return { test, row, trials, notRun: missing.length ? `no source: ${missing.join(', ')}` : undefined };
      });
      const tried = ran.flatMap(({ trials }) =>
        trials.flatMap((trial) => (trial.p === undefined ? [] : { trial, p: trial.p })),
      );
      const qs = adjusted(tried.map(({ p }) => p));
      const qOf = new Map(tried.map(({ trial }, i) => [trial, qs[i]]));
      const { amount, scale } = sow.checks?.anomalies?.false_discovery ?? { amount: 5, scale: 2 };
      const isSignal = (trial: Trial): boolean => trial.isOver && (qOf.get(trial) ?? 0) <= amount / 10 ** scale;
      return ran.map(({ test, row, trials, notRun }) => ({
        test,
        row,
        tested: trials.length,
        notRun,
        signals: trials.filter(isSignal).map((trial) => ({ ...trial, q: qOf.get(trial) })),
      }));
    },
  };
}

function enabled({ checks }: Sow): AnomalyName[] {
  const given = checks?.anomalies;
  if (!given) return [];
  const names = Object.keys(ANOMALIES) as AnomalyName[];
  return names.filter(
    (name) => (given.enabled === 'all' || given.enabled.includes(name)) && !given.disabled.includes(name),
  );
}
