import type { Tone } from '../answer.ts';

/**
 * A report for reading: what it says and in which order, not how it looks. Markdown and HTML show the same one. All text in it is foreign until a
 * renderer escapes it.
 */
export interface Outline {
  /** What the page is called where titles are listed. */
  readonly title: string;
  /** One part, or one a report. */
  readonly reports: readonly Report[];
}

export interface Report {
  readonly title: string;
  readonly scope: string;
  /** What must be read first: such a report must not look complete. */
  readonly warnings: readonly string[];
  readonly answers: readonly Figure[];
  readonly sections: readonly Section[];
}

/** A figure that is read first. */
export interface Figure {
  readonly word: string;
  readonly tone: Tone;
  readonly amount: string;
  readonly note: string;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Prose | Table | Folds | Plots;

interface Prose {
  readonly kind: 'prose';
  readonly text: string;
}

export interface Table {
  readonly kind: 'table';
  readonly head: readonly Head[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that sum up what stands above them, by number. */
  readonly sums?: ReadonlySet<number>;
  /** A column of bars beside the rows; they say nothing that the cells do not. */
  readonly chart?: Chart;
  /** Of a table that may be long. */
  readonly whole?: Whole;
}

/** What stands in no row of a report, and the flags that show every row. */
export interface Whole {
  readonly hidden: number;
  readonly flags: string;
}

export interface Head {
  readonly title: string;
  /** Figures stand right, names of files and hashes in a fixed width. */
  readonly as?: 'figure' | 'code' | 'word' | 'remark';
}

export interface Chart {
  readonly title: string;
  /** What a reader of the bars must know. */
  readonly note?: string;
  /** Rows of one unit share a scale; others have each their own, which ends at this value. */
  readonly scale: 'shared' | readonly number[];
  readonly rows: readonly (readonly Bar[])[];
  /** Where a running sum stands after each row: a line leads on to the next. */
  readonly running?: readonly number[];
  readonly legend?: readonly { readonly name: string; readonly shade: Shade }[];
}

export type Shade = 'sum' | 'less' | 'more' | 'reported' | 'restated' | 'verified';

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly shade: Shade;
  /** Between which bounds the true value lies. */
  readonly interval?: readonly [number, number];
}

/** Drawings, with what they show in numbers: a medium that cannot draw shows the numbers alone. */
export interface Plots {
  readonly kind: 'plots';
  readonly plots: readonly Plot[];
  readonly numbers: Table;
}

/** Figures over days, or over how much they rest on. */
export interface Plot {
  readonly title: string;
  /** What it shows, in words: for who cannot see it. */
  readonly says: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
  readonly points: readonly Point[];
  /** What the shapes of points are. */
  readonly marks: readonly { readonly is: Point['is']; readonly name: string }[];
}

/** Days are counted from 1970-01-01. */
export interface Axis {
  readonly title: string;
  readonly as: 'day' | 'share' | 'figure';
}

/** What a line is decides how it is drawn; lines of one name are one thing, such as both limits. */
export interface Line {
  readonly is: 'series' | 'centre' | 'limit' | 'inner-limit';
  readonly name: string;
  readonly at: readonly (readonly [x: number, y: number])[];
}

export interface Point {
  readonly at: readonly [x: number, y: number];
  /** Beyond the limits, or between the inner and the outer ones. */
  readonly is: 'inside' | 'between' | 'beyond';
  /** Beside the point. */
  readonly label?: string;
}

/** Things of one kind, a line each, with the rest folded away. */
export interface Folds {
  readonly kind: 'folds';
  readonly head: readonly Head[];
  readonly folds: readonly { readonly cells: readonly string[]; readonly inside: readonly Inside[] }[];
  readonly whole: Whole;
}

/** What is folded: facts by name, or a table under a heading. */
export type Inside =
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, text: string])[] }
  | { readonly kind: 'table'; readonly title: string; readonly table: Table };
