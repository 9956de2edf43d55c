import { z } from 'zod';
import { clause, duration, moment } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const termination = defineRule({
  title: 'The end of the contract',
  why: 'Meetings booked before the notice are often held after the end; the SOW says which are paid.',
  stage: 'scope',
  params: z.strictObject({
    clause: clause(),
    notice: duration().describe('from deemed receipt, the receipt day not counted').optional(),
    after_hours: z.enum(['next_business_day', 'same']).describe('receipt after close').default('next_business_day'),
    received: moment().describe('when notice was received, once it was given').optional(),
    tail: duration().describe('held this long after the end still bills').optional(),
    tail_for: z.enum(['booked_before_receipt', 'booked_before_end']).default('booked_before_receipt'),
  }),
  codes: {},
});
