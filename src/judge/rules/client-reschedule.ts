import { z } from 'zod';
import { clause, duration, flag, share } from '../../sow/scalars.ts';
import { courseSaying, lateSaying } from '../course-sayings.ts';
import { defineRule, type Saying } from '../rule.ts';

export const clientReschedule = defineRule({
  title: 'The client moves the meeting or does not come',
  does: 'Tells a timely move of the client from a late one by the notice and its clock. A late move, and a client that does not come, pay their share and close the chain; a timely move keeps it open.',
  why: 'A client that cancels an hour before the start has used the work; one that cancels in time has not.',
  typical: [
    { param: 'no_show_pays', value: 'the fee is charged', source: 'cience.com/sdr-services-terms' },
    { param: 'late_pays', value: 'the fee is due', source: 'Draftboard help, article 10342082' },
    {
      param: 'notice',
      value: '24 hours in trades that live by appointments',
      source: 'lawinsider.com/clause/broken-appointments',
    },
  ],
  stage: 'occurrence',
  params: z.strictObject({
    clause: clause(),
    notice: duration().describe('at least this much before the start is timely').optional(),
    late_pays: share().describe('what a late move pays; it closes the chain').prefault('100%'),
    no_show_pays: share().describe('what a no-show of the client pays; it closes the chain').prefault('100%'),
    top_up: flag().describe('held later pays the rest').default(false),
    rebook_within: duration().describe('how long a timely move stays open').optional(),
    lost_after_timely_move: z
      .union([z.literal('nothing'), z.literal('full'), share()], { error: 'expected `nothing`, `full` or a share' })
      .describe('what is paid when the prospect never rebooks')
      .default('nothing'),
    rebook_owner: z.enum(['client', 'vendor']).describe('names who is asked, changes no verdict').default('client'),
  }),
  codes: {
    client_late_cancel:
      'the client moved or canceled the slot of {start}{moved}, with less than the notice: {share} is paid{rest}',
    client_no_show: 'the prospect was there on {at}, the client was not: {share} is paid{rest}',
    client_moved: 'the client moved the slot of {at} in time; held by {end} it still counts',
    client_moved_lost: 'the client moved the slot of {at} in time and it was not rebooked: {share} is paid',
    future_slot: 'the slot of {at} is still to come; it must be held by {end}',
    not_rebooked: 'the client moved the slot in time and it was not held by {end}',
  },
  judge: (chain, _params, ctx): readonly Saying[] => [
    ...courseSaying('client_reschedule', chain, ctx),
    ...lateSaying('client_reschedule', chain, ctx),
  ],
});
