import type { Metric } from './metrics.ts';
import { VARIANTS } from './variants.ts';

/** Another definition of a metric, with what it does. */
interface Reading {
  readonly says: string;
  readonly metric: Metric;
}

/** The common readings of a metric of the catalogue. */
export const readingsOf = (metric: Metric): Reading[] =>
  (VARIANTS[metric.id] ?? []).map(({ says, ...variant }) => ({
    says,
    metric: {
      ...metric,
      ...variant,
      per: variant.over ? undefined : (variant.per ?? metric.per),
      id: `${metric.id}: ${says}`,
      by: [],
    },
  }));
