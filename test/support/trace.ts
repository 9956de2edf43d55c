import { expect } from 'vitest';
import type { FindingRow } from '../../src/problems/finding.ts';
import { FINDINGS } from '../../src/problems/findings.ts';
import type { AuditDocument } from '../../src/report/document.ts';

type Chain = AuditDocument['chains'][number];

/** The verdict and its reason, from the rulings of a document alone: worst first, lifted ones aside, those that may still be lifted pending. */
function ruledBy(rulings: Chain['rulings']): { verdict: Chain['verdict']; reasons: readonly string[] } {
  const counts = rulings.map((r) => ({ ...r, result: r.cured_by ? 'pass' : r.curable ? 'pending' : r.result }));
  const gates = [
    ['fail', 'not_billable'],
    ['review', 'review'],
    ['pending', 'pending'],
  ] as const;
  for (const [result, verdict] of gates) {
    const first = counts.find((r) => r.result === result);
    if (first) return { verdict, reasons: [first.code] };
  }
  const cure = counts.find((r) => r.cured_by !== null)?.cured_by;
  return { verdict: 'billable', reasons: cure ? [cure] : counts.map((r) => r.code) };
}

/** What a chain is worth follows from what is printed of it, and findings are as their table has them. Over the cap is a matter of price lines, not of rulings. */
export function traceSuffices({ chains, findings }: AuditDocument): void {
  for (const { code, severity, message } of findings) {
    const known: FindingRow = FINDINGS[code as keyof typeof FINDINGS];
    expect([known.severity, known.or], code).toContain(severity);
    expect(message).not.toMatch(/undefined|NaN|\{\w+\}/);
  }
  for (const { id, verdict, reason, rulings } of chains) {
    const found = ruledBy(rulings);
    if (reason === 'over_cap') expect([id, found.verdict]).toEqual([id, 'billable']);
    else expect([id, verdict, found.reasons.includes(reason)]).toEqual([id, found.verdict, true]);
  }
}
