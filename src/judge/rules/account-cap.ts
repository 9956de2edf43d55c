import { z } from 'zod';
import { clause, count, duration } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const accountCap = defineRule({
  title: 'How many leads of one account',
  why: 'Ten contacts of one company are not ten opportunities.',
  stage: 'duplicates',
  params: z.strictObject({
    clause: clause(),
    max: count().describe('leads of one account that count'),
    per: z.enum(['domain', 'company']).default('domain'),
    within: duration().optional(),
  }),
  codes: {},
});
