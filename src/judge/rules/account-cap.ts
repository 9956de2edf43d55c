import { z } from 'zod';
import { clause, count, duration } from '../../sow/scalars.ts';
import type { ChainFacts } from '../facts.ts';
import { keyed, lookup } from '../lookup.ts';
import { defineRule, type Saying } from '../rule.ts';

const earlierOf = lookup(({ contact }: ChainFacts) => [
  keyed('domain', contact.domain),
  keyed('company', contact.company),
]);

export const accountCap = defineRule({
  title: 'How many leads of one account',
  does: 'Counts the earlier leads of the same account that are billable or may still become so; the one beyond the limit pays nothing.',
  why: 'Ten contacts of one company are not ten opportunities.',
  typical: [
    { param: 'max', value: '4 of one domain in a campaign', source: 'PeerSpot delivery policies (campaign pacing)' },
    {
      param: 'max',
      value: '5 of one domain in a campaign, in an example',
      source: 'support.convertrmedia.com (duplicate field check)',
    },
  ],
  stage: 'duplicates',
  params: z.strictObject({
    clause: clause(),
    max: count().describe('leads of one account that count'),
    per: z.enum(['domain', 'company']).describe('what makes two leads of one account').default('domain'),
    within: duration().describe('how far back, by date').optional(),
  }),
  codes: {
    account_cap:
      '{account} has {n} earlier {n|lead that counts or may count|leads that count or may count}; the clause allows {max}',
    below_cap: 'lead {n} of {max} of {account}',
    account_unknown: 'the {per} of the account is not known',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    const account = chain.contact[params.per];
    if (account === undefined) {
      return [
        {
          code: 'account_cap',
          sentence: 'account_unknown',
          result: 'review',
          args: { per: params.per },
          needs: [`the ${params.per} of the account`],
        },
      ];
    }
    const earlier = earlierOf(ctx.earlier, [keyed(params.per, account)]).filter(
      (other) =>
        other.record.vendor === chain.record.vendor &&
        other.verdict !== 'not_billable' &&
        (!params.within || ctx.clock.reachesBack(chain.deliveredAt, other.deliveredAt, params.within)),
    );
    const sure = earlier.filter((other) => other.verdict === 'billable').length;
    const inReview = earlier.filter((other) => other.verdict === 'review').length;
    const args = { account, max: params.max };
    if (earlier.length < params.max)
      return [{ code: 'below_cap', result: 'pass', args: { ...args, n: earlier.length + 1 } }];
    const result = sure >= params.max ? 'fail' : sure + inReview >= params.max ? 'review' : 'pending';
    const waiting = earlier.flatMap((other) => other.resolvesAt ?? []);
    return [
      {
        code: 'account_cap',
        result,
        args: { ...args, n: earlier.length },
        evidence: earlier.map((other) => other.record.row),
        ...(result === 'pending' && waiting.length ? { ends: Math.max(...waiting) } : {}),
        ...(result === 'review'
          ? { needs: earlier.filter((o) => o.verdict === 'review').map((o) => `the verdict of ${o.id}`) }
          : {}),
      },
    ];
  },
});
