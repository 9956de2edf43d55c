import { type Place, type Problem, type ProblemArgs, problem } from '../problems/problem.ts';
import type { ProblemCode } from '../problems/table.ts';
import { asWritten, type Found } from './dialect.ts';
import { Told } from './told.ts';

/** Tells what is found in the text of one file, by line. */
export class Teller {
  readonly #file: string;
  readonly #found: Found;
  readonly #told: Told;

  /** `found`: how the file is written, so that raw texts show it. */
  constructor(file: string, found: Found) {
    this.#file = file;
    this.#found = found;
    this.#told = new Told(file);
  }

  /** `caret` is where the fault stands in `raw`, from 1. */
  tell(code: ProblemCode, place: Omit<Place, 'file'>, args: ProblemArgs, raw?: string, caret?: number): void {
    this.#told.add(code, () => {
      const before =
        caret === undefined ? undefined : asWritten(raw?.slice(0, caret - 1) ?? '', this.#found).length + 1;
      const excerpt = raw === undefined ? undefined : asWritten(raw, this.#found);
      return problem(code, { file: this.#file, ...place }, args, excerpt, before);
    });
  }

  problems(): readonly Problem[] {
    return this.#told.problems();
  }
}
