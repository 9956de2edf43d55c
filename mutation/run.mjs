// npm run mutation [-- PATH...] [--force | --survivors]: changes the folders below (or the files of PATH) a mutant at a time, and tells which no test notices.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const here = import.meta.dirname;
const args = process.argv.slice(2);
const parts = args.filter((arg) => !arg.startsWith('--'));
/** What no test noticed is asked again, but of the worked cases, which are slow: they did not notice it either. */
const again = args.includes('--survivors');
if (!existsSync(join(here, 'node_modules')))
  spawnSync('npm', ['i', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'], {
    cwd: here,
    stdio: 'inherit',
  });
/**
 * What holds a folder, in the order in which it is tried: the quick ones first. Every worked case reads a rules file and pays for leads, so that
 * each would be run for nearly every mutant of `src/sow` and `src/price`: their own tests must do, and they are a thousand times as quick.
 */
const FOLDERS = {
  judge: ['occurrence', 'course', 'acceptance', 'judge', 'rules', 'rules-lists', 'touches', 'cases'],
  sow: ['clock', 'criteria', 'titles', 'rules-file', 'load', 'contradictions', 'lint-checks', 'lint'],
  price: ['bill', 'claims', 'range', 'adjustments', 'late-billing', 'closed-minima'],
  ledger: ['closed-periods', 'adjustments', 'late-billing', 'closed-minima'],
};

const { Stryker } = await import('@stryker-mutator/core');
for (const [folder, tests] of Object.entries(FOLDERS)) {
  const mutate = parts.length ? parts.filter((part) => part.startsWith(`src/${folder}/`)) : [`src/${folder}/**/*.ts`];
  if (mutate.length) await measure(folder, mutate, tests);
}

/** Takes what survived out of the results that are kept. */
function forgetSurvivors(file) {
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  for (const source of Object.values(kept.files))
    source.mutants = source.mutants.filter(({ status }) => status !== 'Survived' && status !== 'NoCoverage');
  writeFileSync(file, JSON.stringify(kept));
}

async function measure(folder, mutate, tests) {
  const incrementalFile = `mutation/reports/${folder}.incremental.json`;
  if (again) forgetSurvivors(incrementalFile);
  await new Stryker({
    mutate,
    plugins: [new URL('in-process.mjs', import.meta.url).href, new URL('prose.mjs', import.meta.url).href],
    ignorers: ['prose'],
    testRunner: 'in-process',
    inProcess: { tests, skipped: again ? ['cases'] : [] },
    coverageAnalysis: 'perTest',
    // Tables and schemas are made when a file is loaded: each of their mutants would need all tests and a process of its own.
    ignoreStatic: true,
    incremental: true,
    incrementalFile,
    force: args.includes('--force'),
    concurrency: Number(process.env.MUTATION_WORKERS ?? 1),
    ignorePatterns: [
      '/*',
      '!/src',
      '!/test',
      '!/fixtures',
      '!/mutation',
      '!/package.json',
      '!/rules.example.yaml',
      '!/schemas',
    ],
    tempDirName: 'mutation/.sandbox',
    tsconfigFile: 'none',
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: `mutation/reports/${folder}.json` },
    thresholds: { high: 100, low: 90, break: 90 },
    // On a busy machine a test may take ten times as long; what never ends is stopped by its count of hits.
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 10,
  }).runMutationTest();
}
