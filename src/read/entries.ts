import { resolve } from 'node:path';
import type { SourceName } from '../model.ts';
import type { Sow } from '../sow/sow.ts';
import { warehouseOf } from '../sow/warehouse.ts';
import { meaning, newestLabel } from './files.ts';
import type { Entry } from './prepare.ts';
import type { ReadOptions } from './read.ts';

/** The entries of a source: those of the rules, or the files that a flag gives in their place. */
export function entriesOf(
  sow: Sow,
  source: SourceName,
  options: Pick<ReadOptions, 'baseDir' | 'workingDir' | 'overrides'>,
): { entry: Entry; baseDir: string }[] {
  if (source === 'named') {
    const file = sow.rules.exclusions?.named?.file;
    return file === undefined ? [] : [{ entry: { file, preset: 'generic' }, baseDir: options.baseDir }];
  }
  if (source === 'call_figures') {
    const file = options.overrides.calls ? undefined : warehouseOf(sow)?.aggregates;
    return file === undefined
      ? []
      : [{ entry: { file, preset: 'generic', decimals: 'point' }, baseDir: options.baseDir }];
  }
  const entries = sow.sources[source] ?? [];
  const given = options.overrides[source];
  if (!given)
    return entries.flatMap((entry) => (entry.file === undefined ? [] : [{ entry, baseDir: options.baseDir }]));
  const patterns = entries.map((entry) => ({ entry, pattern: entry.file ?? '' }));
  return given.map((file) => {
    // A flag replaces the files; how they are read stays as the rules say. When another file came says nothing of this one.
    const { byPath, byName } = meaning(resolve(options.workingDir, file), options.baseDir, patterns);
    const [own] = byPath;
    const how = own?.entry ?? unsent((byName.at(-1) ?? patterns[0])?.entry ?? { preset: 'generic' as const });
    return { entry: { ...how, file }, baseDir: options.workingDir };
  });
}

const unsent = (entry: Entry): Entry => ({
  ...entry,
  received: undefined,
  ...('sent_at' in entry && { sent_at: undefined }),
});

/** The period that the names of the files say: of the newest invoice, else of the newest file. */
export function labelFromPaths(
  entries: readonly { source: SourceName; entry: Entry; baseDir: string }[],
): string | undefined {
  const labels = (only: (source: SourceName) => boolean): string[] =>
    entries.flatMap(({ source, entry, baseDir }) =>
      only(source) ? (newestLabel(entry.file ?? '', baseDir) ?? []) : [],
    );
  return (
    (labels((source) => source === 'invoice')[0] ??
      labels(() => true)
        .sort()
        .at(-1)) ||
    undefined
  );
}
