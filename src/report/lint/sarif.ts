import type { Severity } from '../../model.ts';
import { PROBLEMS } from '../../problems/table.ts';
import { LINTS } from '../../sow/lint/table.ts';
import { writeJson } from '../json.ts';
import type { LintDocument } from './document.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The rules of SARIF: every check of `lint`, and every problem that stops the reading of a rules file. */
const RULES = [
  ...Object.entries(LINTS).map(([id, { title, why, help, severity }]) => ruleOf(id, title, why, help, severity)),
  ...Object.entries(PROBLEMS).map(([id, { title, why, help }]) => ruleOf(id, title, why, help, 'error')),
];

function ruleOf(id: string, title: string, why: string, help: string, severity: Severity) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

/** SARIF 2.1.0, as code hosts show it beside the lines of a file. */
export function renderSarif({ tool, results }: LintDocument): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules: RULES } },
        columnKind: 'utf16CodeUnits',
        results: results.map((r) => ({
          ruleId: r.code,
          ruleIndex: RULES.findIndex(({ id }) => id === r.code),
          level: LEVELS[r.severity],
          message: { text: r.clause === null ? r.message : `${r.message} (clause ${r.clause})` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(r.file) },
                ...(r.line === null
                  ? {}
                  : { region: { startLine: r.line, ...(r.column === null ? {} : { startColumn: r.column }) } }),
              },
              ...(r.key === null ? {} : { logicalLocations: [{ fullyQualifiedName: r.key, kind: 'member' }] }),
            },
          ],
        })),
      },
    ],
  };
  return `${writeJson(log, 2)}\n`;
}

/** A path as a URI: relative as it was given, else a file. */
const uriOf = (path: string): string => {
  const uri = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return uri.startsWith('/') ? `file://${uri}` : uri;
};
