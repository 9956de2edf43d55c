import type { SourceName } from '../../model.ts';

/** The cells of a row by folded header. */
type Cells = (header: string) => string;

/** A named reader: what one system's export looks like. */
export interface Preset {
  readonly title: string;
  readonly sources: readonly SourceName[];
  /** Canonical name: headers, folded. Tried before the aliases of the source table. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Raw value: canonical value, by field. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Cells that follow from several columns. */
  readonly derive?: (cell: Cells) => Readonly<Record<string, string>>;
  /** Where the rows are, in a file of several sections: the header's first cells, folded; rows end at a blank line. */
  readonly section?: readonly string[];
  /** Cells that every row takes from the lines before the header: canonical name: label, folded. */
  readonly preamble?: Readonly<Record<string, readonly string[]>>;
  /** What "no value" looks like, beside an empty cell. */
  readonly sentinels?: readonly string[];
  /** What a user must know. */
  readonly traps: readonly string[];
}

export const definePreset = (preset: Preset): Preset => preset;
