import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../src/inspect/inspect.ts';
import type { SourceName } from '../src/model.ts';
import { PRESETS, type PresetName } from '../src/read/presets/table.ts';
import { fieldsOf } from '../src/read/source-table.ts';
import { presetPages, recordsIn, sourceOf } from './support/sources.ts';

const fixtures = presetPages();

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

describe.each(fixtures)('$preset $file', ({ preset, page: wanted }) => {
  test('is read as its page says', async () => {
    const source = sourceOf(preset, wanted);
    const { rows, problems } = await recordsIn(source, resolve(source.folder));
    const found = rows.map((row) => shown({ line: (row.row as { line: number }).line, ...row }, wanted.source));
    expect(found).toEqual(wanted.rows.map((row) => shown(row, wanted.source)));
    if (wanted.problems) expect(problems.map((p) => p.code)).toEqual(wanted.problems);
  });

  test('is recognized by inspect', async () => {
    const path = resolve(sourceOf(preset, wanted).folder, wanted.file);
    const { inspection } = await inspect({ name: wanted.file, path });
    if (PRESETS[preset as PresetName].layouts) expect(inspection?.recognized.preset).toBe(preset);
  });
});

test('every preset has a fixture', () => {
  const named = Object.keys(PRESETS).filter((name) => name !== 'generic');
  expect([...new Set(fixtures.map(({ preset }) => preset))].sort()).toEqual(named.sort());
});
