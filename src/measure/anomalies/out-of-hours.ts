import { plural, withCommas } from '../../problems/sentence.ts';
import { againstOthers, FAR, RARE } from './against-others.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows, percent } from './anomaly.ts';

const LEAST_CALLS = 30;
/** Calls of one evening come together: some of overtime are no spike. */
const LEAST_SHARE = 0.05;

export const outOfHours = defineAnomaly({
  id: 'A9',
  title: 'Calls outside business hours',
  does: `The share of a named agent's calls outside \`sow.business_hours\` (without them: at weekends) against the rest of the floor, Fisher's exact test, from ${LEAST_CALLS} calls on; a signal from ${FAR} times their share and ${LEAST_SHARE * 100} % on with p below ${RARE}.`,
  caution: 'Evening shifts that were agreed, and a wrong time zone.',
  needs: ['calls'],
  calls: ({ sow }): CallFold => {
    const agents = new ByAgent(() => ({ calls: 0, outside: new FirstRows() }));
    return {
      add({ agent, started_at: at, row }) {
        // Callers whom nobody answered at night are of no agent.
        if (at === undefined || agent === undefined) return;
        const own = agents.of(agent);
        own.calls++;
        if (!sow.clock.isOpenAt(at)) own.outside.add(row);
      },
      trials: () => {
        const all = agents.entries();
        const rows = new Map(all.map(([subject, { outside }]) => [subject, outside.rows]));
        const counts = all.map(([subject, { calls, outside }]) => ({ subject, count: outside.count, n: calls }));
        return againstOthers(counts, LEAST_CALLS, 'upper').map(({ subject, count, n, rate, others, p }) => ({
          subject,
          n,
          statistic: rate,
          threshold: others,
          p,
          isOver: rate >= FAR * others && rate >= LEAST_SHARE && p < RARE,
          says: `outside business hours: ${withCommas(count)} of ${plural(n, 'call')} (${percent(rate)}); of the others' calls ${percent(others)}`,
          rows: rows.get(subject) ?? [],
        }));
      },
    };
  },
});
