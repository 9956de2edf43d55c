import type { Closing } from '../ledger/closing.ts';
import type { Decimal } from '../sow/decimal.ts';
import type { Entry } from './booked.ts';
import { isLess, type Money, minus, type Purse, plus, smaller } from './money.ts';

/** What closed periods have clawed back of a chain: of what is given back for other reasons it is no longer there to be taken. */
export interface ClawedBack {
  /** What of it is of these entries, and the share by which it was taken; nothing where nothing was. */
  of(ids: readonly string[], entries: readonly Entry[]): { readonly taken: Money; readonly share: Decimal } | undefined;
}

/** Each amount is counted once: a chain that is paid in two closings gives back a share of both. */
export function clawedBackIn(closings: readonly Closing[], purse: Purse): ClawedBack {
  const chains = new Map<string, { left: Money; readonly share: Decimal }>();
  for (const { document, sow } of closings) {
    const share = sow.fees.clawback?.share;
    for (const { kind, chain, amount } of document.lines) {
      if (kind !== 'clawback' || chain === null || !share) continue;
      const known = chains.get(chain) ?? { left: purse.zero, share };
      known.left = minus(known.left, purse.parse(amount) ?? purse.zero);
      chains.set(chain, known);
    }
  }
  return {
    of(ids, entries) {
      const known = ids.flatMap((id) => chains.get(id) ?? [])[0];
      if (!known) return undefined;
      const paid = entries.filter(({ amount }) => isLess(purse.zero, amount));
      const whole = paid.reduce((sum, { amount }) => plus(sum, purse.times(amount, known.share)), purse.zero);
      const taken = smaller(known.left, whole);
      known.left = minus(known.left, taken);
      return { taken, share: known.share };
    },
  };
}
