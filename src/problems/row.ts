import type { Effect } from './problem.ts';

/** One kind of trouble with an input: its effect on the run and the sentences that describe it. */
export interface ProblemRow {
  readonly effect: Effect;
  readonly title: string;
  /** A template, as `fill` fills it. */
  readonly message: string;
  readonly why: string;
  readonly help: string;
  /** What helps where the file is the list of `exclusions.named`, which the rules name without saying how it is read. */
  readonly helpOfNamed?: string;
}

export const row = <const R extends ProblemRow>(r: R): R => r;
