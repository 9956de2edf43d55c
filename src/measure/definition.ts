import { z } from 'zod';
import { criteria } from '../sow/criteria.ts';
import { type Decimal, parseShare } from '../sow/decimal.ts';
import { clause, numeral, scalar, text } from '../sow/scalars.ts';

/** How far a reported figure may lie from the restated one. */
export type Tolerance =
  | { readonly kind: 'exact' }
  /** Percentage points: for shares. */
  | { readonly kind: 'points'; readonly by: Decimal }
  /** Of the restated figure. */
  | { readonly kind: 'share'; readonly by: Decimal };

export function parseTolerance(t: string): Tolerance | undefined {
  if (t === 'exact') return { kind: 'exact' };
  const points = /^(\d+(?:\.\d+)?)\s*pp$/.exec(t);
  const by = parseShare(points ? `${points[1]}%` : t);
  return by && (points || t.includes('%')) ? { kind: points ? 'points' : 'share', by } : undefined;
}

export const MEASURED = ['meetings', 'chains', 'calls', 'sessions', 'handovers', 'roster', 'claims'] as const;
export const GROUPS = ['agent', 'campaign', 'week', 'day', 'source', 'class'] as const;

/** One entry of `metrics:`. A catalogue name needs only a tolerance; `of` with count, per, sum or mean defines or redefines one. */
export const metricDefinition = z.strictObject({
  clause: clause(),
  of: z.enum(MEASURED).describe('the rows that are counted').optional(),
  count: criteria.describe('the rows that count').optional(),
  per: criteria.describe('the rows that they are divided by: the figure is a share').optional(),
  sum: text().describe('the field that is added up').optional(),
  mean: text().describe('the field that is averaged').optional(),
  contracted: numeral()
    .refine((n) => n > 0, { error: 'expected more than 0' })
    .describe('what the contract promises for a month, in hours: the figure is the share of it')
    .optional(),
  tolerance: scalar('`exact`, points such as `1 pp`, or a share such as `2%`', parseTolerance).optional(),
  by: z.array(z.enum(GROUPS)).describe('groups the figure is shown for').optional(),
});
export type MetricDefinition = z.output<typeof metricDefinition>;
