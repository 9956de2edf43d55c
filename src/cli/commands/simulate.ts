import { peopleOf } from '../../report/redact.ts';
import { renderAs } from '../../report/render.ts';
import { type DocumentKind, RENDERERS } from '../../report/renderers.ts';
import type { SimulationDocument } from '../../report/simulation/document.ts';
import { SIMULATION_TABLES } from '../../report/simulation/tables.ts';
import { type Alternative, simulate as run } from '../../simulate.ts';
import { alternativeOf, plansOf } from '../alternatives.ts';
import { ledgerOf } from '../ledger-folder.ts';
import { deliver } from '../output.ts';
import { type ReportFlags, reportWay } from '../report-flags.ts';
import { recordsOf, rulesOf, type SourceOptions, scopeOf } from '../run.ts';
import type { Terminal } from '../terminal.ts';

type Options = SourceOptions &
  ReportFlags<keyof typeof SIMULATION_TABLES> & {
    readonly with?: readonly string[];
    readonly set?: readonly string[];
  };

const SIMULATION: DocumentKind<SimulationDocument> = {
  tables: SIMULATION_TABLES,
  terminal: async () => (await import('../../report/simulation/terminal.ts')).renderSimulation,
  outline: async () => (await import('../../report/outline/simulation.ts')).outlineOfSimulation,
  sheets: async () => ({
    Changes: SIMULATION_TABLES.changes,
    Claims: SIMULATION_TABLES.claims,
    Effects: SIMULATION_TABLES.effects,
  }),
};

/** The same facts under other clauses: reads once, audits for every alternative, prints what differs. */
export async function simulate(options: Options, terminal: Terminal): Promise<void> {
  // Until it is done it is not.
  process.exitCode = 2;
  terminal.configure(options);
  const way = await reportWay(options, terminal);
  const rules = way && (await rulesOf(options, terminal));
  const plans = rules && (await plansOf(options, rules, terminal));
  const read = plans && (await recordsOf(rules, options, terminal));
  if (!read) return;
  const alternatives: Alternative[] = [];
  for (const plan of plans) {
    const alternative = await alternativeOf(plan, rules, read, terminal);
    if (!alternative) return;
    alternatives.push(alternative);
  }
  const { closings, problems: broken } = await ledgerOf(rules);
  terminal.problems(broken);
  if (broken.length) return;
  const { document, problems } = await run({ sow: rules.sow, records: read.records }, alternatives, {
    ...scopeOf(options, read),
    closings,
    reopen: true,
  });
  terminal.problems(problems);
  if (!document) return;
  const { format, output } = options;
  const text = await renderAs(
    SIMULATION,
    way.shown(document, peopleOf(read.records, { decided: read.decidedLinks?.decisions, sow: rules.sow })),
    way.settings,
  );
  const name = `simulation-${document.period.label}.${RENDERERS[format].extension}`;
  if (await deliver(text, output, name, terminal)) process.exitCode = 0;
}
