import type { Criteria } from '../sow/criteria.ts';
import type { MEASURED, Tolerance } from './definition.ts';

/** What a figure is: a share of 1, a number of rows, a length of time, or a number for each of something. */
export const UNITS = ['share', 'count', 'seconds', 'hours', 'each'] as const;

/** How a metric is computed: rows of one kind, which of them count, and what they are divided by. */
export interface MetricRow {
  readonly title: string;
  readonly formula: string;
  readonly unit: (typeof UNITS)[number];
  readonly of: (typeof MEASURED)[number];
  readonly count?: Criteria | undefined;
  readonly per?: Criteria | undefined;
  readonly sum?: string | undefined;
  readonly mean?: string | undefined;
  /** Rows with the same value of this field count once. */
  readonly distinct?: string | undefined;
  /** The count (or sum) of another metric, by its id or in itself, that the count is divided by: the figure joins two kinds of rows. */
  readonly over?: string | MetricRow | undefined;
  /** What the contract promises for a month, in hours, that the sum is divided by. */
  readonly contracted?: number | undefined;
  /** The figure is for so many of what it is divided by. */
  readonly times?: number | undefined;
  /** Chains belong to the month of recognition; `booked` counts them in the month of their first booking, `scheduled` in that of their last slot. */
  readonly belongs?: 'booked' | 'scheduled';
  /** Counted in rows of a day each: the figure is for a year of the average day. */
  readonly annual?: boolean;
  /** Most sources know no such rows: left out where none counts, nobody reports it and the SOW does not name it. */
  readonly rare?: boolean;
  readonly tolerance: Tolerance;
  /** Other names in vendors' summaries. */
  readonly aliases: readonly string[];
}
