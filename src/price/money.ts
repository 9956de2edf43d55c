import { calculator, down, halfAwayFromZero, halfEven, up } from 'dinero.js/bigint';
import { withCommas } from '../problems/sentence.ts';
import { currencyOf } from '../sow/currency.ts';
import { type Decimal, parseDecimal } from '../sow/decimal.ts';

/** An exact amount in the SOW's currency: whole minor units, and how many digits of them stand behind the point. */
export interface Money {
  readonly minor: bigint;
  readonly digits: number;
}
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
  const digits = Number(currencyOf(code).exponent);
  const minor = (amount: bigint): Money => ({ minor: amount, digits });
  const zero = minor(0n);
  /** `amount / 10^scale`, rounded; the library has no division, its roundings divide. */
  const rounded = (amount: bigint, scale: number): Money =>
    minor(
      scale > digits
        ? DIVIDE[rounding](amount, 10n ** BigInt(scale - digits), calculator)
        : amount * 10n ** BigInt(digits - scale),
    );
  /** A price of the SOW is one amount, however many units have it. */
  const known = new WeakMap<Decimal, Money>();
  const of = (decimal: Decimal): Money => {
    const made = known.get(decimal) ?? rounded(BigInt(decimal.amount), decimal.scale);
    known.set(decimal, made);
    return made;
  };
  return {
    code,
    zero,
    of,
    parse(text) {
      const decimal = parseDecimal(text);
      if (!decimal) return undefined;
      const finer = Math.max(0, decimal.scale - digits);
      return decimal.amount % 10 ** finer === 0 ? of(decimal) : undefined;
    },
    times: (amount, factor) => rounded(amount.minor * BigInt(factor.amount), digits + factor.scale),
    ratio: (amount, part, whole) => minor(DIVIDE[rounding](amount.minor * BigInt(part), BigInt(whole), calculator)),
    sum(amounts) {
      let total = 0n;
      for (const amount of amounts) total += amount.minor;
      return minor(total);
    },
    part(amount, { of: parts, taken, isLast }) {
      const whole = amount.minor;
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

export const minorUnits = (amount: Money): bigint => amount.minor;
/** As a decimal text with the currency's digits: `350.00`. */
export function toText({ minor, digits }: Money): string {
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${minor < 0n ? '-' : ''}${text.slice(0, point)}${digits ? `.${text.slice(point)}` : ''}`;
}
/** An amount as a sentence shows it. */
export const shownText = (money: Money): string => withCommas(toText(money));
export const plus = (a: Money, b: Money): Money => ({ minor: a.minor + b.minor, digits: a.digits });
export const minus = (a: Money, b: Money): Money => ({ minor: a.minor - b.minor, digits: a.digits });
export const isLess = (a: Money, b: Money): boolean => a.minor < b.minor;
export const isZero = (a: Money): boolean => a.minor === 0n;
export const smaller = (a: Money, b: Money): Money => (isLess(a, b) ? a : b);
export const larger = (a: Money, b: Money): Money => (isLess(a, b) ? b : a);
