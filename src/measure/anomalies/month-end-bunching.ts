import { addDays } from '../../sow/dates.ts';
import { binomialUpper } from '../statistics.ts';
import { defineAnomaly, NAMED, percent } from './anomaly.ts';
import { bookedIn } from './slots.ts';

const LAST_DAYS = 2;
const LEAST_BOOKINGS = 20;

export const monthEndBunching = defineAnomaly({
  id: 'A11',
  title: 'Bookings bunch at the end of the month',
  does: `The share of the bookings made from the second last working day of the period on, against the share of working days that these are (binomial tail), from ${LEAST_BOOKINGS} bookings on.`,
  caution: "A campaign that began late, and the SOW's own deadlines.",
  needs: ['meetings'],
  month: (context) => {
    const { period, sow } = context;
    const days: string[] = [];
    for (let day = period.from; day <= period.to; day = addDays(day, 1)) if (sow.clock.isWorkDay(day)) days.push(day);
    const from = days.at(-LAST_DAYS);
    const booked = bookedIn(context);
    if (from === undefined || days.length <= LAST_DAYS || booked.length < LEAST_BOOKINGS) return [];
    const late = booked.filter(({ day }) => day >= from);
    const expected = LAST_DAYS / days.length;
    const share = late.length / booked.length;
    return [
      {
        subject: '',
        n: booked.length,
        statistic: share,
        threshold: expected,
        p: binomialUpper(late.length, booked.length, expected),
        isOver: share > expected,
        says: `${late.length} of ${booked.length} bookings (${percent(share)}) came on or after ${from}, expected ${percent(expected)}`,
        rows: late.slice(0, NAMED).map(({ chain }) => chain.record.row),
      },
    ];
  },
});
