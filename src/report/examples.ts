import examples from './examples.json' with { type: 'json' };

/** What a rule said of the rows of its worked case. */
interface RuleExample {
  /** Where it stands in the repository. */
  readonly case: string;
  readonly title: string;
  /** The block as the rules file of the case has it. */
  readonly rules: string;
  /** Chain or row, code, sentence. */
  readonly rows: readonly (readonly string[])[];
}

/** A sentence of a worked case. */
export interface Example {
  readonly case: string;
  readonly text: string;
}

interface Examples {
  readonly rules: Readonly<Record<string, RuleExample>>;
  readonly reasons: Readonly<Record<string, Example & { readonly rule: string }>>;
  readonly findings: Readonly<Record<string, Example>>;
  readonly problems: Readonly<Record<string, Example>>;
  readonly lints: Readonly<Record<string, Example>>;
}

/** Examples for the pages of codes, taken from the worked cases of the tests; `npm run golden` rewrites them. */
export const EXAMPLES: Examples = examples;
