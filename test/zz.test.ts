import fc from 'fast-check';
import { test } from 'vitest';
import { auditMonth, month } from './support/month.ts';
test('x', async () => {
  const t = performance.now();
  const tally: Record<string, number> = {};
  await fc.assert(fc.asyncProperty(month, async (m) => {
    const { document, problems } = await auditMonth(m, '/tmp/zzmonth', { period: '2026-06', asOf: '2026-08-15' });
    const add = (k: string) => { tally[k] = (tally[k] ?? 0) + 1; };
    for (const p of problems) add(`${p.code} ${p.args.invariant ?? ''}`);
    for (const c of document?.claims ?? []) add(c.outcome), add(`v ${c.verdict}`), add(`r ${c.reason}`);
    for (const l of document?.lines ?? []) add(`k ${l.kind}`);
  }), { numRuns: 400 });
  console.log((performance.now() - t) / 400, tally);
}, 100000);
