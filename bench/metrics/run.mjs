// npm run bench:metrics [ROWS...]: `leadaudit metrics` on generated call logs beside pandas and DuckDB, the tools in turn; writes its part of docs/performance.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median, once, pythonWithPandas, root, say, writePart } from '../process.mjs';

const here = import.meta.dirname;
const sizes = process.argv.slice(2).length ? process.argv.slice(2).map(Number) : [100_000, 1_000_000];
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'leadaudit-bench-'));
const binary = join(root, 'bin/leadaudit.js');
const at = (name) => join(folder, name);

const GROUPED = [
  'dials',
  'connect_rate',
  'conversations',
  'talk_time',
  'average_handle_time',
  'contacts_attempted',
  'attempts_per_contact',
];
const COLUMNS = ['agent', 'started_at', 'phone', 'disposition', 'talk', 'hold', 'wrap'];
const rules = (calls) => `version: 1
sow: { id: BENCH, client: Alder Systems, vendor: Brightline Callers, currency: USD, time_zone: America/New_York }
sources:
  calls:
    ${calls}
    values: { disposition: { No Answer: no_answer, Answering Machine: voicemail, Busy: busy, Not Interested: conversation, Call Back: human, Consult Set: conversation, Operator Intercept: failed, Do Not Call: human } }
rules: { billable: { event: held } }
metrics: { ${GROUPED.map((id) => `${id}: { by: [agent, week] }`).join(', ')} }
`;

execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' });
const reader = join(root, 'bench/read');
if (!existsSync(join(reader, 'node_modules')))
  spawnSync('npm', ['i', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: reader, stdio: 'ignore' });
const python = pythonWithPandas();
const hasDuckdb = existsSync(join(reader, 'node_modules/@duckdb'));
if (!python) say('pandas is not installed here: left out');
if (!hasDuckdb) say('duckdb is not installed here: left out');

const lines = [];
for (const rows of sizes) {
  const file = at(`calls-${rows}.csv`);
  execFileSync(process.execPath, [join(reader, 'make-calls.mjs'), String(rows), file]);
  writeFileSync(at('rules.yaml'), rules(`file: calls-${rows}.csv`));
  writeFileSync(
    at('query.yaml'),
    rules(`aggregates: figures.csv
    columns: { ${COLUMNS.map((name) => `${name}: ${name}`).join(', ')} }`),
  );
  const asked = ['-c', at('rules.yaml'), '--period', '2026-06', '--format', 'json', '--exit-zero'];
  writeFileSync(
    at('query.sql'),
    execFileSync(process.execPath, [
      binary,
      'metrics',
      '-c',
      at('query.yaml'),
      '--sql',
      'duckdb',
      '--period',
      '2026-06',
    ]),
  );
  const tools = {
    'leadaudit, all metrics and tests': [process.execPath, binary, 'metrics', ...asked, '-o', at('out.json')],
    ...(python ? { 'pandas, the metrics': [python, join(here, 'pandas-metrics.py'), file] } : {}),
    ...(hasDuckdb
      ? {
          'duckdb, the query of `--sql`': [process.execPath, join(here, 'query.mjs'), file, at('query.sql')],
          'duckdb, one group-by': [process.execPath, join(here, 'group-by.mjs'), file],
        }
      : {}),
  };
  const runs = Object.keys(tools).map((name) => ({ name, figures: [], found: '' }));
  for (let round = 0; round < (rows > 5e6 ? 1 : ROUNDS); round++)
    for (const run of runs) {
      const { stdout, ...figures } = once(tools[run.name], folder);
      run.figures.push(figures);
      run.found = run === runs[0] ? wholeOf(at('out.json')) : stdout.replace(/\s/g, '');
    }
  const answers = new Set(runs.flatMap(({ name, found }) => (name.endsWith('group-by') ? [] : [found])));
  if (answers.size !== 1) throw new Error(`the tools do not agree: ${[...answers].join(' ')}`);
  const of = ({ figures }, key) => median(figures.map((f) => f[key]));
  const [own] = runs;
  for (const run of runs) {
    const ratio = run === own ? '' : (of(own, 'wall') / of(run, 'wall')).toFixed(1);
    const numbers = [of(run, 'wall').toFixed(1), of(run, 'cpu').toFixed(1), Math.round(of(run, 'peak')), ratio];
    lines.push(`| ${[rows.toLocaleString('en'), run.name, ...numbers].join(' | ')} |`);
    say(lines.at(-1));
  }
}
rmSync(folder, { recursive: true });

/** What all must find, of the whole log. */
function wholeOf(path) {
  const { metrics } = JSON.parse(execFileSync('cat', [path], { maxBuffer: 1 << 28 }));
  const metric = (id) => metrics.find((m) => m.id === id && m.by === null);
  return JSON.stringify({
    dials: metric('dials').count,
    humans: metric('connect_rate').count,
    conversations: metric('conversations').count,
    talk: Number(metric('talk_time').restated),
    contacts: metric('contacts_attempted').count,
  });
}

writePart(
  'Metrics',
  `Made by \`npm run bench:metrics\` (Node ${process.versions.node}, medians of ${ROUNDS} paired rounds, whole processes; logs over 5 million rows once). The task: the metrics of a call log as a whole, by agent and by week.
leadaudit checks every cell, counts attempts and runs all anomaly tests of calls as well; DuckDB has two threads, the others one. All must find the same figures. The last column is leadaudit's wall time as a multiple of the tool's.
Load of the machine when it was done: ${loadavg()[1].toFixed(1)}.

| rows | tool | wall s | CPU s | peak MiB | ratio |
| ---: | --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}

Calls that live in a warehouse are best counted there: [many calls](scale.md).
`,
);
