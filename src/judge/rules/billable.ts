import { z } from 'zod';
import { groupBy } from '../../link/grouped.ts';
import { compareNatural } from '../../link/keys.ts';
import { UNDATED } from '../../link/slots.ts';
import { isIn } from '../../sow/period.ts';
import { clause } from '../../sow/scalars.ts';
import type { JudgedChain } from '../facts.ts';
import { settledBy } from '../needs.ts';
import { defineRule, type FindContext, type Found, found, type Saying } from '../rule.ts';

const EVENTS = ['booked', 'held', 'delivered', 'accepted', 'opportunity'] as const;

export const billable = defineRule({
  title: 'What is paid for',
  does: 'Names the event that the vendor is paid for, and the date that puts a lead into a month and a tier. Until the event is reached a chain waits; when it can no longer be reached, it pays nothing. Two leads of one account who were met at one start are told: it may have been one meeting.',
  why: 'The event that makes a lead billable, and the date that puts it into a month and a tier.',
  typical: [
    {
      param: 'event',
      value: 'held: $350 each, $150 each beyond the tenth of the month',
      source: 'cience.com/pay-for-appointment-terms',
    },
    {
      param: 'event',
      value: 'held and attended by the prospect: $65 for 30 minutes',
      source: 'thebdrs.com/terms_of_service',
    },
    {
      param: 'event',
      value: 'delivered; meetings that are still to come count too',
      source: 'prospecthunter.com/terms-and-conditions',
    },
  ],
  stage: 'occurrence',
  finds: ['met_together'],
  params: z.strictObject({
    clause: clause(),
    event: z.enum(EVENTS).describe('the event that is paid for'),
    recognized: z.enum(EVENTS).describe("the date that decides month and tier; default: the event's").optional(),
  }),
  codes: {
    held: 'the meeting of {at} was held',
    booked: 'booked on {at}',
    delivered: 'delivered on {at}',
    client_no_show: 'the prospect was there on {at}, the client was not: {share} is paid and the chain is closed',
    client_late_cancel: 'the client moved the slot of {at} too late: {share} is paid and the chain is closed',
    client_moved: 'the client moved the slot of {at}; the chain is open until {end}',
    future_slot: 'the slot of {at} is still to come',
    prospect_no_show: 'the prospect did not come on {at}; the chain is open until {end}',
    prospect_moved: 'the prospect moved the slot of {at}; the chain is open until {end}',
    prospect_moved_late: 'the prospect moved the slot of {at}; the chain is open until {end}',
    vendor_cancelled: 'the vendor cancelled the slot of {at}; the chain is open until {end}',
    technical: 'the slot of {at} failed for technical reasons; the chain is open until {end}',
    not_rebooked: 'the slot of {at} was not held and not rebooked in time',
    no_opportunity: 'no opportunity is known for this lead yet',
    opportunity_in_doubt: 'an opportunity may be of this lead, or of another or none ({rows})',
    undated: 'no row says when it was: nobody can say in which month it counts',
    unproven: 'nothing proves what happened on {at}',
    no_start: 'the lead is of {at}, but no row says when the meeting was',
    short_wait: 'one side waited on {at}, but not as long as the clause asks',
    both_absent: 'nobody came on {at}',
  },
  find: metTogether,
  judge: (chain, params, ctx): readonly Saying[] => {
    const day = (t: number): string => ctx.clock.zone.dateAt(t);
    const { course } = chain;
    const says: Saying[] = [];
    if (chain.deliveredAt === UNDATED)
      return [{ code: 'undated', result: 'review', needs: ['the day of the meeting or of the delivery'] }];
    if (chain.occurs && course.rule === 'billable') {
      const isPlaced = course.slot?.start !== undefined;
      says.push({
        code: course.code,
        ...(isPlaced ? {} : { sentence: 'no_start' }),
        result: course.result,
        args: {
          at: day(course.slot?.start ?? chain.deliveredAt),
          end: course.ends === undefined ? '?' : day(course.ends),
          share: course.shareText,
        },
        evidence: course.evidence,
        ends: course.ends,
        ...(course.result === 'review'
          ? { needs: [isPlaced ? 'proof of what happened in the slot' : 'the day and time of the meeting'] }
          : {}),
      });
    }
    if (params.event === 'booked') says.push({ code: 'booked', result: 'pass', args: { at: day(chain.bookedAt) } });
    if (params.event === 'delivered' && !chain.occurs) {
      says.push({ code: 'delivered', result: 'pass', args: { at: day(chain.deliveredAt) } });
    }
    if (params.event === 'opportunity') {
      const [first] = chain.opportunities;
      const doubtful = chain.opportunitiesInDoubt;
      says.push(
        first
          ? {
              code: 'held',
              result: 'pass',
              args: { at: day(first.created_at ?? chain.deliveredAt) },
              evidence: [first.row],
            }
          : doubtful.length
            ? {
                code: 'opportunity_in_doubt',
                result: 'review',
                args: { rows: doubtful.map(({ row }) => `${row.file}:${row.line}`).join(', ') },
                evidence: doubtful.map(({ row }) => row),
                needs: [settledBy('whose opportunity it is', '`leadaudit review` asks')],
              }
            : { code: 'no_opportunity', result: 'pending' },
      );
    }
    return says;
  },
});

/** Leads of one account who pay for meetings of one start: two guests of one meeting are mostly sold once. */
function metTogether({ chains, sow, clock, period }: FindContext): Found[] {
  const withinMs = sow.seconds(sow.matching.same_meeting_within) * 1000;
  const startOf = ({ course }: JudgedChain): number | undefined => course.slot?.start;
  const met = chains
    .filter(({ terms, verdict }) => terms.rules.billable?.event === 'held' && verdict !== 'not_billable')
    .filter((chain) => isIn(period, clock.zone.dateAt(startOf(chain) ?? UNDATED)))
    .toSorted((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0) || compareNatural(a.id, b.id));
  const together = (['company', 'domain'] as const).flatMap((key) =>
    groupBy(
      met.filter(({ contact }) => contact[key] !== undefined),
      ({ contact }) => contact[key] ?? '',
    ).flatMap((ofAccount) => {
      const meetings: JudgedChain[][] = [];
      for (const chain of ofAccount) {
        const last = meetings.at(-1);
        if (last?.[0] && (startOf(chain) ?? 0) - (startOf(last[0]) ?? 0) <= withinMs) last.push(chain);
        else meetings.push([chain]);
      }
      return meetings
        .filter(({ length }) => length > 1)
        .map((own) => ({ account: ofAccount[0].contact[key] ?? '', own }));
    }),
  );
  const byIds = new Map(together.map((one) => [one.own.map(({ id }) => id).join(), one] as const));
  return [...byIds.values()].map(({ account, own }) =>
    found(
      'met_together',
      {
        ids: own.map(({ id }) => id).join(', '),
        account,
        at: clock.zone.dateAt(own[0]?.course.slot?.start ?? UNDATED),
        n: own.length,
      },
      own.map(({ record }) => record.row),
    ),
  );
}
