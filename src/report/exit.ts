import { DISPUTED } from '../model.ts';
import type { AuditDocument } from './document.ts';

export const FAIL_ON = ['never', 'review', 'dispute', 'warning', 'error'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What a run can fail by. */
interface Judged {
  readonly findings: readonly Pick<AuditDocument['findings'][number], 'severity'>[];
  readonly claims: readonly Pick<AuditDocument['claims'][number], 'outcome' | 'verdict'>[];
}

/** 1 when there is something at or above `failOn`, else 0. Pending never fails. */
export function exitCodeOf(doc: Judged, failOn: FailOn): 0 | 1 {
  const has = (severity: string): boolean => doc.findings.some((f) => f.severity === severity);
  const disputed = doc.claims.some((c) => DISPUTED.has(c.outcome));
  const inReview = doc.claims.some((c) => c.outcome === 'open' && c.verdict !== 'pending');
  const fails: Readonly<Record<FailOn, boolean>> = {
    never: false,
    error: has('error'),
    dispute: disputed || has('error'),
    review: disputed || inReview || has('error'),
    warning: disputed || has('error') || has('warning'),
  };
  return fails[failOn] ? 1 : 0;
}
