import type { SourceName } from '../model.ts';
import { effectOf, type Problem, problem } from '../problems/problem.ts';
import { fill, plural } from '../problems/sentence.ts';
import { type Reading, RowCoercer } from '../read/coerce.ts';
import type { NamedFile } from '../read/files.ts';
import { isWideHeader, longMetrics } from '../read/long-metrics.ts';
import { type Only, rowTest } from '../read/only.ts';
import { type OpenFile, openFile } from '../read/open.ts';
import { type ColumnPlan, planColumns } from '../read/plan.ts';
import { PRESETS, type PresetName } from '../read/presets/table.ts';
import { fieldsOf } from '../read/source-table.ts';
import type { TableRow } from '../read/table.ts';
import { type TextRow, textReader } from '../read/texts.ts';
import { zoneOf } from '../sow/zone.ts';
import { type ColumnFacts, ColumnSurvey, provedOrder } from './columns.ts';
import type { Columns } from './composed.ts';
import { countedRows } from './counted-rows.ts';
import { guessWord } from './guess.ts';
import { leadPrices } from './lead-prices.ts';
import { currenciesIn, type MoneyFacts, moneyIn } from './money.ts';
import { proposedColumns } from './proposals.ts';
import { ALL_LAYOUTS, isAnyHeader, type Recognized, recognize } from './recognize.ts';

/** What a file is, what stands in it, what is wrong with it, and how a rules file would name it. */
export interface Inspection {
  readonly file: string;
  readonly sha256: string;
  readonly text: {
    readonly kind: OpenFile['kind'];
    readonly encoding: string;
    readonly delimiter: string | null;
    readonly quote: string | null;
    readonly header_line: number;
  };
  readonly rows: number;
  readonly quarantined: number;
  readonly recognized: Recognized;
  readonly columns: readonly ColumnFacts[];
  /** In which currency amounts are. */
  readonly money: readonly MoneyFacts[];
  /** Of an invoice the prices that its lines for leads bill most. */
  readonly prices: readonly string[];
  /** Times of the file carry no offset: the rules must name their zone. */
  readonly needs_zone: boolean;
  /** The entry of `sources:` that would read it. */
  readonly entry: Entry;
  /** What in the entry is a guess, to be checked: its key and why. */
  readonly guesses: readonly { readonly key: string; readonly why: string }[];
  readonly traps: readonly string[];
  readonly problems: readonly Problem[];
}

