/** Seeded chance: the same seed throws the same numbers on every machine. */
export interface Dice {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `share` of the throws. */
  chance(share: number): boolean;
  /** Dice of their own for a part of the work: what one part throws does not move the others. */
  branch(part: number): Dice;
}

/** Mulberry32: 32 bits of state are enough for test data. */
export function diceOf(seed: number): Dice {
  const start = scattered(seed);
  let state = start;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => {
      if (!list.length) throw new Error('nothing to pick from');
      return list[whole(0, list.length - 1)] as T;
    },
    branch: (part) => diceOf(start ^ Math.imul(part + 1, 0x9e3779b1)),
  };
}

/** A number for each seed, and no two alike, as those of `mix` may be: two worlds must not be one. The last steps of MurmurHash3. */
function scattered(seed: number): number {
  let t = seed | 0;
  t = Math.imul(t ^ (t >>> 16), 0x85ebca6b);
  t = Math.imul(t ^ (t >>> 13), 0xc2b2ae35);
  return t ^ (t >>> 16);
}

function mix(value: number): number {
  let t = value | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}

/** One of the things, each as often as its weight says. */
export function pickByWeight<T>(things: readonly T[], weightOf: (thing: T) => number, dice: Dice): T {
  const total = things.reduce((sum, thing) => sum + weightOf(thing), 0);
  let rest = dice.whole(0, total * 1000 - 1) / 1000;
  for (const thing of things) {
    rest -= weightOf(thing);
    if (rest < 0) return thing;
  }
  throw new Error('nothing to pick from');
}
