import { z } from 'zod';
import { STAGE_NAMES } from '../../measure/lead-stages.ts';
import { UNIT_COSTS } from '../../price/unit-costs.ts';
import { amount, day, figure } from '../fields.ts';

/** What became of the leads, and what they cost, as every document with figures has it. */
export const leadSchema = {
  lead_funnel: z
    .array(
      z.strictObject({
        cohort: z.string().describe('the month of the first booking'),
        class: z.string().nullable().describe('the channel of the leads; null: all'),
        stages: z.array(
          z.strictObject({
            stage: z.enum(STAGE_NAMES),
            leads: z.int().nullable().describe('null: no clause, evidence or source can say it'),
            rate: figure().nullable().describe('of those at the nearest stage before that can be told'),
          }),
        ),
      }),
    )
    .describe('how many leads of each month came how far; each counts in its own month, however late it comes further'),
  attempts: z
    .array(
      z.strictObject({
        attempt: z
          .int()
          .positive()
          .describe('which call of the period to a contact; 10: the tenth and all that follow'),
        contacts: z.int().describe('contacts that were called so often'),
        leads: z
          .int()
          .nullable()
          .describe('leads that were booked after this call, before the next; null: no source tells of bookings'),
        rate: figure()
          .nullable()
          .describe('null: no source of bookings; or no number was called so often, a lead at two numbers was'),
      }),
    )
    .describe('what the n-th attempt at a contact leads to; empty without a call log'),
  leads: z
    .array(
      z.strictObject({
        id: z.string(),
        contact: z.string().nullable(),
        company: z.string().nullable(),
        class: z.string().nullable(),
        booked: day(),
        verdict: z.string(),
        stage: z.enum(STAGE_NAMES).describe('the furthest that it came'),
        decision: z.string().describe('what the client decided, or what its silence means'),
        decided: day().nullable(),
        reason: z.string().nullable(),
        note: z.string().nullable(),
        opportunity: z.string().nullable(),
        opportunity_stage: z.string().nullable(),
        opportunity_at: day().nullable().describe('when it entered that stage'),
        opportunity_amount: amount().nullable(),
      }),
    )
    .describe('what sales did with each lead'),
  costs: z
    .array(
      z.strictObject({
        what: z.enum(Object.keys(UNIT_COSTS) as [keyof typeof UNIT_COSTS]),
        count: z.int(),
        cost: amount().nullable().describe('payable for the period, without tax and adjustments, by the count'),
        claimed_cost: amount().nullable().describe('the same, were everything paid that is claimed'),
      }),
    )
    .describe('what one of something costs, all in'),
};
