import { allReadings, metricsOfCalls } from '../../measure/call-meter.ts';
import { driftMetric } from '../../measure/drift-watch.ts';
import { DIALECTS, type DialectName } from '../../measure/sql/dialects.ts';
import { type Asked, statementOf } from '../../measure/sql/statement.ts';
import type { CallTable } from '../../measure/sql/table.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { fieldsOf } from '../../read/source-table.ts';
import { checkPeriod, scopeOf } from '../../scope.ts';
import type { Sow } from '../../sow/sow.ts';
import { warehouseOf } from '../../sow/warehouse.ts';
import { deliver } from '../output.ts';
import { type RulesOptions, rulesOf } from '../run.ts';
import type { Terminal } from '../terminal.ts';

type Options = RulesOptions & {
  readonly sql: DialectName;
  readonly period?: string;
  readonly asOf?: string;
  readonly output?: string;
};

/** The query by which a warehouse computes the metrics of calls; no source is read. */
export async function metricsSql(options: Options, terminal: Terminal): Promise<void> {
  // Until it is done it is not.
  process.exitCode = 2;
  const rules = await rulesOf(options, terminal);
  if (!rules) return;
  const { sow, path } = rules;
  const scope = scopeOf(sow, NO_ROWS, { period: options.period, asOf: options.asOf, withoutClaims: true });
  const table = tableOf(sow, path);
  const wrong = [
    ...checkPeriod(options.period),
    ...('problems' in scope ? scope.problems : []),
    ...('problems' in table ? table.problems : []),
  ];
  if (wrong.length || 'problems' in scope || 'problems' in table) return terminal.problems(wrong);
  const { period, asOf } = scope;
  const watched = driftMetric(sow, period);
  const asked: Asked[] = [
    ...metricsOfCalls(allReadings(sow), sow).map((metric) => ({ metric, span: { period, asOf } })),
    ...(watched
      ? metricsOfCalls([watched.daily], sow).map((metric) => ({ metric, span: { period: watched.span, asOf } }))
      : []),
  ];
  const dialect = DIALECTS[options.sql];
  const statement = statementOf(asked, table, sow, dialect);
  if ('unsayable' in statement)
    return terminal.problems(
      statement.unsayable.map(({ metric, what }) =>
        notInSql(
          path,
          `metric ${metric}: ${dialect.title} cannot be asked for ${what}`,
          `put it otherwise in metrics.${metric}`,
        ),
      ),
    );
  const head = [
    `-- leadaudit: metrics of calls of ${sow.sow.id}, ${period.from} to ${period.to}, for ${dialect.title}.`,
    '-- Save the result as CSV with its header, and name the file in the rules: sources.calls.aggregates.',
  ];
  const text = `${head.map((line) => line.replace(/\s+/g, ' ')).join('\n')}\n${statement.sql}`;
  if (await deliver(text, options.output, `calls-${period.label}.sql`, terminal)) process.exitCode = 0;
}

const NO_ROWS = { invoice: [], meetings: [] };
const notInSql = (path: string, what: string, expected: string): Problem =>
  problem('not_in_sql', { file: path }, { what, expected });

/** The table as `sources.calls` maps it. Without `columns` the table has every field by its own name; with them it has those that they name. */
function tableOf(sow: Sow, path: string): CallTable | { problems: Problem[] } {
  const entry = sow.sources.calls?.[0];
  const fields = Object.entries(fieldsOf('calls'));
  const given = Object.entries(entry?.columns ?? Object.fromEntries(fields.map(([name]) => [name, name])));
  const columns = given.flatMap(([name, rule]) => (typeof rule === 'string' ? [[name, rule]] : []));
  const several = given.flatMap(([name, rule]) => (typeof rule === 'string' ? [] : [name]));
  const absent = fields.flatMap(([name, { needed }]) =>
    needed && !given.some(([known]) => known === name) ? [name] : [],
  );
  const problems = [
    ...several.map((name) =>
      notInSql(path, `columns.${name} names several columns`, 'name the one that the table has'),
    ),
    ...absent.map((name) =>
      notInSql(path, `columns names no ${name}`, 'a call without it cannot be counted: name its column'),
    ),
    ...(entry?.only
      ? [notInSql(path, '`only` names rows of a file', 'name a table, or a view, that has calls alone')]
      : []),
    ...Object.entries((entry?.values ?? {}) as CallTable['values']).flatMap(([name, words]) =>
      words[''] === undefined
        ? []
        : [notInSql(path, `values.${name} says what an empty cell means`, 'fill such cells in a view')],
    ),
    ...(entry && entry.preset !== 'generic'
      ? [
          notInSql(
            path,
            `preset ${entry.preset} is the layout of an export`,
            'map the table with `columns` and `values`',
          ),
        ]
      : []),
  ];
  if (problems.length) return { problems };
  const name = warehouseOf(sow)?.table ?? 'calls';
  return {
    name,
    columns: Object.fromEntries(columns),
    values: (entry?.values ?? {}) as CallTable['values'],
    units: (entry?.units ?? {}) as CallTable['units'],
    zone: entry?.time_zone,
  };
}
