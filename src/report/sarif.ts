import type { Severity } from '../model.ts';
import { effectOf, problem } from '../problems/problem.ts';
import { PROBLEMS, type ProblemCode } from '../problems/table.ts';
import { writeJson } from './json.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** A rule of SARIF. */
export function ruleOf(id: string, title: string, why: string, help: string, severity: Severity) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}
type SarifRule = ReturnType<typeof ruleOf>;

/** Every problem as a rule. */
export const problemRules = (severityOf: (effect: ReturnType<typeof effectOf>) => Severity): SarifRule[] =>
  (Object.keys(PROBLEMS) as ProblemCode[]).map((id) => {
    const { title, why, help } = PROBLEMS[id];
    return ruleOf(id, title, why, generalHelp(help) || why, severityOf(effectOf(problem(id, { file: '' }))));
  });

/** What helps in every case: of one case alone are a clause in `[...]` with an argument, and an argument. */
function generalHelp(help: string): string {
  const general = help.replace(/\s*\[[^\]]*\{\w+\}[^\]]*\]/g, '').replace(/\{(\w+)\}/g, '<$1>');
  return /^<\w+>$/.test(general) ? '' : general;
}

/** One result at its place. */
interface SarifResult {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** A key of the rules file. */
  readonly key?: string | null;
  readonly fingerprint?: string;
  /** Seen in a baseline: it is unchanged. */
  readonly known?: boolean;
}

/** SARIF 2.1.0, as code hosts show it beside the lines of a file. */
export function sarifLog(
  tool: { readonly name: string; readonly version: string },
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules } },
        columnKind: 'utf16CodeUnits',
        results: results.map((r) => ({
          ruleId: r.code,
          ruleIndex: rules.findIndex(({ id }) => id === r.code),
          level: LEVELS[r.severity],
          message: { text: r.message },
          ...(r.fingerprint === undefined ? {} : { partialFingerprints: { 'leadaudit/v1': r.fingerprint } }),
          ...(r.known === undefined ? {} : { baselineState: r.known ? 'unchanged' : 'new' }),
          ...(r.file === null ? {} : { locations: [locationOf(r, r.file)] }),
        })),
      },
    ],
  };
  return `${writeJson(log, 2)}\n`;
}

const locationOf = ({ line, column, key = null }: SarifResult, file: string) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    ...(line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } }),
  },
  ...(key === null ? {} : { logicalLocations: [{ fullyQualifiedName: key, kind: 'member' }] }),
});

/** A path as a URI: relative as it was given, else a file. */
const uriOf = (path: string): string => {
  const whole = path.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\\', '/');
  const uri = whole.split('/').map(encodeURIComponent).join('/');
  return uri.startsWith('/') ? `file://${uri}` : uri;
};
