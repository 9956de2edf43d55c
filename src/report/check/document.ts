import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Severity, SOURCE_NAMES } from '../../model.ts';
import { FINDINGS } from '../../problems/findings.ts';
import { type Effect, effectOf, helpOf, messageOf, type Problem } from '../../problems/problem.ts';
import { PROBLEMS } from '../../problems/table.ts';
import { VERSION } from '../../version.ts';
import type { AuditDocument } from '../document.ts';
import { unnamed } from '../redact.ts';

const result = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  help: z.string(),
  file: z.string().nullable().describe('null: the drop as a whole'),
  line: z.int().nullable(),
  column: z.int().nullable(),
  rows: z.int().describe('how many rows it is of'),
  fingerprint: z.string().describe('the same for the same thing in the next run, whatever its line'),
  known: z
    .boolean()
    .describe('in the baseline: it does not fail. What stops the reading is never known: nobody looked behind it'),
});

/** What `leadaudit check --format json` prints. */
export const checkDocument = z.strictObject({
  schema: z.literal('leadaudit/check@1'),
  tool: z.strictObject({ name: z.literal('leadaudit'), version: z.string() }),
  exit_code: z.int(),
  sow: z.string().nullable().describe('null: checked without rules'),
  period: z.string().nullable(),
  files: z.array(
    z.strictObject({
      source: z.enum(SOURCE_NAMES),
      file: z.string(),
      sha256: z.string(),
      rows: z.int(),
      quarantined: z.int(),
    }),
  ),
  results: z.array(result).describe('worst first'),
  fixed: z
    .array(result.pick({ code: true, file: true, message: true, fingerprint: true }))
    .describe('in the baseline, and no longer there'),
  not_checked: z.array(z.strictObject({ rule: z.string(), why: z.string() })),
});
export type CheckDocument = z.output<typeof checkDocument>;
export type CheckResult = CheckDocument['results'][number];

/** Findings of claims and money, of which a check decides nothing, and of problems that are told themselves. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'no_claims_in_period',
  'period_assumed',
  'lines_without_ids',
  'lines_by_name',
  'lines_in_doubt',
  'line_names_another',
  'closed_in_doubt',
  'credit_without_answer',
  'lost_at_account',
  'replacement_at_word',
  'replacement_not_owed',
  'auto_cleared',
  'over_commitment',
  'rejected_in_vain',
  'late_lines',
  'longer_periods',
  'other_periods',
  'waiver_expired',
  'waiver_unused',
  'waiver_without_effect',
  'quarantined_rows',
  'mended_rows',
  'irregular_file',
  'decoded_as',
  'preamble',
]);

/** How bad a problem is for a drop. */
export const SEVERITY_OF: Readonly<Record<Effect, Severity>> = {
  stop: 'error',
  quarantine: 'error',
  repair: 'warning',
  tell: 'info',
};
const WORST: readonly Severity[] = ['error', 'warning', 'info'];

/** What a run can fail by: a severity and what is worse, or one code. */
export type CheckFailOn = 'never' | 'error' | 'warning' | (string & {});

/** What was looked at, and what was found. */
export interface Checked {
  readonly sow: string | null;
  readonly period: string | null;
  readonly files: CheckDocument['files'];
  readonly problems: readonly Problem[];
  readonly findings: AuditDocument['findings'];
  readonly notChecked: CheckDocument['not_checked'];
  /** What a row says, where it is held: two rows of which the same is found are two things. */
  readonly rowText?: (row: { readonly file: string; readonly line: number }) => string;
  /** Files that had to be mended are refused. */
  readonly isStrict?: boolean | undefined;
}

