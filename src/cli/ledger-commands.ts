import type { Command } from 'commander';
import { TABLES } from '../report/tables.ts';
import { examples, withFormat, withRules } from './flags.ts';
import type { Terminal } from './terminal.ts';

/** The commands of closed periods. */
export function addLedger(program: Command, terminal: Terminal): void {
  const ledger = program.command('ledger').description('closed periods: list, show, verify');
  withRules(ledger.command('list'))
    .description('the closed periods, a line each')
    .addHelpText('after', examples('leadaudit ledger list'))
    .action(async (options) => (await import('./commands/ledger.ts')).listLedger(options, terminal));
  withFormat(withRules(ledger.command('show')), Object.keys(TABLES), 'claims')
    .argument('<period>', 'as it was closed')
    .description('the locked report of a closed period')
    .addHelpText(
      'after',
      examples('leadaudit ledger show 2026-05', 'leadaudit ledger show 2026-05 --format csv --table lines'),
    )
    .action(async (period, options) => (await import('./commands/ledger.ts')).showClosed(period, options, terminal));
  withRules(ledger.command('verify'))
    .description('prove that no closed period was changed, cut or lost, and that carry-overs tie out')
    .addHelpText('after', examples('leadaudit ledger verify'))
    .action(async (options) => (await import('./commands/ledger.ts')).verifyLedger(options, terminal));
}
