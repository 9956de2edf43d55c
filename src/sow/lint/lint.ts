import type { Severity } from '../../model.ts';
import type { Sow } from '../sow.ts';
import type { YamlFile, YamlValue } from '../yaml.ts';
import type { LintContext } from './check.ts';
import { LINTS } from './table.ts';

/** What one check found, and where. */
export interface Lint {
  readonly code: string;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, string | number>>;
  readonly key: string;
  readonly clause: string | undefined;
  readonly line: number;
  readonly column: number;
}

/** Everything that the checks find in a sound rules file, in order of place. */
export function lintOf(sow: Sow, yaml: YamlFile): Lint[] {
  const value = yaml.value ?? {};
  const ctx: LintContext = { sow, value, has: (...path) => valueAt(value, path) !== undefined };
  const found = Object.entries(LINTS).flatMap(([code, check]) =>
    check.find(ctx).map(({ path, args }): Lint => {
      const { line, column } = yaml.at(path, 'key');
      return { code, severity: check.severity, args, key: path.join('.'), clause: clauseOf(value, path), line, column };
    }),
  );
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

const valueAt = (value: YamlValue, path: readonly (string | number)[]): YamlValue | undefined =>
  path.reduce<YamlValue | undefined>(
    (v, key) =>
      typeof v === 'object' && Object.hasOwn(v, key) ? (v as Record<string | number, YamlValue>)[key] : undefined,
    value,
  );

/** The clause of the innermost block around a key. */
function clauseOf(value: YamlValue, path: readonly (string | number)[]): string | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const clause = valueAt(value, [...path.slice(0, depth), 'clause']);
    if (typeof clause === 'string') return clause;
  }
  return undefined;
}
