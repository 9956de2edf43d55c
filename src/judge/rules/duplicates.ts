import { z } from 'zod';
import { isKnown } from '../../link/persons.ts';
import { deliveredAt } from '../../link/slots.ts';
import type { Instant, RowRef } from '../../model.ts';
import { isIn } from '../../sow/period.ts';
import { clause, duration } from '../../sow/scalars.ts';
import type { ChainFacts, JudgedChain } from '../facts.ts';
import { keyed, lookup } from '../lookup.ts';
import { defineRule, type FindContext, type Found, found, type Saying } from '../rule.ts';

const KEYS = ['email', 'phone', 'domain', 'company', 'contact'] as const;
type Key = (typeof KEYS)[number];
const AGAINST = ['any', 'delivered', 'accepted', 'billable'] as const;
type Against = (typeof AGAINST)[number];

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
      .enum(AGAINST)
      .describe(
        'any: every earlier row, also of a meeting that was moved; delivered: every earlier lead or chain; or only accepted or billable ones',
      )
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
      const counts = standing(other, params.against);
      if (counts === 'no' || !isInScope(chain, other, params.scope)) return [];
      return bookingsOf(other, params.against).flatMap((booking) => {
        const { at } = booking;
        if (at > chain.deliveredAt) return [];
        if (params.lookback && !ctx.clock.reachesBack(chain.deliveredAt, at, params.lookback)) return [];
        const shared = sharedKeys(chain, booking, params);
        return shared ? [{ other, booking, shared, counts }] : [];
      });
    });
    const order = ['yes', 'review', 'pending'] as const;
    const hit = order.flatMap((level) => hits.filter((h) => h.counts === level))[0];
    if (!hit) return [{ code: 'no_duplicate', result: 'pass', args: { keys: params.keys.join(', ') } }];
    const { other, booking, shared, counts } = hit;
    return [
      {
        code: 'duplicate_contact',
        result: counts === 'yes' ? 'fail' : counts,
        args: { keys: shared.join(', '), of: booking.id, at: ctx.clock.zone.dateAt(booking.at) },
        evidence: [booking.row],
        duplicateOf: other.id,
        ...(counts === 'pending' ? { ends: other.resolvesAt } : {}),
        ...(counts === 'review' ? { needs: [`the verdict of ${other.id}`] } : {}),
      },
    ];
  },
});

/** A row by which a lead is known. */
interface Booking extends Pick<ChainFacts, 'contact'> {
  readonly id: string;
  readonly at: Instant;
  readonly row: RowRef;
}

/** What a later lead is held against: the booking of an earlier one or, where every row counts, also those by which it was moved. */
function bookingsOf({ id, contact, deliveredAt: at, record, slots }: ChainFacts, against: Against): Booking[] {
  const first = { id, contact, at, row: record.row };
  if (against !== 'any') return [first];
  const moved = slots.slice(1).map((slot) => ({
    id: slot.id,
    contact: slot.sides.contact,
    at: deliveredAt(slot.record),
    row: slot.record.row,
  }));
  return [first, ...moved];
}

/** The keys that two leads share, where they make them the same. */
function sharedKeys(
  chain: Pick<ChainFacts, 'contact'>,
  other: Pick<ChainFacts, 'contact'>,
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

const earlierWith = lookup((chain: ChainFacts) =>
  bookingsOf(chain, 'any').flatMap((booking) => keysOf(booking, KEYS).map((value, i) => keyed(KEYS[i] ?? '', value))),
);

function keysOf({ contact }: Pick<ChainFacts, 'contact'>, keys: readonly Key[]): (string | undefined)[] {
  const { email, phone, domain, company, name } = contact;
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
function standing(other: JudgedChain, against: Against): 'yes' | 'no' | 'pending' | 'review' {
  if (against === 'any' || against === 'delivered') return other.verdict === 'review' ? 'review' : 'yes';
  if (against === 'accepted') {
    const { state } = other.acceptance;
    if (state === 'explicit' || state === 'deemed') return 'yes';
    return state === 'open' ? 'pending' : state === 'silent' || state === 'contested' ? 'review' : 'no';
  }
  return other.verdict === 'billable' ? 'yes' : other.verdict === 'not_billable' ? 'no' : other.verdict;
}
