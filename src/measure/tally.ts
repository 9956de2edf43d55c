import type { Criteria } from '../sow/criteria.ts';
import { brokenLine, type Facts, type Truth, truthOf } from '../sow/criteria.ts';
import { daysBetween } from '../sow/dates.ts';
import { type Period, yearsOf } from '../sow/period.ts';
import type { Ladder } from '../sow/titles.ts';
import { type Numbering, NumberSet } from './distinct.ts';
import type { MetricRow } from './metric-row.ts';

/** A running figure: nothing of a row is kept but what it adds. */
export interface Tally {
  rows: number;
  count: number;
  per: number;
  sum: number;
  /** Rows of which nobody can say whether they count: a fact is missing. */
  unknown: number;
  /** Rows left out of the denominator, by outcome, and how many of them would count. */
  readonly excluded: Map<string, LeftOut>;
  /** Numbers of the values that count once. */
  seen?: NumberSet;
  /** The figure is for so many periods. */
  times?: number;
}

export interface LeftOut {
  rows: number;
  count: number;
}

export const newTally = (): Tally => ({ rows: 0, count: 0, per: 0, sum: 0, unknown: 0, excluded: new Map() });

/** Tallies of one metric: the whole under `ALL`, and one a value of each group. */
export type Tallies = Map<string, Tally>;
export const ALL = '';

const held = (criteria: Criteria | undefined, facts: Facts, titles: Ladder): Truth =>
  criteria === undefined ? 'yes' : truthOf(criteria, facts, titles);

/** The fields that branches of criteria ask for, in words: nobody can say which of them it was. */
export const branchFields = (branches: readonly Criteria[]): string => {
  const fields = branches.flatMap((branch) =>
    Object.entries(branch).flatMap(([field, rule]) => (Array.isArray(rule) ? branchFields(rule) : field)),
  );
  return [...new Set(fields)].join(' or ');
};

/** By which fact a row is left out of the denominator: an outcome or a disposition by its word, another word with its field, a number by its field, a yes or no as such. */
function whyLeftOut(per: Criteria, facts: Facts, titles: Ladder): string {
  const first = brokenLine(per, facts, titles);
  const rule = first && per[first.field];
  if (Array.isArray(rule)) return branchFields(rule);
  if (first?.value === undefined) return 'other';
  if (typeof first.value === 'number') return first.field;
  const said = String(first.value);
  if (said === 'true' || said === 'false') return said === 'true' ? first.field : `not ${first.field}`;
  return first.field === 'outcome' || first.field === 'disposition' ? said : `${first.field} ${said}`;
}

/** What a row is to a metric by its criteria: it counts, it is considered and does not, nobody can say, or it is left out of the denominator (and would count, were it not). */
export type Standing = 'counts' | 'not' | 'unknown' | { readonly leftOut: string; readonly wouldCount: boolean };

export function standingOf(metric: MetricRow, facts: Facts, titles: Ladder): Standing {
  const per = held(metric.per, facts, titles);
  if (per === 'no')
    return {
      leftOut: whyLeftOut(metric.per ?? {}, facts, titles),
      wouldCount: held(metric.count, facts, titles) === 'yes',
    };
  const count = per === 'yes' ? held(metric.count, facts, titles) : per;
  return count === 'yes' ? 'counts' : count === 'no' ? 'not' : count;
}

/** What a row adds where it counts: an amount, and the number of the value that counts once. */
export interface Amount {
  readonly value: number;
  readonly one: number | undefined;
}
const ONE_ROW: Amount = { value: 0, one: undefined };

/** Undefined where a fact is missing: such a row is unknown. */
export function amountOf(metric: MetricRow, facts: Facts, numbering: Numbering): Amount | undefined {
  const field = metric.sum ?? metric.mean;
  if (field === undefined && metric.distinct === undefined) return ONE_ROW;
  const value = field === undefined ? 0 : facts(field);
  if (typeof value !== 'number') return undefined;
  if (metric.distinct === undefined) return { value, one: undefined };
  const one = facts(metric.distinct);
  return one === undefined ? undefined : { value, one: numbering.of(String(one)) };
}

