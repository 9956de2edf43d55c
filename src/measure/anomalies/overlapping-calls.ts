import type { RowRef } from '../../model.ts';
import type { Call } from '../../read/records.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows, spoken } from './anomaly.ts';
import { ANY, type NumberedRow, RowColumns, WHOLE } from './row-columns.ts';

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
        agents.entries().map(([subject, columns]) => {
          const talks = columns.all().map(heldTalk);
          const rows = new FirstRows();
          let last: HeldTalk | undefined;
          for (const talk of talks.sort((a, b) => a.from - b.from || a.to - b.to || a.hold - b.hold)) {
            // Another leg fits into what the agent of the first spent on hold.
            const shared = last ? Math.min(last.to, talk.to) - talk.from : 0;
            if (shared > SKEW_MS + Math.max(last?.hold ?? 0, talk.hold)) rows.add(talk.row);
            if (!last || talk.to > last.to) last = talk;
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
  return { from, length, hold };
}

interface HeldTalk {
  readonly from: number;
  readonly to: number;
  readonly hold: number;
  readonly row: RowRef;
}

const heldTalk = ({ row, numbers: [from = 0, length = 0, hold = 0] }: NumberedRow): HeldTalk => ({
  from,
  to: from + length,
  hold,
  row,
});
