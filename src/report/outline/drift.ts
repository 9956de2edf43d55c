import { daysBetween } from '../../sow/dates.ts';
import type { AuditDocument } from '../document.ts';
import type { Measures } from '../measured/tables.ts';
import { chartText } from '../measured/words.ts';
import type { Line, Plot, Section } from './outline.ts';

type Drift = NonNullable<AuditDocument['drift']>;
type Day = Drift['days'][number];
type Method = Drift['signals'][number]['method'];

/** The drift charts: in words, drawn, and day by day. */
export function drift({ drift: found }: Measures): Section[] {
  if (!found) return [];
  const words = chartText(found).map((text) => ({ kind: 'prose' as const, text }));
  const figure = (title: string) => ({ title, as: 'figure' }) as const;
  return [
    {
      title: `Drift of ${found.metric}`,
      blocks: [
        ...words,
        {
          kind: 'plots',
          plots: found.days.length ? found.signals.map((signal) => plotOf(signal, found)) : [],
          numbers: {
            kind: 'table',
            head: ['day', 'count', 'of', 'rate', 'limits', 'weighted', 'its limits', 'cusum down', 'cusum up'].map(
              figure,
            ),
            rows: found.days.map((d) => [
              d.day,
              String(d.count),
              String(d.n),
              share(d.rate),
              `${share(d.lower)} to ${share(d.upper)}`,
              share(d.ewma),
              `${share(d.ewma_lower)} to ${share(d.ewma_upper)}`,
              d.cusum_low.toFixed(2),
              d.cusum_high.toFixed(2),
            ]),
          },
        },
      ],
    },
  ];
}

const share = (x: number): string => `${(x * 100).toFixed(1)}%`;
const dayNumber = (day: string): number => daysBetween('1970-01-01', day);

/** How a method is drawn: what it follows, about which centre, between which limits. */
interface Drawing {
  readonly title: string;
  readonly as: 'share' | 'figure';
  readonly follows: string;
  /** One line, or one a direction. */
  readonly series: readonly ((day: Day) => number)[];
  readonly centre: (drift: Drift) => number;
  readonly limits: readonly ((day: Day, drift: Drift) => number)[];
}

const DRAWINGS: Readonly<Record<Method, Drawing>> = {
  p_chart: {
    title: 'Each day by itself (p_chart)',
    as: 'share',
    follows: 'rate of the day',
    series: [(d) => d.rate],
    centre: ({ baseline }) => baseline.rate ?? 0,
    limits: [(d) => d.lower, (d) => d.upper],
  },
  ewma: {
    title: 'Weighted mean of the days (ewma)',
    as: 'share',
    follows: 'weighted mean',
    series: [(d) => d.ewma],
    centre: ({ baseline }) => baseline.rate ?? 0,
    limits: [(d) => d.ewma_lower, (d) => d.ewma_upper],
  },
  cusum: {
    title: 'Added up over the days (cusum)',
    as: 'figure',
    follows: 'sum upward, and downward',
    series: [(d) => d.cusum_high, (d) => -d.cusum_low],
    centre: () => 0,
    limits: [(_, { cusum_limit }) => -cusum_limit, (_, { cusum_limit }) => cusum_limit],
  },
};

function plotOf({ method, day: signalDay, side }: Drift['signals'][number], found: Drift): Plot {
  const { title, as, follows, series, centre, limits } = DRAWINGS[method];
  const { days, metric, baseline } = found;
  const shown = (y: number): number => (as === 'share' ? Math.min(1, Math.max(0, y)) : y);
  const xs = days.map(({ day }) => dayNumber(day));
  const middle = centre(found);
  const lines = [
    ...series.map((of): Line => ({ is: 'series', name: follows, at: days.map((d, i) => [xs[i] ?? 0, shown(of(d))]) })),
    lineOver(xs, 'centre', as === 'share' ? `baseline ${share(middle)}` : 'no drift', () => middle),
    ...limits.map((of) => lineOver(xs, 'limit', 'limits', (i) => shown(of(days[i] as Day, found)))),
  ];
  const points = days.flatMap((d, i) =>
    series.map((of, n) => {
      // The sum downward is the second.
      const isSignal = d.day === signalDay && (series.length === 1 || (side === 'above') === (n === 0));
      const at = [xs[i] ?? 0, shown(of(d))] as const;
      return isSignal ? { at, is: 'beyond' as const, label: `${d.day} ${side}` } : { at, is: 'inside' as const };
    }),
  );
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  const signal = signalDay === null ? 'No day signals.' : `The first signal is ${side} the limits, on ${signalDay}.`;
  const about = as === 'share' ? `the baseline of ${share(baseline.rate ?? 0)}` : 'a limit of sums in sigmas';
  return {
    title,
    says: `${metric}, ${follows}, on ${days.length} days from ${first} to ${last}, against ${about}. ${signal}`,
    x: { title: 'day', as: 'day' },
    y: { title: as === 'share' ? metric : 'sigmas', as },
    lines,
    points,
    marks: signalDay === null ? [] : [{ is: 'beyond', name: 'first signal' }],
  };
}

/** A line in steps: each day has its own height, half the way to the days beside it. */
function lineOver(xs: readonly number[], is: Line['is'], name: string, heightOf: (i: number) => number): Line {
  const at = xs.flatMap((x, i) => {
    const [before, after] = [xs[i - 1] ?? x - 1, xs[i + 1] ?? x + 1];
    const y = heightOf(i);
    return [[(before + x) / 2, y] as const, [(x + after) / 2, y] as const];
  });
  return { is, name, at };
}
