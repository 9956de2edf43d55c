import type { Criteria } from '../sow/criteria.ts';
import { every, type Facts, hold, type Truth } from '../sow/criteria.ts';
import type { Ladder } from '../sow/titles.ts';
import type { MetricRow } from './catalogue.ts';

/** A running figure: nothing of a row is kept but what it adds. */
export interface Tally {
  rows: number;
  count: number;
  per: number;
  sum: number;
  /** Rows of which nobody can say whether they count: a fact is missing. */
  unknown: number;
  /** Rows left out of the denominator, by outcome. */
  readonly excluded: Map<string, number>;
}

export const newTally = (): Tally => ({ rows: 0, count: 0, per: 0, sum: 0, unknown: 0, excluded: new Map() });

/** Tallies of one metric: the whole under `ALL`, and one a value of each group. */
export type Tallies = Map<string, Tally>;
export const ALL = '';

const truthOf = (criteria: Criteria | undefined, facts: Facts, titles: Ladder): Truth =>
  criteria === undefined ? 'yes' : every(hold(criteria, facts, titles).map((f) => f.truth));

/** Adds one row to a figure. A row with a missing fact is counted as unknown, never as a no. */
export function tallyInto(tallies: Tallies, key: string, metric: MetricRow, facts: Facts, titles: Ladder): void {
  const tally = tallies.get(key) ?? newTally();
  tallies.set(key, tally);
  tally.rows++;
  const per = truthOf(metric.per, facts, titles);
  const count = per === 'yes' ? truthOf(metric.count, facts, titles) : per;
  const field = metric.sum ?? metric.mean;
  const value = field === undefined ? 0 : facts(field);
  if (per === 'no') {
    const what = String(facts('outcome') ?? facts('disposition') ?? 'other');
    tally.excluded.set(what, (tally.excluded.get(what) ?? 0) + 1);
  } else if (count === 'unknown' || (count === 'yes' && typeof value !== 'number')) {
    tally.unknown++;
  } else {
    tally.per++;
    if (count === 'no') return;
    tally.count++;
    tally.sum += Number(value);
  }
}

/** The counts of one metric over those of another, by group. */
export const overTally = (counts: Tallies, per: Tallies): Tallies =>
  new Map(
    [...new Set([...counts.keys(), ...per.keys()])].map((key) => [
      key,
      { ...newTally(), ...counts.get(key), count: counts.get(key)?.count ?? 0, per: per.get(key)?.count ?? 0 },
    ]),
  );

/** Whether the figure is a count divided by another one. */
export const isRatio = ({ per, over }: MetricRow): boolean => per !== undefined || over !== undefined;

/** The figure of a tally; null where nothing is known to compute it from. */
export function figureOf(metric: MetricRow, tally: Tally | undefined): number | null {
  if (!tally) return metric.unit === 'count' ? 0 : null;
  if (tally.unknown > 0 && tally.per === 0) return null;
  if (isRatio(metric)) return tally.per ? round4(tally.count / tally.per) : null;
  if (metric.sum) return round4(metric.unit === 'hours' ? tally.sum / 3600 : tally.sum);
  if (metric.mean) return tally.count ? round4(tally.sum / tally.count) : null;
  return tally.count;
}

const round4 = (x: number): number => Math.round(x * 1e4) / 1e4;
