import { openSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Problem, problem } from '../problems/problem.ts';

/** The path of a temporary file: it loses its name as soon as it is open, so that it is gone when the process is. */
export const temporaryPath = (): string => join(tmpdir(), `leadaudit-${process.pid}-${process.hrtime.bigint()}`);

/** Opens one to write and to read again. Throws what the disk throws. */
export function openTemporary(): number {
  const path = temporaryPath();
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}

/** What is told where one cannot be written; `what` would be kept there. */
export const noTemporary = ({ code, message }: NodeJS.ErrnoException, what: string): Problem =>
  problem(
    'unwritable_file',
    { file: tmpdir() },
    { reason: `${code ?? message} (${what}; TMPDIR names another folder)` },
  );
