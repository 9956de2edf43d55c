import { z } from 'zod';
import { clause, duration, money } from '../../sow/scalars.ts';
import { defineFee } from '../fee.ts';

export const replacement = defineFee({
  title: 'Leads that replace rejected ones',
  why: 'Many SOWs replace instead of refunding; the SOW says at which price and by when.',
  params: z.strictObject({
    clause: clause(),
    due: duration().describe('from the decision').optional(),
    price: money().describe('price of a replacement').prefault('0.00'),
    consumes: z
      .array(z.enum(['cap', 'tier']))
      .describe('which places it takes')
      .default([]),
    unfilled: z.enum(['credit', 'nothing']).default('credit'),
  }),
});
