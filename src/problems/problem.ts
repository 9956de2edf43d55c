import type { ProblemRow } from './row.ts';
import { fill, type SentenceArgs } from './sentence.ts';
import { PROBLEMS, type ProblemCode } from './table.ts';

/** Where something is: a file and, when known, a line and column (both from 1). */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Arguments of a problem's sentence. */
export type ProblemArgs = SentenceArgs;

/** Something wrong with an input. Problems are values: collected, shown together, never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly place: Place;
  readonly args: ProblemArgs;
  /** The line of text that the place points into, for a code frame. */
  readonly excerpt?: string | undefined;
  /** Where the caret stands in the excerpt, from 1, where that is not the column. */
  readonly caret?: number | undefined;
}

export function problem(
  code: ProblemCode,
  place: Place,
  args: ProblemArgs = {},
  excerpt?: string,
  caret?: number,
): Problem {
  const shown = excerpt === undefined ? {} : { excerpt };
  return { code, place, args, ...shown, ...(caret === undefined ? {} : { caret }) };
}

/** What a problem does: stop the run (exit 2), set the row aside, tell what was mended (refused with --strict), or only be told. */
export type Effect = 'stop' | 'quarantine' | 'repair' | 'tell';

export const effectOf = (p: Problem): Effect => PROBLEMS[p.code].effect;
/** A row that was set aside, or how many more there were of a kind than are kept. */
export const isOfRowsAside = (p: Problem): boolean =>
  effectOf(p) === 'quarantine' ||
  (p.code === 'and_more' && PROBLEMS[p.args.code as ProblemCode]?.effect === 'quarantine');
export const messageOf = (p: Problem): string => fill(PROBLEMS[p.code].message, p.args);
export function helpOf({ code, args }: Problem): string {
  const row: ProblemRow = PROBLEMS[code];
  return fill((args.source === 'named' ? row.helpOfNamed : undefined) ?? row.help, args);
}

/** Problems in reading order: by file, line, column, code. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      compare(a.code, b.code),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
