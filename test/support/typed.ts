import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** util-linux's `script` runs a program in a terminal of its own. */
export const SCRIPT = '/usr/bin/script';

export interface Typed {
  /** What was on the terminal: stderr and the echo of what was typed. */
  readonly screen: string;
  readonly stdout: string;
  readonly code: number | null;
}

/** Runs the built binary in a terminal and types lines into it, each once a prompt stands there; a control character needs no Enter. stdout goes to a file. */
export function typedInto(args: readonly string[], lines: readonly string[]): Promise<Typed> {
  const folder = mkdtempSync(join(tmpdir(), 'leadaudit-typed-'));
  const out = join(folder, 'stdout');
  const quoted = [process.execPath, resolve('bin/leadaudit.js'), ...args].map((arg) => `'${arg}'`).join(' ');
  return new Promise((done) => {
    const child = spawn(SCRIPT, ['-qec', `${quoted} > '${out}'`, '/dev/null'], {
      env: { PATH: process.env.PATH ?? '', TERM: 'xterm' },
    });
    let screen = '';
    let answered = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      screen += chunk.toString();
      const prompts = screen.split('> \u001b[').length - 1;
      for (; answered < prompts; answered++) {
        // A prompt that nobody has a line for ends the run.
        const line = lines[answered] ?? '\u0003';
        child.stdin.write(/^\p{Cc}$/u.test(line) ? line : `${line}\r`);
      }
    });
    child.on('close', (code) => {
      const stdout = readFileSync(out, 'utf8');
      rmSync(folder, { recursive: true });
      done({ screen, stdout, code });
    });
  });
}
