import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openCase, scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

describe('leadaudit lint', () => {
  const write = (name: string, text: string): string => {
    const path = join(scratch.path, name);
    writeFileSync(path, text);
    return path;
  };
  const { folder } = openCase('test/lint/tier_above_cap.md', scratch.path);
  const warned = join(folder, 'rules.yaml');
  const silentOnly = join(folder, 'mended.yaml');
  const broken = write('broken.yaml', 'version: 1\n');

  test.each([
    [warned, [], 0],
    [warned, ['--fail-on', 'warning'], 1],
    [warned, ['--fail-on', 'warning', '--exit-zero'], 0],
    [silentOnly, ['--fail-on', 'warning'], 0],
    [silentOnly, ['--fail-on', 'info'], 1],
    [silentOnly, ['--fail-on', 'never'], 0],
    [broken, [], 2],
    [broken, ['--fail-on', 'never'], 2],
    [broken, ['--exit-zero'], 2],
    [join(scratch.path, 'nowhere.yaml'), [], 2],
  ])('%s %j ends with %i', async (path, args, code) => {
    for (const format of ['table', 'json', 'sarif']) {
      const ran = await leadaudit(['lint', '-c', path, '--format', format, ...args]);
      expect([format, ran.code]).toEqual([format, code]);
      if (format === 'json') expect(JSON.parse(ran.stdout).exit_code).toBe(code);
      // For people errors are code frames on stderr; for machines they are results.
      expect([format, ran.stderr !== '']).toEqual([format, code === 2 && format === 'table']);
    }
  });

  test('-o writes the file', async () => {
    const path = join(scratch.path, 'lint.sarif');
    await leadaudit(['lint', '-c', warned, '--format', 'sarif', '-q', '-o', path]);
    expect(JSON.parse(readFileSync(path, 'utf8')).version).toBe('2.1.0');
  });
});