interface Entry {
  readonly file?: string;
  /** Figures of calls, in place of rows. */
  readonly aggregates?: string;
  readonly preset?: string;
  readonly time_zone?: string;
  readonly zones?: Readonly<Record<string, string>>;
  readonly dates?: string;
  readonly decimals?: string;
  readonly only?: Only;
  readonly units?: Readonly<Record<string, string>>;
  readonly columns?: Columns;
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How `inspect` may be told what it cannot see. */
export interface InspectOptions {
  readonly source?: SourceName | undefined;
  readonly preset?: PresetName | undefined;
  readonly columns?: Columns;
}

/** A date with points, as no American writes it. */
const DOTTED = /\d\.\d{1,2}\.\d/;
/** Amounts without a currency are looked at as if they were in it: with two decimals. */
const ASSUMED = 'USD';
const SAMPLE_ROWS = 20_000;

/** Looks at a file without any rules. Undefined with its problems where nothing can be read. */
export async function inspect(
  file: NamedFile,
  options: InspectOptions = {},
): Promise<{ readonly inspection: Inspection | undefined; readonly problems: readonly Problem[] }> {
  const layouts = options.preset ? PRESETS[options.preset].layouts : ALL_LAYOUTS;
  const isWide = (cells: readonly string[]): boolean => isWideHeader(cells, options.columns ?? {});
  const opened = await openFile(file, { isHeader: (cells) => isAnyHeader(cells) || isWide(cells), layouts });
  if (!opened.file) {
    const isTold = opened.problems.some((p) => effectOf(p) === 'stop');
    const empty = isTold ? [] : [problem('empty_file', { file: file.name })];
    return { inspection: undefined, problems: [...opened.problems, ...empty] };
  }
  const open = isWide(opened.file.header) ? longMetrics(opened.file, options.columns ?? {}) : opened.file;
  const survey = new ColumnSurvey(open.header);
  const rows: TableRow[] = [];
  for await (const batch of open.rows()) {
    survey.add(batch);
    if (rows.length < SAMPLE_ROWS) rows.push(...batch.slice(0, SAMPLE_ROWS - rows.length));
  }
  await open.close();
  const found = recognize(open, file.name);
  const recognized = {
    ...found,
    ...(options.source && { source: options.source, confidence: 'sure' as const, why: 'as you say' }),
    ...(options.preset && { preset: options.preset }),
  };
  return { inspection: described(file.name, open, rows, survey, recognized, options.columns), problems: [] };
}

function described(
  file: string,
  open: OpenFile,
  rows: readonly TableRow[],
  survey: ColumnSurvey,
  recognized: Recognized,
  given: Columns = {},
): Inspection {
  const { source, preset: presetName } = recognized;
  const preset = PRESETS[presetName];
  const { columns, guesses } = proposedColumns(file, open, rows, survey, recognized, given);
  const plan = planColumns(open, source, preset, columns, file);
  const only = presetName === 'generic' ? countedRows(source, open.header, rows, plan.columns) : undefined;
  if (only)
    guesses.push({
      key: `only.${only.header}`,
      why: `without ${only.others.join(', ')}, which are no ${source} to count`,
    });
  const wanted = only && { [only.header]: only.counted };
  const texts = textReader(open, plan, preset, source, undefined, rowTest(open.header, wanted ?? {})).ofAll(rows).texts;
  const fieldAt = new Map([...plan.columns].map(([field, at]) => [at, field]));
  const money = moneyIn(
    open.header.map((header, at) => ({
      header,
      column: at + 1,
      isMoney: fieldsOf(source)[fieldAt.get(at) ?? '']?.kind === 'money',
      values: survey.valuesAt(at),
    })),
  );
  const [currency = ASSUMED] = currenciesIn(money);
  const isSaid = currenciesIn(money).length > 0;
  const reading = {
    source,
    file,
    preset,
    zone: preset.zone && zoneOf(preset.zone),
    zones: {},
    contractZone: zoneOf('UTC'),
    dates: undefined,
    decimals: undefined,
    units: {},
    isJson: open.kind === 'json',
    values: {},
    currency,
    country: undefined,
  };
  const facts = survey.facts([
    ...[...plan.composed].flatMap(([field, { at }]) => at.map((i): [string, number] => [field, i])),
    // What a column is read as alone says more than what it is a part of.
    ...[...plan.columns].filter(([field]) => !plan.composed.has(field)),
  ]);
  const ambiguous = facts.some((c) => c.field && (c.dates?.order === 'ambiguous' || c.dates?.order === 'mixed'));
  const proved = provedOrder(facts);
  const order = proved ?? (facts.some((c) => c.field && DOTTED.test(c.dates?.proof ?? '')) ? 'dmy' : undefined);
  // Whether times have a zone does not depend on the order of their dates.
  const ordered = ambiguous ? { ...reading, dates: order ?? 'mdy' } : reading;
  const needsZone = read(plan, ordered, open, texts).some((p) => p.code === 'time_without_zone');
  // Amounts may be in any currency here, and every zone shows the same faults but for two hours a year.
  const told = read(plan, { ...reading, zone: reading.zone ?? zoneOf('UTC') }, open, texts).flatMap((p) =>
    p.code === 'other_currency' ? [] : isSaid ? p : withoutCurrency(p),
  );
  const values: Record<string, Record<string, string>> = {};
  const zones: Record<string, string> = {};
  const units: Record<string, string> = {};
  for (const { code, args } of told) {
    if (code === 'unmapped_zone') {
      zones[String(args.value)] = String(args.usual);
      guesses.push({
        key: `zones.${args.value}`,
        why: `${plural(Number(args.count), 'row')}; the clock there, or an offset`,
      });
    }
    if (code === 'doubtful_unit') {
      units[String(args.field)] = String(args.unit);
      guesses.push({ key: `units.${args.field}`, why: `then "${args.value}" is ${args.seconds} s; ask the vendor` });
    }
    if (code !== 'unmapped_value') continue;
    const [field, text] = [String(args.field), String(args.value)];
    values[field] = { ...values[field], [text]: guessWord(field, text) ?? 'CHOOSE' };
    guesses.push({ key: `values.${field}.${text}`, why: `${plural(Number(args.count), 'row')}; one of ${args.valid}` });
  }
  const blank = told.filter(isBlankDisposition).length;
  if (blank > 0) {
    values.disposition = { ...values.disposition, '': BLANK_DISPOSITION };
    guesses.push({
      key: 'values.disposition.',
      why: fill(
        '{blank#} {blank|row says nothing; so it is a dial|rows say nothing; so they are dials} that nobody answered',
        { blank },
      ),
    });
  }
  if (needsZone)
    guesses.push({
      key: 'time_zone',
      why: 'the times carry no offset; name the zone that the exporting system was set to',
    });
  if (ambiguous)
    guesses.push({
      key: 'dates',
      why: proved
        ? 'a column fits month-first and day-first; this is the order of the others'
        : order
          ? 'every date fits month-first and day-first; with points the day mostly comes first: ask the vendor'
          : 'every date fits month-first and day-first; ask the vendor',
    });
  const isUnsure = told.some((p) => p.code === 'ambiguous_numbers');
  if (isUnsure)
    guesses.push({ key: 'decimals', why: 'every number fits a decimal point and a decimal comma; ask the vendor' });
  const entry: Entry = {
    ...(source === 'call_figures' ? { aggregates: file } : { file }),
    ...(presetName === 'generic' ? {} : { preset: presetName }),
    ...(needsZone ? { time_zone: 'America/New_York' } : {}),
    ...(Object.keys(zones).length ? { zones } : {}),
    ...(ambiguous ? { dates: order ?? 'mdy' } : {}),
    ...(isUnsure ? { decimals: 'point' } : {}),
    ...(wanted ? { only: wanted } : {}),
    ...(Object.keys(units).length ? { units } : {}),
    ...(Object.keys(columns).length ? { columns } : {}),
    ...(Object.keys(values).length ? { values } : {}),
  };
  return {
    file,
    sha256: open.sha256(),
    text: {
      kind: open.kind,
      encoding: open.encoding.name,
      delimiter: open.dialect?.delimiter ?? null,
      quote: open.dialect && open.dialect.dialect.quote < 0x80 ? String.fromCharCode(open.dialect.dialect.quote) : null,
      header_line: open.headerLine,
    },
    rows: survey.rows + open.counts.aside,
    quarantined:
      open.counts.aside + new Set(told.flatMap((p) => (effectOf(p) === 'quarantine' ? [p.place.line] : []))).size,
    recognized,
    columns: facts,
    money,
    prices: source === 'invoice' ? leadPrices(texts, values.kind) : [],
    needs_zone: needsZone,
    entry,
    guesses,
    traps: preset.traps,
    problems: [...open.problems(), ...plan.problems, ...plan.lacks, ...told],
  };
}

/** Calls whose cell for what came of them is empty are calls all the same. */
export const isBlankDisposition = ({ code, args }: Problem): boolean =>
  code === 'missing_value' && args.word === 'disposition';
export const BLANK_DISPOSITION = 'other';

/** A bad amount, where nothing says in which currency it would be good. */
const withoutCurrency = (p: Problem): Problem =>
  p.args.expected === `an amount in ${ASSUMED}`
    ? { ...p, args: { ...p.args, expected: 'an amount with two decimals at most' } }
    : p;

/** What is told when the rows are read so. */
function read(plan: ColumnPlan, reading: Reading, open: OpenFile, texts: readonly TextRow[]): readonly Problem[] {
  const coercer = new RowCoercer(plan, reading, open.headerLine, texts);
  for (const row of texts) coercer.read(row);
  return coercer.problems();
}
