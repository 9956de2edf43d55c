import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Distinct } from '../src/measure/distinct.ts';

describe('different values', () => {
  const value = fc.oneof(
    fc.integer({ min: 1, max: 3000 }).map((n) => `+1415555${n}`),
    fc.constantFrom('+999999999999999', '+10', '', '0', '+0', 'a', 'A', '__proto__', '+1x', '+1000000000000000'),
  );

  test('are counted as a map counts them', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 400 }), (values) => {
        const [ours, theirs] = [new Distinct(), new Map<string, number>()];
        for (const one of values) {
          theirs.set(one, (theirs.get(one) ?? 0) + 1);
          expect(ours.add(one)).toBe(theirs.get(one));
        }
      }),
    );
  });

  test('stay apart when there are many', () => {
    const numbers = new Distinct();
    const times = (): Set<number> =>
      new Set(Array.from({ length: 60_000 }, (_, i) => numbers.add(`+${14_150_000_000 + i * 2048}`)));
    expect([times(), times()]).toEqual([new Set([1]), new Set([2])]);
  });
});
