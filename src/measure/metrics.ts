import { fieldsOf } from '../read/source-table.ts';
import type { Sow } from '../sow/sow.ts';
import { CATALOGUE } from './catalogue.ts';
import type { GROUPS, MetricDefinition } from './definition.ts';
import type { MetricRow } from './metric-row.ts';

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
    const defined = given.of ? fromDefinition(id, given, base) : base;
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

/** A metric of the catalogue that is defined anew over rows of the same kind keeps what no definition can say. */
function fromDefinition(id: string, d: MetricDefinition, base?: MetricRow): MetricRow {
  const { of = 'meetings', count, per, sum, mean } = d;
  const isDivided = per !== undefined || d.contracted !== undefined;
  const kept = base?.of === of ? base : undefined;
  const isAlike = !isDivided && mean === undefined && (kept?.sum !== undefined) === (sum !== undefined);
  return {
    title: id,
    formula: 'as the SOW defines it',
    unit: isDivided ? 'share' : isAlike && kept?.over ? kept.unit : unitOf(of, sum, mean, kept),
    of,
    count,
    per,
    sum,
    mean,
    distinct: isAlike ? kept?.distinct : undefined,
    over: isAlike ? kept?.over : undefined,
    times: isAlike ? kept?.times : undefined,
    ...(isDivided && kept?.annual ? { annual: true } : {}),
    ...(kept?.belongs ? { belongs: kept.belongs } : {}),
    tolerance: { kind: 'exact' },
    aliases: [],
  };
}

function unitOf(of: MetricRow['of'], sum?: string, mean?: string, kept?: MetricRow): MetricRow['unit'] {
  if (!isTime(of, sum ?? mean)) return 'count';
  return kept?.unit === 'hours' && mean === undefined ? 'hours' : 'seconds';
}

/** The unit of a metric of the rules; undefined where nothing defines it. */
export function definedUnit(id: string, d: MetricDefinition): MetricRow['unit'] | undefined {
  return (d.of ? fromDefinition(id, d, CATALOGUE[id]) : CATALOGUE[id])?.unit;
}

/** Facts of rows that are numbers, beside the numbers and lengths among their cells. */
export const NUMBERS: Readonly<Record<MetricRow['of'], readonly string[]>> = {
  meetings: [],
  chains: [],
  calls: ['handle_time'],
  sessions: ['duration', 'billable'],
  handovers: ['response'],
  roster: [],
  claims: ['claimed', 'supported', 'quantity'],
};

/** Whether a field of such rows can be added up. */
export function isNumber(of: MetricRow['of'], field: string): boolean {
  const { kind } = fieldsOf(of === 'chains' || of === 'claims' ? 'meetings' : of)[field] ?? {};
  return NUMBERS[of].includes(field) || kind === 'number' || kind === 'seconds';
}

/** The metric that another one is divided by, in the groups of that one. */
export function denominatorOf({ id, over, by, clause }: Metric, sow: Sow): Metric[] {
  if (over !== undefined && typeof over !== 'string') return [{ ...over, id: `${id}/${over.title}`, by, clause }];
  return metricsOf(sow).flatMap((m) =>
    m.id !== over ? [] : [String(m.by) === String(by) ? m : { ...m, id: `${id}/${m.id}`, by }],
  );
}
