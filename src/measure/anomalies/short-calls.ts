import { againstOthers, FAR, RARE } from './against-others.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows, isHuman, percent, spoken, type Trial } from './anomaly.ts';

const SHORT = 10;
const LEAST_CALLS = 50;
/** As many short connections to one number on one day are no chance. */
const REPEATS = 5;

export const shortCalls = defineAnomaly({
  id: 'A18',
  title: 'Ghost calls and hang-ups that count as connects',
  does: `The share of an agent's connected calls with less than ${SHORT} s of talk against the rest of the floor, Fisher's exact test, from ${LEAST_CALLS} on, a signal from ${FAR} times their share on with p below ${RARE}; and ${REPEATS} or more such calls to one number on one day.`,
  caution: 'Bad lists connect to people who hang up; then all agents have them.',
  needs: ['calls'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => ({ calls: 0, short: new FirstRows() }));
    const repeats = new Map<string, FirstRows>();
    return {
      add(call, day) {
        const talk = spoken(call);
        if (!isHuman(call) || talk === undefined) return;
        const own = agents.of(call.agent);
        own.calls++;
        if (talk >= SHORT) return;
        own.short.add(call.row);
        if (call.phone === undefined) return;
        const key = `${call.agent ?? ''}, ${call.phone} on ${day}`;
        const known = repeats.get(key) ?? new FirstRows();
        known.add(call.row);
        repeats.set(key, known);
      },
      trials: () => {
        const all = agents.entries();
        const rows = new Map(all.map(([subject, { short }]) => [subject, short.rows]));
        const counts = all.map(([subject, { calls, short }]) => ({ subject, count: short.count, n: calls }));
        return [
          ...againstOthers(counts, LEAST_CALLS, 'upper').map(
            ({ subject, count, n, rate, others, p }): Trial => ({
              subject,
              n,
              statistic: rate,
              threshold: others,
              p,
              isOver: rate >= FAR * others && p < RARE,
              says: `${count} of ${n} connected calls (${percent(rate)}) have less than ${SHORT} s of talk, of the others' ${percent(others)}`,
              rows: rows.get(subject) ?? [],
            }),
          ),
          ...[...repeats]
            .filter(([, { count }]) => count >= REPEATS)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(
              ([subject, { count, rows }]): Trial => ({
                subject,
                n: count,
                statistic: count,
                threshold: REPEATS,
                isOver: true,
                says: `${count} connected calls of less than ${SHORT} s to one number on one day`,
                rows,
              }),
            ),
        ];
      },
    };
  },
});
