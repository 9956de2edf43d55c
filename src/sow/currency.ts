import * as currencies from 'dinero.js/bigint/currencies';

type Currency = (typeof currencies)['USD'];

const TABLE = currencies as unknown as Readonly<Record<string, Currency>>;

/** Whether a text is an ISO 4217 code that is known here. */
export const isCurrency = (code: string): boolean => Object.hasOwn(TABLE, code);

/** The currency of an ISO 4217 code, with the number of its decimal places; two for a code that the table lacks. */
export function currencyOf(code: string): Currency {
  return (isCurrency(code) ? TABLE[code] : undefined) ?? { code, base: 10n, exponent: 2n };
}

/** Whether a decimal text is an amount of the currency: not finer than its smallest unit, and not absurd. */
export function isAmountOf(code: string, text: string): boolean {
  const m = /^-?(\d{1,12})(?:\.(\d+))?$/.exec(text);
  return m !== null && (m[2] ?? '').replace(/0+$/, '').length <= Number(currencyOf(code).exponent);
}
