import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, longest first: begun last, one of them would run on alone. */
const LONG = [
  'cli',
  'commands',
  'laws',
  'problems',
  'docs',
  'generated',
  'init',
  'ledger',
  'renderers',
  'amendments',
  'lint-command',
  'cut',
  'warehouse',
];
const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = LONG.indexOf(basename(moduleId, '.test.ts'));
  return at < 0 ? LONG.length : at;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rankOf(a) - rankOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build.ts'],
    testTimeout: 120_000,
    maxWorkers: 2,
    // No test changes what it imports: modules are read once a worker.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
