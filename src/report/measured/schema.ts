import { z } from 'zod';
import { MEASURED } from '../../measure/definition.ts';
import { UNITS } from '../../measure/metric-row.ts';
import { day, figure, row } from '../fields.ts';

const limits = {
  limits_95: z
    .tuple([z.number(), z.number()])
    .describe('exact binomial limits about the rate of all, at this n; 2.5 % lie beyond each by chance'),
  limits_99_8: z.tuple([z.number(), z.number()]),
};

/** What is measured of a month, as every document with figures has it. */
export const measuredSchema = {
  metrics: z.array(
    z.strictObject({
      id: z.string(),
      clause: z.string().nullable(),
      by: z.record(z.string(), z.string()).nullable(),
      reported: figure().nullable(),
      restated: figure().nullable(),
      verified: figure().nullable(),
      difference: figure().nullable(),
      tolerance: z.string(),
      status: z.enum(['within', 'outside', 'not_reported']),
      of: z.enum(MEASURED).nullable().describe('the rows that are counted, meetings by slot; null: of two kinds'),
      count: z.number(),
      per: z.number().nullable(),
      verified_count: z.number().nullable(),
      verified_per: z.number().nullable(),
      excluded: z
        .array(z.strictObject({ what: z.string(), rows: z.int(), count: z.int() }))
        .describe('rows left out of what it is divided by, and how many of them would count'),
      unknown: z.int().describe('rows of which a fact is missing: they are in no part of the figure'),
      ungrouped: z
        .array(z.strictObject({ by: z.string(), rows: z.int() }))
        .describe('of the whole: rows that name nobody of a group, and are in none of its figures'),
      interval: z.tuple([figure(), figure()]).nullable(),
      unit: z.enum(UNITS).describe('each: a number for each (or 1,000) of something'),
      reproduced_by: z
        .array(z.string())
        .describe("other readings of the metric that give the vendor's figure, nearest first"),
    }),
  ),
  anomalies: z
    .array(
      z.strictObject({
        test: z.string(),
        id: z.string().nullable().describe('as statisticians of the field number it, A1 to A24'),
        title: z.string(),
        tested: z.int().describe('agents, contacts or months that were looked at'),
        not_run: z.string().nullable(),
        caution: z.string().describe('what also looks like this and is fine'),
        signals: z.array(
          z.strictObject({
            subject: z.string().nullable().describe('who or what; null: the whole month'),
            n: z.int(),
            statistic: z.number(),
            threshold: z.number(),
            p: z.number().nullable(),
            q: z.number().nullable().describe('p among those of all tests and subjects (Benjamini-Hochberg)'),
            message: z.string(),
            evidence: z.array(row).describe('the first rows'),
          }),
        ),
      }),
    )
    .describe('the tests of `checks.anomalies`; a signal asks for a check and moves no money'),
  drift: z
    .strictObject({
      metric: z.string(),
      baseline: z.strictObject({
        from: day(),
        to: day(),
        count: z.number(),
        n: z.number(),
        rate: z.number().nullable().describe('the centre of the charts; null: nothing to count'),
      }),
      cusum_limit: z.number().describe('above which a cumulative sum signals'),
      signals: z.array(
        z.strictObject({
          method: z.enum(['p_chart', 'ewma', 'cusum']),
          day: day().nullable().describe('the first day that signals; null: none'),
          side: z.enum(['below', 'above']).nullable(),
        }),
      ),
      days: z.array(
        z.strictObject({
          day: day(),
          count: z.number(),
          n: z.number(),
          rate: z.number(),
          lower: z.number(),
          upper: z.number(),
          ewma: z.number(),
          ewma_lower: z.number(),
          ewma_upper: z.number(),
          cusum_low: z.number(),
          cusum_high: z.number(),
        }),
      ),
    })
    .nullable()
    .describe('the metric of `checks.drift` day by day; null: none is asked for'),
  funnel_plots: z
    .array(
      z.strictObject({
        metric: z.string(),
        figures: z.enum(['restated', 'verified']).describe('which figures are compared'),
        count: z.number(),
        n: z.number(),
        rate: z.number().describe('of all these agents together'),
        agents: z.array(
          z.strictObject({
            agent: z.string(),
            count: z.number(),
            n: z.number(),
            rate: z.number(),
            ...limits,
            beyond: z
              .enum(['95%', '99.8%'])
              .nullable()
              .describe('the outermost limits that the rate lies beyond; null: none'),
            side: z.enum(['below', 'above']).nullable(),
          }),
        ),
        curve: z
          .array(z.strictObject({ n: z.number(), ...limits }))
          .describe('the limits from the least n of an agent to the most'),
      }),
    )
    .describe('shares that are asked for by agent, with 5 agents or more: each agent against all of them together'),
};
