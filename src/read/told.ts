import { type Problem, problem } from '../problems/problem.ts';
import { PROBLEMS, type ProblemCode } from '../problems/table.ts';

/** How many problems of one kind a file shows in full, and rows that are set aside; the rest is counted. */
const IN_FULL = 1000;
const ASIDE_IN_FULL = 20_000;
/** Characters of raw text that are kept of a file, so that a file of broken rows does not fill the memory. */
const RAW = 2 ** 23;
const EXCERPT = 4000;

/** What is told of one file: each problem with its place and raw text; from some number of a kind on, how many there are. */
export class Told {
  readonly #file: string;
  readonly #problems: Problem[] = [];
  readonly #kept = new Map<ProblemCode, number>();
  readonly #more = new Map<ProblemCode, number>();
  #raw = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** `made` makes the problem, where it is one of those that are kept. */
  add(code: ProblemCode, made: () => Problem): void {
    const kept = this.#kept.get(code) ?? 0;
    const most = PROBLEMS[code].effect === 'quarantine' ? ASIDE_IN_FULL : IN_FULL;
    if (kept >= most || this.#raw > RAW) {
      this.#more.set(code, (this.#more.get(code) ?? 0) + 1);
      return;
    }
    this.#kept.set(code, kept + 1);
    const p = made();
    const excerpt = shortened(p.excerpt);
    this.#raw += excerpt?.length ?? 0;
    this.#problems.push(excerpt === p.excerpt ? p : { ...p, excerpt });
  }

  problems(): readonly Problem[] {
    const more = [...this.#more].map(([code, count]) => problem('and_more', { file: this.#file }, { code, count }));
    return [...this.#problems, ...more];
  }
}

/** The beginning of a long text, copied: a part of a string holds on to the whole. */
const shortened = (text: string | undefined): string | undefined =>
  text !== undefined && text.length > EXCERPT ? Buffer.from(text.slice(0, EXCERPT)).toString() : text;
