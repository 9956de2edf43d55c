import { fisher } from '../measure/statistics.ts';
import { CONFIDENCES, type Confidence } from './confidence.ts';

/** How many of a population fail: at least, and at most. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * How many of a population may fail where `failed` of `reviewed` do: every number under which neither as many nor as few would be too unlikely (Clopper and
 * Pearson's test, for draws without replacement). It is exact: the finite population is in it, and a review of everything leaves no doubt.
 */
export function boundsOf(failed: number, reviewed: number, items: number, confidence: Confidence): Bounds {
  const chance = (1 - CONFIDENCES[confidence].share) / 2;
  const tails = (failing: number) =>
    fisher({ count: failed, n: reviewed }, { count: failing - failed, n: items - reviewed });
  const [fewest, greatest] = [failed, items - reviewed + failed];
  return {
    least: first(fewest, greatest, (failing) => tails(failing).upper > chance),
    most: first(fewest, greatest, (failing) => failing === greatest || tails(failing + 1).lower <= chance),
  };
}

/** The first number of a range for which something holds that holds from there on. */
function first(from: number, to: number, holds: (n: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
