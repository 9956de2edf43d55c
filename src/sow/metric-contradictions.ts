import { CATALOGUE } from '../measure/catalogue.ts';
import type { MetricDefinition } from '../measure/definition.ts';
import { definedUnit, isNumber } from '../measure/metrics.ts';
import { nearest } from '../problems/nearest.ts';
import type { DeepPartial } from './load.ts';
import type { SowFile } from './schema.ts';
import type { Path } from './yaml.ts';

/** What cannot hold, where, and what mends it. */
export interface Clash {
  readonly path: Path;
  readonly reason: string;
  readonly help: string;
}

/** What `metrics` says, and what is said of metrics elsewhere, that cannot hold. */
export const metricContradictions = (file: DeepPartial<SowFile>): Clash[] =>
  [undefinedMetrics, brokenMetrics, unmeasuredLevels, unmeasuredDrift].flatMap((check) => check(file));

/** Metrics that are neither in the catalogue nor defined. */
const undefinedMetrics = ({ metrics }: DeepPartial<SowFile>): Clash[] =>
  Object.entries(metrics ?? {}).flatMap(([id, metric]) => {
    if (CATALOGUE[id] || metric?.of) return [];
    const near = nearest(id, Object.keys(CATALOGUE));
    return [
      {
        path: ['metrics', id],
        reason: `"${id}" is no metric of the catalogue and has no definition${near ? `; did you mean "${near}"?` : ''}`,
        help: `give it \`of:\` and \`count:\`, or one of ${Object.keys(CATALOGUE).join(', ')}`,
      },
    ];
  });

/** Metrics of which a part would not be looked at: rows that nobody names, two figures in one, and what is no number. */
const brokenMetrics = ({ metrics }: DeepPartial<SowFile>): Clash[] =>
  Object.entries(metrics ?? {}).flatMap(([id, metric = {}]) => {
    const { of, sum, mean, per, tolerance } = metric;
    const clash = (key: string, reason: string, help: string): Clash => ({ path: ['metrics', id, key], reason, help });
    const [part] = (['count', 'per', 'sum', 'mean'] as const).filter((key) => metric[key] !== undefined);
    const base = CATALOGUE[id];
    const field = sum ?? mean;
    const unit = definedUnit(id, metric as MetricDefinition);
    return [
      ...(of === undefined && part && base
        ? [clash(part, `\`${part}\` without \`of\`: nothing says which rows it speaks of`, `add \`of: ${base.of}\``)]
        : []),
      ...(sum !== undefined && mean !== undefined
        ? [clash('mean', 'a figure is a sum or a mean', 'leave one of them out, or make them two metrics')]
        : []),
      ...(field !== undefined && per !== undefined
        ? [
            clash(
              'per',
              `a share of rows has no \`${sum === undefined ? 'mean' : 'sum'}\``,
              'say with `count` which rows are taken',
            ),
          ]
        : []),
      ...(field !== undefined && of !== undefined && !isNumber(of, field)
        ? [
            clash(
              sum === undefined ? 'mean' : 'sum',
              `"${field}" is no number of ${of}`,
              'name a number or a length of time',
            ),
          ]
        : []),
      ...(tolerance?.kind === 'points' && unit !== undefined && unit !== 'share'
        ? [
            clash(
              'tolerance',
              'points are of shares, and this is none',
              '`exact`, or a share of the figure such as `2%`',
            ),
          ]
        : []),
    ];
  });

/** Service levels of a metric that nobody measures before the money is known, or that is no share as its limit is. */
const unmeasuredLevels = ({ metrics, fees }: DeepPartial<SowFile>): Clash[] =>
  (fees?.sla ?? []).flatMap((level, i) => {
    const id = level?.metric;
    if (id === undefined) return [];
    const of = metrics?.[id]?.of ?? CATALOGUE[id]?.of;
    if (of !== undefined && of !== 'claims') {
      const isShare = definedUnit(id, (metrics?.[id] ?? {}) as MetricDefinition) === 'share';
      const path = ['fees', 'sla', i, 'metric'];
      return isShare
        ? []
        : [{ path, reason: `"${id}" is no share, and the limit is one`, help: 'name a rate, such as show_rate' }];
    }
    const near = nearest(id, [...Object.keys(CATALOGUE), ...Object.keys(metrics ?? {})]);
    return [
      {
        path: ['fees', 'sla', i, 'metric'],
        reason: of
          ? `"${id}" counts claims, whose outcome hangs on the credits`
          : `"${id}" is no metric of the catalogue or of \`metrics\`${near ? `; did you mean "${near}"?` : ''}`,
        help: 'name a metric of meetings, chains, calls or sessions',
      },
    ];
  });

/** A drift of a metric that nobody has, that is no share, or whose baseline ends before it begins. */
const unmeasuredDrift = ({ metrics, checks }: DeepPartial<SowFile>): Clash[] => {
  const drift = checks?.drift;
  const id = drift?.metric;
  if (id === undefined) return [];
  const given = metrics?.[id];
  const row = given?.of ? given : CATALOGUE[id];
  // A share of time, or a number for each of something, is no rate that chance has a say in.
  const isOver = row !== undefined && 'over' in row && row.over !== undefined && row.unit === 'share';
  const isShare =
    row !== undefined && row.sum === undefined && !('annual' in row && row.annual) && (row.per !== undefined || isOver);
  const [from, to] = [drift?.baseline?.from, drift?.baseline?.to];
  const clash = (key: string, reason: string, help: string): Clash => ({
    path: ['checks', 'drift', key],
    reason,
    help,
  });
  const near = nearest(id, [...Object.keys(CATALOGUE), ...Object.keys(metrics ?? {})]);
  return [
    ...(row
      ? []
      : [
          clash(
            'metric',
            `"${id}" is no metric of the catalogue or of \`metrics\`${near ? `; did you mean "${near}"?` : ''}`,
            'name a share, such as show_rate',
          ),
        ]),
    ...(row && (!isShare || row.of === 'claims')
      ? [
          clash(
            'metric',
            `"${id}" is no share of meetings, chains, calls or sessions`,
            'charts are of rates: name a metric with `per`',
          ),
        ]
      : []),
    ...(from !== undefined && to !== undefined && from > to
      ? [clash('baseline', `begins on ${from} and ends on ${to}`, 'the last day of the baseline is `to`')]
      : []),
  ];
};
