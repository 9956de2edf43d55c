import { addDays } from '../../sow/dates.ts';
import { defineAnomaly } from './anomaly.ts';
import { bookedIn } from './slots.ts';

const LEAST_DAYS = 20;
const SMOOTH = 0.3;

export const tooSmooth = defineAnomaly({
  id: 'A22',
  title: 'As many bookings every day',
  does: `Variance over mean of the bookings per working day of the period, from ${LEAST_DAYS} days with a mean of 1 on; a signal below ${SMOOTH}. By chance it is about 1.`,
  caution: 'Daily quotas and caps.',
  needs: ['meetings'],
  month: (context) => {
    const { period, sow } = context;
    const counts = new Map<string, number>();
    for (let day = period.from; day <= period.to; day = addDays(day, 1))
      if (sow.clock.isWorkDay(day)) counts.set(day, 0);
    for (const { day } of bookedIn(context)) {
      const known = counts.get(day);
      if (known !== undefined) counts.set(day, known + 1);
    }
    const all = [...counts.values()];
    const n = all.length;
    const mean = all.reduce((sum, x) => sum + x, 0) / n;
    if (n < LEAST_DAYS || mean < 1) return [];
    const ratio = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1) / mean;
    return [
      {
        subject: '',
        n,
        statistic: ratio,
        threshold: SMOOTH,
        isOver: ratio < SMOOTH,
        says: `${mean.toFixed(1)} bookings a day on ${n} days vary ${ratio.toFixed(2)} times as much as chance`,
        rows: [],
      },
    ];
  },
});
