import { type Found, found } from '../judge/rule.ts';
import { type Money, minus, type Purse, toText } from '../price/money.ts';
import { plainNumber } from '../read/numbers.ts';
import type { AuditParts } from './parts.ts';

/** Words for a total, in a footer or above a header. */
const TOTAL = /total|\bsum\b|summe|gesamt|suma|somme|\bdue\b|montant|importe|betrag|合計/iu;
const NUMBER = /-?\d(?:[\d.,'\u00a0\u202f]*\d)?/gu;

/** Invoices that state a total beside their lines which is not what these come to. */
export function ofControlTotals({ records, inputProblems, purse, sow }: AuditParts): Found[] {
  return records.files.flatMap(({ file, source }) => {
    const rows = source === 'invoice' ? records.invoice.filter(({ row }) => row.file === file) : [];
    const amounts = rows.flatMap(({ amount }) => (amount === undefined ? [] : (purse.parse(amount) ?? [])));
    // Lines without an amount ask for our price: nobody knows what the file takes for it.
    if (!rows.length || amounts.length < rows.length) return [];
    const sum = purse.sum(amounts);
    const { tax } = sow.fees;
    const gross = tax ? purse.sum([sum, purse.times(sum, tax.rate)]) : sum;
    const notes = inputProblems.filter(({ code, place }) => place.file === file && NOTES.has(code));
    const lines = notes.flatMap(({ args, place }) =>
      String(args.text)
        .split('\n')
        .map((text) => ({ line: place.line ?? 1, text, figures: figuresIn(text, purse) })),
    );
    const figures = lines.flatMap((line) => line.figures);
    // What is added to the lines, such as tax, or taken off may be stated too.
    const parts = [purse.zero, ...figures];
    const isSum = ({ minor }: Money): boolean =>
      minor === gross.minor ||
      parts.some((part) => minor - part.minor === sum.minor || minor + part.minor === sum.minor);
    // Below the dearest line a figure counts rows.
    const most = amounts.reduce((top, { minor }) => (minor > top ? minor : top), 0n);
    const stated = lines
      .filter(({ text }) => TOTAL.test(text))
      .flatMap(({ line, figures: own }) => own.filter(({ minor }) => minor >= most).map((total) => ({ line, total })));
    const [first] = stated;
    if (!first || figures.some(isSum)) return [];
    const args = {
      file,
      total: toText(first.total),
      rows: rows.length,
      sum: toText(sum),
      off: toText(minus(first.total, sum)),
    };
    return [found('control_total', args, [{ source, file, line: first.line }])];
  });
}

/** Lines of a file that are no rows. */
const NOTES: ReadonlySet<string> = new Set(['footer', 'preamble']);

/** The amounts that a line may state: with a decimal point, and with a decimal comma. */
const figuresIn = (text: string, purse: Purse): Money[] =>
  [...text.matchAll(NUMBER)].flatMap(([number]) =>
    (['point', 'comma'] as const).flatMap((decimals) => {
      const plain = plainNumber(number, decimals);
      return plain === undefined ? [] : (purse.parse(plain) ?? []);
    }),
  );
