import { groupBy } from '../link/grouped.ts';
import type { SourceName } from '../model.ts';
import { nearest } from '../problems/nearest.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { RecordOf } from '../read/records.ts';
import { fieldsOf } from '../read/source-table.ts';
import type { Sow } from '../sow/sow.ts';
import { warehouseOf } from '../sow/warehouse.ts';
import type { CallMeter } from './call-meter.ts';
import { fingerprint } from './fingerprint.ts';
import { keyOf } from './groups.ts';
import type { Group, Metric } from './metrics.ts';
import { ALL, leaveOut, newTally, type Tallies } from './tally.ts';

/** A row of the result of `metrics --sql`: of one metric and group, what was left out for one reason, or all that was not. */
type CallFigure = RecordOf<'call_figures'>;

/** Why cells of a warehouse were not read, as the result says it in rows of no metric. */
export type Unread = 'unmapped' | 'not E.164' | 'other kind' | 'empty';

/** What meters took from a result. */
interface Filled {
  readonly used: readonly CallFigure[];
  readonly problems: readonly Problem[];
}

/** Fills meters with what a warehouse computed in place of rows. A figure of another definition, or of other days, is none of theirs: what is missing is a problem. */
export function fillMeters(
  meters: readonly CallMeter[],
  figures: readonly CallFigure[],
  sow: Sow,
  file: string,
): Filled {
  const ofOne = groupBy(figures, definedAs);
  const rowsOf = new Map(ofOne.map((rows) => [definedAs(rows[0]), rows]));
  const filled = meters.map((meter) =>
    meter.metrics.map((metric) => {
      const rows = rowsOf.get(`${fingerprint(metric, meter.span, sow)} ${metric.id}`) ?? [];
      for (const row of rows) addTo(meter.tallies.get(metric.id) ?? new Map(), row, meter.agents);
      return { metric, rows };
    }),
  );
  const wanted = filled.flat();
  const missing = [...new Set(wanted.flatMap(({ metric, rows }) => (rows.length ? [] : [metric.id])))];
  const used = wanted.flatMap(({ rows }) => rows);
  const stale = missing.length ? [problem('figures_of_other_rules', { file }, { metrics: missing.join(', ') })] : [];
  const doubled = twice(used);
  const cut = doubled.length ? [] : filled.flatMap((all) => incomplete(all, file));
  return { used, problems: [...stale, ...doubled, ...cut, ...unread(figures, warehouseOf(sow)?.time_zone)] };
}

const definedAs = ({ definition, metric }: CallFigure): string => `${definition} ${metric}`;

function addTo(tallies: Tallies, row: CallFigure, agents: Set<string>): void {
  const { split_by, split_value = '', left_out, calls = 0, unknown = 0, considered = 0, counted = 0, total = 0 } = row;
  // The row that every metric has, also where nothing was called.
  if (calls === 0) return;
  // Calls that name no agent are of the whole alone.
  if (split_by !== undefined && split_value === '') return;
  if (split_by === 'agent') agents.add(split_value);
  const key = split_by === undefined ? ALL : keyOf(split_by, split_value);
  const tally = tallies.get(key) ?? newTally();
  tallies.set(key, tally);
  tally.rows += calls;
  if (left_out !== undefined) {
    leaveOut(tally, left_out, calls, counted);
    return;
  }
  tally.unknown += unknown;
  tally.per += considered;
  tally.count += counted;
  tally.sum += total;
}

/** Groups that have every call in a row; calls without an agent are those of an empty one. */
const OF_EVERY_CALL: ReadonlySet<Group> = new Set<Group>(['agent', 'week', 'day']);

/** Every metric of the same days says something of every call, as a whole and by each of these groups: where calls are missing, rows are. */
function incomplete(
  all: readonly { readonly metric: Metric; readonly rows: readonly CallFigure[] }[],
  file: string,
): Problem[] {
  const callsIn = (rows: readonly CallFigure[], group?: Group): number =>
    rows.reduce((sum, { split_by, calls = 0 }) => sum + (split_by === group ? calls : 0), 0);
  const known = all.filter(({ rows }) => rows.length > 0);
  const calls = Math.max(0, ...known.map(({ rows }) => callsIn(rows)));
  return known.flatMap(({ metric, rows }) =>
    [undefined, ...metric.by.filter((group) => OF_EVERY_CALL.has(group))].flatMap((group) => {
      const found = callsIn(rows, group);
      const what = group === undefined ? metric.id : `${metric.id} by ${group}`;
      return found < calls ? [problem('figures_incomplete', { file }, { metric: what, found, calls })] : [];
    }),
  );
}

/** A result that stands in a file twice would count twice. */
function twice(rows: readonly CallFigure[]): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ metric, split_by, split_value, left_out, calls, row }) => {
    const key = JSON.stringify([metric, split_by, split_value, left_out, calls === 0]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const group = split_by === undefined ? '' : `, ${split_by} ${split_value}`;
    return [problem('figures_twice', row, { metric, group })];
  });
}

const CALLS: SourceName = 'calls';
/** By whether the rules name a zone for times that carry none. */
const TIMES = {
  none: {
    kind: 'carries no zone',
    expected: 'name the zone of its clock: `time_zone:` in sources.calls, then query again',
  },
  named: { kind: 'carries a zone of its own', expected: 'take `time_zone` out of sources.calls, then query again' },
};

function unread(rows: readonly CallFigure[], zone: string | undefined): Problem[] {
  return rows.flatMap(({ metric, split_by: field = '', split_value: value, left_out, calls = 0, row }) => {
    if (metric !== undefined) return [];
    if (left_out === 'unmapped') {
      const words = fieldsOf(CALLS)[field]?.words ?? [];
      const valid = words.join(', ');
      return [
        problem('unmapped_value', row, {
          field,
          value,
          source: CALLS,
          valid,
          nearest: nearest(value ?? '', words),
          count: calls,
        }),
      ];
    }
    if (left_out === 'other kind')
      return [
        problem('figures_of_other_times', row, { field, calls, ...TIMES[zone === undefined ? 'none' : 'named'] }),
      ];
    const why = left_out === 'empty' ? 'is empty: they are counted nowhere' : `is ${left_out}`;
    return [problem('figures_unread', row, { field, calls, why })];
  });
}
