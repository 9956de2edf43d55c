import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { LedgerFile } from '../src/ledger/file.ts';
import type { AuditDocument } from '../src/report/document.ts';
import { render } from '../src/report/render.ts';
import { casePaths, openCase, runCase, scratchFolder } from './support/cases.ts';
import { diceOf } from './support/dice.ts';
import { copyWith, damaged, shuffled } from './support/shaken.ts';
import { traceSuffices } from './support/trace.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const copy = join(scratch.path, 'copy');
const seed = Number(process.env.SHAKEN_SEED ?? 1);

/** What a report comes to, without where rows stand. */
function resultOf(doc: AuditDocument | undefined): unknown {
  if (!doc) return undefined;
  const byId = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
    [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    totals: doc.totals,
    claims: byId(doc.claims).map((c) => [c.id, c.outcome, c.supported, c.verdict, c.reason, c.chain, c.duplicate_of]),
    chains: byId(doc.chains).map((c) => [c.id, c.verdict, c.reason, c.slots.map((slot) => [slot.id, slot.outcome])]),
    lines: doc.lines.map((l) => String([l.kind, l.chain, l.amount])).sort(),
    metrics: doc.metrics.map((m) => [m.id, m.by, m.reported, m.restated, m.verified]),
    findings: doc.findings.map(({ code }) => code).sort(),
  };
}

describe('the order of rows decides nothing', () => {
  test.each(casePaths())('%s', async (path) => {
    const { folder, rules, expected } = openCase(path, scratch.path);
    const dice = diceOf(seed);
    // Of two lines of an invoice for one lead the first in the file is the one that counts (DESIGN section 1).
    copyWith(
      folder,
      copy,
      (rows) => shuffled(rows, dice),
      (file) => !file.includes('invoice'),
    );
    const [asWritten, mixed]: [LedgerFile[], LedgerFile[]] = [[], []];
    for (const { run } of expected) {
      const outcome = await runCase(folder, rules, run, asWritten);
      // Text above or below a table has its place.
      if (outcome.problems.length) return;
      expect(resultOf((await runCase(copy, rules, run, mixed)).document)).toEqual(resultOf(outcome.document));
    }
  });
});

/** `SHAKEN_RUNS=5000 SHAKEN_SEED=2` asks for more. */
test('damaged drops are told or counted: every report explains itself, in every format', async () => {
  const runs = Number(process.env.SHAKEN_RUNS ?? 60);
  let reports = 0;
  for (let at = 0; at < runs; at++) {
    const dice = diceOf(seed).branch(at);
    const { folder, rules, expected } = openCase(dice.pick(casePaths()), scratch.path);
    copyWith(folder, copy, (rows) => damaged(rows, dice));
    const ledger: LedgerFile[] = [];
    for (const { run } of expected) {
      const { document, problems } = await runCase(copy, rules, run, ledger);
      if (!document) expect(problems).not.toEqual([]);
      else {
        reports++;
        traceSuffices(document);
        for (const format of ['table', 'html', 'markdown', 'csv'] as const) await render(document, { format });
      }
    }
  }
  expect(reports).toBeGreaterThan(runs / 4);
}, 600_000);
