import { forHtml } from '../escape.ts';
import type { CheckDocument, CheckResult } from './document.ts';
import { placeOf } from './words.ts';

/** JUnit XML: a suite for each file and one for the drop as a whole; a case for each code, which fails where a result is an error or a warning. */
export function renderJunit(doc: CheckDocument): string {
  const names = [...doc.files.map(({ file }) => file), ...doc.results.map(({ file }) => file ?? 'the drop')];
  const suites = [...new Set(names)].map((name) => {
    const own = doc.results.filter(({ file }) => (file ?? 'the drop') === name);
    const codes = [...new Set(own.map(({ code }) => code))];
    const cases = codes.length
      ? codes.map((code) =>
          caseOf(
            name,
            code,
            own.filter((r) => r.code === code),
          ),
        )
      : [`    <testcase classname="${forHtml(name)}" name="is readable and whole"/>`];
    const failures = codes.filter((code) => own.some((r) => r.code === code && isFailure(r))).length;
    return {
      failures,
      tests: cases.length,
      text: [
        `  <testsuite name="${forHtml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="0">`,
        ...cases,
        '  </testsuite>',
      ].join('\n'),
    };
  });
  const sum = (of: 'tests' | 'failures'): number => suites.reduce((all, suite) => all + suite[of], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="leadaudit check" tests="${sum('tests')}" failures="${sum('failures')}" errors="0" time="0">
${suites.map(({ text }) => text).join('\n')}
</testsuites>
`;
}

const isFailure = ({ severity, known }: CheckResult): boolean => severity !== 'info' && !known;

function caseOf(suite: string, code: string, results: readonly CheckResult[]): string {
  const open = `    <testcase classname="${forHtml(suite)}" name="${forHtml(code)}"`;
  const failed = results.filter(isFailure);
  const [first] = failed;
  // A line a result, whatever line ends the name of its file has.
  const body = results.map((r) => forHtml(`${placeOf(r)}: ${r.message}`)).join('\n');
  return first
    ? `${open}>\n      <failure message="${forHtml(first.message)}" type="${first.severity}">${body}</failure>\n    </testcase>`
    : `${open}>\n      <system-out>${body}</system-out>\n    </testcase>`;
}
