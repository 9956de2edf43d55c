import { z } from 'zod';
import { clause, flag } from '../../sow/scalars.ts';
import { defineRule } from '../rule.ts';

export const accounts = defineRule({
  title: 'Assigned accounts',
  why: 'A vendor is paid for the accounts it was given, as they were on the booking date.',
  stage: 'scope',
  params: z.strictObject({
    clause: clause(),
    assigned_only: flag().describe('only accounts of the list count').default(true),
    match: z.enum(['domain', 'company']).describe('what ties a lead to an account').default('domain'),
  }),
  codes: {},
});
