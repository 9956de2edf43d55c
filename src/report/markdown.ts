import { forMarkdown as clean, forMarkdownLine as cleanLine, forMarkdownCode as code } from './escape.ts';
import type { Block, Head, Outline, Report, Table, Whole } from './outline/outline.ts';
import type { DocumentKind } from './renderers.ts';

/** Rows of a table that are shown: a comment on a code host may have 65,536 characters. */
const SHOWN = 30;

/** The report for a pull request or a wiki: tables and prose, no HTML. */
export async function renderMarkdown<D>(doc: D, kind: DocumentKind<D>): Promise<string> {
  const outline: Outline = (await kind.outline())(doc);
  return `${outline.reports.map(reportText).join('\n\n---\n\n')}\n`;
}

function reportText({ title, scope, warnings, answers, sections }: Report): string {
  const figures = answers.map(({ word, amount, note }) => [`**${clean(word)}**`, `**${clean(amount)}**`, clean(note)]);
  return [
    `# ${clean(title)}`,
    cleanLine(scope),
    ...warnings.map((warning) => `> **${clean(warning)}**`),
    ...(figures.length ? [tableText([{ title: '' }, { title: '', as: 'figure' }, { title: '' }], figures)] : []),
    ...sections.flatMap((section) => [`## ${clean(section.title)}`, ...section.blocks.map(blockText)]),
  ].join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'prose':
      return cleanLine(block.text);
    case 'table':
      return cut(block, block.rows, block.whole, block.sums);
    case 'plots':
      return cut(block.numbers, block.numbers.rows, block.numbers.whole, block.numbers.sums);
    case 'folds':
      return cut(
        block,
        block.folds.map(({ cells }) => cells),
        block.whole,
      );
  }
}

function cut({ head }: Pick<Table, 'head'>, all: Table['rows'], whole?: Whole, sums?: Table['sums']): string {
  const isSum = (i: number): boolean => sums?.has(i) === true;
  const shown = whole
    ? all.flatMap((row, i) => (i < SHOWN || isSum(i) ? [{ row, i }] : []))
    : all.map((row, i) => ({ row, i }));
  const rows = shown.map(({ row, i }) =>
    row.map((cell, column) => {
      const text = head[column]?.as === 'code' ? code(cell) : clean(cell);
      return isSum(i) && text ? `**${text}**` : text;
    }),
  );
  const hidden = all.length - shown.length + (whole?.hidden ?? 0);
  const more = whole && hidden ? [`... and ${hidden} more: ${code(whole.flags)}`] : [];
  return [tableText(head, rows), ...more].join('\n\n');
}

/** A table of cells that are Markdown already. */
const tableText = (head: readonly Head[], rows: readonly (readonly string[])[]): string =>
  [head.map(({ title }) => clean(title)), head.map(({ as }) => (as === 'figure' ? '---:' : '---')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
