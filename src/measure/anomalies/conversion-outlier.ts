import { againstOthers } from './against-others.ts';
import { ByAgent, type CallFold, defineAnomaly, percent } from './anomaly.ts';
import { bookedIn } from './slots.ts';

const LEAST_CONVERSATIONS = 30;
/** A good agent converts half as often again; twice as often is another trade. */
const TIMES = 2;

export const conversionOutlier = defineAnomaly({
  id: 'A14',
  title: 'An agent who converts unlike the others',
  does: `Meetings booked per conversation, agent by agent, against the rest of the floor (Fisher's exact test, both tails), from ${LEAST_CONVERSATIONS} conversations on; a signal from ${TIMES} times their rate on, or below it by as much.`,
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
        return againstOthers(counts, LEAST_CONVERSATIONS, 'both').map(({ subject, count, n, rate, others, p }) => ({
          subject,
          n,
          statistic: rate,
          threshold: others,
          p,
          isOver: rate >= TIMES * others || others >= TIMES * rate,
          says: `${count} meetings of ${n} conversations (${percent(rate)}), the others ${percent(others)}`,
          rows: [],
        }));
      },
    };
  },
});
