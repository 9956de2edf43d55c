import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Bar, Chart } from '../outline/outline.ts';
import { html, type Markup } from './markup.ts';

type Scale = ScaleLinear<number, number>;

/** Both ends of a bar's box in percent: the drawing is stretched to its cell. */
const WIDTH = 100;
const HEIGHT = 100;

/** The bars of each row, one drawing a cell. They say nothing that the cells do not, so readers of text skip them. */
export function drawingsOf(chart: Chart): Markup[] {
  const shared = chart.scale === 'shared' ? scaleOver(chart.rows.flat()) : undefined;
  return chart.rows.map((bars, row) => {
    const own = chart.scale === 'shared' ? 1 : (chart.scale[row] ?? 1);
    const scale = shared ?? scaleOver([{ from: 0, to: own }]);
    return html`<svg viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${[
      gridLines(scale),
      connectors(chart.running, row, scale),
      bars.map((bar, lane) => barOf(bar, lane, bars.length, scale)),
    ]}</svg>`;
  });
}

function scaleOver(bars: readonly Pick<Bar, 'from' | 'to'>[]): Scale {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  return scaleLinear()
    .domain([Math.min(0, ...ends), Math.max(0, ...ends) || 1])
    .nice(4)
    .range([0, WIDTH]);
}

const gridLines = (scale: Scale): Markup[] => scale.ticks(4).map((tick) => upright(scale(tick), 0, HEIGHT, 'grid'));

/** Where the running sum stands: from the bar above to this one, and on to the next. */
function connectors(running: Chart['running'], row: number, scale: Scale): Markup[] {
  const [before, after] = [running?.[row - 1], running?.[row]];
  const isLast = row + 1 === running?.length;
  return [
    ...(before === undefined ? [] : [upright(scale(before), 0, HEIGHT / 2, 'link')]),
    ...(after === undefined || isLast ? [] : [upright(scale(after), HEIGHT / 2, HEIGHT, 'link')]),
  ];
}

function barOf({ from, to, shade, interval }: Bar, lane: number, lanes: number, scale: Scale): Markup {
  // One bar leaves air to the rows beside it; several stand close together.
  const edge = HEIGHT * (lanes === 1 ? 0.24 : 0.1);
  const room = (HEIGHT - 2 * edge) / lanes;
  const top = edge + lane * room;
  const tall = lanes === 1 ? room : room * 0.84;
  const [left, right] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
  const bar = html`<rect class="${shade}" x="${at(left)}" y="${at(top)}" width="${at(Math.max(right - left, 0.3))}" height="${at(tall)}"/>`;
  if (!interval) return bar;
  const middle = at(top + tall / 2);
  const [low, high] = interval.map((value) => at(scale(value)));
  const across = (kind: string): Markup =>
    html`<line class="${kind}" x1="${low}" x2="${high}" y1="${middle}" y2="${middle}" vector-effect="non-scaling-stroke"/>`;
  return html`${bar}${across('interval-edge')}${across('interval')}`;
}

const upright = (x: number, from: number, to: number, kind: string): Markup =>
  html`<line class="${kind}" x1="${at(x)}" x2="${at(x)}" y1="${at(from)}" y2="${at(to)}" vector-effect="non-scaling-stroke"/>`;

const at = (x: number): string => String(Math.round(x * 100) / 100);
