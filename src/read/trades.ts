import { type Kind, kindOf } from './kinds.ts';

/** Two columns whose cells stand the other way round in single rows. */
interface Trade {
  /** It holds values of a kind, and in those rows a text. */
  readonly column: number;
  readonly other: number;
  readonly kind: Kind;
}

interface Trades {
  /** The column of values that holds a text in a row. */
  in(cells: readonly string[]): number | undefined;
  /** Whether a column is one that holds texts in single rows. */
  has(column: number): boolean;
}

/** How many values, bare numbers and texts show what the two hold elsewhere: few, as each of the two bears the other out. */
const VALUES = 4;
const NUMBERS = 6;
const TEXTS = 3;

/**
 * Learns from the kinds of the cells, column by column, where single rows hold cells of two columns the other way round: a
 * column of values has texts in just those rows in which a column of texts has such values.
 */
export function learnTrades(kinds: readonly (readonly Kind[])[]): Trades {
  const counts = kinds.map(countsOf);
  const trades = counts.flatMap((here, column) =>
    [...here].flatMap(([kind, values]): Trade[] => {
      const texts = here.get('text') ?? 0;
      const isKnown = kind !== 'none' && values > texts && values >= (kind === 'number' ? NUMBERS : VALUES);
      if (!isKnown || texts === 0) return [];
      return counts.flatMap((there, other) => {
        const isLike = there.get(kind) === texts && (there.get('text') ?? 0) >= TEXTS;
        return isLike && isTrade(kinds[column] ?? [], kinds[other] ?? [], kind) ? [{ column, other, kind }] : [];
      });
    }),
  );
  const kindIn = (cells: readonly string[], column: number): Kind => kindOf(cells[column]?.trim() ?? '');
  return {
    in: (cells) =>
      trades.find(({ column, other, kind }) => kindIn(cells, column) === 'text' && kindIn(cells, other) === kind)
        ?.column,
    has: (column) => trades.some((trade) => trade.column === column),
  };
}

const isTrade = (column: readonly Kind[], other: readonly Kind[], kind: Kind): boolean =>
  column.every((here, row) => (here === 'text') === (other[row] === kind));

function countsOf(kinds: readonly Kind[]): Map<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
