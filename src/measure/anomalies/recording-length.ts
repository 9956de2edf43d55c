import { groupBy } from '../../link/grouped.ts';
import { fill } from '../../problems/sentence.ts';
import type { Known } from '../../read/known.ts';
import type { Call } from '../../read/records.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows, isHuman, spoken } from './anomaly.ts';

const SECONDS = 5;
const SHARE = 0.02;

export const recordingLength = defineAnomaly({
  id: 'A5',
  title: 'Recordings of another length than the call',
  does: `Calls with talk whose recording (by the log, and by the recordings that you have of calls) is off by more than ${SECONDS} s and ${SHARE * 100} % from the call, its talk, and its talk with hold; or, where a person answered, that have none in a log that names recordings.`,
  caution: 'Hold music that was cut, and a recording that was paused while a card was read.',
  needs: ['calls'],
  calls: ({ known }): CallFold => {
    const held = heldOf(known.recordings);
    const agents = new ByAgent(() => ({
      calls: 0,
      unnamed: 0,
      heard: 0,
      off: new FirstRows(),
      without: new FirstRows(),
    }));
    return {
      add(call) {
        const talk = spoken(call);
        if (!talk) return;
        const own = agents.of(call.agent);
        own.calls++;
        const { recording_duration: recorded, row } = call;
        const heard = held.get(call.id ?? '');
        if (heard) own.heard++;
        if (call.recording === undefined && recorded === undefined) {
          own.unnamed++;
          if (isHuman(call) && !heard) own.without.add(row);
        }
        const isOff = (length: number): boolean => isOther(length, call, talk);
        if ((recorded !== undefined && isOff(recorded)) || heard?.some(isOff)) own.off.add(row);
      },
      trials: () => {
        const all = agents.entries();
        // A log without a single recording has no such column.
        const isNamed = all.some(([, { calls, unnamed }]) => unnamed < calls);
        return all.flatMap(([subject, { calls, heard, off, without }]) => {
          if (!isNamed && !heard) return [];
          const missing = isNamed ? without.count : 0;
          const n = isNamed ? calls : heard;
          return [
            {
              subject,
              n,
              statistic: off.count + missing,
              threshold: 0,
              isOver: off.count + missing > 0,
              says: fill(
                '{off#} of {n#} {n|recording|recordings} {off|has|have} another length, {missing#} {missing|is|are} missing',
                {
                  off: off.count,
                  n,
                  missing,
                },
              ),
              rows: [...off.rows, ...(isNamed ? without.rows : [])],
            },
          ];
        });
      },
    };
  },
});

/** Whether a recording is of another length than all that a call may be said to last. */
const isOther = (recorded: number, { duration, hold = 0 }: Call, talk: number): boolean =>
  [duration, talk, talk + hold].every(
    (length) => length === undefined || Math.abs(length - recorded) > Math.max(SECONDS, SHARE * length),
  );

/** Lengths of the recordings that are at hand, by the call that they name. Which calls they are of is no sample: of others nothing is missing. */
const heldOf = (recordings: Known['recordings']): ReadonlyMap<string, readonly number[]> =>
  new Map(
    groupBy(
      recordings.filter(({ call_id, duration }) => call_id !== undefined && duration !== undefined),
      ({ call_id = '' }) => call_id,
    ).map((own) => [own[0].call_id ?? '', own.flatMap(({ duration }) => duration ?? [])]),
  );
