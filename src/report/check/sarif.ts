import { FINDINGS } from '../../problems/findings.ts';
import { problemRules, ruleOf, sarifLog } from '../sarif.ts';
import { type CheckDocument, SEVERITY_OF } from './document.ts';

/** The rules of SARIF: every problem of an input, and every finding. */
const RULES = [
  ...problemRules((effect) => SEVERITY_OF[effect]),
  ...Object.entries(FINDINGS).map(([id, { title, why, severity }]) => ruleOf(id, title, why, why, severity)),
];

/** SARIF 2.1.0, with the fingerprints and the state against the baseline. Its columns are letters, those of a drop are cells: results stand at their lines. */
export const renderCheckSarif = ({ tool, results }: CheckDocument): string =>
  sarifLog(
    tool,
    RULES,
    results.map((result) => ({ ...result, column: null })),
  );
