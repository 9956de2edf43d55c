import { z } from 'zod';
import { clause, duration, text } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const attribution = defineRule({
  title: 'Who brought the lead',
  why: "An inbound request before the first real touch is the client's own work.",
  stage: 'attribution',
  params: z.strictObject({
    clause: clause(),
    level: z.enum(['contact', 'account']).describe('whose touches and requests count').default('contact'),
    qualifying_touch: z
      .union([z.literal('any'), z.strictObject({ talk: duration() })], {
        error: 'expected `any` or `{ talk: 60 seconds }`',
      })
      .default('any'),
    credit_after_touch: duration().describe('how long a touch earns the credit for an inbound request').optional(),
    inbound_lookback: duration().describe('older requests do not count').optional(),
    tie: z.enum(['client', 'vendor']).describe('touch and request at the same instant').default('client'),
    handover: z
      .strictObject({
        rate_class: text().describe('the class in which a lead bills that the client handed over'),
        first_attempt_within: duration().optional(),
      })
      .optional(),
  }),
  codes: {},
});
