import { lookup } from '../judge/lookup.ts';
import type { Claim } from '../link/claims.ts';
import type { AdjustmentLine } from './adjustments.ts';
import { rowIdsOf } from './by-chain.ts';
import { isLess, isZero, type Money, minus, type Purse } from './money.ts';

/** Our adjustments that a line of the invoice answers. */
export interface Answer {
  readonly lines: readonly AdjustmentLine[];
  readonly ours: Money;
  /** The line that answered them first. */
  readonly answered: Claim | undefined;
}

const adjustmentsOn = lookup(({ judged }: AdjustmentLine) => (judged ? rowIdsOf(judged) : []));

/** A line that bills a lead for which we owe something of a closed period asks for that. */
export function asCorrection<C extends Claim>(claim: C, adjustments: readonly AdjustmentLine[], purse: Purse): C {
  const owed = claim.meetingId === null ? [] : adjustmentsOn(adjustments, [claim.meetingId]);
  return owed.some((line) => isLess(purse.zero, line.amount)) ? { ...claim, kind: 'adjustment' } : claim;
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
    const asked = purse.parse(claim.amount ?? '');
    // A line that names nothing answers one adjustment, and none that is answered.
    const isFree = (line: AdjustmentLine): boolean =>
      asked !== undefined && !taken.has(line) && isZero(minus(line.amount, asked));
    const lines =
      claim.meetingId === null
        ? [adjustments.find(isFree)].flatMap((line) => line ?? [])
        : adjustmentsOn(adjustments, [claim.meetingId]);
    const [first] = lines;
    if (!first) continue;
    answers.set(claim, { lines, ours: purse.sum(lines.map((line) => line.amount)), answered: taken.get(first) });
    for (const line of lines) if (!taken.has(line)) taken.set(line, claim);
  }
  return answers;
}
