import type { Instant } from './dates.ts';

/** A half-open stretch of time. */
export type Span = readonly [from: Instant, to: Instant];

/** Pieces add, gaps and overlaps do not: sorted and merged. */
export function union(spans: readonly Span[]): Span[] {
  const merged: [Instant, Instant][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What lies in both of two merged lists. */
export function intersection(a: readonly Span[], b: readonly Span[]): Span[] {
  return a
    .flatMap((x) => b.map((y): Span => [Math.max(x[0], y[0]), Math.min(x[1], y[1])]))
    .filter(([from, to]) => from < to);
}

/** In milliseconds. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + (to - from), 0);
