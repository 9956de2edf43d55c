import { OrderEvidence } from '../read/instant.ts';
import { DecimalEvidence } from '../read/numbers.ts';
import type { TableRow } from '../read/table.ts';

/** What stands in a column. */
export interface ColumnFacts {
  readonly header: string;
  /** From 1. */
  readonly column: number;
  /** The canonical field that it is read as; null for a column that is not read. */
  readonly field: string | null;
  /** Rows with something in the cell. */
  readonly filled: number;
  readonly distinct: number;
  /** Whether there are more distinct values than were counted. */
  readonly isMore: boolean;
  /** The most frequent values, or the first where all differ. */
  readonly samples: readonly string[];
  /** Of a column of numeric dates: their order, and the cell that proves it. */
  readonly dates: {
    readonly order: 'mdy' | 'dmy' | 'ambiguous' | 'mixed';
    readonly proof: string;
    readonly line: number;
  } | null;
}

const COUNTED = 10_000;
const SAMPLES = 3;

/** Counts what stands in the columns of a file while its rows pass. */
export class ColumnSurvey {
  readonly #header: readonly string[];
  readonly #columns: {
    filled: number;
    values: Map<string, number>;
    isMore: boolean;
    order: OrderEvidence;
    decimals: DecimalEvidence;
    lines: Map<string, number>;
  }[];
  #rows = 0;

  constructor(header: readonly string[]) {
    this.#header = header;
    this.#columns = header.map(() => ({
      filled: 0,
      values: new Map(),
      isMore: false,
      order: new OrderEvidence(),
      decimals: new DecimalEvidence(),
      lines: new Map(),
    }));
  }

  add(rows: readonly TableRow[]): void {
    this.#rows += rows.length;
    for (const row of rows) {
      for (const [i, column] of this.#columns.entries()) {
        const text = (row.cells[i] ?? '').trim();
        if (text === '') continue;
        column.filled++;
        const count = column.values.get(text);
        if (count !== undefined) column.values.set(text, count + 1);
        else if (column.values.size < COUNTED) {
          column.values.set(text, 1);
          column.order.add(text);
          for (const proof of [column.order.monthFirst, column.order.dayFirst, column.order.doubtful])
            if (proof === text && !column.lines.has(text)) column.lines.set(text, row.line);
        } else column.isMore = true;
      }
    }
  }

  get rows(): number {
    return this.#rows;
  }

  facts(fields: Iterable<readonly [field: string, column: number]>): ColumnFacts[] {
    const fieldAt = new Map([...fields].map(([field, at]) => [at, field]));
    return this.#columns.map((column, i): ColumnFacts => {
      const values = [...column.values];
      const frequent = values.some(([, n]) => n > 1) ? [...values].sort((a, b) => b[1] - a[1]) : values;
      return {
        header: this.#header[i] ?? '',
        column: i + 1,
        field: fieldAt.get(i) ?? null,
        filled: column.filled,
        distinct: column.values.size,
        isMore: column.isMore,
        samples: frequent.slice(0, SAMPLES).map(([text]) => text),
        dates: datesOf(column.order, column.lines),
      };
    });
  }

  /** How often each value stands in a column. */
  valuesAt(column: number): ReadonlyMap<string, number> {
    return this.#columns[column]?.values ?? new Map();
  }
}

/** The order that columns of a file prove, where they prove one: a file is mostly written in one. */
export function provedOrder(columns: readonly Pick<ColumnFacts, 'dates'>[]): 'mdy' | 'dmy' | undefined {
  const orders = columns.flatMap(({ dates }) =>
    dates?.order === 'mdy' || dates?.order === 'dmy' ? [dates.order] : [],
  );
  const [order, ...others] = new Set(orders);
  return others.length ? undefined : order;
}

function datesOf(evidence: OrderEvidence, lines: ReadonlyMap<string, number>): ColumnFacts['dates'] {
  const order = evidence.order();
  if (order === 'iso') return null;
  const told = evidence.isMixed ? 'mixed' : order === 'mdy' || order === 'dmy' ? order : 'ambiguous';
  const proof =
    (order === 'mdy' ? evidence.monthFirst : order === 'dmy' ? evidence.dayFirst : evidence.doubtful) ??
    evidence.doubtful;
  return { order: told, proof, line: lines.get(proof) ?? 0 };
}
