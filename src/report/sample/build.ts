import { toText } from '../../price/money.ts';
import type { Confidence } from '../../sample/confidence.ts';
import type { Taken } from '../../sample/designs/design.ts';
import type { Item, LeftOut, PopulationName } from '../../sample/item.ts';
import type { Judgement, Whole } from '../../sample/judge.ts';
import type { Answer } from '../../sample/results.ts';
import type { AuditDocument } from '../document.ts';
import { figure } from '../figures.ts';
import type { SampleDocument, SampleReview } from './document.ts';

/** Everything that a sample is told from. */
export interface SampleParts {
  readonly audit: AuditDocument;
  readonly of: PopulationName;
  readonly seed: string;
  readonly confidence: Confidence;
  readonly whole: Whole;
  readonly leftOut: readonly LeftOut[];
  readonly taken: Taken<Item>;
  readonly reviewed: ReviewedSheet | undefined;
}

/** A filled-in sheet and what it says. */
export interface ReviewedSheet {
  readonly file: string;
  readonly sha256: string;
  readonly answers: readonly Answer[];
  readonly judgement: Judgement;
}

/** The draw as a document, with its review where one was read. */
export function sampleDocumentOf(parts: SampleParts): SampleDocument {
  const { audit, of, seed, confidence, whole, leftOut, taken, reviewed } = parts;
  const { tool, closed, sow, period, as_of, inputs } = audit;
  return {
    schema: 'leadaudit/sample@1',
    tool,
    exit_code: 0,
    closed,
    sow,
    period,
    as_of,
    inputs,
    of,
    seed,
    confidence,
    population: {
      items: whole.items,
      amount: whole.amount ? toText(whole.amount) : null,
      left_out: leftOut.map(({ why, items }) => ({ why, items })),
    },
    plan: taken.plan,
    items: itemsOf(taken, reviewed?.answers ?? []),
    review: reviewed ? reviewOf(reviewed, whole) : null,
  };
}

function itemsOf({ chosen }: Taken<Item>, answers: readonly Answer[]): SampleDocument['items'] {
  const said = new Map(answers.map((answer) => [answer.id, answer]));
  return chosen.map(({ item, hash, isCertain }, i) => {
    const { id, amount, lookFor, recordings, ...rest } = item;
    const answer = said.get(id);
    return {
      draw: i + 1,
      id,
      hash,
      amount: amount ? toText(amount) : null,
      certain: isCertain,
      ...rest,
      recordings: [...recordings],
      look_for: lookFor,
      result: answer?.result ?? null,
      should_pay: answer?.shouldPay ? toText(answer.shouldPay) : null,
      by: answer?.by ?? null,
      note: answer?.note ?? null,
    };
  });
}

function reviewOf({ file, sha256, answers, judgement }: ReviewedSheet, { items }: Whole): SampleReview {
  const { counts, verdict, failing, money, errors } = judgement;
  const failed = counts.fail + counts.unavailable;
  return {
    file,
    sha256,
    counts: { ...counts },
    verdict: verdict ?? null,
    failing: failing
      ? {
          share: figure(failed / answers.length),
          low: figure(failing.least / items),
          high: figure(failing.most / items),
          ...failing,
        }
      : null,
    money: money
      ? {
          projected: toText(money.projected),
          least: money.least ? toText(money.least) : null,
          most: toText(money.most),
        }
      : null,
    errors: errors.map(({ id, amount, shouldPay, isCertain, projected, bound }) => ({
      id,
      amount: toText(amount),
      should_pay: toText(shouldPay),
      certain: isCertain,
      projected: toText(projected),
      bound: toText(bound),
    })),
  };
}
