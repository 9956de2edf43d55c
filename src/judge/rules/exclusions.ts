import { getDomain } from 'tldts';
import { z } from 'zod';
import { accountNamed, compareAccounts } from '../../link/identity/accounts.ts';
import type { Instant, RowRef } from '../../model.ts';
import type { ListEntry, Opportunity } from '../../read/records.ts';
import { percent } from '../../sow/decimal.ts';
import { clause, duration, share, text } from '../../sow/scalars.ts';
import type { ChainFacts, JudgeContext } from '../facts.ts';
import { accountOfChain, entriesOf, isInForce, isPersonOf, nameOf, namesAccount } from '../lists.ts';
import { settledBy } from '../needs.ts';
import { closedAt, endOf, enteredAt, historiesOf, lastOf } from '../opportunities.ts';
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
  does: 'Pays nothing for the accounts and people that the SOW rules out, by the lists as they bound the vendor on the booking date. A customer list whose date of sending nobody knows is a question, not a hit; so is an entry that may be another account of nearly the same name.',
  why: 'Meetings with customers, competitors or own staff are no new business.',
  typical: [
    {
      param: 'customers',
      value: 'not an existing customer',
      source: 'scileads.com/referral-program-terms-and-conditions',
    },
    {
      param: 'open_opportunities',
      value: 'not in an open opportunity stage of the CRM when the call is scheduled',
      source: 'scileads.com/referral-program-terms-and-conditions',
    },
    {
      param: 'named',
      value: 'a lead on the suppression list is returned and replaced',
      source: 'PeerSpot delivery policies (leads return policy)',
    },
  ],
  stage: 'exclusions',
  params: z.strictObject({
    clause: clause(),
    customers: customers.optional(),
    open_opportunities: z
      .strictObject({ stages: z.array(text()).min(1).describe('stages in which an opportunity is open') })
      .optional(),
    competitors: z.strictObject({}).describe('accounts on the list of competitors are out').optional(),
    own_staff: z.strictObject({}).describe('contacts at client_domains or vendor_domains are out').optional(),
    named: z
      .strictObject({ file: text().describe('a list with the columns domain or company or email, from, to') })
      .optional(),
  }),
  codes: {
    excluded_customer: '{account} is a customer since {since}',
    list_version_unknown:
      '{account} stands on the customer list, but nobody knows when that list was sent to the vendor',
    cross_sell: '{account} is a customer that does not own {product}: {factor} of the price',
    excluded_open_opportunity: '{account} has an open opportunity in stage {stage} since {since}',
    stage_then_unknown:
      '{account} has an opportunity since {since}, of which nobody knows in which stage it was then (later: {stage})',
    stage_unknown: '{account} has an opportunity in stage {stage}, but nobody knows since when',
    list_in_doubt: '{account} may be {entry} of the list: the two rows do not tell',
    person_of_firm: 'the list names {person} at {account}; whether it means all of the firm it does not say',
    excluded_competitor: '{account} stands on the list of competitors',
    excluded_own_staff: '{account} is own staff of the client or the vendor',
    excluded_named: '{account} stands on the list of named exclusions',
    product_unknown: '{account} is a customer; whether it owns {product} is not known',
    account_unknown: 'neither company nor domain is known: nobody can say whether the list of {lists} bars them',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    const { customers: terms, open_opportunities: open } = params;
    const { known } = ctx;
    const listed = (code: 'excluded_competitor' | 'excluded_named', what: string, list: readonly ListEntry[]): Heard =>
      hear(chain, what, list, (entries) => judgeList(code, chain, entries, ctx));
    const heard = [
      ...(terms ? [hear(chain, 'customers', known.customers, (all) => judgeCustomers(chain, all, terms, ctx))] : []),
      ...(open
        ? [
            hear(chain, 'open opportunities', known.opportunities, (all) =>
              judgeOpportunities(chain, all, open.stages, ctx),
            ),
          ]
        : []),
      ...(params.competitors ? [listed('excluded_competitor', 'competitors', known.competitors)] : []),
      ...(params.named ? [listed('excluded_named', 'named exclusions', known.named)] : []),
    ];
    const lists = heard.flatMap(({ what, couldBar }) => (couldBar ? [what] : []));
    const unknown: Saying[] = lists.length
      ? [
          {
            code: 'account_unknown',
            result: 'review',
            args: { lists: lists.join(' or ') },
            needs: ['the company, or its domain'],
          },
        ]
      : [];
    return [...heard.flatMap(({ says }) => says), ...(params.own_staff ? judgeStaff(chain, ctx) : []), ...unknown];
  },
});

