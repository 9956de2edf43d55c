import { z } from 'zod';
import { clause, count, duration, flag } from '../../sow/scalars.ts';
import { courseSaying, lateSaying } from '../course-sayings.ts';
import { defineRule, type Saying } from '../rule.ts';

export const prospectReschedule = defineRule({
  title: 'The prospect moves the meeting',
  does: 'Counts the moves of a chain and the days since its first slot. With too many, or held too late, the chain has expired and pays nothing, also when it was held.',
  why: 'A prospect that moves again and again is not interested; the SOW says how often and how long is enough.',
  typical: [
    { param: 'max_moves', value: 'one new try, then the lead is dropped', source: 'repco.ai no-show policy' },
    { param: 'max_moves', value: '2 (coaching, not calling)', source: 'wonsulting.com no-show policy' },
    {
      param: 'max_moves',
      value: 'no limit: a rescheduled appointment is a kept one',
      source: 'returns.eliteassistleadflow.com',
    },
  ],
  stage: 'occurrence',
  params: z.strictObject({
    clause: clause(),
    max_moves: count().describe('moves allowed; more and the chain has expired').optional(),
    no_show_counts: flag().describe('whether a no-show counts as a move').default(true),
    within: duration().describe("from the chain's first slot, by date").optional(),
    notice: duration().describe('less than this is a late move (a miss in the show rate)').optional(),
  }),
  codes: {
    chain_expired: 'not held by {end}',
    too_many_moves: '{moves} {moves|move|moves}; the clause allows {max}',
    prospect_no_show: 'the prospect did not come on {at}; the chain is open until {end}',
    prospect_moved: 'the prospect moved the slot of {at}; the chain is open until {end}',
    prospect_moved_late: 'the prospect moved the slot of {at} late; the chain is open until {end}',
    client_moved: 'the client moved the slot of {at}; the chain is open until {end}',
    vendor_cancelled: 'the vendor cancelled the slot of {at}; the chain is open until {end}',
    technical: 'the slot of {at} failed for technical reasons; the chain is open until {end}',
    future_slot: 'the slot of {at} is still to come; the chain is open until {end}',
    moves_allowed: '{moves} of {max} {max|move|moves}',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    const says: Saying[] = [
      ...courseSaying('prospect_reschedule', chain, ctx),
      ...lateSaying('prospect_reschedule', chain, ctx),
    ];
    if (!chain.occurs || params.max_moves === undefined) return says;
    const counted = ['prospect_moved', 'prospect_moved_late', ...(params.no_show_counts ? ['prospect_no_show'] : [])];
    const moved = chain.course.before.flatMap(({ happened }) =>
      happened && counted.includes(happened.outcome) ? [happened] : [],
    );
    const args = { moves: moved.length, max: params.max_moves };
    const evidence = moved.flatMap((happened) => happened.evidence);
    if (moved.length > params.max_moves)
      return [...says, { code: 'chain_expired', sentence: 'too_many_moves', result: 'fail', args, evidence }];
    return moved.length ? [...says, { code: 'moves_allowed', result: 'pass', args, evidence }] : says;
  },
});
