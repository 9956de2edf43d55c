import { createHash } from 'node:crypto';
import type { Criteria } from '../sow/criteria.ts';
import type { Sow } from '../sow/sow.ts';
import { warehouseOf } from '../sow/warehouse.ts';
import type { MeteredSpan } from './call-meter.ts';
import type { Metric } from './metrics.ts';

/**
 * Twelve digits that change when the rules would have other calls counted: the definition, its days, its zone, the table and its
 * mapping. A figure of another definition is not this metric's.
 */
export function fingerprint(metric: Metric, span: MeteredSpan, sow: Sow): string {
  const { count, per, sum, mean, distinct, by } = metric;
  const { columns, values, units, time_zone, table } = warehouseOf(sow) ?? {};
  const { period } = span;
  const text = JSON.stringify([
    [plain(count), plain(per), sum, mean, distinct, by],
    [period.from, period.to, cutOf(span, sow), sow.clock.zone.name],
    [columns, values, time_zone, table, ...(units ? [units] : [])],
  ]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** As-of, where it lies before the end of the days that are metered. */
export const cutOf = ({ period, asOf }: MeteredSpan, { clock }: Sow): number | undefined =>
  asOf < clock.zone.endOf(period.to) ? asOf : undefined;

/** Criteria as JSON: a pattern by its text. */
const plain = (criteria: Criteria | undefined): unknown =>
  criteria &&
  JSON.parse(
    JSON.stringify(criteria, (key, value) => (key === 'matches' ? (value as { pattern(): string }).pattern() : value)),
  );
