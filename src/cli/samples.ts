import { dirname, relative, resolve, sep } from 'node:path';
import type { Sets } from '../init/given.ts';
import type { Sample } from '../init/sample.ts';
import type { Columns } from '../inspect/composed.ts';
import { type InspectOptions, inspect } from '../inspect/inspect.ts';
import { CONFIGURED_SOURCES } from '../model.ts';
import { effectOf, type Problem, problem } from '../problems/problem.ts';
import { filesOf } from '../read/files.ts';
import { fieldsOf } from '../read/source-table.ts';
import { isMapping, valueAt } from '../sow/yaml.ts';
import { optionOf } from './run.ts';

type Source = Sample['source'];

/** A file that was named, and the source that its flag says it is. */
export interface Named {
  readonly file: string;
  readonly source?: Source;
}

/** Files as arguments, and files by the flag of their source, which is what they are though they are named twice. */
export function filesGiven(drops: readonly string[], flags: Readonly<Record<string, unknown>>): Named[] {
  const flagged = CONFIGURED_SOURCES.flatMap((source) => {
    const files = flags[optionOf(source)];
    return Array.isArray(files) ? files.map((file) => ({ file: String(file), source })) : [];
  });
  const named = new Set(flagged.map(({ file }) => resolve(file)));
  return [
    ...filesMeant(drops)
      .filter((file) => !named.has(resolve(file)))
      .map((file) => ({ file })),
    ...flagged,
  ];
}

/** Files named on the command line, where no shell has put them in place of a pattern; one that nothing matches stays, to be told. */
export const filesMeant = (names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const found = filesOf(name, process.cwd(), undefined);
    const isItself = found.some(({ path }) => path === resolve(name));
    return found.length && !isItself ? found.map((file) => file.name) : [name];
  });

/** What the files of a drop are; what cannot be told of one, or stops a run over it, is a problem. `output` is where the rules will lie. */
export async function samplesOf(
  named: readonly Named[],
  output: string,
  sets: Sets,
): Promise<{ readonly samples: readonly Sample[]; readonly problems: readonly Problem[] }> {
  const samples: Sample[] = [];
  const problems: Problem[] = [];
  for (const { file, source } of named) {
    if (file === '-') {
      const args = {
        flag: 'init',
        reason: 'a drop cannot be read from stdin',
        expected: 'a file: the rules file names it',
      };
      problems.push(problem('bad_argument', { file: 'command line' }, args));
      continue;
    }
    const first = await look(file, { source });
    problems.push(...first.problems);
    if (!first.inspection) continue;
    const found = first.inspection.recognized.source as Source;
    const n = samples.filter((s) => s.source === found).length;
    const columns = columnsIn(sets, found, n);
    const { inspection } = columns ? await look(file, { source: found, columns }) : first;
    if (!inspection) continue;
    if (found === 'named' && n > 0) problems.push(secondList(file));
    problems.push(...untold(inspection, found, n), ...inspection.problems.filter(isFinal));
    samples.push({ source: found, n, file: nameFrom(output, file), inspection });
  }
  return { samples, problems };
}

const secondList = (file: string): Problem =>
  problem(
    'bad_argument',
    { file: 'command line' },
    {
      flag: file,
      reason: 'is a second list of whom not to call, and a SOW has one',
      expected: 'one list with the rows of both; or say what it is, such as --competitors',
    },
  );

const look = (file: string, options: InspectOptions) => inspect({ name: file, path: resolve(file) }, options);

/** The path as the rules file names it. */
const nameFrom = (output: string, file: string): string =>
  relative(dirname(resolve(output)), resolve(file))
    .split(sep)
    .join('/');

function columnsIn({ tree }: Sets, source: Source, n: number): InspectOptions['columns'] {
  const columns = valueAt(tree, ['sources', source, String(n), 'columns']);
  if (!isMapping(columns)) return undefined;
  return Object.fromEntries(
    Object.entries(columns).map(([field, header]) => [
      field,
      isMapping(header) ? (header as unknown as Columns[string]) : String(header),
    ]),
  );
}

/** Needed columns that nobody can tell. */
const untold = ({ file, problems, recognized }: Sample['inspection'], source: Source, n: number): Problem[] =>
  problems.flatMap((p) => {
    if (p.code !== 'missing_column') return [];
    const [field = ''] = String(p.args.field).split('" or "');
    const means = fieldsOf(source)[field]?.description ?? field;
    const doubt = recognized.confidence === 'unsure' ? `; is it a file of ${source} at all?` : '';
    const args = {
      flag: file,
      reason: `no column is known to be "${field}" of ${source} (${means})${doubt}`,
      expected: `say what the file is (--customers ${file}, for one), or which column it is: --set 'sources.${source}.${n}.columns={ ${field}: HEADER }'; ${p.args.headers}`,
    };
    return [problem('bad_argument', { file: 'command line' }, args)];
  });

/** What would stop every run over the file; the rest is asked, or told before. */
const ASKED: ReadonlySet<string> = new Set([
  'missing_column',
  'unmapped_value',
  'time_without_zone',
  'unmapped_zone',
  'ambiguous_dates',
  'ambiguous_numbers',
  'doubtful_unit',
]);
const isFinal = (p: Problem): boolean => effectOf(p) === 'stop' && !ASKED.has(p.code);
