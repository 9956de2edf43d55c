import { z } from 'zod';
import type { Instant } from '../../model.ts';
import type { Inbound, RecordOf } from '../../read/records.ts';
import { clause, duration, text } from '../../sow/scalars.ts';
import type { ChainFacts, JudgeContext } from '../facts.ts';
import { entriesOf } from '../lists.ts';
import { keyed, lookup } from '../lookup.ts';
import { defineRule, type FindContext, type Found, type Saying } from '../rule.ts';

const params = z.strictObject({
  clause: clause(),
  level: z.enum(['contact', 'account']).describe('whose touches and requests count').default('contact'),
  qualifying_touch: z
    .union([z.literal('any'), z.strictObject({ talk: duration() })], {
      error: 'expected `any` or `{ talk: 60 seconds }`',
    })
    .describe('which outbound call counts before a request: any, or one of at least this talk time')
    .default('any'),
  credit_after_touch: duration().describe('how long a touch earns the credit for an inbound request').optional(),
  inbound_lookback: duration().describe('older requests do not count').optional(),
  tie: z.enum(['client', 'vendor']).describe('touch and request at the same instant').default('client'),
  handover: z
    .strictObject({
      rate_class: text().describe('the class in which a lead bills that the client handed over'),
      first_attempt_within: duration().describe('how soon the vendor must try; later is a finding').optional(),
    })
    .optional(),
});

export const attribution = defineRule({
  title: 'Who brought the lead',
  does: 'Asks, for each inbound request before the booking, whether the vendor had done the work by then: a touch that qualifies, of the right level, not too long before. A lead that the client handed over bills in its own class.',
  why: "An inbound request before the first real touch is the client's own work.",
  typical: [],
  finds: ['late_first_attempt'],
  stage: 'attribution',
  needs: ['inbound'],
  params,
  codes: {
    no_inbound: 'no inbound request before the booking',
    vendor_first: 'the vendor touched on {touch}, before the request of {at}',
    handed_over: 'the client handed the lead over on {at}: it bills in class {class}',
    inbound_first: 'the request of {at} came before any touch of the vendor',
    no_qualifying_touch: 'before the request of {at} the vendor touched, but no touch qualifies',
    talk_unknown: 'before the request of {at} the vendor touched, but the talk time is not known',
    request_in_doubt: 'the request of {at} by {who} may be of this contact, or of another ({row})',
    no_call_log: 'there is a request of {at}, but no call log that could show a touch before it',
  },
  find: (ctx): Found[] => lateAttempts(ctx),
  judge: (chain, terms, ctx): readonly Saying[] => {
    const day = (t: Instant): string => ctx.clock.zone.dateAt(t);
    const handover = terms.handover && handoverOf(chain, ctx);
    if (terms.handover && handover) {
      return [
        {
          code: 'handed_over',
          result: 'pass',
          args: { at: day(handover.at ?? 0), class: terms.handover.rate_class },
          evidence: [handover.row],
        },
      ];
    }
    const lookback = terms.inbound_lookback;
    const counts = ({ at = Infinity }: Inbound): boolean =>
      at <= chain.bookedAt && (!lookback || ctx.clock.reachesBack(chain.bookedAt, at, lookback));
    const { sure, doubtful } = requestsOf(chain, ctx.known.inbound, terms.level);
    const says = sure.filter(counts).map((request) => judgeRequest(request, chain, terms, ctx));
    const doubts = doubtful.filter(counts).flatMap((request) => judgeInDoubt(request, chain, terms, ctx));
    return says.length || doubts.length ? [...says, ...doubts] : [{ code: 'no_inbound', result: 'pass' }];
  },
});

/** Leads that the client handed over and the vendor did not try in time. */
function lateAttempts({ clock, asOf, chains, known, touches }: FindContext): Found[] {
  if (!touches) return [];
  return chains.flatMap((chain): Found[] => {
    const within = chain.terms.rules.attribution?.handover?.first_attempt_within;
    if (!within) return [];
    const handover = handoverOf(chain, { known });
    if (handover?.at === undefined) return [];
    const from = handover.at;
    const first = touches.of(chain.contact, 'contact').find((t) => t.at >= from);
    const end = clock.endOf(from, within);
    if ((first ? first.at : asOf) <= end) return [];
    const args = {
      id: chain.id,
      at: clock.zone.format(from).slice(0, 16),
      first: first ? clock.zone.format(first.at).slice(0, 16) : 'never',
    };
    return [{ code: 'late_first_attempt', args, evidence: [handover.row, ...(first ? [first.row] : [])] }];
  });
}

