import { ByAgent, type CallFold, defineAnomaly, FirstRows, isHuman, spoken } from './anomaly.ts';

const SECONDS = 5;
const SHARE = 0.02;

export const recordingLength = defineAnomaly({
  id: 'A5',
  title: 'Recordings of another length than the call',
  does: `Calls with talk whose recording is off by more than ${SECONDS} s and ${SHARE * 100} % from the call, its talk, and its talk with hold; or, where a person answered, that have none in a log that names recordings.`,
  caution: 'Hold music that was cut, and a recording that was paused while a card was read.',
  needs: ['calls'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => ({ calls: 0, unnamed: 0, off: new FirstRows(), without: new FirstRows() }));
    return {
      add(call) {
        const talk = spoken(call);
        if (!talk) return;
        const own = agents.of(call.agent);
        own.calls++;
        if (call.recording === undefined && call.recording_duration === undefined) {
          own.unnamed++;
          if (isHuman(call)) own.without.add(call.row);
        } else if (call.recording_duration !== undefined) {
          const lengths = [call.duration, talk, talk + (call.hold ?? 0)].flatMap((length) => length ?? []);
          const recorded = call.recording_duration;
          if (lengths.every((length) => Math.abs(length - recorded) > Math.max(SECONDS, SHARE * length)))
            own.off.add(call.row);
        }
      },
      trials: () => {
        const all = agents.entries();
        // A log without a single recording has no such column.
        const isNamed = all.some(([, { calls, unnamed }]) => unnamed < calls);
        if (!isNamed) return [];
        return all.map(([subject, { calls, off, without }]) => ({
          subject,
          n: calls,
          statistic: off.count + without.count,
          threshold: 0,
          isOver: off.count + without.count > 0,
          says: `${off.count} of ${calls} recordings have another length, ${without.count} are missing`,
          rows: [...off.rows, ...without.rows],
        }));
      },
    };
  },
});
