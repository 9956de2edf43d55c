import { readFile } from 'node:fs/promises';
import { EMPTY, type Register, readRegister, registerText } from '../dispute/register.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { folderOf, type LedgerFolder, locked, writeBeside } from './ledger-folder.ts';
import type { RulesFile } from './run.ts';
import type { Terminal } from './terminal.ts';

/** The file lies beside the folder of closed periods. */
const registerIn = ({ path, name }: LedgerFolder): LedgerFolder => ({
  path: `${path}.disputes.json`,
  name: `${name}.disputes.json`,
});

/** The register of a SOW; undefined after a problem was shown. */
export async function readRegisterOf(rules: RulesFile, terminal: Terminal): Promise<Register | undefined> {
  const folder = folderOf(rules);
  const read = folder ? await load(registerIn(folder)) : missing(rules);
  if (!('code' in read)) return read;
  terminal.problems([read]);
  return undefined;
}

/** Changes the register while nobody else does: the new one is on the disk, or the old one stays. Undefined after a problem was shown. */
export async function changeRegister(
  rules: RulesFile,
  terminal: Terminal,
  change: (all: Register) => Register | Problem[],
): Promise<Register | undefined> {
  const folder = folderOf(rules);
  const result = folder ? await locked(folder, () => changed(registerIn(folder), change)) : missing(rules);
  const problems = Array.isArray(result) ? result : 'code' in result ? [result] : [];
  terminal.problems(problems);
  return Array.isArray(result) || 'code' in result ? undefined : result;
}

async function changed(
  file: LedgerFolder,
  change: (all: Register) => Register | Problem[],
): Promise<Register | Problem | Problem[]> {
  const before = await load(file);
  if ('code' in before) return before;
  const after = change(before);
  if (Array.isArray(after) || registerText(after) === registerText(before)) return after;
  return (await writeBeside(file, registerText(after))) ?? after;
}

async function load({ path, name }: LedgerFolder): Promise<Register | Problem> {
  try {
    return readRegister(await readFile(path, 'utf8'), name);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? EMPTY : problem('unreadable_file', { file: name }, { reason: code ?? message });
  }
}

const missing = ({ path }: RulesFile): Problem =>
  problem('missing_key', { file: path }, { key: 'ledger', expected: 'the folder of closed periods' });
