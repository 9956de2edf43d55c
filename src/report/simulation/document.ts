import { z } from 'zod';
import { PRICE_LINE_KINDS } from '../../model.ts';
import { auditDocument } from '../document.ts';
import { amount } from '../fields.ts';

const { tool, sow, period, as_of, inputs, totals, claims } = auditDocument.shape;
const claim = claims.element.shape;

const effects = z
  .array(z.strictObject({ change: z.string(), difference: amount() }))
  .describe('what each change does by itself, where it does something (0.00: it moves no money, but the outcome)');
const interaction = amount().describe('what the changes do together beyond the sum of each by itself');
const side = z.strictObject({
  outcome: claim.outcome,
  verdict: claim.verdict,
  reason: claim.reason,
  clause: claim.clause,
  why: claim.why,
  claimed: amount(),
  supported: amount(),
});

/** The simulation document: the same facts under other clauses. Names are fixed; more may be added. */
export const simulationDocument = z.strictObject({
  schema: z.literal('leadaudit/simulation@1'),
  tool,
  sow,
  period,
  as_of,
  inputs,
  totals: totals.describe('under the clauses as they are'),
  alternatives: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string().describe('the rules file of the alternative, or `as set` for the values of --set'),
      not_applied: z.array(z.string()).describe('what the alternative says of the facts: they stay those of the base'),
      totals,
      difference: amount().describe('of payable'),
      changes: z.array(
        z.strictObject({
          id: z.string(),
          path: z.string(),
          from: z.string().nullable(),
          to: z.string().nullable(),
          totals: totals
            .nullable()
            .describe('with this change alone; null where the rules are not sound with it alone'),
          difference: amount().nullable(),
        }),
      ),
      interaction,
      claims: z
        .array(
          z.strictObject({
            id: claim.id,
            line_id: claim.line_id,
            meeting_id: claim.meeting_id,
            contact: claim.contact,
            company: claim.company,
            now: side.nullable().describe('null where it is no claim of the period'),
            then: side.nullable(),
            difference: amount().describe('of supported'),
            effects,
            interaction,
          }),
        )
        .describe('claims whose verdict, outcome or amount changes, most money first'),
      others: z
        .array(
          z.strictObject({
            kind: z.enum(PRICE_LINE_KINDS),
            now: amount(),
            then: amount(),
            difference: amount(),
            effects,
            interaction,
          }),
        )
        .describe('price lines that no claim asks for'),
    }),
  ),
});

export type SimulationDocument = z.output<typeof simulationDocument>;
export type SimulatedAlternative = SimulationDocument['alternatives'][number];
export type SimulatedClaim = SimulatedAlternative['claims'][number];
