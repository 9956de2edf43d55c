import type { ReportedMetric } from '../read/records.ts';
import type { Facts } from '../sow/criteria.ts';
import { isIn, monthsLong } from '../sow/period.ts';
import type { CallTallies } from './call-meter.ts';
import { compareFigures, type Measured } from './compare.ts';
import { Numbering } from './distinct.ts';
import { Grouping, keyOf } from './groups.ts';
import { denominatorOf, type Metric, metricsOf } from './metrics.ts';
import { readingsOf } from './readings.ts';
import { isOf, reportedReader } from './reported.ts';
import { knownPart } from './rows/roster.ts';
import type { RowInput } from './rows/row.ts';
import { MEASURED_ROWS } from './rows/table.ts';
import {
  ALL,
  addTo,
  amountOf,
  figureOf,
  isRatio,
  newTally,
  overPromise,
  overTally,
  overYear,
  standingOf,
  type Tallies,
  tallyOf,
} from './tally.ts';

export interface MeasureInput extends RowInput {
  /** Undefined without a call log. */
  readonly calls: CallTallies | undefined;
  readonly reported: readonly ReportedMetric[];
  /** Whether any client evidence was given. */
  readonly hasEvidence: boolean;
}

/** Every metric of the SOW and the catalogue whose rows are known: as long as `claims` are not, those of claims are left out; once they are, the others. */
export function measure(input: MeasureInput): Measured[] {
  const { sow, claims } = input;
  const read = reportedReader(input.reported, metricsOf(sow));
  const metrics = metricsOf(sow).filter((metric) => (metric.of === 'claims') === (claims !== undefined));
  return metrics.flatMap((metric): Measured[] => {
    const { restated, verified } = sidesOf(metric, input) ?? {};
    if (!restated || (metric.rare && !restated.get(ALL)?.count && !isAsked(metric, input))) return [];
    const keys = [...new Set([ALL, ...restated.keys(), ...(verified?.keys() ?? [])])].sort();
    return keys.map((key) => {
      const found = compareFigures(metric, key, restated.get(key), verified && (verified.get(key) ?? newTally()), {
        ...input,
        read,
      });
      return {
        ...found,
        ungrouped: key === ALL ? ungrouped(metric, restated) : [],
        reproducedBy: reproducedBy(metric, found, input),
      };
    });
  });
}

/** Whether the SOW or the vendor speaks of a metric. */
const isAsked = (metric: Metric, { sow, reported }: MeasureInput): boolean =>
  sow.metrics[metric.id] !== undefined ||
  (sow.fees.sla ?? []).some((level) => level.metric === metric.id) ||
  reported.some((row) => isOf(metric, row));

/** Rows of the whole that no figure of a group has: they name no agent, no campaign. */
const ungrouped = ({ by }: Metric, tallies: Tallies): Measured['ungrouped'] =>
  by.flatMap((group) => {
    const own = [...tallies].filter(([key]) => key.startsWith(keyOf(group, '')));
    const rows = own.reduce((left, [, tally]) => left - tally.rows, tallies.get(ALL)?.rows ?? 0);
    return rows > 0 ? [{ by: group, rows }] : [];
  });

/** Both sides of a metric, divided by another where it is; undefined without a source that has such rows. */
export function sidesOf(metric: Metric, input: Omit<MeasureInput, 'reported'>): Sides | undefined {
  const own = talliesOf(metric, input);
  if (own && metric.contracted !== undefined) {
    const promised = metric.contracted * 3600 * monthsLong(knownPart(input.period, input.asOf, input.sow));
    return { restated: overPromise(own.restated, metric, promised), verified: undefined };
  }
  if (own && metric.annual) {
    const days = knownPart(input.period, input.asOf, input.sow);
    return { restated: overYear(own.restated, days), verified: undefined };
  }
  const [denominator] = denominatorOf(metric, input.sow);
  const over = denominator && talliesOf(denominator, input);
  if (!own || !denominator) return own;
  return (
    over && {
      restated: overTally(own.restated, over.restated, metric, denominator),
      verified: own.verified && overTally(own.verified, over.verified ?? over.restated, metric, denominator),
    }
  );
}

/** What the vendor's figure comes to by other readings: those that give it, to the digits that it has. */
function reproducedBy(metric: Metric, found: Measured, input: MeasureInput): string[] {
  const { reported, restated, status, digit } = found;
  if (status !== 'outside' || reported === null || digit === null || found.by !== null) return [];
  /** Counts of the first reading over each denominator: another one that counts no more there says nothing else. */
  const plainest = new Map<string, number | undefined>();
  return readingsOf(metric)
    .flatMap(({ says, metric: reading }) => {
      const tally = sidesOf(reading, input)?.restated.get(ALL);
      const figure = figureOf(reading, tally);
      const over = JSON.stringify([reading.per, reading.over]);
      const isPlainest = !plainest.has(over);
      if (isPlainest) plainest.set(over, tally?.count);
      const isOther = figure !== restated && (isPlainest || !isRatio(reading) || plainest.get(over) !== tally?.count);
      const off = figure === null || !isOther ? Infinity : Math.abs(figure - reported);
      return off <= digit / 2 + 1e-9 ? [{ says, off }] : [];
    })
    .sort((a, b) => a.off - b.off)
    .map(({ says }) => says);
}

interface Sides {
  readonly restated: Tallies;
  /** Undefined where no evidence of the client speaks of such rows. */
  readonly verified: Tallies | undefined;
}

function talliesOf(metric: Metric, input: Omit<MeasureInput, 'reported'>): Sides | undefined {
  const { sow, period } = input;
  if (metric.of === 'calls') {
    const restated = input.calls?.get(metric.id);
    return restated && { restated, verified: undefined };
  }
  if (metric.of !== 'claims' && !input.sources.has(metric.of === 'chains' ? 'meetings' : metric.of)) return undefined;
  const sides: Sides = { restated: new Map(), verified: input.hasEvidence ? new Map() : undefined };
  const rows = MEASURED_ROWS[metric.of](input, metric).filter(({ day }) => isIn(period, day));
  const grouping = new Grouping(metric.by);
  const numbering = new Numbering();
  const add = (tallies: Tallies, facts: Facts, day: string): void => {
    const standing = standingOf(metric, facts, sow.titles);
    const amount = amountOf(metric, facts, numbering);
    for (const at of grouping.of(facts, day)) addTo(tallyOf(tallies, grouping.names[at] ?? ALL), standing, amount);
  };
  for (const { day, restated, verified } of rows) {
    add(sides.restated, restated, day);
    if (verified && sides.verified) add(sides.verified, verified, day);
  }
  const isSpokenOf = metric.of === 'meetings' || metric.of === 'chains';
  return isSpokenOf ? sides : { ...sides, verified: undefined };
}
