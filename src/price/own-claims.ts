import type { Claim } from '../link/claims.ts';
import { isIn, isWithin, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';

/** Whether a claim is judged in a period: it lies in it, or it is for a fee of a longer span, which falls due in the month that the span ends in. */
export function isOfPeriod({ kind, period }: Pick<Claim, 'kind' | 'period'>, audited: Period, { fees }: Sow): boolean {
  if (isWithin(audited, period)) return true;
  const { per } = (kind === 'retainer' ? fees.retainer : kind === 'shortfall' ? fees.minimum : undefined) ?? {};
  return per !== undefined && per !== 'month' && isIn(audited, period.to);
}
