import type { Criteria } from '../sow/criteria.ts';
import { brokenLine, type Facts, type Truth, truthOf } from '../sow/criteria.ts';
import type { Ladder } from '../sow/titles.ts';
import type { MetricRow } from './catalogue.ts';
import { Distinct } from './distinct.ts';

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
  /** Values that count once. */
  seen?: Distinct;
}

export const newTally = (): Tally => ({ rows: 0, count: 0, per: 0, sum: 0, unknown: 0, excluded: new Map() });

/** Tallies of one metric: the whole under `ALL`, and one a value of each group. */
export type Tallies = Map<string, Tally>;
export const ALL = '';

const held = (criteria: Criteria | undefined, facts: Facts, titles: Ladder): Truth =>
  criteria === undefined ? 'yes' : truthOf(criteria, facts, titles);

/** By which fact a row is left out of the denominator: an outcome or a disposition by its word, another word with its field, a number by its field. */
function whyLeftOut(per: Criteria, facts: Facts, titles: Ladder): string {
  const first = brokenLine(per, facts, titles);
  if (first?.value === undefined) return 'other';
  if (typeof first.value === 'number') return first.field;
  const isWord = first.field === 'outcome' || first.field === 'disposition';
  return isWord ? String(first.value) : `${first.field} ${first.value}`;
}

/** Adds one row to a figure, as a whole and for its groups. A row with a missing fact is counted as unknown, never as a no. */
export function tallyInto(
  tallies: Tallies,
  keys: readonly string[],
  metric: MetricRow,
  facts: Facts,
  titles: Ladder,
): void {
  const per = held(metric.per, facts, titles);
  const count = per === 'yes' ? held(metric.count, facts, titles) : per;
  const field = metric.sum ?? metric.mean;
  const value = field === undefined ? 0 : facts(field);
  const one = metric.distinct === undefined ? undefined : textOf(facts(metric.distinct));
  const isMissing = typeof value !== 'number' || (metric.distinct !== undefined && one === undefined);
  const isUnknown = count === 'unknown' || (count === 'yes' && isMissing);
  const excluded = per === 'no' && metric.per ? whyLeftOut(metric.per, facts, titles) : undefined;
  for (const key of keys) {
    let tally = tallies.get(key);
    if (!tally) {
      tally = newTally();
      tallies.set(key, tally);
    }
    tally.rows++;
    if (excluded !== undefined) tally.excluded.set(excluded, (tally.excluded.get(excluded) ?? 0) + 1);
    else if (isUnknown) tally.unknown++;
    else {
      tally.per++;
      if (count === 'no' || (one !== undefined && seenIn(tally).add(one) > 1)) continue;
      tally.count++;
      tally.sum += Number(value);
    }
  }
}

const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
const seenIn = (tally: Tally): Distinct => {
  tally.seen ??= new Distinct();
  return tally.seen;
};

/** What a metric counts or adds up, over what another one does, by group. */
export function overTally(own: Tallies, per: Tallies, metric: MetricRow, divisor: MetricRow): Tallies {
  const amount = (tallies: Tallies, key: string, { sum }: MetricRow): number => {
    const tally = tallies.get(key);
    return (sum === undefined ? tally?.count : tally?.sum) ?? 0;
  };
  return new Map(
    [...new Set([...own.keys(), ...per.keys()])].map((key) => [
      key,
      { ...newTally(), ...own.get(key), count: amount(own, key, metric), per: amount(per, key, divisor) },
    ]),
  );
}

/** Seconds that add up, over those that were promised. */
export const overPromise = (own: Tallies, promised: number): Tallies =>
  new Map([...own].map(([key, tally]) => [key, { ...tally, count: tally.sum, per: promised }]));

/** Whether the figure is a count divided by another one. */
export const isRatio = ({ per, over, contracted }: MetricRow): boolean =>
  per !== undefined || over !== undefined || contracted !== undefined;

export const ratioOf = ({ times = 1 }: MetricRow, { count, per }: Tally): number => (count / per) * times;

/** The figure of a tally; null where nothing is known to compute it from. */
export function figureOf(metric: MetricRow, tally: Tally | undefined): number | null {
  if (!tally) return metric.unit === 'count' ? 0 : null;
  if (tally.unknown > 0 && tally.per === 0) return null;
  if (isRatio(metric)) return tally.per ? round4(ratioOf(metric, tally)) : null;
  if (metric.sum) return round4(metric.unit === 'hours' ? tally.sum / 3600 : tally.sum);
  if (metric.mean) return tally.count ? round4(tally.sum / tally.count) : null;
  return tally.count;
}

const round4 = (x: number): number => Math.round(x * 1e4) / 1e4;
