import { problem } from '../../problems/problem.ts';
import { exitCodeOf, type FailOn } from '../../report/exit.ts';
import { AUDIT, renderAs } from '../../report/render.ts';
import { RENDERERS } from '../../report/renderers.ts';
import type { SEVERAL_TABLES } from '../../report/several/tables.ts';
import { deliver, isFolder } from '../output.ts';
import { type ReportFlags, reportWay } from '../report-flags.ts';
import { auditOf, type SourceFlags } from '../run.ts';
import type { Terminal } from '../terminal.ts';

export type ReconcileOptions = SourceFlags &
  ReportFlags<keyof typeof SEVERAL_TABLES> & {
    readonly config?: readonly string[];
    readonly failOn: readonly FailOn[];
    readonly exitZero?: boolean;
    readonly quarantine?: string;
  };

/** The month: reads, audits, prints; of several SOWs a report each and a summary. */
export async function reconcile(options: ReconcileOptions, terminal: Terminal): Promise<void> {
  terminal.configure(options);
  // Until it is done it is not.
  process.exitCode = 2;
  const { config = [], format, table, output } = options;
  const way = await reportWay(options, terminal);
  if (!way) return;
  const [only] = config;
  if (only !== undefined && (config.length > 1 || (await isFolder(only)))) {
    await (await import('../several.ts')).reconcileSeveral(config, options, way, terminal);
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
  // Set, since a copy would have every part of the document made.
  audited.document.exit_code = exitCode;
  const document = way.shown(audited.document, audited.people);
  const text = await renderAs(AUDIT, document, { ...way.settings, table });
  const isDelivered = await deliver(text, output, `${document.period.label}.${RENDERERS[format].extension}`, terminal);
  process.exitCode = isDelivered ? exitCode : 2;
}
