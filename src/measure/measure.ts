import type { JudgedChain, SlotFacts } from '../judge/facts.ts';
import { standing } from '../judge/verdict.ts';
import type { Instant, RowRef } from '../model.ts';
import { factOf } from '../price/units.ts';
import type { Call, ReportedMetric } from '../read/records.ts';
import { type Facts, selects } from '../sow/criteria.ts';
import { addDays, weekdayOf } from '../sow/dates.ts';
import { isIn, type Period, parsePeriod } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { CATALOGUE, type MetricRow } from './catalogue.ts';
import type { GROUPS, MetricDefinition, Tolerance } from './definition.ts';
import { readReported } from './reported.ts';
import { wilson } from './wilson.ts';

type Group = (typeof GROUPS)[number];

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
  readonly count: number;
  readonly per: number | null;
  readonly verifiedCount: number | null;
  readonly verifiedPer: number | null;
  /** Rows left out of the denominator, by outcome. */
  readonly excluded: readonly { readonly what: string; readonly rows: number }[];
  /** Wilson 95 % of the restated share. */
  readonly interval: readonly [number, number] | null;
  readonly evidence: readonly RowRef[];
}

/** A running figure: nothing of a row is kept but what it adds. */
interface Tally {
  rows: number;
  count: number;
  per: number;
  sum: number;
  readonly excluded: Map<string, number>;
}

interface Metric extends MetricRow {
  readonly id: string;
  readonly clause: string | null;
  readonly by: readonly Group[];
}

const ALL = '';
const newTally = (): Tally => ({ rows: 0, count: 0, per: 0, sum: 0, excluded: new Map() });

/** Tallies of one metric: the whole, and one a value of each group. */
type Tallies = Map<string, Tally>;

function tallyInto(tallies: Tallies, key: string, metric: Metric, facts: Facts): void {
  const tally = tallies.get(key) ?? newTally();
  tallies.set(key, tally);
  tally.rows++;
  const inPer = metric.per === undefined || selects(metric.per, facts);
  if (metric.per && !inPer) {
    const what = String(facts('outcome') ?? facts('disposition') ?? 'other');
    tally.excluded.set(what, (tally.excluded.get(what) ?? 0) + 1);
  }
  if (!inPer) return;
  tally.per++;
  if (metric.count && !selects(metric.count, facts)) return;
  tally.count++;
  const field = metric.sum ?? metric.mean;
  const value = field === undefined ? undefined : facts(field);
  if (typeof value === 'number') tally.sum += value;
}

function figureOf(metric: Metric, tally: Tally | undefined): number | null {
  if (!tally) return metric.unit === 'count' ? 0 : null;
  if (metric.per) return tally.per ? round4(tally.count / tally.per) : null;
  if (metric.sum) return tally.sum;
  if (metric.mean) return tally.count ? round4(tally.sum / tally.count) : null;
  return tally.count;
}

const round4 = (x: number): number => Math.round(x * 1e4) / 1e4;

/** The metrics of the catalogue with what the SOW redefines or adds. */
function metricsOf(sow: Sow): Metric[] {
  const ids = [...new Set([...Object.keys(CATALOGUE), ...Object.keys(sow.metrics)])];
  return ids.flatMap((id): Metric[] => {
    const given: MetricDefinition = sow.metrics[id] ?? {};
    const base = CATALOGUE[id];
    const defined = given.of ? fromDefinition(id, given) : base;
    if (!defined) return [];
    return [
      {
        ...defined,
        aliases: base?.aliases ?? [],
        tolerance: given.tolerance ?? base?.tolerance ?? { kind: 'exact' },
        id,
        clause: given.clause ?? null,
        by: given.by ?? [],
      },
    ];
  });
}

