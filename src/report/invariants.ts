import { minorUnits, type Purse } from '../price/money.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { AuditDocument } from './document.ts';
import { isOwn } from './standing.ts';

/** What must hold of every audit before anyone sees it (DESIGN section 3.9). */
export function checkInvariants(doc: AuditDocument, claimCount: number, purse: Purse): Problem[] {
  const money = (text: string): bigint => minorUnits(purse.parse(text) ?? purse.zero);
  const sum = (texts: readonly string[]): bigint => texts.reduce((total, text) => total + money(text), 0n);
  const t = doc.totals;
  const claims = doc.claims.filter((c) => c.outcome !== 'unclaimed' && isOwn(c));
  const last = doc.bridge.at(-1);
  const rowsRead = (source: string): number =>
    doc.inputs.filter((i) => i.source === source).reduce((n, i) => n + i.rows, 0);
  const rowsPlaced = (source: string): number =>
    doc.buckets.filter((b) => b.source === source).reduce((n, b) => n + b.rows, 0);
  const sources = [...new Set(doc.inputs.map((i) => i.source))];
  const uneven = sources.filter((source) => rowsRead(source) !== rowsPlaced(source));
  let running = 0n;
  const slips = doc.bridge.filter(({ step, amount, running: shown }) => {
    const isSum = step === 'claims_supported' || step === 'payable';
    if (!isSum) running += money(amount);
    return running !== money(shown) || (isSum && money(amount) !== running);
  });
  const leads = doc.lines.filter((l) => l.kind === 'lead' || l.kind === 'replacement');
  const stepOf = (name: string): bigint => money(doc.bridge.find((b) => b.step === name)?.amount ?? '0');
  const checks: readonly (readonly [name: string, holds: boolean, reason: string])[] = [
    [
      'claims',
      claims.length === claimCount && new Set(doc.claims.map((c) => c.id)).size === doc.claims.length,
      'a claim is missing or stands twice',
    ],
    ['claimed', money(t.claimed) === sum(claims.map((c) => c.claimed)), `claims come to another sum than ${t.claimed}`],
    [
      'claimed is the sum of its parts',
      money(t.claimed) ===
        sum([
          t.claims_supported,
          t.not_billable,
          t.pending,
          t.review,
          t.duplicate,
          t.wrong_rate,
          t.wrong_period,
          t.unknown,
        ]),
      `${t.claimed} is not the sum of supported and denied`,
    ],
    ['payable', money(t.payable) === sum(doc.lines.map((line) => line.amount)), `lines do not come to ${t.payable}`],
    [
      'supported',
      money(t.supported) === sum(leads.map((l) => l.amount)) && money(t.unclaimed) === stepOf('unclaimed'),
      `lead lines do not come to ${t.supported}, or ${t.unclaimed} was not left unclaimed`,
    ],
    [
      'bridge',
      slips.length === 0 && last?.step === 'payable' && money(last.running) === money(t.payable),
      `step ${slips[0]?.step ?? 'payable'} does not add up`,
    ],
    [
      'journal',
      money(t.payable) === sum(doc.journal.flatMap((j) => (j.entry === 'reversal' ? [] : [j.amount]))),
      `entries do not come to ${t.payable}`,
    ],
    ['buckets', uneven.length === 0, `rows of ${uneven.join(', ')} are lost or counted twice`],
  ];
  return checks.flatMap(([invariant, holds, reason]) =>
    holds ? [] : [problem('broken_invariant', { file: doc.sow.file }, { invariant, reason })],
  );
}
