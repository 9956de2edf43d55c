import { describe, expect, test } from 'vitest';
import { cleanMonth } from './support/floor.ts';
import { sowOf, watched } from './support/watched.ts';

const MONTHS = Number(process.env.FLOOR_MONTHS ?? 20);
const ALL = sowOf('all');

describe('clean months', () => {
  test('signal in 5 % at most', { timeout: 600_000 }, () => {
    const alarms: string[] = [];
    let noisy = 0;
    const t = Date.now();
    for (let seed = 1; seed <= MONTHS; seed++) {
      const month = cleanMonth(seed);
      const found = watched(ALL, month);
      if (seed === 1) {
        console.log(month.calls.length, month.meetings.length, month.sessions.length, month.attendance.length);
        console.log(found.map((r) => `${r.test} ${r.tested} ${r.notRun ?? ''}`).join('\n'));
      }
      const own = found.flatMap(({ test, signals }) =>
        signals.map((s) => `${seed} ${test} ${s.subject} ${s.n} ${s.statistic} p=${s.p} q=${s.q}: ${s.says}`),
      );
      alarms.push(...own);
      if (own.length) noisy++;
    }
    console.log(alarms.join('\n'), noisy, MONTHS, Date.now() - t);
  });
});