function fromDefinition(id: string, d: MetricDefinition): MetricRow {
  const unit = d.per ? 'share' : d.mean || d.sum ? 'seconds' : 'count';
  const { of = 'meetings', count, per, sum, mean } = d;
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

/** Folds calls into the call metrics while they stream past. */
export function callMeter(
  sow: Sow,
  period: Period,
  asOf: Instant,
): { add(calls: readonly Call[]): void; tallies: ReadonlyMap<string, Tallies> } {
  const metrics = metricsOf(sow).filter((m) => m.of === 'calls');
  const tallies = new Map<string, Tallies>(metrics.map((m) => [m.id, new Map()]));
  const zone = sow.clock.zone;
  return {
    tallies,
    add(calls) {
      for (const call of calls) {
        const at = call.started_at;
        if (at === undefined || at > asOf || !isIn(period, zone.dateAt(at))) continue;
        const facts = callFacts(call);
        for (const metric of metrics) {
          const own = tallies.get(metric.id) as Tallies;
          for (const key of keysOf(metric, facts, zone.dateAt(at))) tallyInto(own, key, metric, facts);
        }
      }
    },
  };
}

const callFacts =
  (call: Call): Facts =>
  (field) => {
    if (field === 'handle_time') return (call.talk ?? 0) + (call.hold ?? 0) + (call.wrap ?? 0);
    // A calling vendor's log without a direction is a log of outbound calls.
    if (field === 'direction') return call.direction ?? 'outbound';
    return (call as unknown as Record<string, string | number | undefined>)[field];
  };

function keysOf(metric: Metric, facts: Facts, date: string): string[] {
  const value = (group: Group): string | undefined => {
    if (group === 'week') return isoWeek(date);
    const fact = facts(group === 'class' ? 'channel' : group);
    return fact === undefined ? undefined : String(fact);
  };
  return [ALL, ...metric.by.flatMap((group) => (value(group) === undefined ? [] : [`${group}=${value(group)}`]))];
}

/** ISO 8601 week, such as 2026-W23. */
function isoWeek(date: string): string {
  const thursday = addDays(date, 4 - (weekdayOf(date) || 7));
  const first = `${thursday.slice(0, 4)}-01-01`;
  const week = 1 + Math.floor((Date.parse(thursday) - Date.parse(first)) / (7 * 86_400_000));
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

export interface MeasureInput {
  readonly sow: Sow;
  readonly period: Period;
  readonly chains: readonly JudgedChain[];
  readonly calls: ReturnType<typeof callMeter> | undefined;
  readonly reported: readonly ReportedMetric[];
  /** Whether any client evidence was given. */
  readonly hasEvidence: boolean;
}

export function measure(input: MeasureInput): Measured[] {
  const { sow, period, chains } = input;
  const zone = sow.clock.zone;
  return metricsOf(sow).flatMap((metric): Measured[] => {
    if (metric.of === 'sessions' || metric.of === 'claims' || (metric.of === 'calls' && !input.calls)) return [];
    const restated: Tallies = input.calls?.tallies.get(metric.id) ?? new Map();
    const verified: Tallies = new Map();
    if (metric.of === 'meetings') {
      for (const slot of chains.flatMap((chain) => chain.slots)) {
        if (slot.start === undefined || !isIn(period, zone.dateAt(slot.start))) continue;
        for (const [tallies, occurrence] of [
          [restated, slot.claimedOutcome],
          [verified, slot.happened],
        ] as const) {
          const facts = slotFacts(slot, occurrence?.outcome);
          for (const key of keysOf(metric, facts, zone.dateAt(slot.start))) tallyInto(tallies, key, metric, facts);
        }
      }
    }
    if (metric.of === 'chains') {
      for (const chain of chains) {
        const day = zone.dateAt(
          metric.belongs === 'booked' ? chain.bookedAt : (chain.billings[0]?.recognized ?? chain.deliveredAt),
        );
        if (!isIn(period, day)) continue;
        for (const [tallies, isVerified] of [
          [restated, false],
          [verified, true],
        ] as const) {
          const facts = chainFactsFor(chain, isVerified);
          for (const key of keysOf(metric, facts, day)) tallyInto(tallies, key, metric, facts);
        }
      }
    }
    const keys = [...new Set([ALL, ...restated.keys(), ...verified.keys()])].sort();
    const isVerified = input.hasEvidence && metric.of !== 'calls';
    return keys.map((key) =>
      compareFigures(metric, key, restated.get(key), isVerified ? (verified.get(key) ?? newTally()) : undefined, input),
    );
  });
}

const slotFacts =
  (slot: SlotFacts, outcome: string | undefined): Facts =>
  (field) => {
    if (field === 'outcome') return outcome;
    const value = (slot.record as unknown as Record<string, unknown>)[field];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
  };

/** Facts of a chain: held, qualified, accepted, decided, verdict, and the lead's own cells. */
function chainFactsFor(chain: JudgedChain, isVerified: boolean): Facts {
  const isHeld = chain.slots.some((slot) => (isVerified ? slot.happened : slot.claimedOutcome)?.outcome === 'held');
  const facts: Readonly<Record<string, string>> = {
    held: String(isHeld),
    qualified: String(chain.rulings.some((r) => r.rule === 'qualification' && standing(r) === 'pass')),
    accepted: String(['explicit', 'deemed'].includes(chain.acceptance.state)),
    decided: String(['explicit', 'deemed', 'rejected', 'deemed_rejected'].includes(chain.acceptance.state)),
    verdict: chain.verdict,
  };
  return (field) => facts[field] ?? factOf(chain, field);
}

function compareFigures(
  metric: Metric,
  key: string,
  restatedTally: Tally | undefined,
  verifiedTally: Tally | undefined,
  input: MeasureInput,
): Measured {
  const [group = '', name = ''] = key.split(/=(.*)/s);
  const found = input.reported.flatMap((row) => {
    const isMetric = [metric.id, ...metric.aliases].some((alias) => foldName(alias) === foldName(row.metric ?? ''));
    const isPeriod = row.period === undefined || samePeriod(row.period, input.period);
    const cells = row as unknown as Record<string, unknown>;
    const isGroup = key === ALL ? !row.agent && !row.campaign && !row.week : cells[group] === name;
    const value = isMetric && isPeriod && isGroup ? readReported(row.value ?? '', metric.unit) : undefined;
    return value === undefined ? [] : [{ value, row }];
  })[0];
  const restated = figureOf(metric, restatedTally);
  const scale = metric.unit === 'share' ? 100 : 1;
  const exact = metric.per && restatedTally?.per ? restatedTally.count / restatedTally.per : restated;
  const difference = found && exact !== null ? (found.value - exact) * scale : null;
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
      difference === null ? 'not_reported' : isWithin(difference, metric.tolerance, exact ?? 0) ? 'within' : 'outside',
    count: restatedTally?.count ?? 0,
    per: metric.per || metric.mean ? (metric.mean ? (restatedTally?.count ?? 0) : (restatedTally?.per ?? 0)) : null,
    verifiedCount: verifiedTally?.count ?? null,
    verifiedPer: verifiedTally && metric.per ? verifiedTally.per : null,
    excluded: [...(restatedTally?.excluded ?? [])].sort().map(([what, rows]) => ({ what, rows })),
    interval: metric.per && restatedTally?.per ? wilson(restatedTally.count, restatedTally.per) : null,
    evidence: found ? [found.row.row] : [],
  };
}

const foldName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

function samePeriod(text: string, period: Period): boolean {
  const parsed = parsePeriod(text);
  return parsed?.from === period.from && parsed.to === period.to;
}

const EPSILON = 1e-9;
function isWithin(difference: number, tolerance: Tolerance, restated: number): boolean {
  const off = Math.abs(difference);
  switch (tolerance.kind) {
    case 'exact':
      return off < EPSILON;
    case 'points':
      return off <= (tolerance.by.amount / 10 ** tolerance.by.scale) * 100 + EPSILON;
    case 'share':
      return off <= (tolerance.by.amount / 10 ** tolerance.by.scale) * Math.abs(restated) + EPSILON;
  }
}
