import { groupBy } from '../link/grouped.ts';
import type { Instant } from '../model.ts';
import type { Call, ReportedMetric } from '../read/records.ts';
import { fieldsOf } from '../read/source-table.ts';
import { type Criteria, cellOf, type Facts, truthOf } from '../sow/criteria.ts';
import type { Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { Ladder } from '../sow/titles.ts';
import type { Zone } from '../sow/zone.ts';
import type { DayFold } from './day-fold.ts';
import type { Numbering } from './distinct.ts';
import { Grouping } from './groups.ts';
import { denominatorOf, type Metric, metricsOf } from './metrics.ts';
import { readingsOf } from './readings.ts';
import { isOf } from './reported.ts';
import { ALL, addTo, amountOf, type Standing, standingOf, type Tallies, type Tally, tallyOf } from './tally.ts';

/** Tallies of metrics of calls, by the id of the metric. */
export type CallTallies = ReadonlyMap<string, Tallies>;

/** Which calls are metered: those of the period that were made by as-of. */
export interface MeteredSpan {
  readonly period: Period;
  readonly asOf: Instant;
}

export interface CallMeter extends DayFold {
  /** Metrics of calls, and what others are divided by. */
  readonly metrics: readonly Metric[];
  readonly span: MeteredSpan;
  readonly tallies: CallTallies;
  readonly agents: Set<string>;
}

/** The metrics of the SOW, and the readings of those that the vendor reports. */
export const meteredMetrics = (sow: Sow, reported: readonly ReportedMetric[]): Metric[] =>
  metricsOf(sow).flatMap((metric) => [
    metric,
    ...(reported.some((row) => isOf(metric, row)) ? readingsOf(metric).map((reading) => reading.metric) : []),
  ]);

/** The metrics of the SOW with every common reading. */
export const allReadings = (sow: Sow): Metric[] =>
  metricsOf(sow).flatMap((metric) => [metric, ...readingsOf(metric).map((reading) => reading.metric)]);

/** Those that are metered by calls: metrics of calls, and what others are divided by, each once. */
export function metricsOfCalls(all: readonly Metric[], sow: Sow): Metric[] {
  const named = new Map(all.flatMap((m) => [m, ...denominatorOf(m, sow)]).map((m) => [m.id, m]));
  return [...named.values()].filter((m) => m.of === 'calls');
}

/** Folds calls into metrics of calls, and what others are divided by; and notes who called. `contacts` numbers what counts once. */
export function callMeter(all: readonly Metric[], sow: Sow, span: MeteredSpan, contacts: Numbering): CallMeter {
  const metrics = metricsOfCalls(all, sow);
  const tallies = new Map<string, Tallies>(metrics.map((m) => [m.id, new Map()]));
  const agents = new Set<string>();
  let call: Call;
  const facts: Facts = (field) => callFact(call, field, sow.clock.zone);
  // Metrics that are grouped alike share the numbers of their groups.
  const groupings = groupBy(metrics, ({ by }) => String(by)).map((alike) => ({
    grouping: new Grouping(alike[0]?.by ?? []),
    alike: alike.map((metric) => ({
      metric,
      standings: [] as Standing[],
      isSettled: settledByWords(metric, facts, sow.titles),
      named: tallies.get(metric.id) ?? new Map<string, Tally>(),
      own: [] as Tally[],
    })),
  }));
  return {
    metrics,
    span,
    period: span.period,
    tallies,
    agents,
    add(next, day) {
      call = next;
      if (call.agent !== undefined) agents.add(call.agent);
      const words = wordsOf(call);
      for (const { grouping, alike } of groupings) {
        const groups = grouping.of(facts, day);
        for (const { metric, standings, isSettled, named, own } of alike) {
          const standing = standings[words] ?? standingOf(metric, facts, sow.titles);
          if (!standings[words] && isSettled(standing)) standings[words] = standing;
          const amount = standing === 'counts' ? amountOf(metric, facts, contacts) : undefined;
          for (const at of groups) {
            const tally = own[at] ?? tallyOf(named, grouping.names[at] ?? ALL);
            own[at] = tally;
            addTo(tally, standing, amount);
          }
        }
      }
    },
  };
}

/** Fields of calls that hold one of a few words, each word with its number from 1. */
const WORDS = Object.entries(fieldsOf('calls')).flatMap(([field, { words }]) =>
  words ? [{ field: field as keyof Call, numbers: new Map(words.map((word, i) => [word, i + 1])) }] : [],
);

/** A number for all the words of a call: calls with the same have the same standing where a metric asks for words alone. */
function wordsOf(call: Call): number {
  let all = 0;
  for (const { field, numbers } of WORDS) all = all * (numbers.size + 1) + (numbers.get(String(call[field])) ?? 0);
  return all;
}

/** Whether all calls with the words of the one that `facts` tell of stand alike: the criteria look at words alone, or what counts does and a word that is asked for first leaves it out. */
function settledByWords({ per = {}, count = {} }: Metric, facts: Facts, titles: Ladder): (s: Standing) => boolean {
  const isWord = (field: string): boolean => WORDS.some((word) => word.field === field);
  const asksWords = (tree: Criteria): boolean => Object.keys(tree).every(isWord);
  if (asksWords(per) && asksWords(count)) return () => true;
  const [first = ''] = Object.keys(per);
  if (!isWord(first) || !asksWords(count)) return () => false;
  const asked = { [first]: per[first] };
  return (standing) => typeof standing === 'object' && truthOf(asked, facts, titles) === 'no';
}

function callFact(call: Call, field: string, zone: Zone): ReturnType<Facts> {
  // Talk is what is handled; hold and wrap may not be logged.
  if (field === 'handle_time')
    return call.talk === undefined ? undefined : call.talk + (call.hold ?? 0) + (call.wrap ?? 0);
  // A calling vendor's log without a direction is a log of outbound calls.
  if (field === 'direction') return call.direction ?? 'outbound';
  return cellOf(call, field, zone);
}
