import { forWorkflow, forWorkflowProperty } from '../escape.ts';
import type { CheckDocument, CheckResult } from './document.ts';
import { verdictOf } from './words.ts';

const COMMANDS: Readonly<Record<CheckResult['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** Workflow commands of GitHub Actions: an annotation at each file and line, for a code host counts letters and a drop cells; what is known is a notice. */
export function renderGithub(doc: CheckDocument): string {
  const { word, says } = verdictOf(doc);
  const lines = doc.results.map((r) => {
    const place = [
      ...(r.file === null ? [] : [`file=${forWorkflowProperty(r.file)}`]),
      ...(r.line === null ? [] : [`line=${r.line}`]),
      `title=${forWorkflowProperty(r.known ? `${r.code} (known)` : r.code)}`,
    ];
    return `::${r.known ? 'notice' : COMMANDS[r.severity]} ${place.join(',')}::${forWorkflow(r.message)}`;
  });
  return `${[...lines, `leadaudit check: ${word}, ${says}`].join('\n')}\n`;
}
