import type { Amended } from './amendments.ts';
import type { CallingHours } from './calling-hours.ts';
import type { Clock } from './clock.ts';
import type { PlainDate } from './dates.ts';
import type { Duration } from './duration.ts';
import type { SowFile } from './schema.ts';
import type { Ladder } from './titles.ts';
import type { Waiver } from './waivers.ts';

/** A default of the rules file that the SOW leaves in force. */
export interface Assumption {
  readonly key: string;
  readonly value: string;
}

/** The statement of work, parsed, typed and checked, with the clocks it sets. */
export interface Sow extends SowFile {
  readonly file: string;
  readonly sha256: string;
  readonly clock: Clock;
  /** The closed dates of the business calendar. */
  readonly holidays: readonly PlainDate[];
  readonly assumptions: readonly Assumption[];
  /** What job titles mean. */
  readonly titles: Ladder;
  /** The clause of each block that names one. */
  readonly clauses: ReadonlyMap<string, string>;
  /** How it reads after each amendment, in order of date; none in a version itself. */
  readonly versions: readonly Sow[];
  /** The last amendment in it; undefined for the SOW as signed. */
  readonly amended: Amended | undefined;
  /** When numbers may be called. */
  readonly callingHours: CallingHours;
  /** Verdicts and findings that a person overruled. */
  readonly waivedBy: readonly Waiver[];
  /** Seconds of an elapsed duration; 0 without one. */
  seconds(d: Duration | undefined): number;
}
