import type { z } from 'zod';
import type { Ruling, RulingResult, Stage } from '../model.ts';
import type { ChainFacts, JudgeContext } from './facts.ts';

/** What a rule says before the engine adds whose it is: a code of its table with the values its sentence needs. */
export type Saying = Omit<Ruling, 'rule' | 'stage' | 'clause' | 'args' | 'evidence'> & {
  readonly args?: Ruling['args'];
  readonly evidence?: Ruling['evidence'];
};

/** One block of `rules:`. The engine, the schema, the docs and `explain` all read this row. */
export interface RuleRow<P extends z.ZodType = z.ZodType> {
  /** In plain words, what the clause is about. */
  readonly title: string;
  /** Why such a clause stands in SOWs. */
  readonly why: string;
  readonly params: P;
  /** Every code the rule can say, with its sentence; `{name}` takes an argument. */
  readonly codes: Readonly<Record<string, string>>;
  readonly stage: Stage;
  /** Judges one chain. Absent: the block is read and checked, but listed under "Not checked". */
  readonly judge?: (chain: ChainFacts, params: z.output<P>, ctx: JudgeContext) => readonly Saying[];
}

export const defineRule = <P extends z.ZodType>(rule: RuleRow<P>): RuleRow<P> => rule;

/** Worst first. */
export const SEVERITY: readonly RulingResult[] = ['fail', 'review', 'pending', 'pass'];
