import type { Field } from '../../read/field.ts';
import { fieldsOf } from '../../read/source-table.ts';
import type { Period } from '../../sow/period.ts';
import type { Sow } from '../../sow/sow.ts';
import type { Unread } from '../call-figures.ts';
import type { MeteredSpan } from '../call-meter.ts';
import { cutOf, fingerprint } from '../fingerprint.ts';
import { fieldOfGroup } from '../groups.ts';
import type { Group, Metric } from '../metrics.ts';
import { branchFields } from '../tally.ts';
import { isNumber, isOfCalls, sqlOf, sqlOfLine, Unsayable } from './criteria.ts';
import type { Dialect } from './dialects.ts';
import { type CallTable, cellsOf } from './table.ts';

/** A metric of calls with the days that it is metered over. */
export interface Asked {
  readonly metric: Metric;
  readonly span: MeteredSpan;
}

/** The statement, or what of the metrics cannot be said in the dialect. */
export type Statement = { readonly sql: string } | { readonly unsayable: readonly { metric: string; what: string }[] };

/** One statement with one query a metric and grouping, by the definitions that calls are metered by: its result is what `sources.calls.aggregates` names. */
export function statementOf(asked: readonly Asked[], table: CallTable, sow: Sow, dialect: Dialect): Statement {
  const unsayable: { metric: string; what: string }[] = [];
  const queries = asked.flatMap((one) => {
    try {
      return queriesOf(one, sow, dialect);
    } catch (error) {
      if (!(error instanceof Unsayable)) throw error;
      unsayable.push({ metric: one.metric.id, what: error.message });
      return [];
    }
  });
  if (unsayable.length) return { unsayable };
  const days = spanOf(asked.map(({ span }) => span.period));
  const fields = fieldsIn(asked.map(({ metric }) => metric));
  const sql = [
    'WITH leadaudit_cells AS (',
    indent(cellsOf(table, fields, sow, dialect)),
    '), leadaudit_calls AS (',
    indent(callsOf(fields, days, dialect)),
    ')',
    [...queries, ...unreadOf(fields, days, dialect)].join('\nUNION ALL\n'),
    'ORDER BY 1, 2, 3, 4, 5;',
  ].join('\n');
  return { sql: `${sql}\n` };
}

const indent = (text: string): string => text.replace(/^/gm, '  ');
const NEEDED = Object.entries(fieldsOf('calls')).flatMap(([name, field]) => (field.needed ? [name] : []));

/** The fields that the metrics look at, and those without which a row is set aside. */
function fieldsIn(metrics: readonly Metric[]): string[] {
  const found = new Set(NEEDED);
  const look = (tree: Metric['count']): void => {
    for (const [field, rule] of Object.entries(tree ?? {}))
      if (Array.isArray(rule)) for (const branch of rule) look(branch);
      else found.add(field);
  };
  for (const { count, per, sum, mean, distinct, by } of metrics) {
    look(count);
    look(per);
    for (const field of [sum, mean, distinct]) if (field !== undefined) found.add(field);
    for (const group of by) if (group !== 'week' && group !== 'day') found.add(fieldOfGroup(group));
  }
  if (found.delete('handle_time')) for (const part of ['talk', 'hold', 'wrap']) found.add(part);
  return Object.keys(fieldsOf('calls')).filter((field) => found.has(field));
}

const spanOf = (periods: readonly Period[]): Pick<Period, 'from' | 'to'> => ({
  from: periods.map(({ from }) => from).sort()[0] ?? '',
  to:
    periods
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '',
});

const within = ({ from, to }: Pick<Period, 'from' | 'to'>): string => `day BETWEEN DATE '${from}' AND DATE '${to}'`;

