import type { Claim } from '../link/claims.ts';
import type { LineKind } from '../model.ts';
import { isIn } from '../sow/period.ts';
import type { CreditLine } from './credits.ts';
import type { FixedLine } from './fixed.ts';
import { isLess, isZero, type Money, minus, type Purse, plus } from './money.ts';

/** A line of ours that no lead stands behind. */
export type FeeLine = FixedLine | CreditLine;

/** What a vendor's line for a fee or a credit is answered with. */
export interface FeeAnswer {
  /** Our lines of its kind and time. */
  readonly lines: readonly FeeLine[];
  /** Those of them that it takes something of. */
  readonly taken: readonly FeeLine[];
  /** Its part of them. */
  readonly ours: Money;
  /** Who else takes of its lines. */
  readonly others: readonly Claim[];
}

/** Worked out for the audited period in one piece, whichever of its months a vendor's line names. */
const OF_THE_WHOLE: ReadonlySet<LineKind> = new Set<LineKind>(['tax', 'hours', 'sla_credit', 'late_report_credit']);

/** What is left of a line of ours, and who took of it. */
interface Rest {
  left: Money;
  readonly by: Draft[];
}
interface Draft {
  readonly claim: Claim;
  readonly lines: readonly FeeLine[];
  readonly taken: FeeLine[];
  ours: Money;
}

/**
 * Several lines may ask for one fee: two invoices with a tax each, hours by agent. Each takes what it asks for, the line of that very amount first, else in file
 * order; the last to take of one of ours takes what nobody asked for. What asks for nothing takes what no other does.
 */
export function feeAnswersOf(
  claims: readonly Claim[],
  owed: readonly FeeLine[],
  purse: Purse,
): ReadonlyMap<Claim, FeeAnswer> {
  const rests = new Map(owed.map((line): [FeeLine, Rest] => [line, { left: line.amount, by: [] }]));
  const restOf = (line: FeeLine): Rest => rests.get(line) ?? { left: purse.zero, by: [] };
  const take = (draft: Draft, line: FeeLine, amount: Money): void => {
    const rest = restOf(line);
    if (isZero(amount)) return;
    rest.left = minus(rest.left, amount);
    draft.ours = plus(draft.ours, amount);
    if (!draft.taken.includes(line)) draft.taken.push(line);
    if (!rest.by.includes(draft)) rest.by.push(draft);
  };
  const drafts = claims.map((claim): Draft => {
    const lines = owed.filter(
      ({ kind, date }) => kind === claim.kind && (OF_THE_WHOLE.has(kind) || isIn(claim.period, date)),
    );
    return { claim, lines, taken: [], ours: purse.zero };
  });
  const asking = drafts.filter(({ claim }) => Number(claim.amount) !== 0);
  for (const draft of asking) {
    const { claim, lines } = draft;
    let asked = claim.amount === undefined ? purse.sum(lines.map((line) => line.amount)) : purse.parse(claim.amount);
    if (asked === undefined) continue;
    const exact = lines.find((line) => asked && isZero(minus(restOf(line).left, asked)));
    for (const line of exact ? [exact] : lines) {
      const part = within(restOf(line).left, asked, purse);
      take(draft, line, part);
      asked = minus(asked, part);
    }
  }
  for (const [line, { left, by }] of rests) {
    const last = by.at(-1);
    if (last) take(last, line, left);
  }
  for (const draft of drafts)
    if (!asking.includes(draft)) for (const line of draft.lines) take(draft, line, restOf(line).left);
  return new Map(
    drafts.map((draft) => {
      const { claim, lines, taken, ours } = draft;
      const others = new Set(lines.flatMap((line) => restOf(line).by));
      others.delete(draft);
      return [claim, { lines, taken, ours, others: [...others].map((other) => other.claim) }];
    }),
  );
}

/** As much of what is left as is asked for; nothing where one side is to pay and the other to be paid. */
function within(left: Money, asked: Money, { zero }: Purse): Money {
  if (isLess(left, zero) !== isLess(asked, zero)) return zero;
  const isMore = isLess(left, zero) ? isLess(asked, left) : isLess(left, asked);
  return isMore ? left : asked;
}
