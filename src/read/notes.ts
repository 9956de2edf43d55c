import { WHOLE_MONTHS } from './month-words.ts';

/** What a line of totals begins with, in the languages in which invoices and reports come. */
const TOTALS = [
  ...[
    '(grand |invoice |net |gross |sub-?|sub |sous-?|sous )?(total|totals|totale|totaal)',
    'sum|suma|somme|eindtotaal',
  ],
  '(amount|balance) due',
  ...['gesamt(summe|betrag|ergebnis|preis)?', '(zwischen|end|netto|brutto|rechnungs)?summe'],
  ...['(end|netto|brutto|rechnungs)betrag', '(montant|importe|importo) totale?', 'net (a|à) payer'],
];
const TOTAL = new RegExp(`^(${TOTALS.join('|')})\\b`, 'i');
const NOTE =
  /^[-*=#\s]*((generated|exported|printed|created|report) (by|on|at)\b|copyright\b|©|confidential\b|end of (report|file)\b)/i;
const ANYWHERE =
  /\b(grand total|totals?|records?\)|confidential|vertraulich|confidentiel|confidencial|copyright|all rights reserved|alle rechte vorbehalten|rows? (returned|exported|selected|affected))/i;

/** What a part of a table is called, or its total: `Week 1 (June 1 - 5)`, `KW 23`, `Semaine 24 - total`, `June 2026`. */
const PART = new RegExp(
  `^[-*=#\\s]*(${[
    '(week|wk|month|woche|kalenderwoche|kw|monat|semaine|mois|semana|mes)\\b(?=.*\\d)',
    'w\\/[bce]\\b(?=.*\\d)',
    `(${WHOLE_MONTHS.join('|')})\\b[ ,.-]*(\\d{4}|totals?)(\\W+totals?)?\\W*$`,
  ].join('|')})`,
  'i',
);

const OF_A_PART = /totals?\b|summe\b|totale\b/i;

/** A number of rows, before the word or behind it; a day is none. */
const COUNTS = [
  /(?<![-/:.\d])(\d[\d,.']*)\s+(?:rows?|records?)\b/i,
  /\b(?:rows?|records?)(?:\s*[:=(]\s*|\s+)(\d[\d,.']*)\b(?![-/:.]\d)/i,
];

/** How many rows a note says that a file has; undefined where it speaks of none. */
export function rowsSaidIn(note: string): number | undefined {
  const said = COUNTS.map((pattern) => pattern.exec(note)?.[1]).find(Boolean);
  return said === undefined ? undefined : Number(said.replace(/\D/g, ''));
}

const SCRIPT = /\b(notice|warning|deprecated|fatal error)(<\/b>)?: .+ in \S+\.\w+/i;

/** The cell into which the script that made an export spoke: it speaks between rows, so into the first or the last. */
export const scriptMessageIn = (cells: readonly string[]): number | undefined =>
  [0, cells.length - 1].find((column) => SCRIPT.test(cells[column] ?? ''));

const OTHER_QUOTE = /^\s*[“„«']/;

/** The cell that opens a quote of another kind which a later one closes: the delimiter stood within the quotes. */
export function partedQuoteIn(cells: readonly string[]): number | undefined {
  const at = cells.findIndex((cell) => OTHER_QUOTE.test(cell) && !/[”“»']\s*$/.test(cell));
  return at >= 0 && cells.slice(at + 1).some((cell) => /^[^“„«']*[”“»']\s*$/.test(cell)) ? at : undefined;
}

/** Any of these: one look takes half as long as five. */
const SPEECH = new RegExp(
  [NOTE, TOTAL, PART, ANYWHERE, SCRIPT, OTHER_QUOTE].map(({ source }) => `(?:${source})`).join('|'),
  'i',
);
/** What all of them have: a word, a sign or a quote. */
const WORD_OR_SIGN = /[a-z]{2}|[/©“„«']/i;

/** Whether a trimmed cell may make a note of its row, or is spoken into by a script, or opens a quote of another kind. */
export const maySpeak = (cell: string): boolean => WORD_OR_SIGN.test(cell) && SPEECH.test(cell);

/** An address or a domain: nothing that is summed up has one. */
const ADDRESS = /^([^\s@]+@)?([a-z0-9-]+\.)+[a-z]{2,}$/i;

/**
 * The text of a line of totals or of a note, as exports end with, or of the title of a part; undefined for a row. Half of the cells of such a line are empty, and
 * of a title as good as all of `columns`. In a summary of figures a line of totals is a row.
 */
export function noteOf(cells: readonly string[], isSummary = false, columns = cells.length): string | undefined {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const [first = ''] = filled;
  if (NOTE.test(first)) return filled.join(' ');
  const isSparse = filled.length <= Math.max(2, cells.length / 2);
  const isNamed = filled.slice(1).some((cell) => ADDRESS.test(cell));
  if (!isSummary && isSparse && !isNamed && TOTAL.test(first) && filled.length < cells.length) return filled.join(' ');
  // `Week 1` beside an amount is a line of an invoice; its total is none.
  const isPart = filled.length === 1 || (filled.length <= columns / 3 && OF_A_PART.test(first));
  if (!isSummary && !isNamed && isPart && columns > 3 && PART.test(first)) return filled.join(' ');
  return filled.length === 1 && ANYWHERE.test(first) ? first : undefined;
}
