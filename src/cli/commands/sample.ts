import { basename } from 'node:path';
import { type Purse, purseOf } from '../../price/money.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { plural } from '../../report/phrases.ts';
import { peopleOf } from '../../report/redact.ts';
import { renderAs } from '../../report/render.ts';
import { type DocumentKind, type Format, RENDERERS } from '../../report/renderers.ts';
import { type ReviewedSheet, type SampleParts, sampleDocumentOf } from '../../report/sample/build.ts';
import type { SampleDocument } from '../../report/sample/document.ts';
import { SAMPLE_TABLES } from '../../report/sample/tables.ts';
import type { Confidence } from '../../sample/confidence.ts';
import type { Design } from '../../sample/designs/design.ts';
import { DESIGNS, type DesignName } from '../../sample/designs/table.ts';
import { Draw, type Pool } from '../../sample/draw.ts';
import { type Item, type LeftOut, POPULATIONS, type PopulationName } from '../../sample/item.ts';
import { judgeSample } from '../../sample/judge.ts';
import { leadsOf } from '../../sample/leads.ts';
import { Conversations } from '../../sample/recordings.ts';
import type { SAMPLE_FAIL_ON } from '../../sample/result-words.ts';
import { readResults } from '../../sample/results.ts';
import { filledInFile } from '../filled-in-file.ts';
import { deliver, mayReplaceSheet } from '../output.ts';
import { type ReportFlags, reportWay } from '../report-flags.ts';
import { auditAside, isRefused, type RulesFile, recordsOf, rulesOf, type Seen, type SourceOptions } from '../run.ts';
import type { Terminal } from '../terminal.ts';

type Options = SourceOptions &
  Omit<ReportFlags<keyof typeof SAMPLE_TABLES>, 'format'> &
  Readonly<Partial<Record<DesignName, string>>> & {
    readonly format?: Format;
    readonly of: PopulationName;
    readonly confidence: Confidence;
    readonly expected?: string;
    readonly seed?: string;
    readonly results?: string;
    readonly failOn: (typeof SAMPLE_FAIL_ON)[number];
    readonly exitZero?: boolean;
    readonly quarantine?: string;
  };

const SAMPLE: DocumentKind<SampleDocument> = {
  tables: SAMPLE_TABLES,
  terminal: async () => (await import('../../report/sample/terminal.ts')).renderSample,
  outline: async () => (await import('../../report/outline/sample.ts')).outlineOfSample,
  sheets: async () => ({
    Sample: SAMPLE_TABLES.sample,
    Statement: SAMPLE_TABLES.statement,
    Errors: SAMPLE_TABLES.errors,
  }),
};

/** Draws what is to be reviewed, as a sheet to fill in; or reads the sheet back and says what it says of the whole. */
export async function sample(options: Options, terminal: Terminal): Promise<void> {
  // Until it is done it is not.
  process.exitCode = 2;
  terminal.configure(options);
  const wrong = flagProblems(options);
  terminal.problems(wrong);
  if (wrong.length) return;
  const format = options.format ?? (isSheet(options) ? 'csv' : 'table');
  const way = await reportWay({ ...options, format }, terminal);
  const rules = way && (await rulesOf(options, terminal));
  if (!rules) return;
  const purse = purseOf(rules.sow.sow.currency, 'half_up');
  const design = await designOf(options, purse, terminal);
  const audited = design && (await auditAside(rules, options, terminal, options.of === 'recordings'));
  const pool = audited && (await poolOf(audited, design, rules, purse, options, terminal));
  const parts = pool && drawn(pool, design, options, terminal);
  const reviewed = parts && (await reviewOf(parts, purse, options, terminal));
  if (!reviewed) return;
  const document = sampleDocumentOf({ ...parts, ...reviewed });
  const fails = document.review?.verdict === 'rejected' && options.failOn === 'rejected' && !options.exitZero;
  const exitCode = fails ? 1 : 0;
  const text = await renderAs(SAMPLE, way.shown({ ...document, exit_code: exitCode }, pool.people), way.settings);
  const name = `sample-${document.period.label}.${RENDERERS[format].extension}`;
  if (isSheet(options) && format === 'csv' && !(await mayReplaceSheet(options.output, name, 'result', terminal)))
    return;
  if (await deliver(text, options.output, name, terminal)) process.exitCode = exitCode;
}

/** Whether a file is written that somebody fills in. */
const isSheet = ({ output, results }: Options): boolean =>
  output !== undefined && output !== '-' && results === undefined;

const bad = (flag: string, reason: string, expected: string): Problem =>
  problem('bad_argument', { file: 'command line' }, { flag, reason, expected });

const NAMES = Object.keys(DESIGNS) as DesignName[];
const FLAGS = NAMES.map((name) => `--${name} ${DESIGNS[name].takes}`).join(', ');
const givenBy = (options: Options): DesignName[] => NAMES.filter((name) => options[name] !== undefined);

