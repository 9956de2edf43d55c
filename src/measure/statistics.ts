import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** P(X >= count) of n trials at a rate. */
export const binomialUpper = (count: number, n: number, rate: number): number =>
  count <= 0 ? 1 : binomialCdf(n - count, n, 1 - rate);

/** Twice the smaller tail, at most 1: how odd a count is to either side. */
export const binomialTwoSided = (count: number, n: number, rate: number): number =>
  Math.min(1, 2 * Math.min(binomialUpper(count, n, rate), binomialCdf(count, n, rate)));

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
