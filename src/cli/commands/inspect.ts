import { resolve } from 'node:path';
import { type Inspection, type InspectOptions, inspect as inspectFile } from '../../inspect/inspect.ts';
import { effectOf, type Problem } from '../../problems/problem.ts';
import { inspectionJson, inspectionText } from '../../report/inspection.ts';
import { PLAIN } from '../../report/render.ts';
import { deliver } from '../output.ts';
import { filesMeant } from '../samples.ts';
import type { Terminal } from '../terminal.ts';

type Options = InspectOptions & {
  readonly format: 'table' | 'json';
  readonly output?: string;
  readonly color?: 'auto' | 'always' | 'never';
};

/** What files are, with no rules at all. Exit 2 where one cannot be read. */
export async function inspect(files: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  terminal.configure(options);
  const inspections: Inspection[] = [];
  const failed: Problem[] = [];
  for (const name of filesMeant(files)) {
    const { inspection, problems } = await inspectFile({ name, path: name === '-' ? name : resolve(name) }, options);
    if (inspection) inspections.push(inspection);
    else failed.push(...problems);
  }
  terminal.problems(failed);
  const { format, output } = options;
  const isFile = output !== undefined && output !== '-';
  const paint = isFile ? PLAIN : terminal.paintFor('stdout');
  const text =
    format === 'json'
      ? inspectionJson(inspections)
      : inspections.map((i) => inspectionText(i, terminal.width, paint)).join('\n');
  const isDelivered =
    inspections.length === 0 ||
    (await deliver(text, output, `inspection.${format === 'json' ? 'json' : 'txt'}`, terminal));
  process.exitCode = isDelivered && failed.every((p) => effectOf(p) !== 'stop') && inspections.length ? 0 : 2;
}
