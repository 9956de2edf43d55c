import type { Command } from 'commander';
import { SHELLS } from '../completion.ts';
import { deliver } from '../output.ts';
import type { Terminal } from '../terminal.ts';

/** Prints the completion script of a shell, made from the commands. */
export async function completion(shell: keyof typeof SHELLS, program: Command, terminal: Terminal): Promise<void> {
  const isDelivered = await deliver(SHELLS[shell](program), undefined, `leadaudit.${shell}`, terminal);
  if (!isDelivered) process.exitCode = 2;
}
