import { z } from 'zod';
import { parseShare } from '../../sow/decimal.ts';
import { type Credit, clause, count, credit, duration, money, share, text } from '../../sow/scalars.ts';
import { defineFee } from '../fee.ts';

const periods = z.enum(['month', 'quarter', 'contract']).default('month');

export const retainer = defineFee({
  title: 'Retainer',
  why: 'A fixed fee for a period.',
  params: z.strictObject({
    clause: clause(),
    amount: money(),
    per: periods,
    prorate: z.enum(['actual_days', 'thirty_days', 'none']).default('actual_days'),
  }),
});

export const setup = defineFee({
  title: 'Setup fee',
  why: 'Paid once, in the first period.',
  params: z.strictObject({ clause: clause(), amount: money() }),
});

export const hours = defineFee({
  title: 'Hours',
  why: 'Hours of agents, from their sessions.',
  params: z.strictObject({
    clause: clause(),
    rate: money(),
    round: duration().optional(),
    direction: z.enum(['down', 'up', 'nearest']).default('down'),
    non_billable: z.array(text()).default([]),
  }),
});

export const minimum = defineFee({
  title: 'Minimum',
  why: 'What is owed though less was delivered.',
  params: z
    .strictObject({
      clause: clause(),
      amount: money().optional(),
      units: count().optional(),
      per: periods,
      counts: z.enum(['net_of_reversals', 'gross']).default('net_of_reversals'),
    })
    .refine((m) => (m.amount === undefined) !== (m.units === undefined), { error: 'needs either `amount` or `units`' }),
});

export const lateReport = defineFee({
  title: 'Credit for late reports',
  why: 'What a late report costs the vendor.',
  params: z.strictObject({
    clause: clause(),
    per: z.enum(['day', 'business day']),
    credit: money(),
    max: money().optional(),
  }),
});

export const clawback = defineFee({
  title: 'Clawback',
  why: 'Part of the fee comes back when the opportunity is lost.',
  params: z.strictObject({ clause: clause(), when: z.enum(['opportunity_lost']), within: duration(), share: share() }),
});

export const tax = defineFee({
  title: 'Tax',
  why: 'Tax on the rounded net.',
  params: z.strictObject({ clause: clause(), rate: share(), basis: z.enum(['invoice', 'line']).default('invoice') }),
});

export const sla = defineFee({
  title: 'Service level credits',
  why: 'What a missed metric costs the vendor, by the definition of the SOW.',
  params: z.array(
    z
      .strictObject({
        clause: clause(),
        metric: text(),
        at_least: share().optional(),
        at_most: share().optional(),
        credit: credit().describe('a share of `of`, or an amount without it'),
        of: z.enum(['retainer', 'period_fees']).optional(),
      })
      // `0.05` alone is an amount as well as a share: beside `of` it is the share.
      .transform((s): typeof s & { credit: Credit } => {
        const share = s.of === undefined ? undefined : parseShare(s.credit.text);
        return share ? { ...s, credit: { text: s.credit.text, share } } : s;
      })
      .refine((s) => (s.of === undefined) !== 'share' in s.credit, {
        error: 'a share needs `of`, an amount must not have it',
      })
      .refine((s) => (s.at_least === undefined) !== (s.at_most === undefined), {
        error: 'needs either `at_least` or `at_most`',
      }),
  ),
});
