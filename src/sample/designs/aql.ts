import { firstOf, type ReadDesign } from './design.ts';

/** Sizes of lots with their letter and sample: general level II, single sampling, normal inspection (MIL-STD-105E tables I and II-A, ISO 2859-1). */
export const LOTS = [
  { letter: 'E', from: 51, to: 90, size: 13 },
  { letter: 'F', from: 91, to: 150, size: 20 },
  { letter: 'G', from: 151, to: 280, size: 32 },
  { letter: 'H', from: 281, to: 500, size: 50 },
  { letter: 'J', from: 501, to: 1200, size: 80 },
  { letter: 'K', from: 1201, to: 3200, size: 125 },
  { letter: 'L', from: 3201, to: 10_000, size: 200 },
] as const;
type Letter = (typeof LOTS)[number]['letter'];

/** How many failures still accept a lot, by letter; an arrow leads to the plan below or above, with that plan's own sample. */
export const AQLS: Readonly<Record<'1.0' | '2.5' | '4.0', Readonly<Record<Letter, number | 'below' | 'above'>>>> = {
  '1.0': { E: 0, F: 'above', G: 'below', H: 1, J: 2, K: 3, L: 5 },
  '2.5': { E: 'below', F: 1, G: 2, H: 3, J: 5, K: 7, L: 10 },
  '4.0': { E: 1, F: 2, G: 3, H: 5, J: 7, K: 10, L: 14 },
};
export type Aql = keyof typeof AQLS;

export interface AqlPlan {
  readonly letter: Letter;
  readonly used: Letter;
  readonly size: number;
  readonly accept: number;
  readonly reject: number;
}

/** The plan for a lot, along the arrows; undefined outside the table. */
export function planOf(aql: Aql, items: number): AqlPlan | undefined {
  const start = LOTS.findIndex(({ from, to }) => from <= items && items <= to);
  const letter = LOTS[start]?.letter;
  for (let at = start, lot = LOTS[at]; letter && lot; lot = LOTS[at]) {
    const found = AQLS[aql][lot.letter];
    if (typeof found === 'number')
      return { letter, used: lot.letter, size: lot.size, accept: found, reject: found + 1 };
    at += found === 'below' ? 1 : -1;
  }
  return undefined;
}

const isAql = (text: string): text is Aql => Object.hasOwn(AQLS, text);
const [LEAST, MOST] = [LOTS[0].from, LOTS[LOTS.length - 1]?.to ?? 0];

export const byAql: ReadDesign = (text) => {
  if (!isAql(text)) return undefined;
  return {
    most: Math.max(...LOTS.map(({ size }) => size)),
    take: (pool) => {
      const plan = planOf(text, pool.items);
      if (!plan)
        return {
          reason: `the table has lots of ${LEAST} to ${MOST}, and this one has ${pool.items}`,
          expected: 'use --error or --size, or a longer or shorter --period',
        };
      return { plan: { method: 'aql', aql: text, ...plan }, chosen: firstOf(pool, plan.size) };
    },
  };
};
