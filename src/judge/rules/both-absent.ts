import { z } from 'zod';
import { clause } from '../../sow/scalars.ts';
import { courseSaying } from '../course-sayings.ts';
import { defineRule, type Saying } from '../rule.ts';

export const bothAbsent = defineRule({
  title: 'Nobody comes',
  does: 'Says what a slot is worth to which, by the log, nobody came.',
  why: 'An empty room proves nothing against either side.',
  typical: [],
  stage: 'occurrence',
  params: z.strictObject({
    clause: clause(),
    verdict: z.enum(['review', 'not_billable']).describe('what such a slot is worth').default('review'),
  }),
  codes: { both_absent: 'nobody came on {at}' },
  judge: (chain, _params, ctx): readonly Saying[] => courseSaying('both_absent', chain, ctx),
});
