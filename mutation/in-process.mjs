/**
 * A test runner for Stryker that starts no workers: the mutated source and the tests are bundled once, the tests are collected once by
 * vitest's own runner, and a mutant costs no more than calling the tests that reach it.
 */
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { collectTests, getFn, getHooks } from '@vitest/runner';
import { rolldown } from 'rolldown';

/** Where the instrumented code looks for the mutant that is on, and leaves what it reached. */
const namespace = () => (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/** The cases read through `read-once.mjs`. */
const readingOnce = {
  name: 'read-once',
  resolveId: (id, importer) =>
    id.endsWith('/read/read.ts') && importer?.endsWith('/test/support/cases.ts')
      ? resolve('mutation/read-once.mjs')
      : null,
};

const nameOf = (task) => (task.suite ? `${nameOf(task.suite)} ${task.name}` : task.name);
/** A case that closes a month is one story, each of whose runs needs those before it: it is not for asking a run at a time. */
const isStory = (task) => task.tasks?.some(({ name }) => /^\W?close /.test(name));
const testsOf = (tasks) =>
  tasks.filter((task) => !isStory(task)).flatMap((task) => (task.type === 'test' ? [task] : testsOf(task.tasks)));

class InProcessRunner {
  static inject = [commonTokens.options];
  #names;
  #skipped;
  #tests = new Map();
  /** When a test last failed: what killed one mutant is likely to kill its neighbour. */
  #killed = new Map();
  #files = [];

  constructor({ inProcess }) {
    this.#names = inProcess.tests;
    this.#skipped = inProcess.skipped.map((name) => `test/${name}.test.ts#`);
  }

  /** A mutant is on only while a test runs, so that nothing is loaded with it: also what is called at loading too needs no new process. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const folder = resolve('mutation/.bundle');
    const bundle = await rolldown({
      input: Object.fromEntries(this.#names.map((name) => [name, `test/${name}.test.ts`])),
      platform: 'node',
      plugins: [readingOnce],
      resolve: { alias: { vitest: resolve('mutation/vitest.mjs') } },
      // One copy each, shared with this runner; the others are sooner loaded as they are than bundled.
      external: (id) => !/^[./]/.test(id) && id !== 'vitest',
    });
    await bundle.write({ dir: folder, cleanDir: true, format: 'esm' });
    this.#files = await collectTests(
      this.#names.map((name) => resolve(`test/${name}.test.ts`)),
      {
        config: {
          root: process.cwd(),
          setupFiles: [],
          sequence: { hooks: 'stack' },
          tags: [],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
        importFile: (path) => import(pathToFileURL(join(folder, path.replace(/^.*\/(.*)\.test\.ts$/, '$1.js'))).href),
      },
    );
    for (const file of this.#files) {
      if (file.result?.state === 'fail') throw new Error(`${file.name}: ${file.result.errors[0].stack}`);
      for (const before of getHooks(file).beforeAll) await before(file);
      for (const test of testsOf(file.tasks)) {
        let id = `${file.name}#${nameOf(test)}`;
        // Rows of a table may have one name.
        while (this.#tests.has(id)) id += ' again';
        this.#tests.set(id, test);
      }
    }
  }

  async #run(id) {
    const ns = namespace();
    const started = performance.now();
    ns.currentTestId = id;
    const told = { id, name: id, timeSpentMs: 0 };
    try {
      await getFn(this.#tests.get(id))();
      return { ...told, status: TestStatus.Success, timeSpentMs: performance.now() - started };
    } catch (error) {
      return { ...told, status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
    } finally {
      ns.currentTestId = undefined;
    }
  }

  async dryRun() {
    const tests = [];
    for (const id of this.#tests.keys()) tests.push(await this.#run(id));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: namespace().mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    const ns = namespace();
    const tests = [];
    const last = (id) => this.#killed.get(id) ?? 0;
    const wanted = [...(testFilter ?? this.#tests.keys())]
      .filter((id) => !this.#skipped.some((start) => id.startsWith(start)))
      .sort((a, b) => last(b) - last(a));
    ns.activeMutant = activeMutant.id;
    ns.hitCount = 0;
    ns.hitLimit = hitLimit;
    for (const id of wanted) {
      tests.push(await this.#run(id));
      if (tests.at(-1).status === TestStatus.Failed) break;
    }
    ns.activeMutant = undefined;
    const timeout = determineHitLimitReached(ns.hitCount, hitLimit);
    const failed = tests.at(-1)?.status === TestStatus.Failed ? tests.at(-1).id : undefined;
    if (failed) this.#killed.set(failed, performance.now());
    // What a mutant leaves behind must not fail the tests of the next one: then this process is given up for a new one.
    if (failed && (await this.#run(failed)).status === TestStatus.Failed)
      throw new Error(`${failed} fails without a mutant`);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  async dispose() {
    for (const file of this.#files) for (const after of getHooks(file).afterAll) await after(file);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
