import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { CONFIGURED_SOURCES, type SourceName } from '../../src/model.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { filesOf, namedBeside } from '../../src/read/files.ts';
import { readSources } from '../../src/read/read.ts';
import { HELD_SOURCES } from '../../src/read/records.ts';
import { loadSow } from '../../src/sow/load.ts';
import type { Sow } from '../../src/sow/sow.ts';

/** What a fixture of a preset must be read as: `entry` is what the rules say beside file and preset. */
export interface PresetPage {
  readonly file: string;
  readonly source: SourceName;
  readonly entry?: Record<string, unknown>;
  readonly rows: readonly Record<string, unknown>[];
  readonly problems?: readonly string[];
}

/** One source of rules, and the folder that its files lie in. */
export interface OneSource {
  readonly sow: Sow;
  readonly source: SourceName;
  readonly folder: string;
  /** Beside that folder. */
  readonly file: string;
}

const PRESETS = 'test/presets';

/** Every page of a preset, by preset and file. */
export const presetPages = (): readonly {
  readonly preset: string;
  readonly file: string;
  readonly page: PresetPage;
}[] =>
  readdirSync(PRESETS).flatMap((preset) =>
    preset.startsWith('.')
      ? []
      : readdirSync(join(PRESETS, preset))
          .filter((file) => file.endsWith('.yaml'))
          .map((file) => ({
            preset,
            file,
            page: parse(readFileSync(join(PRESETS, preset, file), 'utf8'), { schema: 'core' }) as PresetPage,
          })),
  );

/** The source of a preset's page, under rules that say no more than they must. */
export function sourceOf(preset: string, { file, source, entry }: PresetPage): OneSource {
  const rules = {
    version: 1,
    sow: { id: 'CASE', client: 'A', vendor: 'B', currency: 'USD', country: 'US', time_zone: 'America/New_York' },
    sources: { [source]: [{ file, preset, ...entry }] },
    rules: { billable: { event: 'held' } },
    fees: { rates: { tiers: [{ price: '400.00' }] } },
  };
  const { sow, problems } = loadSow(stringify(rules), 'rules.yaml');
  if (!sow) throw new Error(`${preset} ${file}: ${problems.map(({ code }) => code)}`);
  return { sow, source, folder: join(PRESETS, preset), file };
}

/** Every file of a rules file's sources in a period, each alone. */
export function sourcesOf(rules: string, period: string): OneSource[] {
  const { sow } = loadSow(readFileSync(rules, 'utf8'), rules, namedBeside(rules));
  if (!sow) throw new Error(`${rules} is broken`);
  return CONFIGURED_SOURCES.flatMap((source) =>
    (sow.sources[source] ?? []).flatMap((entry) =>
      filesOf(entry.file ?? '', '.', period).map(({ name }) => {
        const sources = { [source]: [{ ...entry, file: name }] };
        return { sow: { ...sow, sources }, source, folder: '.', file: name };
      }),
    ),
  );
}

/** The records of a source, read from a folder, and everything that is told of them. */
export async function recordsIn(
  { sow, source }: OneSource,
  folder: string,
): Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly problems: readonly Problem[] }> {
  const options = { baseDir: folder, workingDir: folder, overrides: {}, period: undefined };
  const { records, problems } = await readSources(sow, options);
  if (source !== 'calls') return { rows: HELD_SOURCES.flatMap((name) => [...records[name]]), problems };
  const rows: Record<string, unknown>[] = [];
  for await (const batch of records.calls.batches()) rows.push(...batch);
  return { rows, problems: [...problems, ...records.calls.passed().problems] };
}
