import { isLess, type Money, minorUnits, minus, type Purse, plus, smaller } from '../price/money.ts';
import { type Confidence, factorTenths, incrementHundredths } from './confidence.ts';
import type { Plan } from './designs/design.ts';
import { boundsOf } from './interval.ts';
import type { ResultWord } from './result-words.ts';

/** One that was drawn and reviewed. */
export interface Reviewed {
  readonly id: string;
  readonly amount: Money | undefined;
  readonly isCertain: boolean;
  readonly result: ResultWord;
  /** What is to be paid for it after all; undefined: nothing, where it fails. */
  readonly shouldPay: Money | undefined;
}

/** Money that is wrong: as projected, and at least and at most. */
interface Misstated {
  readonly projected: Money;
  readonly least: Money | undefined;
  readonly most: Money;
}

/** A failure of a sample by money. */
interface MoneyError {
  readonly id: string;
  readonly amount: Money;
  readonly shouldPay: Money;
  readonly isCertain: boolean;
  /** What it stands for, and what it adds to the bound. */
  readonly projected: Money;
  readonly bound: Money;
}

/** What a reviewed sample says of the population. */
export interface Judgement {
  readonly counts: Readonly<Record<ResultWord, number>>;
  /** Of a plan that accepts or rejects. */
  readonly verdict: 'accepted' | 'rejected' | undefined;
  /** How many of the population fail; undefined by money, where dear ones are drawn more often. */
  readonly failing: { readonly least: number; readonly most: number } | undefined;
  readonly money: Misstated | undefined;
  readonly errors: readonly MoneyError[];
}

/** The population that was drawn from. */
export interface Whole {
  readonly items: number;
  readonly amount: Money | undefined;
}

export function judgeSample(
  plan: Plan,
  reviewed: readonly Reviewed[],
  { items, amount }: Whole,
  confidence: Confidence,
  purse: Purse,
): Judgement {
  const countOf = (word: ResultWord): number => reviewed.filter(({ result }) => result === word).length;
  const counts = { pass: countOf('pass'), fail: countOf('fail'), unavailable: countOf('unavailable') };
  if (plan.method === 'money') {
    const tolerable = purse.parse(plan.tolerable) ?? purse.zero;
    const { money, errors } = misstatementOf(reviewed, tolerable, amount ?? purse.zero, confidence, purse);
    return {
      counts,
      verdict: isLess(tolerable, money.most) ? 'rejected' : 'accepted',
      failing: undefined,
      money,
      errors,
    };
  }
  const failed = counts.fail + counts.unavailable;
  const failing = boundsOf(failed, reviewed.length, items, confidence);
  return {
    counts,
    verdict: plan.method === 'aql' ? (failed <= plan.accept ? 'accepted' : 'rejected') : undefined,
    failing,
    money: amount && {
      projected: purse.ratio(amount, failed, reviewed.length),
      least: purse.ratio(amount, failing.least, items),
      most: purse.ratio(amount, failing.most, items),
    },
    errors: [],
  };
}

/**
 * The money that is wrong: an error stands for the part of its amount that is wrong, of an interval; the bound is factor times interval, and for each
 * error, the largest part first, that part of an interval times what the factor grows by. What was taken for certain stands for itself.
 */
function misstatementOf(
  reviewed: readonly Reviewed[],
  tolerable: Money,
  whole: Money,
  confidence: Confidence,
  purse: Purse,
): { money: Misstated; errors: MoneyError[] } {
  const tenths = factorTenths(confidence);
  const wrong = reviewed
    .flatMap(({ id, amount, isCertain, result, shouldPay = purse.zero }) => {
      if (result === 'pass' || !amount) return [];
      return [
        {
          id,
          amount,
          shouldPay,
          isCertain,
          part: Number(minorUnits(minus(amount, shouldPay))),
          of: Number(minorUnits(amount)),
        },
      ];
    })
    .sort((a, b) => b.part * a.of - a.part * b.of || (a.id < b.id ? -1 : 1));
  let drawn = 0;
  const errors = wrong.map(({ part, of, ...error }): MoneyError => {
    if (error.isCertain) {
      const own = minus(error.amount, error.shouldPay);
      return { ...error, projected: own, bound: own };
    }
    drawn++;
    return {
      ...error,
      projected: purse.ratio(tolerable, 10 * part, tenths * of),
      bound: purse.ratio(tolerable, incrementHundredths(confidence, drawn) * part, 10 * tenths * of),
    };
  });
  const isByChance = reviewed.some(({ isCertain }) => !isCertain);
  const basic = isByChance ? tolerable : purse.zero;
  const most = errors.reduce((sum, { bound }) => plus(sum, bound), basic);
  return {
    money: { projected: purse.sum(errors.map((e) => e.projected)), least: undefined, most: smaller(most, whole) },
    errors,
  };
}
