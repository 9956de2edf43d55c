import type { SourceName } from '../../model.ts';
import type { DateOrder } from '../instant.ts';

/** A cell of a row by its header, folded (`foldHeader`), trimmed; empty where there is none or it says "no value". */
export type CellOf = (header: string) => string;
/** The texts of canonical fields. */
export type Texts = Readonly<Record<string, string>>;

/** One shape in which a system writes its table. */
export interface Layout {
  /** What a person would call it: "since 2022", "detailed", "API". */
  readonly name: string;
  /** Headers, folded, by which the layout is told: all stand in one line of the file (or in the first records of a JSON file). */
  readonly header: readonly string[];
  /** The rows stand in a section under this title, and end at a blank line or at the next section's title. */
  readonly section?: RegExp;
  /** Names of the columns by position, where the file has no header or a localised one. */
  readonly names?: readonly string[];
  /** The file has no header line: `names` are the headers, of a table with one of these numbers of columns. */
  readonly headerless?: readonly number[];
  /** Canonical field: label (folded) of a line before the header, whose value stands right of it; every row takes it. */
  readonly before?: Readonly<Record<string, readonly string[]>>;
  /** The same where labels stand in one line and their values in the line under it. */
  readonly above?: Readonly<Record<string, readonly string[]>>;
  /**
   * JSON: the path of the lists whose members are the rows, such as `attendanceRecords.attendanceIntervals`. A row has the
   * scalars of every level it lies in, by their dotted path. Default: the outer list, or the only list of records in it.
   */
  readonly rows?: string;
}

/** A named reader: what one system's export looks like, and how its words are understood. */
export interface Preset {
  readonly title: string;
  readonly sources: readonly SourceName[];
  /** How we know: a file seen word for word, or the maker's documentation. */
  readonly known: 'seen' | 'documented';
  /** The first that fits the file is read; none is the right thing for a table known by its columns alone. */
  readonly layouts?: readonly Layout[];
  /** Canonical field: headers, folded, best first. Tried before the aliases of the source table. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Field: raw value: canonical value. A word whose side is not said stays without a side. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Fields that follow from several columns. */
  readonly derives?: readonly string[];
  /** Their texts; several where one row of the file tells of several slots (a move inside a row). An empty text is no value. */
  readonly derive?: (cell: CellOf) => Texts | readonly Texts[];
  /** What stands in a needed cell that is empty. */
  readonly fills?: Texts;
  /** Rows made from several rows, such as joins paired with leaves; each with the index of the row that it stands on. */
  readonly reshape?: (rows: readonly CellOf[]) => readonly { readonly row: number; readonly texts: Texts }[];
  /** Of rows with the same value in column `of`, only the one with the highest in `by` is read (a record sent again); the others are told. */
  readonly latest?: { readonly of: string; readonly by: string };
  /** The zone that the maker documents for timestamps without offset. Where users choose, there is none, and rules must name it. */
  readonly zone?: 'UTC';
  /** The order of dates, where the maker fixes it. */
  readonly dates?: DateOrder;
  /** What "no value" looks like, beside an empty cell. */
  readonly sentinels?: readonly string[];
  /** Seconds that a bare number of these fields is, where it is not the source's own unit. */
  readonly units?: Readonly<Record<string, number>>;
  /** How a reschedule shows in this export, in one sentence. */
  readonly reschedules?: string;
  /** What a user must know. */
  readonly traps: readonly string[];
}

export const definePreset = (preset: Preset): Preset => preset;
