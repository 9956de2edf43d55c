import type { Purse } from '../../price/money.ts';
import type { Confidence } from '../confidence.ts';
import type { Candidate, Pool, Ranked } from '../draw.ts';

/** How many are drawn, and by which rule. */
export type Plan =
  | { readonly method: 'error'; readonly size: number; readonly error: string; readonly expected: string }
  | {
      readonly method: 'aql';
      readonly size: number;
      readonly aql: string;
      /** The letter of the lot's size, and that of the plan to which the arrows of the table lead. */
      readonly letter: string;
      readonly used: string;
      readonly accept: number;
      readonly reject: number;
    }
  | {
      readonly method: 'money';
      readonly size: number;
      readonly tolerable: string;
      readonly factor: string;
      readonly interval: string;
    }
  | { readonly method: 'size'; readonly size: number };

/** One that is drawn. */
export interface Chosen<C extends Candidate> extends Ranked<C> {
  /** Taken for its amount, or because all are: what it says of itself is exact, and nothing is projected from it. */
  readonly isCertain: boolean;
}

export interface Taken<C extends Candidate> {
  readonly plan: Plan;
  readonly chosen: readonly Chosen<C>[];
}

/** Why nothing can be drawn in this way, and what can be done. */
interface Refusal {
  readonly reason: string;
  readonly expected: string;
}

/** A way of drawing, ready for any population. */
export interface Design {
  readonly most: number;
  readonly needsMoney?: true;
  readonly take: <C extends Candidate>(pool: Pool<C>) => Taken<C> | Refusal;
}

/** What else a design is told. */
interface Asked {
  readonly confidence: Confidence;
  /** The share that is expected to fail, as it was given. */
  readonly expected: string;
  readonly purse: Purse;
}

/** Reads the value of a flag; undefined where it cannot be used. */
export type ReadDesign = (text: string, asked: Asked) => Design | undefined;

/** A way to say how many are to be reviewed: one flag. It is loaded when it is asked for. */
export interface DesignRow {
  readonly title: string;
  readonly why: string;
  /** How its size is found. */
  readonly rule: string;
  /** What the flag takes, as the help shows it. */
  readonly takes: string;
  /** What is expected of its value. */
  readonly form: string;
  readonly load: () => Promise<ReadDesign>;
}

/** The first of a draw. */
export const firstOf = <C extends Candidate>({ items, ranked }: Pool<C>, size: number): readonly Chosen<C>[] =>
  ranked.slice(0, size).map((one) => ({ ...one, isCertain: size >= items }));
