import { z } from 'zod';
import { clause, duration } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const clientDuties = defineRule({
  title: 'What the client owes',
  why: "Late feedback and missing leads are the client's fault, and the audit is symmetric.",
  stage: 'submission',
  params: z.strictObject({
    clause: clause(),
    feedback_within: duration().optional(),
    handover_every: duration().optional(),
    follow_up_within: duration().optional(),
  }),
  codes: {},
});
