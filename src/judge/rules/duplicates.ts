import { z } from 'zod';
import { isKnown } from '../../link/persons.ts';
import { isIn } from '../../sow/period.ts';
import { clause, duration } from '../../sow/scalars.ts';
import type { ChainFacts, JudgedChain } from '../facts.ts';
import { keyed, lookup } from '../lookup.ts';
import { defineRule, type FindContext, type Found, found, type Saying } from '../rule.ts';

const KEYS = ['email', 'phone', 'domain', 'company', 'contact'] as const;
type Key = (typeof KEYS)[number];

export const duplicates = defineRule({
  title: 'The same lead twice',
  does: 'Compares a lead with every earlier one inside the look-back. What counts as the same, and whether an earlier lead must have been accepted or billed to block a later one, is for the SOW to say. A person who was a lead before under other keys is told, and blocks nothing.',
  why: 'A lead is paid for once; the SOW says what makes two rows one lead and how far back it looks.',
  typical: [
    {
      param: 'lookback',
      value: '30 days, from the same vendor',
      source: 'activeprospect.com/blog/simple-ways-to-block-duplicate-leads',
    },
    { param: 'against', value: 'valid or billable leads', source: 'support.convertrmedia.com (duplicate field check)' },
    {
      param: 'scope',
      value: 'campaign, advertiser or the whole enterprise',
      source: 'support.convertrmedia.com (duplicate field check)',
    },
  ],
  stage: 'duplicates',
  finds: ['person_again'],
  params: z.strictObject({
    clause: clause(),
    keys: z.array(z.enum(KEYS)).min(1).describe('what makes two leads the same; `contact` is name and company'),
    match: z.enum(['any', 'all']).describe('any key, or all of them').default('any'),
    lookback: duration().describe('how far back, by date').optional(),
    against: z
      .enum(['any', 'delivered', 'accepted', 'billable'])
      .describe('any: every earlier row; delivered: every earlier lead or chain; or only accepted or billable ones')
      .default('delivered'),
    scope: z.enum(['vendor', 'campaign', 'all']).describe('where it looks').default('vendor'),
  }),
  codes: {
    duplicate_contact: '{keys} as in {of}, delivered {at}',
    no_duplicate: 'no earlier lead has the same {keys}',
    keys_missing: 'without {keys} nobody can say whether the lead is new',
  },
  find: personsAgain,
  judge: (chain, params, ctx): readonly Saying[] => {
    const own = keysOf(chain, params.keys);
    if (own.every((key) => key === undefined)) {
      return [
        { code: 'keys_missing', result: 'review', args: { keys: params.keys.join(' or ') }, needs: [...params.keys] },
      ];
    }
    const alike = earlierWith(
      ctx.earlier,
      params.keys.map((key, i) => keyed(key, own[i])),
    );
    const hits = alike.flatMap((other) => {
      if (!isInScope(chain, other, params.scope)) return [];
      if (params.lookback && !ctx.clock.reachesBack(chain.deliveredAt, other.deliveredAt, params.lookback)) return [];
      const shared = sharedKeys(chain, other, params);
      const counts = shared ? standing(other, params.against) : 'no';
      return !shared || counts === 'no' ? [] : [{ other, shared, counts }];
    });
    const order = ['yes', 'review', 'pending'] as const;
    const hit = order.flatMap((level) => hits.filter((h) => h.counts === level))[0];
    if (!hit) return [{ code: 'no_duplicate', result: 'pass', args: { keys: params.keys.join(', ') } }];
    const { other, shared, counts } = hit;
    return [
      {
        code: 'duplicate_contact',
        result: counts === 'yes' ? 'fail' : counts,
        args: { keys: shared.join(', '), of: other.id, at: ctx.clock.zone.dateAt(other.deliveredAt) },
        evidence: [other.record.row],
        duplicateOf: other.id,
        ...(counts === 'pending' ? { ends: other.resolvesAt } : {}),
        ...(counts === 'review' ? { needs: [`the verdict of ${other.id}`] } : {}),
      },
    ];
  },
});

