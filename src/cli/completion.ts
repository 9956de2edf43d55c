import type { Command, Option } from 'commander';

/** What a shell can complete after a command: its flags, and the words that they take. */
interface Completed {
  /** `reconcile`, `ledger show`. */
  readonly path: string;
  readonly does: string;
  readonly subcommands: readonly Command[];
  readonly options: readonly Option[];
  /** Words that its arguments take, where they are words. */
  readonly choices: readonly string[];
}

/** The command and all below it, the program itself with an empty path. */
function walk(command: Command, path = ''): Completed[] {
  const own = {
    path,
    does: command.description(),
    subcommands: command.commands,
    options: command.options.filter((o) => o.long),
    choices: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  };
  return [own, ...command.commands.flatMap((sub) => walk(sub, `${path} ${sub.name()}`.trim()))];
}

/** Every shell with how its script is written, from the commands themselves. */
export const SHELLS: Readonly<Record<'bash' | 'zsh' | 'fish', (program: Command) => string>> = {
  bash,
  zsh,
  fish,
};

/** zsh runs the file as the function `_leadaudit` when it is first asked: then it has to answer, too. */
function zsh(program: Command): string {
  return `#compdef leadaudit
autoload -U +X bashcompinit && bashcompinit
${bash(program)}if [[ $funcstack[1] == _leadaudit ]]; then _bash_complete -o default -F _leadaudit; fi
`;
}

/** Where no word fits, files are completed; flags are offered once a dash is typed, for they are not what most commands are about. */
function bash(program: Command): string {
  const all = walk(program);
  const steps = all.flatMap(({ path }) => {
    const [first, second] = path.split(' ');
    return path ? [`      ${second ? `${first}/${second}` : `/${first}`}) path='${path}' ;;`] : [];
  });
  const values = all.flatMap(({ path, options }) =>
    options.flatMap((o) => (o.argChoices ? [`    '${path}/${o.long}') words='${o.argChoices.join(' ')}' ;;`] : [])),
  );
  const taking = all.flatMap(({ options }) =>
    options.flatMap((o) => (o.required && !o.argChoices ? [o.long, o.short].flatMap((flag) => flag ?? []) : [])),
  );
  const words = all.map(({ path, subcommands, options, choices }) => {
    const flags = [...options.map((o) => o.long), '--help'].join(' ');
    return `        '${path}') words='${[...subcommands.map((c) => c.name()), ...choices].join(' ')}' flags='${flags}' ;;`;
  });
  return `_leadaudit() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path='' words='' flags='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path/\${COMP_WORDS[i]}" in
${steps.join('\n')}
    esac
  done
  case "$path/$prev" in
${values.join('\n')}
    ${[...new Set(taking)].map((flag) => `*/${flag}`).join('|')}) ;;
    *)
      case "$path" in
${words.join('\n')}
      esac
      if [[ $cur == -* ]]; then words=$flags; fi ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _leadaudit leadaudit
`;
}

const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

function fish(program: Command): string {
  return `${walk(program)
    .flatMap(({ path, subcommands, options, choices }) => {
      const [first, second] = path.split(' ');
      const here = path
        ? `-n '__fish_seen_subcommand_from ${first}${second ? `; and __fish_seen_subcommand_from ${second}` : ''}'`
        : '-n __fish_use_subcommand';
      return [
        ...subcommands.map((c) => `complete -c leadaudit ${here} -f -a ${c.name()} -d ${quoted(c.description())}`),
        ...(choices.length ? [`complete -c leadaudit ${here} -f -a ${quoted(choices.join(' '))}`] : []),
        ...options.map((o) => {
          const short = o.short ? ` -s ${o.short.slice(1)}` : '';
          const takes = o.argChoices ? ` -x -a ${quoted(o.argChoices.join(' '))}` : o.required ? ' -r' : '';
          return `complete -c leadaudit ${here} -l ${(o.long ?? '').slice(2)}${short}${takes} -d ${quoted(o.description)}`;
        }),
      ];
    })
    .join('\n')}
`;
}
