import { type Command, Option } from 'commander';
import { PACK_FORMATS } from '../dispute/formats.ts';
import { examples, withOutput, withRules, withSources } from './flags.ts';
import { REDACTIONS } from './report-flags.ts';
import type { Terminal } from './terminal.ts';

/** The command of disputes. */
export function addDispute(program: Command, terminal: Terminal): void {
  withOutput(withSources(withRules(program.command('dispute'))))
    .addOption(
      new Option(
        '--format <format>',
        Object.entries(PACK_FORMATS)
          .map(([format, { title }]) => `${format}: ${title}`)
          .join('; '),
      )
        .choices(Object.keys(PACK_FORMATS))
        .default('markdown'),
    )
    .addOption(
      new Option(
        '--redact [how]',
        'leave out the names of people and companies: digits (default: a vendor has no key of yours) or hash',
      ).choices(REDACTIONS),
    )
    .option('--sent <day>', 'write down that the pack was sent on this day: its disputes are open')
    .option('--reply <file>', "read the vendor's answers, and your own (settle, withdraw); needs --on")
    .option('--on <day>', 'the day of the answers, or up to which ages are counted')
    .option('--status', 'where each dispute stands, its age and money')
    .description(
      'what to send to the vendor, in its own ids and columns; reads the answers, and keeps where each dispute stands',
    )
    .addHelpText(
      'after',
      examples(
        'leadaudit dispute                                     # the letter, on stdout',
        'leadaudit dispute --period 2026-06 -o disputes/ --sent 2026-07-03',
        'leadaudit dispute --format csv --redact -o disputes.csv',
        'leadaudit dispute --format html -o letter.html',
        'leadaudit dispute --reply disputes-2026-06.csv --on 2026-07-10',
        'leadaudit dispute --status --on 2026-07-31',
      ),
    )
    .action(async (options) => (await import('./commands/dispute.ts')).dispute(options, terminal));
}
