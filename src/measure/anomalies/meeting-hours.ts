import type { Instant } from '../../model.ts';
import type { Zone } from '../../sow/zone.ts';
import { defineAnomaly } from './anomaly.ts';
import { slotsIn } from './slots.ts';

const FROM = 7;
const TO = 19;

export const meetingHours = defineAnomaly({
  id: 'A10',
  title: 'Meetings at an hour or on a day when nobody meets',
  does: `Slots of the period that were claimed as held and start before ${FROM}:00 or from ${TO}:00 on in the SOW's zone (and in the zone of the lead's number, where \`checks.calling_hours\` knows it), at a weekend, or on a holiday of \`sow.business_hours\`.`,
  caution: "Without a calendar the prospect's zone is not known: a meeting across an ocean may be early for one side.",
  needs: ['meetings'],
  month: (context) => {
    const { clock, callingHours } = context.sow;
    return slotsIn(context)
      .filter(({ slot }) => slot.claimedOutcome?.outcome === 'held')
      .map(({ slot, start }) => {
        const { phone } = slot.record;
        const theirs = phone === undefined ? undefined : callingHours.zoneOf(phone);
        const hour = hourIn(clock.zone, start);
        const isOdd = [hour, hourIn(theirs ?? clock.zone, start)].every((h) => h < FROM || h >= TO);
        const isClosed = !clock.isWorkDay(clock.zone.dateAt(start));
        return {
          subject: slot.id,
          n: 1,
          statistic: hour,
          threshold: TO,
          isOver: isOdd || isClosed,
          says: `claimed as held at ${clock.zone.format(start)}${isClosed ? ', a day that is closed' : ''}`,
          rows: [slot.record.row],
        };
      });
  },
});

const hourIn = (zone: Zone, at: Instant): number => new Date(zone.wallAt(at)).getUTCHours();