/** The document of a check. A problem that stops the reading is 2, as is a check that looked at nothing. */
export function checkDocumentOf(
  { sow, period, files, problems, findings, notChecked, rowText = () => '', isStrict = false }: Checked,
  baseline: readonly Pick<CheckResult, 'code' | 'file' | 'message' | 'fingerprint'>[],
  failOn: readonly CheckFailOn[],
  isShared = false,
): CheckDocument {
  const known = new Set(baseline.map(({ fingerprint }) => fingerprint));
  const shown = findings.filter(({ code }) => !LEFT_OUT.has(code));
  const said: ReadonlySet<string> = new Set(shown.map(({ code }) => code));
  const stops = (p: Problem): boolean => effectOf(p) === 'stop' || (isStrict && effectOf(p) === 'repair');
  const all = [
    ...problems.filter(({ code }) => !said.has(code)).map((p) => ofProblem(p, isShared ? unnamed(p) : p, stops(p))),
    ...shown.map((found) => ofFinding(found, rowText)),
  ];
  const results = numbered(all)
    .map(({ stops, ...r }) => ({ ...r, known: !stops && known.has(r.fingerprint) }))
    .sort(
      (a, b) =>
        WORST.indexOf(a.severity) - WORST.indexOf(b.severity) ||
        compare(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        compare(a.code, b.code),
    );
  const found = new Set(results.map(({ fingerprint }) => fingerprint));
  const isStopped = problems.some(stops) || !files.some(({ rows }) => rows > 0);
  const fails = results.some((r) => !r.known && failOn.some((by) => isAt(r, by)));
  return {
    schema: 'leadaudit/check@1',
    tool: { name: 'leadaudit', version: VERSION },
    exit_code: isStopped ? 2 : fails ? 1 : 0,
    sow,
    period,
    files,
    results,
    fixed: baseline
      .filter(({ fingerprint }) => !found.has(fingerprint))
      // Whom the baseline names, this drop may not know.
      .map(({ code, file, message, fingerprint }) => ({
        code,
        file,
        message: isShared ? titleOf(code) : message,
        fingerprint,
      })),
    not_checked: notChecked,
  };
}

/** What a code is about; an older baseline may know codes that are gone. */
const titleOf = (code: string): string =>
  ({ ...PROBLEMS, ...FINDINGS })[code as keyof typeof PROBLEMS | keyof typeof FINDINGS]?.title ?? code;

const isAt = ({ code, severity }: CheckResult, by: CheckFailOn): boolean =>
  by === code || (by === 'error' && severity === 'error') || (by === 'warning' && severity !== 'info');

type Unnumbered = Omit<CheckResult, 'fingerprint' | 'known'> & { readonly says: string; readonly stops: boolean };

const ofProblem = (p: Problem, shown: Problem, stops: boolean): Unnumbered => ({
  code: p.code,
  severity: stops ? 'error' : SEVERITY_OF[effectOf(p)],
  message: messageOf(shown),
  help: helpOf(shown).trim(),
  // The command line is no file, to which a code host could tie it.
  file: p.place.file === 'command line' ? null : p.place.file || null,
  line: p.place.line ?? null,
  column: p.place.column ?? null,
  rows: p.place.line === undefined ? 0 : 1,
  says: `${messageOf(p)} ${p.excerpt ?? ''}`,
  stops,
});

function ofFinding(
  { code, severity, message, evidence }: AuditDocument['findings'][number],
  rowText: NonNullable<Checked['rowText']>,
): Unnumbered {
  const [first] = evidence;
  const help = FINDINGS[code as keyof typeof FINDINGS].why;
  const place = { file: first?.file ?? null, line: first?.line ?? null, column: null };
  const says = [message, ...evidence.map(rowText)].join(' ').trim();
  return { code, severity, message, help, ...place, rows: evidence.length, says, stops: false };
}

/** A fingerprint of what is said of a file; the second of two equal ones is another. */
function numbered(all: readonly Unnumbered[]): (Omit<CheckResult, 'known'> & Pick<Unnumbered, 'stops'>)[] {
  const seen = new Map<string, number>();
  return all.map(({ says, ...result }) => {
    const what = JSON.stringify([result.code, result.file, says]);
    const n = seen.get(what) ?? 0;
    seen.set(what, n + 1);
    const fingerprint = createHash('sha256').update(`${what} ${n}`).digest('hex').slice(0, 32);
    return { ...result, fingerprint };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
