import { z } from 'zod';
import { criteria } from '../../sow/criteria.ts';
import { clause, count, date, duration, money } from '../../sow/scalars.ts';
import { defineFee } from '../fee.ts';

const tiers = z
  .array(
    z.strictObject({
      up_to: count().describe('the last unit of the tier; the last tier has none').optional(),
      price: money(),
    }),
  )
  .min(1);
const perDuration = z.strictObject({ first: duration(), price: money(), then: duration(), each: money() });
const classes = z.record(z.string(), money());
const when = z.array(z.strictObject({ criteria, price: money() }));

export const rates = defineFee({
  title: 'What one unit costs',
  why: 'Tiers, classes and special prices decide more money than any other clause.',
  params: z.strictObject({
    clause: clause(),
    per: z.enum(['month', 'quarter', 'contract']).describe('when the tier counter restarts').default('month'),
    mode: z
      .enum(['graduated', 'volume'])
      .describe('graduated: each unit at the price of its place; volume: all units at the price of the last')
      .default('graduated'),
    tiers: tiers.optional(),
    classes: classes.describe('flat price of a rate class; takes no tier place').optional(),
    when: when.describe('special prices, before tiers; they take a tier place').optional(),
    per_duration: perDuration.describe('a price by the length of the meeting').optional(),
    effective: z
      .array(
        z.strictObject({
          from: date(),
          tiers: tiers.optional(),
          classes: classes.optional(),
          when: when.optional(),
          per_duration: perDuration.optional(),
        }),
      )
      .describe('amendments; the booking date decides')
      .default([]),
  }),
});
export type Rates = z.output<typeof rates.params>;
