import { type Cell, type CellStyle, type CellValue, rangeRef, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { forWorkbook } from './escape.ts';
import type { ColumnKind, FlatTable, Cell as RowValue } from './flat-table.ts';
import type { DocumentKind } from './renderers.ts';

/** A workbook, a sheet a table: typed cells, a header that stays, filters. Text is text, whatever it looks like. */
export async function renderXlsx<D>(doc: D, kind: DocumentKind<D>): Promise<Uint8Array> {
  const sheets = Object.entries(await kind.sheets()).map(([name, table]) => sheetOf(name, table, doc));
  // The library would write the time of day.
  return writeXlsx({
    sheets,
    defaultFont: FONT,
    properties: { creator: 'leadaudit', created: EPOCH, modified: EPOCH },
  });
}

const EPOCH = new Date(0);
/** What Excel has, the header among them. */
const MOST_ROWS = 1_048_576;
const WIDEST = 60;
/** Rows that say how wide a column is. */
const SAMPLE = 1_000;

const FORMATS: Readonly<Record<Exclude<ColumnKind, 'money'>, string | undefined>> = {
  text: '@',
  number: undefined,
  day: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm:ss',
};

/** Money with as many decimals as its currency has: none of yen, three of dinars. */
function moneyFormat(decimals: number): string {
  const digits = decimals ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
  return `${digits};[Red]-${digits}`;
}

const decimalsOf = (amount: RowValue): number => String(amount ?? '').split('.')[1]?.length ?? 0;
const FONT = { name: 'Calibri', size: 11 };
const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EDF2' } },
  border: { bottom: { style: 'thin', color: { rgb: '3F5674' } } },
  alignment: { vertical: 'center', horizontal: 'left', indent: 1 },
};

function sheetOf<D>(name: string, { columns, rows }: FlatTable<D>, doc: D): WriteSheet {
  const all = rows(doc);
  const fit = all.length < MOST_ROWS ? all : all.slice(0, MOST_ROWS - 2);
  const hidden = all.length - fit.length;
  const kinds = columns.map(({ kind }) => kind);
  const cells = fit.map((row) => row.map((value, i) => cellOf(value, kinds[i] ?? 'text')));
  const decimals = kinds.map((kind, i) =>
    kind === 'money' ? fit.reduce((most, row) => Math.max(most, decimalsOf(row[i] ?? null)), 0) : 0,
  );
  if (hidden) cells.push([`... and ${hidden} more: --format csv`]);
  const width = (column: number): number =>
    Math.max(
      ...cells.slice(0, SAMPLE).map((row) => shownLength(row[column] ?? null)),
      columns[column]?.name.length ?? 0,
    );
  return {
    name,
    columns: columns.map(({ kind }, i) => {
      const numFmt = kind === 'money' ? moneyFormat(decimals[i] ?? 0) : FORMATS[kind];
      return {
        width: Math.min(WIDEST, Math.max(8, width(i) + 4)),
        style: {
          ...(numFmt === undefined ? {} : { numFmt }),
          ...(kind === 'text' ? { alignment: { horizontal: 'left', indent: 1 } } : {}),
        },
      };
    }),
    rows: [columns.map((column) => column.name), ...cells],
    cells: new Map([...exceptions(columns.length, cells), ...otherMoney(fit, kinds, decimals)]),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: rangeRef(0, 0, cells.length, columns.length - 1) },
    pageSetup: { orientation: 'landscape', printTitlesRow: '$1:$1' },
  };
}

/** Amounts of another currency than most decimals of their column are for: several SOWs stand in one sheet. */
function otherMoney(
  rows: readonly (readonly RowValue[])[],
  kinds: readonly ColumnKind[],
  decimals: readonly number[],
): Map<string, Partial<Cell>> {
  const own = new Map<string, Partial<Cell>>();
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries())
      if (kinds[column] === 'money' && value !== null && value !== '' && decimalsOf(value) !== decimals[column])
        own.set(`${row + 1},${column}`, { style: { numFmt: moneyFormat(decimalsOf(value)) } });
  return own;
}

/** A value with the type of its column; what would lose by it stays text. */
function cellOf(value: RowValue, kind: ColumnKind): CellValue {
  if (value === null || value === '') return null;
  const written = String(value);
  if (kind === 'number' || kind === 'money') return isExact(written) ? Number(written) : written;
  if (kind === 'day') return dateOf(`${written}T00:00:00`) ?? forWorkbook(written);
  // The wall clock of the contract's zone: a cell has no zone.
  if (kind === 'time') return dateOf(written.slice(0, 19)) ?? forWorkbook(written);
  return forWorkbook(written);
}

/** A sheet counts in 15 digits. */
const isExact = (decimal: string): boolean =>
  /^-?\d+(\.\d+)?$/.test(decimal) && decimal.replace(/\D/g, '').length <= 15;

/** Days before March 1900 are counted wrongly. */
function dateOf(wall: string): Date | undefined {
  const date = new Date(`${wall}Z`);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1901 ? undefined : date;
}

const shownLength = (value: CellValue): number => (value instanceof Date ? 19 : String(value ?? '').length);

/** What Excel would not take for text although it is. */
const ERRORS = /^#[A-Z0-9/_]+[!?]?$/;

/** Cells with a look or a way of writing of their own: the header, and words that the library takes for errors of a formula. */
function exceptions(columns: number, cells: readonly (readonly CellValue[])[]): Map<string, Partial<Cell>> {
  const own = new Map<string, Partial<Cell>>();
  for (let i = 0; i < columns; i++) own.set(`0,${i}`, { style: HEADER });
  for (const [row, values] of cells.entries())
    for (const [column, value] of values.entries())
      if (typeof value === 'string' && ERRORS.test(value))
        own.set(`${row + 1},${column}`, { richText: [{ text: value }] });
  return own;
}