/** Calls that are not set aside, with what is made from their cells. */
function callsOf(fields: readonly string[], days: Pick<Period, 'from' | 'to'>, { isPhone }: Dialect): string {
  const made = fields.map((field) => {
    // A calling vendor's log without a direction is a log of outbound calls.
    if (field === 'direction')
      return `CASE WHEN direction_text IS NULL THEN 'outbound' ELSE direction END AS direction`;
    if (field === 'phone') return `CASE WHEN ${isPhone('phone')} THEN phone END AS phone`;
    return field;
  });
  const handled = ['talk', 'hold', 'wrap'].every((part) => fields.includes(part))
    ? ['talk + COALESCE(hold, 0) + COALESCE(wrap, 0) AS handle_time']
    : [];
  return [
    `SELECT\n${indent([...made, 'day', ...handled].join(',\n'))}`,
    'FROM leadaudit_cells',
    `WHERE ${within(days)}`,
    ...NEEDED.map((field) => `  AND NOT (${absenceOf(field)})`),
  ].join('\n');
}

/** Whether a call lacks a field without which it is set aside. */
const absenceOf = (field: string): string => {
  const { neededUnless: unless } = fieldsOf('calls')[field] as Field;
  const isEmpty = `${presenceOf(field)} IS NULL`;
  if (!unless) return isEmpty;
  return `${isEmpty} AND COALESCE(${unless.field} NOT IN (${unless.words.map((word) => `'${word}'`).join(', ')}), TRUE)`;
};

/** What is null where the cell is empty: a word that is not mapped is none, yet its cell is not empty. */
const presenceOf = (field: string): string => {
  const kind = (fieldsOf('calls')[field] as Field).kind;
  return kind === 'word' ? `${field}_text` : field;
};

function queriesOf({ metric, span }: Asked, sow: Sow, dialect: Dialect): string[] {
  const print = fingerprint(metric, span, sow);
  const { count, per, sum, mean, distinct } = metric;
  const [considered, counted] = [sqlOf(per ?? {}, dialect), sqlOf(count ?? {}, dialect)];
  for (const field of [sum, mean])
    if (field !== undefined && !isNumber(field)) throw new Unsayable(`${field}, which is no number of calls`);
  if (distinct !== undefined && !isOfCalls(distinct)) throw new Unsayable(`${distinct}, which is no field of calls`);
  const value = sum ?? mean;
  const missing = [value, distinct].flatMap((field) => (field === undefined ? [] : [`${field} IS NULL`]));
  const standing = [
    ...(per
      ? [
          `WHEN NOT ${considered} THEN CASE WHEN ${counted} THEN 'would count' ELSE 'left out' END`,
          `WHEN ${considered} IS NULL THEN 'unknown'`,
        ]
      : []),
    ...(count ? [`WHEN NOT ${counted} THEN 'not'`, `WHEN ${counted} IS NULL THEN 'unknown'`] : []),
    ...(missing.length ? [`WHEN ${missing.join(' OR ')} THEN 'unknown'`] : []),
  ];
  const standingOf = standing.length ? `CASE ${standing.join('\n      ')}\n      ELSE 'counts' END` : "'counts'";
  const cut = cutOf(span, sow);
  const where = [within(span.period), ...(cut === undefined ? [] : [`started_at <= ${dialect.moment(cut)}`])];
  const name = [dialect.literal(metric.id), `'${print}'`];
  const what = `-- ${metric.id.replace(/\s+/g, ' ')}`;
  const query = (group: Group | undefined): string =>
    [
      `${what}${group ? `, by ${group}` : ''}`,
      `SELECT ${name.join(', ')}, '${group ?? ''}', split_value, left_out, COUNT(*),`,
      `  ${countIf("standing = 'unknown'")}, ${countIf("standing IN ('counts', 'not')")},`,
      `  ${distinct === undefined ? countIf("standing IN ('counts', 'would count')") : "COUNT(DISTINCT CASE WHEN standing = 'counts' THEN one END)"},`,
      `  ${value === undefined ? zero(dialect) : `COALESCE(SUM(CASE WHEN standing = 'counts' THEN amount END), ${zero(dialect)})`}`,
      'FROM (',
      `  SELECT ${[splitBy(group, dialect), ...(value === undefined ? [] : [`${value} AS amount`]), ...(distinct === undefined ? [] : [`${distinct} AS one`])].join(', ')},`,
      `    ${standingOf} AS standing,`,
      `    ${whyOf(metric, considered, dialect)} AS left_out`,
      `  FROM leadaudit_calls WHERE ${where.join(' AND ')}`,
      ') AS held',
      'WHERE split_value IS NOT NULL',
      'GROUP BY split_value, left_out',
    ].join('\n');
  // A metric without a call has this row, and is known to have none.
  const always = `${what}\nSELECT ${name[0]} AS metric, ${name[1]} AS definition, '' AS split_by, '' AS split_value, '' AS left_out,\n  0 AS calls, 0 AS unknown, 0 AS considered, 0 AS counted, ${zero(dialect)} AS total`;
  return [always, query(undefined), ...metric.by.flatMap((group) => (isSplit(group) ? [query(group)] : []))];
}

