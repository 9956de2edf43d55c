import { z } from 'zod';
import type { Instant } from '../../model.ts';
import type { Clock } from '../../sow/clock.ts';
import { readMoment } from '../../sow/moment.ts';
import { clause, duration, moment } from '../../sow/scalars.ts';
import { defineRule, type Saying } from '../rule.ts';

const params = z.strictObject({
  clause: clause(),
  notice: duration().describe('from deemed receipt, the receipt day not counted').optional(),
  after_hours: z
    .enum(['next_business_day', 'same'])
    .describe(
      'receipt after close or on a closed day: deemed at the opening of the next business day (default with `sow.business_hours`), or at once',
    )
    .optional(),
  received: moment().describe('when notice was received, once it was given').optional(),
  tail: duration().describe('held this long after the end still bills').optional(),
  tail_for: z
    .enum(['booked_before_receipt', 'booked_before_end'])
    .describe('which meetings the tail is for')
    .default('booked_before_receipt'),
});

export const termination = defineRule({
  title: 'The end of the contract',
  does: 'Works out the day on which the contract ends from the receipt of the notice, and says which meetings held after it are still paid: those in the tail that were booked early enough.',
  why: 'Meetings booked before the notice are often held after the end; the SOW says which are paid.',
  typical: [
    {
      param: 'notice',
      value: '30 days for convenience',
      source: 'launchleads.com/buyers-guides/termination-clauses-protect-you',
    },
    {
      param: 'notice',
      value: '10 days before the term ends, else it renews',
      source: 'cience.com/pay-for-appointment-terms',
    },
    { param: 'notice', value: '60 days', source: 'RMH Teleservices agreement (contracts.justia.com, 1122843)' },
  ],
  stage: 'scope',
  params,
  codes: {
    in_term: 'held on {at}, before the contract ends on {end}',
    in_tail: 'held on {at}, after the contract ended on {end}, but in the tail (until {tail})',
    after_term: '{what} on {at}, after the contract ended on {end}',
    after_tail: 'held on {at}; the tail ended on {tail}',
    not_in_tail: 'held on {at}, after the contract ended on {end}; booked on {booked}, too late for the tail',
  },
  judge: (chain, terms, ctx): readonly Saying[] => {
    const ended = endOfContract(terms, ctx.clock);
    if (!ended) return [];
    const day = (t: Instant): string => ctx.clock.zone.dateAt(t);
    const { receipt, end } = ended;
    const held = chain.occurs && chain.course.result === 'pass' ? chain.course.slot?.start : undefined;
    const tail = terms.tail ? ctx.clock.endOf(end, terms.tail) : end;
    const args = { end: day(end), tail: day(tail), booked: day(chain.bookedAt) };
    if (chain.bookedAt > end)
      return [{ code: 'after_term', result: 'fail', args: { ...args, at: day(chain.bookedAt), what: 'booked' } }];
    if (held === undefined) return [];
    const at = day(held);
    if (held <= end) return [{ code: 'in_term', result: 'pass', args: { ...args, at } }];
    if (!terms.tail) return [{ code: 'after_term', result: 'fail', args: { ...args, at, what: 'held' } }];
    if (held > tail) return [{ code: 'after_term', sentence: 'after_tail', result: 'fail', args: { ...args, at } }];
    const isCovered = terms.tail_for === 'booked_before_end' || chain.bookedAt < receipt;
    return isCovered
      ? [{ code: 'in_tail', result: 'pass', args: { ...args, at } }]
      : [{ code: 'after_term', sentence: 'not_in_tail', result: 'fail', args: { ...args, at } }];
  },
});

/** When notice counts as received, and the last moment of the contract; undefined while no notice was given. */
export function endOfContract(
  terms: z.output<typeof params>,
  clock: Clock,
): { receipt: Instant; end: Instant } | undefined {
  if (terms.received === undefined || !terms.notice) return undefined;
  const received = readMoment(terms.received, clock.zone);
  const receipt = terms.after_hours === 'same' ? received : clock.deemedAt(received);
  return { receipt, end: clock.endOf(receipt, terms.notice) };
}
