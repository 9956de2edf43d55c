// npm run bench:read [ROWS...]: the task on generated call logs, the tools in turn, several rounds; writes docs/performance.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const say = (text) => process.stdout.write(`${text}\n`);
const here = import.meta.dirname;
const root = resolve(here, '../..');
const sizes = process.argv.slice(2).length ? process.argv.slice(2).map(Number) : [100_000, 1_000_000];
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'leadaudit-bench-'));

execFileSync('npx', ['rolldown', join(here, 'ours.ts'), '--format', 'esm', '--platform', 'node', '-d', folder], {
  cwd: root,
  stdio: 'ignore',
});
if (!existsSync(join(here, 'node_modules')))
  spawnSync('npm', ['i', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: here, stdio: 'ignore' });
const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);
const tools = {
  leadaudit: [process.execPath, join(folder, 'ours.js')],
  'csv-parse': [process.execPath, join(here, 'csv-parse.mjs')],
  ...(python ? { pandas: [python, join(here, 'pandas-task.py')] } : {}),
  ...(existsSync(join(here, 'node_modules/@duckdb')) ? { duckdb: [process.execPath, join(here, 'duckdb.mjs')] } : {}),
};
for (const name of ['pandas', 'duckdb']) if (!tools[name]) say(`${name} is not installed here: left out`);

/** One run as a whole process: wall and CPU seconds, peak memory in MiB, and what it found. */
function once([command, ...args], file) {
  const start = process.hrtime.bigint();
  const time = ['/usr/bin/time', '-f', '%M', command, ...args, file];
  const hasTime = existsSync(time[0]);
  const { stdout, stderr, status } = spawnSync(hasTime ? time[0] : command, hasTime ? time.slice(1) : [...args, file], {
    encoding: 'utf8',
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(stderr);
  return {
    wall,
    peak: hasTime ? Number(stderr.trim().split('\n').at(-1)) / 1024 : Number.NaN,
    found: stdout.replace(/\s/g, ''),
  };
}

/** CPU seconds of a run, by the shell's own count. */
function cpuOf([command, ...args], file) {
  const script = 'exec 3>&1; TIMEFORMAT="%U %S"; { time "$@" >/dev/null 2>&1; } 2>&3';
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', command, ...args, file], { encoding: 'utf8' });
  return stdout
    .trim()
    .split(' ')
    .reduce((sum, text) => sum + Number(text), 0);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const lines = [];
for (const rows of sizes) {
  const file = join(folder, `calls-${rows}.csv`);
  execFileSync(process.execPath, [join(here, 'make-calls.mjs'), String(rows), file]);
  const figures = Object.fromEntries(
    Object.keys(tools).map((name) => [name, { wall: [], cpu: [], peak: [], found: '' }]),
  );
  for (let round = 0; round < (rows > 5e6 ? 1 : ROUNDS); round++) {
    for (const [name, command] of Object.entries(tools)) {
      if (rows > 5e6 && name === 'csv-parse') continue;
      const { wall, peak, found } = once(command, file);
      figures[name].wall.push(wall);
      figures[name].peak.push(peak);
      figures[name].cpu.push(cpuOf(command, file));
      figures[name].found = found;
    }
  }
  const answers = new Set(Object.values(figures).flatMap(({ found }) => found || []));
  if (answers.size !== 1) throw new Error(`the tools do not agree: ${[...answers].join(' ')}`);
  const own = figures.leadaudit;
  for (const [name, f] of Object.entries(figures)) {
    if (!f.wall.length) continue;
    const ratio = (key) => (name === 'leadaudit' ? '' : (median(own[key]) / median(f[key])).toFixed(2));
    lines.push(
      `| ${rows.toLocaleString('en')} | ${name} | ${median(f.wall).toFixed(2)} | ${median(f.cpu).toFixed(2)} | ${Math.round(median(f.peak))} | ${ratio('wall')} | ${ratio('cpu')} |`,
    );
    say(lines.at(-1));
  }
  say(`${rows} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
}
writeFileSync(
  join(root, 'docs/performance.md'),
  `# Performance

Made by \`npm run bench:read\` (Node ${process.versions.node}, medians of ${ROUNDS} paired rounds, whole processes; the largest log once). The task: group a call log by agent and
disposition, give each call its day in a zone, count repeated calls by phone and day. All tools must find the same. The last two columns are leadaudit's time as a
share of the tool's: less is faster.

| rows | tool | wall s | CPU s | peak MiB | wall ratio | CPU ratio |
| ---: | --- | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}

leadaudit reads on one thread: a few lines of WebAssembly SIMD find delimiters, quotes and line ends sixteen bytes at a time
(\`src/read/scan/structure.assembly.ts\`), and plain code walks over them. Memory is bounded by the longest row and by what the task keeps.
`,
);
rmSync(folder, { recursive: true });
