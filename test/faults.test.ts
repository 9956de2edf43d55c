import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openCase, scratchFolder } from './support/cases.ts';
import { diceOf } from './support/dice.ts';

/** How many faults a command gets; `FAULTS=500` is the long run, which takes every call of every kind in turn. */
const FAULTS = Number(process.env.FAULTS ?? 2);
const SEED = Number(process.env.FAULTS_SEED ?? 1);

// One thread does all work on files, so that its calls have numbers.
const ENV = { PATH: process.env.PATH ?? '', UV_THREADPOOL_SIZE: '1', NO_COLOR: '1' };
const BINARY = resolve('bin/leadaudit.js');
const scratch = scratchFolder();
afterAll(scratch.remove);

const probe = spawnSync('strace', ['-f', '-e', 'trace=fsync', process.execPath, '-e', '0'], { encoding: 'utf8' });
const isThere = probe.status === 0;
if (!isThere)
  process.stderr.write(`faults are skipped: strace cannot be used (${probe.error?.message ?? probe.stderr.trim()})\n`);

const CALLS = ['write', 'fsync', 'link', 'rename', 'unlink', 'close', 'openat', 'mkdir', 'ftruncate', 'fdatasync'];
const FAULTS_OF = ['error=ENOSPC', 'error=EIO', 'signal=SIGKILL'];

interface Command {
  readonly name: string;
  readonly args: readonly string[];
  /** What must be done before, and the file that is written. */
  readonly before: readonly (readonly string[])[];
  readonly file: string;
}
const COMMANDS: readonly Command[] = [
  { name: 'close', args: ['close', '2026-06', '--with-open'], before: [], file: 'ledger/2026-06.json' },
  {
    name: 'dispute --reply',
    args: ['dispute', '--reply', 'first.csv', '--on', '2026-07-10'],
    before: [['dispute', '--sent', '2026-07-03']],
    file: 'ledger.disputes.json',
  },
];

const run = (folder: string, args: readonly string[], strace: readonly string[] = []) => {
  const command = [...strace, process.execPath, BINARY, ...args];
  return spawnSync(command[0] ?? '', command.slice(1), { cwd: folder, env: ENV, encoding: 'utf8' });
};

/** Files of a folder and of its ledger, but locks and what a crash left half written under a name of its own. */
const statesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    ['.', 'ledger'].flatMap((inner) =>
      existsSync(join(folder, inner))
        ? readdirSync(join(folder, inner))
            .filter((name) => name.endsWith('.json'))
            .map((name) => [join(inner, name), readFileSync(join(folder, inner, name), 'utf8')] as const)
        : [],
    ),
  );

describe.skipIf(!isThere).each(COMMANDS)('$name', ({ name, args, before, file }) => {
  const { folder: page } = openCase('test/commands/dispute.md', scratch.path);
  const base = join(scratch.path, `base ${name}`);
  const copy = (from: string, to: string): void => {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });
    for (const entry of readdirSync(from, { withFileTypes: true }))
      if (entry.isFile()) copyFileSync(join(from, entry.name), join(to, entry.name));
  };

  test(`${FAULTS} faults leave the old file or the new one, whole`, { timeout: 0 }, () => {
    copy(page, base);
    for (const step of before) expect(run(base, step).status).toBe(0);
    const old = statesIn(base);
    const clean = join(scratch.path, `clean ${name}`);
    copy(base, clean);
    const log = join(scratch.path, 'log');
    expect(run(clean, args, ['strace', '-f', '-qq', '-o', log, '-e', `trace=${CALLS.join(',')}`]).status).toBe(0);
    const done = statesIn(clean);
    expect(done[file]).toBeDefined();
    expect(done).not.toEqual(old);
    const places = placesIn(readFileSync(log, 'utf8'));
    const torn: string[] = [];
    for (let n = 0; n < FAULTS; n++) {
      const dice = diceOf(SEED * 7919 + n);
      const [call, k] = places[FAULTS >= places.length ? n % places.length : dice.whole(0, places.length - 1)] ?? [
        'fsync',
        1,
      ];
      const fault = `inject=${call}:${dice.pick(FAULTS_OF)}:when=${k}`;
      const at = join(scratch.path, 'at');
      copy(base, at);
      const { status } = run(at, args, ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', fault]);
      const found = statesIn(at);
      const isOld = JSON.stringify(found) === JSON.stringify(old);
      const isNew = JSON.stringify(found) === JSON.stringify(done);
      if (!(isNew || (isOld && status !== 0))) torn.push(`${fault}: exit ${status}, ${isOld ? 'old' : 'torn'}`);
      // Afterwards the same command does its work, whatever was left behind.
      const again = run(at, args);
      if (again.status !== 0 || JSON.stringify(statesIn(at)) !== JSON.stringify(done))
        torn.push(`${fault}: again exit ${again.status} ${again.stderr}`);
    }
    expect(torn).toEqual([]);
  });
});

/** Every call of the thread that works on files, by kind and number, from its last on: what is written is written last. */
function placesIn(log: string): [call: string, k: number][] {
  const threads = new Map<string, Map<string, number>>();
  for (const line of log.split('\n')) {
    const [, thread, call] = /^(\d+)\s+(\w+)\(/.exec(line) ?? [];
    if (thread === undefined || call === undefined) continue;
    const counts = threads.get(thread) ?? new Map<string, number>();
    counts.set(call, (counts.get(call) ?? 0) + 1);
    threads.set(thread, counts);
  }
  const worker = [...threads.values()].find((counts) => counts.has('fsync')) ?? new Map<string, number>();
  return [...worker].flatMap(([call, n]) => Array.from({ length: n }, (_, i): [string, number] => [call, n - i]));
}
