import { html, type Markup } from '../report/html/markup.ts';
import { pageOf } from '../report/html/page.ts';
import { letterOf, type Text } from './letter.ts';
import type { Pack } from './pack.ts';

const written = (text: Text): Markup[] =>
  text.map((piece) =>
    typeof piece === 'string'
      ? html`${piece}`
      : 'code' in piece
        ? html`<code>${piece.code}</code>`
        : html`${piece.foreign}`,
  );

/** What the title of the window says: the words alone. */
const plain = (text: Text): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : 'code' in piece ? piece.code : piece.foreign)).join('');

/** The letter as a page to read, print and forward: it fetches nothing and runs nothing. */
export function letterHtml(pack: Pack): string {
  const { title, scope, opening, sections } = letterOf(pack);
  return pageOf(
    plain(title),
    html`<article>
<header>
<h1>${written(title)}</h1>
<p class="scope">${written(scope)}</p>
<p>${written(opening)}</p>
</header>
${sections.map(({ title: name, paragraph, items = [], points = [] }) => {
  const parts = [
    paragraph && html`<p>${written(paragraph)}</p>\n`,
    ...items.map(
      (item) => html`<h3>${written(item.title)}</h3>
<dl class="facts">${item.facts.map(([fact, text]) => html`<dt>${fact}</dt><dd>${written(text)}</dd>`)}</dl>
`,
    ),
    points.length ? html`<ul>${points.map((point) => html`<li>${written(point)}</li>\n`)}</ul>\n` : undefined,
  ].filter((part) => part !== undefined);
  return html`<section>
<h2>${written(name)}</h2>
${parts.length ? parts : html`<p>Nothing.</p>\n`}</section>
`;
})}</article>
`,
  );
}
