import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { audit } from '../../audit.ts';
import { inspect } from '../../inspect/inspect.ts';
import { groupBy } from '../../link/grouped.ts';
import { CONFIGURED_SOURCES, type SourceName } from '../../model.ts';
import { effectOf, type Problem, problem } from '../../problems/problem.ts';
import { HELD_SOURCES, type Held, type InputFile } from '../../read/records.ts';
import { type CheckDocument, type Checked, type CheckFailOn, checkDocumentOf } from '../../report/check/document.ts';
import { type CheckFormatName, checkFormat } from '../../report/check/formats.ts';
import { renderCheckMarkdown } from '../../report/check/markdown.ts';
import { plural } from '../../report/phrases.ts';
import { peopleOf } from '../../report/redact.ts';
import type { Person } from '../../report/redact-texts.ts';
import { PLAIN } from '../../report/render.ts';
import { checkPeriod } from '../../scope.ts';
import { flagsFor } from '../drops.ts';
import { ledgerOf } from '../ledger-folder.ts';
import { linkDecisionsOf } from '../link-decisions-file.ts';
import { deliver } from '../output.ts';
import { type REDACTIONS, reportWay } from '../report-flags.ts';
import {
  defaultRules,
  optionOf,
  type RulesFile,
  readFor,
  rulesOf,
  type SourceOptions,
  scopeOf,
  withAllTests,
} from '../run.ts';
import { filesGiven, type Named } from '../samples.ts';
import type { Terminal } from '../terminal.ts';

type Options = SourceOptions & {
  readonly format: CheckFormatName;
  readonly output?: string;
  readonly failOn: readonly CheckFailOn[];
  readonly exitZero?: boolean;
  readonly baseline?: string;
  /** False: with `--no-redact`. */
  readonly redact?: boolean | (typeof REDACTIONS)[number];
};

type Found = Omit<Checked, 'isStrict'> & {
  readonly people: readonly Person[];
  /** A path of the rules as the working folder has it. */
  readonly fromHere?: (file: string) => string;
};

/** A drop before the month: readable, complete, on time, consistent, within tolerance. No money is decided. */
export async function check(drops: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  // Until it is done it is not.
  process.exitCode = 2;
  terminal.configure(options);
  const { format, output, redact } = options;
  const { isShared, isOfCode, extension, load } = checkFormat(format);
  const hidden = redact === undefined ? (isShared ? 'digits' : undefined) : redact === false ? undefined : redact;
  const way = await reportWay({ format: 'json', table: 'results', ...(hidden ? { redact: hidden } : {}) }, terminal);
  const baseline = way && (await baselineOf(options.baseline, terminal));
  const found = baseline && (await look(drops, options, terminal));
  if (!found) return;
  const document = checkDocumentOf(
    { ...found, isStrict: options.strict },
    baseline,
    options.failOn,
    hidden !== undefined,
  );
  const exitCode = options.exitZero && document.exit_code === 1 ? 0 : document.exit_code;
  const told = way.shown({ ...document, exit_code: exitCode }, found.people);
  const shown = isOfCode && found.fromHere ? placed(told, found.fromHere) : told;
  const isFile = output !== undefined && output !== '-';
  const paint = isFile ? PLAIN : terminal.paintFor('stdout');
  const text = (await load())(shown, { width: terminal.width, paint });
  const isDelivered = await deliver(text, output, `check.${extension}`, terminal);
  const summary = format === 'github' ? process.env.GITHUB_STEP_SUMMARY : undefined;
  const isSummed = !summary || (await addTo(summary, renderCheckMarkdown(shown), terminal));
  process.exitCode = isDelivered && isSummed ? exitCode : 2;
}

/** The same document with other paths. */
const placed = (document: CheckDocument, pathOf: (file: string) => string): CheckDocument => ({
  ...document,
  files: document.files.map((one) => ({ ...one, file: pathOf(one.file) })),
  results: document.results.map((one) => ({ ...one, file: one.file === null ? null : pathOf(one.file) })),
});

