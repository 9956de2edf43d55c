/** What a reviewer can say of one that was drawn. */
export const RESULTS = {
  pass: 'it is what was billed',
  fail: 'it is not',
  unavailable: 'no recording, nobody reached: it counts as failed, and nothing is drawn in its place',
} as const;
export type ResultWord = keyof typeof RESULTS;

/** By what a reviewed sample fails a run. */
export const SAMPLE_FAIL_ON = ['rejected', 'never'] as const;