const handedOver = lookup(({ email, domain }: RecordOf<'handovers'>) => [
  keyed('email', email),
  keyed('domain', domain),
]);

/** The hand-over of this lead before its booking, by address, else by domain. */
function handoverOf(chain: ChainFacts, { known }: Pick<JudgeContext, 'known'>): RecordOf<'handovers'> | undefined {
  const { email, domain } = chain.contact;
  const keys = [keyed('email', email), keyed('domain', domain)];
  const own = handedOver(known.handovers, keys).filter((h) =>
    h.email === undefined ? h.domain !== undefined && h.domain === domain : h.email === email,
  );
  return own.filter((h) => (h.at ?? Infinity) <= chain.bookedAt).sort((a, b) => (a.at ?? 0) - (b.at ?? 0))[0];
}

/** Who sent a request: one that tells no more than the account may be of anybody there. */
const namesSomebody = ({ contact_name, email, phone }: Inbound): boolean => Boolean(contact_name ?? email ?? phone);

/** Requests of the contact, with those of the account that name nobody; by account all of the account. */
function requestsOf(
  chain: ChainFacts,
  inbound: readonly Inbound[],
  level: 'contact' | 'account',
): { readonly sure: readonly Inbound[]; readonly doubtful: readonly Inbound[] } {
  const counts = (request: Inbound): boolean => level === 'account' || !namesSomebody(request);
  const { same, doubtful } = entriesOf(chain, inbound);
  const sure = new Set([...chain.requests, ...same.filter(counts)]);
  const perhaps = new Set([...chain.requestsInDoubt, ...doubtful.filter(counts)]);
  return { sure: inbound.filter((r) => sure.has(r)), doubtful: inbound.filter((r) => perhaps.has(r) && !sure.has(r)) };
}

/** A request that may be the contact's, where it would change anything. */
function judgeInDoubt(
  request: Inbound,
  chain: ChainFacts,
  terms: z.output<typeof params>,
  ctx: JudgeContext,
): readonly Saying[] {
  const said = judgeRequest(request, chain, terms, ctx);
  if (said.result === 'pass') return [];
  const { contact_name, email, phone, company, domain, row } = request;
  const who = [contact_name, email, phone, company ?? domain].filter(Boolean).join(', ');
  return [
    {
      ...said,
      sentence: 'request_in_doubt',
      result: 'review',
      args: { ...said.args, who, row: `${row.file}:${row.line}` },
      needs: ['whether the request is of this contact: `leadaudit review` asks, or a waiver says it'],
    },
  ];
}

/** Every counting request needs a qualifying touch before it, within the window; an older touch is no touch. */
function judgeRequest(request: Inbound, chain: ChainFacts, terms: z.output<typeof params>, ctx: JudgeContext): Saying {
  const at = request.at ?? 0;
  const day = ctx.clock.zone.dateAt(at);
  if (!ctx.touches) {
    return {
      code: 'no_qualifying_touch',
      sentence: 'no_call_log',
      result: 'review',
      args: { at: day },
      evidence: [request.row],
      needs: ['the call log'],
    };
  }
  const window = terms.credit_after_touch;
  const before = ctx.touches
    .of(chain.contact, terms.level)
    .filter(
      (t) => (terms.tie === 'vendor' ? t.at <= at : t.at < at) && (!window || at <= ctx.clock.endOf(t.at, window)),
    );
  const wanted = terms.qualifying_touch;
  const qualifying = wanted === 'any' ? before[0] : before.find((t) => (t.talk ?? 0) >= ctx.sow.seconds(wanted.talk));
  if (qualifying) {
    return {
      code: 'vendor_first',
      result: 'pass',
      args: { at: day, touch: ctx.clock.zone.dateAt(qualifying.at) },
      evidence: [qualifying.row, request.row],
    };
  }
  const mute = wanted === 'any' ? undefined : before.find((t) => t.talk === undefined);
  if (mute) {
    return {
      code: 'no_qualifying_touch',
      sentence: 'talk_unknown',
      result: 'review',
      args: { at: day },
      evidence: [mute.row],
      needs: ['the talk time of the call'],
    };
  }
  const code = before.length ? 'no_qualifying_touch' : 'inbound_first';
  return { code, result: 'fail', args: { at: day }, evidence: [request.row, ...before.map((t) => t.row)] };
}
