import type { LineKind } from '../model.ts';
import { monthNamed } from './month-words.ts';

const TAX = '(?:sales tax|tax|vat|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva|[csi]?gst|utgst|[hpq]st|btw)';
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
  {
    kind: 'hours',
    called: wordsOf('hours hour hrs stunden agentenstunden telefonstunden arbeitsstunden heures horas'),
  },
  { kind: 'setup', called: wordsOf('setup onboarding einrichtung einrichtungsgebühr einrichtungspauschale') },
];
/** What else such a line says, beside months and numbers. */
const BESIDE_FEES = wordsOf(
  'agent agents calling dialing dialling calls worked billable productive fee fees charge cost month monthly of for the in per a one time onetime initial flat fixed campaign program programme project service services account team sdr sow contract gebühr pauschale monat monatlich monatliche einmalig einmalige für im forfait mensuel cuota mensual de du',
);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** What is longer is no name of a fee. */
const LOOKED_AT = 500;

/** The fee that a line is for which says nothing else: `Monthly retainer, June 2026`, `One-time set-up fee`. */
function feeOf(description: string): LineKind | undefined {
  const words =
    description
      .slice(0, LOOKED_AT)
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

/** What a line bills that names no lead and says nothing but a tax or a fee. */
export const kindInWords = (description: string): LineKind | undefined =>
  TAX_LINE.test(description.trim()) ? 'tax' : feeOf(description);
