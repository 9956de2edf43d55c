import { presenceOf } from '../../judge/presence.ts';
import { withCommas } from '../../problems/sentence.ts';
import { defineAnomaly } from './anomaly.ts';
import { slotsIn } from './slots.ts';

const SECONDS = 120;

export const oneSided = defineAnomaly({
  id: 'A23',
  title: 'Claimed as held, and the log shows one side',
  does: `Slots that were claimed as held and have a conference log: a signal where both sides were in it together for less than ${SECONDS} s.`,
  caution:
    'Somebody who dialled in by phone has no name in the log; such participants are of an unknown side, and the slot is not tested, nor one of whose participants the log does not tell when they left.',
  needs: ['attendance'],
  month: (context) =>
    slotsIn(context).flatMap(({ slot }) => {
      const log = slot.evidence.attendance;
      if (!log.length || slot.claimedOutcome?.outcome !== 'held') return [];
      // Whatever the SOW takes for proof: the log is there to be looked at.
      const { prospect, client, both, unknownPresent } = presenceOf(log, slot.sides);
      if (unknownPresent || log.some(({ left_at }) => left_at === undefined)) return [];
      return [
        {
          subject: slot.id,
          n: log.length,
          statistic: both,
          threshold: SECONDS,
          isOver: both < SECONDS,
          says: `claimed as held; the log shows the prospect for ${withCommas(prospect)} s, the client for ${withCommas(client)} s, both for ${withCommas(both)} s`,
          rows: [slot.record.row, ...log.map(({ row }) => row)],
        },
      ];
    }),
});
