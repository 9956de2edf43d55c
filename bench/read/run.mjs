// npm run bench:read [ROWS...]: the task on generated call logs, the tools in turn, several rounds; writes docs/performance.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median, once, pythonWithPandas, root, say, writePart } from '../process.mjs';

const here = import.meta.dirname;
const sizes = process.argv.slice(2).length ? process.argv.slice(2).map(Number) : [100_000, 1_000_000, 10_000_000];
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'leadaudit-bench-'));

execFileSync('npx', ['rolldown', join(here, 'ours.ts'), '--format', 'esm', '--platform', 'node', '-d', folder], {
  cwd: root,
  stdio: 'ignore',
});
if (!existsSync(join(here, 'node_modules')))
  spawnSync('npm', ['i', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: here, stdio: 'ignore' });
const python = pythonWithPandas();
const tools = {
  leadaudit: [process.execPath, join(folder, 'ours.js')],
  'csv-parse': [process.execPath, join(here, 'csv-parse.mjs')],
  ...(python ? { pandas: [python, join(here, 'pandas-task.py')] } : {}),
  ...(existsSync(join(here, 'node_modules/@duckdb')) ? { duckdb: [process.execPath, join(here, 'duckdb.mjs')] } : {}),
};
for (const name of ['pandas', 'duckdb']) if (!tools[name]) say(`${name} is not installed here: left out`);

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
      const { wall, cpu, peak, stdout } = once([...command, file]);
      figures[name].wall.push(wall);
      figures[name].cpu.push(cpu);
      figures[name].peak.push(peak);
      figures[name].found = stdout.replace(/\s/g, '');
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
writePart(
  undefined,
  `# Performance

Made by \`npm run bench:read\` (Node ${process.versions.node}, medians of ${ROUNDS} paired rounds, whole processes, with the files in memory; logs over 5 million rows once). The task: group a call log by agent and
disposition, give each call its day in a zone, count repeated calls by phone and day. All tools must find the same. The last two columns are leadaudit's time as a
share of the tool's: less is faster.

| rows | tool | wall s | CPU s | peak MiB | wall ratio | CPU ratio |
| ---: | --- | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}

A few lines of WebAssembly SIMD find delimiters, quotes and line ends sixteen bytes at a time and cut plain records into cells
(\`src/read/scan/structure.assembly.ts\`); plain code walks over all others. Memory is bounded by the longest row and by what the task keeps.
Logs from 128 MiB are read by two threads here (\`bench/read/ours.ts\`), DuckDB always has two, the others one.`,
);
rmSync(folder, { recursive: true });
