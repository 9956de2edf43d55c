import { CONFIGURED_SOURCES } from '../model.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { exitCodeOf } from '../report/exit.ts';
import type { Person } from '../report/redact-texts.ts';
import { AUDIT, renderAs } from '../report/render.ts';
import { type DocumentKind, RENDERERS } from '../report/renderers.ts';
import { type AuditedSow, auditsOf } from '../report/several/build.ts';
import type { AuditsDocument } from '../report/several/document.ts';
import { SEVERAL_TABLES, SUMMARY_TABLES } from '../report/several/tables.ts';
import { checkPeriod } from '../scope.ts';
import type { ReconcileOptions } from './commands/reconcile.ts';
import { deliver, isIntoFolder } from './output.ts';
import type { ReportWay } from './report-flags.ts';
import { rulesFilesIn } from './rules-files.ts';
import { auditBy, loadRules, optionOf, type RulesFile } from './run.ts';
import type { Terminal } from './terminal.ts';

const SEVERAL: DocumentKind<AuditsDocument> = {
  tables: SEVERAL_TABLES,
  terminal: async () => (await import('../report/several/terminal.ts')).renderSeveral,
  outline: async () => (await import('../report/outline/several.ts')).outlineOfSeveral,
  sheets: async () => (await import('../report/several/sheets.ts')).SEVERAL_SHEETS,
};
/** What stands beside reports that are written to files of their own. */
const SUMMARY: DocumentKind<AuditsDocument> = {
  tables: SUMMARY_TABLES,
  terminal: async () => (await import('../report/several/terminal.ts')).renderSummary,
  outline: async () => (await import('../report/outline/several.ts')).outlineOfSeveral,
  sheets: async () => (await import('../report/several/sheets.ts')).SUMMARY_SHEETS,
};

/** Several SOWs: a report each, a summary, and what more than one of them is billed for. One that cannot be audited does not stop the others. */
export async function reconcileSeveral(
  given: readonly string[],
  options: ReconcileOptions,
  way: ReportWay<keyof typeof SEVERAL_TABLES>,
  terminal: Terminal,
): Promise<void> {
  const files = await rulesFilesIn(given, terminal);
  const wrong = [...checkPeriod(options.period), ...forOneOnly(options)];
  terminal.problems(wrong);
  if (!files || wrong.length) return;
  const loaded: (RulesFile | undefined)[] = [];
  for (const file of files) loaded.push(await loadRules(file, terminal));
  const repeated = sameSow(loaded.flatMap((rules) => rules ?? []));
  terminal.problems(repeated);
  if (repeated.length) return;

  const audited: AuditedSow[] = [];
  const notAudited: string[] = [];
  const people: (readonly Person[])[] = [];
  for (const [i, file] of files.entries()) {
    const rules = loaded[i];
    const result = rules && (await auditBy(rules, options, { problems: (all) => terminal.problems(under(file, all)) }));
    if (result) {
      const { document, claimed } = result;
      document.exit_code = options.exitZero ? 0 : exitCodeOf(document, options.failOn);
      people.push(result.people);
      audited.push({ file, sow: rules.sow, claimed, document });
    } else notAudited.push(file);
  }
  if (!audited.length) return;
  const found = auditsOf(audited, notAudited);
  const exitCode = notAudited.length ? 2 : worst(found, options);
  const isDelivered = await print(way.shown({ ...found, exit_code: exitCode }, people.flat()), options, way, terminal);
  process.exitCode = isDelivered ? exitCode : 2;
}

const NOTHING = { claimed: '0', pending: '0', review: '0' };

/** The exit code of the worst report, or of what several SOWs are billed for. */
function worst({ audits, findings }: AuditsDocument, { failOn, exitZero }: ReconcileOptions): number {
  const own = exitZero ? 0 : exitCodeOf({ claims: [], findings, totals: NOTHING }, failOn);
  return Math.max(own, ...audits.map((audit) => audit.exit_code));
}

/** Everything in one piece; into a folder, a file each and the summary. */
async function print(
  doc: AuditsDocument,
  { format, table, output }: ReconcileOptions,
  { settings }: ReportWay<keyof typeof SEVERAL_TABLES>,
  terminal: Terminal,
): Promise<boolean> {
  const { extension } = RENDERERS[format];
  if (output === undefined || !(await isIntoFolder(output)))
    return deliver(await renderAs(SEVERAL, doc, settings), output, `summary.${extension}`, terminal);
  let isDelivered = true;
  // The table of all SOWs is no table of one.
  if (table !== 'summary')
    for (const audit of doc.audits) {
      const name = `${fileNameOf(audit.sow.id)}-${audit.period.label}.${extension}`;
      const text = await renderAs(AUDIT, audit, { ...settings, table });
      isDelivered = (await deliver(text, output, name, terminal)) && isDelivered;
    }
  const summary = await renderAs(SUMMARY, { ...doc, audits: [] }, { ...settings, table: 'summary' });
  return (await deliver(summary, output, `summary.${extension}`, terminal)) && isDelivered;
}

const fileNameOf = (sow: string): string => sow.replace(/[^\p{L}\p{N}._-]+/gu, '_');

/** Two rules files of one SOW would be two reports of one name, and every claim would be claimed twice. */
function sameSow(loaded: readonly RulesFile[]): Problem[] {
  return loaded.flatMap(({ sow, path }, i) => {
    const other = loaded.slice(0, i).find((rules) => fileNameOf(rules.sow.sow.id) === fileNameOf(sow.sow.id));
    if (!other) return [];
    const reason = `${other.path} and ${path} are both of SOW ${sow.sow.id}`;
    return [problem('bad_argument', COMMAND_LINE, { flag: '-c', reason, expected: 'one rules file a SOW' })];
  });
}

/** Flags for files stand for one SOW: of several nobody could say which. */
function forOneOnly(options: ReconcileOptions): Problem[] {
  const sources = CONFIGURED_SOURCES.filter((source) => options[optionOf(source)] !== undefined);
  const flags = [...sources, ...(options.quarantine === undefined ? [] : ['quarantine'])];
  return flags.map((flag) => {
    const args = {
      flag: `--${flag.replaceAll('_', '-')}`,
      reason: 'several SOWs are audited',
      expected: 'one rules file',
    };
    return problem('bad_argument', COMMAND_LINE, args);
  });
}

const COMMAND_LINE = { file: 'command line' };

/** Says of which SOW a problem is; files are named as each rules file names them. */
const under = (rules: string, problems: readonly Problem[]): Problem[] =>
  problems.map((p) =>
    p.place.file === COMMAND_LINE.file ? p : { ...p, place: { ...p.place, file: `${rules}: ${p.place.file}` } },
  );