/** What a list says of a lead, and whether it could bar them if anybody knew where they work. */
interface Heard {
  readonly what: string;
  readonly says: readonly Saying[];
  readonly couldBar: boolean;
}

function hear<E extends Named>(
  chain: ChainFacts,
  what: string,
  list: readonly E[],
  judge: (entries: readonly E[]) => readonly Saying[],
): Heard {
  const { account, shownBy } = accountOfChain(chain);
  const says = sureOrInDoubt(chain, list, judge).map((saying) =>
    shownBy ? { ...saying, evidence: [...(saying.evidence ?? []), shownBy] } : saying,
  );
  const isUnknown = account.name === undefined && account.domain === undefined;
  const couldBar = isUnknown && says.length === 0 && judge(list.filter(namesAccount)).length > 0;
  return { what, says, couldBar };
}

/** What the entries of an account say; of those that may be another account, that they are in doubt. */
function sureOrInDoubt<E extends Named>(
  chain: ChainFacts,
  list: readonly E[],
  judge: (entries: readonly E[]) => readonly Saying[],
): readonly Saying[] {
  const { same, doubtful } = entriesOf(chain, list);
  const said = judge(same);
  const [would] = said.length ? [] : judge(doubtful);
  const entry = doubtful.find(({ row }) => would?.evidence?.includes(row));
  if (!entry) return said;
  const { domain } = chain.contact;
  const { company } = chain.record;
  const args = { account: bothNames(company, domain), entry: bothNames(entry.company ?? entry.account, entry.domain) };
  if (isPersonOf(entry)) {
    const person = { account: bothNames(company, domain), person: entry.email ?? '' };
    const firm = [
      settledBy('whether the firm is meant', 'then give it a row without an address, else take it out of that row'),
    ];
    const sentence = 'person_of_firm';
    return [{ code: 'list_in_doubt', sentence, result: 'review', args: person, evidence: [entry.row], needs: firm }];
  }
  const needs = [settledBy('whether they are one', `then add ${domain ?? company} to the list, else waive it`)];
  return [{ code: 'list_in_doubt', result: 'review', args, evidence: [entry.row], needs }];
}
type Named = Parameters<typeof nameOf>[0] & { readonly row: RowRef };

/** `Acme Inc (acme.com)`. */
const bothNames = (company: string | undefined, domain: string | undefined): string =>
  [company, domain && (company ? `(${domain})` : domain)].filter(Boolean).join(' ');

