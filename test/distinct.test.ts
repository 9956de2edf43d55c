import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Distinct } from '../src/measure/distinct.ts';

describe('different values', () => {
  const value = fc.oneof(
    fc.integer({ min: 1, max: 3000 }).map((n) => `+1415555${n}`),
    fc.constantFrom('+999999999999999', '+10', '', '0', '+0', 'a', 'A', '__proto__', '+1x', '+1000000000000000'),
  );

  test('are told from those that were there, as a set tells them', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 400 }), (values) => {
        const [ours, theirs] = [new Distinct(), new Set<string>()];
        for (const one of values) {
          expect(ours.add(one)).toBe(!theirs.has(one));
          theirs.add(one);
        }
      }),
    );
  });

  test('stay apart when there are many', () => {
    const numbers = new Distinct();
    const count = (): number => {
      let fresh = 0;
      for (let i = 0; i < 60_000; i++) if (numbers.add(`+${14_150_000_000 + i * 2048}`)) fresh++;
      return fresh;
    };
    expect([count(), count()]).toEqual([60_000, 0]);
  });
});
