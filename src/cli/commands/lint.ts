import { type RulesOptions, rulesOf } from '../run.ts';
import type { Terminal } from '../terminal.ts';

/** The rules file alone: its problems, the defaults in force, and what is not judged yet. */
export async function lint(options: RulesOptions, terminal: Terminal): Promise<void> {
  const rules = await rulesOf(options, terminal);
  if (!rules) {
    process.exitCode = 2;
    return;
  }
  const { sow, path } = rules;
  const paint = terminal.paintFor('stdout');
  const list = (title: string, lines: readonly string[]): string =>
    lines.length ? `\n${paint.strong(title)}\n${lines.map((line) => `  ${line}\n`).join('')}` : '';
  terminal.out(
    `${paint.good('sound')}  ${path}: ${sow.sow.id}, ${sow.sow.vendor} for ${sow.sow.client}\n` +
      list(
        'Assumptions (defaults in force)',
        sow.assumptions.map(({ key, value }) => `${key}: ${value}`),
      ) +
      list('Not checked (read, but not judged yet)', sow.notJudged),
  );
}
