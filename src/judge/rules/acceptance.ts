import { z } from 'zod';
import { clause, duration, share, text } from '../../sow/scalars.ts';
import { defineRule, type Saying } from '../rule.ts';

/** What silence can lift: never exclusions, attribution and duplicates. */
const DEEMED = [
  'account_cap',
  'qualification',
  'attendance',
  'no_show',
  'prospect_reschedule',
  'client_reschedule',
  'both_absent',
  'evidence',
  'recordings',
  'submission',
] as const;
/** What a written acceptance can lift. */
const WRITTEN = ['accounts', 'exclusions', 'attribution', 'duplicates', ...DEEMED] as const;

export const acceptance = defineRule({
  title: 'Acceptance and rejection',
  does: 'Reads the decisions of the client: whether they came in the window, for a reason that counts, and what silence means. An acceptance lifts what the SOW says it lifts, and nothing else.',
  why: 'Without a window and a list of reasons every lead can be disputed forever, or never.',
  typical: [
    {
      param: 'window',
      value: '3 days; then the appointment is assumed completed and qualified',
      source: 'prospecthunter.com/terms-and-conditions',
    },
    {
      param: 'window',
      value: '3 business days from delivery; then accepted',
      source: 'dashboard.launchsmarter.com/service-agreement',
    },
    { param: 'window', value: '7 days from receipt', source: 'precisionleadsmedia.com/what/returns-policy' },
    {
      param: 'window',
      value: '5 days, where the product has a return policy',
      source: 'hbbleads.com good-leads-guarantee',
    },
    {
      param: 'reasons',
      value:
        'bounced address, suppression list, wrong telephone or address, duplicate, targeting missed, no longer employed',
      source: 'PeerSpot delivery policies (leads return policy)',
    },
    {
      param: 'subjective',
      value: 'never: no interest, need or budget is a disqualification after contact, no rejection',
      source: 'go.forrester.com (sales accepted leads)',
    },
    {
      param: 'rejection_cap',
      value: '30% or more is a process problem',
      source: 'leaddistro.ai/blog/lead-return-policy',
    },
  ],
  stage: 'acceptance',
  params: z.strictObject({
    clause: clause(),
    window: duration().describe('how long the client may decide').optional(),
    starts: z
      .enum(['delivered', 'held', 'reported'])
      .describe('what the window begins with; default: held with `event: held`, else delivered')
      .optional(),
    silence: z.enum(['accepted', 'rejected', 'review']).describe('what no decision means').default('review'),
    reasons: z.array(text()).min(1).describe('valid reasons of rejection; default: any').optional(),
    subjective: z
      .enum(['never', 'review', 'allowed'])
      .describe('what a reason does that is not on the list')
      .default('never'),
    deemed_cures: z.array(z.enum(DEEMED)).describe('rules whose objections silence lifts').default([]),
    written_cures: z.array(z.enum(WRITTEN)).describe('rules whose objections a written acceptance lifts').default([]),
    rejection_cap: share()
      .describe('of the leads delivered in the period, in order of decision; the surplus is review')
      .optional(),
  }),
  codes: {
    accepted_explicit: 'accepted in writing on {at}',
    accepted_deemed: 'no valid rejection by {at}: deemed accepted',
    rejected_valid: 'rejected on {at} ({reason})',
    rejected_deemed: 'not accepted by {at}: deemed rejected',
    rejection_over_cap: 'rejected on {at}, but above the share of rejections that the clause allows',
    rejection_subjective: 'rejected on {at} for a reason that is not on the list ({reason})',
    rejection_late: 'the rejection of {at} came after the window',
    rejection_invalid_reason: 'the rejection of {at} names a reason that the clause does not know ({reason})',
    window_open: 'the client may still decide (until {end})',
    window_not_begun: 'the window in which the client decides has not begun',
    decision_in_doubt: 'a decision may be about it, or about another meeting or person ({rows})',
    decisions_contradict: 'it was accepted and rejected on {at}, and nobody knows which of the two came last',
    no_decision: 'nobody decided by {at}',
  },
  judge: (chain, _params, ctx): readonly Saying[] => {
    const a = chain.acceptance;
    const stamp = (t: number | undefined): string =>
      t === undefined ? '?' : ctx.clock.zone.format(t).slice(0, 16).replace('T', ' ');
    const evidence = a.decision ? [a.decision.row] : [];
    const args = {
      at: stamp(a.at),
      end: stamp(a.at),
      reason: a.decision?.reason ?? 'no reason',
    };
    const notes = a.ineffective.map(
      ({ decision, code }): Saying => ({
        code,
        result: 'pass',
        args: { at: stamp(decision.at), reason: decision.reason ?? 'no reason' },
        evidence: [decision.row],
      }),
    );
    const main = ((): Saying | undefined => {
      switch (a.state) {
        case 'none':
          return undefined;
        case 'explicit':
          return { code: 'accepted_explicit', result: 'pass', args, evidence };
        case 'deemed':
          return { code: 'accepted_deemed', result: 'pass', args };
        case 'rejected':
          return ctx.overRejectionCap.has(chain.id)
            ? {
                code: 'rejection_over_cap',
                result: 'review',
                args,
                evidence,
                needs: ['who bears the rejections above the cap'],
              }
            : { code: 'rejected_valid', result: 'fail', args, evidence };
        case 'contested':
          return {
            code: 'rejection_invalid_reason',
            sentence: 'rejection_subjective',
            result: 'review',
            args,
            evidence,
            needs: ['whether the reason counts'],
          };
        case 'doubtful':
          if (a.doubtful)
            return {
              code: 'decision_in_doubt',
              result: 'review',
              args: { rows: a.doubtful.map(({ row }) => `${row.file}:${row.line}`).join(', ') },
              evidence: a.doubtful.map(({ row }) => row),
              needs: ['which meeting the decision is about'],
            };
          return {
            code: 'decisions_contradict',
            result: 'review',
            args,
            evidence: chain.decisions.flatMap((d) => (d.at === a.at ? [d.row] : [])),
            needs: ['which of the decisions holds'],
          };
        case 'deemed_rejected':
          return { code: 'rejected_deemed', result: 'fail', args };
        case 'silent':
          return { code: 'no_decision', result: 'review', args, needs: ["the client's decision"] };
        case 'open':
          return a.at === undefined
            ? { code: 'window_open', sentence: 'window_not_begun', result: 'pending' }
            : { code: 'window_open', result: 'pending', args, ends: a.at };
      }
    })();
    return main ? [main, ...notes] : notes;
  },
});
