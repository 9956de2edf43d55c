import { z } from 'zod';
import { clause, duration } from '../../sow/scalars.ts';
import type { ChainFacts, JudgedChain } from '../facts.ts';
import { keyed, lookup } from '../lookup.ts';
import { defineRule, type Saying } from '../rule.ts';

const KEYS = ['email', 'phone', 'domain', 'company', 'contact'] as const;
type Key = (typeof KEYS)[number];

export const duplicates = defineRule({
  title: 'The same lead twice',
  does: 'Compares a lead with every earlier one inside the look-back. What counts as the same, and whether an earlier lead must have been accepted or billed to block a later one, is for the SOW to say.',
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
    keys_missing: 'none of {keys} is known, so nobody can say whether the lead is new',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    const own = keysOf(chain, params.keys);
    if (own.every((key) => key === undefined)) {
      return [
        { code: 'keys_missing', result: 'review', args: { keys: params.keys.join(', ') }, needs: [...params.keys] },
      ];
    }
    const alike = earlierWith(
      ctx.earlier,
      params.keys.map((key, i) => keyed(key, own[i])),
    );
    const hits = alike.flatMap((other) => {
      if (!isInScope(chain, other, params.scope)) return [];
      if (params.lookback && !ctx.clock.reachesBack(chain.deliveredAt, other.deliveredAt, params.lookback)) return [];
      const theirs = keysOf(other, params.keys);
      const shared = params.keys.filter((_, i) => own[i] !== undefined && own[i] === theirs[i]);
      const isSame = params.match === 'all' ? shared.length === params.keys.length : shared.length > 0;
      const counts = isSame ? standing(other, params.against) : 'no';
      return counts === 'no' ? [] : [{ other, shared, counts }];
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
