// npm run mutation [-- PATH...] [--force]: changes src/judge and src/sow (or the files of PATH) a mutant at a time, and tells which no test notices.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const here = import.meta.dirname;
const args = process.argv.slice(2);
const parts = args.filter((arg) => arg !== '--force');
if (!existsSync(join(here, 'node_modules')))
  spawnSync('npm', ['i', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'], {
    cwd: here,
    stdio: 'inherit',
  });
/**
 * What holds a folder, in the order in which it is tried: the quick ones first. Every worked case reads a rules file, so that each would
 * be run for nearly every mutant of `src/sow`: its own tests must do, and they are a thousand times as quick.
 */
const FOLDERS = {
  judge: ['occurrence', 'course', 'acceptance', 'judge', 'rules', 'rules-lists', 'cases'],
  sow: ['clock', 'criteria', 'titles', 'rules-file', 'load', 'contradictions', 'lint-checks', 'lint'],
};

const { Stryker } = await import('@stryker-mutator/core');
for (const [folder, tests] of Object.entries(FOLDERS)) {
  const mutate = parts.length ? parts.filter((part) => part.startsWith(`src/${folder}/`)) : [`src/${folder}/**/*.ts`];
  if (mutate.length) await measure(folder, mutate, tests);
}

async function measure(folder, mutate, tests) {
  await new Stryker({
    mutate,
    plugins: [new URL('in-process.mjs', import.meta.url).href, new URL('prose.mjs', import.meta.url).href],
    ignorers: ['prose'],
    testRunner: 'in-process',
    inProcess: { tests },
    coverageAnalysis: 'perTest',
    // Tables and schemas are made when a file is loaded: each of their mutants would need all tests and a process of its own.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `mutation/reports/${folder}.incremental.json`,
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
    dryRunTimeoutMinutes: 10,
  }).runMutationTest();
}
