import { groupBy } from '../../link/grouped.ts';
import { fill } from '../../problems/sentence.ts';
import { type Span, union } from '../../sow/spans.ts';
import { spanOf } from '../rows/sessions.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows, percent } from './anomaly.ts';

const SKEW_MS = 2000;

export const outsideSessions = defineAnomaly({
  id: 'A2',
  title: 'Calls outside any log-in',
  does: "Calls of a named agent that begin at a time that no session of theirs covers; a signal for each agent that has one. 2 s are the clocks' own.",
  caution: 'A wrong time zone of one of the two files moves all rows alike: then nearly every call lies outside.',
  needs: ['calls', 'sessions'],
  calls: ({ known }): CallFold => {
    const sessions = new Map(
      groupBy(known.sessions, (s) => s.agent ?? '').map((own) => [own[0]?.agent ?? '', union(own.flatMap(spanOf))]),
    );
    const agents = new ByAgent(() => ({ calls: 0, outside: new FirstRows() }));
    return {
      add({ agent, started_at: at, row }) {
        if (at === undefined || agent === undefined) return;
        const own = agents.of(agent);
        own.calls++;
        if (!isCovered(sessions.get(agent) ?? [], at)) own.outside.add(row);
      },
      trials: () =>
        agents.entries().map(([subject, { calls, outside }]) => ({
          subject,
          n: calls,
          statistic: outside.count,
          threshold: 0,
          isOver: outside.count > 0,
          says: fill('{count#} of {calls#} {calls|call|calls} ({share}) {count|begins|begin} outside every log-in', {
            count: outside.count,
            calls,
            share: percent(outside.count / calls),
          }),
          rows: outside.rows,
        })),
    };
  },
});

/** Whether a moment lies in one of the spans, sorted and merged. */
function isCovered(spans: readonly Span[], at: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[0] ?? 0) - SKEW_MS <= at) low = middle + 1;
    else high = middle;
  }
  return (spans[low - 1]?.[1] ?? Number.NEGATIVE_INFINITY) + SKEW_MS > at;
}
