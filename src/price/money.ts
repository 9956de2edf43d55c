import {
  add,
  calculator,
  compare,
  type Dinero,
  dinero,
  down,
  halfAwayFromZero,
  halfEven,
  multiply,
  subtract,
  toDecimal,
  toSnapshot,
  transformScale,
  up,
} from 'dinero.js/bigint';
import { currencyOf } from '../sow/currency.ts';
import { type Decimal, parseDecimal } from '../sow/decimal.ts';

/** An exact amount in the SOW's currency. */
export type Money = Dinero<bigint>;
export type Rounding = 'half_up' | 'half_even' | 'down' | 'up';

/** Arithmetic in one currency: integer minor units, each line rounded once. */
export interface Purse {
  readonly code: string;
  readonly zero: Money;
  of(decimal: Decimal): Money;
  /** Reads a decimal text; undefined when it is finer than the currency's smallest unit or no number. */
  parse(text: string): Money | undefined;
  /** `amount` times a share or quantity, rounded to minor units. */
  times(amount: Money, factor: Decimal): Money;
  sum(amounts: Iterable<Money>): Money;
  /** `amount` x part / whole, rounded once. */
  ratio(amount: Money, part: number, whole: number): Money;
  /** What `taken` of `of` equal parts come to; the last takes the remainder too. */
  part(amount: Money, share: { readonly of: number; readonly taken: number; readonly isLast: boolean }): Money;
}

export function purseOf(code: string, rounding: Rounding): Purse {
  const currency = currencyOf(code);
  const minor = (amount: bigint): Money => dinero({ amount, currency });
  const zero = minor(0n);
  const round = (amount: Money): Money => transformScale(amount, currency.exponent, DIVIDE[rounding]);
  const of = (decimal: Decimal): Money =>
    round(dinero({ amount: BigInt(decimal.amount), currency, scale: BigInt(decimal.scale) }));
  return {
    code,
    zero,
    of,
    parse(text) {
      const decimal = parseDecimal(text);
      if (!decimal) return undefined;
      const rounded = of(decimal);
      return compare(rounded, dinero({ amount: BigInt(decimal.amount), currency, scale: BigInt(decimal.scale) })) === 0
        ? rounded
        : undefined;
    },
    times: (amount, factor) => round(multiply(amount, { amount: BigInt(factor.amount), scale: BigInt(factor.scale) })),
    ratio(amount, part, whole) {
      // The library has no division; its roundings divide.
      const units = minorUnits(amount) * BigInt(part);
      return minor(DIVIDE[rounding](units, BigInt(whole), calculator));
    },
    sum: (amounts) => [...amounts].reduce((total, amount) => add(total, amount), zero),
    part(amount, { of: parts, taken, isLast }) {
      const whole = minorUnits(amount);
      const one = whole / BigInt(parts);
      return minor(isLast ? whole - one * BigInt(parts - taken) : one * BigInt(taken));
    },
  };
}

/** The library rounds towards infinity for `up` and `down`; in money they mean away from and towards zero. */
const DIVIDE: Readonly<Record<Rounding, typeof halfEven>> = {
  half_up: halfAwayFromZero,
  half_even: halfEven,
  down: (amount, factor, calculator) =>
    (calculator.compare(amount, calculator.zero()) < 0 ? up : down)(amount, factor, calculator),
  up: (amount, factor, calculator) =>
    (calculator.compare(amount, calculator.zero()) < 0 ? down : up)(amount, factor, calculator),
};

export const minorUnits = (amount: Money): bigint => toSnapshot(amount).amount;
/** As a decimal text with the currency's digits: `350.00`. */
export const toText = (amount: Money): string => toDecimal(amount);
export const plus = (a: Money, b: Money): Money => add(a, b);
export const minus = (a: Money, b: Money): Money => subtract(a, b);
export const isLess = (a: Money, b: Money): boolean => compare(a, b) < 0;
export const isZero = (a: Money): boolean => minorUnits(a) === 0n;
export const smaller = (a: Money, b: Money): Money => (isLess(a, b) ? a : b);
export const larger = (a: Money, b: Money): Money => (isLess(a, b) ? b : a);
