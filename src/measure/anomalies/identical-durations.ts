import { ByAgent, type CallFold, defineAnomaly, percent, spoken } from './anomaly.ts';

const LEAST_SECONDS = 30;
const SHARE = 0.05;
const CALLS = 10;

export const identicalDurations = defineAnomaly({
  id: 'A6',
  title: 'Talks of one and the same length',
  does: `The most frequent length among an agent's talks of ${LEAST_SECONDS} s and more, to the second; a signal above ${SHARE * 100} % and from ${CALLS} calls on.`,
  caution:
    'Voicemail drops last as long as their tape: calls that ended as voicemail are left out. Lengths that the export rounds are not tested.',
  needs: ['calls'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => new Map<number, number>());
    return {
      add(call) {
        const talk = spoken(call);
        if (talk === undefined || talk < LEAST_SECONDS || call.disposition === 'voicemail') return;
        const own = agents.of(call.agent);
        own.set(talk, (own.get(talk) ?? 0) + 1);
      },
      trials: () =>
        agents.entries().flatMap(([subject, lengths]) => {
          const n = [...lengths.values()].reduce((sum, calls) => sum + calls, 0);
          const [length, most] = [...lengths].sort(([l, a], [m, b]) => b - a || l - m)[0] ?? [0, 0];
          if (isRounded(lengths, n)) return [];
          return [
            {
              subject,
              n,
              statistic: most / n,
              threshold: SHARE,
              isOver: most >= CALLS && most / n > SHARE,
              says: `${most} of ${n} talks (${percent(most / n)}) last exactly ${length} s`,
              rows: [],
            },
          ];
        }),
    };
  },
});

/** Whether nearly all lengths lie on a grid of 5 s, 6 s or more: the export rounds them. */
export function isRounded(lengths: ReadonlyMap<number, number>, n: number): boolean {
  return [5, 6].some((grid) => {
    let on = 0;
    for (const [length, calls] of lengths) if (length % grid === 0) on += calls;
    return on >= 0.95 * n;
  });
}
