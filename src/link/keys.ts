import { parseCompany } from './identity/companies.ts';
import { parseName } from './identity/person-name.ts';

/** The person of a row and the account they belong to, as keys that can be compared for equality. */
export interface Contact {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly name: string | undefined;
  readonly company: string | undefined;
  /** Registrable domain of the account; never a free-mail host. */
  readonly domain: string | undefined;
}

/** A person's name for comparison: accents, case, titles and remarks in brackets dropped, `Last, First` turned round; undefined where no word is left. */
export const nameKey = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : parseName(name)?.words.join(' ');

/** A company's name for comparison: accents, case, punctuation and legal forms dropped, short forms written out; undefined where it names none ("n/a"). */
export const companyKey = (company: string | undefined): string | undefined =>
  company === undefined ? undefined : parseCompany(company)?.key;

/** Natural order: digits compare as numbers and come before letters, so M-9 comes before M-10. */
export function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [endA, endB] = [pieceEnd(a, i), pieceEnd(b, j)];
    const [isNumberA, isNumberB] = [isDigit(a, i), isDigit(b, j)];
    if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
    const order = (isNumberA ? compareDigits : compareTexts)(a.slice(i, endA), b.slice(j, endB));
    if (order !== 0) return order;
    [i, j] = [endA, endB];
  }
  return Number(i < a.length) - Number(j < b.length) || compareTexts(a, b);
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** Where the digits, or what is no digit, end that begin at a place. */
function pieceEnd(text: string, from: number): number {
  const isNumber = isDigit(text, from);
  let end = from + 1;
  while (end < text.length && isDigit(text, end) === isNumber) end++;
  return end;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By value, of any length: `007` is 7. */
function compareDigits(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || compareTexts(x, y);
}
