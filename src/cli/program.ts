import { Argument, Command, Option } from 'commander';
import { CONFIGURED_SOURCES } from '../model.ts';
import { PRESETS } from '../read/presets/table.ts';
import { CHECK_FORMATS } from '../report/check/formats.ts';
import { LINT_FAIL_ON, LINT_FORMATS } from '../report/lint/formats.ts';
import { MEASURED_TABLES } from '../report/measured/tables.ts';
import { SIMULATION_TABLES } from '../report/simulation/tables.ts';
import { VERSION } from '../version.ts';
import { addDispute } from './dispute-command.ts';
import {
  checkFailOn,
  collect,
  examples,
  figuresFailOn,
  severalFiles,
  withColor,
  withFormat,
  withInputs,
  withOutput,
  withQuarantine,
  withQuery,
  withReport,
  withRules,
  withSourceFiles,
  withSources,
} from './flags.ts';
import { addLedger } from './ledger-commands.ts';
import { REDACTIONS } from './report-flags.ts';
import { addSample } from './sample-command.ts';
import type { Terminal } from './terminal.ts';

/** The whole command line. Each action loads its module when it is called. */
export function programOf(terminal: Terminal): Command {
  const program = new Command('leadaudit')
    .description('what a company really owes its outsourced calling vendor, and why')
    .version(VERSION, '-V, --version')
    .configureOutput({ writeErr: (text) => void process.stderr.write(text) })
    .exitOverride()
    .showHelpAfterError('(see --help)')
    .addHelpText(
      'after',
      examples(
        'leadaudit init drops/2026-06/*        # from a sample drop to rules.yaml',
        'leadaudit lint -c rules.yaml',
        'leadaudit reconcile -c rules.yaml',
        'leadaudit metrics -c rules.yaml',
        'leadaudit check drops/2026-07/*.csv                   # in CI',
        'leadaudit simulate --set rules.no_show.cure_within="7 days"',
        'leadaudit explain INV-7 -c rules.yaml',
      ),
    );

  withSourceFiles(withColor(program.command('init')), 'Files of the drop of which you say what they are:')
    .argument('[drops...]', 'a sample drop: exports of the vendor and your own evidence')
    .description(
      'asks through the SOW in plain words, and writes a rules file that lints clean and reconciles the drop',
    )
    .option('--set <key=value>', 'an answer; null where the SOW says nothing (repeatable)', collect)
    .option('-y, --yes', 'ask nothing: what is not set takes its usual value, marked "to settle"')
    .option('--force', 'write over a file that is there')
    .addOption(
      new Option('-o, --output <path>', 'the rules file, or a folder for it; `-` is stdout').default('rules.yaml'),
    )
    .addHelpText(
      'after',
      examples(
        'leadaudit init drops/2026-06/* evidence/*.csv          # asks, one question at a time',
        'leadaudit init drops/*.csv --customers lists/ours.csv -o sows/dial-co.yaml',
        "leadaudit init drops/*.csv --set rules.no_show.cure_within='7 days'   # asks the rest",
        "leadaudit init drops/*.csv --yes --set sow.client='Acme Corp' --set sow.vendor='Dial Co' --set sow.currency=USD --set sow.time_zone=America/New_York --set fees.rates.tiers=400.00",
      ),
    )
    .addHelpText(
      'after',
      '\nThen `leadaudit lint` and `leadaudit reconcile`. Every question with its key: docs/init.md',
    )
    .action(async (drops, options) => (await import('./commands/init.ts')).init(drops, options, terminal));

  withQuarantine(withSources(withReport(withRules(program.command('reconcile'), severalFiles()))))
    .description('the month: billable leads, money, metrics')
    .addHelpText(
      'after',
      examples(
        'leadaudit reconcile                                   # rules.yaml here, newest invoice period',
        'leadaudit reconcile --period 2026-06 --as-of 2026-07-05',
        'leadaudit reconcile --format csv --table disputes -o disputes.csv',
        'leadaudit reconcile --format json | jq .totals',
        'leadaudit reconcile --format html -o 2026-06.html     # a page to read, print and forward',
        'leadaudit reconcile --format xlsx -o 2026-06.xlsx     # a workbook, a sheet a table',
        'leadaudit reconcile --format markdown --redact digits # for a pull request, naming nobody',
        'leadaudit reconcile --meetings new-drop.csv --fail-on review',
        'leadaudit reconcile --fail-on dispute --fail-on "open>10%"   # of what is claimed; or "open>500.00"',
        'leadaudit reconcile -c dial-co.yaml -c quill.yaml     # a report each, then a summary',
        'leadaudit reconcile -c sows/ --period 2026-06 -o reports/',
      ),
    )
    .action(async (options) => (await import('./commands/reconcile.ts')).reconcile(options, terminal));

  const simulate = program
    .command('simulate')
    .option('--set <key=value>', 'one clause otherwise; null leaves it out (repeatable: alone, and together)', collect)
    .option('--with <file>', 'another rules file; its sources are not read (repeatable: side by side)', collect);
  withSources(withFormat(withRules(simulate), Object.keys(SIMULATION_TABLES), 'changes'))
    .description('the same facts under other clauses: what each change is worth, claim by claim')
    .addHelpText(
      'after',
      examples(
        'leadaudit simulate --set rules.no_show.cure_within="7 days"',
        'leadaudit simulate --set fees.cap=null --set rules.evidence.burden=client   # each alone, and together',
        "leadaudit simulate --set 'fees.rates.tiers=[{ up_to: 10, price: 380.00 }, { price: 320.00 }]'",
        'leadaudit simulate --with vendor-draft.yaml --with our-draft.yaml          # side by side',
        'leadaudit simulate --with vendor-draft.yaml --format csv --table claims -o draft.csv',
        'leadaudit simulate --with vendor-draft.yaml --format html -o draft.html',
      ),
    )
    .action(async (options) => (await import('./commands/simulate.ts')).simulate(options, terminal));

  const metrics = withFormat(withRules(program.command('metrics')), Object.keys(MEASURED_TABLES), 'metrics')
    .addOption(figuresFailOn())
    .option('--exit-zero', 'exit 0 in place of 1');
  withQuery(withQuarantine(withSources(metrics)))
    .description('metric accuracy alone: reported, restated, verified; every anomaly test; drift. No claim is needed')
    .addHelpText(
      'after',
      examples(
        'leadaudit metrics                                     # rules.yaml here',
        'leadaudit metrics --calls dialer.csv --sessions logins.csv --period 2026-06',
        'leadaudit metrics --format csv --table anomalies -o signals.csv',
        'leadaudit metrics --format html -o figures.html',
        'leadaudit metrics --sql postgres --period 2026-06     # calls that stay in a warehouse: docs/scale.md',
        'leadaudit explain short_calls                         # the page of a test',
      ),
    )
    .action(async (options) =>
      options.sql === undefined
        ? (await import('./commands/metrics.ts')).metrics(options, terminal)
        : (await import('./commands/metrics-sql.ts')).metricsSql(options, terminal),
    );

  const check = withOutput(withRules(program.command('check')))
    .argument('[drops...]', "files of the drop; `-` is stdin (default: the rules' own sources)")
    .addOption(new Option('--format <format>', 'how it looks').choices(Object.keys(CHECK_FORMATS)).default('table'))
    .addOption(checkFailOn())
    .option('--exit-zero', 'exit 0 in place of 1')
    .option('--baseline <file>', 'what check --format json wrote before: only what is new fails, what is fixed is told')
    .addOption(new Option('--redact [how]', 'name nobody (the default of formats for CI: digits)').choices(REDACTIONS))
    .option('--no-redact', 'names as they are, in formats for CI too');
  withSources(check)
    .description('a drop in CI: readable, complete, on time, consistent, within tolerance; no money decided')
    .addHelpText(
      'after',
      examples(
        'leadaudit check                                       # all sources of rules.yaml',
        'leadaudit check drops/2026-07/*.csv -c rules.yaml     # only the files of the drop',
        'leadaudit check new-drop.csv                          # without rules: is it readable and whole?',
        'leadaudit check --format github --fail-on warning',
        'leadaudit check --format json -o baseline.json --exit-zero && leadaudit check --baseline baseline.json',
        'leadaudit check --format junit -o check.xml --fail-on header_drift --fail-on error',
      ),
    )
    .action(async (drops, options) => (await import('./commands/check.ts')).check(drops, options, terminal));

  withInputs(withRules(program.command('close')))
    .argument('<period>', 'a month (2026-06), a quarter (2026-Q2) or a range')
    .option('--with-open', 'close although claims are under review')
    .description('lock a period: its report, its rules and its facts go into the ledger')
    .addHelpText('after', examples('leadaudit close 2026-05', 'leadaudit close 2026-05 --as-of 2026-06-05 --with-open'))
    .action(async (period, options) => (await import('./commands/close.ts')).close(period, options, terminal));

  addDispute(program, terminal);

  addLedger(program, terminal);

  withOutput(withSources(withRules(program.command('review'))))
    .option('--read <file>', 'take a filled-in list down, into the file of decided links; needs --by')
    .option('--by <name>', 'who decided')
    .option('--at <day>', 'the day of the decisions (default: today)')
    .option('--why <text>', 'on what ground, where a line does not say it')
    .description(
      'the links that a person has to decide: a list to fill in, or on a terminal a key each; what is decided stays',
    )
    .addHelpText(
      'after',
      examples(
        'leadaudit review                                      # on a terminal: y = same, n = other, s = skip, q = quit',
        'leadaudit review -o review.csv                        # to fill in: decision (same, other) and why',
        "leadaudit review --read review.csv --by 'Dana Cole'   # writes links.yaml beside the rules",
        "leadaudit review --read review.csv --by 'Dana Cole' --why 'asked the account executive'",
      ),
    )
    .action(async (options) => (await import('./commands/review.ts')).review(options, terminal));

  addSample(program, terminal);

  withQuarantine(withSources(withRules(program.command('explain'))))
    .argument('<id>', 'a claim, meeting, chain, line, record or contact; or a rule, reason, finding or problem')
    .description('the whole trace of a claim, or the page of a code')
    .addHelpText(
      'after',
      examples(
        'leadaudit explain INV-7                # the trace of a claim',
        'leadaudit explain C-1042               # how a record of the CRM was linked, or why not',
        'leadaudit explain no_show              # a rule: parameters, typical values, an example',
        'leadaudit explain no_show_not_cured    # a reason',
        'leadaudit explain unmapped_value       # a problem',
      ),
    )
    .action(async (id, options) => (await import('./commands/explain.ts')).explain(id, options, terminal));

  withOutput(withColor(program.command('inspect')))
    .argument('<files...>', 'exports of a vendor or of your own systems; `-` is stdin')
    .description('what a file is and what is wrong with it, with no rules at all, and the entry to paste into them')
    .addOption(new Option('--source <source>', 'read it as this source').choices(CONFIGURED_SOURCES))
    .addOption(new Option('--preset <name>', 'read it as an export of this system').choices(Object.keys(PRESETS)))
    .addOption(new Option('--format <format>', 'how it looks').choices(['table', 'json']).default('table'))
    .addHelpText(
      'after',
      examples(
        'leadaudit inspect drops/2026-06/*.csv',
        'leadaudit inspect --source calls dialer-export.txt',
        'gunzip -c drop.csv.gz | leadaudit inspect - --format json',
      ),
    )
    .action(async (files, options) => (await import('./commands/inspect.ts')).inspect(files, options, terminal));

  withOutput(withRules(program.command('lint')))
    .addOption(new Option('--format <format>', 'how it looks').choices(Object.keys(LINT_FORMATS)).default('table'))
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 at or above; an error is always exit 2')
        .choices(LINT_FAIL_ON)
        .default('error'),
    )
    .option('--exit-zero', 'exit 0 in place of 1')
    .description(
      'the rules file alone: errors, two values for one thing, clauses that never apply, where the SOW is silent',
    )
    .addHelpText(
      'after',
      examples(
        'leadaudit lint -c rules.yaml',
        'leadaudit lint --fail-on warning                 # in CI: two values, clauses that never apply',
        'leadaudit lint --fail-on info                    # also where the SOW is silent',
        'leadaudit lint --format sarif -o lint.sarif      # for a code host',
        'leadaudit explain missing_source                 # the page of a check',
      ),
    )
    .action(async (options) => (await import('./commands/lint.ts')).lint(options, terminal));

  withOutput(program.command('schema'))
    .argument('[name]', 'rules, audit, audits, metrics, check, simulation, sample, lint or inspection', 'rules')
    .description('the JSON Schema of the rules file or of an output')
    .addHelpText('after', examples('leadaudit schema > rules.schema.json', 'leadaudit schema audit'))
    .action(async (name, options) => (await import('./commands/schema.ts')).schema(name, options, terminal));

  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .description('a script that completes commands, flags and their words')
    .addHelpText(
      'after',
      examples(
        'source <(leadaudit completion bash)                   # in ~/.bashrc',
        'leadaudit completion zsh > ~/.zfunc/_leadaudit',
        'leadaudit completion fish > ~/.config/fish/completions/leadaudit.fish',
      ),
    )
    .action(async (shell) => (await import('./commands/completion.ts')).completion(shell, program, terminal));

  return program;
}
