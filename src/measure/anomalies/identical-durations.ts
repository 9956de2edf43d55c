import { ByAgent, type CallFold, defineAnomaly, percent, spoken } from './anomaly.ts';

const LEAST_SECONDS = 30;
const SHARE = 0.05;
const CALLS = 10;

export const identicalDurations = defineAnomaly({
  id: 'A6',
  title: 'Talks of one and the same length',
  does: `The most frequent length among an agent's talks of ${LEAST_SECONDS} s and more, to the second; a signal above ${SHARE * 100} % and from ${CALLS} calls on.`,
  caution:
    'Voicemail drops last as long as their tape: calls that ended as voicemail are left out. A log that rounds is not tested (95 % of all talks on a grid of 5 or 6 s); where it rounds for some agents alone, these signal.',
  needs: ['calls'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => new Map<number, number>());
    return {
      add(call) {
        const talk = spoken(call);
        if (talk === undefined || talk < LEAST_SECONDS || call.disposition === 'voicemail') return;
        const own = agents.of(call.agent);
        const second = Math.floor(talk);
        own.set(second, (own.get(second) ?? 0) + 1);
      },
      trials: () => {
        const all = agents.entries();
        if (isRounded(all.map(([, lengths]) => lengths))) return [];
        return all.map(([subject, lengths]) => {
          const n = [...lengths.values()].reduce((sum, calls) => sum + calls, 0);
          const [length, most] = [...lengths].sort(([l, a], [m, b]) => b - a || l - m)[0] ?? [0, 0];
          return {
            subject,
            n,
            statistic: most / n,
            threshold: SHARE,
            isOver: most >= CALLS && most / n > SHARE,
            says: `${most} of ${n} talks (${percent(most / n)}) last exactly ${length} s`,
            rows: [],
          };
        });
      },
    };
  },
});

/** Whether nearly all lengths of a log, by agent, lie on a grid of 5 s, 6 s or more: the export rounds them. One agent alone who rounds makes them up. */
export function isRounded(agents: readonly ReadonlyMap<number, number>[]): boolean {
  const all = agents.flatMap((lengths) => [...lengths]);
  const callsOn = (grid: number): number =>
    all.reduce((sum, [length, calls]) => (length % grid === 0 ? sum + calls : sum), 0);
  return [5, 6].some((grid) => callsOn(grid) >= 0.95 * callsOn(1));
}
