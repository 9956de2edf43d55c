import { z } from 'zod';
import { clause, duration, flag, money, share } from '../../sow/scalars.ts';
import { defineFee } from '../fee.ts';

export const invoice = defineFee({
  title: 'How an invoice is disputed',
  why: 'Who misses the dispute window pays.',
  params: z.strictObject({
    clause: clause(),
    auto_clear: z
      .strictObject({
        share: share().optional(),
        amount: money().optional(),
        both: flag().describe('both limits, or one of them').default(true),
      })
      .describe('differences this small are cleared')
      .optional(),
    dispute_within: duration().describe("from the invoice's `received`").optional(),
  }),
});
