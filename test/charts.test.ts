import { afterAll, describe, expect, test } from 'vitest';
import type { AuditDocument } from '../src/report/document.ts';
import { placedLabels } from '../src/report/html/plot-labels.ts';
import { redacted } from '../src/report/redact.ts';
import { render } from '../src/report/render.ts';
import { openCase, runCase, scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const { folder, rules, expected } = openCase('test/cases/checks-funnel.md', scratch.path);
const { document } = await runCase(folder, rules, expected[0]?.run ?? '');
if (!document?.drift) throw new Error('the case has no drift');
const { drift } = document;
const page = await render(document, { format: 'html' });

/** The sections of a page under these headings, each to its end. */
const sectionsOf = (text: string, ...titles: readonly string[]): string[] =>
  [...text.matchAll(/<section>\n<h2 id="[^"]*">(.*?)<\/h2>.*?<\/section>\n/gs)].flatMap(([section, title = '']) =>
    titles.some((start) => title.startsWith(start)) ? [section] : [],
  );
const [driftSection = '', funnelSection = ''] = sectionsOf(page, 'Drift of', 'Agents beside');
const figuresOf = (section: string): string[] => section.match(/<figure>.*?<\/figure>/gs) ?? [];
const placesOf = (path: string): [x: number, y: number][] =>
  [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
const pathsOf = (figure: string, kind: string): [x: number, y: number][][] =>
  [...figure.matchAll(/<path class="(\S+)" d="([^"]*)"/g)].flatMap(([, found, d = '']) =>
    found === kind && !d.includes('L26 7') ? [placesOf(d)] : [],
  );
const beyondIn = (figure: string): [x: number, y: number][] =>
  [...(figure.split('</svg>')[0] ?? '').matchAll(/class="plot-beyond" d="M(\S+) (\S+?)l/g)].map(([, x, y]) => [
    Number(x),
    Number(y) + 6,
  ]);

describe('drift charts', () => {
  test('as they are drawn', async () => {
    await expect(`${driftSection}${funnelSection}`).toMatchFileSnapshot('golden/charts.html');
  });

  test.each([
    [0, 'p_chart', drift.days.map((d) => d.rate), drift.days.map((d) => d.lower)],
    [1, 'ewma', drift.days.map((d) => d.ewma), drift.days.map((d) => d.ewma_lower)],
    [2, 'cusum', drift.days.map((d) => -d.cusum_low), drift.days.map(() => -drift.cusum_limit)],
  ])('chart %i, %s, follows the document', (n, method, values, limits) => {
    const figure = figuresOf(driftSection)[n] ?? '';
    const series = pathsOf(figure, 'plot-series').at(-1) ?? [];
    const [lower = []] = pathsOf(figure, 'plot-limit');
    const signal = drift.signals.find((s) => s.method === method);
    const at = drift.days.findIndex(({ day }) => day === signal?.day);
    expect(series).toHaveLength(drift.days.length);
    // A step of two ends a day.
    expect(lower).toHaveLength(2 * drift.days.length);
    // One scale for all: between two days the heights differ as the values do.
    const scale = ((series[3]?.[1] ?? 0) - (series[0]?.[1] ?? 0)) / ((values[3] ?? 0) - (values[0] ?? 0));
    for (const [i, value] of values.entries()) {
      const up = ((limits[i] ?? 0) - value) * scale;
      expect((lower[2 * i]?.[1] ?? 0) - (series[i]?.[1] ?? 0)).toBeCloseTo(up, 0);
    }
    expect(beyondIn(figure)).toEqual([series[at]]);
    expect(figure).toContain(`>${signal?.day} below</text>`);
    expect(figure).toContain(`The first signal is below the limits, on ${signal?.day}.</desc>`);
  });

  test('without a signal no day stands out, and the words say so', async () => {
    const signals = drift.signals.map((s) => ({ ...s, day: null, side: null }));
    const [section = ''] = sectionsOf(
      await render({ ...document, drift: { ...drift, signals } }, { format: 'html' }),
      'Drift of',
    );
    expect(section).not.toContain('plot-beyond');
    expect(section.match(/No day signals\.<\/desc>/g)).toHaveLength(3);
  });

  test('of nothing to count say so and draw nothing', async () => {
    const empty = { ...drift, days: [], signals: drift.signals.map((s) => ({ ...s, day: null, side: null })) };
    const [section = ''] = sectionsOf(await render({ ...document, drift: empty }, { format: 'html' }), 'Drift of');
    expect(section).toContain('nothing to count');
    expect(section).not.toContain('<svg');
  });
});

describe('the funnel plot', () => {
  const [figure = ''] = figuresOf(funnelSection);

  test('has a mark for each agent, and names who lies beyond the outer limits', () => {
    const [agents = []] = document.funnel_plots.map((funnel) => funnel.agents);
    const drawing = figure.split('</svg>')[0] ?? '';
    expect(drawing.match(/class="plot-(inside|between|beyond)"/g)).toHaveLength(agents.length);
    expect(beyondIn(figure)).toHaveLength(1);
    expect(drawing.match(/class="plot-name"[^>]*>[^<]*/g)?.map((t) => t.split('>')[1])).toEqual(['Eve Prado']);
    expect(funnelSection).toContain('Beyond the 99.8 % limits: Eve Prado (below: 0 of 5, 0.0%).');
  });

  test('a mark beyond a limit lies beyond the curve at its n', () => {
    const [lower = [], upper = []] = pathsOf(figure, 'plot-limit');
    const [[, centre] = [0, 0]] = pathsOf(figure, 'plot-centre')[0] ?? [];
    for (const [, low] of lower) expect(low).toBeGreaterThan(centre);
    for (const [, high] of upper) expect(high).toBeLessThan(centre);
    const [[x, y] = [0, 0]] = beyondIn(figure);
    const [, limit = 0] = lower.find(([at]) => at === x) ?? [];
    expect(y).toBeGreaterThan(limit);
  });

  test('has lines where all agents have the same n', async () => {
    const [one] = document.funnel_plots;
    if (!one) throw new Error('no funnel');
    const curve = one.curve.slice(0, 1);
    const [section = ''] = sectionsOf(
      await render({ ...document, funnel_plots: [{ ...one, curve }] }, { format: 'html' }),
      'Agents beside',
    );
    const kinds = ['plot-limit', 'plot-inner-limit', 'plot-centre'].map((kind) => pathsOf(section, kind));
    expect(kinds.map((paths) => paths.map((path) => path.length))).toEqual([[2, 2], [2, 2], [2]]);
  });

  test('says it is the evidence, where there is some', async () => {
    const funnels = document.funnel_plots.map((funnel) => ({ ...funnel, figures: 'verified' as const }));
    expect(await render({ ...document, funnel_plots: funnels }, { format: 'html' })).toContain('80.0% (verified).');
  });

  test('of many agents names the first, and counts the rest', async () => {
    const crowd = document.funnel_plots.map((funnel) => ({
      ...funnel,
      agents: Array.from({ length: 40 }, (_, i) => ({
        ...(funnel.agents[4] as (typeof funnel.agents)[0]),
        agent: `A${i}`,
      })),
    }));
    const shown = await render({ ...document, funnel_plots: crowd }, { format: 'html' });
    expect(shown).toContain('A11 (below: 0 of 5, 0.0%) and 28 more.');
    // All at one place: as many names as have room there.
    expect(shown.match(/class="plot-name"/g)?.length).toBeLessThan(8);
  });
});

describe('every drawing', () => {
  test('has a name and a description of its own, and its numbers in a table', () => {
    const svgs = [...page.matchAll(/<svg class="plot"[^>]*aria-labelledby="(\S+) (\S+)">(.*?)<\/svg>/gs)];
    expect(svgs).toHaveLength(4);
    for (const [, name, told, inside = ''] of svgs) {
      expect(inside).toMatch(new RegExp(`<title id="${name}">.+</title>\\s*<desc id="${told}">.+</desc>`));
    }
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const day of drift.days) expect(driftSection.split('<details')[1]).toContain(`<td class="figure">${day.day}`);
    for (const { agent } of document.funnel_plots[0]?.agents ?? [])
      expect(funnelSection.split('<details')[1]).toContain(`<td>${agent}</td>`);
  });

  test('names nobody in a report that names nobody', async () => {
    const hidden = redacted(document, [], { how: 'digits' });
    const shown = await render(hidden, { format: 'html' });
    for (const { agent } of document.funnel_plots[0]?.agents ?? []) expect(shown).not.toContain(agent);
    const [section = ''] = sectionsOf(shown, 'Agents beside');
    expect(section).toMatch(/class="plot-name"[^>]*>person-\d+</);
  });

  test('is in the page of figures alone too', async () => {
    const args = ['metrics', '--period', '2026-06', '--as-of', '2026-06-30', '--exit-zero', '--format', 'html'];
    const { stdout, stderr } = await leadaudit(args, { cwd: folder });
    expect(stderr).toBe('');
    expect(figuresOf(stdout).map((f) => f.replace(/r1-\d+-\d+/g, ''))).toEqual(
      figuresOf(page).map((f) => f.replace(/r1-\d+-\d+/g, '')),
    );
  });
});

