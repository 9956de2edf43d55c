import { forTerminal as clean } from '../escape.ts';
import { beside, wrap } from '../grid.ts';
import type { LintDocument } from './document.ts';
import type { LintRenderOptions } from './formats.ts';

/** A lint for people: what to mend, what to know, each sticking point and where the SOW is silent, the defaults in force. */
export function renderLint(doc: LintDocument, { width, paint }: LintRenderOptions): string {
  const { sow, file, results } = doc;
  const lines = [
    beside(
      `${paint.good('sound')}  `,
      7,
      `${clean(file)}: ${sow ? clean(`${sow.id}, ${sow.vendor} for ${sow.client}`) : ''}`,
      width,
    ),
  ];
  const section = (title: string, items: readonly string[]): void => {
    if (items.length) lines.push('', paint.strong(wrap(title, width, '  ')), ...items);
  };
  const shown = (severity: string): string[] =>
    results.filter((r) => r.severity === severity && r.code !== 'silent').map((r) => resultText(r, { width, paint }));
  const warnings = shown('warning');
  section(`To mend (${warnings.length})`, warnings);
  const notes = shown('info');
  section(`To know (${notes.length})`, notes);
  section(
    'Sticking points: what the SOW says, and where it is silent',
    doc.points.flatMap(({ title, blocks, silent }) => [
      wrap(`  ${title}: ${blocks.map(blockText).join(', ') || 'nothing'}`, width, '    '),
      ...silent.map(({ key, question }) => paint.faint(wrap(`    silent: ${question} (${key})`, width, '      '))),
    ]),
  );
  section(
    'Assumptions (defaults in force)',
    doc.assumptions.map(({ key, value }) => wrap(`  ${key}: ${value}`, width, '    ')),
  );
  return `${lines.join('\n')}\n`;
}

function resultText(
  { code, message, help, clause, file, line, column }: LintDocument['results'][number],
  { width, paint }: LintRenderOptions,
): string {
  const place = paint.faint(`${clean(file)}:${line}:${column}`);
  const cited = clause === null ? '' : ` (${clean(clause)})`;
  return [
    `  ${paint.strong(code)}${cited}  ${place}`,
    wrap(`    ${clean(message)}`, width, '    '),
    paint.faint(wrap(`    help: ${clean(help)}`, width, '    ')),
  ].join('\n');
}

const blockText = ({ key, clause }: LintDocument['points'][number]['blocks'][number]): string =>
  `${key.replace(/^rules\./, '')}${clause === null ? '' : ` ${clean(clause)}`}`;
