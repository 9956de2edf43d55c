import { z } from 'zod';
import { CONFIDENCES, type Confidence } from '../../sample/confidence.ts';
import { POPULATIONS, type PopulationName } from '../../sample/item.ts';
import { RESULTS, type ResultWord } from '../../sample/result-words.ts';
import { auditDocument } from '../document.ts';
import { amount, figure, instant } from '../fields.ts';

const { tool, exit_code, closed, sow, period, as_of, inputs } = auditDocument.shape;
const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[];
const size = z.int().describe('how many are drawn');

/** What `leadaudit sample --format json` prints: the draw, and what its review says. Names are fixed; more may be added. */
export const sampleDocument = z.strictObject({
  schema: z.literal('leadaudit/sample@1'),
  tool,
  exit_code,
  closed,
  sow,
  period,
  as_of,
  inputs,
  of: z.enum(keysOf<PopulationName>(POPULATIONS)),
  seed: z.string(),
  confidence: z.enum(keysOf<Confidence>(CONFIDENCES)),
  population: z.strictObject({
    items: z.int(),
    amount: amount().nullable().describe('what is paid for them, or may be; null: they have no money'),
    left_out: z.array(z.strictObject({ why: z.string(), items: z.int() })),
  }),
  plan: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('error'), size, error: figure(), expected: figure() }),
    z.strictObject({
      method: z.literal('aql'),
      size,
      aql: figure(),
      letter: z.string().describe("of the lot's size"),
      used: z.string().describe('of the plan to which the arrows lead'),
      accept: z.int().describe('as many failures still accept the lot'),
      reject: z.int().describe('as many reject it'),
    }),
    z.strictObject({
      method: z.literal('money'),
      size,
      tolerable: amount(),
      factor: figure(),
      interval: amount().describe('tolerable over factor: what is as dear is taken for certain'),
    }),
    z.strictObject({ method: z.literal('size'), size }),
  ]),
  items: z
    .array(
      z.strictObject({
        draw: z.int().describe('its place in the draw, from 1'),
        id: z.string(),
        hash: z.string().describe('SHA-256 of the seed, a line feed and the id'),
        amount: amount().nullable(),
        certain: z.boolean().describe('taken for its amount, or because all are'),
        contact: z.string().nullable(),
        company: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        agent: z.string().nullable(),
        meeting: z.string().nullable(),
        at: instant().nullable(),
        recordings: z.array(z.string()),
        stated: z.string().describe('what the vendor says of it'),
        look_for: z.string().describe('what the SOW asks'),
        result: z.enum(keysOf<ResultWord>(RESULTS)).nullable(),
        should_pay: amount().nullable().describe('of a failure in a sample by money; null: nothing'),
        by: z.string().nullable(),
        note: z.string().nullable(),
      }),
    )
    .describe('what is to be reviewed, in the order of the draw'),
  review: z
    .strictObject({
      file: z.string(),
      sha256: z.string(),
      counts: z.record(z.enum(keysOf<ResultWord>(RESULTS)), z.int()),
      verdict: z.enum(['accepted', 'rejected']).nullable().describe('of a plan by AQL or money'),
      failing: z
        .strictObject({
          share: figure().describe('of the sample'),
          low: figure(),
          high: figure(),
          least: z.int().describe('of the population'),
          most: z.int(),
        })
        .nullable()
        .describe('exact interval at the confidence, the finite population in it; null: by money'),
      money: z
        .strictObject({ projected: amount(), least: amount().nullable(), most: amount() })
        .nullable()
        .describe('that is paid for what fails; null: no money'),
      errors: z
        .array(
          z.strictObject({
            id: z.string(),
            amount: amount(),
            should_pay: amount(),
            certain: z.boolean(),
            projected: amount(),
            bound: amount().describe('what it adds to the most'),
          }),
        )
        .describe('of a sample by money, the largest part of its amount first'),
    })
    .nullable()
    .describe('what the filled-in sheet says; null: it is still to be filled in. No figure moves money'),
});
export type SampleDocument = z.output<typeof sampleDocument>;
export type SampleItem = SampleDocument['items'][number];
export type SampleReview = NonNullable<SampleDocument['review']>;
