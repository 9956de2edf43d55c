import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { leadaudit } from './support/run.ts';

const { stdout: script } = await leadaudit(['completion', 'bash']);

/** What bash offers for a line that is being written; its last word is the one to complete. */
function offered(line: string): string[] {
  const words = line.split(' ').map((word) => `'${word}'`);
  const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _leadaudit; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

test.each([
  ['leadaudit rec', ['reconcile']],
  ['leadaudit ledger ', ['list', 'show', 'verify', '--help']],
  ['leadaudit ledger sh', ['show']],
  ['leadaudit ledger show --ta', ['--table']],
  ['leadaudit reconcile --format x', ['xlsx']],
  ['leadaudit check --format g', ['github', 'gitlab']],
  ['leadaudit reconcile --fail', ['--fail-on']],
  ['leadaudit reconcile --color ', ['auto', 'always', 'never']],
  ['leadaudit reconcile -o ', []],
  ['leadaudit check drops/', []],
  ['leadaudit completion --', ['--help']],
])('bash completes "%s"', (line, wanted) => {
  expect(offered(line)).toEqual(wanted);
});

test.each(['zsh', 'fish'])('the script for %s names every command', async (shell) => {
  const { stdout } = await leadaudit(['completion', shell]);
  for (const command of offered('leadaudit ').filter((word) => !word.startsWith('-')))
    expect(stdout).toContain(command);
});
