import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { DAY_MS, dateOfWall } from '../../sow/dates.ts';
import type { Axis, Line, Plot, Point } from '../outline/outline.ts';
import { withCommas } from '../phrases.ts';
import { html, type Markup } from './markup.ts';
import { type Frame, placedLabels } from './plot-labels.ts';

type Scale = ScaleLinear<number, number>;

/** The drawing in units of its own, about a pixel each. */
const WIDTH = 360;
const HEIGHT = 230;
const FRAME: Frame = { left: 46, right: WIDTH - 10, top: 24, bottom: HEIGHT - 34 };
/** Air beside the first and the last point, in parts of the axis. */
const AIR = 0.04;

/** A drawing with axes. Its title and what it says are read out in its place; what lies beyond limits has a shape of its own, not just a colour. */
export function plotOf(plot: Plot, id: string): Markup {
  const { title, says, lines, points } = plot;
  const [x, y] = scalesOf(plot);
  const at = ([px, py]: readonly [number, number]): [number, number] => [x(px), y(py)];
  const labels = placedLabels(
    points.flatMap(({ at: place, label }) => (label === undefined ? [] : { at: at(place), label })),
    FRAME,
  );
  return html`<figure>
<figcaption>${title}</figcaption>
<svg class="plot" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-labelledby="${id}t ${id}d">
<title id="${id}t">${title}</title>
<desc id="${id}d">${says}</desc>
${[axisX(x, plot.x, points), axisY(y, plot.y)]}${inOrder(lines).map((line) => html`<path class="plot-${line.is}" d="${pathOf(line.at.map(at))}"/>\n`)}${drawnLast(
  points,
).map((point) => html`${markOf(point.is, at(point.at))}\n`)}${labels.map(
  ({ at: [lx, ly], anchor, text }) =>
    html`<text class="plot-name" x="${n(lx)}" y="${n(ly)}" text-anchor="${anchor}">${text}</text>\n`,
)}</svg>
${legendOf(plot)}</figure>
`;
}

function scalesOf({ lines, points, x }: Plot): [Scale, Scale] {
  const all = [...lines.flatMap((line) => line.at), ...points.map((point) => point.at)];
  const extent = (of: 0 | 1): [number, number] => [
    all.reduce((least, place) => Math.min(least, place[of]), Infinity),
    all.reduce((most, place) => Math.max(most, place[of]), -Infinity),
  ];
  const [from, to] = extent(0);
  const air = (to - from || 1) * AIR;
  const [low, high] = extent(1);
  return [
    scaleLinear()
      .domain([x.as === 'day' ? from - air : Math.max(0, from - air), to + air])
      .range([FRAME.left, FRAME.right]),
    scaleLinear().domain([low, high]).nice(4).range([FRAME.bottom, FRAME.top]),
  ];
}

function axisX(scale: Scale, axis: Axis, points: readonly Point[]): Markup {
  // No day is named that is only air.
  const xs = new Set(points.map(({ at: [x] }) => x));
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const ticks = scale.ticks(5).filter((tick) => Number.isInteger(tick) && tick >= first && tick <= last);
  const foot = n(FRAME.bottom + 16);
  return html`<line class="plot-axis" x1="${n(FRAME.left)}" x2="${n(FRAME.right)}" y1="${n(FRAME.bottom)}" y2="${n(FRAME.bottom)}"/>
${ticks.map((tick) => html`<text x="${n(scale(tick))}" y="${foot}" text-anchor="middle">${tickText(tick, axis)}</text>\n`)}<text class="plot-axis-title" x="${n(FRAME.right)}" y="${n(FRAME.bottom + 29)}" text-anchor="end">${axis.title}</text>
`;
}

function axisY(scale: Scale, axis: Axis): Markup {
  const ticks = scale.ticks(4).map((tick) => {
    const y = scale(tick);
    return html`<line class="grid" x1="${n(FRAME.left)}" x2="${n(FRAME.right)}" y1="${n(y)}" y2="${n(y)}"/><text x="${n(FRAME.left - 6)}" y="${n(y + 4)}" text-anchor="end">${tickText(tick, axis)}</text>\n`;
  });
  return html`${ticks}<text class="plot-axis-title" x="2" y="11">${axis.title}</text>
`;
}

function tickText(tick: number, { as }: Axis): string {
  switch (as) {
    case 'day':
      return dateOfWall(tick * DAY_MS).slice(5);
    case 'share':
      return `${withoutNoise(tick * 100)}%`;
    case 'figure':
      return withCommas(withoutNoise(tick));
  }
}
/** 0.30000000000000004 is 0.3. */
const withoutNoise = (x: number): string => String(Math.round(x * 1e6) / 1e6);

/** Limits lie below what is held against them. */
const ORDER: readonly Line['is'][] = ['centre', 'inner-limit', 'limit', 'series'];
const inOrder = (lines: readonly Line[]): Line[] =>
  [...lines].sort((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is));
/** What stands out is not hidden by what does not. */
const drawnLast = (points: readonly Point[]): Point[] => [
  ...points.filter(({ is }) => is !== 'beyond'),
  ...points.filter(({ is }) => is === 'beyond'),
];

const pathOf = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], i) => `${i ? 'L' : 'M'}${n(x)} ${n(y)}`).join('');

/** A dot, a ring between the limits, a diamond beyond them. */
function markOf(is: Point['is'], [x, y]: readonly [number, number]): Markup {
  if (is === 'beyond') return html`<path class="plot-beyond" d="M${n(x)} ${n(y - 6)}l6 6l-6 6l-6 -6z"/>`;
  return html`<circle class="plot-${is}" cx="${n(x)}" cy="${n(y)}" r="${is === 'between' ? '3.5' : '2.6'}"/>`;
}

/** Each kind of line and mark once; the drawing is told in words to who cannot see it. */
function legendOf({ lines, marks }: Plot): Markup {
  const kinds = lines.filter((line, i) => lines.findIndex(({ name }) => name === line.name) === i);
  const entries = [
    ...kinds.map(({ is, name }) => ({ name, sample: html`<path class="plot-${is}" d="M0 7L26 7"/>` })),
    ...marks.map(({ is, name }) => ({ name, sample: markOf(is, [13, 7]) })),
  ];
  return html`<ul class="legend" aria-hidden="true">${entries.map(
    ({ name, sample }) => html`<li><svg class="sample" viewBox="0 0 26 14">${sample}</svg>${name}</li>`,
  )}</ul>
`;
}

const n = (x: number): string => String(Math.round(x * 10) / 10);
