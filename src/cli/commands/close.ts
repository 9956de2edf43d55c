import { audit } from '../../audit.ts';
import type { Closing } from '../../ledger/closing.ts';
import { differencesOf } from '../../ledger/differences.ts';
import { entryOf } from '../../ledger/entry.ts';
import type { LedgerEntry } from '../../ledger/file.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import type { AuditDocument } from '../../report/document.ts';
import { forTerminal } from '../../report/escape.ts';
import { withCommas } from '../../report/phrases.ts';
import { checkPeriod } from '../../scope.ts';
import { addDays } from '../../sow/dates.ts';
import { type Period, parsePeriod } from '../../sow/period.ts';
import { folderOf, keptRules, type LedgerFolder, ledgerOf, locked, writeClosing } from '../ledger-folder.ts';
import { type RulesFile, recordsOf, rulesOf, type SourceOptions, scopeOf } from '../run.ts';
import type { Terminal } from '../terminal.ts';

export type CloseOptions = SourceOptions & { readonly withOpen?: boolean };

/** Locks a period: writes what was found of it, and on which facts, into the ledger. */
export async function close(label: string, options: CloseOptions, terminal: Terminal): Promise<void> {
  process.exitCode = 2;
  const rules = await rulesOf(options, terminal);
  if (!rules) return;
  const wrong = checkPeriod(label);
  const folder = folderOf(rules);
  if (folder === undefined)
    wrong.push(
      problem('missing_key', { file: rules.path }, { key: 'ledger', expected: 'the folder of closed periods' }),
    );
  terminal.problems(wrong);
  const period = parsePeriod(label);
  if (folder === undefined || !period) return;
  const result = await locked(folder, () => closeLocked(rules, folder, period, options, terminal));
  if (typeof result === 'object') terminal.problems([result]);
  else if (result) process.exitCode = 0;
}

/** Whether the period is closed now. */
async function closeLocked(
  rules: RulesFile,
  folder: LedgerFolder,
  period: Period,
  options: CloseOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { closings, problems } = await ledgerOf(rules);
  terminal.problems(problems);
  if (problems.length) return false;
  const at = closings.findIndex((closing) => closing.period.label === period.label);
  const before = at < 0 ? closings : closings.slice(0, at);
  const last = before.at(-1)?.period;
  if (last && addDays(last.to, 1) !== period.from) {
    const args = { period: period.label, from: period.from, last: last.to, next: addDays(last.to, 1) };
    terminal.problems([problem('period_not_next', { file: rules.path }, args)]);
    return false;
  }
  const asked = { ...options, period: period.label };
  const read = await recordsOf(rules, asked, terminal);
  if (!read) return false;
  const result = await audit(rules.sow, read.records, { ...scopeOf(asked, read), closings: before });
  terminal.problems(result.problems);
  if (!result.document) return false;
  const { document } = result;
  const entry = entryOf(result, keptRules(rules), read.records, before);
  const closed = closings[at];
  if (closed) return sayClosed(closed, entry, rules, terminal);
  const open = openItems(document);
  if (open && !options.withOpen) {
    terminal.problems([open]);
    return false;
  }
  const failed = await writeClosing(folder, entry);
  if (failed) terminal.problems([failed]);
  else terminal.out(sayDone(document, `closed ${period.label}`));
  return !failed;
}

/** A period that is closed already: nothing to do, or what would be otherwise. */
function sayClosed(closed: Closing, entry: LedgerEntry, rules: RulesFile, terminal: Terminal): boolean {
  const kept = ({ document, facts, carry }: Pick<LedgerEntry, 'document' | 'facts' | 'carry'>): string =>
    JSON.stringify([document, facts, carry]);
  if (kept(closed) === kept(entry)) {
    terminal.out(sayDone(closed.document, `${closed.period.label} is closed already, with the same facts`));
    return true;
  }
  const args = { period: closed.period.label, differences: differencesOf(closed, entry).join('; ') };
  terminal.problems([problem('period_closed', { file: rules.path }, args)]);
  return false;
}

const sayDone = ({ totals, sow }: AuditDocument, what: string): string =>
  `${what}: ${withCommas(totals.payable)} ${forTerminal(sow.currency)} payable, ${withCommas(totals.adjustments)} of it adjustments, ${withCommas(totals.pending)} pending\n`;

/** So many claims are named where there are more. */
const NAMED = 5;

/** What a person has to decide first. */
function openItems(document: AuditDocument): Problem | undefined {
  const open = document.claims.filter((c) => c.verdict === 'review');
  const more = open.length - NAMED;
  const named = open.slice(0, NAMED).map((c) => c.id);
  const args = {
    count: open.length,
    period: document.period.label,
    claims: `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
  return open.length ? problem('open_items', { file: document.sow.file }, args) : undefined;
}
