import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Ledger, type LedgerEntry, type LedgerFile, ledgerText, readLedger } from '../ledger/file.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { RulesFile } from './run.ts';
import { writeWhole } from './whole-file.ts';

/** A folder of closed periods: where it is, and as the rules name it. */
export interface LedgerFolder {
  readonly path: string;
  readonly name: string;
}

/** The folder that the rules name, beside them. */
export const folderOf = ({ path, sow }: RulesFile): LedgerFolder | undefined =>
  sow.ledger === undefined ? undefined : { path: resolve(dirname(path), sow.ledger), name: sow.ledger };

/** The closed periods of a SOW; none where the rules name no ledger or nothing was closed yet. */
export async function ledgerOf(rules: RulesFile): Promise<Ledger> {
  const folder = folderOf(rules);
  const files = folder === undefined ? [] : await filesIn(folder);
  if (!Array.isArray(files)) return { closings: [], problems: [files] };
  const { problems, closings } = readLedger(files, { sow: rules.sow, rules: keptRules(rules) });
  const named = (p: Problem): Problem => ({ ...p, place: { file: join(folder?.name ?? '', p.place.file) } });
  return { closings, problems: problems.map(named) };
}

export const keptRules = ({ path, text, named }: RulesFile) => ({ file: path, text, named });

async function filesIn({ path, name }: LedgerFolder): Promise<LedgerFile[] | Problem> {
  try {
    const names = (await readdir(path)).filter((file) => /^[^.].*\.json$/.test(file)).sort();
    return await Promise.all(
      names.map(async (file) => ({ name: file, text: await readFile(join(path, file), 'utf8') })),
    );
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? [] : problem('unreadable_file', { file: name }, { reason: code ?? message });
  }
}

/** Does something while no other process closes a period of this folder; says who does, where one does. */
export async function locked<T>(folder: LedgerFolder, work: () => Promise<T>): Promise<T | Problem> {
  const path = join(folder.path, '.lock');
  const place = { file: join(folder.name, '.lock') };
  const me = `process ${process.pid} on ${hostname()}`;
  try {
    await mkdir(folder.path, { recursive: true, mode: 0o700 });
    const holder = await take(path, me);
    if (holder !== undefined) return problem('ledger_locked', place, { holder });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return problem('unwritable_file', place, { reason: code ?? message });
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** How often a lock that vanishes while it is looked at is tried again. */
const TRIES = 20;

/** Takes the lock, or says who has it. A lock of a process that is gone is set aside. */
async function take(path: string, me: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      await writeWhole(path, me, 'never replace');
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    // Its holder may be done by now: then it is free.
    const holder = await readFile(path, 'utf8').catch(() => undefined);
    if (holder === undefined) continue;
    if (!isGone(holder)) return holder || 'another process';
    await setAside(path, holder);
  }
  return 'another process';
}

/** Takes a lock away that nobody holds; one that somebody took meanwhile goes back to its place. */
async function setAside(path: string, holder: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  const found = await rename(path, aside).then(
    () => readFile(aside, 'utf8'),
    () => holder,
  );
  if (found !== holder) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

function isGone(holder: string): boolean {
  const [, pid, host] = /^process (\d+) on (.*)$/.exec(holder) ?? [];
  if (pid === undefined || host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Writes a closed period: whole and on the disk, or not at all, and never over another. */
export async function writeClosing(folder: LedgerFolder, entry: LedgerEntry): Promise<Problem | undefined> {
  const name = `${entry.period}.json`;
  const file = { path: join(folder.path, name), name: join(folder.name, name) };
  try {
    return await written(file, ledgerText(entry), 'never replace');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return problem('unwritable_file', { file: file.name }, { reason: TOO_LONG });
  }
}
const TOO_LONG =
  'so many claims make a file longer than a text can be (512 MiB, some 100,000 claims); close shorter periods, or part the SOW by campaign';

/** Writes a file that lies beside the folder: the new one is on the disk, or the old one stays. */
export const writeBeside = (file: LedgerFolder, text: string): Promise<Problem | undefined> =>
  written(file, text, 'replace');

async function written(
  file: LedgerFolder,
  text: string,
  how: 'replace' | 'never replace',
): Promise<Problem | undefined> {
  try {
    await writeWhole(file.path, text, how);
    const there = await open(dirname(file.path));
    try {
      await there.sync();
    } finally {
      await there.close();
    }
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return problem('unwritable_file', { file: file.name }, { reason: code ?? message });
  }
}
