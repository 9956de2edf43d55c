import { writeJson } from '../json.ts';
import type { CheckDocument, CheckResult } from './document.ts';

const SEVERITIES: Readonly<Record<CheckResult['severity'], string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** A Code Quality report of GitLab, which compares it with that of the target branch by fingerprint. */
export const renderGitlab = (doc: CheckDocument): string =>
  `${writeJson(
    doc.results.map((r) => ({
      description: r.message,
      check_name: r.code,
      fingerprint: r.fingerprint,
      severity: r.known ? 'info' : SEVERITIES[r.severity],
      location: { path: r.file ?? doc.files[0]?.file ?? 'drop', lines: { begin: r.line ?? 1 } },
    })),
    2,
  )}\n`;
