import type { Claim } from '../link/claims.ts';
import { type AdjustmentLine, idsOf } from './adjustments.ts';
import { isZero, type Money, minus, type Purse } from './money.ts';

/** Our adjustments that a line of the invoice answers. */
export interface Answer {
  readonly lines: readonly AdjustmentLine[];
  readonly ours: Money;
  /** The line that answered them first. */
  readonly answered: Claim | undefined;
}

/** Lines that correct a closed period against our adjustments: by the meeting that they name, without one by the amount; the first in file order answers. */
export function answersOf<C extends Claim>(
  claims: readonly C[],
  adjustments: readonly AdjustmentLine[],
  purse: Purse,
): Map<C, Answer> {
  const answers = new Map<C, Answer>();
  const taken = new Map<AdjustmentLine, C>();
  for (const claim of claims) {
    if (claim.kind !== 'adjustment') continue;
    const alike = adjustments.filter((line) => isAnswer(claim, line, purse));
    // A line that names nothing answers one adjustment, and none that is answered.
    const lines = claim.meetingId === null ? alike.filter((line) => !taken.has(line)).slice(0, 1) : alike;
    const [first] = lines;
    if (!first) continue;
    answers.set(claim, { lines, ours: purse.sum(lines.map((line) => line.amount)), answered: taken.get(first) });
    for (const line of lines) if (!taken.has(line)) taken.set(line, claim);
  }
  return answers;
}

/** Whether a line can answer an adjustment: by the meeting that it names, else by its amount. */
const isAnswer = (claim: Claim, line: AdjustmentLine, purse: Purse): boolean => {
  const asked = purse.parse(claim.amount ?? '');
  return claim.meetingId === null
    ? asked !== undefined && isZero(minus(line.amount, asked))
    : idsOf(line.judged).includes(claim.meetingId);
};
