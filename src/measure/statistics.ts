import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** P(X >= count) of n trials at a rate. */
export const binomialUpper = (count: number, n: number, rate: number): number =>
  count <= 0 ? 1 : binomialCdf(n - count, n, 1 - rate);

/**
 * Fisher's exact test of two shares: the chance of as many of the first, or more (`upper`), and of as few, or fewer (`lower`), where all that
 * happened fell on both alike. It knows that the other side's rate is an estimate too.
 */
export function fisher(a: Share, b: Share): { readonly upper: number; readonly lower: number } {
  const [n, total] = [a.n + b.n, a.count + b.count];
  const [least, most] = [Math.max(0, total - b.n), Math.min(total, a.n)];
  const sums = { upper: 0, lower: 0, all: 0 };
  const add = (count: number, weight: number): void => {
    sums.all += weight;
    if (count >= a.count) sums.upper += weight;
    if (count <= a.count) sums.lower += weight;
  };
  // Weights against that of the likeliest count, outward from it: they only shrink, so that nothing overflows.
  const mode = Math.min(most, Math.max(least, Math.floor(((total + 1) * (a.n + 1)) / (n + 2))));
  add(mode, 1);
  for (let k = mode + 1, weight = 1; k <= most && weight > 0; k++) {
    weight *= ((total - k + 1) * (a.n - k + 1)) / (k * (b.n - total + k));
    add(k, weight);
  }
  for (let k = mode - 1, weight = 1; k >= least && weight > 0; k--) {
    weight *= ((k + 1) * (b.n - total + k + 1)) / ((total - k) * (a.n - k));
    add(k, weight);
  }
  return { upper: sums.upper / sums.all, lower: sums.lower / sums.all };
}

/** Upper tail of chi-squared. */
export const chiSquareUpper = (statistic: number, df: number): number => 1 - chiSquareCdf(statistic, df);

/** Two samples' shares against one pooled rate: z, and its two-sided p. */
export function twoProportions(a: Share, b: Share): { readonly z: number; readonly p: number } {
  const pooled = (a.count + b.count) / (a.n + b.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  const z = error === 0 ? 0 : (a.count / a.n - b.count / b.n) / error;
  return { z, p: 2 * normalCdf(-Math.abs(z), 0, 1) };
}

export interface Share {
  readonly count: number;
  readonly n: number;
}

/**
 * Benjamini-Hochberg: each p-value times their number over its rank, never above that of the next. Those at or below the false discovery rate
 * are signals.
 */
export function adjusted(ps: readonly number[]): number[] {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
  const found = new Array<number>(ps.length);
  let least = 1;
  for (const [at, { p, i }] of order.entries()) {
    least = Math.min(least, (p * ps.length) / (ps.length - at));
    found[i] = least;
  }
  return found;
}
