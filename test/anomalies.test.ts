import { describe, expect, test } from 'vitest';
import type { AnomalyResult } from '../src/measure/anomalies/watch.ts';
import type { RowRef } from '../src/model.ts';
import { diceOf } from './support/dice.ts';
import { cleanMonth } from './support/floor.ts';
import { type Call, callsOf } from './support/planted.ts';
import { at, sowOf, watched } from './support/watched.ts';

const ALL = sowOf('all');

describe('clean months', () => {
  // 1,000 take some minutes: FLOOR_MONTHS=1000 npx vitest run test/anomalies.test.ts
  const months = Number(process.env.FLOOR_MONTHS ?? 20);

  test(`signal in 5 % of ${months} at most, and in each nearly every test has something to look at`, {
    timeout: 3_600_000,
  }, () => {
    const alarms: string[] = [];
    for (let seed = 1; seed <= months; seed++) {
      const results = watched(ALL, cleanMonth(seed));
      const own = results.flatMap(({ test, signals }) =>
        signals.map(({ subject, says }) => `${test} of ${subject}: ${says}`),
      );
      if (own.length) alarms.push(`month ${seed}: ${own.join('; ')}`);
      // A second chain of one person is rare where nobody splits leads, and its test comes last.
      expect(results.flatMap(({ test, tested }) => (tested === 0 ? [test] : []))).toEqual(['lead_splitting']);
    }
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(0.05 * months);
  });
});

/** A month in which several tests signal: a floor with an agent who makes up a part of their calls. */
const clean = cleanMonth(7);
const made: Call[] = callsOf(150, (i) => ({
  agent: 'Zoe',
  talk: i % 3 ? 60 : 4 + (i % 5),
  disposition: i % 3 ? 'conversation' : 'human',
  started_at: at(`06-${String(10 + (i % 5)).padStart(2, '0')}T19:00`) + 40_000 * Math.floor(i / 5),
}));
const lineOf = (row: Call, n: number): Call => ({
  ...row,
  row: { source: 'calls', file: 'calls.csv', line: n + 2, n: n + 1 },
});
const calls = [...clean.calls, ...made].map(lineOf);
const month = { ...clean, calls };
const whole = watched(ALL, month);

/** Results as they are compared: numbers to nine digits, since sums of other orders end in other digits. */
const comparable = (results: readonly AnomalyResult[], rowOf: (row: RowRef) => unknown = (row) => row) =>
  results.map(({ test, tested, notRun, signals }) => ({
    test,
    tested,
    notRun,
    signals: signals
      .map(({ rows, statistic, p, q, ...signal }) => ({
        ...signal,
        numbers: [statistic, p, q].map((x) => x?.toPrecision(9)),
        rows: rows.map(rowOf),
      }))
      .sort((a, b) => (a.subject < b.subject ? -1 : 1)),
  }));

function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const dice = diceOf(seed);
  const all = [...rows];
  for (let i = all.length - 1; i > 0; i--) {
    const j = dice.whole(0, i);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}

describe('results', () => {
  test('are signals here', () => {
    const signalling = whole.filter(({ signals }) => signals.length).map(({ test }) => test);
    expect(signalling).toEqual([
      'overlapping_calls',
      'outside_sessions',
      'recording_length_differs',
      'identical_durations',
      'terminal_digits',
      'out_of_hours',
      'conversion_outlier',
      'short_calls',
      'calling_hours',
      'off_roster',
    ]);
  });

  test('are the same in any order of calls, in one batch or in many', () => {
    for (const seed of [1, 2]) {
      const all = shuffled(calls, seed);
      const batches = [all.slice(0, 7), [], all.slice(7, 2000), all.slice(2000)];
      expect(comparable(watched(ALL, month, batches))).toEqual(comparable(whole));
    }
  });

  test('are the same of the same calls in two files, read in any order', () => {
    const half = 1900;
    const inTwo = calls.map((row, i) =>
      i < half
        ? row
        : { ...row, row: { source: 'calls', file: 'calls2.csv', line: i - half + 2, n: i - half + 1 } as const },
    );
    const callOf = ({ file, line }: RowRef): number => (file === 'calls2.csv' ? line + half : line);
    for (const batches of [[inTwo], [inTwo.slice(half), inTwo.slice(0, half)]])
      expect(comparable(watched(ALL, month, batches), callOf)).toEqual(comparable(whole, callOf));
  });

  test('are the same in any order of meetings, sessions, log and figures', () => {
    const numbered = <R extends object>(
      rows: readonly R[],
      source: 'meetings' | 'attendance' | 'reported_metrics' | 'sessions',
    ) => rows.map((row, i) => ({ ...row, row: { source, file: `${source}.csv`, line: i + 2, n: i + 1 } as const }));
    const rows = {
      calls,
      meetings: numbered(clean.meetings, 'meetings'),
      sessions: numbered(clean.sessions, 'sessions'),
      attendance: numbered(clean.attendance, 'attendance'),
      reported_metrics: numbered(clean.reported_metrics, 'reported_metrics'),
    };
    const mixed = {
      calls,
      meetings: shuffled(rows.meetings, 3),
      sessions: shuffled(rows.sessions, 4),
      attendance: shuffled(rows.attendance, 5),
      reported_metrics: shuffled(rows.reported_metrics, 6),
    };
    expect(comparable(watched(ALL, mixed))).toEqual(comparable(watched(ALL, rows)));
  });

  test('of a test by a fixed threshold do not depend on other agents', () => {
    const alone = { ...month, calls: calls.filter(({ agent }) => agent === 'Zoe' || agent === 'Ada') };
    const fixed = (results: readonly AnomalyResult[]) =>
      comparable(results).flatMap(({ test, signals }) =>
        signals
          .filter(({ subject, numbers }) => subject.startsWith('Zoe') && numbers[1] === undefined)
          .map((signal) => ({ test, ...signal })),
      );
    expect(fixed(watched(ALL, alone)).length).toBeGreaterThan(3);
    expect(fixed(watched(ALL, alone))).toEqual(fixed(whole));
  });
});
