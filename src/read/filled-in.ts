import { parse } from 'csv-parse/sync';
import { isAmountOf } from '../sow/currency.ts';
import { type Decimals, readMoney } from './numbers.ts';

/** A row of a table of ours that somebody filled in. */
export interface FilledIn {
  readonly line: number;
  /** A cell without the sign that keeps it from being a formula: a spreadsheet shows it, and may keep it. */
  cell(name: string): string;
  /** Whether the table has a column of that name. */
  has(name: string): boolean;
}

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Reads a CSV of ours that came back, saved by any spreadsheet; or says what is wrong with the file. */
export function readFilledIn(
  text: string,
  needed: readonly string[],
): readonly FilledIn[] | { readonly reason: string } {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((delimiter) => [delimiter, header.split(delimiter).length] as const);
  const [delimiter] = counts.reduce((best, each) => (each[1] > best[1] ? each : best));
  let rows: Parsed[];
  try {
    rows = parse(text, {
      delimiter,
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as Parsed[];
  } catch (error) {
    return { reason: (error as Error).message };
  }
  const [first] = rows;
  if (!first) return { reason: 'no line' };
  const missing = needed.filter((name) => !(name in first.record));
  if (missing.length) return { reason: `no column "${missing.join('", "')}"` };
  return rows.map(({ record, info }) => ({
    line: info.lines,
    has: (name) => Object.hasOwn(record, name),
    cell: (name) => (record[name] ?? '').trim().replace(/^'/, ''),
  }));
}

const WRITTEN: readonly Decimals[] = ['point', 'comma'];

/** An amount as somebody wrote it, such as 1250.00, `1.250,00` or `100,00 €`; undefined where it is none, or could be two. */
export function amountIn(text: string, currency: string): string | undefined {
  const readings = WRITTEN.map((decimals) => readMoney(text, currency, decimals) ?? '').filter((amount) =>
    isAmountOf(currency, amount),
  );
  const [amount, ...others] = new Set(readings);
  return others.length ? undefined : amount;
}
