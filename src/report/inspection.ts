import { Document, type Pair, type Scalar, stringify, visit } from 'yaml';
import { z } from 'zod';
import type { ColumnFacts } from '../inspect/columns.ts';
import type { Inspection } from '../inspect/inspect.ts';
import type { MoneyFacts } from '../inspect/money.ts';
import { groupBy } from '../link/grouped.ts';
import { frame } from '../problems/frame.ts';
import { effectOf, messageOf, type Problem, sortProblems } from '../problems/problem.ts';
import { fitted } from './columns.ts';
import { forTerminal as clean } from './escape.ts';
import { grid, wrap } from './grid.ts';
import type { TerminalPaint } from './terminal.ts';

/** `inspect --format json`. */
export const inspectionDocument = z.strictObject({
  schema: z.literal('leadaudit/inspection@1'),
  files: z.array(
    z.strictObject({
      file: z.string(),
      sha256: z.string(),
      text: z.strictObject({
        kind: z.enum(['delimited', 'json', 'icalendar']),
        encoding: z.string(),
        delimiter: z.string().nullable(),
        quote: z.string().nullable(),
        header_line: z.int(),
      }),
      rows: z.int().describe('rows, those set aside included'),
      quarantined: z.int().describe('rows set aside'),
      recognized: z.strictObject({
        source: z.string(),
        preset: z.string(),
        confidence: z.enum(['sure', 'likely', 'unsure']),
        why: z.string(),
      }),
      columns: z.array(
        z.strictObject({
          header: z.string(),
          column: z.int(),
          field: z.string().nullable(),
          filled: z.int(),
          distinct: z.int(),
          isMore: z.boolean(),
          samples: z.array(z.string()),
          dates: z
            .strictObject({ order: z.enum(['mdy', 'dmy', 'ambiguous', 'mixed']), proof: z.string(), line: z.int() })
            .nullable(),
        }),
      ),
      money: z
        .array(
          z.strictObject({
            header: z.string(),
            column: z.int(),
            cells: z.int(),
            written: z.array(z.strictObject({ sign: z.string(), cells: z.int() })),
            currencies: z.array(z.string()).describe('every currency that all signs of the column can mean'),
          }),
        )
        .describe('columns of amounts, and of codes of currencies'),
      needs_zone: z.boolean(),
      entry: z
        .record(z.string(), z.unknown())
        .describe('the entry of `sources:`, or of `rules.exclusions`, that reads the file'),
      prices: z.array(z.string()).describe('of an invoice: what its lines for leads cost, the most frequent first'),
      guesses: z.array(z.strictObject({ key: z.string(), why: z.string() })),
      traps: z.array(z.string()),
      problems: z.array(
        z.strictObject({
          code: z.string(),
          effect: z.enum(['stop', 'quarantine', 'repair', 'tell']),
          line: z.int().nullable(),
          column: z.int().nullable(),
          message: z.string(),
          raw: z.string().nullable(),
        }),
      ),
    }),
  ),
});

const shown = (p: Problem) => ({
  code: p.code,
  effect: effectOf(p),
  line: p.place.line ?? null,
  column: p.place.column ?? null,
  message: messageOf(p),
  raw: p.excerpt ?? null,
});

/** The inspections as one JSON document. */
export function inspectionJson(inspections: readonly Inspection[]): string {
  const files = inspections.map((i) => ({ ...i, problems: sortProblems(i.problems).map(shown) }));
  return `${JSON.stringify(inspectionDocument.parse({ schema: 'leadaudit/inspection@1', files }), null, 2)}\n`;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'blank',
};
const ORDERS = {
  mdy: 'month first',
  dmy: 'day first',
  ambiguous: 'month first or day first',
  mixed: 'two orders',
} as const;
/** How many problems of a kind are shown with their line. */
const ALIKE = 2;
const SHOWN_COLUMNS = 40;

/** An inspection for a person: what the file is, what stands in its columns, what is wrong, and what to paste. */
export function inspectionText(i: Inspection, width: number, paint: TerminalPaint): string {
  const { text, recognized } = i;
  const how = [
    text.encoding === 'utf-8' ? 'UTF-8' : clean(text.encoding),
    text.delimiter === null ? text.kind : (DELIMITERS[text.delimiter] ?? `"${clean(text.delimiter)}"`),
    ...(text.kind === 'delimited' ? [`header on line ${text.header_line}`] : []),
  ];
  const mended = i.problems.filter((p) => effectOf(p) === 'repair').length;
  const rows = [`${i.rows} rows`, `${i.columns.length} columns`, `${i.quarantined} set aside`, `${mended} mended`];
  const mark = { sure: paint.good('sure'), likely: paint.strong('likely'), unsure: paint.alarm('unsure') }[
    recognized.confidence
  ];
  const preset = recognized.preset === 'generic' ? '' : `, preset ${recognized.preset}`;
  const facts = [
    `  ${paint.faint('text    ')} ${how.join(', ')}`,
    `  ${paint.faint('rows    ')} ${rows.join(', ')}`,
    `  ${paint.faint('looks like')} ${paint.strong(recognized.source === 'named' ? 'named exclusions' : recognized.source)}${preset} (${mark}: ${clean(recognized.why)})`,
  ];
  return [
    `${paint.strong(clean(i.file))}  ${paint.faint(`sha256 ${i.sha256.slice(0, 12)}`)}`,
    ...facts,
    '',
    columnsText(i, width, paint),
    ...datesText(i.columns, paint),
    ...moneyText(i.money, width, paint),
    ...problemsText(i.problems, paint),
    ...(i.traps.length
      ? ['', paint.strong('Good to know of this export'), ...i.traps.map((t) => wrap(`  - ${t}`, width, '    '))]
      : []),
    '',
    paint.strong('Paste into rules.yaml') + (i.guesses.length ? paint.faint('  (check what is marked)') : ''),
    entryYaml(i),
  ].join('\n');
}

