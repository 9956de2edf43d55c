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

/** Natural order: digits compare as numbers and come before letters, so M-9 comes before M-10. Nothing is cut out of the texts: months are sorted by it. */
export function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  let [i, j] = [0, 0];
  for (;;) {
    const [beginA, beginB] = [i, j];
    while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
      i++;
      j++;
    }
    // Back to where the number begins in which they part.
    while (i > beginA && j > beginB && isDigit(a, i - 1)) {
      i--;
      j--;
    }
    if (i === a.length || j === b.length) break;
    const [isNumberA, isNumberB] = [isDigit(a, i), isDigit(b, j)];
    if (!isNumberA && !isNumberB) return a.charCodeAt(i) - b.charCodeAt(j);
    if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
    const [endA, endB] = [endOfDigits(a, i), endOfDigits(b, j)];
    const order = compareDigits(a, b, i, j, endA, endB);
    if (order !== 0) return order;
    [i, j] = [endA, endB];
  }
  return Number(i < a.length) - Number(j < b.length) || compareTexts(a, b);
}

const [ZERO, NINE] = [48, 57];
const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
};

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text, end)) end++;
  return end;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By value, of any length: `007` is 7. */
function compareDigits(a: string, b: string, beginA: number, beginB: number, endA: number, endB: number): number {
  let [i, j] = [beginA, beginB];
  while (i < endA && a.charCodeAt(i) === ZERO) i++;
  while (j < endB && b.charCodeAt(j) === ZERO) j++;
  let order = endA - i - (endB - j);
  while (order === 0 && i < endA) order = a.charCodeAt(i++) - b.charCodeAt(j++);
  return order;
}
