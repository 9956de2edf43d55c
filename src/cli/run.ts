import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type AuditResult, audit } from '../audit.ts';
import { CONFIGURED_SOURCES, type SourceName } from '../model.ts';
import { effectOf, type Problem, problem } from '../problems/problem.ts';
import { decodeWhole } from '../read/encoding.ts';
import { namedBeside } from '../read/files.ts';
import { readSources } from '../read/read.ts';
import type { Linted } from '../report/lint/document.ts';
import { quarantineCsv } from '../report/quarantine.ts';
import { checkPeriod } from '../scope.ts';
import { loadSow } from '../sow/load.ts';
import type { Sow } from '../sow/sow.ts';
import { deliver } from './output.ts';
import type { Terminal } from './terminal.ts';

export interface RulesOptions {
  readonly config?: string;
  readonly color?: 'auto' | 'always' | 'never';
  readonly quiet?: boolean;
}

/** Options of commands that read sources; one flag a source, in camel case. */
export type SourceOptions = RulesOptions & {
  readonly period?: string;
  readonly asOf?: string;
  readonly strict?: boolean;
  readonly quarantine?: string;
} & Readonly<Partial<Record<string, unknown>>>;

const DEFAULTS = ['rules.yaml', 'leadaudit.yaml'];

/** Reads the rules file, from the flag or the working folder, with its problems. */
export async function readRules(options: RulesOptions, need: 'named files' | 'rules alone'): Promise<Linted> {
  const path = options.config ?? DEFAULTS.find((name) => existsSync(name)) ?? 'rules.yaml';
  let text: string;
  try {
    text = decodeWhole(await readFile(path), path).text;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const kind = code === 'ENOENT' ? 'missing_file' : 'unreadable_file';
    const problems = [problem(kind, { file: path }, { path, reason: code ?? message })];
    return { file: path, sow: undefined, problems, yaml: undefined };
  }
  const named = namedBeside(path);
  const read = loadSow(text, path, (name) => named(name) ?? (need === 'rules alone' ? null : undefined));
  return { file: path, ...read };
}

/** The rules to work with; undefined after their problems were shown. */
async function rulesOf(options: RulesOptions, terminal: Terminal): Promise<{ sow: Sow; path: string } | undefined> {
  terminal.configure(options);
  const { sow, problems, file } = await readRules(options, 'named files');
  terminal.problems(problems);
  return sow && { sow, path: file };
}

/** Reads, audits and shows problems. Undefined when the job could not be done: exit 2. */
export async function auditOf(
  options: SourceOptions,
  terminal: Terminal,
): Promise<NonNullable<AuditResult['document']> | undefined> {
  const rules = await rulesOf(options, terminal);
  if (!rules) return undefined;
  const { sow, path } = rules;
  const wrong = checkPeriod(options.period);
  if (wrong.length) {
    terminal.problems(wrong);
    return undefined;
  }
  const overrides: Partial<Record<SourceName, readonly string[]>> = {};
  for (const source of CONFIGURED_SOURCES) {
    const given = options[source.replace(/_(\w)/g, (_, c: string) => c.toUpperCase())];
    if (Array.isArray(given)) overrides[source] = given as string[];
  }
  const read = await readSources(sow, {
    baseDir: dirname(resolve(path)),
    workingDir: process.cwd(),
    overrides,
    period: options.period,
  });
  const told = (problems: readonly Problem[]): void =>
    terminal.problems(problems.filter((p) => isShown(p, options.strict === true)));
  const stops = (p: Problem): boolean =>
    effectOf(p) === 'stop' || (options.strict === true && effectOf(p) === 'repair');
  told(read.problems);
  const result = read.problems.some(stops)
    ? undefined
    : await audit(sow, read.records, {
        period: options.period ?? read.period,
        asOf: options.asOf,
        problems: read.problems,
      });
  told(result?.problems ?? []);
  const all = [...read.problems, ...(result?.problems ?? [])];
  if (
    options.quarantine !== undefined &&
    !(await deliver(quarantineCsv(all), options.quarantine, 'quarantine.csv', terminal))
  )
    return undefined;
  return result?.problems.some(stops) ? undefined : result?.document;
}

/** Notes are findings of the report; what was mended is shown where it is refused. */
const isShown = (p: Problem, isStrict: boolean): boolean =>
  effectOf(p) === 'stop' || effectOf(p) === 'quarantine' || (isStrict && effectOf(p) === 'repair');
