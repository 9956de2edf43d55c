import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { problem } from '../problems/problem.ts';
import { decodeWhole } from '../read/encoding.ts';
import { rememberRead } from '../read/files-read.ts';
import { readWhole } from './standard-input.ts';
import type { Terminal } from './terminal.ts';

/** A table that somebody filled in, from a file or from stdin; undefined after a problem was shown. */
export async function filledInFile(
  file: string,
  terminal: Pick<Terminal, 'problems'>,
): Promise<{ readonly text: string; readonly sha256: string } | undefined> {
  try {
    const bytes = file === '-' ? await readWhole() : await readFile(file);
    if (file !== '-') rememberRead(await stat(file));
    return { text: decodeWhole(bytes, file).text, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    terminal.problems([problem('unreadable_file', { file }, { reason: code ?? message })]);
    return undefined;
  }
}
