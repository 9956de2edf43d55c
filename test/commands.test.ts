import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCase, scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

/** A run of the built binary in the folder of a page. */
interface CommandRun {
  readonly run: readonly string[];
  readonly exit: number;
  /** A folder of the page to run in, in place of the page itself. */
  readonly in?: string;
  /** What the document of `--format json` must say; only what is given is compared. */
  readonly json?: object;
  /** What stdout and stderr must say; nothing is said on stderr unless it is told here. */
  readonly stdout?: readonly string[];
  readonly stderr?: readonly string[];
}

/** How wide a column is, and where a line breaks, depends on what else is there. */
const even = (text: string): string => text.replace(/\s+/g, ' ').trim();

const scratch = scratchFolder();
afterAll(scratch.remove);

describe.each(readdirSync('test/commands').sort())('test/commands/%s', (page) => {
  const { folder } = openCase(join('test/commands', page), scratch.path);
  const runs = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8'), { schema: 'core' }) as CommandRun[];
  test.each(runs.map((wanted) => [wanted.run.join(' '), wanted] as const))('%s', async (_, wanted) => {
    const { run, in: below = '.', exit, json, stdout = [], stderr = [] } = wanted;
    const found = await leadaudit(json ? [...run, '--format', 'json'] : run, { cwd: join(folder, below) });
    for (const text of stderr) expect(found.stderr).toContain(text);
    if (!stderr.length) expect(found.stderr).toBe('');
    expect(found.code).toBe(exit);
    for (const text of stdout) expect(even(found.stdout)).toContain(even(text));
    // A line of a table fits 80 columns; a sentence may wrap.
    const tabular = run.includes('--format') ? [] : found.stdout.split('\n').filter((line) => /\S {3,}\S/.test(line));
    for (const line of json ? [] : tabular) expect(line.length, line).toBeLessThanOrEqual(80);
    if (json) expect(JSON.parse(found.stdout)).toMatchObject(json);
  });
});
