import { type Command, InvalidArgumentError, Option } from 'commander';
import { DIALECT_NAMES } from '../measure/sql/dialects.ts';
import { CONFIGURED_SOURCES } from '../model.ts';
import { FINDINGS } from '../problems/findings.ts';
import { PROBLEMS } from '../problems/table.ts';
import { FAIL_LEVELS, type FailOn, parseFailOn } from '../report/exit.ts';
import { type Format, hasTables, RENDERERS } from '../report/renderers.ts';
import { SEVERAL_TABLES } from '../report/several/tables.ts';
import { REDACTIONS } from './report-flags.ts';
import { unknownWord } from './words.ts';

/** Lines for the end of a command's help. */
export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;

export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

const RULES = 'the rules file (default: rules.yaml, then leadaudit.yaml)';
/** Other commands take several rules files: the last alone would be taken for all. */
function onlyOne(value: string, before: string | undefined): string {
  if (before === undefined) return value;
  throw new InvalidArgumentError(`This command takes one rules file, and has ${before} already.`);
}
const oneFile = (): Option => new Option('-c, --config <file>', RULES).argParser(onlyOne);
export const severalFiles = (): Option =>
  new Option('-c, --config <file>', `${RULES}; several, or a folder of them: a report each and a summary`).argParser(
    collect,
  );

export function withRules(command: Command, config = oneFile()): Command {
  return withColor(command.addOption(config));
}

export function withColor(command: Command): Command {
  return command
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'))
    .option('-q, --quiet', 'no notes on stderr');
}

export function withOutput(command: Command): Command {
  return command.option('-o, --output <path>', 'a file, or a folder for the default name; `-` is stdout');
}

const asTable = (): Option => formatOption('how the report looks').default('table');
/** `--format`, for a command with a default of its own. */
export const formatOption = (what: string): Option =>
  new Option('--format <format>', what).choices(Object.keys(RENDERERS));

export function withFormat(command: Command, tables: readonly string[], table: string, format = asTable()): Command {
  return withOutput(command)
    .hook('preAction', refuseIdleTable)
    .addOption(format)
    .addOption(new Option('--table <table>', 'which table, for csv and ndjson').choices(tables).default(table))
    .option('--raw', 'text of a CSV as it is: for programs, not for a spreadsheet')
    .addOption(
      new Option('--redact [how]', 'name nobody: hash (default; key in LEADAUDIT_REDACT_KEY) or digits').choices(
        REDACTIONS,
      ),
    );
}

/** A table that is named and not shown would be taken for what is shown. */
function refuseIdleTable(command: Command): void {
  const { format } = command.opts<{ readonly format?: Format }>();
  if (command.getOptionValueSource('table') !== 'cli' || !format || hasTables(format)) return;
  const having = (Object.keys(RENDERERS) as Format[]).filter(hasTables);
  command.error(
    `error: option '--table <table>' does nothing to --format ${format}. Expected --format ${having.join(' or ')}.`,
  );
}

export function withReport(command: Command): Command {
  return withFormat(command, Object.keys(SEVERAL_TABLES), 'claims')
    .addOption(
      new Option('--fail-on <level>', `exit 1 at or above: ${FAIL_LEVELS.join(', ')}; or "open>10%" (repeatable)`)
        .argParser(failLevel)
        .default(BY_DISPUTE, 'dispute'),
    )
    .option('--exit-zero', 'exit 0 in place of 1');
}

const BY_DISPUTE: readonly FailOn[] = ['dispute'];
const BY_WARNING: readonly FailOn[] = ['warning'];

/** What a run of figures fails by. */
export const figuresFailOn = (): Option =>
  new Option('--fail-on <level>', 'exit 1 at or above: never, warning, error (repeatable)')
    .argParser(failLevel)
    .default(BY_WARNING, 'warning');

const BY_ERROR: readonly string[] = ['error'];
const CODES = ['never', 'warning', 'error', ...Object.keys(PROBLEMS), ...Object.keys(FINDINGS)];

/** What a check fails by: a severity, or one code. */
export const checkFailOn = (): Option =>
  new Option('--fail-on <level>', 'exit 1 at or above: never, warning, error; or at a code (repeatable)')
    .argParser(checkLevel)
    .default(BY_ERROR, 'error');

/** One level or code more; the default stands only where nothing is given. */
function checkLevel(text: string, before: readonly string[]): string[] {
  if (!CODES.includes(text))
    throw unknownWord(text, CODES, 'Expected never, warning, error or a code of docs/problems.md or docs/findings.md');
  return [...(before === BY_ERROR ? [] : before), text];
}

/** One level or limit more; the default stands only where nothing is given. */
function failLevel(text: string, before: readonly FailOn[]): FailOn[] {
  const level = parseFailOn(text);
  if (level === undefined)
    throw unknownWord(text, FAIL_LEVELS, `Expected ${FAIL_LEVELS.join(', ')}, "open>10%" or "open>500.00"`);
  return [...(before === BY_DISPUTE || before === BY_WARNING ? [] : before), level];
}

export function withSources(command: Command): Command {
  return withInputs(
    command.option('--period <period>', 'a month, quarter or range (default: the newest invoice period)'),
  );
}

export function withInputs(command: Command): Command {
  command
    .option('--as-of <time>', 'up to when facts are known (default: the end of the period)')
    .option('--strict', 'refuse files that had to be mended');
  return withSourceFiles(command, 'Files in place of what the rules name:');
}

/** Of commands that show what the inputs hold. */
export const withQuarantine = (command: Command): Command =>
  command.option('--quarantine <file>', 'write the rows that were set aside, as they stand in their files');

/** One flag a source, under a heading of their own: there are many, and few runs need one. */
export function withSourceFiles(command: Command, heading: string): Command {
  for (const source of CONFIGURED_SOURCES)
    command.addOption(
      new Option(`--${source.replaceAll('_', '-')} <file...>`, `files of ${source}`).helpGroup(heading),
    );
  return command;
}

/** Of a command that can print the query for a warehouse: then nothing else is asked for. */
export function withQuery(command: Command): Command {
  const kept: ReadonlySet<string> = new Set(['config', 'period', 'asOf', 'output', 'color', 'quiet']);
  const others = command.options.map((option) => option.attributeName()).filter((name) => !kept.has(name));
  return command.addOption(
    new Option('--sql <dialect>', 'the query for calls in a warehouse, in place of figures; no file is read')
      .choices(DIALECT_NAMES)
      .conflicts(others),
  );
}
