import { isCurrency } from '../sow/currency.ts';

/** What stands before the decimals of a number. */
export type Decimals = 'point' | 'comma';

const SPACE = String.raw`[ \u00a0\u202f'’]`;
const SHAPES: Readonly<Record<Decimals, RegExp>> = {
  point: new RegExp(String.raw`^-?(\d+|\d{1,3}(,\d{2,3})*,\d{3}|\d{1,3}(${SPACE}\d{3})+)(\.\d+)?$`),
  comma: new RegExp(String.raw`^-?(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(${SPACE}\d{3})+)(,\d+)?$`),
};
/** From the first digit of a text to its last. */
const DIGITS = /\d([\d.,'’\s\u00a0\u202f]*\d)?/;

/** Digits with a point before decimals; undefined where the text is no number written so. */
export function plainNumber(text: string, decimals: Decimals): string | undefined {
  const bare = text.trim();
  if (!SHAPES[decimals].test(bare)) return undefined;
  const joined = bare.replace(/[ \u00a0\u202f'’]/g, '');
  return decimals === 'point' ? joined.replaceAll(',', '') : joined.replaceAll('.', '').replace(',', '.');
}

/**
 * Decides from all cells of a column what stands before decimals: `1.234,50` proves a comma, `12.5` a point. Where every cell
 * can be read both ways and the two differ (`1,250`), nobody can tell.
 */
export class DecimalEvidence {
  #point = true;
  #comma = true;
  /** A cell that can be read two ways. */
  doubtful = '';
  readonly #isPossible: (plain: string) => boolean;

  /** `isPossible` knows which numbers the column can hold: an amount has no third decimal. */
  constructor(isPossible: (plain: string) => boolean = () => true) {
    this.#isPossible = isPossible;
  }

  add(text: string): void {
    const bare = DIGITS.exec(text)?.[0] ?? '';
    const [point, comma] = (['point', 'comma'] as const).map((decimals) => {
      const plain = plainNumber(bare, decimals);
      return plain !== undefined && this.#isPossible(plain) ? plain : undefined;
    });
    if (point === undefined && comma === undefined) return;
    if (point === undefined) this.#point = false;
    if (comma === undefined) this.#comma = false;
    if (point !== undefined && comma !== undefined && point !== comma) this.doubtful ||= text;
  }

  /** Some cells fit a point alone, and some a comma. */
  get isMixed(): boolean {
    return !this.#point && !this.#comma;
  }

  /** A point also where no cell has decimals or groups; undefined where the column can be read two ways. */
  decided(): Decimals | undefined {
    if (this.#point && this.#comma) return this.doubtful === '' ? 'point' : undefined;
    return this.#point ? 'point' : 'comma';
  }
}

const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'SGD', 'HKD'],
  US$: ['USD'],
  CA$: ['CAD'],
  A$: ['AUD'],
  '€': ['EUR'],
  Euro: ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  Fr: ['CHF'],
  kr: ['SEK', 'NOK', 'DKK'],
  zł: ['PLN'],
};
const CODE = '[A-Za-z]{3}';
const SIGN = String.raw`(?:US|CA|A)?[$€£¥]|Euro|Fr\.?|kr\.?|zł`;
/** `$ (250.00)` and `(250.00)` in books, `250.00-` and `250.00 CR` in statements are money that comes back. */
const MONEY = new RegExp(
  String.raw`^(?<open>\()? ?(?<minus>[-+])? ?(?<code>${CODE})? ?(?<before>${SIGN})? ?(?<inner>[-+])? ?(?<within>\()? ?(?<digits>[\d.,'’ ]*\d) ?(?<after>${SIGN}|${CODE})? ?(?<behind>-|CR|DR)? ?(?<close>\))?$`,
);
/** What books show for nothing: `$ -`. */
const NOTHING = new RegExp(`^(?<before>${SIGN}) ?-$`);
/** No amount is longer. */
const LONGEST = 60;

/** The parts of a text that is written as an amount: every blank one blank, every minus one sign, round amounts (`250,-`) without their mark. */
function partsOf(text: string): Readonly<Record<string, string | undefined>> | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text
    .trim()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/(?<=\d)[.,][-–—]{1,2}(?![\d-])/, '')
    .replace(/[−–]/g, '-');
  return MONEY.exec(bare)?.groups ?? NOTHING.exec(bare)?.groups;
}

/** The sign or code of a currency that stands by an amount, without its point. */
export function currencySign(text: string): string | undefined {
  const { code, before, after } = partsOf(text) ?? {};
  const sign = (before ?? code ?? after)?.replace(/\.$/, '');
  if (sign === undefined || !isSmall(sign)) return sign;
  return isCurrency(sign.toUpperCase()) ? sign.toUpperCase() : undefined;
}

/** Three small letters may be any word. */
const isSmall = (unit: string): boolean => /^[a-z]/.test(unit) && !Object.hasOwn(SYMBOLS, unit);

/** The currencies that a sign can mean; a code means itself. */
export const currenciesOf = (sign: string): readonly string[] =>
  (Object.hasOwn(SYMBOLS, sign) ? SYMBOLS[sign] : undefined) ?? [sign];

/** A money cell: plain decimal text, `other` when it names another currency, undefined when it is no amount. */
export function readMoney(text: string, currency: string, decimals: Decimals): string | 'other' | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const { open, minus, code, before, inner, within, digits, after, behind, close } = parts;
  for (const unit of [code, before, after]) {
    const name = unit?.replace(/\.$/, '');
    if (name === undefined || currenciesOf(name).includes(currency)) continue;
    if (!isSmall(name)) return 'other';
    if (name.toUpperCase() !== currency) return isCurrency(name.toUpperCase()) ? 'other' : undefined;
  }
  if (digits === undefined) return '0';
  if ((open ?? within) === undefined ? close !== undefined : close === undefined) return undefined;
  const signs = [open, within, minus, inner, behind].filter(Boolean);
  if (signs.length > 1) return undefined;
  const plain = plainNumber(digits, decimals);
  return plain === undefined ? undefined : `${signs.some((sign) => sign !== '+' && sign !== 'DR') ? '-' : ''}${plain}`;
}