function columnsText({ columns, rows }: Inspection, width: number, paint: TerminalPaint): string {
  const share = (n: number): string => (rows ? `${Math.round((n / rows) * 100)} %` : '-');
  const table = columns
    .slice(0, SHOWN_COLUMNS)
    .map((c) => [
      clean(c.header) || paint.faint(`(column ${c.column})`),
      c.field === null ? paint.faint('-') : c.field,
      share(c.filled),
      `${c.distinct}${c.isMore ? '+' : ''}`,
      clean(c.samples.map((s) => fitted(s, 28)).join(' · ')),
    ]);
  const text = grid(
    width,
    paint.faint,
    ['column', 'read as', 'filled', 'distinct', 'such as'],
    [20, 14, 6, 8, 0],
    table,
    [2, 3],
  );
  const more = columns.length - SHOWN_COLUMNS;
  return more > 0 ? `${text}\n${paint.faint(`... and ${more} more columns; --format json has all`)}` : text;
}

function datesText(columns: readonly ColumnFacts[], paint: TerminalPaint): string[] {
  const lines = columns.flatMap(({ header, dates }) => {
    if (!dates) return [];
    const proof = `${dates.order === 'ambiguous' ? 'such as' : 'proved by'} "${clean(dates.proof)}" on line ${dates.line}`;
    const text = `  ${clean(header)}: ${ORDERS[dates.order]}${dates.order === 'mixed' ? '' : `, ${proof}`}`;
    return [dates.order === 'ambiguous' || dates.order === 'mixed' ? paint.alarm(text) : text];
  });
  return lines.length ? ['', paint.strong('Dates'), ...lines] : [];
}

/** In which currency amounts are, by what is written; nothing is taken for granted. */
function moneyText(money: readonly MoneyFacts[], width: number, paint: TerminalPaint): string[] {
  const isSilent = money.every(({ written }) => !written.length);
  const lines = money.map(({ header, cells, written, currencies }) => {
    const signs = written.map((w) =>
      w.cells ? `"${clean(w.sign)}" in ${w.cells} of ${cells} cells` : `"${clean(w.sign)}" in its name`,
    );
    const says = !written.length
      ? `no currency is written${isSilent ? '; looked at as amounts with two decimals' : ' in it'}`
      : currencies.length
        ? `${oneOf(currencies.map(clean))}, by ${signs.join(', ')}`
        : `currencies that do not go together: ${signs.join(', ')}`;
    const text = wrap(`  ${clean(header)}: ${says}`, width, '    ');
    return written.length && !currencies.length ? paint.alarm(text) : text;
  });
  return lines.length ? ['', paint.strong('Money'), ...lines] : [];
}

const oneOf = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' or ');

function problemsText(problems: readonly Problem[], paint: TerminalPaint): string[] {
  if (!problems.length) return ['', paint.good('Nothing is wrong with it.')];
  return [
    '',
    paint.strong('What is not clean about it'),
    ...groupBy(sortProblems(problems), ({ code }) => code).flatMap((group) => [
      ...group.slice(0, ALIKE).map((p) => `${frame(p, paint, clean).trimEnd()}\n`),
      ...(group.length > ALIKE ? [paint.faint(`... and ${group.length - ALIKE} more ${group[0].code}`), ''] : []),
    ]),
  ];
}

/** The entry of `sources:`, or the clause whose list it is, as YAML; what is a guess carries a comment. */
function entryYaml({ recognized, entry, guesses }: Inspection): string {
  const key = recognized.source === 'call_figures' ? 'calls' : recognized.source;
  const doc = new Document(
    key === 'named' ? { rules: { exclusions: { named: entry } } } : { sources: { [key]: [entry] } },
  );
  const why = new Map(guesses.map((g) => [g.key, g.why]));
  visit(doc, {
    Pair: (_, pair: Pair<unknown, unknown>, path) => {
      const keys = [...path, pair].flatMap((node) =>
        'key' in (node as object) ? [String(((node as Pair).key as Scalar).value)] : [],
      );
      const comment = why.get(keys.slice(2).join('.'));
      const value = pair.value as Scalar | null;
      if (comment !== undefined && value && 'value' in (value as object)) value.comment = ` check: ${comment}`;
    },
  });
  return visible(stringify(doc));
}

/** Vendor text inside YAML is quoted by the library; what a terminal would obey is made visible. */
const visible = (yaml: string): string => yaml.split('\n').map(clean).join('\n');
