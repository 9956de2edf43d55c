import { groupBy } from '../../link/grouped.ts';
import type { PlainDate } from '../../model.ts';
import { isoWeek } from '../week.ts';
import { type CallFold, defineAnomaly, percent, type Trial } from './anomaly.ts';

const LEAST_CALLS = 200;
/** Population stability index: below 0.1 stable, from 0.2 on another mix. */
const SHIFTED = 0.2;

export const dispositionDrift = defineAnomaly({
  id: 'A17',
  title: 'Another mix of dispositions',
  does: `The mix of dispositions of each week against the other weeks of the period (population stability index), from ${LEAST_CALLS} calls of each on; a signal from ${SHIFTED} on. A week that signals is left out of the others.`,
  caution: 'New codes, a new list, a new campaign. Of two weeks the later is named.',
  needs: ['calls'],
  calls: (): CallFold => {
    const days = new Map<PlainDate, Map<string, number>>();
    return {
      add({ disposition = 'other' }, day) {
        const mix = days.get(day) ?? new Map<string, number>();
        days.set(day, mix);
        mix.set(disposition, (mix.get(disposition) ?? 0) + 1);
      },
      trials: () => {
        const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
        const rest = new Map(
          groupBy(inOrder, ([day]) => isoWeek(day)).map((week) => [
            isoWeek(week[0]?.[0] ?? ''),
            sumOf(week.map(([, mix]) => mix)),
          ]),
        );
        const odd: Trial[] = [];
        // The week that is most off is no measure for the others: it is taken out, and they are looked at again.
        for (;;) {
          const all = [...rest.keys()].flatMap((week) => trialOf(week, rest) ?? []);
          const most = all.reduce<Trial | undefined>(worse, undefined);
          if (!most?.isOver) return [...odd, ...all];
          odd.push(most);
          rest.delete(most.subject);
        }
      },
    };
  },
});

/** The one that is more off; of equals the later. */
const worse = (a: Trial | undefined, b: Trial): Trial => (a && a.statistic > b.statistic + 1e-9 ? a : b);

type Mix = ReadonlyMap<string, number>;

/** The mix of a week against the sum of the others; undefined where there are too few calls of either. */
function trialOf(subject: string, weeks: ReadonlyMap<string, Mix>): Trial | undefined {
  const mix = weeks.get(subject) ?? sumOf([]);
  const total = sumOf([...weeks.values()]);
  const [n, all] = [callsIn(mix), callsIn(total)];
  if (n < LEAST_CALLS || all - n < LEAST_CALLS) return undefined;
  const shifts = [...total].map(([code, count]) => {
    const own = mix.get(code) ?? 0;
    // Half a call where there is none, so that a new code has a finite weight.
    const [here, there] = [(own || 0.5) / n, (count - own || 0.5) / (all - n)];
    return { code, here, there, weight: (here - there) * Math.log(here / there) };
  });
  const psi = shifts.reduce((sum, { weight }) => sum + weight, 0);
  const [most] = [...shifts].sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
  return {
    subject,
    n,
    statistic: psi,
    threshold: SHIFTED,
    isOver: psi >= SHIFTED,
    says: `the mix is ${psi.toFixed(2)} off the other weeks'; ${most?.code} is ${percent(most?.here ?? 0)}, elsewhere ${percent(most?.there ?? 0)}`,
    rows: [],
  };
}

function sumOf(mixes: readonly Mix[]): Mix {
  const sum = new Map<string, number>();
  for (const mix of mixes) for (const [code, calls] of mix) sum.set(code, (sum.get(code) ?? 0) + calls);
  return sum;
}

const callsIn = (mix: Mix): number => [...mix.values()].reduce((sum, n) => sum + n, 0);
