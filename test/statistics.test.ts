import { describe, expect, test } from 'vitest';
import { heaping } from '../src/measure/anomalies/terminal-digits.ts';
import type { Measured } from '../src/measure/compare.ts';
import { type Chart, driftDays, driftSignals } from '../src/measure/drift.ts';
import { funnelsOf } from '../src/measure/funnel.ts';
import { adjusted, binomialUpper, chiSquareUpper, fisher, twoProportions } from '../src/measure/statistics.ts';
import { wilson } from '../src/measure/wilson.ts';

/** As many of n, for every way: exact. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return ways;
}
/** A quotient of whole numbers, to 18 digits. */
/** Of the check vector. */
const PCHISQ = 7.598525229464277e-6;

const quotient = (a: bigint, b: bigint): number => Number((a * 10n ** 18n) / b) / 1e18;
const sumOver = (from: number, to: number, term: (k: number) => bigint): bigint => {
  let sum = 0n;
  for (let k = from; k <= to; k++) sum += term(k);
  return sum;
};

describe('binomial tail', () => {
  // Rates in percent, so that the sums are of whole numbers.
  test.each([
    [0, 20, 30],
    [1, 20, 30],
    [7, 20, 30],
    [20, 20, 30],
    [3, 40, 1],
    [39, 40, 99],
    [25, 50, 50],
  ])('%i or more of %i at %i in 100 is the exact sum', (count, n, rate) => {
    const ways = sumOver(
      count,
      n,
      (k) => choose(n, k) * BigInt(rate) ** BigInt(k) * BigInt(100 - rate) ** BigInt(n - k),
    );
    const exact = quotient(ways, 100n ** BigInt(n));
    expect(binomialUpper(count, n, rate / 100) / exact).toBeCloseTo(1, 9);
  });

  // Python, decimal with 120 digits: the terms from `count` on, until they add nothing to 40 digits.
  test.each([
    [9040, 88_000, 0.1, 3.659763676331298e-3],
    [9680, 88_000, 0.11, 5.015902983968958e-1],
    [8800, 88_000, 0.1, 5.016436844687117e-1],
    [9300, 88_000, 0.1, 1.287502916004091e-8],
    [10_000, 88_000, 0.1, 3.248762616476925e-40],
    [20, 88_000, 0.0001, 8.099922718030479e-4],
    [87_990, 88_000, 0.9999, 7.294303087285553e-1],
  ])('%i or more of %i at %f', (count, n, rate, exact) => {
    expect(binomialUpper(count, n, rate) / exact).toBeCloseTo(1, 7);
  });
});

describe("Fisher's exact test", () => {
  test.each([
    [3, 10, 1, 10],
    [0, 10, 4, 10],
    [3, 50, 0, 200],
    [8, 8, 1, 10],
    [30, 30, 150, 200],
    [12, 100, 90, 900],
    [0, 5, 0, 7],
    [5, 5, 7, 7],
  ])('%i of %i against %i of %i is the exact sum', (count, n, others, rest) => {
    const total = count + others;
    const ways = (k: number): bigint => choose(n, k) * choose(rest, total - k);
    const [least, most] = [Math.max(0, total - rest), Math.min(total, n)];
    const all = choose(n + rest, total);
    const found = fisher({ count, n }, { count: others, n: rest });
    expect(found.upper / quotient(sumOver(count, most, ways), all)).toBeCloseTo(1, 9);
    expect(found.lower / quotient(sumOver(least, count, ways), all)).toBeCloseTo(1, 9);
  });

  test('a floor of millions neither overflows nor leaves 0 to 1', () => {
    const found = fisher({ count: 300_000, n: 1_000_000 }, { count: 1_000_000, n: 9_000_000 });
    expect(found.upper).toBe(0);
    expect(found.lower).toBeCloseTo(1, 9);
    expect(fisher({ count: 110_000, n: 1_000_000 }, { count: 990_000, n: 9_000_000 }).upper).toBeCloseTo(0.5, 2);
  });
});

