import type { Measured } from '../measure/compare.ts';
import type { AuditDocument } from './document.ts';

/** A figure with at most four places and no trailing zeros. */
export const figure = (x: number): string => (Math.round(x * 1e4) / 1e4).toFixed(4).replace(/\.?0+$/, '');

/** Readings that are named of those that all give a figure. */
const NAMED_READINGS = 3;

/** Which reading the vendor's figure is; of several that give it nobody can tell which. Empty where none does. */
export function theirsText(readings: readonly string[]): string {
  const more = readings.length - NAMED_READINGS;
  const named = [
    ...readings.slice(0, NAMED_READINGS),
    ...(more > 0 ? [`${more} other reading${more > 1 ? 's' : ''}`] : []),
  ];
  return named.length ? `theirs = ${named.join(', or ')}` : '';
}

/** A metric as the document shows it. */
export function metricOf(m: Measured): AuditDocument['metrics'][number] {
  const text = (x: number | null): string | null => (x === null ? null : figure(x));
  const { tolerance: t } = m;
  const by = t.kind === 'exact' ? 0 : (t.by.amount / 10 ** t.by.scale) * 100;
  return {
    id: m.id,
    clause: m.clause,
    by: m.by && { ...m.by },
    reported: text(m.reported),
    restated: text(m.restated),
    verified: text(m.verified),
    difference: text(m.difference),
    tolerance: t.kind === 'exact' ? 'exact' : `${figure(by)}${t.kind === 'points' ? ' pp' : '%'}`,
    status: m.status,
    of: m.of,
    count: m.count,
    per: m.per,
    verified_count: m.verifiedCount,
    verified_per: m.verifiedPer,
    excluded: m.excluded.map(({ what, rows, count }) => ({ what, rows, count })),
    unknown: m.unknown,
    ungrouped: m.ungrouped.map(({ by: group, rows }) => ({ by: group, rows })),
    interval: m.interval && [figure(m.interval[0]), figure(m.interval[1])],
    unit: m.unit,
    reproduced_by: [...m.reproducedBy],
  };
}
