import { HELD, windowsOf } from '../../judge/course.ts';
import type { JudgedChain } from '../../judge/facts.ts';
import { groupBy } from '../../link/grouped.ts';
import { isKnown } from '../../link/persons.ts';
import { isIn } from '../../sow/period.ts';
import { defineAnomaly, type MonthContext, type Trial } from './anomaly.ts';
import { differs } from './slots.ts';

const HOURS = 48;

export const leadSplitting = defineAnomaly({
  id: 'A19',
  title: 'A new lead just before the old one runs out',
  does: `A second chain of one person, booked in the period and in the last ${HOURS} h of a window in which a meeting that was not held could still be cured (no-show, reschedule): the clock begins anew. Bookings of two campaigns or two products are not held against each other.`,
  caution: 'A booking that was meant for another product or campaign, in a file that does not name them.',
  needs: ['meetings'],
  month: (context) =>
    groupBy(
      context.chains.filter(({ slots }) => slots[0] && isKnown(slots[0].person)),
      ({ slots }) => slots[0]?.person ?? '',
    ).flatMap((own) => own.flatMap((first) => renewals(first, own, context))),
});

function renewals(first: JudgedChain, own: readonly JudgedChain[], { sow, period }: MonthContext): Trial[] {
  const unheld = first.slots.filter(
    ({ happened }) => happened && !HELD.has(happened.outcome) && happened.outcome !== 'future',
  );
  if (unheld.length < first.slots.length) return [];
  const [window] = windowsOf(unheld, first.terms.rules, sow.clock);
  if (!window) return [];
  const later = own.filter(
    ({ bookedAt, record }) =>
      bookedAt > first.bookedAt &&
      isIn(period, sow.clock.zone.dateAt(bookedAt)) &&
      !differs([first.record.campaign], [record.campaign]) &&
      !differs([first.record.product], [record.product]),
  );
  return later.map((second) => {
    const left = (window.end - second.bookedAt) / 3_600_000;
    return {
      subject: second.id,
      n: 2,
      statistic: left,
      threshold: HOURS,
      isOver: left >= 0 && left <= HOURS,
      says: `booked for the person of ${first.id}, whose window ends ${sow.clock.zone.format(window.end)}, ${left.toFixed(1)} h before`,
      rows: [first.record.row, second.record.row],
    };
  });
}
