import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerFile } from '../src/ledger/file.ts';
import {
  casePaths,
  type Expectation,
  expectationsIn,
  openCase,
  runCase,
  scratchFolder,
  viewOf,
} from './support/cases.ts';
import { traceSuffices } from './support/trace.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const wanted = ({ run: _, ...rest }: Expectation): Partial<Expectation> => rest;

describe.each(casePaths())('%s', (path) => {
  const { folder, rules, expected } = openCase(path, scratch.path);
  const ledger: LedgerFile[] = [];
  // The runs of a case that closes months are one story, which begins without a ledger.
  beforeAll(() => void ledger.splice(0));
  test.each(expected)('$run', async (expectation) => {
    const outcome = await runCase(folder, rules, expectation.run, ledger);
    if (!expectation.problems) expect(outcome.problems.filter((p) => p.code !== 'preamble')).toEqual([]);
    expect(viewOf(expectation, outcome)).toEqual(wanted(expectation));
    if (outcome.document) traceSuffices(outcome.document);
  });
});

describe('the example month', () => {
  test.each(expectationsIn('fixtures/example/expected.yaml'))(
    'says what its README works out by hand',
    async (expectation) => {
      const outcome = await runCase('.', 'rules.example.yaml', expectation.run);
      expect(viewOf(expectation, outcome)).toEqual(wanted(expectation));
    },
  );
});
