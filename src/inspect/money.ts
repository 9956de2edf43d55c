import { currenciesOf, currencySign } from '../read/numbers.ts';
import { isCurrency } from '../sow/currency.ts';

/** What a column says of the currency of its amounts. */
export interface MoneyFacts {
  readonly header: string;
  /** From 1. */
  readonly column: number;
  /** Cells with an amount, or in a column of currencies with a code. */
  readonly cells: number;
  /** Signs and codes as they are written, with the cells that have them; the name of the column counts as none. */
  readonly written: readonly { readonly sign: string; readonly cells: number }[];
  /** Every currency that all of them can mean: none where nothing is written, or where two do not go together. */
  readonly currencies: readonly string[];
}

interface SurveyedColumn {
  readonly header: string;
  readonly column: number;
  readonly isMoney: boolean;
  /** How often each text stands in it. */
  readonly values: ReadonlyMap<string, number>;
}

/** The currencies of a file, by its columns of amounts, and by columns that hold nothing but codes of currencies. */
export function moneyIn(columns: readonly SurveyedColumn[]): MoneyFacts[] {
  return columns.flatMap(({ header, column, isMoney, values }) => {
    const cells = [...values.values()].reduce((sum, n) => sum + n, 0);
    const isCodes =
      !isMoney &&
      cells > 0 &&
      OF_CODES.test(header) &&
      [...values.keys()].every((code) => isCurrency(code.toUpperCase()));
    if (!isMoney && !isCodes) return [];
    const signs = new Map<string, number>(signsIn(header).map((sign) => [sign, 0]));
    for (const [text, n] of values) {
      const sign = isCodes ? text.toUpperCase() : currencySign(text);
      if (sign !== undefined) signs.set(sign, (signs.get(sign) ?? 0) + n);
    }
    const written = [...signs].map(([sign, n]) => ({ sign, cells: n }));
    return [{ header, column, cells, written, currencies: allCanMean(written.map(({ sign }) => sign)) }];
  });
}

/** The one currency, or the currencies, that a whole file can be in. */
export const currenciesIn = (facts: readonly MoneyFacts[]): readonly string[] =>
  allCanMean(facts.flatMap(({ written }) => written.map(({ sign }) => sign)));

/** Words such as ALL and TOP are codes too: one counts in brackets, or behind the words of a name. */
const IN_HEADER = /[€£¥]|(?<=[([])[A-Z]{3}(?=[)\]])|(?<=[a-z][ _])[A-Z]{3}$/g;
const signsIn = (header: string): string[] =>
  (header.match(IN_HEADER) ?? []).filter((sign) => currenciesOf(sign).every(isCurrency));
const OF_CODES = /curr|ccy|währ|waehr|devis|moned|moeda|valut|walut/i;

function allCanMean([first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  return currenciesOf(first).filter((code) => others.every((sign) => currenciesOf(sign).includes(code)));
}
