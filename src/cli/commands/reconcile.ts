import { exitCodeOf, type FailOn } from '../../report/exit.ts';
import { PLAIN, render } from '../../report/render.ts';
import { type Format, RENDERERS } from '../../report/renderers.ts';
import type { TableName } from '../../report/tables.ts';
import { deliver } from '../output.ts';
import { auditOf, type SourceOptions } from '../run.ts';
import type { Terminal } from '../terminal.ts';

type Options = SourceOptions & {
  readonly format: Format;
  readonly table: TableName;
  readonly failOn: FailOn;
  readonly exitZero?: boolean;
  readonly output?: string;
};

/** The month: reads, audits, prints. */
export async function reconcile(options: Options, terminal: Terminal): Promise<void> {
  const found = await auditOf(options, terminal);
  if (!found) {
    process.exitCode = 2;
    return;
  }
  const exitCode = options.exitZero ? 0 : exitCodeOf(found, options.failOn);
  const document = { ...found, exit_code: exitCode };
  const { format, table, output } = options;
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
