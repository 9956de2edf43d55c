import { type Problem, problem } from '../problems/problem.ts';
import type { Person, Redaction } from '../report/redact-texts.ts';
import { PLAIN, type RenderSettings } from '../report/render.ts';
import { type Format, isBinary } from '../report/renderers.ts';
import type { Terminal } from './terminal.ts';

/** How `--redact` hides people; the first where none is named. */
export const REDACTIONS = ['hash', 'digits'] as const;

/** What the commands with a report are asked about how it looks. */
export interface ReportFlags<T extends string> {
  readonly format: Format;
  readonly table: T;
  readonly output?: string;
  readonly raw?: boolean;
  /** True where no way was named. */
  readonly redact?: true | (typeof REDACTIONS)[number];
}

/** How a report is to be written, and what is done to a document before anybody sees it. */
export interface ReportWay<T extends string> {
  readonly settings: RenderSettings<T>;
  readonly shown: <D extends object>(document: D, people: readonly Person[]) => D;
}

/** Undefined after a problem was shown: flags that do not go together are told before anything is read. */
export async function reportWay<T extends string>(
  { format, table, output, raw, redact }: ReportFlags<T>,
  terminal: Terminal,
): Promise<ReportWay<T> | undefined> {
  const wrong = (flag: string, reason: string, expected: string): undefined => {
    terminal.problems([problem('bad_argument', { file: 'command line' }, { flag, reason, expected })]);
  };
  const isFile = output !== undefined && output !== '-';
  if (isBinary(format) && !isFile && (output === undefined || terminal.isTerminal))
    return wrong(
      `--format ${format}`,
      'it is a file, not text',
      'name a file or a folder: -o report.xlsx; `-o -` writes into a pipe',
    );
  if (raw && format !== 'csv')
    return wrong(
      '--raw',
      `it does nothing to --format ${format}`,
      '--format csv, in which text is otherwise marked where a spreadsheet would change it',
    );
  const redaction = redactionOf(redact);
  if (redaction === 'no key') {
    terminal.problems([noKey()]);
    return undefined;
  }
  const hiding = redaction && (await import('../report/redact.ts'));
  terminal.hiderOf = redaction && hiding && ((known) => hiding.problemHiderOf(redaction, known));
  return {
    settings: {
      format,
      table,
      isRaw: raw === true,
      width: terminal.width,
      paint: isFile ? PLAIN : terminal.paintFor('stdout'),
    },
    shown: (document, people) => (redaction && hiding ? hiding.redacted(document, people, redaction) : document),
  };
}

/** The shortest key; a shorter one could be guessed. */
const KEY = 16;

/** The key comes from the environment alone: a flag stands in the shell's history and in the list of processes. */
export function redactionOf(redact: ReportFlags<string>['redact']): Redaction | 'no key' | undefined {
  if (redact === undefined) return undefined;
  if (redact === 'digits') return { how: 'digits' };
  const key = process.env.LEADAUDIT_REDACT_KEY ?? '';
  return key.length < KEY ? 'no key' : { how: 'hash', key };
}

/** What is wrong with `--redact hash` without a key. */
export const noKey = (): Problem =>
  problem(
    'bad_argument',
    { file: 'command line' },
    {
      flag: '--redact',
      reason: 'no key to hash with, or one shorter than 16 characters',
      expected: 'set LEADAUDIT_REDACT_KEY to a secret that you keep (openssl rand -hex 32), or use --redact digits',
    },
  );
