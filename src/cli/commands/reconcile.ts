import { problem } from '../../problems/problem.ts';
import { exitCodeOf, type FailOn } from '../../report/exit.ts';
import { PLAIN, render } from '../../report/render.ts';
import { type Format, RENDERERS } from '../../report/renderers.ts';
import type { SEVERAL_TABLES } from '../../report/several/tables.ts';
import { deliver, isFolder } from '../output.ts';
import { auditOf, type SourceFlags } from '../run.ts';
import type { Terminal } from '../terminal.ts';

export type ReconcileOptions = SourceFlags & {
  readonly config?: readonly string[];
  readonly format: Format;
  readonly table: keyof typeof SEVERAL_TABLES;
  readonly failOn: readonly FailOn[];
  readonly exitZero?: boolean;
  readonly output?: string;
};

/** The month: reads, audits, prints; of several SOWs a report each and a summary. */
export async function reconcile(options: ReconcileOptions, terminal: Terminal): Promise<void> {
  terminal.configure(options);
  // Until it is done it is not.
  process.exitCode = 2;
  const { config = [], format, table, output } = options;
  const [only] = config;
  if (only !== undefined && (config.length > 1 || (await isFolder(only)))) {
    await (await import('../several.ts')).reconcileSeveral(config, options, terminal);
    return;
  }
  if (table === 'summary') {
    const args = { flag: '--table', reason: 'one SOW has no summary', expected: 'several rules files, or a folder' };
    terminal.problems([problem('bad_argument', { file: 'command line' }, args)]);
    return;
  }
  const audited = await auditOf({ ...options, config: only }, terminal);
  if (!audited) return;
  const exitCode = options.exitZero ? 0 : exitCodeOf(audited.document, options.failOn);
  const document = { ...audited.document, exit_code: exitCode };
  const isFile = output !== undefined && output !== '-';
  const text = await render(document, {
    format,
    table,
    width: terminal.width,
    paint: isFile ? PLAIN : terminal.paintFor('stdout'),
  });
  const isDelivered = await deliver(text, output, `${document.period.label}.${RENDERERS[format].extension}`, terminal);
  process.exitCode = isDelivered ? exitCode : 2;
}
