import { z } from 'zod';
import { momentsOf } from '../../link/identity/times.ts';
import type { Instant } from '../../model.ts';
import type { Handover, Inbound } from '../../read/records.ts';
import { isIn } from '../../sow/period.ts';
import { clause, duration, text } from '../../sow/scalars.ts';
import type { ChainFacts, JudgeContext } from '../facts.ts';
import { entriesOf } from '../lists.ts';
import { settledBy } from '../needs.ts';
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
    handover_in_doubt: 'the hand-over of {at} of {who} may be of this contact, or of another ({row})',
    inbound_first: 'the request of {at} came before any touch of the vendor',
    no_qualifying_touch: 'before the request of {at} the vendor touched, but no touch qualifies',
    talk_unknown: 'before the request of {at} the vendor touched, but the talk time is not known',
    same_day: 'the request of {at} is of the day of {other}, and no hour says which came first',
    request_in_doubt: 'the request of {at} by {who} may be of this contact, or of another ({row})',
    no_call_log: 'there is a request of {at}, but no call log that could show a touch before it',
  },
  find: (ctx): Found[] => lateAttempts(ctx),
  judge: (chain, terms, ctx): readonly Saying[] => {
    const day = (t: Instant): string => ctx.clock.zone.dateAt(t);
    const found = terms.handover && handoverOf(chain, ctx);
    if (terms.handover && found) {
      const { handover, isSure } = found;
      const { row } = handover;
      const args = { at: day(handover.at ?? 0), class: terms.handover.rate_class };
      if (isSure) return [{ code: 'handed_over', result: 'pass', args, evidence: [row] }];
      return [
        {
          code: 'handed_over',
          sentence: 'handover_in_doubt',
          result: 'review',
          args: { ...args, who: whoIn(handover), row: `${row.file}:${row.line}` },
          evidence: [row],
          needs: [
            settledBy('whether the hand-over is of this contact', '`leadaudit review` asks, or a waiver says it'),
          ],
        },
      ];
    }
    const lookback = terms.inbound_lookback;
    const [, latestBooking] = momentsOf(chain.bookedAt, ctx.clock.zone);
    const counts = ({ at = Infinity }: Inbound): boolean =>
      at <= latestBooking && (!lookback || ctx.clock.reachesBack(chain.bookedAt, at, lookback));
    const own = { sure: chain.requests, doubtful: chain.requestsInDoubt };
    const { sure, doubtful } = rowsOfContact(chain, ctx.known.inbound, own, terms.level);
    const says = sure.filter(counts).map((request) => judgeRequest(request, chain, terms, ctx));
    const doubts = doubtful.filter(counts).flatMap((request) => judgeInDoubt(request, chain, terms, ctx));
    return says.length || doubts.length ? [...says, ...doubts] : [{ code: 'no_inbound', result: 'pass' }];
  },
});

/** Leads that the client handed over and the vendor did not try in time. */
function lateAttempts({ clock, asOf, chains, known, touches, period }: FindContext): Found[] {
  if (!touches) return [];
  return chains.flatMap((chain): Found[] => {
    const within = chain.terms.rules.attribution?.handover?.first_attempt_within;
    if (!within) return [];
    const { handover, isSure } = handoverOf(chain, { known, clock }) ?? {};
    if (handover?.at === undefined || !isSure) return [];
    const from = handover.at;
    const first = touches.of(chain.contact, 'contact').find((t) => t.at >= from);
    const end = clock.endOf(from, within);
    // Whose hand-over it was shows when the lead is booked.
    const told = clock.zone.dateAt(Math.max(end, chain.bookedAt));
    if ((first ? first.at : asOf) <= end || !isIn(period, told)) return [];
    const args = {
      id: chain.id,
      at: clock.zone.format(from).slice(0, 16),
      first: first ? clock.zone.format(first.at).slice(0, 16) : 'never',
    };
    return [{ code: 'late_first_attempt', args, evidence: [handover.row, ...(first ? [first.row] : [])] }];
  });
}