function flagProblems(options: Options): Problem[] {
  const given = givenBy(options);
  const { seed, expected } = options;
  return [
    ...(given.length === 0 ? [bad('sample', 'nothing says how many are to be drawn', `one of ${FLAGS}`)] : []),
    ...given
      .slice(1)
      .map((name) => bad(`--${name}`, `--${given[0]} says already how many are drawn`, `one of ${FLAGS}`)),
    ...(expected !== undefined && !given.includes('error')
      ? [bad('--expected', 'only --error looks at it', '--error, or no --expected')]
      : []),
    ...(seed !== undefined && (!seed.trim() || seed !== seed.trim() || /[\r\n]/.test(seed))
      ? [bad('--seed', 'it is empty, or has blanks around it or a line end in it', 'a text on one line')]
      : []),
  ];
}

async function designOf(options: Options, purse: Purse, terminal: Terminal): Promise<Design | undefined> {
  const { confidence, expected = '50%', of } = options;
  const [name = 'error'] = givenBy(options);
  const { load, form } = DESIGNS[name];
  const design = (await load())(options[name] ?? '', { confidence, expected, purse });
  if (!design) {
    const told = options.expected === undefined ? '' : ` with --expected ${options.expected}`;
    terminal.problems([bad(`--${name}`, `"${options[name]}"${told} cannot be used`, `expected ${form}`)]);
  } else if (design.needsMoney && of === 'recordings') {
    terminal.problems([
      bad(`--${name}`, 'recordings have no money', '--of leads, or another of the flags for the size'),
    ]);
    return undefined;
  }
  return design;
}

type Pooled = Pick<SampleParts, 'audit' | 'seed' | 'leftOut'> & Pick<Seen, 'people'> & { readonly pool: Pool<Item> };

/** The population in the order of the draw; undefined after a problem was shown. */
async function poolOf(
  audited: Seen,
  design: Design,
  rules: RulesFile,
  purse: Purse,
  options: Options,
  terminal: Terminal,
): Promise<Pooled | undefined> {
  const { document: audit, people } = audited;
  const seed = options.seed ?? `${audit.sow.id} ${audit.period.label}`;
  const found = { audit, seed, people, leftOut: [] as readonly LeftOut[] };
  if (options.of === 'leads') {
    const { items, leftOut, amount } = leadsOf(audited, purse);
    const draw = new Draw<Item>(seed, design.most, () => 0);
    for (const item of items) draw.add(item);
    return { ...found, leftOut, pool: draw.pool(amount) };
  }
  const read = audited.read ?? (await recordsOf(rules, options, terminal));
  if (!read) return undefined;
  const { zone } = audited.sow.clock;
  const calls = new Conversations(seed, design.most, audit.period, Date.parse(audit.as_of), zone);
  for await (const batch of read.records.calls.batches()) calls.add(batch);
  // Of a closed period the log has not passed before.
  const refused = read.records.calls.passed().problems.filter((p) => isRefused(p, options));
  terminal.problems(refused);
  if (refused.length) return undefined;
  const pool = calls.pool(read.records.recordings, zone);
  return {
    ...found,
    people: audited.read ? people : peopleOf(read.records, { decided: read.decidedLinks?.decisions, sow: rules.sow }),
    pool,
  };
}

function drawn(
  { pool, ...found }: Pooled,
  design: Design,
  options: Options,
  terminal: Terminal,
): Omit<SampleParts, 'reviewed'> | undefined {
  const { of, confidence } = options;
  if (pool.items === 0) {
    const { title, what } = POPULATIONS[of];
    const left = found.leftOut.map(({ why, items }) => `${plural(items, 'claim')} ${why}`).join('; ');
    const args = {
      what: title,
      period: found.audit.period.label,
      ...(left && { left }),
      expected: `a sample is drawn from ${what}`,
    };
    terminal.problems([problem('nothing_to_sample', { file: 'inputs' }, args)]);
    return undefined;
  }
  const taken = design.take(pool);
  if ('reason' in taken) {
    terminal.problems([bad(`--${givenBy(options)[0]}`, taken.reason, taken.expected)]);
    return undefined;
  }
  return { ...found, of, confidence, whole: { items: pool.items, amount: pool.amount }, taken };
}

/** The filled-in sheet, where one is named, and what it says; undefined after a problem was shown. */
async function reviewOf(
  { taken, seed, whole, confidence }: Omit<SampleParts, 'reviewed'>,
  purse: Purse,
  { results }: Options,
  terminal: Terminal,
): Promise<{ readonly reviewed: ReviewedSheet | undefined } | undefined> {
  if (results === undefined) return { reviewed: undefined };
  const sheet = await filledInFile(results, terminal);
  if (!sheet) return undefined;
  const file = basename(results);
  const { answers, problems } = readResults(sheet.text, file, { seed, ...taken }, purse);
  terminal.problems(problems);
  if (problems.length) return undefined;
  const judgement = judgeSample(taken.plan, answers, whole, confidence, purse);
  return { reviewed: { file, sha256: sheet.sha256, answers, judgement } };
}
