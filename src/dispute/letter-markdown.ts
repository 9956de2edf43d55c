import { UNSEEN } from '../report/escape.ts';
import { letterOf, type Text } from './letter.ts';
import type { Pack } from './pack.ts';

/** Foreign text as plain words of a Markdown page: no sign of it has a meaning there. */
const clean = (text: string): string =>
  text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\\`*_{}[\]#+!|<>~&]/g, (c) => `\\${c}`);

const written = (text: Text): string =>
  text
    .map((piece) => (typeof piece === 'string' ? piece : 'code' in piece ? `\`${piece.code}\`` : clean(piece.foreign)))
    .join('');

/** The letter as Markdown, to paste into a mail or a ticket. */
export function letterMarkdown(pack: Pack): string {
  const { title, scope, opening, sections } = letterOf(pack);
  const body = sections.map(({ title: name, paragraph, items = [], points = [] }) => {
    const parts = [
      ...(paragraph ? [`${written(paragraph)}\n`] : []),
      ...items.map(
        (item) =>
          `### ${written(item.title)}\n\n${item.facts.map(([fact, text]) => `- ${fact}: ${written(text)}\n`).join('')}`,
      ),
      ...(points.length ? [points.map((point) => `- ${written(point)}\n`).join('')] : []),
    ];
    return `## ${written(name)}\n\n${parts.join('\n') || 'Nothing.\n'}`;
  });
  return [`# ${written(title)}\n`, `${written(scope)}\n`, `${written(opening)}\n`, ...body].join('\n');
}
