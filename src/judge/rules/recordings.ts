import { z } from 'zod';
import { clause, duration } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const recordings = defineRule({
  title: 'Recordings',
  why: 'A recording is the only proof of what was said; the SOW may owe one for each meeting.',
  stage: 'submission',
  params: z.strictObject({
    clause: clause(),
    required_for: z
      .array(z.enum(['held', 'booked', 'conversation']))
      .describe('what must have been recorded')
      .default(['held']),
    tolerance: duration().describe('by how much the lengths may differ').optional(),
    missing: z.enum(['finding', 'review', 'not_billable']).default('finding'),
  }),
  codes: {},
});