/** Adds to a file that other steps write too; false after a problem was shown. */
async function addTo(path: string, text: string, terminal: Terminal): Promise<boolean> {
  try {
    await appendFile(path, text);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.problems([problem('unwritable_file', { file: path }, { reason: code ?? message })]);
    return false;
  }
}

/** With a rules file the drop is held against it; without one it is only looked at. */
async function look(drops: readonly string[], options: Options, terminal: Terminal): Promise<Found | undefined> {
  const wrong = checkPeriod(options.period);
  const isBare = options.config === undefined && defaultRules() === undefined;
  const named = filesGiven(drops, options);
  if (isBare && !named.length) {
    const args = {
      flag: 'DROP',
      reason: 'is needed: there is no rules file either',
      expected: 'name the files of the drop, or rules with -c',
    };
    wrong.push(problem('bad_argument', { file: 'command line' }, args));
  }
  terminal.problems(wrong);
  if (wrong.length) return undefined;
  if (isBare) return lookBare(named);
  // Flags alone stand in place of sources; beside files of a drop they say what theirs are.
  return lookByRules(drops.length ? named : [], options, terminal);
}

async function lookBare(named: readonly Named[]): Promise<Found> {
  const files: CheckDocument['files'] = [];
  const problems: Problem[] = [];
  const words: Problem[] = [];
  for (const { file: name, source: said } of named) {
    const found = await inspect({ name, path: name === '-' ? name : resolve(name) }, { source: said });
    if (!found.inspection) {
      problems.push(...found.problems);
      continue;
    }
    const { problems: all } = found.inspection;
    problems.push(...all.filter((p) => !isForRules(p)));
    words.push(...all.filter(isForRules));
    const { file, sha256, rows, quarantined, recognized } = found.inspection;
    files.push({ source: recognized.source, file, sha256, rows, quarantined });
    const { source } = recognized;
    if (rows + quarantined === 0 && !all.some(isStop)) problems.push(problem('empty_file', { file }, { source }));
  }
  const notChecked = [{ rule: 'the contract of the drop', why: 'no rules file' }, ...unmappedIn(words)];
  return { sow: null, period: null, files, problems, findings: [], notChecked, people: [] };
}

const isStop = (p: Problem): boolean => effectOf(p) === 'stop';

/** Of a drop at which the reading or the audit stopped. */
const STOPPED = { rule: 'the contract of the drop', why: 'it stopped at what stands here as an error' };

/** Only rules say what a status means: it is told as not checked, and is no fault of the drop. */
const isForRules = ({ code }: Problem): boolean => code === 'unmapped_value';

/** Words that nobody has mapped, by the key that would say what they mean; each once for all files. */
const unmappedIn = (words: readonly Problem[]): CheckDocument['not_checked'] =>
  groupBy(words, ({ args: { source, field } }) => `sources.${source}.values.${field}`).map((own) => {
    const said = groupBy(own, ({ args }) => String(args.value)).map((same) => {
      const rows = same.reduce((n, { args }) => n + Number(args.count), 0);
      return `"${same[0].args.value}" (${plural(rows, 'row')})`;
    });
    const [{ args }] = own;
    const files = [...new Set(own.map(({ place }) => place.file))].join(', ');
    return {
      rule: `sources.${args.source}.values.${args.field}`,
      why: `no rules say what is meant by ${said.join(', ')} in ${files}`,
    };
  });

