import { z } from 'zod';
import { companyKey } from '../../link/keys.ts';
import type { Instant } from '../../model.ts';
import type { ListEntry } from '../../read/records.ts';
import { clause, duration, share, text } from '../../sow/scalars.ts';
import type { ChainFacts, JudgeContext } from '../facts.ts';
import { defineRule, type Saying } from '../rule.ts';

const customers = z.strictObject({
  as_of: z.enum(['booked', 'held']).describe('on which date the account must not be a customer').default('booked'),
  grace: duration().describe('how long after a list was sent it binds the vendor').optional(),
  cross_sell: z
    .strictObject({
      products: z.array(text()).min(1).describe('products that may be sold to customers'),
      factor: share().describe('of the tier price'),
    })
    .optional(),
});

export const exclusions = defineRule({
  title: 'Who may not be sold to',
  why: 'Meetings with customers, competitors or own staff are no new business.',
  stage: 'exclusions',
  params: z.strictObject({
    clause: clause(),
    customers: customers.optional(),
    open_opportunities: z
      .strictObject({ stages: z.array(text()).min(1).describe('stages in which an opportunity is open') })
      .optional(),
    competitors: z.strictObject({}).optional(),
    own_staff: z.strictObject({}).optional(),
    named: z
      .strictObject({ file: text().describe('a list with the columns domain or company or email, from, to') })
      .optional(),
  }),
  codes: {
    excluded_customer: '{account} is a customer since {since}',
    list_version_unknown:
      '{account} stands on the customer list, but nobody knows when that list was sent to the vendor',
    cross_sell: '{account} is a customer that does not own {product}: {factor} of the price',
    product_unknown: '{account} is a customer; whether it owns {product} is not known',
  },
  judge: (chain, params, ctx): readonly Saying[] =>
    params.customers ? judgeCustomers(chain, params.customers, ctx) : [],
});

/** The list entries of the chain's account: by domain, or by company where a side has no domain. */
function entriesOf(chain: ChainFacts, list: readonly ListEntry[]): ListEntry[] {
  const { domain, company, email } = chain.contact;
  return list.filter((entry) => {
    if (entry.email !== undefined) return entry.email === email;
    if (entry.domain !== undefined && domain !== undefined) return entry.domain === domain;
    return entry.company !== undefined && company !== undefined && companyKey(entry.company) === company;
  });
}

function judgeCustomers(chain: ChainFacts, terms: z.output<typeof customers>, ctx: JudgeContext): Saying[] {
  const at: Instant = terms.as_of === 'held' ? (chain.course.slot?.start ?? chain.bookedAt) : chain.bookedAt;
  const day = ctx.clock.zone.dateAt(at);
  const dayOf = (instant: Instant): string => ctx.clock.zone.dateAt(instant);
  const inForce = entriesOf(chain, ctx.customers).filter(
    (e) =>
      (e.since === undefined || dayOf(e.since) <= day) &&
      (e.from === undefined || dayOf(e.from) <= day) &&
      (e.to === undefined || dayOf(e.to) >= day),
  );
  const binding = inForce.filter(
    (e) => e.sent_at !== undefined && (terms.grace ? ctx.clock.endOf(e.sent_at, terms.grace) : e.sent_at) <= at,
  );
  const undated = inForce.filter((e) => e.sent_at === undefined);
  const entries = binding.length ? binding : undated;
  const [first] = entries;
  if (!first) return [];
  const evidence = entries.map((e) => e.row);
  const account = first.domain ?? first.company ?? '';
  const args = { account, since: first.since === undefined ? 'an unknown date' : dayOf(first.since) };
  if (!binding.length)
    return [
      { code: 'list_version_unknown', result: 'review', args, evidence, needs: ['sent_at of the customer list'] },
    ];

  const product = chain.record.product?.trim().toLowerCase();
  if (terms.cross_sell && product && terms.cross_sell.products.some((p) => p.toLowerCase() === product)) {
    const named = {
      ...args,
      product: chain.record.product ?? '',
      factor: `${terms.cross_sell.factor.amount}e-${terms.cross_sell.factor.scale}`,
    };
    if (!entries.some((e) => e.product?.trim().toLowerCase() === product)) {
      return entries.some((e) => e.product === undefined)
        ? [
            {
              code: 'product_unknown',
              result: 'review',
              args: named,
              evidence,
              needs: [`whether ${account} owns ${product}`],
            },
          ]
        : [{ code: 'cross_sell', result: 'pass', args: named, evidence }];
    }
  }
  return [{ code: 'excluded_customer', result: 'fail', args, evidence }];
}
