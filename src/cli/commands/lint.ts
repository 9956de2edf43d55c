import { lintDocumentOf } from '../../report/lint/document.ts';
import { LINT_FORMATS, type LintFailOn, type LintFormatName } from '../../report/lint/formats.ts';
import { PLAIN } from '../../report/render.ts';
import { deliver } from '../output.ts';
import { type RulesOptions, readRules } from '../run.ts';
import type { Terminal } from '../terminal.ts';

type Options = RulesOptions & {
  readonly format: LintFormatName;
  readonly failOn: LintFailOn;
  readonly exitZero?: boolean;
  readonly output?: string;
};

/** The rules file alone: its errors, what contradicts itself or never applies, where the SOW is silent, the defaults in force. */
export async function lint(options: Options, terminal: Terminal): Promise<void> {
  terminal.configure(options);
  const rules = await readRules(options, 'rules alone');
  const found = lintDocumentOf(rules, options.failOn);
  const exitCode = options.exitZero && found.exit_code === 1 ? 0 : found.exit_code;
  const document = { ...found, exit_code: exitCode };
  const { format, output } = options;
  process.exitCode = exitCode;
  // For people the errors of a file are code frames, as everywhere; for machines they are results.
  if (format === 'table') terminal.problems(rules.problems);
  if (format === 'table' && !rules.sow) return;
  const isFile = output !== undefined && output !== '-';
  const paint = isFile ? PLAIN : terminal.paintFor('stdout');
  const render = await LINT_FORMATS[format].load();
  const text = render(document, { width: terminal.width, paint });
  const isDelivered = await deliver(text, output, `lint.${LINT_FORMATS[format].extension}`, terminal);
  if (!isDelivered) process.exitCode = 2;
}
