import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Audited, type AuditOptions, audit, closedAudit } from '../audit.ts';
import type { KeptRules } from '../ledger/file.ts';
import type { LinkDecisions } from '../link/link-decisions.ts';
import { CONFIGURED_SOURCES, type SourceName } from '../model.ts';
import { effectOf, isOfRowsAside, type Problem, problem } from '../problems/problem.ts';
import { decodeWhole } from '../read/encoding.ts';
import { namedBeside } from '../read/files.ts';
import { rememberRead } from '../read/files-read.ts';
import { type ReadResult, readSources } from '../read/read.ts';
import type { Linted } from '../report/lint/document.ts';
import { quarantineCsv } from '../report/quarantine.ts';
import { peopleOf } from '../report/redact.ts';
import type { Person } from '../report/redact-texts.ts';
import { checkPeriod } from '../scope.ts';
import { loadSow } from '../sow/load.ts';
import { parsePeriod } from '../sow/period.ts';
import { anomalyChecks } from '../sow/schema.ts';
import type { Sow } from '../sow/sow.ts';
import { ledgerOf } from './ledger-folder.ts';
import { linkDecisionsOf } from './link-decisions-file.ts';
import { deliver } from './output.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';

// The rows of a file's first part are held for a while. V8 then takes all rows for long-lived, which are gone a moment later.
setFlagsFromString('--no-allocation-site-pretenuring');
// The V8 of Node 20 has no compiler between its quick and its thorough one: a month is over before most of what is optimized early has paid for itself.
// Later ones have, and would complain of a flag that they do not know.
if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=500000');

interface Flags {
  readonly color?: 'auto' | 'always' | 'never';
  readonly quiet?: boolean;
}

export type RulesOptions = Flags & { readonly config?: string | undefined };

/** Flags of commands that read sources; one a source, in camel case. */
export type SourceFlags = Flags & {
  readonly period?: string;
  readonly asOf?: string;
  readonly strict?: boolean;
  readonly redact?: unknown;
} & Readonly<Partial<Record<string, unknown>>>;

export type SourceOptions = SourceFlags & RulesOptions;

/** The option of a source, as commander names it. */
export const optionOf = (source: SourceName): string => source.replace(/_(\w)/g, (_, c: string) => c.toUpperCase());

const DEFAULTS = ['rules.yaml', 'leadaudit.yaml'];
/** The rules file of the working folder, if there is one. */
export const defaultRules = (): string | undefined => DEFAULTS.find((name) => existsSync(name));

