import { forTerminal } from '../../report/escape.ts';
import { wrap } from '../../report/grid.ts';
import { type RulesOptions, rulesOf } from '../run.ts';
import type { Terminal } from '../terminal.ts';

/** The rules file alone: its problems, what the SOW says on each sticking point and on what it is silent, the defaults in force. */
export async function lint(options: RulesOptions, terminal: Terminal): Promise<void> {
  const rules = await rulesOf(options, terminal, 'rules alone');
  if (!rules) {
    process.exitCode = 2;
    return;
  }
  const { sow, path } = rules;
  const paint = terminal.paintFor('stdout');
  const { width } = terminal;
  const lines: string[] = [
    `${paint.good('sound')}  ${path}: ${sow.sow.id}, ${sow.sow.vendor} for ${sow.sow.client}`,
    '',
  ];
  lines.push(paint.strong('Sticking points: what the SOW says, and where it is silent'));
  for (const { point, given, silent } of sow.silences) {
    const clauses = given.map((block) => {
      const clause = sow.clauses.get(block);
      return `${block.replace(/^rules\./, '')}${clause === undefined ? '' : ` ${forTerminal(clause)}`}`;
    });
    lines.push(`  ${point.title}: ${clauses.join(', ') || 'nothing'}`);
    for (const { key, question } of silent)
      lines.push(paint.faint(wrap(`    silent: ${question} (${key})`, width, '      ')));
  }
  const list = (title: string, items: readonly string[]): void => {
    if (items.length) lines.push('', paint.strong(title), ...items.map((item) => `  ${item}`));
  };
  list(
    'Assumptions (defaults in force)',
    sow.assumptions.map(({ key, value }) => `${key}: ${value}`),
  );
  list('Not checked (read, but not judged yet)', sow.notJudged);
  terminal.out(`${lines.join('\n')}\n`);
}
