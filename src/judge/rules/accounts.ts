import { z } from 'zod';
import { companyKey } from '../../link/keys.ts';
import type { RecordOf } from '../../read/records.ts';
import { clause, flag } from '../../sow/scalars.ts';
import { entriesOf, isInForce, nameOf } from '../lists.ts';
import { settledBy } from '../needs.ts';
import { defineRule, type Saying } from '../rule.ts';

export const accounts = defineRule({
  title: 'Assigned accounts',
  does: 'Pays only for leads whose account stood on the list of assigned accounts on the booking date.',
  why: 'A vendor is paid for the accounts it was given, as they were on the booking date.',
  typical: [
    {
      param: 'assigned_only',
      value: 'the prospect must be on the audience or list set up for the client',
      source: 'cience.com/pay-for-appointment-terms',
    },
  ],
  stage: 'scope',
  needs: ['accounts'],
  params: z.strictObject({
    clause: clause(),
    assigned_only: flag().describe('only accounts of the list count').default(true),
    match: z.enum(['domain', 'company']).describe('what ties a lead to an account').default('domain'),
  }),
  codes: {
    assigned: '{account} was assigned on {at}',
    not_assigned: '{account} was not assigned on {at}',
    account_in_doubt: '{account} may be {entry} of the list: the two rows do not tell',
    account_unknown: 'the {match} of the account is not known',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    if (!params.assigned_only) return [];
    const account = chain.contact[params.match];
    if (account === undefined) {
      return [
        {
          code: 'not_assigned',
          sentence: 'account_unknown',
          result: 'review',
          args: { match: params.match },
          needs: [`the ${params.match} of the account`],
        },
      ];
    }
    const at = ctx.clock.zone.dateAt(chain.bookedAt);
    const { same, doubtful } = entriesOf(chain, ctx.known.accounts);
    const near = [...same, ...doubtful].filter((row) => isInForce(row, at, ctx.clock.zone));
    const isIts = ({ domain, company }: RecordOf<'accounts'>): boolean =>
      (params.match === 'domain' ? domain : companyKey(company)) === account;
    const entry = near.find(isIts);
    const args = { account, at };
    if (entry) return [{ code: 'assigned', result: 'pass', args, evidence: [entry.row] }];
    // By domain, another domain is another account.
    const doubt = near.find(({ domain }) => params.match === 'company' || domain === undefined);
    if (!doubt) return [{ code: 'not_assigned', result: 'fail', args }];
    const inDoubt = { ...args, entry: nameOf(doubt) };
    const needs = [settledBy('whether they are one', `then add ${account} to the list, else waive it`)];
    return [
      {
        code: 'not_assigned',
        sentence: 'account_in_doubt',
        result: 'review',
        args: inDoubt,
        evidence: [doubt.row],
        needs,
      },
    ];
  },
});
