import type { Severity } from '../../model.ts';
import { amendmentsOf, pathIn } from '../amendments.ts';
import type { Sow } from '../sow.ts';
import type { Path, YamlFile, YamlValue } from '../yaml.ts';
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
  const file = yaml.value ?? {};
  const said = new Set<string>();
  const found = (sow: Sow, value: YamlValue, placed: (path: Path) => Path): Lint[] => {
    const ctx: LintContext = { sow, value, has: (...path) => valueAt(value, path) !== undefined };
    return Object.entries(LINTS).flatMap(([code, check]) =>
      check.find(ctx).flatMap(({ path, args }): Lint[] => {
        const saying = JSON.stringify([code, path, args]);
        if (said.has(saying)) return [];
        said.add(saying);
        const at = placed(path);
        const { line, column } = yaml.at(at, 'key');
        const clause = clauseOf(value, path);
        return [{ code, severity: check.severity, args, key: at.join('.'), clause, line, column }];
      }),
    );
  };
  const signed = found(sow, file, (path) => path);
  // Of an amendment, only what it brings is said.
  const amended = amendmentsOf(file).flatMap(({ index, value }, i) => {
    const version = sow.versions[i];
    return version ? found(version, value, (path) => pathIn(index, path)) : [];
  });
  return [...signed, ...amended].sort((a, b) => a.line - b.line || a.column - b.column);
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