const zero = ({ decimal }: Dialect): string => decimal('0');
const countIf = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
/** Calls have no channel: what is grouped by it has no groups. */
const isSplit = (group: Group): boolean => group === 'week' || group === 'day' || isOfCalls(fieldOfGroup(group));

function splitBy(group: Group | undefined, { isoDay, isoWeek }: Dialect): string {
  if (group === undefined) return `'' AS split_value`;
  if (group === 'week') return `${isoWeek('day')} AS split_value`;
  // Calls without an agent have a row too, so that all calls are in the result.
  if (group === 'agent') return `COALESCE(agent, '') AS split_value`;
  return `${group === 'day' ? isoDay('day') : fieldOfGroup(group)} AS split_value`;
}

/** By which fact a row is left out, as the tally says it. */
function whyOf({ per }: Metric, considered: string, dialect: Dialect): string {
  const lines = Object.entries(per ?? {}).flatMap(([field, rule]) => {
    if (rule === undefined) return [];
    const named = Array.isArray(rule) ? dialect.literal(branchFields(rule)) : namedBy(field);
    return [`WHEN NOT ${sqlOfLine(field, rule, dialect)} THEN ${named}`];
  });
  if (!lines.length) return `''`;
  return `CASE WHEN ${considered} OR ${considered} IS NULL THEN ''\n      ${lines.join('\n      ')}\n      ELSE '' END`;
}

function namedBy(field: string): string {
  const isWord = field === 'disposition' || field === 'outcome';
  const name = isNumber(field) ? `'${field}'` : isWord ? field : `CONCAT('${field} ', ${field})`;
  return `CASE WHEN ${field} IS NULL THEN 'other' ELSE ${name} END`;
}

/** What could not be read: words without a mapping, each; empty cells of fields that are needed; numbers that are not in E.164; times of another kind. */
function unreadOf(fields: readonly string[], days: Pick<Period, 'from' | 'to'>, dialect: Dialect): string[] {
  const select = (field: string, why: Unread, condition: string, value?: string): string =>
    [
      `SELECT '', '', '${field}', ${value ?? "''"}, '${why}', COUNT(*), 0, 0, 0, ${zero(dialect)}`,
      `FROM leadaudit_cells WHERE (day IS NULL OR ${within(days)}) AND ${condition}`,
      `${value === undefined ? '' : `GROUP BY ${value} `}HAVING COUNT(*) > 0`,
    ].join('\n');
  return fields.flatMap((field) => {
    const { kind, needed } = fieldsOf('calls')[field] as Field;
    const isEmpty = `${presenceOf(field)} IS NULL`;
    return [
      ...(kind === 'word'
        ? [select(field, 'unmapped', `NOT (${isEmpty}) AND ${field} IS NULL`, presenceOf(field))]
        : []),
      ...(kind === 'phone' ? [select(field, 'not E.164', `NOT (${isEmpty}) AND NOT ${dialect.isPhone(field)}`)] : []),
      ...(kind === 'instant' && dialect.isWallTime ? [select(field, 'other kind', `${field}_is_other`)] : []),
      ...(needed ? [select(field, 'empty', absenceOf(field))] : []),
    ];
  });
}
