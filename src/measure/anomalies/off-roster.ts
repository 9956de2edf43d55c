import { ByAgent, type CallFold, defineAnomaly, FirstRows } from './anomaly.ts';

export const offRoster = defineAnomaly({
  title: 'Calls of agents who are not on the roster',
  does: 'Calls of agents whom the roster does not name, by id or name; who had left; or who were certified only later. A signal for each agent that has one.',
  caution: 'A roster that is older than the log; agents who are written in two ways.',
  needs: ['calls', 'roster'],
  calls: ({ known }): CallFold => {
    const roster = new Map(
      known.roster.flatMap((row) =>
        [row.agent, row.name].flatMap((name) => (name ? [[fold(name), row] as const] : [])),
      ),
    );
    const agents = new ByAgent(() => ({ calls: 0, unknown: 0, left: 0, early: 0, rows: new FirstRows() }));
    return {
      add({ agent, started_at: at, row }) {
        if (at === undefined) return;
        const own = agents.of(agent);
        own.calls++;
        const entry = roster.get(fold(agent ?? ''));
        const fault = !entry
          ? 'unknown'
          : entry.left_at !== undefined && at > entry.left_at
            ? 'left'
            : entry.certified_at !== undefined && at < entry.certified_at
              ? 'early'
              : undefined;
        if (!fault) return;
        own[fault]++;
        own.rows.add(row);
      },
      trials: () =>
        agents.entries().map(([subject, { calls, unknown, left, early, rows }]) => ({
          subject,
          n: calls,
          statistic: rows.count,
          threshold: 0,
          isOver: rows.count > 0,
          says: unknown
            ? `${calls} calls of an agent who is not on the roster`
            : `${left} of ${calls} calls after the agent left, ${early} before they were certified`,
          rows: rows.rows,
        })),
    };
  },
});

const fold = (name: string): string => name.trim().toLowerCase();
