import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { inspect } from '../src/inspect/inspect.ts';
import type { SourceName } from '../src/model.ts';
import { PRESETS, type PresetName } from '../src/read/presets/table.ts';
import { readSources } from '../src/read/read.ts';
import { HELD_SOURCES, type HeldSource } from '../src/read/records.ts';
import { fieldsOf } from '../src/read/source-table.ts';
import { loadSow } from '../src/sow/load.ts';

/** What a fixture must be read as: `entry` is what the rules say beside file and preset. */
interface Expected {
  readonly file: string;
  readonly source: SourceName;
  readonly entry?: Record<string, unknown>;
  readonly rows: readonly Record<string, unknown>[];
  readonly problems?: readonly string[];
}

const ROOT = 'test/presets';
const fixtures = readdirSync(ROOT).flatMap((preset) =>
  preset.startsWith('.')
    ? []
    : readdirSync(join(ROOT, preset)).flatMap((file) => (file.endsWith('.yaml') ? [{ preset, file }] : [])),
);

async function rowsOf(preset: string, wanted: Expected) {
  const entry = { file: wanted.file, preset, ...wanted.entry };
  const rules = {
    version: 1,
    sow: { id: 'CASE', client: 'A', vendor: 'B', currency: 'USD', country: 'US', time_zone: 'America/New_York' },
    sources: { [wanted.source]: [entry] },
    rules: { billable: { event: 'held' } },
    fees: { rates: { tiers: [{ price: '400.00' }] } },
  };
  const { sow, problems } = loadSow(stringify(rules), 'rules.yaml');
  expect(problems).toEqual([]);
  if (!sow) throw new Error('the rules are sound');
  const base = resolve(ROOT, preset);
  const read = await readSources(sow, { baseDir: base, workingDir: base, overrides: {}, period: undefined });
  const rows: Record<string, unknown>[] = [];
  if (wanted.source === 'calls') for await (const batch of read.records.calls.batches()) rows.push(...batch);
  else rows.push(...read.records[wanted.source as HeldSource]);
  return { rows, problems: [...read.problems, ...read.records.calls.passed().problems] };
}

/** The fields of a row that have a value, instants as UTC. */
function shown(row: Record<string, unknown>, source: SourceName): Record<string, unknown> {
  const fields = fieldsOf(source);
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      if (value === undefined || ['row', 'raw', 'answers', 'drop'].includes(name)) return [];
      const isInstant = fields[name]?.kind === 'instant';
      return [[name, isInstant ? new Date(value as string | number).toISOString() : value]];
    }),
  );
}

describe.each(fixtures)('$preset $file', ({ preset, file }) => {
  const wanted = parse(readFileSync(join(ROOT, preset, file), 'utf8'), { schema: 'core' }) as Expected;

  test('is read as its page says', async () => {
    const { rows, problems } = await rowsOf(preset, wanted);
    const found = rows.map((row) => shown({ line: (row.row as { line: number }).line, ...row }, wanted.source));
    expect(found).toEqual(wanted.rows.map((row) => shown(row, wanted.source)));
    if (wanted.problems) expect(problems.map((p) => p.code)).toEqual(wanted.problems);
  });

  test('is recognized by inspect', async () => {
    const path = resolve(ROOT, preset, wanted.file);
    const { inspection } = await inspect({ name: wanted.file, path });
    if (PRESETS[preset as PresetName].layouts) expect(inspection?.recognized.preset).toBe(preset);
  });
});

test('every preset has a fixture', () => {
  const named = Object.keys(PRESETS).filter((name) => name !== 'generic');
  expect([...new Set(fixtures.map(({ preset }) => preset))].sort()).toEqual(named.sort());
  expect(HELD_SOURCES).not.toContain('calls');
});
