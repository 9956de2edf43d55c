import type { RowRef } from '../model.ts';
import type { ReportedMetric } from '../read/records.ts';
import { type Period, parsePeriod } from '../sow/period.ts';
import type { Tolerance } from './definition.ts';
import type { MetricRow } from './metric-row.ts';
import type { Metric } from './metrics.ts';
import { isNamed, isOf, isOfWhole, type ReadReported, speaksOf } from './reported.ts';
import { ALL, figureOf, isRatio, type LeftOut, type Tally } from './tally.ts';
import { wilson } from './wilson.ts';

/** A metric as the vendor reports it, as its own rows say by the SOW's definition, and as the client's evidence says. */
export interface Measured {
  readonly id: string;
  readonly unit: MetricRow['unit'];
  readonly clause: string | null;
  readonly by: Readonly<Record<string, string>> | null;
  readonly reported: number | null;
  readonly restated: number | null;
  /** Null without client evidence. */
  readonly verified: number | null;
  /** reported - restated; percentage points for shares. */
  readonly difference: number | null;
  readonly tolerance: Tolerance;
  readonly status: 'within' | 'outside' | 'not_reported';
  /** The rows of both its parts: a rate of slots is another number than one of chains. Null where it joins two kinds of rows. */
  readonly of: MetricRow['of'] | null;
  readonly count: number;
  readonly per: number | null;
  readonly verifiedCount: number | null;
  readonly verifiedPer: number | null;
  /** Rows left out of the denominator, by outcome, and how many of them would count. */
  readonly excluded: readonly Readonly<{ what: string } & LeftOut>[];
  /** Rows of which a fact is missing: they are in no part of the figure. */
  readonly unknown: number;
  /** Of the whole: rows that name nobody of a group, and are in none of its figures. */
  readonly ungrouped: readonly { readonly by: string; readonly rows: number }[];
  /** Wilson 95 % of the restated share. */
  readonly interval: readonly [number, number] | null;
  readonly evidence: readonly RowRef[];
  /** What the last digit of the reported figure is worth. */
  readonly digit: number | null;
  /** Other readings of the metric that give the vendor's figure. */
  readonly reproducedBy: readonly string[];
}

/** What the vendor reports, and how it is read. */
interface Summaries {
  readonly reported: readonly ReportedMetric[];
  readonly read: ReadReported;
  readonly period: Period;
}

/** Sets the reported figure beside the restated and the verified one. */
export function compareFigures(
  metric: Metric,
  key: string,
  restatedTally: Tally | undefined,
  verifiedTally: Tally | undefined,
  { reported, period, read }: Summaries,
): Measured {
  const [group = '', name = ''] = key.split(/=(.*)/s);
  const spoken = reported.flatMap((row) => {
    const isMetric = isOf(metric, row);
    const isPeriod = row.period === undefined || samePeriod(row.period, period);
    const isGroup = key === ALL ? isOfWhole(row) : speaksOf(row, group, name);
    const figure = isMetric && isPeriod && isGroup ? read(row, metric.unit) : undefined;
    return figure === undefined ? [] : [{ ...figure, row }];
  });
  // "Total calls" may be more than what stands beside it as "Calls".
  const named = spoken.filter(({ row }) => isNamed(metric, row));
  const all = named.length ? named : spoken;
  // Of two figures for one thing nobody can tell which the vendor stands by: none is compared, and that is told.
  const found = all.every(({ value }) => value === all[0]?.value) ? all[0] : undefined;
  const restated = figureOf(metric, restatedTally);
  const scale = metric.unit === 'share' ? 100 : 1;
  const difference = found && restated !== null ? (found.value - restated) * scale : null;
  // A rate has more digits than anybody writes: what is right to its last digit is exact.
  const isRate = isRatio(metric) || metric.mean !== undefined;
  const rounding = found && isRate ? (found.digit / 2) * scale : 0;
  return {
    id: metric.id,
    unit: metric.unit,
    clause: metric.clause,
    by: key === ALL ? null : { [group]: name },
    reported: found?.value ?? null,
    restated,
    verified: verifiedTally ? figureOf(metric, verifiedTally) : null,
    difference: difference === null ? null : Math.round(difference * 100) / 100,
    tolerance: metric.tolerance,
    status:
      difference === null
        ? 'not_reported'
        : isWithin(difference, metric.tolerance, restated ?? 0, rounding)
          ? 'within'
          : 'outside',
    of: metric.over === undefined && metric.contracted === undefined && !metric.annual ? metric.of : null,
    count: restatedTally?.count ?? 0,
    per: isRatio(metric) ? inHundredths(restatedTally?.per ?? 0) : metric.mean ? (restatedTally?.count ?? 0) : null,
    verifiedCount: verifiedTally?.count ?? null,
    verifiedPer: verifiedTally && isRatio(metric) ? verifiedTally.per : null,
    excluded: [...(restatedTally?.excluded ?? [])].sort(inOrder).map(([what, left]) => ({ what, ...left })),
    unknown: restatedTally?.unknown ?? 0,
    ungrouped: [],
    // More meetings than conversations are no share.
    interval:
      metric.unit === 'share' &&
      !metric.sum &&
      !metric.annual &&
      restatedTally?.per &&
      restatedTally.count <= restatedTally.per
        ? wilson(restatedTally.count, restatedTally.per)
        : null,
    evidence: found ? all.map(({ row }) => row.row) : [],
    digit: found?.digit ?? null,
    reproducedBy: [],
  };
}

/** Whether a text names that very period. */
export function samePeriod(text: string, period: Period): boolean {
  const parsed = parsePeriod(text);
  return parsed?.from === period.from && parsed.to === period.to;
}

const inOrder = ([a]: readonly [string, LeftOut], [b]: readonly [string, LeftOut]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** An average is no whole number of rows. */
const inHundredths = (n: number): number => Math.round(n * 100) / 100;

const EPSILON = 1e-9;
function isWithin(difference: number, tolerance: Tolerance, restated: number, rounding: number): boolean {
  const off = Math.abs(difference);
  switch (tolerance.kind) {
    case 'exact':
      return off < rounding + EPSILON;
    case 'points':
      return off <= (tolerance.by.amount / 10 ** tolerance.by.scale) * 100 + EPSILON;
    case 'share':
      return off <= (tolerance.by.amount / 10 ** tolerance.by.scale) * Math.abs(restated) + EPSILON;
  }
}
