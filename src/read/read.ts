import { SOURCE_NAMES, type SourceName } from '../model.ts';
import { effectOf, type Problem, problem } from '../problems/problem.ts';
import { readMoment } from '../sow/moment.ts';
import type { Sow } from '../sow/sow.ts';
import { type CoercedRow, RowCoercer } from './coerce.ts';
import { entriesOf, labelFromPaths } from './entries.ts';
import { filesOf } from './files.ts';
import { latestRows } from './latest.ts';
import { emptyDrop, infoOf, limitOf, prepare, receivedAt, type SourceFile } from './prepare.ts';
import {
  type Call,
  HELD_SOURCES,
  type Held,
  type InputFile,
  type Passed,
  type RecordOf,
  type Records,
} from './records.ts';
import { Repeats } from './repeats.ts';
import type { TableRow } from './table.ts';
import { Told } from './told.ts';

export interface ReadOptions {
  /** The folder that paths of the rules file are relative to. */
  readonly baseDir: string;
  /** The working folder, for paths given in flags. */
  readonly workingDir: string;
  /** Files given by flags, in place of the rules' entries. */
  readonly overrides: Readonly<Partial<Record<SourceName, readonly string[]>>>;
  /** The label of the audited period, when it was asked for. */
  readonly period: string | undefined;
  /** Told of large files, again and again while they are read, and when they are. */
  readonly progress?: ((progress: Progress) => void) | undefined;
}

/** How far the reading of a large file is. */
export interface Progress {
  readonly file: string;
  readonly rows: number;
  /** Of the file as it is stored, packed or not. */
  readonly bytes: number;
  readonly size: number;
}

export interface ReadResult {
  readonly records: Records;
  readonly problems: readonly Problem[];
  /** The period that the file names say, when none was asked for. */
  readonly period: string | undefined;
}

interface Read {
  readonly info: InputFile;
  /** What the file lacks, unless another of its source has it. */
  readonly lacks: readonly Problem[];
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
    return { records: recordsOf(new Map(), [], sow, options), problems, period: options.period };
  }
  const period = options.period ?? labelFromPaths(entries);
  const read = new Map<SourceName, Read[]>();
  const calls: SourceFile[] = [];
  for (const { source, entry, baseDir } of entries) {
    const pattern = entry.file ?? '';
    const files = filesOf(pattern, baseDir, period);
    if (!files.length) problems.push(problem('missing_file', { file: pattern }, { path: pattern, source }));
    for (const file of files) {
      const one = { source, entry, file };
      if (source === 'calls') {
        calls.push(one);
        continue;
      }
      const held = await readHeld(one, sow, problems);
      if (held) read.set(source, [...(read.get(source) ?? []), held]);
    }
  }
  for (const files of read.values()) append(problems, lackedBy(files));
  return { records: recordsOf(read, calls, sow, options), problems, period };
}

/** What files lack of whose ids the others of their source do not have most: a log of outcomes is nothing without the bookings. */
function lackedBy(files: readonly Read[]): Problem[] {
  const whole = new Set(files.flatMap(({ lacks, rows }) => (lacks.length ? [] : rows.map(({ values }) => values.id))));
  return files.flatMap(({ lacks, rows }) =>
    rows.filter(({ values }) => whole.has(values.id)).length * 2 < rows.length ? lacks : [],
  );
}

/** Reads a month-sized file whole. */
async function readHeld(one: SourceFile, sow: Sow, problems: Problem[]): Promise<Read | undefined> {
  const prepared = await prepare(one, sow, problems);
  if (!prepared) return undefined;
  const { open, plan, reading } = prepared;
  const { source, entry, file } = one;
  const all: TableRow[] = [];
  for await (const batch of open.rows()) for (const row of batch) all.push(row);
  await open.close();
  const { rows: table, problems: superseded } = latestRows(open, all, reading.preset, file.name);
  append(problems, open.problems(), superseded);
  if (open.problems().some((p) => effectOf(p) === 'stop')) return undefined;
  if (all.length + open.counts.aside === 0) {
    problems.push(emptyDrop(one, sow));
    return { info: infoOf(one, prepared, { records: 0, quarantined: 0, leftOut: 0 }, sow), lacks: [], rows: [] };
  }
  const { texts, leftOut } = prepared.texts.ofAll(table);
  append(
    problems,
    leftOut.map(({ line }) => problem('left_out_row', { file: file.name, line }, {})),
  );
  const coercer = new RowCoercer(plan, reading, open.headerLine, texts);
  const rows: CoercedRow[] = [];
  // A version of a list is sent as a whole.
  const sentAt = 'sent_at' in entry && entry.sent_at ? readMoment(entry.sent_at as string, sow.clock.zone) : undefined;
  for (const text of texts) {
    const row = coercer.read(text);
    if (row && sentAt !== undefined) row.values.sent_at ??= sentAt;
    if (row) rows.push(row);
  }
  const told = coercer.problems();
  append(problems, told);
  const left = leftOut.length + superseded.length;
  const info = infoOf(one, prepared, { records: texts.length, quarantined: coercer.quarantined, leftOut: left }, sow);
  problems.push(...limitOf(info, sow));
  if (rows.length === 0 && !told.some(isOfAll))
    problems.push(problem('no_usable_row', { file: file.name }, { rows: info.rows, source }));
  return { info, lacks: plan.lacks, rows };
}