/** Reads the rules file, from the flag or the working folder, with its problems. */
export async function readRules(
  options: RulesOptions,
  need: 'named files' | 'rules alone',
): Promise<Linted & Pick<RulesFile, 'text' | 'named'>> {
  const path = options.config ?? defaultRules() ?? 'rules.yaml';
  let text: string;
  try {
    text = decodeWhole(await readFile(path), path).text;
    rememberRead(await stat(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const kind = code === 'ENOENT' ? 'missing_rules' : 'unreadable_file';
    const problems = [problem(kind, { file: path }, { path, reason: code ?? message })];
    return { file: path, text: '', named: {}, sow: undefined, problems, yaml: undefined };
  }
  const beside = namedBeside(path);
  const named: Record<string, string | null> = {};
  const read = loadSow(text, path, (name) => {
    const found = beside(name) ?? (need === 'rules alone' ? null : undefined);
    if (found !== undefined) named[name] = found;
    return found;
  });
  return { file: path, text, named, ...read };
}

/** A rules file as it was read. */
export interface RulesFile {
  readonly sow: Sow;
  readonly path: string;
  readonly text: string;
  /** Texts of the files that it names. */
  readonly named: KeptRules['named'];
}

/** The rules to work with; undefined after their problems were shown. */
export async function rulesOf(
  options: RulesOptions,
  terminal: Pick<Terminal, 'problems' | 'configure'>,
): Promise<RulesFile | undefined> {
  terminal.configure(options);
  return loadRules(options.config, terminal);
}

/** Reads a rules file; undefined after its problems were shown. */
export async function loadRules(
  config: string | undefined,
  terminal: Pick<Terminal, 'problems'>,
): Promise<RulesFile | undefined> {
  const { sow, problems, file, text, named } = await readRules({ config }, 'named files');
  terminal.problems(problems);
  return sow && { sow, path: file, text, named };
}

/** The sources of a rules file, and which of their links a person decided. */
export type Inputs = ReadResult & { readonly decidedLinks: LinkDecisions | undefined };

/** Reads the sources of a rules file, once; undefined after a problem that stops the run was shown. */
export async function recordsOf(
  rules: RulesFile,
  options: SourceFlags,
  terminal: Pick<Terminal, 'problems'>,
): Promise<Inputs | undefined> {
  const { decisions, problems } = await linkDecisionsOf(rules);
  const wrong = [...checkPeriod(options.period), ...problems];
  if (wrong.length) {
    terminal.problems(wrong);
    return undefined;
  }
  const read = await readFor(rules, options);
  showProblems(read.problems, peopleFor(options, rules.sow, read.records, decisions), options, terminal);
  return read.problems.some((p) => isRefused(p, options)) ? undefined : { ...read, decidedLinks: decisions };
}

/** The sources of a rules file, or the files that flags give in their place, with all their problems. */
export function readFor({ sow, path }: RulesFile, options: SourceFlags): Promise<ReadResult> {
  const overrides: Partial<Record<SourceName, readonly string[]>> = {};
  for (const source of CONFIGURED_SOURCES) {
    const given = options[optionOf(source)];
    if (Array.isArray(given)) overrides[source] = given as string[];
  }
  return readSources(sow, {
    baseDir: dirname(resolve(path)),
    workingDir: process.cwd(),
    overrides,
    period: options.period,
    progress: options.quiet ? undefined : progressOn(process.stderr),
  });
}

/** What stops the run: with --strict, what was mended as well. */
export const isRefused = (p: Problem, { strict }: SourceFlags): boolean =>
  effectOf(p) === 'stop' || (strict === true && effectOf(p) === 'repair');

/** Notes are findings of the report; what was mended is shown where it is refused. */
const showProblems = (
  problems: readonly Problem[],
  people: readonly Person[],
  options: SourceFlags,
  terminal: Pick<Terminal, 'problems'>,
): void =>
  terminal.problems(
    problems.filter((p) => isRefused(p, options) || isOfRowsAside(p)),
    people,
  );

/** Whom the inputs name, where that is to be hidden. */
const peopleFor = (
  { redact }: SourceFlags,
  sow: Sow,
  records?: ReadResult['records'],
  decided?: LinkDecisions,
  callers: readonly string[] = [],
): readonly Person[] => (redact === undefined ? [] : peopleOf(records, { decided: decided?.decisions, callers, sow }));

/** An audit, whom its files name where that is to be hidden, and what was read; undefined for a closed period, of which no file is needed. */
export type Seen = Audited & { readonly people: readonly Person[]; readonly read: Inputs | undefined };

/** Reads, audits and shows problems. Undefined when the job could not be done: exit 2. */
export async function auditOf(
  options: SourceOptions & Aside,
  terminal: Terminal,
  forFigures = false,
): Promise<Seen | undefined> {
  const rules = await rulesOf(options, terminal);
  if (!rules) return undefined;
  const tested = forFigures ? { ...rules, sow: withAllTests(rules.sow) } : rules;
  return auditAside(tested, options, terminal, forFigures);
}

interface Aside {
  readonly quarantine?: string;
}

/** Audits what a rules file names, and writes the rows that were set aside where that is asked for. */
export async function auditAside(
  rules: RulesFile,
  options: SourceFlags & Aside,
  terminal: Terminal,
  withoutClaims: boolean,
): Promise<Seen | undefined> {
  const aside: Problem[] = [];
  const shown = {
    problems: (problems: readonly Problem[], people?: readonly Person[]) => {
      for (const p of problems) aside.push(p);
      terminal.problems(problems, people);
    },
  };
  const audited = await auditBy(rules, options, shown, withoutClaims);
  const { quarantine } = options;
  const isWritten =
    quarantine === undefined || (await deliver(quarantineCsv(aside), quarantine, 'quarantine.csv', terminal));
  return isWritten ? audited : undefined;
}

/** With every anomaly test, where the rules do not say which. */
export const withAllTests = (sow: Sow): Sow => ({
  ...sow,
  checks: { ...sow.checks, anomalies: sow.checks?.anomalies ?? anomalyChecks.parse({}) },
});

/** Audits what a rules file names. */
export async function auditBy(
  rules: RulesFile,
  options: SourceFlags,
  terminal: Pick<Terminal, 'problems'>,
  withoutClaims = false,
): Promise<Seen | undefined> {
  const { closings, problems } = await ledgerOf(rules);
  terminal.problems(problems);
  if (problems.length) return undefined;
  // A closed period is what it was: no file of it is needed any more.
  const asked = options.period === undefined ? undefined : parsePeriod(options.period);
  const closed = asked && closedAudit(closings, asked);
  if (closed?.document) return { ...closed, people: peopleFor(options, rules.sow), read: undefined };
  const read = await recordsOf(rules, options, terminal);
  if (!read) return undefined;
  const result = await audit(rules.sow, read.records, { ...scopeOf(options, read), closings, withoutClaims });
  const callers = result.document ? result.callers : [];
  const people = peopleFor(options, rules.sow, read.records, read.decidedLinks, callers);
  showProblems(result.problems, people, options, terminal);
  if (!result.document || result.problems.some((p) => isRefused(p, options))) return undefined;
  return { ...result, people, read };
}

/** What an audit is asked for: flags, else what the files say. */
export const scopeOf = (options: SourceFlags, read: Inputs): AuditOptions => ({
  period: options.period ?? read.period,
  asOf: options.asOf,
  problems: read.problems,
  decidedLinks: read.decidedLinks,
});
