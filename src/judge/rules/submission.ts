import { z } from 'zod';
import { clause, duration } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const submission = defineRule({
  title: 'Until when the vendor may bill',
  why: 'Claims for long past months cannot be checked any more.',
  stage: 'submission',
  params: z.strictObject({
    clause: clause(),
    within: duration().describe('from the recognition date to the receipt of the invoice').optional(),
    late: z.enum(['reject', 'next_period']).default('reject'),
  }),
  codes: {},
});
