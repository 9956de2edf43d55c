import type { Command } from 'commander';
import { programOf } from '../../src/cli/program.ts';
import { Terminal } from '../../src/cli/terminal.ts';

/** Text of roff: no command at the beginning of a line, no escape. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');

const entry = (name: string, says: string): string => `.TP\n.B ${roff(name)}\n${roff(says)}`;

/** Examples as the help prints them. */
function examplesOf(command: Command): string {
  const parts: string[] = [];
  command.configureOutput({ writeOut: (text) => void parts.push(text) });
  command.outputHelp();
  const help = parts.join('');
  const lines = help
    .slice(help.indexOf('\nExamples:'))
    .split('\n')
    .filter((line) => line.startsWith('  $ '));
  return lines.length ? `.PP\n.nf\n${lines.map((line) => roff(line.slice(2))).join('\n')}\n.fi` : '';
}

function commandPart(command: Command, name: string): string {
  const help = command.createHelp();
  const argument = (a: Command['registeredArguments'][number]): string =>
    entry(help.argumentTerm(a), help.argumentDescription(a));
  const option = (o: Command['options'][number]): string => entry(o.flags, help.optionDescription(o));
  const part = (title: string, entries: readonly string[]): string[] =>
    entries.length ? [`.PP\n${title}:`, ...entries] : [];
  const own = command.commands.length
    ? ''
    : [
        `.SS ${roff(`${name} ${command.usage().replace('[options] ', '').replace('[options]', '')}`.trim())}`,
        roff(command.description()),
        ...part('Arguments', command.registeredArguments.map(argument)),
        ...part('Options', command.options.filter((o) => !SOURCE.test(o.description)).map(option)),
        examplesOf(command),
      ].join('\n');
  return [own, ...command.commands.map((sub) => commandPart(sub, `${name} ${sub.name()}`))].filter(Boolean).join('\n');
}
/** One flag a source: said once. */
const SOURCE = /^files of \w+$/;

/** The manual page, made from the help. */
export function manPage(): string {
  const program = programOf(new Terminal());
  return `.\\" Made from the help; \`npm run golden\` rewrites it.
.TH LEADAUDIT 1 "" "leadaudit" "User Commands"
.SH NAME
leadaudit \\- ${roff(program.description())}
.SH SYNOPSIS
.B leadaudit
.I COMMAND
[\\fIOPTIONS\\fR]
.SH COMMANDS
${program.commands.map((command) => commandPart(command, command.name())).join('\n')}
.SH FILES OF SOURCES
Commands that read sources take a flag for each, such as
.B \\-\\-meetings
.IR FILE ,
in place of the rules' entry.
.SH EXIT STATUS
.TP
.B 0
nothing to dispute
.TP
.B 1
something at or above \\-\\-fail\\-on
.TP
.B 2
the job could not be done: usage, rules or input
.SH ENVIRONMENT
.TP
.B LEADAUDIT_REDACT_KEY
the key of \\-\\-redact hash
.TP
.B NO_COLOR
no colours
`;
}
