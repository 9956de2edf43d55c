import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { auditedBill, billOf } from './oracle/bills.ts';

/** How many bills; `ORACLE_BILLS=100000` is the long run, `ORACLE_SEED` makes others. */
const BILLS = Number(process.env.ORACLE_BILLS ?? 60);
const SEED = Number(process.env.ORACLE_SEED ?? 1);
/** Bills a process of the model is given at once. */
const BATCH = 2_000;
/** Of every so many sets of terms, the rows are also shuffled, and split into drops. */
const ALSO = 10;
const LAYOUTS = ['as made', 'shuffled', 'in drops'] as const;

const python = spawnSync('python3', ['--version'], { encoding: 'utf8' });
const isThere = python.status === 0;
if (!isThere) process.stderr.write('the oracle is skipped: there is no python3 to run the independent model with\n');

test.skipIf(!isThere)(`${BILLS} bills equal a model in exact decimals`, { timeout: 0 }, async () => {
  for (let from = 0; from < BILLS; from += BATCH) {
    const bills = Array.from({ length: Math.min(BATCH, BILLS - from) }, (_, i) => billOf(from + i, SEED));
    const model = spawnSync('python3', ['test/oracle/model.py'], {
      input: bills.map((bill) => `${JSON.stringify(bill)}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    expect(model.stderr).toBe('');
    const wanted = model.stdout.trimEnd().split('\n');
    expect(wanted).toHaveLength(bills.length);
    for (const layout of LAYOUTS) {
      for (const [i, bill] of bills.entries()) {
        if (layout !== 'as made' && Math.floor(i / 4) % ALSO) continue;
        const found = await auditedBill(bill, layout);
        if (found !== wanted[i]) expect({ bill, layout, found }).toEqual({ bill, layout, found: wanted[i] });
      }
    }
  }
});