async function lookByRules(named: readonly Named[], options: Options, terminal: Terminal): Promise<Found | undefined> {
  const rules = await rulesOf(options, terminal);
  if (!rules) return undefined;
  const { closings, problems: broken } = await ledgerOf(rules);
  const { decisions, problems: unsound } = await linkDecisionsOf(rules);
  terminal.problems([...broken, ...unsound]);
  if (broken.length + unsound.length) return undefined;
  const given = named.length ? { ...options, ...(await flagsFor(named, rules)) } : options;
  const read = await readFor(rules, given);
  const base = {
    fromHere: pathsFromHere(rules, given, read.records.files),
    sow: rules.sow.sow.id,
    period: null,
    findings: [],
    notChecked: [],
    people: peopleOf(read.records, { sow: rules.sow }),
  };
  const files = read.records.files.map(({ source, file, sha256, rows, quarantined }) => ({
    source,
    file,
    sha256,
    rows,
    quarantined,
  }));
  if (read.problems.some(isStop)) {
    const { calls = rules.sow.sources.calls?.filter(({ file }) => file !== undefined) } = given;
    const unread = Array.isArray(calls) && calls.length ? [{ rule: 'sources.calls', why: 'not read' }] : [];
    return { ...base, files, problems: read.problems, notChecked: [STOPPED, ...unread] };
  }
  const audited = await audit(withAllTests(rules.sow), read.records, {
    ...scopeOf(options, { ...read, decidedLinks: decisions }),
    closings,
    reopen: true,
    withoutClaims: true,
  });
  const problems = [...read.problems, ...audited.problems];
  const { document } = audited;
  if (!document) return { ...base, files, problems, notChecked: [STOPPED] };
  // Closed months are judged along, from the ledger: their files were checked when they came.
  const own = new Set([...files, ...read.records.calls.passed().files].map(({ file }) => file));
  return {
    ...base,
    people: peopleOf(read.records, { decided: decisions?.decisions, callers: audited.callers, sow: rules.sow }),
    period: document.period.label,
    files: document.inputs.filter(({ file }) => own.has(file)),
    problems,
    rowText: rowTextsOf(read.records),
    findings: document.findings.filter((f) => !f.evidence.length || f.evidence.some(({ file }) => own.has(file))),
    notChecked: document.not_checked,
  };
}

/** Paths that the rules name from their own folder, as the working folder has them; what a flag names is named from here. */
function pathsFromHere(
  { path }: RulesFile,
  given: SourceOptions,
  files: readonly InputFile[],
): NonNullable<Found['fromHere']> {
  const folder = relative(process.cwd(), dirname(resolve(path)));
  const byFlag: ReadonlySet<SourceName> = new Set(CONFIGURED_SOURCES.filter((s) => Array.isArray(given[optionOf(s)])));
  const sourceOf = new Map(files.map(({ file, source }) => [file, source]));
  return (file) => {
    const here = join(folder, file);
    const isHere = isAbsolute(file) || byFlag.has(sourceOf.get(file) ?? 'calls') || !existsSync(here);
    return isHere ? file : here.split(sep).join('/');
  };
}

/** What the rows say that are held; calls are not. */
function rowTextsOf(records: Held): (row: { readonly file: string; readonly line: number }) => string {
  const texts = new Map(
    HELD_SOURCES.flatMap((source) =>
      records[source].map(({ row, raw }) => [`${row.file}:${row.line}`, JSON.stringify(raw)] as const),
    ),
  );
  return ({ file, line }) => texts.get(`${file}:${line}`) ?? '';
}

const Baseline = z.object({
  schema: z.literal('leadaudit/check@1'),
  results: z.array(
    z.object({ code: z.string(), file: z.string().nullable(), message: z.string(), fingerprint: z.string() }),
  ),
});

/** The results of an earlier check; undefined after a problem was shown. */
async function baselineOf(
  path: string | undefined,
  terminal: Terminal,
): Promise<z.output<typeof Baseline>['results'] | undefined> {
  if (path === undefined) return [];
  const wrong = (reason: string): undefined => {
    const args = { flag: '--baseline', reason, expected: 'what `leadaudit check --format json` wrote before' };
    terminal.problems([problem('bad_argument', { file: 'command line' }, args)]);
  };
  try {
    const parsed = Baseline.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data.results : wrong(`${path} is no document of a check`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return wrong(code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read as JSON`);
  }
}
