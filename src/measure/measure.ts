import type { JudgedChain, SlotFacts } from '../judge/facts.ts';
import { standing } from '../judge/verdict.ts';
import type { Instant } from '../model.ts';
import { factOf } from '../price/price-list.ts';
import type { Call, ReportedMetric } from '../read/records.ts';
import type { Facts } from '../sow/criteria.ts';
import { addDays, weekdayOf } from '../sow/dates.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { compareFigures, type Measured } from './compare.ts';
import { type Group, type Metric, metricsOf } from './metrics.ts';
import { ALL, newTally, type Tallies, tallyInto } from './tally.ts';

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
        if (at === undefined || at > asOf) continue;
        const date = zone.dateAt(at);
        if (!isIn(period, date)) continue;
        const facts = callFacts(call);
        for (const metric of metrics) {
          const own = tallies.get(metric.id) as Tallies;
          for (const key of keysOf(metric, facts, date)) tallyInto(own, key, metric, facts, sow.titles);
        }
      }
    },
  };
}

const callFacts =
  (call: Call): Facts =>
  (field) => {
    // Talk is what is handled; hold and wrap may not be logged.
    if (field === 'handle_time')
      return call.talk === undefined ? undefined : call.talk + (call.hold ?? 0) + (call.wrap ?? 0);
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
          for (const key of keysOf(metric, facts, zone.dateAt(slot.start)))
            tallyInto(tallies, key, metric, facts, sow.titles);
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
          for (const key of keysOf(metric, facts, day)) tallyInto(tallies, key, metric, facts, sow.titles);
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
  const { rules } = chain.terms;
  const isHeld = chain.slots.some((slot) => (isVerified ? slot.happened : slot.claimedOutcome)?.outcome === 'held');
  const facts: Readonly<Record<string, string>> = {
    held: String(isHeld),
    qualified: String(chain.rulings.some((r) => r.rule === 'qualification' && standing(r) === 'pass')),
    accepted: String(['explicit', 'deemed'].includes(chain.acceptance.state)),
    decided: String(['explicit', 'deemed', 'rejected', 'deemed_rejected'].includes(chain.acceptance.state)),
    verdict: chain.verdict,
  };
  // Without a clause nobody is qualified or not: unknown is no 0 %.
  return (field) =>
    field === 'qualified' && !rules.qualification ? undefined : (facts[field] ?? factOf(chain, field));
}
