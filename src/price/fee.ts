import type { z } from 'zod';

/** One block of `fees:`. The schema, the docs and the pricing read this row. */
export interface FeeRow<P extends z.ZodType = z.ZodType> {
  readonly title: string;
  readonly why: string;
  readonly params: P;
}

export const defineFee = <P extends z.ZodType>(fee: FeeRow<P>): FeeRow<P> => fee;
