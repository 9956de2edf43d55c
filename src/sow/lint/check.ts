import type { Severity } from '../../model.ts';
import type { Sow } from '../sow.ts';
import type { Path, YamlValue } from '../yaml.ts';

/** What a check looks at: the SOW as typed, and what the file itself says, without defaults. */
export interface LintContext {
  readonly sow: Sow;
  /** Whether the file gives the key. */
  readonly has: (...path: Path) => boolean;
  readonly value: YamlValue;
}

/** Where a check found something, with the values that its sentence needs. */
export interface Hit {
  readonly path: Path;
  readonly args: Readonly<Record<string, string | number>>;
}

/** One check of a sound rules file. `lint`, SARIF's rule list, `explain` and the docs read this row. */
export interface LintCheck {
  readonly severity: Severity;
  readonly title: string;
  /** `{name}` takes an argument. */
  readonly message: string;
  readonly why: string;
  readonly help: string;
  readonly find: (ctx: LintContext) => readonly Hit[];
}

export const defineCheck = (check: LintCheck): LintCheck => check;

export const hit = (path: Path, args: Hit['args'] = {}): Hit => ({ path, args });
