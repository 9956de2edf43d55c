import { fill } from '../../problems/sentence.ts';
import type { Call } from '../../read/records.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows, spoken } from './anomaly.ts';
import { ANY, RowColumns, WHOLE } from './row-columns.ts';

/** Clocks of two systems may differ by this much. */
const SKEW_MS = 2000;

export const overlappingCalls = defineAnomaly({
  id: 'A1',
  title: 'Overlapping calls of one agent',
  does: 'The time in which a named agent speaks, call by call; a signal when a talk shares more than 2 s, and more than both were on hold, with an earlier one.',
  caution:
    'Conference and transfer legs whose hold the log does not tell. Ringing is not talk: a dialer that rings several numbers at once overlaps nothing.',
  needs: ['calls'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => new RowColumns(ANY, WHOLE, WHOLE));
    return {
      add(call) {
        const talk = call.agent === undefined ? undefined : talkOf(call);
        if (talk) agents.of(call.agent).add(call.row, talk.from, talk.length, talk.hold);
      },
      trials: () =>
        agents.entries().map(([subject, talks]) => {
          const rows = overlapping(talks);
          return {
            subject,
            n: talks.count,
            statistic: rows.count,
            threshold: 0,
            isOver: rows.count > 0,
            says: fill('{count#} of {talks#} {talks|talk|talks} {count|begins|begin} while another is on', {
              count: rows.count,
              talks: talks.count,
            }),
            rows: rows.rows,
          };
        }),
    };
  },
});

/** Nobody speaks for 49 days, and a column holds no more. */
const MOST_MS = 2 ** 32 - 1;

/** When an agent speaks, in milliseconds. */
interface Talk {
  readonly from: number;
  readonly length: number;
  /** So much of it on hold. */
  readonly hold: number;
}

/** The end of the call, as long as the talk with what was on hold. */
function talkOf(call: Call): Talk | undefined {
  const { started_at: start, ended_at, duration } = call;
  const talk = spoken(call);
  if (start === undefined || !talk) return undefined;
  const hold = Math.round((call.hold ?? 0) * 1000);
  const length = Math.round(talk * 1000) + hold;
  const end = ended_at ?? (duration === undefined ? undefined : start + duration * 1000);
  const from = end === undefined || end - length < start ? start : end - length;
  return { from, length: Math.min(MOST_MS, length), hold: Math.min(MOST_MS, hold) };
}

/** Talks that begin while an earlier one is on. */
function overlapping(talks: RowColumns): FirstRows {
  const [from, length, holds] = [talks.values(0), talks.values(1), talks.values(2)];
  const fromOf = (at: number): number => from[at] ?? 0;
  const toOf = (at: number): number => fromOf(at) + (length[at] ?? 0);
  const holdOf = (at: number): number => holds[at] ?? 0;
  const inOrder = Uint32Array.from(from.keys()).sort(
    (a, b) => fromOf(a) - fromOf(b) || toOf(a) - toOf(b) || holdOf(a) - holdOf(b),
  );
  const rows = new FirstRows();
  let last: number | undefined;
  for (const at of inOrder) {
    // Another leg fits into what the agent of the first spent on hold.
    const shared = last === undefined ? 0 : Math.min(toOf(last), toOf(at)) - fromOf(at);
    if (shared > SKEW_MS + Math.max(last === undefined ? 0 : holdOf(last), holdOf(at))) rows.add(talks.row(at));
    if (last === undefined || toOf(at) > toOf(last)) last = at;
  }
  return rows;
}