/** Whether a problem stops the run and says itself why no row of a file can be used. */
const isOfAll = (p: Problem): boolean => effectOf(p) === 'stop';

/** Adds problems that may be too many for one call. */
function append(problems: Problem[], ...more: readonly (readonly Problem[])[]): void {
  for (const list of more) for (const p of list) problems.push(p);
}

/** Files in the order in which they came: by `received` where every file of the source has it, else by name as listed. */
function inOrderOfArrival<F>(files: readonly F[], received: (file: F) => number | undefined): F[] {
  const all = files.every((file) => received(file) !== undefined);
  return all ? [...files].sort((a, b) => (received(a) ?? 0) - (received(b) ?? 0)) : [...files];
}
const receivedOf = ({ info }: Read): number | undefined => info.received;

const recordOf = <S extends SourceName>(
  source: S,
  file: string,
  row: CoercedRow,
  n: number,
  drop: number,
): RecordOf<S> =>
  // A copy of the values would cost more than reading them did.
  Object.assign(row.values, {
    answers: row.answers,
    raw: row.raw,
    row: { source, file, line: row.line, n },
    drop,
  }) as unknown as RecordOf<S>;

function recordsOf(
  read: ReadonlyMap<SourceName, readonly Read[]>,
  calls: readonly SourceFile[],
  sow: Sow,
  { progress }: ReadOptions,
): Records {
  const of = <S extends SourceName>(source: S): RecordOf<S>[] =>
    inOrderOfArrival(read.get(source) ?? [], receivedOf).flatMap(({ info, rows }, drop) =>
      rows.map((row, i) => recordOf(source, info.file, row, i + 1, drop)),
    );
  let passed: Passed = { files: [], problems: [] };
  return {
    ...(Object.fromEntries(HELD_SOURCES.map((source) => [source, of(source)])) as unknown as Held),
    files: SOURCE_NAMES.flatMap((source) => inOrderOfArrival(read.get(source) ?? [], receivedOf).map((r) => r.info)),
    calls: {
      batches: () =>
        callBatches(
          calls,
          sow,
          (now) => {
            passed = now;
          },
          progress,
        ),
      passed: () => passed,
    },
  };
}

/** Rows that become records at once: few enough to be gone before memory is looked through for what is still needed. */
const PART = 1000;

async function* inParts(batches: AsyncIterable<readonly TableRow[]>): AsyncGenerator<readonly TableRow[]> {
  for await (const batch of batches) for (let at = 0; at < batch.length; at += PART) yield batch.slice(at, at + PART);
}

/** Streams the calls of all files; what was told of them is whole at the end. */
async function* callBatches(
  files: readonly SourceFile[],
  sow: Sow,
  done: (passed: Passed) => void,
  progress: ReadOptions['progress'],
): AsyncGenerator<readonly Call[]> {
  const problems: Problem[] = [];
  const infos: InputFile[] = [];
  const repeats = new Repeats();
  // The newest first: of a call that two drops tell, its word counts.
  const arrived = [...inOrderOfArrival(files, ({ entry }) => receivedAt(entry, sow)).entries()];
  for (const [drop, one] of arrived.reverse()) {
    const prepared = await prepare(one, sow, problems);
    if (!prepared) continue;
    const { open, plan, reading, texts } = prepared;
    const coercer = new RowCoercer(plan, reading, open.headerLine, texts.ofAll(open.sample()).texts);
    const counts = { records: 0, leftOut: 0 };
    const unread = new Told(one.file.name);
    for await (const rows of inParts(open.rows())) {
      const calls: Call[] = [];
      const { rows: latest, problems: superseded } = latestRows(open, rows, reading.preset, one.file.name);
      const found = texts.ofAll(latest);
      for (const p of superseded) unread.add(p.code, () => p);
      for (const { line } of found.leftOut)
        unread.add('left_out_row', () => problem('left_out_row', { file: one.file.name, line }, {}));
      counts.leftOut += superseded.length + found.leftOut.length;
      for (const text of found.texts) {
        const row = coercer.read(text);
        const repeat = row && repeats.of(row.values, drop);
        if (repeat) {
          counts.leftOut++;
          const by = arrived.find(([at]) => at === repeat.file)?.[1].file.name;
          const otherwise = repeat.isSame ? undefined : 'says something else of it';
          const place = { file: one.file.name, line: row.line };
          unread.add('repeated_call', () => problem('repeated_call', place, { by, otherwise }));
          continue;
        }
        counts.records++;
        if (row) calls.push(recordOf('calls', one.file.name, row, counts.records, drop));
      }
      progress?.({ file: one.file.name, rows: counts.records, ...open.progress() });
      yield calls;
    }
    await open.close();
    const told = coercer.problems();
    append(problems, unread.problems(), open.problems(), told);
    const info = infoOf(one, prepared, { ...counts, quarantined: coercer.quarantined }, sow);
    problems.push(...limitOf(info, sow));
    if (info.rows === 0) problems.push(emptyDrop(one, sow));
    else if (info.rows === info.quarantined && !told.some(isOfAll))
      problems.push(problem('no_usable_row', { file: info.file }, { rows: info.rows, source: 'calls' }));
    infos.unshift(info);
  }
  repeats.close();
  append(problems, repeats.problems());
  done({ files: infos, problems });
}
