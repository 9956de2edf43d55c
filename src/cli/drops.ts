import { dirname, relative, resolve } from 'node:path';
import { inspect } from '../inspect/inspect.ts';
import { CONFIGURED_SOURCES, type SourceName } from '../model.ts';
import { optionOf, type RulesFile } from './run.ts';

/** The flags under which files of a drop are read: each by the entry of the rules whose path it fits, else by what it looks like; no other source is. */
export async function flagsFor(
  drops: readonly string[],
  rules: RulesFile,
): Promise<Readonly<Record<string, string[]>>> {
  const flags: Record<string, string[]> = Object.fromEntries(CONFIGURED_SOURCES.map((s) => [optionOf(s), []]));
  for (const drop of drops) {
    const source = fitting(drop, rules) ?? (await looking(drop));
    flags[optionOf(source)]?.push(drop);
  }
  return flags;
}

/** The source whose path in the rules a file fits, where it is one alone; a file elsewhere fits by its name. */
function fitting(drop: string, { sow, path }: RulesFile): SourceName | undefined {
  const own = relative(dirname(resolve(path)), resolve(drop)).replaceAll('\\', '/');
  const name = own.split('/').at(-1) ?? own;
  const entries = CONFIGURED_SOURCES.flatMap((source) =>
    (sow.sources[source] ?? []).map(({ file = '' }) => ({ source, pattern: file.replace(/^\.\//, '') })),
  );
  const find = (fits: (pattern: string) => boolean): SourceName[] => [
    ...new Set(entries.filter(({ pattern }) => fits(pattern)).map(({ source }) => source)),
  ];
  const [byPath, byName] = [
    find((pattern) => patternOf(pattern).test(own)),
    find((pattern) => patternOf(pattern.split('/').at(-1) ?? '').test(name)),
  ];
  return byPath.length === 1 ? byPath[0] : byName.length === 1 ? byName[0] : undefined;
}

/** `drops/<period>/*.csv` as a pattern of paths. */
function patternOf(glob: string): RegExp {
  const parts = glob
    .split(/(<period>|\*\*\/|\*|\?)/)
    .map((part) => WILD[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('')}$`);
}
const WILD: Readonly<Record<string, string>> = { '<period>': '[^/]+', '**/': '(?:.*/)?', '*': '[^/]*', '?': '[^/]' };

async function looking(drop: string): Promise<SourceName> {
  const { inspection } = await inspect({ name: drop, path: resolve(drop) });
  return inspection?.recognized.source ?? 'meetings';
}
