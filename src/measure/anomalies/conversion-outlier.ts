import { plural } from '../../problems/sentence.ts';
import { againstOthers, type Odd, RARE } from './against-others.ts';
import { ByAgent, type CallFold, defineAnomaly, percent } from './anomaly.ts';
import { bookedIn } from './slots.ts';

const LEAST_CONVERSATIONS = 30;
/** A good agent converts half as often again; twice as often is another trade. */
const TIMES = 2;

export const conversionOutlier = defineAnomaly({
  id: 'A14',
  title: 'An agent who converts unlike the others',
  does: `Meetings booked per conversation, agent by agent, against the rest of the floor (Fisher's exact test, both tails), from ${LEAST_CONVERSATIONS} conversations on; a signal from ${TIMES} times their rate on, or below it by as much, with p below ${RARE}, where it is so far from more than half of the agents.`,
  caution: 'Lists differ between agents; a senior agent converts better.',
  needs: ['calls', 'meetings'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => ({ conversations: 0 }));
    return {
      add({ agent, disposition }) {
        if (agent !== undefined && disposition === 'conversation') agents.of(agent).conversations++;
      },
      trials: (month) => {
        const booked = new Map<string, number>();
        for (const { chain } of bookedIn(month)) {
          const { agent } = chain.record;
          if (agent !== undefined) booked.set(agent, (booked.get(agent) ?? 0) + 1);
        }
        const counts = agents.entries().map(([subject, { conversations: n }]) => ({
          subject,
          n,
          // More meetings than conversations: the log is not complete, and all of them converted.
          count: Math.min(n, booked.get(subject) ?? 0),
        }));
        // Names that the two files do not share say nothing.
        if (!counts.some(({ count }) => count)) return [];
        const all = againstOthers(counts, LEAST_CONVERSATIONS, 'both');
        return all.map(({ subject, count, n, rate, others, p }) => ({
          subject,
          n,
          statistic: rate,
          threshold: others,
          p,
          isOver: p < RARE && isFar(rate, others) && !hasPeers(subject, rate, all),
          says: `${plural(count, 'meeting')} of ${plural(n, 'conversation')} (${percent(rate)}), the others ${percent(others)}`,
          rows: [],
        }));
      },
    };
  },
});

const isFar = (a: number, b: number): boolean => a >= TIMES * b || b >= TIMES * a;

/** Whether half of the others are near: one agent's odd rate makes the rest of the floor odd for all others. */
function hasPeers(subject: string, rate: number, all: readonly Odd[]): boolean {
  const rivals = all.filter((other) => other.subject !== subject);
  const near = rivals.filter((other) => !isFar(rate, other.rate));
  return near.length > 0 && near.length * 2 >= rivals.length;
}