/** The first hand-over of this lead before its booking; where none is surely of it, the first that may be. */
function handoverOf(
  chain: ChainFacts,
  { known, clock }: Pick<JudgeContext, 'known' | 'clock'>,
): { readonly handover: Handover; readonly isSure: boolean } | undefined {
  const { sure, doubtful } = rowsOfContact(
    chain,
    known.handovers,
    { sure: chain.handovers, doubtful: chain.handoversInDoubt },
    'contact',
  );
  const [, latestBooking] = momentsOf(chain.bookedAt, clock.zone);
  const firstOf = (rows: readonly Handover[]): Handover | undefined =>
    rows.filter((h) => (h.at ?? Infinity) <= latestBooking).sort((x, y) => (x.at ?? 0) - (y.at ?? 0))[0];
  const own = firstOf(sure);
  const handover = own ?? firstOf(doubtful);
  return handover && { handover, isSure: own !== undefined };
}

/** Whom a row names: one that tells no more than the account may be of anybody there. */
const namesSomebody = ({ contact_name, email, phone }: Inbound | Handover): boolean =>
  Boolean(contact_name ?? email ?? phone);

interface OfContact<R> {
  readonly sure: readonly R[];
  readonly doubtful: readonly R[];
}

/** Requests or hand-overs of the contact, with those of the account that name nobody; by account all of the account. */
function rowsOfContact<R extends Inbound | Handover>(
  chain: ChainFacts,
  rows: readonly R[],
  own: OfContact<R>,
  level: 'contact' | 'account',
): OfContact<R> {
  const counts = (row: R): boolean => level === 'account' || !namesSomebody(row);
  const { same, doubtful } = entriesOf(chain, rows);
  const sure = new Set([...own.sure, ...same.filter(counts)]);
  const perhaps = new Set([...own.doubtful, ...doubtful.filter(counts)]);
  return { sure: rows.filter((r) => sure.has(r)), doubtful: rows.filter((r) => perhaps.has(r) && !sure.has(r)) };
}

/** Who a row says that it speaks of. */
const whoIn = ({ contact_name, email, phone, company, domain }: Inbound | Handover): string =>
  [contact_name, email, phone, company ?? domain].filter(Boolean).join(', ');

/** A request that may be the contact's, where it would change anything. */
function judgeInDoubt(
  request: Inbound,
  chain: ChainFacts,
  terms: z.output<typeof params>,
  ctx: JudgeContext,
): readonly Saying[] {
  const said = judgeRequest(request, chain, terms, ctx);
  if (said.result === 'pass') return [];
  const { row } = request;
  return [
    {
      ...said,
      sentence: 'request_in_doubt',
      result: 'review',
      args: { ...said.args, who: whoIn(request), row: `${row.file}:${row.line}` },
      needs: [settledBy('whether the request is of this contact', '`leadaudit review` asks, or a waiver says it')],
    },
  ];
}

/** Every counting request needs a qualifying touch before it, within the window; an older touch is no touch. Where the hour would decide and nobody knows it, it is a question. */
function judgeRequest(request: Inbound, chain: ChainFacts, terms: z.output<typeof params>, ctx: JudgeContext): Saying {
  const [earliest, latest] = momentsOf(request.at ?? 0, ctx.clock.zone);
  const said = judgeAt(earliest, request, chain, terms, ctx);
  if (said.result === 'pass') return said;
  const isAfterTouch = latest > earliest && judgeAt(latest, request, chain, terms, ctx).result === 'pass';
  if (!isAfterTouch && latest <= chain.bookedAt) return said;
  const other = isAfterTouch ? 'a touch of the vendor' : 'the booking';
  const needs = [`the hour of the request, or of ${other}`];
  return { ...said, sentence: 'same_day', result: 'review', args: { ...said.args, other }, needs };
}

/** What a request means that was made at a moment. */
function judgeAt(
  at: Instant,
  request: Inbound,
  chain: ChainFacts,
  terms: z.output<typeof params>,
  ctx: JudgeContext,
): Saying {
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
