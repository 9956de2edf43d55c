import { drawingsOf } from './html/chart.ts';
import { html, type Markup } from './html/markup.ts';
import { pageOf } from './html/page.ts';
import { plotOf } from './html/plot.ts';
import type { Block, Folds, Head, Inside, Outline, Plots, Report, Section, Table, Whole } from './outline/outline.ts';
import type { DocumentKind } from './renderers.ts';

/** The report as a page. */
export async function renderHtml<D>(doc: D, kind: DocumentKind<D>): Promise<string> {
  const outline: Outline = (await kind.outline())(doc);
  return pageOf(outline.title, outline.reports.map(article));
}

/** Anchors of sections: a page may hold several reports. */
const anchor = (report: number, section: number): string => `r${report + 1}-${section + 1}`;

const article = ({ title, scope, warnings, answers, sections }: Report, n: number): Markup => html`<article>
<header>
<h1>${title}</h1>
<p class="scope">${scope}</p>
${warnings.map((warning) => html`<p class="warning">${warning}</p>\n`)}${answers.length ? answerList(answers) : undefined}
<nav aria-label="Contents of ${title}"><ul>${sections.map(
  (section, i) => html`<li><a href="#${anchor(n, i)}">${section.title}</a></li>`,
)}</ul></nav>
</header>
${sections.map((section, i) => sectionOf(section, anchor(n, i)))}</article>
`;

/** What is read first; a page of figures alone has no such list. */
const answerList = (answers: Report['answers']): Markup => html`<dl class="answers">
${answers.map(
  ({ word, tone, amount, note }) =>
    html`<div class="${tone}"><dt>${word}</dt><dd class="amount">${amount}</dd><dd>${note}</dd></div>\n`,
)}</dl>`;

const sectionOf = ({ title, blocks }: Section, id: string): Markup => html`<section>
<h2 id="${id}">${title}</h2>
${blocks.map((block, i) => blockOf(block, title, `${id}-${i + 1}`))}</section>
`;

function blockOf(block: Block, title: string, id: string): Markup {
  switch (block.kind) {
    case 'prose':
      return html`<p>${block.text}</p>\n`;
    case 'table':
      return html`${tableOf(block, title)}${wholeOf(block.whole)}`;
    case 'plots':
      return plotsOf(block, title, id);
    case 'folds':
      return foldsOf(block);
  }
}

const wholeOf = (whole: Whole | undefined): Markup | undefined =>
  whole?.hidden
    ? html`<p class="more">... and ${String(whole.hidden)} more: <code>${whole.flags}</code></p>\n`
    : undefined;

const classOf = ({ as }: Head): Markup | undefined => (as ? html` class="${as}"` : undefined);

function tableOf({ head, rows, sums, chart }: Table, title: string): Markup {
  const drawings = chart ? drawingsOf(chart) : [];
  const isTall = chart?.rows.some((bars) => bars.length > 1);
  const heads = head.map((column) => html`<th scope="col"${classOf(column)}>${column.title}</th>`);
  const body = rows.map((cells, row) => {
    const [first = '', ...rest] = cells;
    const isSum = sums?.has(row) === true;
    const others = rest.map((cell, i) => html`<td${classOf(head[i + 1] ?? { title: '' })}>${cell}</td>`);
    const drawing = chart && html`<td class="chart" aria-hidden="true">${drawings[row]}</td>`;
    return html`<tr${isSum ? html` class="sum"` : undefined}><td${classOf(head[0] ?? { title: '' })}>${first}</td>${others}${drawing}</tr>\n`;
  });
  const chartHead = chart && html`<th scope="col" class="chart" aria-hidden="true">${chart.title}</th>`;
  const legend =
    chart?.legend &&
    html`<ul class="legend" aria-hidden="true">${chart.legend.map(
      ({ name, shade }) =>
        html`<li><svg viewBox="0 0 1 1"><rect class="${shade}" width="1" height="1"/></svg>${name}</li>`,
    )}</ul>\n`;
  const note = chart?.note === undefined ? undefined : html`<p class="note">${chart.note}</p>\n`;
  return html`<div class="scroll" role="group" aria-label="${title}" tabindex="0"><table${isTall ? html` class="tall"` : undefined}>
<thead><tr>${heads}${chartHead}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
${legend}${note}`;
}

/** The drawings beside each other, and the numbers folded under them. */
const plotsOf = ({ plots, numbers }: Plots, title: string, id: string): Markup => html`<div class="plots">
${plots.map((plot, i) => plotOf(plot, `${id}-${i + 1}`))}</div>
<details class="numbers"><summary>The same in numbers</summary><div class="inside">${tableOf(numbers, title)}${wholeOf(numbers.whole)}</div></details>
`;

/** A line each; its title is in the line for who cannot see the columns. */
function foldsOf({ head, folds, whole }: Folds): Markup {
  const heads = head.map((column) => html`<span${classOf(column)}>${column.title}</span>`);
  const lines = folds.map(({ cells, inside }) => {
    const shown = cells.map((cell, i) => {
      const column = head[i] ?? { title: '' };
      return html`<span${classOf(column)}><span class="unseen">${column.title}: </span>${cell}</span>`;
    });
    return html`<details><summary class="line">${shown}</summary><div class="inside">${inside.map(insideOf)}</div></details>\n`;
  });
  return html`<div class="folds">
<div class="line heads" aria-hidden="true"><span></span>${heads}</div>
${lines}</div>
${wholeOf(whole)}`;
}

function insideOf(part: Inside): Markup {
  if (part.kind === 'table') return html`<h3>${part.title}</h3>${tableOf(part.table, part.title)}`;
  return html`<dl class="facts">${part.facts.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>`;
}
