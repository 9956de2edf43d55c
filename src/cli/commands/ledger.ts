import { tiesOf } from '../../ledger/carry.ts';
import { type Closing, lockedReport } from '../../ledger/closing.ts';
import { problem } from '../../problems/problem.ts';
import { grid } from '../../report/grid.ts';
import { plural, withCommas } from '../../report/phrases.ts';
import { AUDIT, renderAs } from '../../report/render.ts';
import { RENDERERS } from '../../report/renderers.ts';
import type { TABLES } from '../../report/tables.ts';
import { ledgerOf } from '../ledger-folder.ts';
import { deliver } from '../output.ts';
import { type ReportFlags, reportWay } from '../report-flags.ts';
import { type RulesOptions, rulesOf } from '../run.ts';
import type { Terminal } from '../terminal.ts';

export type ShowOptions = RulesOptions & ReportFlags<keyof typeof TABLES>;

/** The closed periods of the ledger that the rules name; undefined after its problems were shown. */
async function closingsOf(options: RulesOptions, terminal: Terminal): Promise<readonly Closing[] | undefined> {
  process.exitCode = 2;
  const rules = await rulesOf(options, terminal);
  if (!rules) return undefined;
  const { closings, problems } = await ledgerOf(rules);
  terminal.problems(problems);
  return problems.length ? undefined : closings;
}

/** The closed periods, a line each. */
export async function listLedger(options: RulesOptions, terminal: Terminal): Promise<void> {
  const closings = await closingsOf(options, terminal);
  if (!closings) return;
  const paint = terminal.paintFor('stdout');
  const head = ['period', 'as of', 'payable', 'adjustments', 'pending', 'owed', 'sha256'];
  const rows = closings.map(({ period, document, carry, sha256 }) => [
    period.label,
    document.as_of.slice(0, 10),
    withCommas(document.totals.payable),
    withCommas(document.totals.adjustments),
    String(carry.pending.closing.length),
    String(carry.replacements.closing.length),
    sha256.slice(0, 12),
  ]);
  terminal.out(
    rows.length
      ? `${grid(terminal.width, paint.faint, head, [0, 10, 12, 11, 7, 4, 12], rows, [2, 3, 4, 5])}\n`
      : 'no period is closed yet\n',
  );
  process.exitCode = 0;
}

/** The locked report of a closed period. */
export async function showClosed(label: string, options: ShowOptions, terminal: Terminal): Promise<void> {
  process.exitCode = 2;
  terminal.configure(options);
  const way = await reportWay(options, terminal);
  const closings = way && (await closingsOf(options, terminal));
  if (!closings) return;
  const closing = closings.find(({ period }) => period.label === label);
  if (!closing) {
    const closed = closings.map(({ period }) => period.label).join(', ') || 'none';
    terminal.problems([problem('not_closed', { file: 'command line' }, { period: label, closed })]);
    return;
  }
  const { format, output } = options;
  const text = await renderAs(AUDIT, way.shown(lockedReport(closings, closing), []), way.settings);
  if (await deliver(text, output, `${label}.${RENDERERS[format].extension}`, terminal)) process.exitCode = 0;
}

/** Proves the ledger, and shows what each period carried over. */
export async function verifyLedger(options: RulesOptions, terminal: Terminal): Promise<void> {
  const closings = await closingsOf(options, terminal);
  if (!closings) return;
  const carried = closings.flatMap(({ period, carry }, i) =>
    tiesOf(carry, closings[i - 1]?.carry).map(
      ({ name, opening, earned, used, closing }) =>
        `${period.label}  ${name}: ${opening} + ${earned} - ${used} = ${closing}\n`,
    ),
  );
  const head = closings.at(-1);
  terminal.out(
    `${carried.join('')}${plural(closings.length, 'closed period')} proved${head ? `, head ${head.sha256}` : ''}\n`,
  );
  process.exitCode = 0;
}
