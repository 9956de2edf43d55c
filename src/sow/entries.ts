import type { z } from 'zod';
import { type Problem, problem } from '../problems/problem.ts';
import { isMapping, readYaml } from './yaml.ts';

/** Where an entry stands in its file. */
export interface EntryPlace {
  readonly line: number;
  readonly column: number;
}

/** Reads a YAML file that is a list of entries of one kind, such as waivers; every mistake is told with its place. */
export function readEntries<T extends object>(
  content: string,
  file: string,
  kind: { readonly schema: z.ZodType<T>; readonly one: string; readonly many: string },
): { entries: readonly (T & EntryPlace)[]; problems: readonly Problem[] } {
  const yaml = readYaml(content, file);
  const problems: Problem[] = [...yaml.problems];
  if (problems.some((p) => p.code === 'bad_yaml')) return { entries: [], problems };
  if (!Array.isArray(yaml.value)) {
    const args = { path: 'the file', reason: `is not a list of ${kind.many}` };
    problems.push(problem('wrong_value', { file, line: 1 }, args));
    return { entries: [], problems };
  }
  const entries = yaml.value.flatMap((entry, i): (T & EntryPlace)[] => {
    const { line, column } = yaml.at([i], 'value');
    const parsed = kind.schema.safeParse(entry);
    if (parsed.success) return [{ ...parsed.data, line, column }];
    const name = `${kind.one} ${i + 1}`;
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String);
      const [key] = path;
      const place = yaml.at([i, ...path], 'value');
      const missing = key !== undefined && isMapping(entry) && entry[key] === undefined;
      const args = missing ? { key, parent: name } : { path: path.join('.') || name, reason: issue.message };
      const code = missing ? 'missing_key' : 'wrong_value';
      problems.push(problem(code, { file, line: place.line, column: place.column }, args, place.excerpt));
    }
    return [];
  });
  return { entries, problems };
}
