import type { LineKind } from '../../model.ts';
import { monthNamed } from '../../read/month-words.ts';
import type { InvoiceLine } from '../../read/records.ts';
import { MOST_LETTERS } from './texts.ts';

const TAX = '(?:sales tax|tax|vat|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|gst|hst|btw)';
const RATE = String.raw`\d+(?:[.,]\d+)?\s*%`;
/** A line that is nothing but a tax and its rate: `USt. 19 %`, `VAT (20%)`, `zzgl. 19 % MwSt.`. */
const TAX_LINE = new RegExp(
  String.raw`^(?:plus |zzgl\.? |\+ ?)?(?:${TAX}\.?:?\s*[([@]?\s*(?:${RATE})?|${RATE}\s*${TAX}\.?)\s*[)\]]?$`,
  'i',
);

/** How fees are called that are for no lead, by the words of a line, which are `fee` and the like for a word that is none by itself: `Monthly fee`. */
const FEES: readonly {
  readonly kind: LineKind;
  readonly called: ReadonlySet<string>;
  readonly with?: ReadonlySet<string>;
}[] = [
  { kind: 'retainer', called: wordsOf('retainer retainers grundgebühr grundpauschale monatspauschale') },
  {
    kind: 'retainer',
    called: wordsOf('monthly management platform base monatliche mensuel mensual'),
    with: wordsOf('fee fees gebühr pauschale forfait cuota'),
  },
  { kind: 'setup', called: wordsOf('setup onboarding einrichtung einrichtungsgebühr einrichtungspauschale') },
];
/** What else such a line says, beside months and numbers. */
const BESIDE_FEES = wordsOf(
  'fee fees charge cost month monthly of for the in per a one time onetime initial flat fixed campaign program programme project service services account team sdr sow contract gebühr pauschale monat monatlich monatliche einmalig einmalige für im forfait mensuel cuota mensual de du',
);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** The fee that a line is for which says nothing else: `Monthly retainer, June 2026`, `One-time set-up fee`. */
function feeOf(description: string): LineKind | undefined {
  const words =
    description
      .slice(0, MOST_LETTERS)
      .toLowerCase()
      .replace(/\bset[- ]up\b/g, 'setup')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const fee = FEES.find(
    ({ called, with: beside }) =>
      words.some((word) => called.has(word)) && (!beside || words.some((word) => beside.has(word))),
  );
  const isFees = (word: string): boolean =>
    fee?.called.has(word) || BESIDE_FEES.has(word) || /^q?\d+$/.test(word) || monthNamed(word) !== undefined;
  return words.every(isFees) ? fee?.kind : undefined;
}

/** Whether a line says by an id what it bills. */
export const hasId = ({ meeting_id, lead_id }: InvoiceLine): boolean =>
  meeting_id !== undefined || lead_id !== undefined;

/** What a line bills: without a kind a lead, unless it names none and is a tax or a fee; where money comes back a correction of one. */
export function kindOf(line: InvoiceLine): LineKind {
  const { kind: told, amount, description = '' } = line;
  const said = hasId(line) ? undefined : TAX_LINE.test(description.trim()) ? 'tax' : feeOf(description);
  const kind = (told ?? said ?? 'lead') as LineKind;
  const isBack = amount !== undefined && Number(amount) < 0;
  return isBack && (kind === 'lead' || kind === 'replacement') ? 'adjustment' : kind;
}

/** How many leads a line asks for: as it says, else what its amount and price come to, else one. */
export function quantityOf({ quantity, amount, unit_price }: InvoiceLine): number {
  if (quantity !== undefined) return quantity;
  const [asked, price] = [Number(amount), Number(unit_price)];
  const whole = Math.round(asked / price);
  return price > 0 && Math.abs(whole * price - asked) < 1e-9 ? whole : 1;
}

/** How many leads a line bills or gives back: whole ones, at least one. */
export const billedBy = (line: InvoiceLine): number => Math.max(1, Math.floor(Math.abs(quantityOf(line))));
