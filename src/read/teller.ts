import { type Place, type Problem, type ProblemArgs, problem } from '../problems/problem.ts';
import { PROBLEMS, type ProblemCode } from '../problems/table.ts';
import { asWritten, type Found } from './dialect.ts';

/** How many problems of one kind a file shows in full; the rest is counted. */
const IN_FULL = 1000;
const EXCERPT = 4000;

/** Collects what is told of one file: each with its place and raw text; from the thousandth of a kind on, their number. */
export class Teller {
  readonly #file: string;
  readonly #found: Found;
  readonly #told: Problem[] = [];
  readonly #counts = new Map<ProblemCode, number>();

  /** `found`: how the file is written, so that raw texts show it. */
  constructor(file: string, found: Found) {
    this.#file = file;
    this.#found = found;
  }

  /** `caret` is where the fault stands in `raw`, from 1. Rows that are set aside are all kept: nothing is lost. */
  tell(code: ProblemCode, place: Omit<Place, 'file'>, args: ProblemArgs, raw?: string, caret?: number): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > IN_FULL && PROBLEMS[code].effect !== 'quarantine') return;
    const before = caret === undefined ? undefined : asWritten(raw?.slice(0, caret - 1) ?? '', this.#found).length + 1;
    const excerpt = raw === undefined ? undefined : asWritten(raw, this.#found).slice(0, EXCERPT);
    this.#told.push(problem(code, { file: this.#file, ...place }, args, excerpt, before));
  }

  problems(): readonly Problem[] {
    const more = [...this.#counts].flatMap(([code, count]) =>
      count > IN_FULL && PROBLEMS[code].effect !== 'quarantine'
        ? [problem('and_more', { file: this.#file }, { code, count: count - IN_FULL })]
        : [],
    );
    return [...this.#told, ...more];
  }
}
