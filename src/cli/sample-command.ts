import { type Command, Option } from 'commander';
import { SAMPLE_TABLES } from '../report/sample/tables.ts';
import { CONFIDENCES } from '../sample/confidence.ts';
import { DESIGNS } from '../sample/designs/table.ts';
import { POPULATIONS } from '../sample/item.ts';
import { SAMPLE_FAIL_ON } from '../sample/result-words.ts';
import { examples, formatOption, withFormat, withQuarantine, withRules, withSources } from './flags.ts';
import type { Terminal } from './terminal.ts';

/** The command of samples. */
export function addSample(program: Command, terminal: Terminal): void {
  const command = program
    .command('sample')
    .addOption(new Option('--of <what>', 'what is drawn').choices(Object.keys(POPULATIONS)).default('leads'));
  for (const [name, { takes, title, form }] of Object.entries(DESIGNS))
    command.option(`--${name} ${takes}`, `sized ${title}: ${form}`);
  command
    .addOption(
      new Option('--confidence <share>', 'how sure the statement is to be')
        .choices(Object.keys(CONFIDENCES))
        .default('95%'),
    )
    .option('--expected <share>', 'with --error: the share that is expected to fail (default: 50%)')
    .option('--seed <text>', 'of the draw (default: the id of the SOW and the period)')
    .option('--results <file>', 'the sheet, filled in; with the flags of the draw')
    .addOption(
      new Option('--fail-on <level>', 'exit 1 when the review rejects (by AQL or money)')
        .choices(SAMPLE_FAIL_ON)
        .default('rejected'),
    )
    .option('--exit-zero', 'exit 0 in place of 1');
  const format = formatOption('how it looks (default: table; csv for a sheet that goes into a file)');
  withQuarantine(withSources(withFormat(withRules(command), Object.keys(SAMPLE_TABLES), 'sample', format)))
    .description(
      'a seeded, sized sample of leads or recordings to review; reads the review back and states the interval',
    )
    .addHelpText(
      'after',
      examples(
        'leadaudit sample --error 5% -o sample.csv             # to fill in: result (pass, fail, unavailable)',
        'leadaudit sample --error 5% --results sample.csv      # which share fails, how sure, and what it is worth',
        'leadaudit sample --aql 2.5 --seed "June, drawn with Dial Co" -o sample.csv',
        'leadaudit sample --money 5% -o sample.csv             # by money: also should_pay for what fails in part',
        'leadaudit sample --money 3200.00 --confidence 90% --results sample.csv',
        'leadaudit sample --of recordings --error 5% --calls dialer.csv --period 2026-06 -o calls.csv',
        'leadaudit sample --size 25 --format html -o sample.html',
      ),
    )
    .addHelpText('after', '\nHow it is drawn, sized and judged: docs/sampling.md')
    .action(async (options) => (await import('./commands/sample.ts')).sample(options, terminal));
}