/** Adds one row to a figure. A row with a missing fact is counted as unknown, never as a no. */
export function addTo(tally: Tally, standing: Standing, amount: Amount | undefined): void {
  tally.rows++;
  if (typeof standing === 'object') leaveOut(tally, standing.leftOut, 1, standing.wouldCount ? 1 : 0);
  else if (standing === 'unknown' || (standing === 'counts' && !amount)) tally.unknown++;
  else {
    tally.per++;
    if (standing === 'not' || !amount || (amount.one !== undefined && !seenIn(tally).add(amount.one))) return;
    tally.count++;
    tally.sum += amount.value;
  }
}

/** Notes rows that are left out of the denominator. */
export function leaveOut({ excluded }: Tally, what: string, rows: number, count: number): void {
  const known = excluded.get(what);
  if (known) {
    known.rows += rows;
    known.count += count;
  } else excluded.set(what, { rows, count });
}

const seenIn = (tally: Tally): NumberSet => {
  tally.seen ??= new NumberSet();
  return tally.seen;
};

/** The tally of a name; a new one where there is none yet. */
export function tallyOf(tallies: Tallies, name: string): Tally {
  const known = tallies.get(name);
  if (known) return known;
  const made = newTally();
  tallies.set(name, made);
  return made;
}

/** What a metric counts or adds up, over what another one does, by group. */
export function overTally(own: Tallies, per: Tallies, metric: MetricRow, divisor: MetricRow): Tallies {
  const amount = (tallies: Tallies, key: string, { sum }: MetricRow): number => {
    const tally = tallies.get(key);
    return (sum === undefined ? tally?.count : tally?.sum) ?? 0;
  };
  // Nothing known is no nothing: it is divided by nothing.
  const divided = (key: string): number => (isUnknown(metric, own.get(key)) ? 0 : amount(per, key, divisor));
  return new Map(
    [...new Set([...own.keys(), ...per.keys()])].map((key) => {
      const unknown = (own.get(key)?.unknown ?? 0) + (per.get(key)?.unknown ?? 0);
      return [key, { ...newTally(), ...own.get(key), unknown, count: amount(own, key, metric), per: divided(key) }];
    }),
  );
}

/** Whether there are rows, and a fact is missing of each that could count: its own length or number too, where that is what is added up or counted once. */
const isUnknown = ({ sum, distinct }: MetricRow, tally: Tally | undefined): boolean =>
  tally !== undefined &&
  tally.unknown > 0 &&
  (tally.per === 0 || ((sum ?? distinct) !== undefined && tally.count === 0));

/** Seconds that add up, over those that were promised. */
export const overPromise = (own: Tallies, metric: MetricRow, promised: number): Tallies =>
  new Map(
    [...own].map(([key, tally]) => [key, { ...tally, count: tally.sum, per: isUnknown(metric, tally) ? 0 : promised }]),
  );

/** Rows of a day each: over as many as there are on the average day, times what makes the period a year. */
export const overYear = (own: Tallies, period: Period): Tallies => {
  const days = daysBetween(period.from, period.to) + 1;
  const times = 1 / yearsOf(period);
  return new Map([...own].map(([key, tally]) => [key, { ...tally, per: tally.per / days, times }]));
};

/** Whether the figure is a count divided by another one. */
export const isRatio = ({ per, over, contracted }: MetricRow): boolean =>
  per !== undefined || over !== undefined || contracted !== undefined;

/** The figure of a tally, unrounded: a service level is held against it. Null where nothing is known to compute it from. */
export function figureOf(metric: MetricRow, tally: Tally | undefined): number | null {
  if (!tally) return metric.unit === 'count' ? 0 : null;
  if (isUnknown(metric, tally)) return null;
  const { count, per, sum, times = 1 } = tally;
  if (isRatio(metric)) return per ? (count / per) * (metric.times ?? 1) * times : null;
  if (metric.sum) return metric.unit === 'hours' ? sum / 3600 : sum;
  if (metric.mean) return count ? sum / count : null;
  return count;
}
