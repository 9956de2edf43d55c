// npm run bench:link [LEADSxPEOPLE...]: the whole command on a drop and a CRM, on one core, beside pandas; writes its part of docs/performance.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median, once, pythonWithPandas, root, say, writePart } from '../process.mjs';

const here = import.meta.dirname;
const given = process.argv.slice(2);
const sizes = (given.length ? given : ['2000x5000', '10000x50000', '100000x100000']).map((s) =>
  s.split('x').map(Number),
);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const work = mkdtempSync(join(tmpdir(), 'leadaudit-bench-'));

execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' });
execFileSync('npx', ['rolldown', join(here, 'make-files.ts'), '--format', 'esm', '--platform', 'node', '-d', work], {
  cwd: root,
  stdio: 'ignore',
});
const python = pythonWithPandas();
if (!python) say('pandas is not installed here: left out');
const tools = {
  leadaudit: () => [process.execPath, join(root, 'bin/leadaudit.js'), 'reconcile', '--exit-zero', '-o', 'report.txt'],
  ...(python ? { pandas: (folder) => [python, join(here, 'join.py'), folder] } : {}),
};

const onOneCore = (command, cwd) => once(['taskset', '-c', '0', ...command], cwd);
const lines = [];
for (const [leads, people] of sizes) {
  const folder = join(work, `${leads}x${people}`);
  mkdirSync(folder);
  execFileSync(process.execPath, [join(work, 'make-files.js'), leads, people, folder]);
  const runs = Object.keys(tools).map((name) => ({ name, figures: [] }));
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, figures } of runs) figures.push(onOneCore(tools[name](folder), folder));
  const of = ({ figures }, key) => median(figures.map((f) => f[key]));
  const [own] = runs;
  for (const run of runs) {
    const ratio = run === own ? '' : (of(own, 'cpu') / of(run, 'cpu')).toFixed(1);
    const numbers = [of(run, 'cpu').toFixed(2), of(run, 'wall').toFixed(2), Math.round(of(run, 'peak')), ratio];
    lines.push(`| ${[leads.toLocaleString('en'), people.toLocaleString('en'), run.name, ...numbers].join(' | ')} |`);
    say(lines.at(-1));
  }
}
rmSync(work, { recursive: true });
writePart(
  'Linking',
  `Made by \`npm run bench:link\` (Node ${process.versions.node}, medians of ${ROUNDS} paired rounds, whole processes on one core). The task: \`reconcile\` of a drop of leads against a CRM,
from the files to the report. For pandas it is the bare join of the two files by address, by number, and by name with company: no slips, no rivals, no rules, no money.
The last column is leadaudit's CPU time as a multiple of that. Load of the machine when it was done: ${loadavg()[1].toFixed(1)}; CPU times grow with it too.

| leads | CRM rows | tool | CPU s | wall s | peak MiB | CPU ratio |
| ---: | ---: | --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}
`,
);
