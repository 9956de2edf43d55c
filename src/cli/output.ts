import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../problems/problem.ts';
import type { Terminal } from './terminal.ts';

/**
 * Writes a result where it was asked for: stdout, a file, or a folder under the default name. A file is whole or not there;
 * false after a problem was shown.
 */
export async function deliver(
  text: string,
  output: string | undefined,
  defaultName: string,
  terminal: Terminal,
): Promise<boolean> {
  if (output === undefined || output === '-') {
    terminal.out(text);
    return true;
  }
  const isFolder =
    output.endsWith('/') ||
    (await stat(output).then(
      (s) => s.isDirectory(),
      () => false,
    ));
  const path = isFolder ? join(output, defaultName) : output;
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.problems([problem('unwritable_file', { file: path }, { reason: code ?? message })]);
    return false;
  }
  terminal.note(`wrote ${path}\n`);
  return true;
}
