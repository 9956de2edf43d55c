import { z } from 'zod';
import { clause, duration, share, text } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const reporting = defineRule({
  title: 'What the vendor must report, and when',
  why: 'A report that comes late or with empty cells cannot be checked in time.',
  stage: 'submission',
  params: z.strictObject({
    clause: clause(),
    due: duration().describe('after the end of the period').optional(),
    required: z.array(text()).describe('fields that must be filled').optional(),
    reason_required_for: z.array(text()).describe('outcomes that need a reason').optional(),
    fill: share().describe('share of rows that must have the required fields').optional(),
  }),
  codes: {},
});
