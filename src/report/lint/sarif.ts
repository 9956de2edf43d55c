import { LINTS } from '../../sow/lint/table.ts';
import { problemRules, ruleOf, sarifLog } from '../sarif.ts';
import type { LintDocument } from './document.ts';

/** The rules of SARIF: every check of `lint`, and every problem that stops the reading of a rules file. */
const RULES = [
  ...Object.entries(LINTS).map(([id, { title, why, help, severity }]) => ruleOf(id, title, why, help, severity)),
  ...problemRules(() => 'error'),
];

/** SARIF 2.1.0, as code hosts show it beside the lines of a file. */
export const renderSarif = ({ tool, results }: LintDocument): string =>
  sarifLog(
    tool,
    RULES,
    results.map((r) => ({ ...r, message: r.clause === null ? r.message : `${r.message} (clause ${r.clause})` })),
  );
