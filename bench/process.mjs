// What every bench does: run a whole process and measure it, and write its part of docs/performance.md.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

export const root = resolve(import.meta.dirname, '..');
export const say = (text) => process.stdout.write(`${text}\n`);
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** One run as a whole process: wall and CPU seconds, peak memory in MiB, and what it printed. */
export function once(command, cwd = root) {
  const { stdout, stderr, status } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command], {
    encoding: 'utf8',
    cwd,
  });
  if (status !== 0) throw new Error(stderr || 'needs GNU time');
  const [wall, user, system, peak] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: user + system, peak: peak / 1024, stdout };
}

/** The Python that has pandas, where one has. */
export const pythonWithPandas = () =>
  ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);

/** Puts a bench's part of docs/performance.md in place of what it wrote before: the section of that title, the first part without one. */
export function writePart(title, text) {
  const page = join(root, 'docs/performance.md');
  const parts = readFileSync(page, 'utf8')
    .trimEnd()
    .split(/\n(?=## )/);
  const at = title === undefined ? 0 : parts.findIndex((part) => part.startsWith(`## ${title}\n`));
  const part = title === undefined ? text.trim() : `## ${title}\n\n${text.trim()}`;
  if (at < 0) parts.push(part);
  else parts[at] = part;
  writeFileSync(page, `${parts.map((p) => p.trim()).join('\n\n')}\n`);
}
