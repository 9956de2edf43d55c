// npm run bench:start: what a short command costs, as a multiple of a script that does nothing; writes its part of docs/performance.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median, once, root, say, writePart } from '../process.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'leadaudit-bench-'));
execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' });
execFileSync(
  'npx',
  ['rolldown', join(root, 'bench/link/make-files.ts'), '--format', 'esm', '--platform', 'node', '-d', folder],
  { cwd: root, stdio: 'ignore' },
);
writeFileSync(join(folder, 'empty.mjs'), '');
const month = join(folder, 'month');
mkdirSync(month);
execFileSync(process.execPath, [join(folder, 'make-files.js'), '500', '500', month]);

const bin = join(root, 'bin/leadaudit.js');
const runs = {
  'an empty script': [[process.execPath, join(folder, 'empty.mjs')], month],
  '`leadaudit --help`': [[process.execPath, bin, '--help'], month],
  '`leadaudit lint`': [[process.execPath, bin, 'lint'], month],
  '`leadaudit reconcile`, 1,000 rows': [[process.execPath, bin, 'reconcile', '--exit-zero', '-q'], month],
};
const figures = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, [command, cwd]] of Object.entries(runs)) figures[name].push(once(command, cwd));
rmSync(folder, { recursive: true });

const of = (name, key) => median(figures[name].map((figure) => figure[key]));
const [empty] = Object.keys(runs);
const lines = Object.keys(runs).map((name) => {
  const ratio = name === empty ? '' : (of(name, 'cpu') / of(empty, 'cpu')).toFixed(1);
  return `| ${name} | ${of(name, 'wall').toFixed(2)} | ${of(name, 'cpu').toFixed(2)} | ${Math.round(of(name, 'peak'))} | ${ratio} |`;
});
for (const line of lines) say(line);
writePart(
  'Start',
  `Made by \`npm run bench:start\` (Node ${process.versions.node}, medians of ${ROUNDS} paired rounds, whole processes). The last column is the CPU time as a multiple of a script that does
nothing. A drop of 500 leads against a CRM of 500 people is short work: most of its time goes into code that runs for the first time.

| command | wall s | CPU s | peak MiB | ratio |
| --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}`,
);
