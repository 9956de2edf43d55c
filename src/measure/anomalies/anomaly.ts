import type { JudgedChain } from '../../judge/facts.ts';
import type { TouchLog } from '../../judge/touches.ts';
import type { PlainDate, RowRef, SourceName } from '../../model.ts';
import type { Known } from '../../read/known.ts';
import type { Call } from '../../read/records.ts';
import type { Period } from '../../sow/period.ts';
import type { Sow } from '../../sow/sow.ts';

/** One thing that a test looked at: an agent, a contact, the whole month. */
export interface Trial {
  /** Who or what; empty for the whole month. */
  readonly subject: string;
  /** How many rows or events it rests on. */
  readonly n: number;
  readonly statistic: number;
  /** What the statistic is held against; a test with a p-value is held against the false discovery rate. */
  readonly threshold: number;
  /** Chance of such a statistic where nothing is wrong; undefined for tests by a fixed threshold. */
  readonly p?: number;
  /** Whether the statistic is beyond its threshold (and all other conditions of the test hold). */
  readonly isOver: boolean;
  /** What was found, in a sentence without the subject. */
  readonly says: string;
  readonly rows: readonly RowRef[];
}

/** What a test knows before calls stream past. */
export interface WatchContext {
  readonly sow: Sow;
  readonly period: Period;
  readonly known: Known;
}

/** What a test knows of the month. */
export interface MonthContext extends WatchContext {
  readonly chains: readonly JudgedChain[];
  /** Chains of other vendors, from rows that name one. */
  readonly others: readonly JudgedChain[];
  readonly touches: TouchLog | undefined;
}

/** Folds calls of the period; nothing of a call is kept but what the test needs. Order of calls changes nothing. */
export interface CallFold {
  add(call: Call, day: PlainDate): void;
  trials(month: MonthContext): readonly Trial[];
}

/** One anomaly test (reference/domain.md section 6). A signal asks for a check; it moves no money. */
export interface Anomaly {
  /** A1 to A24 of the reference; others have none. */
  readonly id?: string;
  readonly title: string;
  /** What is looked at and from when on it is a signal. */
  readonly does: string;
  /** What also looks like this and is fine. */
  readonly caution: string;
  /** All of these sources are needed. */
  readonly needs: readonly SourceName[];
  readonly calls?: (context: WatchContext) => CallFold;
  readonly month?: (context: MonthContext) => readonly Trial[];
}

export const defineAnomaly = (anomaly: Anomaly): Anomaly => anomaly;

/** Rows of a signal that are named; the rest is counted. */
const NAMED = 20;

/** Keeps the first rows by file and line, whatever order they come in. */
export class FirstRows {
  readonly #rows: RowRef[] = [];
  count = 0;

  add(row: RowRef): void {
    this.count++;
    const last = this.#rows.at(-1);
    if (this.#rows.length === NAMED && last && compareRows(last, row) < 0) return;
    const at = this.#rows.findIndex((known) => compareRows(row, known) < 0);
    this.#rows.splice(at < 0 ? this.#rows.length : at, 0, row);
    if (this.#rows.length > NAMED) this.#rows.pop();
  }

  get rows(): readonly RowRef[] {
    return this.#rows;
  }
}

const compareRows = (a: RowRef, b: RowRef): number => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);

/** One of each agent; an agent without a name is nobody's. */
export class ByAgent<T> {
  readonly #known = new Map<string, T>();
  readonly #make: () => T;

  constructor(make: () => T) {
    this.#make = make;
  }

  of(agent = ''): T {
    const known = this.#known.get(agent);
    if (known) return known;
    const made = this.#make();
    this.#known.set(agent, made);
    return made;
  }

  /** By name. */
  entries(): [agent: string, own: T][] {
    return [...this.#known].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Whether a person spoke. */
export const isHuman = ({ disposition }: Call): boolean => disposition === 'conversation' || disposition === 'human';

/** Seconds spoken, as far as the log says: talk, else the whole call where a person answered. */
export const spoken = (call: Call): number | undefined => call.talk ?? (isHuman(call) ? call.duration : undefined);

/** A share for people: 0.1234 is "12.3 %". */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