/** The keys that two leads share, where they make them the same. */
function sharedKeys(
  chain: ChainFacts,
  other: ChainFacts,
  { keys, match }: { readonly keys: readonly Key[]; readonly match: 'any' | 'all' },
): readonly Key[] | undefined {
  const [own, theirs] = [keysOf(chain, keys), keysOf(other, keys)];
  const shared = keys.filter((_, i) => own[i] !== undefined && own[i] === theirs[i]);
  return (match === 'all' ? shared.length === keys.length : shared.length > 0) ? shared : undefined;
}

/** Leads of the month whose person was a lead before, which the keys of the SOW do not show: two addresses, two spellings. */
function personsAgain({ chains, clock, period }: FindContext): Found[] {
  return chains.flatMap((chain): Found[] => {
    const terms = chain.terms.rules.duplicates;
    if (!terms || chain.verdict === 'not_billable' || !isIn(period, clock.zone.dateAt(chain.deliveredAt))) return [];
    const { scope, lookback, against, keys } = terms;
    const same = ofPersons(chains, personsOf(chain));
    const other = same
      .slice(0, same.indexOf(chain))
      .find(
        (earlier) =>
          isInScope(chain, earlier, scope) &&
          (!lookback || clock.reachesBack(chain.deliveredAt, earlier.deliveredAt, lookback)) &&
          standing(earlier, against) !== 'no' &&
          !sharedKeys(chain, earlier, terms),
      );
    if (!other) return [];
    const args = {
      id: chain.id,
      who: whoIs(chain),
      of: other.id,
      whom: whoIs(other),
      at: clock.zone.dateAt(other.deliveredAt),
      keys: keys.join(', '),
    };
    return [found('person_again', args, [chain.record.row, other.record.row])];
  });
}

/** Who the person behind a lead is: by its rows, and by the records of the CRM that are theirs, at whatever time. */
const personsOf = ({ slots }: ChainFacts): string[] =>
  slots.flatMap(({ person, evidence }) => [
    ...(isKnown(person) ? [`person ${person}`] : []),
    ...[...evidence.crm, ...evidence.elsewhere].map(({ row }) => `crm ${row.file} ${row.n}`),
  ]);
const ofPersons = lookup(personsOf);

const whoIs = ({ record }: ChainFacts): string =>
  [record.contact_name, record.email ?? record.phone].filter(Boolean).join(', ');

const earlierWith = lookup((chain: ChainFacts) => keysOf(chain, KEYS).map((value, i) => keyed(KEYS[i] ?? '', value)));

function keysOf(chain: ChainFacts, keys: readonly Key[]): (string | undefined)[] {
  const { email, phone, domain, company, name } = chain.contact;
  const values: Record<Key, string | undefined> = {
    email,
    phone,
    domain,
    company,
    contact: name && company ? `${name}|${company}` : undefined,
  };
  return keys.map((key) => values[key]);
}

function isInScope(chain: ChainFacts, other: ChainFacts, scope: 'vendor' | 'campaign' | 'all'): boolean {
  if (scope === 'all') return true;
  const vendor = ({ record }: ChainFacts): string | undefined => record.vendor?.trim().toLowerCase();
  return vendor(chain) === vendor(other) && (scope === 'vendor' || chain.record.campaign === other.record.campaign);
}

/** Whether an earlier chain counts as one to be a duplicate of; of a chain in review that is not known yet either. */
function standing(
  other: JudgedChain,
  against: 'any' | 'delivered' | 'accepted' | 'billable',
): 'yes' | 'no' | 'pending' | 'review' {
  if (against === 'any' || against === 'delivered') return other.verdict === 'review' ? 'review' : 'yes';
  if (against === 'accepted') {
    const { state } = other.acceptance;
    if (state === 'explicit' || state === 'deemed') return 'yes';
    return state === 'open' ? 'pending' : state === 'silent' || state === 'contested' ? 'review' : 'no';
  }
  return other.verdict === 'billable' ? 'yes' : other.verdict === 'not_billable' ? 'no' : other.verdict;
}
