import { groupBy } from '../../link/grouped.ts';
import { withCommas } from '../../problems/sentence.ts';
import type { ReportedMetric } from '../../read/records.ts';
import { isAverage } from '../../read/summary-words.ts';
import type { MetricRow } from '../metric-row.ts';
import { metricsOf } from '../metrics.ts';
import {
  foldMetric,
  isOfWhole,
  metricNamed,
  partOf,
  REPORTED_GROUPS,
  type Reported,
  reportedReader,
} from '../reported.ts';
import { isRatio } from '../tally.ts';
import { defineAnomaly, type Trial } from './anomaly.ts';

/** Sums of decimals are a little off. */
const EPSILON = 1e-6;

export const sumChecks = defineAnomaly({
  id: 'A21',
  title: 'Parts that do not add up to their total',
  does: "The vendor's figures by agent, campaign, week, day, source or class against its own total of the metric and period, for counts and sums; hours and seconds, and figures with decimals, may be off by what rounding each of them does, and parts of what counts once (contacts attempted) may come to more. (Invoice lines that do not multiply out are the finding `line_arithmetic`.)",
  caution: 'Agents who are left out of the list, such as trainees.',
  needs: ['reported_metrics'],
  month: ({ known, sow }) => {
    const metrics = metricsOf(sow);
    const read = reportedReader(known.reported_metrics, metrics);
    const figureIn = (row: ReportedMetric): Figure | undefined => {
      const metric = metricNamed(metrics, row);
      // What is divided or averaged adds up to nothing.
      if (!metric || isRatio(metric) || metric.mean) return undefined;
      const found = read(row, metric.unit);
      return found && { value: found.value, slack: slackOf(found, metric.unit), isDistinct: !!metric.distinct };
    };
    const rows = known.reported_metrics.flatMap((row) => {
      const found = figureIn(row);
      return found === undefined ? [] : [{ row, ...found }];
    });
    return groupBy(rows, ({ row }) => `${foldMetric(row.metric ?? '')} ${row.period ?? ''}`).flatMap((own) =>
      REPORTED_GROUPS.flatMap((group): Trial[] => {
        const totals = own.filter(({ row }) => isOfWhole(row));
        const parts = own.filter(
          ({ row }) =>
            REPORTED_GROUPS.every((name) => (partOf(row, name) !== undefined) === (name === group)) &&
            !isAverage(row[group] ?? ''),
        );
        if (parts.length < 2) return [];
        const sum = parts.reduce((all, { value }) => all + value, 0);
        return totals.map((total): Trial => {
          const slack = [total, ...parts].reduce((all, part) => all + part.slack, 0);
          return {
            subject: `${total.row.metric} by ${group}`,
            n: parts.length,
            statistic: sum,
            threshold: total.value,
            // Two agents may have called one contact: parts of what counts once come to more, and never to less.
            isOver: (total.isDistinct ? total.value - sum : Math.abs(sum - total.value)) > slack + EPSILON,
            says: `${parts.length} parts come to ${withCommas(Number(sum.toFixed(4)))}, the total says ${total.value}`,
            rows: [total, ...parts].map(({ row }) => row.row),
          };
        });
      }),
    );
  },
});

/** A figure that adds up, with what rounding may have added to it. */
interface Figure {
  readonly value: number;
  readonly slack: number;
  /** It counts each of something once. */
  readonly isDistinct: boolean;
}

/** Half of the last place that a figure shows; a count without decimals is exact. */
const slackOf = ({ digit }: Reported, unit: MetricRow['unit']): number =>
  unit === 'count' && digit === 1 ? 0 : digit / 2;
