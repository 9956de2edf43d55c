import { openSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of a temporary file: it loses its name as soon as it is open, so that it is gone when the process is. */
export const temporaryPath = (): string => join(tmpdir(), `leadaudit-${process.pid}-${process.hrtime.bigint()}`);

/** Opens one to write and to read again. Throws what the disk throws. */
export function openTemporary(): number {
  const path = temporaryPath();
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}
