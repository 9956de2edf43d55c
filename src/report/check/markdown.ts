import { forMarkdown, forMarkdownCode } from '../escape.ts';
import type { CheckDocument } from './document.ts';
import { placeOf, verdictOf } from './words.ts';

/** Results that are shown; the other formats have them all. */
const SHOWN = 200;

/** The check for a pull request or a job summary. */
export function renderCheckMarkdown(doc: CheckDocument): string {
  const { word, says } = verdictOf(doc);
  const fresh = doc.results.filter((r) => !r.known);
  const rows = fresh
    .slice(0, SHOWN)
    .map((r) => `| ${r.severity} | ${r.code} | ${forMarkdownCode(placeOf(r))} | ${forMarkdown(r.message)} |`);
  return `${[
    `## leadaudit check: ${word}`,
    '',
    forMarkdown(says),
    ...(rows.length ? ['', '| severity | code | where | says |', '| --- | --- | --- | --- |', ...rows] : []),
    ...(fresh.length > SHOWN ? ['', `... and ${fresh.length - SHOWN} more`] : []),
    ...(doc.fixed.length ? ['', '### Fixed since the baseline', ''] : []),
    ...doc.fixed.map((f) => `- ${f.code}: ${forMarkdown(f.message)}`),
    '',
    '| source | file | rows | set aside |',
    '| --- | --- | ---: | ---: |',
    ...doc.files.map((f) => `| ${f.source} | ${forMarkdownCode(f.file)} | ${f.rows} | ${f.quarantined} |`),
    ...(doc.not_checked.length ? ['', '### Not checked', ''] : []),
    ...doc.not_checked.map(({ rule, why }) => `- ${forMarkdown(rule)}: ${forMarkdown(why)}`),
  ].join('\n')}\n`;
}
