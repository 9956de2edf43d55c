import { z } from 'zod';
import { clause, count } from '../../sow/scalars.ts';
import { defineFee } from '../fee.ts';

export const cap = defineFee({
  title: 'How many units are paid',
  why: 'A budget ends somewhere; what is delivered beyond it is unpaid or moves on.',
  params: z.strictObject({
    clause: clause(),
    max: count(),
    per: z.enum(['month', 'quarter', 'contract']).default('month'),
    over: z.enum(['unpaid', 'next_period']).describe('next_period: counted there first').default('unpaid'),
  }),
});
