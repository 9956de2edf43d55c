import { groupBy } from '../link/grouped.ts';
import type { Measured } from './compare.ts';
import { binomialUpper, type Share } from './statistics.ts';

/** Below and above which as few or as many lie by chance in 2.5 %, and in 0.1 %, of agents who are like the others. */
export interface FunnelLimits {
  readonly limits95: readonly [low: number, high: number];
  readonly limits998: readonly [low: number, high: number];
}

/** An agent's rate against the limits at their own n. */
interface FunnelAgent extends Share, FunnelLimits {
  readonly agent: string;
  readonly rate: number;
  /** The outermost limits that the rate lies beyond; null: within all. */
  readonly beyond: '95%' | '99.8%' | null;
  readonly side: 'below' | 'above' | null;
}

/** The rates of a metric by agent around that of all of them (reference/domain.md section 6, A14). */
export interface Funnel extends Share {
  readonly metric: string;
  /** Which figures are compared: verified ones where there is evidence, as for service levels. */
  readonly figures: 'restated' | 'verified';
  readonly rate: number;
  readonly agents: readonly FunnelAgent[];
  /** The limits from the least n of an agent to the most. */
  readonly curve: readonly (FunnelLimits & { readonly n: number })[];
}

/** With fewer there is no floor to be unlike. */
const LEAST_AGENTS = 5;
const TAIL_95 = 0.025;
const TAIL_998 = 0.001;

/** A funnel for each metric that is a share and is asked for by agent; none where the agents are few, or their rate is 0 or 100 %. */
export function funnelsOf(metrics: readonly Measured[]): Funnel[] {
  const ofAgents = metrics.filter(({ unit, by }) => unit === 'share' && by?.agent !== undefined);
  return groupBy(ofAgents, ({ id }) => id).flatMap((all) => {
    const metric = all[0].id;
    // A share of time is no share of trials: it has no interval, and chance says nothing of it.
    if (all.every(({ interval }) => interval === null)) return [];
    const figures = all.some(({ verifiedPer }) => verifiedPer) ? 'verified' : 'restated';
    const shares = all.map(({ by, count, per, verifiedCount, verifiedPer }) => ({
      agent: by?.agent ?? '',
      count: (figures === 'verified' ? verifiedCount : count) ?? 0,
      n: (figures === 'verified' ? verifiedPer : per) ?? 0,
    }));
    return funnelOf(shares.filter(({ n }) => n > 0)).map((funnel) => ({ metric, figures, ...funnel }));
  });
}

function funnelOf(
  shares: readonly (Share & { readonly agent: string })[],
): Pick<Funnel, 'count' | 'n' | 'rate' | 'agents' | 'curve'>[] {
  const [count, n] = [shares.reduce((sum, s) => sum + s.count, 0), shares.reduce((sum, s) => sum + s.n, 0)];
  // More meetings than conversations are no share, and without a spread nothing could be told from chance.
  if (shares.length < LEAST_AGENTS || count === 0 || count === n || shares.some((s) => s.count > s.n)) return [];
  const rate = count / n;
  const agents = shares.map((share): FunnelAgent => {
    const side = share.count / share.n < rate ? 'below' : 'above';
    const chance = side === 'below' ? atMost(share, rate) : binomialUpper(share.count, share.n, rate);
    const beyond = chance < TAIL_998 ? '99.8%' : chance < TAIL_95 ? '95%' : null;
    return {
      ...share,
      rate: share.count / share.n,
      ...limitsAt(rate, share.n),
      beyond,
      side: beyond && side,
    };
  });
  return [{ count, n, rate, agents, curve: curveOf(rate, shares) }];
}

/** Steps between the ends of a curve. */
const STEPS = 24;

function curveOf(rate: number, shares: readonly Share[]): Funnel['curve'] {
  const ns = shares.map(({ n }) => n).sort((a, b) => a - b);
  const [least, most] = [ns[0] ?? 0, ns.at(-1) ?? 0];
  const all = Array.from({ length: STEPS + 1 }, (_, i) => Math.round(least + ((most - least) * i) / STEPS));
  return [...new Set(all)].map((n) => ({ n, ...limitsAt(rate, n) }));
}

/** The limits at n about a rate. */
function limitsAt(rate: number, n: number): FunnelLimits {
  const pair = (tail: number) => [lowerLimit(rate, n, tail), 1 - lowerLimit(1 - rate, n, tail)] as const;
  return { limits95: pair(TAIL_95), limits998: pair(TAIL_998) };
}

/**
 * Exact: a rate lies below it if, and only if, as few or fewer have less than the chance of the tail. Between two counts it is interpolated, so that
 * it is a curve over n (Spiegelhalter, Statistics in Medicine 24, 2005, appendix A.1.1).
 */
function lowerLimit(rate: number, n: number, tail: number): number {
  let [least, most] = [0, n];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (atMost({ count: middle, n }, rate) < tail) least = middle + 1;
    else most = middle;
  }
  const upTo = atMost({ count: least, n }, rate);
  const before = least === 0 ? 0 : atMost({ count: least - 1, n }, rate);
  return Math.max(0, (least - (upTo - tail) / (upTo - before)) / n);
}

/** P(X <= count) of n trials at a rate. */
const atMost = ({ count, n }: Share, rate: number): number => binomialUpper(n - count, n, 1 - rate);
