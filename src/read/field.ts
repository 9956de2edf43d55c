/** How the text of a cell becomes a value, and what that value is. */
export interface KindValues {
  text: string;
  /** Lower case, plus-tag dropped. */
  email: string;
  /** E.164. */
  phone: string;
  /** Registrable domain, lower case. */
  domain: string;
  /** Milliseconds since 1970. */
  instant: number;
  /** The day of a time in the SOW's zone, as `2026-06-30`. */
  day: string;
  /** Decimal text in the SOW's currency, sign and digits only. */
  money: string;
  /** The SOW's currency. */
  currency: string;
  number: number;
  seconds: number;
  flag: boolean;
  /** ISO 3166 code where the text names a country, else the text. */
  country: string;
  /** One of the field's `words`. */
  word: string;
  /** Label of a month, quarter or range. */
  period: string;
}
export type Kind = keyof KindValues;

export interface Field<K extends Kind = Kind> {
  readonly kind: K;
  readonly description: string;
  /** Header words that name this field, beside its own name. */
  readonly aliases: readonly string[];
  /** A row without it goes to quarantine; a file without it stops the run. */
  readonly needed: boolean;
  /** A row in which that field says one of these needs none. */
  readonly neededUnless?: { readonly field: string; readonly words: readonly string[] };
  /** For `word`: what an empty cell says, unless that other field is filled; without it nothing. */
  readonly empty?: { readonly word: string; readonly unless: string };
  /** For `domain`: a cell may hold several, and the row then stands for each of them. */
  readonly several?: true;
  /** It only helps to find another row: a cell that cannot be read says nothing, and no row is set aside for it. */
  readonly hint?: true;
  /** For `number`: it counts something, and has no decimals. */
  readonly whole?: true;
  /** For `number`: a word for what is counted may stand behind it. */
  readonly counts?: true;
  /** For `word`: what a cell may say. */
  readonly words?: readonly string[];
  /** For `word`: what says nothing of it, as `Invoice` does of what a line bills. */
  readonly mute?: readonly string[];
  /** For `text`: it holds the label of a row that says in no other field what it is for, in whatever column that stands. */
  readonly label?: true;
  /** For `text`: the name of a person, of which several columns may hold the parts. */
  readonly person?: true;
  /** For `text`: what somebody wrote freely, of whomever: a report that names nobody does not show it. */
  readonly free?: true;
  /** The row (or this cell) is not known before this time: later than as-of, it is left out. */
  readonly known?: 'row' | 'cell';
}
