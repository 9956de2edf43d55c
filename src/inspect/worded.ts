import { CONFIGURED_SOURCES, type SourceName } from '../model.ts';
import { counted } from '../read/series.ts';
import { fieldsOf } from '../read/source-table.ts';
import { foldHeader } from '../read/table.ts';
import { areMoments } from './guess.ts';
import { HEADER_WORDS } from './header-words.ts';

/** A header for comparison with words of other languages: no case, accents or signs. */
const plain = (header: string): string =>
  foldHeader(header)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A field that a word means, and how good the word is: the first of a language says most. */
interface Meaning {
  readonly field: string;
  readonly rank: number;
}

/** Meaning by header word of a source, plain. */
const MEANINGS: ReadonlyMap<SourceName, ReadonlyMap<string, Meaning>> = new Map(
  CONFIGURED_SOURCES.map((source) => [
    source,
    new Map(
      (HEADER_WORDS[source] ?? []).flatMap(([field, ...languages]) =>
        languages.flatMap((words) =>
          words.split(', ').flatMap((word, rank) => (word ? [[plain(word), { field, rank }] as const] : [])),
        ),
      ),
    ),
  ]),
);

/** The fields that headers mean by a word in some language, each from the header with the best word, for those that are not `known`; for a time only a column of times. */
export function columnsByWord(
  source: SourceName,
  headers: readonly string[],
  known: { has(field: string): boolean },
  cellsOf: (header: string) => readonly string[],
): Record<string, string> {
  const best = new Map<string, { readonly header: string; readonly rank: number }>();
  for (const header of headers) {
    const meaning = meaningOf(source, header);
    if (meaning === undefined || known.has(meaning.field)) continue;
    const { field, rank } = meaning;
    // `From` is when a meeting begins, or who calls; `Meeting` is when it was, or what it is called.
    const cells = fieldsOf(source)[field]?.kind === 'instant' ? cellsOf(header) : [];
    if (cells.length && !areMoments(cells)) continue;
    if (rank < (best.get(field)?.rank ?? Number.POSITIVE_INFINITY)) best.set(field, { header, rank });
  }
  return Object.fromEntries([...best].map(([field, { header }]) => [field, header]));
}

/** What a header means: as it stands, without what is in brackets, or by the end of the path that it is in JSON. */
function meaningOf(source: SourceName, header: string): Meaning | undefined {
  const words = MEANINGS.get(source);
  const whole = words?.get(plain(header));
  // A member of a list is one of several: its place says nothing of which.
  if (whole !== undefined || /\.\d+(\.|$)/.test(header)) return whole;
  const { stem, n } = counted(header);
  // The first of several: `Meeting 1`, `Status 1`; a `First Name` is no name.
  if (n === 1 && /\b1/.test(header) && !header.includes('.')) {
    const first = words?.get(plain(stem)) ?? namedBy(source, plain(stem));
    if (first) return first;
  }
  const steps = header
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split('.');
  return steps
    .map((_, from) => plain(steps.slice(from).join(' ')))
    .flatMap((end) => (BARE.has(end) ? [] : (words?.get(end) ?? namedBy(source, end) ?? [])))[0];
}

/** Ends of paths that say nothing without what they are of. */
const BARE: ReadonlySet<string> = new Set(['id', 'name', 'type', 'status', 'email', 'title']);

/** The field that has such a name, or such an alias. */
function namedBy(source: SourceName, name: string): Meaning | undefined {
  const found = Object.entries(fieldsOf(source)).find(([field, { aliases }]) =>
    [field, ...aliases].some((alias) => plain(alias) === name),
  );
  return found && { field: found[0], rank: 0 };
}
