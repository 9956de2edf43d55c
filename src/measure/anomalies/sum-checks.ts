import { groupBy } from '../../link/grouped.ts';
import type { ReportedMetric } from '../../read/records.ts';
import { foldMetric } from '../compare.ts';
import { metricsOf } from '../metrics.ts';
import { readReported } from '../reported.ts';
import { defineAnomaly, type Trial } from './anomaly.ts';

const GROUPS = ['agent', 'campaign', 'week'] as const;

export const sumChecks = defineAnomaly({
  id: 'A21',
  title: 'Parts that do not add up to their total',
  does: "The vendor's figures by agent, campaign or week against its own total of the metric and period, for counts and sums. (Invoice lines that do not multiply out are the finding `line_arithmetic`.)",
  caution: 'Agents who are left out of the list, such as trainees.',
  needs: ['reported_metrics'],
  month: ({ known, sow }) => {
    const metrics = new Map(
      metricsOf(sow).flatMap((m) => [m.id, ...m.aliases].map((name) => [foldMetric(name), m] as const)),
    );
    const figureIn = (row: ReportedMetric): number | undefined => {
      const metric = metrics.get(foldMetric(row.metric ?? ''));
      const isSummed = metric !== undefined && metric.unit !== 'share' && !metric.mean;
      return isSummed ? readReported(row.value ?? '', metric.unit) : undefined;
    };
    const rows = known.reported_metrics.flatMap((row) => {
      const value = figureIn(row);
      return value === undefined ? [] : [{ row, value }];
    });
    return groupBy(rows, ({ row }) => `${foldMetric(row.metric ?? '')} ${row.period ?? ''}`).flatMap((own) =>
      GROUPS.flatMap((group): Trial[] => {
        const total = own.find(({ row }) => GROUPS.every((name) => row[name] === undefined));
        const parts = own.filter(({ row }) => GROUPS.every((name) => (row[name] !== undefined) === (name === group)));
        if (!total || parts.length < 2) return [];
        const sum = parts.reduce((all, { value }) => all + value, 0);
        return [
          {
            subject: `${total.row.metric} by ${group}`,
            n: parts.length,
            statistic: sum,
            threshold: total.value,
            isOver: Math.abs(sum - total.value) > 0.005,
            says: `${parts.length} parts come to ${Number(sum.toFixed(4))}, the total says ${total.value}`,
            rows: [total, ...parts].map(({ row }) => row.row),
          },
        ];
      }),
    );
  },
});
