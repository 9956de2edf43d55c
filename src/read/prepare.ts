import type { SourceName } from '../model.ts';
import { effectOf, type Problem, problem } from '../problems/problem.ts';
import type { SowFile } from '../sow/schema.ts';
import type { Sow } from '../sow/sow.ts';
import { zoneOf } from '../sow/zone.ts';
import type { Reading } from './coerce.ts';
import { partedTimes, unreadZones } from './day-and-time.ts';
import { unreadDirections } from './directions.ts';
import type { NamedFile } from './files.ts';
import { readInstant } from './instant.ts';
import { isWideHeader, longMetrics } from './long-metrics.ts';
import { rowTest, unknownOnly, unreadKinds } from './only.ts';
import { type OpenFile, openFile } from './open.ts';
import { BETWEEN, type ColumnPlan, headerTest, planColumns } from './plan.ts';
import { PRESETS } from './presets/table.ts';
import type { InputFile } from './records.ts';
import { foldHeader } from './table.ts';
import { type TextReader, textReader } from './texts.ts';

/** An entry of `sources:`. */
export type Entry = NonNullable<SowFile['sources'][keyof SowFile['sources']]>[number];

/** One file of a source, and how the rules say it is read. */
export interface SourceFile {
  readonly source: SourceName;
  readonly entry: Entry;
  readonly file: NamedFile;
}

/** A file that was opened and whose columns are known. */
export interface Prepared {
  readonly open: OpenFile;
  readonly plan: ColumnPlan;
  readonly reading: Reading;
  readonly texts: TextReader;
}

/** Opens a file and plans its columns; undefined when a problem, told, stops it. */
export async function prepare(
  { source, entry, file }: SourceFile,
  sow: Sow,
  problems: Problem[],
): Promise<Prepared | undefined> {
  const preset = PRESETS[entry.preset];
  const columns = entry.columns ?? {};
  const isOfFields = headerTest(source, preset, columns);
  const isSummary = source === 'reported_metrics';
  const opened = await openFile(file, {
    isHeader: (cells) => isOfFields(cells) || (isSummary && isWideHeader(cells, columns)),
    layouts: preset.layouts,
    isSummary,
    encoding: entry.encoding,
  });
  problems.push(...opened.problems.map((p) => ({ ...p, args: { source, ...p.args } })));
  if (!opened.file) {
    if (!opened.problems.some((p) => effectOf(p) === 'stop'))
      problems.push(problem('empty_file', { file: file.name }, { source }));
    return undefined;
  }
  const open = isSummary ? longMetrics(opened.file, columns) : opened.file;
  const values = (entry.values ?? {}) as Reading['values'];
  const plan = planColumns(open, source, preset, columns, file.name, values.direction);
  const zone = entry.time_zone ?? preset.zone;
  const parted = partedTimes(plan, open, open.sample(), source, file.name);
  // A preset knows which clock its system writes, and whose zone a column names.
  if (entry.preset === 'generic') parted.push(...unreadZones(plan, open, open.sample(), zone, source, file.name));
  const only = entry.only ?? {};
  parted.push(...unknownOnly(open.header, open.headerLine, only, file.name));
  if (entry.preset === 'generic')
    parted.push(...unreadKinds(source, open.header, open.headerLine, open.sample(), only, file.name));
  parted.push(...unreadDirections(plan, open, open.sample(), source, file.name));
  problems.push(...plan.problems, ...parted);
  if (plan.problems.length + parted.length) {
    await open.close();
    return undefined;
  }
  const texts = textReader(
    open,
    plan,
    preset,
    source,
    'default_outcome' in entry ? (entry.default_outcome as string) : undefined,
    rowTest(open.header, only),
  );
  const reading: Reading = {
    source,
    file: file.name,
    preset,
    zone: zone === undefined ? undefined : zoneOf(zone),
    zones: entry.zones ?? {},
    contractZone: sow.clock.zone,
    dates: entry.dates,
    decimals: entry.decimals,
    units: ('units' in entry ? (entry.units as Reading['units']) : undefined) ?? {},
    isJson: open.kind === 'json',
    values,
    currency: sow.sow.currency,
    country: sow.sow.country,
  };
  return { open, plan, reading, texts };
}

/** Small drops may lose a few rows; from there on the share counts. */
const QUARANTINE_SHARE = 0.1;
const FREE_ROWS = 5;

/** A file of which too much was set aside is not audited as if it were whole. */
export function limitOf({ file, rows, quarantined }: InputFile, sow: Sow): Problem[] {
  const set = sow.checks?.coverage?.quarantine;
  const share = set === undefined ? QUARANTINE_SHARE : set.amount / 10 ** set.scale;
  if (quarantined <= (set === undefined ? FREE_ROWS : 0) || quarantined <= rows * share || quarantined === rows)
    return [];
  return [
    problem(
      'too_much_quarantined',
      { file },
      { aside: quarantined, rows, limit: `${Number((share * 100).toFixed(6))} %` },
    ),
  ];
}

/** A file with a header and no rows stops the run, unless `checks.coverage.empty_drop` lets it pass. */
export function emptyDrop({ source, file }: SourceFile, sow: Sow): Problem {
  const isPassed = (sow.checks?.coverage?.empty_drop ?? 'error') !== 'error';
  return problem(isPassed ? 'empty_drop_passed' : 'empty_file', { file: file.name }, { source });
}

/** When a file came, as the rules say. */
export function receivedAt({ received }: Entry, sow: Sow): number | undefined {
  const at = received === undefined ? undefined : readInstant(received, 'iso', sow.clock.zone);
  return typeof at === 'number' ? at : undefined;
}

/** What the report says of a file. */
export function infoOf(
  { source, entry, file }: SourceFile,
  { open, plan }: Prepared,
  counts: { readonly records: number; readonly quarantined: number; readonly leftOut: number },
  sow: Sow,
): InputFile {
  const received = receivedAt(entry, sow);
  const asked = new Set(Object.keys(entry.only ?? {}).map(foldHeader));
  return {
    source,
    file: file.name,
    sha256: open.sha256(),
    rows: counts.records + counts.leftOut + open.counts.aside,
    quarantined: counts.quarantined + open.counts.aside,
    leftOut: counts.leftOut,
    ...(received === undefined ? {} : { received }),
    hasEnd: open.counts.hasEnd,
    columns: [...plan.columns.keys()],
    headers: Object.fromEntries(
      [...plan.columns]
        .sort((a, b) => a[1] - b[1])
        .flatMap(([field, at]) => {
          const names = (plan.composed.get(field)?.at ?? [at]).flatMap((i) => open.header[i]?.trim() ?? []);
          return names.length ? [[field, names.join(BETWEEN)]] : [];
        }),
    ),
    // What says which rows are read is read.
    unread: plan.unread.filter((header) => !asked.has(foldHeader(header))),
  };
}
