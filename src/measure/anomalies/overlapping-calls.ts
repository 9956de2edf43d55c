import type { RowRef } from '../../model.ts';
import type { Call } from '../../read/records.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows, isHuman, spoken } from './anomaly.ts';

/** Clocks of two systems may differ by this much. */
const SKEW_MS = 2000;

export const overlappingCalls = defineAnomaly({
  id: 'A1',
  title: 'Overlapping calls of one agent',
  does: 'The time in which an agent speaks, call by call; a signal when a talk begins more than 2 s before an earlier one ends.',
  caution:
    'Conference and transfer legs. Ringing is not talk: a dialer that rings several numbers at once overlaps nothing.',
  needs: ['calls'],
  calls: (): CallFold => {
    const agents = new ByAgent<{ from: number; to: number; row: RowRef }[]>(() => []);
    return {
      add(call) {
        const span = talkOf(call);
        if (span) agents.of(call.agent).push({ from: span[0], to: span[1], row: call.row });
      },
      trials: () =>
        agents.entries().map(([subject, talks]) => {
          const rows = new FirstRows();
          let until = Number.NEGATIVE_INFINITY;
          for (const { from, to, row } of talks.sort((a, b) => a.from - b.from || a.to - b.to)) {
            if (from < until - SKEW_MS) rows.add(row);
            until = Math.max(until, to);
          }
          return {
            subject,
            n: talks.length,
            statistic: rows.count,
            threshold: 0,
            isOver: rows.count > 0,
            says: `${rows.count} of ${talks.length} talks begin while another is on`,
            rows: rows.rows,
          };
        }),
    };
  },
});

/** When the agent speaks: the end of the call, as long as the talk. */
function talkOf(call: Call): [from: number, to: number] | undefined {
  const { started_at: start, ended_at, duration, hold = 0 } = call;
  const talk = spoken(call);
  if (start === undefined || !talk || !(isHuman(call) || call.talk)) return undefined;
  const end = ended_at ?? (duration === undefined ? undefined : start + duration * 1000);
  const length = (talk + hold) * 1000;
  return end === undefined || end - length < start ? [start, start + length] : [end - length, end];
}
