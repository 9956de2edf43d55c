import { fieldsOf } from '../read/source-table.ts';
import type { Sow } from '../sow/sow.ts';
import { CATALOGUE, type MetricRow } from './catalogue.ts';
import type { GROUPS, MetricDefinition } from './definition.ts';

export type Group = (typeof GROUPS)[number];

/** A metric as this SOW has it. */
export interface Metric extends MetricRow {
  readonly id: string;
  readonly clause: string | null;
  readonly by: readonly Group[];
}

const CAPACITY = 'capacity_delivered';

/** The metrics of the catalogue with what the SOW redefines or adds. */
export function metricsOf(sow: Sow): Metric[] {
  const ids = [...new Set([...Object.keys(CATALOGUE), ...Object.keys(sow.metrics)])];
  return ids.flatMap((id): Metric[] => {
    const given: MetricDefinition = sow.metrics[id] ?? {};
    const base = CATALOGUE[id];
    const defined = given.of ? fromDefinition(id, given) : base;
    // What nobody promised has no share.
    if (!defined || (id === CAPACITY && given.contracted === undefined)) return [];
    return [
      {
        ...defined,
        aliases: base?.aliases ?? [],
        tolerance: given.tolerance ?? base?.tolerance ?? { kind: 'exact' },
        id,
        clause: given.clause ?? null,
        contracted: given.contracted,
        // The promise is one for all.
        by: given.contracted === undefined ? (given.by ?? []) : [],
      },
    ];
  });
}

/** Fields that hold seconds, of a row's own or derived from them. */
const isTime = (of: MetricRow['of'], field: string | undefined): boolean =>
  field !== undefined &&
  (['handle_time', 'billable', 'duration', 'response'].includes(field) ||
    (of !== 'chains' && of !== 'claims' && fieldsOf(of)[field]?.kind === 'seconds'));

function fromDefinition(id: string, d: MetricDefinition): MetricRow {
  const { of = 'meetings', count, per, sum, mean } = d;
  const unit = d.per || d.contracted !== undefined ? 'share' : isTime(of, sum ?? mean) ? 'seconds' : 'count';
  return {
    title: id,
    formula: 'as the SOW defines it',
    unit,
    of,
    count,
    per,
    sum,
    mean,
    tolerance: { kind: 'exact' },
    aliases: [],
  };
}

/** The metric that another one is divided by, in the groups of that one. */
export function denominatorOf({ id, over, by, clause }: Metric, sow: Sow): Metric[] {
  if (over !== undefined && typeof over !== 'string') return [{ ...over, id: `${id}/${over.title}`, by, clause }];
  return metricsOf(sow).flatMap((m) =>
    m.id !== over ? [] : [String(m.by) === String(by) ? m : { ...m, id: `${id}/${m.id}`, by }],
  );
}
