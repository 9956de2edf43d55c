import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  ['leadaudit ledger ', ['list', 'show', 'verify']],
  ['leadaudit ledger sh', ['show']],
  ['leadaudit ledger show --ta', ['--table']],
  ['leadaudit reconcile --format x', ['xlsx']],
  ['leadaudit check --format g', ['github', 'gitlab']],
  ['leadaudit reconcile --fail', ['--fail-on']],
  ['leadaudit reconcile --color ', ['auto', 'always', 'never']],
  ['leadaudit reconcile -o ', []],
  ['leadaudit check drops/', []],
  ['leadaudit check ', []],
  ['leadaudit completion ', ['bash', 'zsh', 'fish']],
  ['leadaudit completion --', ['--help']],
])('bash completes "%s"', (line, wanted) => {
  expect(offered(line)).toEqual(wanted);
});

/** Other shells complete in themselves, where they are installed. */
const has = (shell: string): boolean => {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  if (!isThere) process.stdout.write(`${shell} is not installed: its completion is not run\n`);
  return isThere;
};

test.skipIf(!has('fish')).each([
  ['leadaudit rec', ['reconcile']],
  ['leadaudit ledger ', ['list', 'show', 'verify']],
  ['leadaudit completion b', ['bash']],
  ['leadaudit reconcile --format x', ['xlsx']],
  ['leadaudit ledger show --ta', ['--table']],
])('fish completes "%s"', async (line, wanted) => {
  const { stdout: fish } = await leadaudit(['completion', 'fish']);
  const { stdout } = spawnSync('fish', ['--no-config', '-c', `${fish}\ncomplete -C '${line}'`], { encoding: 'utf8' });
  expect(stdout.split('\n').flatMap((shown) => shown.split('\t')[0] || [])).toEqual(wanted);
});

/** A session of zsh on a terminal of its own: the first press of Tab, and what is shown until the wanted words are. */
const SESSION = String.raw`
zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell 'PS1="> "; fpath=($FOLDER $fpath); autoload -Uz compinit; compinit -u -d $FOLDER/dump; print be""gun'
zpty -r shell seen '*begun*> '
zpty -w -n shell $LINE$'\t'
zpty -r shell seen $WANTED
print -r -- $seen
`;

test.skipIf(!has('zsh')).each([
  ['leadaudit re', '*reconcile*review*'],
  ['leadaudit lint --format ', '*json*sarif*'],
])('zsh completes "%s" at the first press of the key', async (line, wanted) => {
  const folder = mkdtempSync(join(tmpdir(), 'leadaudit-zsh-'));
  writeFileSync(join(folder, '_leadaudit'), (await leadaudit(['completion', 'zsh'])).stdout);
  const env = { ...process.env, FOLDER: folder, LINE: line, WANTED: wanted };
  const { status, stdout } = spawnSync('zsh', ['-f', '-c', SESSION], { encoding: 'utf8', env, timeout: 15_000 });
  rmSync(folder, { recursive: true });
  expect({ status, isShown: stdout.includes(wanted.split('*')[1] ?? '') }).toEqual({ status: 0, isShown: true });
});
