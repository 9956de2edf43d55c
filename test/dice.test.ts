import { expect, test } from 'vitest';
import { diceOf } from './support/dice.ts';

test('no two seeds, and no two parts of one, throw the same', () => {
  const throws = (dice: ReturnType<typeof diceOf>): string => [1, 2, 3].map(() => dice.whole(0, 1e9)).join(' ');
  const seeds = Array.from({ length: 2000 }, (_, i) => 70_000 + i);
  expect(new Set(seeds.map((seed) => throws(diceOf(seed)))).size).toBe(seeds.length);
  expect(new Set(seeds.map((part) => throws(diceOf(7).branch(part)))).size).toBe(seeds.length);
});
