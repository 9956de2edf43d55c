import { defineAnomaly } from './anomaly.ts';
import { slotsIn } from './slots.ts';

const SECONDS = 120;

export const oneSided = defineAnomaly({
  id: 'A23',
  title: 'Claimed as held, and the log shows one side',
  does: `Slots that were claimed as held and have a conference log: a signal where both sides were in it together for less than ${SECONDS} s.`,
  caution:
    'Somebody who dialled in by phone has no name in the log; such participants are of an unknown side, and the slot is not tested.',
  needs: ['attendance'],
  month: (context) =>
    slotsIn(context).flatMap(({ slot }) => {
      const presence = slot.happened?.presence;
      if (!presence || presence.unknownPresent || slot.claimedOutcome?.outcome !== 'held') return [];
      const { prospect, client, both } = presence;
      return [
        {
          subject: slot.id,
          n: slot.evidence.attendance.length,
          statistic: both,
          threshold: SECONDS,
          isOver: both < SECONDS,
          says: `claimed as held; the log shows the prospect for ${prospect} s, the client for ${client} s, both for ${both} s`,
          rows: [slot.record.row, ...slot.evidence.attendance.map(({ row }) => row)],
        },
      ];
    }),
});
