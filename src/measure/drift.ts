import type { PlainDate } from '../model.ts';

/** What of a metric fell on a day. */
export interface DayCount {
  readonly day: PlainDate;
  readonly count: number;
  readonly n: number;
}

/** A day against the baseline, with the limits of each chart. */
export interface DriftDay extends DayCount {
  readonly rate: number;
  /** Three sigma about the baseline, at the day's own n. */
  readonly lower: number;
  readonly upper: number;
  /** Exponentially weighted mean (lambda 0.2, L 3), with its limits of that day. */
  readonly ewma: number;
  readonly ewmaLower: number;
  readonly ewmaUpper: number;
  /** Cumulative sums (k 0.5, h 5) of standardized rates, downward and upward. */
  readonly cusumLow: number;
  readonly cusumHigh: number;
}

export type Chart = 'p_chart' | 'ewma' | 'cusum';
type DriftSide = 'below' | 'above';

/** The first day on which a chart signals. */
export interface DriftSignal {
  readonly method: Chart;
  readonly day: PlainDate;
  readonly side: DriftSide;
}

const SIGMAS = 3;
const LAMBDA = 0.2;
const L = 3;
const K = 0.5;
/** Above which a cumulative sum signals. */
export const H = 5;

/** Daily rates against a fixed baseline rate (reference/domain.md section 6, A15). Days without anything to count are left out. */
export function driftDays(baseline: number, days: readonly DayCount[]): DriftDay[] {
  let [z, low, high] = [0, 0, 0];
  return days
    .filter(({ n }) => n > 0)
    .map(({ day, count, n }, i) => {
      const sigma = Math.sqrt((baseline * (1 - baseline)) / n);
      const rate = count / n;
      const standardized = (rate - baseline) / sigma;
      z = LAMBDA * standardized + (1 - LAMBDA) * z;
      low = Math.max(0, low - standardized - K);
      high = Math.max(0, high + standardized - K);
      const reach = L * Math.sqrt((LAMBDA / (2 - LAMBDA)) * (1 - (1 - LAMBDA) ** (2 * (i + 1))));
      return {
        day,
        count,
        n,
        rate,
        lower: baseline - SIGMAS * sigma,
        upper: baseline + SIGMAS * sigma,
        ewma: baseline + z * sigma,
        ewmaLower: baseline - reach * sigma,
        ewmaUpper: baseline + reach * sigma,
        cusumLow: low,
        cusumHigh: high,
      };
    });
}

/** A figure on its limit is inside. */
const EPSILON = 1e-9;
const sideOf = (x: number, lower: number, upper: number): DriftSide | undefined =>
  x < lower - EPSILON ? 'below' : x > upper + EPSILON ? 'above' : undefined;

/** The charts of `checks.drift.method`. */
export const CHARTS: Readonly<
  Record<Chart, { readonly does: string; readonly sideOf: (day: DriftDay) => DriftSide | undefined }>
> = {
  p_chart: {
    does: `A day by itself: a signal where its rate lies more than ${SIGMAS} sigma from the baseline. Sigma is sqrt(p (1 - p) / n) with the baseline p and the day's own n. Sees a sudden fall, and a slow one late.`,
    sideOf: ({ rate, lower, upper }) => sideOf(rate, lower, upper),
  },
  ewma: {
    does: `The exponentially weighted mean of the days, of which the last weighs ${LAMBDA}: a signal beyond ${L} of its own sigmas, sqrt(${LAMBDA} / (2 - ${LAMBDA}) (1 - (1 - ${LAMBDA})^2i)) on day i. It begins with the baseline.`,
    sideOf: ({ ewma, ewmaLower, ewmaUpper }) => sideOf(ewma, ewmaLower, ewmaUpper),
  },
  cusum: {
    does: `What the days lie beyond ${K} sigma off the baseline, added up downward and upward, never below 0: a signal above ${H}.`,
    sideOf: ({ cusumLow, cusumHigh }) => sideOf(-cusumLow, -H, Infinity) ?? sideOf(cusumHigh, -Infinity, H),
  },
};

/** The first signal of each chart that is asked for. */
export const driftSignals = (days: readonly DriftDay[], methods: readonly Chart[]): DriftSignal[] =>
  methods.flatMap((method) => {
    const { sideOf: sideOn } = CHARTS[method];
    const at = days.find(sideOn);
    const side = at && sideOn(at);
    return at && side ? [{ method, day: at.day, side }] : [];
  });
