import { fill, type SentenceArgs } from '../problems/sentence.ts';
import type { ReportedMetric } from '../read/records.ts';
import type { Period } from '../sow/period.ts';
import { type Measured, samePeriod } from './compare.ts';
import type { Metric } from './metrics.ts';
import {
  isNamed,
  isOf,
  isOfWhole,
  metricNamed,
  partOf,
  REPORTED_GROUPS,
  type ReadReported,
  speaksOf,
} from './reported.ts';

/** What figures were compared with, and how they were read. */
export interface Compared {
  readonly rows: readonly ReportedMetric[];
  readonly metrics: readonly Metric[];
  readonly measured: readonly Measured[];
  readonly period: Period;
  readonly read: ReadReported;
}

type Row = ReportedMetric;
interface Cause {
  readonly says: string;
  /** The arguments of the sentence where it is so. */
  readonly of: (row: Row, metric: Metric, c: Compared) => SentenceArgs | undefined;
}

const when = (isSo: boolean): SentenceArgs | undefined => (isSo ? {} : undefined);

/** Why a figure of a metric was compared with nothing; the first that is so. */
const CAUSES: readonly Cause[] = [
  {
    says: 'it is of another period ({period})',
    of: ({ period }, _, c) => (period !== undefined && !samePeriod(period, c.period) ? { period } : undefined),
  },
  {
    says: 'it is of {group} {part} alone, of which no figure was asked for or found',
    of: (row, metric, { measured }) => {
      const group = REPORTED_GROUPS.find((each) => partOf(row, each) !== undefined);
      const parts = measured.flatMap(({ id, by }) => (id === metric.id && by ? Object.entries(by) : []));
      const isKnown = isOfWhole(row) || parts.some(([by, name]) => speaksOf(row, by, name));
      return group && !isKnown ? { group, part: partOf(row, group) } : undefined;
    },
  },
  {
    says: 'nobody can tell whether it is in percent',
    of: (row, { unit }, { read }) =>
      when(unit === 'share' && !read(row, unit) && read({ ...row, value: `${row.value}%` }, unit) !== undefined),
  },
  { says: 'it is no figure that can be read', of: (row, { unit }, { read }) => when(!read(row, unit)) },
  {
    says: 'another row has the very name of the metric, and was compared',
    of: (row, metric, c) =>
      when(!isNamed(metric, row) && besides(row, metric, c).some((other) => isNamed(metric, other))),
  },
  {
    says: 'it is reported twice, with two figures',
    of: (row, metric, c) => {
      const own = c.read(row, metric.unit)?.value;
      return when(besides(row, metric, c).some((other) => c.read(other, metric.unit)?.value !== own));
    },
  },
];

/** Other rows that speak of the same. */
const besides = (row: Row, metric: Metric, { rows, read, period }: Compared): Row[] =>
  rows.filter(
    (other) =>
      other !== row &&
      isOf(metric, other) &&
      (other.period === undefined || samePeriod(other.period, period)) &&
      REPORTED_GROUPS.every((group) => partOf(other, group) === partOf(row, group)) &&
      read(other, metric.unit) !== undefined,
  );

/** Why a reported figure was compared with nothing, in words. */
export function whyNotCompared(row: Row, c: Compared): string {
  const metric = metricNamed(c.metrics, row);
  if (!metric) return 'neither the catalogue nor the SOW has a metric of that name';
  for (const { says, of } of CAUSES) {
    const args = of(row, metric, c);
    if (args) return fill(says, args);
  }
  return 'the rows give no figure to compare it with';
}
