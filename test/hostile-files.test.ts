import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase, scratchFolder } from './support/cases.ts';
import type { HostileCalls } from './support/hostile-calls.ts';
import { HOSTILE_FILES, hostileBytes, hostileUnits, LAST_CELLS } from './support/hostile-files.ts';
import type { HostileTable } from './support/hostile-tables.ts';

// HOSTILE_BYTES=1073741824 streams call logs of 1 GiB, and measures time and memory, which small files cannot show.
const SIZE = Number(process.env.HOSTILE_BYTES ?? 0);
const SMALL = 200_000;
/** The most memory of a process that reads one, and how much longer a file twice as long may take. */
const MEGABYTES = 256;
const GROWTH = 3;
const PATIENCE = { timeout: SIZE ? 3_600_000 : 60_000 };
/** What the small files may take: a reader that looks ahead from every line takes minutes. */
const MS = 60_000;

const RULES = 'rules.example.yaml';
const DROP = 'fixtures/example/drops/2026-06';
const FILES = Object.entries(HOSTILE_FILES);

const scratch = scratchFolder();
afterAll(scratch.remove);
beforeAll(async () => {
  copyFileSync(RULES, join(scratch.path, RULES));
  cpSync('fixtures/example', join(scratch.path, 'fixtures/example'), { recursive: true });
  const [tables, calls] = ['test/support/hostile-tables.ts', 'test/support/hostile-calls.ts'];
  const bundle = await rolldown({ input: { tables, calls }, platform: 'node' });
  await bundle.write({ dir: join(scratch.path, 'dist'), format: 'esm', entryFileNames: '[name].mjs' });
});

const inProcess = <T>(name: string, argument: string, timeout: number): T =>
  JSON.parse(
    execFileSync(process.execPath, [join(scratch.path, `dist/${name}.mjs`), argument], { encoding: 'utf8', timeout }),
  );

describe('a table', () => {
  let tables: Record<string, HostileTable> = {};
  beforeAll(() => {
    tables = inProcess('tables', String(SMALL), MS);
  }, MS);

  test.each(FILES)('with %s is read to its end, and told', (name, file) => {
    const table = tables[name];
    if (!table) throw new Error('not read');
    if (!file.isSound) expect(table.problems).toBeGreaterThan(0);
    expect(table.rows).toBeGreaterThanOrEqual(file.rows(hostileUnits(file, SMALL)));
    if (file.rows(1) > 0) expect(table.last).toEqual(LAST_CELLS);
  });
});

describe.runIf(SIZE)('a long call log', PATIENCE, () => {
  const callsOf = (name: string, size: number): HostileCalls => {
    const file = HOSTILE_FILES[name];
    if (file) writeFileSync(join(scratch.path, DROP, 'calls.csv'), hostileBytes(file, size));
    return inProcess('calls', join(scratch.path, RULES), 0);
  };
  afterAll(() => copyFileSync(join(DROP, 'calls.csv'), join(scratch.path, DROP, 'calls.csv')));

  test.each(FILES)('with %s takes linear time and bounded memory', (name) => {
    const [half, whole] = [callsOf(name, SIZE / 2), callsOf(name, SIZE)];
    const { ms, megabytes, rows, problems } = whole;
    process.stdout.write(`${name}: ${half.ms} ms, ${ms} ms, ${megabytes} MiB, ${rows} rows, ${problems} problems\n`);
    expect(ms).toBeLessThanOrEqual(half.ms * GROWTH + 1000);
    expect(megabytes).toBeLessThanOrEqual(MEGABYTES);
  });
});

describe('JSON', () => {
  const depth = Math.min(SIZE || SMALL, 2 ** 24) / 2;
  test.each([
    ['lists in lists', '['.repeat(depth)],
    ['records in records', '{"a":'.repeat(depth)],
    ['a closed nest', '['.repeat(depth) + ']'.repeat(depth)],
  ])('with %s is told', PATIENCE, async (_, text) => {
    const file = join(scratch.path, DROP, 'meetings.json');
    writeFileSync(file, text);
    const { problems } = await runCase(scratch.path, RULES, '');
    expect(problems.filter(({ place }) => place.file.endsWith('meetings.json'))).not.toEqual([]);
    copyFileSync(join(DROP, 'meetings.json'), file);
  });
});
