import { z } from 'zod';
import { type Problem, problem } from '../problems/problem.ts';
import { date, text } from './scalars.ts';
import { isMapping, readYaml } from './yaml.ts';

/** A verdict or finding that a person overruled; every part is mandatory, so that it can be answered for. */
const waiver = z
  .strictObject({
    id: text().describe('a claim line, meeting, lead or chain').optional(),
    code: text().describe('a reason or a finding').optional(),
    decision: z.enum(['billable', 'not_billable', 'ignore']).describe('the verdict, or that a finding is known'),
    by: text(),
    reason: text(),
    expires: date().describe('the last day on which it holds'),
  })
  .refine((w) => (w.id === undefined) !== (w.code === undefined), { error: 'needs either `id` or `code`' });
export type Waiver = z.output<typeof waiver> & { readonly line: number };

/** Reads a file of waivers: a list of entries. */
export function readWaivers(
  content: string,
  file: string,
): { waivers: readonly Waiver[]; problems: readonly Problem[] } {
  const yaml = readYaml(content, file);
  const problems: Problem[] = [...yaml.problems];
  if (problems.some((p) => p.code === 'bad_yaml')) return { waivers: [], problems };
  if (!Array.isArray(yaml.value)) {
    problems.push(problem('wrong_value', { file, line: 1 }, { path: 'the file', reason: 'is not a list of waivers' }));
    return { waivers: [], problems };
  }
  const waivers = yaml.value.flatMap((entry, i): Waiver[] => {
    const { line } = yaml.at([i], 'value');
    const parsed = waiver.safeParse(entry);
    if (parsed.success) return [{ ...parsed.data, line }];
    for (const issue of parsed.error.issues) {
      const [key] = issue.path.map(String);
      const place = yaml.at([i, ...issue.path.map(String)], 'value');
      const missing = key !== undefined && isMapping(entry) && entry[key] === undefined;
      const args = missing
        ? { key, parent: `waiver ${i + 1}` }
        : { path: key ?? `waiver ${i + 1}`, reason: issue.message };
      problems.push(
        problem(
          missing ? 'missing_key' : 'wrong_value',
          { file, line: place.line, column: place.column },
          args,
          place.excerpt,
        ),
      );
    }
    return [];
  });
  return { waivers, problems };
}