function judgeCustomers(
  chain: ChainFacts,
  all: readonly ListEntry[],
  terms: z.output<typeof customers>,
  ctx: JudgeContext,
): Saying[] {
  const at: Instant = terms.as_of === 'held' ? (chain.course.slot?.start ?? chain.bookedAt) : chain.bookedAt;
  const day = ctx.clock.zone.dateAt(at);
  const dayOf = (instant: Instant): string => ctx.clock.zone.dateAt(instant);
  const inForce = all.filter(
    (e) =>
      (e.since === undefined || e.since <= at) &&
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
  const account = first.domain ?? first.company ?? nameOf(first);
  const args = { account, since: first.since === undefined ? 'an unknown date' : dayOf(first.since) };
  if (!binding.length)
    return [
      {
        code: 'list_version_unknown',
        result: 'review',
        args,
        evidence,
        needs: [settledBy('when it was sent', '`sent_at` in sources.customers')],
      },
    ];

  const product = chain.record.product?.trim().toLowerCase();
  if (terms.cross_sell && product && terms.cross_sell.products.some((p) => p.toLowerCase() === product)) {
    const named = {
      ...args,
      product: chain.record.product ?? '',
      factor: percent(terms.cross_sell.factor),
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

/** A list whose entries exclude while they are in force on the booking date. */
function judgeList(
  code: 'excluded_competitor' | 'excluded_named',
  chain: ChainFacts,
  all: readonly ListEntry[],
  ctx: JudgeContext,
): Saying[] {
  const day = ctx.clock.zone.dateAt(chain.bookedAt);
  const hit = all.find(
    (entry) =>
      isInForce(entry, day, ctx.clock.zone) && (entry.sent_at === undefined || entry.sent_at <= chain.bookedAt),
  );
  return hit ? [{ code, result: 'fail', args: { account: nameOf(hit) }, evidence: [hit.row] }] : [];
}

/** Contacts at a domain of the client or the vendor; where nobody knows the domain, at a company of their name. */
function judgeStaff(chain: ChainFacts, { sow }: JudgeContext): Saying[] {
  const { account, shownBy } = accountOfChain(chain);
  const { client, vendor, client_domains, vendor_domains } = sow.sow;
  const domains = [...client_domains, ...vendor_domains].map((d) => getDomain(d) ?? d);
  const isOwn = account.domain
    ? domains.includes(account.domain)
    : [client, vendor].some((name) => compareAccounts(account, accountNamed(name, undefined)) === 'same');
  if (!isOwn) return [];
  const args = { account: account.domain ?? chain.record.company ?? account.name?.key ?? '' };
  return [{ code: 'excluded_own_staff', result: 'fail', args, ...(shownBy ? { evidence: [shownBy] } : {}) }];
}

/** The stage of each opportunity of the account on the booking date: its last stage entered by then. */
function judgeOpportunities(
  chain: ChainFacts,
  own: readonly Opportunity[],
  stages: readonly string[],
  ctx: JudgeContext,
): Saying[] {
  const at = chain.bookedAt;
  const listed = new Set(stages.map((stage) => stage.trim().toLowerCase()));
  const isListed = ({ stage = '' }: Opportunity): boolean => listed.has(stage.trim().toLowerCase());
  const dayOf = (t: Instant | undefined): string => (t === undefined ? 'an unknown date' : ctx.clock.zone.dateAt(t));
  const { domain, company } = chain.contact;
  const account = domain ?? company ?? '';
  return historiesOf(own).flatMap((history): Saying[] => {
    const isClosed = (o: Opportunity): boolean => (closedAt(o) ?? Number.POSITIVE_INFINITY) <= at;
    const dated = history.filter((o) => enteredAt(o) !== undefined);
    const current = lastOf(dated, at);
    const asked = (sentence: 'stage_unknown' | 'stage_then_unknown', shown: Opportunity, since: string): Saying => ({
      code: 'excluded_open_opportunity',
      sentence,
      result: 'review',
      args: { account, stage: shown.stage ?? '?', since },
      evidence: [shown.row],
      needs: ['the stage on the booking date'],
    });
    if (current ? isClosed(current) : history.some(isClosed)) return [];
    if (current) {
      // Stages of which no row says when they were entered may both be the one of then.
      const rivals = dated.filter((o) => o.stage_at === undefined && enteredAt(o) === enteredAt(current));
      if (rivals.some((o) => isListed(o) !== isListed(current)))
        return [asked('stage_then_unknown', current, dayOf(enteredAt(current)))];
      // It ended on a day that nobody knows: then it may have been open.
      if (endOf(current) && closedAt(current) === undefined && isListed(current))
        return [asked('stage_then_unknown', current, dayOf(enteredAt(current)))];
      const args = { account, stage: current.stage ?? '?', since: dayOf(enteredAt(current)) };
      return isListed(current)
        ? [{ code: 'excluded_open_opportunity', result: 'fail', args, evidence: [current.row] }]
        : [];
    }
    const undated = history.find((o) => enteredAt(o) === undefined && isListed(o));
    if (undated) return [asked('stage_unknown', undated, dayOf(undefined))];
    // It was there, and all that is known is what became of it later.
    const later = history.find((o) => (o.created_at ?? Number.POSITIVE_INFINITY) <= at);
    return later ? [asked('stage_then_unknown', later, dayOf(later.created_at))] : [];
  });
}
