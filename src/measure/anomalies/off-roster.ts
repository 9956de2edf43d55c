import { plural, withCommas } from '../../problems/sentence.ts';
import type { RecordOf } from '../../read/records.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows } from './anomaly.ts';

export const offRoster = defineAnomaly({
  title: 'Calls of agents who are not on the roster',
  does: 'Calls of named agents whom the roster does not name, by id or name; who had left the day before or earlier; or who were certified only later. A signal for each agent that has one.',
  caution: 'A roster that is older than the log; agents who are written in two ways.',
  needs: ['calls', 'roster'],
  calls: ({ known, sow }): CallFold => {
    const { zone } = sow.clock;
    const roster = new Map<string, RecordOf<'roster'>[]>();
    for (const row of known.roster)
      for (const name of new Set([row.agent, row.name].flatMap((name) => (name ? [fold(name)] : []))))
        roster.set(name, [...(roster.get(name) ?? []), row]);
    const agents = new ByAgent(() => ({ calls: 0, unknown: 0, left: 0, early: 0, rows: new FirstRows() }));
    return {
      add({ agent, started_at: at, row }, day) {
        if (at === undefined || agent === undefined) return;
        const own = agents.of(agent);
        own.calls++;
        const entries = roster.get(fold(agent)) ?? [];
        // The last day is a day of work; somebody who came back has two rows.
        const stayed = entries.filter(({ left_at }) => left_at === undefined || day <= zone.dateAt(left_at));
        const fit = stayed.some(({ certified_at }) => certified_at === undefined || at >= certified_at);
        if (fit) return;
        own[!entries.length ? 'unknown' : !stayed.length ? 'left' : 'early']++;
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
            ? `${plural(calls, 'call')} of an agent who is not on the roster`
            : `${withCommas(left)} of ${plural(calls, 'call')} after the agent left, ${withCommas(early)} before they were certified`,
          rows: rows.rows,
        })),
    };
  },
});

const fold = (name: string): string => name.trim().toLowerCase();
