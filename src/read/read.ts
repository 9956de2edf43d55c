import { createHash } from 'node:crypto';
import { SOURCE_NAMES, type SourceName } from '../model.ts';
import { effectOf, type Problem, problem } from '../problems/problem.ts';
import type { SowFile } from '../sow/schema.ts';
import type { Sow } from '../sow/sow.ts';
import { zoneOf } from '../sow/zone.ts';
import { type CoercedRow, coerce } from './coerce.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { filesOf, type NamedFile, newestLabel, readBytes } from './files.ts';
import { readInstant } from './instant.ts';
import { readJson } from './json.ts';
import { headerTest, planColumns } from './plan.ts';
import { PRESETS } from './presets/table.ts';
import { type Call, HELD_SOURCES, type Held, type InputFile, type RecordOf, type Records } from './records.ts';
import { foldHeader, type Table } from './table.ts';

type Entry = NonNullable<SowFile['sources'][keyof SowFile['sources']]>[number];

export interface ReadOptions {
  /** The folder that paths of the rules file are relative to. */
  readonly baseDir: string;
  /** The working folder, for paths given in flags. */
  readonly workingDir: string;
  /** Files given by flags, in place of the rules' entries. */
  readonly overrides: Readonly<Partial<Record<SourceName, readonly string[]>>>;
  /** The label of the audited period, when it was asked for. */
  readonly period: string | undefined;
}

export interface ReadResult {
  readonly records: Records;
  readonly problems: readonly Problem[];
  /** The period that the file names say, when none was asked for. */
  readonly period: string | undefined;
}

interface Read {
  readonly entry: Entry;
  readonly info: InputFile;
  readonly rows: readonly CoercedRow[];
}

/** Reads every source of the rules. Problems are collected over all files; a problem that stops the run leaves its file without rows. */
export async function readSources(sow: Sow, options: ReadOptions): Promise<ReadResult> {
  const problems: Problem[] = [];
  const entries = SOURCE_NAMES.flatMap((source) =>
    entriesOf(sow, source, options).map((entry) => ({ source, ...entry })),
  );
  const piped = entries.filter(({ entry }) => entry.file === '-').map(({ source }) => source);
  if (piped.length > 1) {
    const reason = `${piped.join(' and ')} are all to be read from stdin`;
    problems.push(
      problem('bad_argument', { file: 'command line' }, { flag: '-', reason, expected: 'only one source can be' }),
    );
    return { records: recordsOf(new Map()), problems, period: options.period };
  }
  const period = options.period ?? labelFromPaths(entries);
  const read = new Map<SourceName, Read[]>();
  for (const { source, entry, baseDir } of entries) {
    const pattern = entry.file ?? '';
    const files = filesOf(pattern, baseDir, period);
    if (!files.length) problems.push(problem('missing_file', { file: pattern }, { path: pattern, source }));
    for (const file of files) {
      const one = await readFile(source, entry, file, sow, problems);
      if (one) read.set(source, [...(read.get(source) ?? []), one]);
    }
  }
  return { records: recordsOf(read), problems, period };
}

function entriesOf(sow: Sow, source: SourceName, options: ReadOptions): { entry: Entry; baseDir: string }[] {
  if (source === 'named') {
    const file = sow.rules.exclusions?.named?.file;
    return file === undefined ? [] : [{ entry: { file, preset: 'generic' }, baseDir: options.baseDir }];
  }
  const entries = sow.sources[source] ?? [];
  const given = options.overrides[source];
  if (!given) return entries.map((entry) => ({ entry, baseDir: options.baseDir }));
  // A flag replaces the files; how they are read stays as the rules say.
  const how = entries[0] ?? { preset: 'generic' as const };
  return given.map((file) => ({ entry: { ...how, file }, baseDir: options.workingDir }));
}

function labelFromPaths(entries: readonly { source: SourceName; entry: Entry; baseDir: string }[]): string | undefined {
  const labels = (only: (source: SourceName) => boolean): string[] =>
    entries.flatMap(({ source, entry, baseDir }) =>
      only(source) ? (newestLabel(entry.file ?? '', baseDir) ?? []) : [],
    );
  return (
    (labels((source) => source === 'invoice')[0] ??
      labels(() => true)
        .sort()
        .at(-1)) ||
    undefined
  );
}

