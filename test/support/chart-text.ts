import type { CHARTS as METHODS } from '../../src/measure/drift.ts';
import { table } from './markdown.ts';

const DRAWN: Readonly<Record<keyof typeof METHODS, readonly [follows: string, limits: string]>> = {
  p_chart: [
    'the rate of each day',
    'the baseline and three sigma of the day: the more there was to count, the narrower. A limit below 0 or above 100 % is drawn there',
  ],
  ewma: ['the weighted mean', 'the baseline and three of its own sigmas; they open in the first days'],
  cusum: ['what lies off the baseline, added up upward and downward, in sigmas', '5 upward and downward'],
};

/** `docs/output.md`: what the charts of a page show. */
export const CHART_TEXT = `## Charts

\`--format html\` of \`reconcile\` and \`metrics\` draws what [\`checks.drift\`](anomalies.md#checksdrift) watches and the shares that are asked for \`by: [agent]\`. Under each section stand the same figures, folded; \`drift\` and
\`funnel_plots\` of the JSON, and \`--table drift|funnel_plots\`, have every point and limit. Markdown has the figures alone.

${table(
  ['drift chart', 'the line', 'between the dashed lines'],
  Object.entries(DRAWN).map(([name, cells]) => [`\`${name}\``, ...cells]),
)}

The first day that signals is a diamond with its date. Days without anything to count are left out.

**Agents beside each other** is a funnel plot: a mark an agent, by how much their share rests on (n) and the share, about that of all these agents together. The dotted and the dashed curves are exact binomial limits
about that rate: by chance alone 2.5 % of agents lie beyond each 95 % limit, and 0.1 % beyond each 99.8 % limit. Between two counts they are interpolated, so that a mark lies beyond a curve if, and only if, so few or fewer
(so many or more) have less than that chance. Figures are the verified ones where there is evidence, else the restated ones; the page says which. Agents beyond the 99.8 % limits are diamonds with their names, those between
the limits rings. Of fewer than 5 agents there is no plot, nor where nothing or everything counts. With thousands of calls each the limits are so narrow that agents who merely differ lie beyond them: then look at how far.

A drawing is told in words to a screen reader, every kind of mark and line has a shape of its own, and no name moves anything.`;
