import { CommanderError } from 'commander';
import { programOf } from './program.ts';
import { Terminal } from './terminal.ts';
import { suggestWords } from './words.ts';

/** Runs the command line: exit codes are set, never forced, so that a long report is written to its end. */
async function main(argv: readonly string[]): Promise<void> {
  const terminal = new Terminal();
  try {
    const program = programOf(terminal);
    suggestWords(program);
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    terminal.fault(error);
    process.exitCode = 2;
  }
}

await main(process.argv);