async function readFile(
  source: SourceName,
  entry: Entry,
  file: NamedFile,
  sow: Sow,
  problems: Problem[],
): Promise<Read | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const args = { path: entry.file, source, reason: code ?? message };
    problems.push(
      problem(code === 'ENOENT' ? 'missing_file' : 'unreadable_file', { file: file.name || file.path }, args),
    );
    return undefined;
  }
  const decoded = decode(bytes, file.name);
  problems.push(...decoded.problems);
  if (decoded.problems.some((p) => effectOf(p) === 'stop')) return undefined;
  const table = tableOf(decoded.text, file.name, source, entry);
  problems.push(...table.problems);
  if (table.problems.some((p) => effectOf(p) === 'stop')) return undefined;
  if (table.rows.length === 0) {
    problems.push(problem('empty_file', { file: file.name }, { source }));
    return undefined;
  }
  const preset = PRESETS[entry.preset];
  const plan = planColumns(table, source, preset, entry.columns ?? {}, file.name);
  problems.push(...plan.problems);
  if (plan.problems.length) return undefined;
  const coerced = coerce(table, plan, {
    source,
    file: file.name,
    preset,
    zone: entry.time_zone === undefined ? undefined : zoneOf(entry.time_zone),
    contractZone: sow.clock.zone,
    dates: entry.dates,
    values: (entry.values ?? {}) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>,
    currency: sow.sow.currency,
    country: sow.sow.country,
    defaultOutcome: 'default_outcome' in entry ? (entry.default_outcome as string) : undefined,
  });
  problems.push(...coerced.problems);
  if (coerced.rows.length === 0)
    problems.push(problem('no_usable_row', { file: file.name }, { rows: table.rows.length, source }));
  const received = entry.received === undefined ? undefined : readInstant(entry.received, 'iso', sow.clock.zone);
  const info: InputFile = {
    source,
    file: file.name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rows: table.rows.length,
    quarantined: coerced.quarantined,
    ...(typeof received === 'number' ? { received } : {}),
    columns: [...plan.columns.keys()],
    unread: plan.unread,
  };
  return { entry, info, rows: coerced.rows };
}

function tableOf(text: string, file: string, source: SourceName, entry: Entry): Table {
  const preset = PRESETS[entry.preset];
  const isJson = /\.(json|ndjson|jsonl)$/i.test(file) || (!/\.(csv|tsv|txt)$/i.test(file) && /^\s*[[{]/.test(text));
  const isHeader = headerTest(source, preset, entry.columns ?? {});
  const table = isJson
    ? readJson(text, file)
    : readCsv(text, file, isHeader, 'section' in preset && preset.section !== undefined);
  return source === 'reported_metrics' ? longMetrics(table, entry) : table;
}

const METRIC_KEYS: readonly string[] = ['period', 'month', 'agent', 'campaign', 'week'];

/** A summary with one column a metric, turned into one row a metric. */
function longMetrics(table: Table, entry: Entry): Table {
  const folded = table.header.map(foldHeader);
  if (entry.columns || folded.some((h) => ['metric', 'kpi', 'measure'].includes(h)) || !table.rows.length) return table;
  const keys = folded.flatMap((h, i) => (METRIC_KEYS.includes(h) ? [i] : []));
  const measures = folded.flatMap((h, i) => (h && !METRIC_KEYS.includes(h) ? [i] : []));
  return {
    ...table,
    header: [...keys.map((i) => table.header[i] ?? ''), 'metric', 'value'],
    rows: table.rows.flatMap((row) =>
      measures.map((i) => ({
        line: row.line,
        cells: [...keys.map((k) => row.cells[k] ?? ''), table.header[i] ?? '', row.cells[i] ?? ''],
      })),
    ),
  };
}

/** Files in the order in which they came: by `received` where every file of the source has it, else by name as listed. */
function inOrderOfArrival(read: readonly Read[]): Read[] {
  const all = read.every((r) => r.info.received !== undefined);
  return all ? [...read].sort((a, b) => (a.info.received ?? 0) - (b.info.received ?? 0)) : [...read];
}

function recordsOf(read: ReadonlyMap<SourceName, readonly Read[]>): Records {
  const of = <S extends SourceName>(source: S): RecordOf<S>[] =>
    inOrderOfArrival(read.get(source) ?? []).flatMap(({ info, rows }, drop) =>
      rows.map(
        (row, i) =>
          ({
            ...row.values,
            answers: row.answers,
            raw: row.raw,
            row: { source, file: info.file, line: row.line, n: i + 1 },
            drop,
          }) as unknown as RecordOf<S>,
      ),
    );
  return {
    ...(Object.fromEntries(HELD_SOURCES.map((source) => [source, of(source)])) as unknown as Held),
    files: SOURCE_NAMES.flatMap((source) => inOrderOfArrival(read.get(source) ?? []).map((r) => r.info)),
    calls: inBatches(of('calls')),
  };
}

const BATCH = 4096;
function inBatches(calls: readonly Call[]): AsyncIterable<readonly Call[]> {
  return {
    async *[Symbol.asyncIterator]() {
      for (let i = 0; i < calls.length; i += BATCH) yield calls.slice(i, i + BATCH);
    },
  };
}
