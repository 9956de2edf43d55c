import type { Call } from '../../read/records.ts';
import { ByAgent, type CallFold, spoken, type Trial } from './anomaly.ts';

/** How many talks of an agent last how many whole seconds. */
export type Lengths = ReadonlyMap<number, number>;

/**
 * Counts each agent's talks by their length, from some seconds on; voicemails last as long as their tape and are left out. A call that names no agent is
 * nobody's, and in a log that rounds nobody is tried.
 */
export function talkLengths(least: number, tried: (agent: string, lengths: Lengths) => readonly Trial[]): CallFold {
  const agents = new ByAgent(() => new Map<number, number>());
  return {
    add(call: Call) {
      const talk = spoken(call);
      if (talk === undefined || talk < least || call.disposition === 'voicemail') return;
      const own = agents.of(call.agent);
      const second = Math.floor(talk);
      own.set(second, (own.get(second) ?? 0) + 1);
    },
    trials: () => {
      const all = agents.entries();
      return isRounded(all.map(([, lengths]) => lengths))
        ? []
        : all.flatMap(([agent, lengths]) => (agent === '' ? [] : tried(agent, lengths)));
    },
  };
}

/** The share of talks that shows a grid, and at most how many may be of one length. */
const NEARLY_ALL = 0.95;

/**
 * Whether nearly all lengths of a log, by agent, lie on a grid of 5 s, 6 s or more: the export rounds them. One agent alone who rounds makes them up.
 * The most frequent length shows no grid, whatever it is: talks that all last 60 s were not rounded, they are one length. The others have to.
 */
function isRounded(agents: readonly Lengths[]): boolean {
  const all = new Map<number, number>();
  for (const [length, calls] of agents.flatMap((lengths) => [...lengths]))
    all.set(length, (all.get(length) ?? 0) + calls);
  const [first, ...others] = [...all].sort(([l, a], [m, b]) => b - a || l - m);
  const [, most = 0] = first ?? [];
  const callsOn = (grid: number): number =>
    others.reduce((sum, [length, calls]) => (length % grid === 0 ? sum + calls : sum), 0);
  const rest = callsOn(1);
  if (others.length < 2 || most > NEARLY_ALL * (most + rest)) return false;
  return [5, 6].some((grid) => callsOn(grid) >= NEARLY_ALL * rest);
}
