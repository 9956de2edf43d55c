import { Chalk, type ChalkInstance } from 'chalk';
import { frame, type Wrap } from '../problems/frame.ts';
import { type Problem, problem, sortProblems } from '../problems/problem.ts';
import { forTerminal } from '../report/escape.ts';
import { beside, reportWidth } from '../report/grid.ts';
import type { Person } from '../report/redact-texts.ts';
import { type Content, piecesOf } from '../report/renderers.ts';
import type { TerminalPaint } from '../report/terminal.ts';

/** How many problems of one kind and column are shown in full. */
const ALIKE = 2;

type ColorChoice = 'auto' | 'always' | 'never';

/** Problems are wrapped on a terminal alone. */
export const wrapFor = ({
  isTTY,
  columns,
}: {
  readonly isTTY?: boolean;
  readonly columns?: number;
}): Wrap | undefined => (isTTY && columns ? (lead, text) => beside('', lead, text, reportWidth(columns)) : undefined);

/** The process's streams: the report goes to stdout, everything else to stderr. */
export class Terminal {
  #color: ColorChoice = 'auto';
  #quiet = false;
  /** Where it is set, problems name nobody who is known, and show no row of a file. */
  hiderOf: ((people: readonly Person[]) => (p: Problem) => Problem) | undefined;

  constructor() {
    // A reader that stops reading (`| head`) is no error.
    for (const stream of [process.stdout, process.stderr]) {
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EPIPE') return;
        // The report did not arrive: that is no "nothing to dispute" and no "disputes".
        process.exitCode = 2;
        if (stream === process.stdout)
          this.problems([problem('unwritable_file', { file: 'stdout' }, { reason: error.code ?? error.message })]);
      });
    }
  }

  configure(options: { readonly color?: ColorChoice | undefined; readonly quiet?: boolean | undefined }): void {
    this.#color = options.color ?? 'auto';
    this.#quiet = options.quiet ?? false;
  }

  get isTerminal(): boolean {
    return process.stdout.isTTY === true;
  }

  get width(): number {
    // Into a pipe or a file the width is fixed, so that the bytes are.
    return process.stdout.columns || 80;
  }

  paintFor(stream: 'stdout' | 'stderr'): TerminalPaint {
    const c: ChalkInstance = new Chalk({ level: this.#isColored(stream) ? 1 : 0 });
    return {
      strong: (t) => c.bold(t),
      faint: (t) => c.dim(t),
      alarm: (t) => c.red.bold(t),
      good: (t) => c.green.bold(t),
    };
  }

  /** Flag, then FORCE_COLOR, NO_COLOR, TERM=dumb, then whether this stream is a terminal. */
  #isColored(stream: 'stdout' | 'stderr'): boolean {
    const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
    if (this.#color !== 'auto') return this.#color === 'always';
    if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    if ((NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb') return false;
    return process[stream].isTTY === true;
  }

  out(content: Content): void {
    for (const piece of piecesOf(content)) process.stdout.write(piece);
  }

  /** A line that nobody needs to act on. */
  note(line: string): void {
    if (!this.#quiet) process.stderr.write(`${forTerminal(line)}\n`);
  }

  /** Shows problems in order of place; notes are left out when quiet, errors never are. */
  problems(problems: readonly Problem[], people: readonly Person[] = []): void {
    const paint = this.paintFor('stderr');
    const hide = this.hiderOf?.(people);
    const alike = new Map<string, Problem[]>();
    for (const p of sortProblems(hide ? problems.map(hide) : problems)) {
      const { field } = p.args;
      // Only cells of one column are alike; problems of a rules file are each their own.
      const key = field === undefined ? `${alike.size}` : `${p.place.file} ${p.code} ${field}`;
      const group = alike.get(key);
      if (group) group.push(p);
      else alike.set(key, [p]);
    }
    for (const group of alike.values()) {
      for (const p of group.slice(0, ALIKE))
        process.stderr.write(`${frame(p, paint, forTerminal, wrapFor(process.stderr))}\n`);
      const lines = group.slice(ALIKE).flatMap((p) => p.place.line ?? []);
      if (lines.length)
        process.stderr.write(
          `... and ${lines.length} more of the same in ${forTerminal(group[0]?.place.file ?? '')}, lines ${lines.slice(0, 20).join(', ')}${lines.length > 20 ? ' ...' : ''}\n\n`,
        );
    }
  }

  /** A thrown error is a bug, and says so. */
  fault(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`error[internal] a fault of leadaudit, please report it:\n${text}\n`);
  }
}
