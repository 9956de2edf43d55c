import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Most of a short run goes into making code fast that runs once: this puts it off, and saves a fifth. It changes nothing else. */
export const LAZY = process.version.startsWith('v20.') ? ['--interrupt-budget=500000'] : [];

/** Runs the built binary as a user would, without a terminal. */
export function leadaudit(
  args: readonly string[],
  { cwd = '.', env = {}, input = '' }: RunOptions = {},
): Promise<Finished> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...LAZY, resolve('bin/leadaudit.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('close', (code) =>
      done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.end(input);
  });
}
