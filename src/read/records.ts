import { type RowRef, SOURCE_NAMES, type SourceName } from '../model.ts';
import type { Problem } from '../problems/problem.ts';
import type { Field, KindValues } from './field.ts';
import type { SOURCES } from './source-table.ts';

type ValueOf<F> = F extends Field<infer K> ? KindValues[K] : never;

/** One row of a source, typed by the source table. A field is absent where the cell was empty. */
export type RecordOf<S extends SourceName> = {
  readonly [F in keyof (typeof SOURCES)[S]]?: ValueOf<(typeof SOURCES)[S][F]> | undefined;
} & {
  readonly row: RowRef;
  /** The cells as they stood in the file, by canonical name. */
  readonly raw: Readonly<Record<string, string>>;
  /** Named answers (`answers.*`), for meetings. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  /** Index of the file in the order in which drops came. */
  readonly drop: number;
  /** Where the cells stand that this row leaves out and others of the same id say, by canonical name. */
  readonly filledFrom?: Readonly<Record<string, RowRef>> | undefined;
};

export type Meeting = RecordOf<'meetings'>;
export type Call = RecordOf<'calls'>;
/** Whether a call with that direction is a dial. A calling vendor's log without a direction is a log of outbound calls. */
export const isOutbound = (direction: string | undefined): boolean =>
  direction === undefined || direction === 'outbound';
export type InvoiceLine = RecordOf<'invoice'>;
export type Attendance = RecordOf<'attendance'>;
export type CrmMeeting = RecordOf<'crm'>;
export type CalendarEvent = RecordOf<'calendar'>;
export type Recording = RecordOf<'recordings'>;
export type Decision = RecordOf<'decisions'>;
export type ListEntry = RecordOf<'customers'>;
export type ReportedMetric = RecordOf<'reported_metrics'>;
export type Opportunity = RecordOf<'opportunities'>;
export type Inbound = RecordOf<'inbound'>;
export type Handover = RecordOf<'handovers'>;

/** One file as it was read. */
export interface InputFile {
  readonly source: SourceName;
  readonly file: string;
  readonly sha256: string;
  /** Records of the file, those set aside and left out included. */
  readonly rows: number;
  readonly quarantined: number;
  /** Rows that are no records of this source, by the preset, or that a newer version replaces: told, and counted. */
  readonly leftOut: number;
  /** When it came, as the rules say (arrival is not a fact of the audit, it is of its deadlines). */
  readonly received?: number | undefined;
  /** Canonical fields that have a column. */
  readonly columns: readonly string[];
  /** The header of each as the file names it, in the order of the file. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The file shows where it ends; any other, cut behind a row, looks whole. */
  readonly hasEnd: boolean;
  /** Headers that nothing was read from. */
  readonly unread: readonly string[];
}

/** The sources that are month-sized and held. */
export const HELD_SOURCES = SOURCE_NAMES.filter((name): name is Exclude<SourceName, 'calls'> => name !== 'calls');
export type HeldSource = (typeof HELD_SOURCES)[number];
export type Held = { readonly [S in HeldSource]: readonly RecordOf<S>[] };

/** What a large source tells of itself: whole when its rows have passed. */
export interface Passed {
  readonly files: readonly InputFile[];
  readonly problems: readonly Problem[];
}

/** A source that streams past once an audit, in batches, and is never held. */
interface Stream<R> {
  batches(): AsyncIterable<readonly R[]>;
  /** Of the last time that the batches passed. */
  passed(): Passed;
}

/** Everything the audit is given. */
export interface Records extends Held {
  readonly files: readonly InputFile[];
  readonly calls: Stream<Call>;
}
