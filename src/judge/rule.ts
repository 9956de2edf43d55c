import type { z } from 'zod';
import type { RowRef, Ruling, RulingResult, Severity, SourceName, Stage } from '../model.ts';
import type { FindingCode } from '../problems/findings.ts';
import type { InputFile } from '../read/records.ts';
import type { Period } from '../sow/period.ts';
import type { ChainFacts, JudgeContext, JudgedChain } from './facts.ts';
import type { MuteCalls } from './mute-calls.ts';

/** What a rule says before the engine adds whose it is: a code of its table with the values its sentence needs. */
export type Saying = Omit<Ruling, 'rule' | 'stage' | 'clause' | 'args' | 'evidence'> & {
  readonly args?: Ruling['args'];
  readonly evidence?: Ruling['evidence'];
};

/** Something a rule found that moves no money: a code of the table of findings with its arguments. */
export interface Found {
  readonly code: FindingCode;
  readonly args: Readonly<Record<string, string | number>>;
  readonly evidence: readonly Omit<RowRef, 'n'>[];
  /** Where the SOW weighs it otherwise than the table. */
  readonly severity?: Severity;
}

export const found = (code: FindingCode, args: Found['args'], evidence: Found['evidence'] = []): Found => ({
  code,
  args,
  evidence,
});

/** What a rule is given that looks at the whole month. */
export interface FindContext extends Pick<JudgeContext, 'sow' | 'clock' | 'asOf' | 'known' | 'touches'> {
  readonly period: Period;
  readonly files: readonly InputFile[];
  readonly chains: readonly JudgedChain[];
  /** Calls whose disposition needs a reason and has none. */
  readonly muteCalls: MuteCalls;
}

/** A value of a parameter as it stands in a public agreement or policy. */
interface Typical {
  readonly param: string;
  readonly value: string;
  readonly source: string;
}

/** One block of `rules:`. The engine, the schema, the docs and `explain` all read this row. */
export interface RuleRow<P extends z.ZodType = z.ZodType> {
  /** In plain words, what the clause is about. */
  readonly title: string;
  /** What the rule does with a chain or a month. */
  readonly does: string;
  /** Why such a clause stands in SOWs. */
  readonly why: string;
  /** What published agreements say; empty where no published value is known. */
  readonly typical: readonly Typical[];
  readonly params: P;
  /** Every code the rule can say, with its sentence; `{name}` takes an argument. */
  readonly codes: Readonly<Record<string, string>>;
  readonly stage: Stage;
  /** Sources without which the rule cannot check anything; the report then says so. */
  readonly needs?: readonly SourceName[];
  /** Looks at the whole month and reports what a person should look at; `finds` names every code it can report. */
  readonly finds?: readonly FindingCode[];
  readonly find?: (ctx: FindContext) => readonly Found[];
  /** Judges one chain. */
  readonly judge?: (chain: ChainFacts, params: z.output<P>, ctx: JudgeContext) => readonly Saying[];
}

export const defineRule = <P extends z.ZodType>(rule: RuleRow<P>): RuleRow<P> => rule;

/** Worst first. */
export const SEVERITY: readonly RulingResult[] = ['fail', 'review', 'pending', 'pass'];
