import { isoWeek } from '../week.ts';
import { type CallFold, defineAnomaly } from './anomaly.ts';

const LEAST_CALLS = 200;
/** Population stability index: below 0.1 stable, from 0.2 on another mix. */
const SHIFTED = 0.2;

export const dispositionDrift = defineAnomaly({
  id: 'A17',
  title: 'Another mix of dispositions',
  does: `The mix of dispositions of each week against the other weeks of the period (population stability index), from ${LEAST_CALLS} calls a week on; a signal from ${SHIFTED} on.`,
  caution: 'New codes, a new list, a new campaign.',
  needs: ['calls'],
  calls: (): CallFold => {
    const weeks = new Map<string, Map<string, number>>();
    return {
      add({ disposition = 'other' }, day) {
        const week = isoWeek(day);
        const mix = weeks.get(week) ?? new Map<string, number>();
        weeks.set(week, mix);
        mix.set(disposition, (mix.get(disposition) ?? 0) + 1);
      },
      trials: () => {
        const total = new Map<string, number>();
        for (const mix of weeks.values()) for (const [code, n] of mix) total.set(code, (total.get(code) ?? 0) + n);
        const all = sumOf(total);
        return [...weeks]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([subject, mix]) => {
            const n = sumOf(mix);
            if (n < LEAST_CALLS || all - n < LEAST_CALLS) return [];
            const shifts = [...total].map(([code, count]) => {
              const own = mix.get(code) ?? 0;
              // Half a call where there is none, so that a new code has a finite weight.
              const [here, there] = [(own || 0.5) / n, (count - own || 0.5) / (all - n)];
              return { code, here, there, weight: (here - there) * Math.log(here / there) };
            });
            const psi = shifts.reduce((sum, { weight }) => sum + weight, 0);
            const [most] = [...shifts].sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
            return [
              {
                subject,
                n,
                statistic: psi,
                threshold: SHIFTED,
                isOver: psi >= SHIFTED,
                says: `the mix is ${psi.toFixed(2)} off the other weeks'; ${most?.code} is ${((most?.here ?? 0) * 100).toFixed(1)} %, elsewhere ${((most?.there ?? 0) * 100).toFixed(1)} %`,
                rows: [],
              },
            ];
          });
      },
    };
  },
});

const sumOf = (mix: ReadonlyMap<string, number>): number => [...mix.values()].reduce((sum, n) => sum + n, 0);