describe('check vectors of reference/domain.md', () => {
  test('terminal digits: 40.0 on 9 degrees of freedom, 45 % end in 0 or 5, critical 21.67 at 1 %', () => {
    const { n, statistic, p, round } = heaping([24, 6, 7, 8, 7, 21, 7, 6, 8, 6]);
    expect([n, statistic.toFixed(1), round]).toEqual([100, '40.0', 0.45]);
    // The closed form for 9 degrees of freedom: erfc(sqrt(x/2)) + sqrt(2/pi) e^(-x/2) (x^.5 + x^1.5/3 + x^2.5/15 + x^3.5/105).
    expect(p / PCHISQ).toBeCloseTo(1, 9);
    expect(chiSquareUpper(21.67, 9)).toBeCloseTo(0.01, 4);
    expect(chiSquareUpper(0, 9)).toBe(1);
  });

  test('control group: z = 2.4524, p = 0.0142', () => {
    const { z, p } = twoProportions({ count: 1320, n: 12_000 }, { count: 9040, n: 88_000 });
    expect([z.toFixed(4), p.toFixed(4)]).toEqual(['2.4524', '0.0142']);
    const turned = twoProportions({ count: 9040, n: 88_000 }, { count: 1320, n: 12_000 });
    expect([turned.z.toFixed(4), turned.p]).toEqual(['-2.4524', p]);
    expect(twoProportions({ count: 30, n: 30 }, { count: 40, n: 40 })).toEqual({ z: 0, p: 1 });
  });

  test.each([
    [15, 20, 0.5313, 0.8881],
    [0, 50, 0, 0.0713],
    [3, 50, 0.0206, 0.1622],
    [50, 50, 0.9287, 1],
  ])('Wilson of %i of %i', (count, n, low, high) => {
    expect(wilson(count, n)).toEqual([low, high]);
  });
});

describe('Benjamini-Hochberg', () => {
  // Table 1 of Benjamini and Hochberg (1995), thrombolysis: four of fifteen hypotheses fall at 5 %, where Bonferroni rejects three.
  const PAPER = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];

  test("rejects the four of the paper's example", () => {
    const qs = adjusted(PAPER);
    expect(qs.filter((q) => q <= 0.05)).toEqual(qs.slice(0, 4));
    expect(qs.map((q) => q.toFixed(4)).slice(0, 6)).toEqual([
      '0.0015',
      '0.0030',
      '0.0095',
      '0.0356',
      '0.0603',
      '0.0639',
    ]);
    expect(qs.at(-1)).toBe(1);
  });

  test('says the same of each in any order', () => {
    const qs = adjusted(PAPER);
    expect(adjusted([...PAPER].reverse())).toEqual([...qs].reverse());
    expect(adjusted([])).toEqual([]);
    expect(adjusted([0.02, 0.02])).toEqual([0.02, 0.02]);
    expect(adjusted([0.04])).toEqual([0.04]);
  });
});

describe('drift', () => {
  const DAYS = [484, 478, 472, 469, 466, 463, 460, 458, 456, 453, 450, 446];
  const count = (counts: readonly number[], n = 4000) =>
    counts.map((found, i) => ({ day: `2026-06-${String(i + 1).padStart(2, '0')}`, count: found, n }));
  const charts: readonly Chart[] = ['p_chart', 'ewma', 'cusum'];

  test('of the check vector: p-chart never, EWMA and CUSUM on day 12', () => {
    const days = driftDays(0.12, count(DAYS));
    const [eleventh, twelfth] = days.slice(10);
    expect(twelfth?.lower.toFixed(6)).toBe('0.104586');
    expect(((twelfth?.lower ?? 0) * 4000).toFixed(1)).toBe('418.3');
    expect([twelfth?.ewma.toFixed(6), twelfth?.ewmaLower.toFixed(6)]).toEqual(['0.114334', '0.114874']);
    expect([eleventh?.cusumLow.toFixed(4), twelfth?.cusumLow.toFixed(4)]).toEqual(['4.0283', '5.1826']);
    expect(driftSignals(days, charts)).toEqual([
      { method: 'ewma', day: '2026-06-12', side: 'below' },
      { method: 'cusum', day: '2026-06-12', side: 'below' },
    ]);
    expect(driftSignals(days.slice(0, 11), charts)).toEqual([]);
  });

  test('upward is as far as downward', () => {
    const up = driftDays(0.12, count(DAYS.map((found) => 960 - found)));
    expect(driftSignals(up, charts)).toEqual([
      { method: 'ewma', day: '2026-06-12', side: 'above' },
      { method: 'cusum', day: '2026-06-12', side: 'above' },
    ]);
    expect(up.at(-1)?.cusumHigh.toFixed(4)).toBe('5.1826');
  });

  test('one bad day is of the p-chart, and only the day beyond the limit', () => {
    expect(driftSignals(driftDays(0.12, count([480, 419])), charts)).toEqual([]);
    expect(driftSignals(driftDays(0.12, count([480, 418])), ['p_chart'])).toEqual([
      { method: 'p_chart', day: '2026-06-02', side: 'below' },
    ]);
  });

  test('a day without anything to count moves nothing; limits go by the n of their own day', () => {
    const days = driftDays(0.12, [...count([484]), { day: '2026-06-02', count: 0, n: 0 }, ...count([48], 400)]);
    expect(days.map(({ n }) => n)).toEqual([4000, 400]);
    expect(days[1]?.lower.toFixed(4)).toBe((0.12 - 3 * Math.sqrt((0.12 * 0.88) / 400)).toFixed(4));
  });
});

