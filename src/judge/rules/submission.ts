import { z } from 'zod';
import { clause, duration } from '../../sow/scalars.ts';
import { billingsOf } from '../billing.ts';
import { defineRule, type Saying } from '../rule.ts';

export const submission = defineRule({
  title: 'Until when the vendor may bill',
  does: 'Compares the day on which the invoice came with the day on which the lead was recognized. Too late it is not paid, or counts in the period in which the invoice came.',
  why: 'Claims for long past months cannot be checked any more.',
  typical: [{ param: 'within', value: '30 days', source: 'seniorleads.freshdesk.com, article 5000535032' }],
  stage: 'submission',
  needs: ['invoice'],
  params: z.strictObject({
    clause: clause(),
    within: duration().describe('from the recognition date to the receipt of the invoice').optional(),
    late: z.enum(['reject', 'next_period']).describe('next_period: it counts where the invoice came').default('reject'),
  }),
  codes: {
    in_time: 'claimed on {at}, by {end}',
    late_claim: 'claimed on {at}; the clause allows it until {end}',
    claimed_later: 'claimed on {at}, after {end}: it counts in the period in which the invoice came',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    const [{ recognized }] = billingsOf(chain, ctx.sow);
    if (!params.within || chain.invoicedAt === undefined) return [];
    const end = ctx.clock.endOf(recognized, params.within);
    const args = { at: ctx.clock.zone.dateAt(chain.invoicedAt), end: ctx.clock.zone.dateAt(end) };
    if (chain.invoicedAt <= end) return [{ code: 'in_time', result: 'pass', args }];
    return params.late === 'reject'
      ? [{ code: 'late_claim', result: 'fail', args }]
      : [{ code: 'claimed_later', result: 'pass', args }];
  },
});
