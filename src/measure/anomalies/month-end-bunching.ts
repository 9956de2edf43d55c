import { withCommas } from '../../problems/sentence.ts';
import { addDays } from '../../sow/dates.ts';
import { binomialUpper } from '../statistics.ts';
import { FAR } from './against-others.ts';
import { defineAnomaly, FirstRows, percent } from './anomaly.ts';
import { bookedIn } from './slots.ts';

const LAST_DAYS = 2;
const LEAST_BOOKINGS = 20;
const P = 0.01;

export const monthEndBunching = defineAnomaly({
  id: 'A11',
  title: 'Bookings bunch at the end of the month',
  does: `The share of the bookings made from the second last working day of the period on, against the share of working days that these are of those from the first booking on (binomial tail), from ${LEAST_BOOKINGS} bookings on; a signal from ${FAR} times that share on, with p below ${P}.`,
  caution: "The SOW's own deadlines, and a campaign that grows.",
  needs: ['meetings'],
  month: (context) => {
    const { period, sow } = context;
    const booked = bookedIn(context);
    const first = booked.reduce((least, { day }) => (day < least ? day : least), period.to);
    const days: string[] = [];
    for (let day = first; day <= period.to; day = addDays(day, 1)) if (sow.clock.isWorkDay(day)) days.push(day);
    const from = days.at(-LAST_DAYS);
    if (from === undefined || booked.length < LEAST_BOOKINGS) return [];
    const late = new FirstRows();
    for (const { chain, day } of booked) if (day >= from) late.add(chain.record.row);
    const expected = LAST_DAYS / days.length;
    const share = late.count / booked.length;
    const p = binomialUpper(late.count, booked.length, expected);
    return [
      {
        subject: '',
        n: booked.length,
        statistic: share,
        threshold: expected,
        p,
        isOver: share >= FAR * expected && p < P,
        says: `${withCommas(late.count)} of ${withCommas(booked.length)} bookings (${percent(share)}) came on or after ${from}, expected ${percent(expected)}`,
        rows: late.rows,
      },
    ];
  },
});
