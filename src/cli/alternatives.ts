import { dirname, resolve } from 'node:path';
import { effectOf, type Problem, problem } from '../problems/problem.ts';
import { namedBeside } from '../read/files.ts';
import { type ReadResult, readSources } from '../read/read.ts';
import type { Alternative, Variant } from '../simulate.ts';
import { type Change, changesBetween, readChanges } from '../sow/changes.ts';
import { loadSow, type ReadNamed } from '../sow/load.ts';
import type { Sow } from '../sow/sow.ts';
import { readYaml, spell, valueAt, type YamlValue } from '../sow/yaml.ts';
import { loadRules, type RulesFile } from './run.ts';
import type { Terminal } from './terminal.ts';

/** An alternative before the records are there. */
export interface Plan {
  readonly title: string;
  readonly notApplied: readonly string[];
  /** The rules file beside which lists of the alternative lie. */
  readonly path: string;
  readonly whole: Sow;
  readonly changes: readonly { readonly change: Change; readonly alone: Sow | undefined }[];
}

/** What `--set` and `--with` ask for, in this order; undefined after the problems of all were shown. */
export async function plansOf(
  { set = [], with: files = [] }: { readonly set?: readonly string[]; readonly with?: readonly string[] },
  base: RulesFile,
  terminal: Terminal,
): Promise<Plan[] | undefined> {
  const tree = treeOf(base);
  const asked: (Plan | undefined)[] = set.length ? [planOfSets(set, base, tree, terminal)] : [];
  for (const file of files) asked.push(await planOfFile(file, base, tree, terminal));
  const plans = asked.flatMap((plan) => plan ?? []);
  const problems = plans.flatMap((plan) => otherFacts(plan, base.sow));
  if (!asked.length) {
    const args = { flag: '--with, --set', reason: 'no other clause is given', expected: 'one of the two' };
    problems.push(problem('bad_argument', { file: 'command line' }, args));
  }
  terminal.problems(problems);
  return problems.length || plans.length < asked.length ? undefined : plans;
}

const treeOf = ({ text, path }: RulesFile): YamlValue => readYaml(text, path).value ?? {};

function planOfSets(sets: readonly string[], base: RulesFile, tree: YamlValue, terminal: Terminal): Plan | undefined {
  const { changes, problems } = readChanges(sets, tree);
  const beside = namedBeside(base.path);
  const { sow: whole, problems: clashes } = problems.length
    ? { sow: undefined, problems }
    : loadSow(base.text, base.path, beside, changes);
  terminal.problems(clashes);
  return whole && { title: 'as set', notApplied: [], path: base.path, whole, changes: alone(changes, base, beside) };
}

async function planOfFile(
  file: string,
  base: RulesFile,
  tree: YamlValue,
  terminal: Terminal,
): Promise<Plan | undefined> {
  const other = await loadRules(file, terminal);
  if (!other) return undefined;
  const sources = [tree, treeOf(other)].map((t) => JSON.stringify(valueAt(t, ['sources'])));
  const beside: ReadNamed = (name) => namedBeside(base.path)(name) ?? namedBeside(file)(name);
  return {
    title: file,
    notApplied: sources[1] === undefined || sources[0] === sources[1] ? [] : ['sources'],
    path: file,
    whole: other.sow,
    changes: alone(changesBetween(tree, treeOf(other)), base, beside),
  };
}

/** Each change by itself; one that needs another has no rules of its own. */
const alone = (changes: readonly Change[], { text, path }: RulesFile, beside: ReadNamed): Plan['changes'] =>
  changes.map((change) => ({ change, alone: loadSow(text, path, beside, [change]).sow }));

/** What decides how the records are read; they are read once. */
const FACTS = ['currency', 'time_zone', 'country'] as const;

const otherFacts = ({ title, whole }: Plan, { sow }: Sow): Problem[] =>
  FACTS.flatMap((key) => {
    if (whole.sow[key] === sow[key]) return [];
    const reason = `sow.${key} would be ${whole.sow[key] ?? 'left out'}, and the rules file has ${sow[key] ?? 'none'}`;
    const args = {
      flag: title === 'as set' ? '--set' : '--with',
      reason,
      expected: 'the same: it decides how the records are read, and they are read once',
    };
    return [problem('bad_argument', { file: 'command line' }, args)];
  });

/** A plan with its facts. Undefined after a problem of a list that only the alternative names was shown. */
export async function alternativeOf(
  { title, notApplied, path, whole, changes }: Plan,
  base: RulesFile,
  read: ReadResult,
  terminal: Terminal,
): Promise<Alternative | undefined> {
  const variant = async (sow: Sow): Promise<Variant | undefined> => {
    const file = sow.rules.exclusions?.named?.file;
    if (file === undefined || file === base.sow.rules.exclusions?.named?.file) return { sow, records: read.records };
    const { records, problems } = await readSources(
      { ...sow, sources: {} },
      { baseDir: dirname(resolve(path)), workingDir: process.cwd(), overrides: {}, period: read.period },
    );
    terminal.problems(problems.filter((p) => effectOf(p) !== 'tell'));
    if (problems.some((p) => effectOf(p) === 'stop')) return undefined;
    const files = [...read.records.files.filter((f) => f.source !== 'named'), ...records.files];
    return { sow, records: { ...read.records, named: records.named, files } };
  };
  const all = await variant(whole);
  if (!all) return undefined;
  const text = (value: YamlValue | undefined): string | null => (value === undefined ? null : spell(value));
  const tree = treeOf(base);
  const single: Alternative['changes'][number][] = [];
  for (const { change, alone: sow } of changes)
    single.push({
      path: change.path.join('.'),
      from: text(valueAt(tree, change.path)),
      to: text(change.value),
      alone: sow && (await variant(sow)),
    });
  return { title, notApplied, whole: all, changes: single };
}
