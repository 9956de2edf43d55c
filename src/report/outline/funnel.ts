import type { AuditDocument } from '../document.ts';
import type { Measures } from '../measured/tables.ts';
import { plural } from '../phrases.ts';
import type { Line, Plot, Point, Section } from './outline.ts';

type Funnel = AuditDocument['funnel_plots'][number];
type Agent = Funnel['agents'][number];

const share = (x: number): string => `${(x * 100).toFixed(1)}%`;

/** Agents beside each other, a section a metric. */
export const funnels = ({ funnel_plots: all }: Measures): Section[] =>
  all.map((funnel) => ({
    title: `Agents beside each other: ${funnel.metric}`,
    blocks: [
      ...wordsOf(funnel).map((text) => ({ kind: 'prose' as const, text })),
      { kind: 'plots', plots: [plotOf(funnel)], numbers: numbersOf(funnel) },
    ],
  }));

const allOf = ({ count, n, rate, figures, agents }: Funnel): string =>
  `${plural(agents.length, 'agent')}, ${count} of ${n} together, ${share(rate)} (${figures})`;

/** Agents who are named in a line; the table has them all. */
const NAMED = 12;

/** Who lies beyond which limits; by chance alone some would. */
function wordsOf(funnel: Funnel): string[] {
  const named = (beyond: Agent['beyond']): string => {
    const own = funnel.agents.filter((agent) => agent.beyond === beyond);
    const first = own
      .slice(0, NAMED)
      .map(({ agent, count, n, rate, side }) => `${agent} (${side}: ${count} of ${n}, ${share(rate)})`);
    return `${first.join(', ') || 'nobody'}${own.length > NAMED ? ` and ${own.length - NAMED} more` : ''}`;
  };
  const byChance = (funnel.agents.length * 0.048).toFixed(1);
  return [
    `${allOf(funnel)}.`,
    `Beyond the 99.8 % limits: ${named('99.8%')}. Beyond the 95 % limits alone: ${named('95%')}; of so many agents ${byChance} would be by chance.`,
    'An agent beyond the limits asks for a look, and is no proof: lists differ, and so do agents.',
  ];
}

const numbersOf = ({ agents }: Funnel) => ({
  kind: 'table' as const,
  head: [
    { title: 'agent' },
    ...['count', 'of', 'rate', '95 % limits', '99.8 % limits'].map((title) => ({ title, as: 'figure' as const })),
    { title: 'beyond', as: 'word' as const },
  ],
  rows: agents.map(({ agent, count, n, rate, limits_95, limits_99_8, beyond, side }) => [
    agent,
    String(count),
    String(n),
    share(rate),
    limits_95.map(share).join(' to '),
    limits_99_8.map(share).join(' to '),
    beyond === null ? '' : `${beyond.replace('%', ' %')}, ${side}`,
  ]),
  whole: { hidden: 0, flags: '--format csv --table funnel_plots' },
});

const MARKS: Plot['marks'] = [
  { is: 'inside', name: 'an agent' },
  { is: 'between', name: 'beyond the 95 % limits' },
  { is: 'beyond', name: 'beyond the 99.8 % limits' },
];

function plotOf(funnel: Funnel): Plot {
  const { metric, rate, agents, curve } = funnel;
  const [least, most] = [curve[0]?.n ?? 0, curve.at(-1)?.n ?? 0];
  // Where all agents have the same n there is a place, and no way from one to another.
  const way = (places: Line['at']): Line['at'] =>
    least < most
      ? places
      : places.flatMap(([x, y]) => [
          [x - 0.5, y],
          [x + 0.5, y],
        ]);
  const both = (is: Line['is'], name: string, key: 'limits_95' | 'limits_99_8'): Line[] =>
    ([0, 1] as const).map((side) => ({ is, name, at: way(curve.map((c) => [c.n, c[key][side]])) }));
  const points = agents.map(
    ({ agent, n, rate: y, beyond }): Point =>
      beyond === '99.8%'
        ? { at: [n, y], is: 'beyond', label: agent }
        : { at: [n, y], is: beyond === null ? 'inside' : 'between' },
  );
  const beyond = agents.filter((agent) => agent.beyond === '99.8%').length;
  return {
    title: `${metric} by agent, over n`,
    says: `A funnel plot: ${allOf(funnel)}; limits about that rate narrow as n grows from ${least} to ${most}. ${plural(beyond, 'agent')} beyond the 99.8 % limits.`,
    x: { title: 'n of the agent', as: 'figure' },
    y: { title: metric, as: 'share' },
    lines: [
      {
        is: 'centre',
        name: `all together ${share(rate)}`,
        at: way(curve.map((c) => [c.n, rate])),
      },
      ...both('inner-limit', '95 % limits', 'limits_95'),
      ...both('limit', '99.8 % limits', 'limits_99_8'),
    ],
    points,
    marks: MARKS.filter(({ is }) => points.some((point) => point.is === is)),
  };
}