describe('funnel', () => {
  /** P(X <= count) of n at a rate in percent, of whole numbers. */
  const atMost = (count: number, n: number, rate: number): number =>
    quotient(
      sumOver(0, count, (k) => choose(n, k) * BigInt(rate) ** BigInt(k) * BigInt(100 - rate) ** BigInt(n - k)),
      100n ** BigInt(n),
    );
  const agent = (name: string, count: number, per: number, verified?: readonly [number, number]): Measured => ({
    id: 'show_rate',
    unit: 'share',
    clause: null,
    by: { agent: name },
    reported: null,
    restated: count / per,
    verified: null,
    difference: null,
    tolerance: { kind: 'exact' },
    status: 'not_reported',
    of: 'meetings',
    count,
    per,
    verifiedCount: verified?.[0] ?? null,
    verifiedPer: verified?.[1] ?? null,
    excluded: [],
    unknown: 0,
    ungrouped: [],
    interval: [0, 1],
    evidence: [],
    digit: null,
    reproducedBy: [],
  });

  test.each([
    [30, 50],
    [80, 17],
    [12, 40],
  ])('at %i in 100 and n %i the limits are where the exact tails are', (rate, n) => {
    // One large agent sets the rate; the others are every count of n that there is.
    const size = 10 ** 7;
    const small = Array.from({ length: n + 1 }, (_, count) => agent(`A${count}`, count, n));
    const [sum, all] = [(n * (n + 1)) / 2, n * (n + 1)];
    const large = agent('Z', Math.round((size + all) * (rate / 100)) - sum, size);
    const [funnel] = funnelsOf([...small, large]);
    expect(funnel?.rate).toBeCloseTo(rate / 100, 7);
    for (const { agent: name, count, rate: own, limits95, limits998, beyond, side } of funnel?.agents.slice(0, -1) ??
      []) {
      const [below, above] = [atMost(count, n, rate), count ? 1 - atMost(count - 1, n, rate) : 1];
      const least = Math.min(below, above);
      const expected = least < 0.001 ? '99.8%' : least < 0.025 ? '95%' : null;
      expect([name, beyond, side]).toEqual([name, expected, expected && (below < above ? 'below' : 'above')]);
      expect(own < limits95[0] || own > limits95[1]).toBe(expected !== null);
      expect(own < limits998[0] || own > limits998[1]).toBe(expected === '99.8%');
    }
  });

  test('narrows as n grows', () => {
    const floor = [
      agent('A', 2, 10),
      agent('B', 30, 100),
      agent('C', 90, 300),
      agent('D', 250, 800),
      agent('E', 700, 2400),
    ];
    const [funnel] = funnelsOf(floor);
    const curve = funnel?.curve ?? [];
    expect([curve[0]?.n, curve.at(-1)?.n]).toEqual([10, 2400]);
    for (const [i, { limits95, limits998 }] of curve.entries()) {
      expect(limits998[0]).toBeLessThanOrEqual(limits95[0]);
      expect(limits998[1]).toBeGreaterThanOrEqual(limits95[1]);
      const next = curve[i + 1];
      if (next) expect(next.limits998[1] - next.limits998[0]).toBeLessThan(limits998[1] - limits998[0]);
    }
  });

  const five = [1, 2, 3, 4, 5].map((n) => agent(`A${n}`, n, 10));
  test('of fewer than five agents there is none, nor where all or nothing counts', () => {
    expect(funnelsOf(five)).toHaveLength(1);
    expect(funnelsOf(five.slice(1))).toEqual([]);
    expect(funnelsOf([...five.slice(1), agent('nobody', 0, 0)])).toEqual([]);
    expect(funnelsOf(five.map(({ by }) => agent(by?.agent ?? '', 10, 10)))).toEqual([]);
    expect(funnelsOf(five.map(({ by }) => agent(by?.agent ?? '', 0, 10)))).toEqual([]);
  });
  test('more than all of something is no share, and other groups are no agents', () => {
    expect(funnelsOf([...five, agent('A6', 11, 10)])).toEqual([]);
    expect(funnelsOf(five.map((m) => ({ ...m, by: { campaign: 'C' } })))).toEqual([]);
    expect(funnelsOf(five.map((m) => ({ ...m, unit: 'count' as const })))).toEqual([]);
    expect(funnelsOf(five.map((m) => ({ ...m, interval: null })))).toEqual([]);
  });
  test('rests on evidence where there is some', () => {
    const [funnel] = funnelsOf(five.map(({ by }, i) => agent(by?.agent ?? '', 10, 10, [i, 8])));
    expect(funnel).toMatchObject({ figures: 'verified', count: 10, n: 40 });
  });
});
