import type { Meeting } from '../../src/read/records.ts';
import type { AuditDocument } from '../../src/report/document.ts';
import { at, billed, closed, held, linesOf, type Terms } from './bills.ts';
import type { Given } from './judged.ts';

export const STEPS = { clause: '7.1', tiers: [{ up_to: 2, price: '400.00' }, { price: '300.00' }] };
export const HELD = { clause: '2.1', event: 'held' };
/** Accepted or not: a lead without a decision is pending for two months. */
export const ACCEPTANCE = { clause: '4.1', window: '60 days', silence: 'accepted', reasons: ['gone'] };
export const terms = (fees: object, rules: object = { billable: HELD, acceptance: ACCEPTANCE }): Terms => ({
  fees,
  rules,
});

export type Decision = NonNullable<Given['decisions']>[number];
export const accepted = (when: string, ...ids: string[]): Decision[] =>
  ids.map((id) => ({ meeting_id: id, decision: 'accepted', at: at(when) }));
export const rejected = (when: string, ...ids: string[]): Decision[] =>
  ids.map((id) => ({ meeting_id: id, decision: 'rejected', reason: 'gone', at: at(when) }));
/** A line of the invoice that asks 400.00 for each. */
export const asked = (period: string, ...ids: string[]) =>
  ids.map((id) => ({ line_id: `L${id}`, meeting_id: id, period, amount: '400.00' }));

/** The report of June, after May was closed. */
export async function june(rules: Terms, may: Given, given: Given, period = '2026-06'): Promise<AuditDocument> {
  return billed(rules, given, { period, closings: await closed(rules, ['2026-05', may]) });
}
export const adjusted = (doc: AuditDocument) =>
  linesOf(doc).flatMap(([kind, ...line]) => (kind === 'adjustment' ? [line] : []));
export const May = (...ids: string[]): Partial<Meeting>[] => ids.map((id, i) => held(id, `05-${12 + i}`));
export const four = May('A', 'B', 'C', 'D');
