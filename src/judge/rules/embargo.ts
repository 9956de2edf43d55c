import { z } from 'zod';
import { clause, count, duration, text } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const embargo = defineRule({
  title: "The client's own marketing to assigned accounts",
  why: 'Two firms that write to the same person in one week spoil the account.',
  stage: 'scope',
  params: z.strictObject({
    clause: clause(),
    allowed: z.array(text()).describe('kinds of touch that are allowed').optional(),
    max_touches: count().describe('touches of one contact by both sides').optional(),
    per: duration().optional(),
  }),
  codes: {},
});
