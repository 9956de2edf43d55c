import { againstOthers } from './against-others.ts';
import { ByAgent, type CallFold, defineAnomaly, percent } from './anomaly.ts';

const LEAST_CONVERSATIONS = 30;

export const conversionOutlier = defineAnomaly({
  id: 'A14',
  title: 'An agent who converts unlike the others',
  does: `Meetings booked per conversation, agent by agent, against the rest of the floor (binomial, both tails), from ${LEAST_CONVERSATIONS} conversations on.`,
  caution: 'Lists differ between agents; a senior agent converts better.',
  needs: ['calls', 'meetings'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => ({ conversations: 0 }));
    return {
      add({ agent, disposition }) {
        if (agent !== undefined && disposition === 'conversation') agents.of(agent).conversations++;
      },
      trials: ({ chains, sow, period }) => {
        const booked = new Map<string, number>();
        for (const { record, bookedAt } of chains) {
          const day = sow.clock.zone.dateAt(bookedAt);
          if (record.agent === undefined || day < period.from || day > period.to) continue;
          booked.set(record.agent, (booked.get(record.agent) ?? 0) + 1);
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
          isOver: true,
          says: `${count} meetings of ${n} conversations (${percent(rate)}), the others ${percent(others)}`,
          rows: [],
        }));
      },
    };
  },
});
