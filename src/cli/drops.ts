import { dirname, resolve } from 'node:path';
import { inspect } from '../inspect/inspect.ts';
import { CONFIGURED_SOURCES, type SourceName } from '../model.ts';
import { meaning } from '../read/files.ts';
import { optionOf, type RulesFile } from './run.ts';
import type { Named } from './samples.ts';

/** The flags under which files of a drop are read: as it was said, else by the entry of the rules whose path each fits, else by what it looks like; no other source is. */
export async function flagsFor(named: readonly Named[], rules: RulesFile): Promise<Readonly<Record<string, string[]>>> {
  const flags: Record<string, string[]> = Object.fromEntries(CONFIGURED_SOURCES.map((s) => [optionOf(s), []]));
  for (const { file, source = fitting(file, rules) ?? (await looking(file)) } of named)
    flags[optionOf(source)]?.push(file);
  return flags;
}

/** The source whose path in the rules a file fits, where it is one alone; a file elsewhere fits by its name. */
function fitting(drop: string, { sow, path }: RulesFile): SourceName | undefined {
  const entries = CONFIGURED_SOURCES.flatMap((source) =>
    (sow.sources[source] ?? []).map(({ file = '' }) => ({ source, pattern: file })),
  );
  const { byPath, byName } = meaning(resolve(drop), dirname(resolve(path)), entries);
  const [source, ...others] = new Set([...byPath, ...byName].map((entry) => entry.source));
  return others.length ? undefined : source;
}

async function looking(drop: string): Promise<SourceName> {
  const { inspection } = await inspect({ name: drop, path: drop === '-' ? drop : resolve(drop) });
  const source = inspection?.recognized.source ?? 'meetings';
  // Whom not to call is the path of a clause, and no flag's.
  return source === 'named' ? 'accounts' : source;
}
