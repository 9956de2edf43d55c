import { fisher } from '../statistics.ts';

/** How often something happened to an agent. */
export interface Count {
  readonly subject: string;
  readonly count: number;
  readonly n: number;
}

/** The rate of all others, and how odd the agent's own is against it. */
export interface Odd extends Count {
  readonly rate: number;
  readonly others: number;
  readonly p: number;
}

/** From so many times the others' rate on an agent differs by more than agents do; thousands of calls make any difference certain. */
export const FAR = 1.5;
/** Agents are not alike, as the test takes them to be: what differs by chance and nature must be rarer than by chance alone. */
export const RARE = 0.001;

/** Each agent with enough of their own against the rest of the floor; nobody where there is no rest. */
export function againstOthers(all: readonly Count[], least: number, tail: 'upper' | 'both'): Odd[] {
  const total = all.reduce((sum, { count, n }) => ({ count: sum.count + count, n: sum.n + n }), { count: 0, n: 0 });
  return all.flatMap((own): Odd[] => {
    const rest = { count: total.count - own.count, n: total.n - own.n };
    if (own.n < least || rest.n < least) return [];
    const { upper, lower } = fisher(own, rest);
    const p = tail === 'upper' ? upper : Math.min(1, 2 * Math.min(upper, lower));
    return [{ ...own, rate: own.count / own.n, others: rest.count / rest.n, p }];
  });
}
