import type { Severity } from '../model.ts';

/** One kind of finding: something to look at that moves no money by itself. */
export interface FindingRow {
  readonly severity: Severity;
  /** Another severity that a key of the rules file gives it. */
  readonly or?: Severity;
  readonly title: string;
  /** A template, as `fill` fills it. */
  readonly message: string;
  readonly why: string;
}

export const row = (severity: Severity, title: string, message: string, why: string): FindingRow => ({
  severity,
  title,
  message,
  why,
});