test('an agent whose id is no name keeps it', () => {
  const ids = (doc: AuditDocument) => doc.funnel_plots.flatMap((f) => f.agents.map((a) => a.agent));
  const numbered = {
    ...document,
    funnel_plots: document.funnel_plots.map((f) => ({
      ...f,
      agents: f.agents.map((a, i) => ({ ...a, agent: `A1${i}` })),
    })),
  };
  expect(ids(redacted(numbered, [], { how: 'digits' }))).toEqual(['A10', 'A11', 'A12', 'A13', 'A14']);
});

describe('labels', () => {
  const frame = { left: 0, right: 300, top: 0, bottom: 200 };
  const at = (x: number, y: number, label = 'Ann') => ({ at: [x, y] as const, label });

  test('stand right of their points, left where there is no room', () => {
    const [a, b] = placedLabels([at(10, 100), at(290, 100)], frame);
    expect([a?.anchor, b?.anchor]).toEqual(['start', 'end']);
  });

  test('never lie upon each other or leave the frame', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => at((i * 53) % 300, (i * 37) % 200));
    const boxes = placedLabels(crowd, frame).map(({ at: [x, y], anchor }) => ({
      x: anchor === 'end' ? x - 100 : x,
      y,
    }));
    expect(boxes.length).toBeGreaterThan(10);
    for (const [i, a] of boxes.entries()) {
      expect([a.x >= 0, a.x + 100 <= 300, a.y <= 200]).toEqual([true, true, true]);
      for (const b of boxes.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 100 || Math.abs(a.y - b.y) >= 13).toBe(true);
    }
  });

  test('no name moves another', () => {
    const crowd = (label: string) => Array.from({ length: 20 }, (_, i) => at((i * 53) % 300, (i * 37) % 200, label));
    const places = (label: string) =>
      placedLabels(crowd(label), frame).map(({ at: place, anchor }) => ({ place, anchor }));
    expect(places('Maximilian Featherstonehaugh the Third')).toEqual(places('Li'));
    expect(placedLabels([at(10, 100, 'Maximilian Featherstonehaugh')], frame)[0]?.text).toBe('Maximilian Feat\u2026');
  });
});
