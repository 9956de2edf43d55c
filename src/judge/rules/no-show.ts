import { z } from 'zod';
import { clause, count, duration } from '../../sow/scalars.ts';
import { courseSaying, lateSaying } from '../course-sayings.ts';
import { defineRule, type Saying } from '../rule.ts';

export const noShow = defineRule({
  title: 'The prospect does not come',
  does: 'Keeps a chain open after a no-show until the cure window ends. Held in time it is paid as any other; not held it pays nothing. Where the client owes a report, its silence can count as held.',
  why: 'Somebody must say how long the vendor may repair a no-show, and who owes the new booking.',
  typical: [
    {
      param: 'client_must_report_within',
      value: '24 hours from the start; later the meeting counts',
      source: 'help.oliverlist.com/en/knowledge/appointment-management',
    },
    {
      param: 'client_must_report_within',
      value: 'by the next morning; later it is billed',
      source: 'returns.eliteassistleadflow.com',
    },
    { param: 'attempts', value: 'four by text and one call', source: 'hailappointments.com/appointment-feedback' },
  ],
  stage: 'occurrence',
  params: z.strictObject({
    clause: clause(),
    cure_within: duration().describe('from the no-show: pending until then; billable if held within').optional(),
    attempts: count().describe('contact attempts owed by the vendor; fewer in calls is a finding').optional(),
    client_must_report_within: duration()
      .describe(
        'a decision or a CRM outcome in that time; silence counts as held where the vendor says held, and outweighs the log',
      )
      .optional(),
    rebook_owner: z.enum(['vendor', 'client']).describe('client: a chain that ends unheld is review').default('vendor'),
  }),
  codes: {
    prospect_no_show: 'the prospect did not come on {at}; held by {end} it still counts',
    prospect_moved: 'the prospect moved the slot of {at} after a no-show; held by {end} it still counts',
    prospect_moved_late: 'the prospect moved the slot of {at} after a no-show; held by {end} it still counts',
    client_moved: 'the client moved the slot of {at} after a no-show; held by {end} it still counts',
    vendor_cancelled: 'the vendor cancelled the slot of {at} after a no-show; held by {end} it still counts',
    technical: 'the slot of {at} failed after a no-show; held by {end} it still counts',
    future_slot: 'the slot of {at} is still to come; held by {end} it cures the no-show',
    no_show_not_cured: 'the no-show was not cured in time (by {end})',
    not_rebooked: 'the prospect did not come on {at} and the slot was not rebooked',
  },
  judge: (chain, _params, ctx): readonly Saying[] => [
    ...courseSaying('no_show', chain, ctx),
    ...lateSaying('no_show', chain, ctx),
  ],
});
