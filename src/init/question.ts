import type { SourceName } from '../model.ts';
import type { Kind, Plain } from './kinds.ts';

/** What is known when a question comes up: the files, and the answers so far. */
export interface Known {
  readonly sources: ReadonlySet<SourceName>;
  /** The answer to a question; undefined where the SOW says nothing. */
  value(key: string): Plain | undefined;
  /** Every key that has a value. */
  keys(): Iterable<string>;
}

/** The answer where the SOW gives none, and whose it is. */
export interface Usual {
  readonly value: Plain;
  readonly source: string;
}

/** One question. The dialogue, `--set`, the comments of the file, the docs and the laws all read this row. */
export interface Question {
  /** Where the answer stands in the rules file. */
  readonly path: readonly string[];
  /** The sticking point, or what else it belongs to. */
  readonly topic: string;
  /** In plain words. */
  readonly asks: string;
  /** More of it, for `?`. */
  readonly help: string;
  readonly kind: Kind | ((known: Known) => Kind);
  readonly usual?: (known: Known) => Usual | undefined;
  /** Nothing can be audited without it. */
  readonly isNeeded?: true;
  /** Why it is not asked; empty where another answer has settled it. */
  readonly unless?: (known: Known) => string | undefined;
  /** What the answer means; `{value}` takes it. Options say it themselves. */
  readonly says?: string;
  /** What happens where the SOW says nothing. */
  readonly silent: string;
  /** Where nobody answers it, no month can be reconciled with these files. */
  readonly stops?: true;
}

export type Row = Omit<Question, 'path' | 'topic'>;

/** The questions of a topic, by their keys. */
export const about = (topic: string, rows: Readonly<Record<string, Row>>): Question[] =>
  Object.entries(rows).map(([key, row]) => ({ ...row, topic, path: key.split('.') }));

/** A published value, a default of leadaudit, or ours: a person must know which. */
export const published = (value: Plain, source: string) => (): Usual => ({
  value,
  source: `published terms: ${source}`,
});
export const builtIn = (value: Plain) => (): Usual => ({ value, source: BUILT_IN });
export const suggested = (value: Plain) => (): Usual => ({ value, source: SUGGESTED });
export const BUILT_IN = 'the default of leadaudit';
export const SUGGESTED = 'a suggestion of leadaudit, no published value';

/** A length in business time, where holidays are known, else in plain time: without holidays each side counts its own way. */
export const clocked =
  (business: string, plain: string) =>
  (known: Known): Usual => {
    const holidays = known.value('sow.business_hours.holidays');
    const hasHolidays = typeof holidays === 'string' || (Array.isArray(holidays) && holidays.length > 0);
    return { value: hasHolidays ? business : plain, source: SUGGESTED };
  };

type Unless = NonNullable<Question['unless']>;

/** The first reason of several. */
export const unless =
  (...reasons: readonly Unless[]): Unless =>
  (known) => {
    for (const reason of reasons) {
      const why = reason(known);
      if (why !== undefined) return why;
    }
    return undefined;
  };

/** Without these files nothing could be checked. */
export const needs =
  (...sources: readonly SourceName[]): Unless =>
  (known) => {
    const absent = sources.filter((source) => !known.sources.has(source));
    return absent.length ? `it needs files of ${absent.join(' and ')}` : undefined;
  };

/** Half a clause is not asked for without its other half. */
export const after =
  (...keys: readonly string[]): Unless =>
  (known) =>
    keys.some((key) => known.value(key) !== undefined) ? undefined : '';

/** Where bookings are paid, nothing that happens in a meeting is judged. */
export const notBooked: Unless = (known) =>
  known.value('rules.billable.event') === 'booked' ? 'a booking is paid, whatever happens in the meeting' : undefined;
