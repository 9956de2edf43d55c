import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Numbering, NumberSet } from '../src/measure/distinct.ts';

describe('different values', () => {
  const value = fc.oneof(
    fc.integer({ min: 1, max: 3000 }).map((n) => `+1415555${n}`),
    fc.constantFrom('+999999999999999', '+10', '', '0', '+0', 'a', 'A', '__proto__', '+1x', '+1000000000000000'),
  );

  test('have numbers in order of coming, the same value the same', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 400 }), (values) => {
        const [ours, theirs] = [new Numbering(), new Map<string, number>()];
        for (const one of values) {
          if (!theirs.has(one)) theirs.set(one, theirs.size);
          expect(ours.of(one)).toBe(theirs.get(one));
        }
      }),
    );
  });

  test('stay apart when there are many', () => {
    const numbering = new Numbering();
    const numbers = (): number[] =>
      Array.from({ length: 140_000 }, (_, i) => numbering.of(`+${14_150_000_000 + i * 2048}`));
    const first = numbers();
    expect([first.every((number, i) => number === i), numbers()]).toEqual([true, first]);
  });
});

describe('a set of numbers', () => {
  // Around the ends of blocks, and enough of one block that its list becomes a bitmap.
  const number = fc.oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 65_500, max: 65_600 }),
    fc.integer({ min: 0, max: 4_000_000 }),
  );

  test('holds what a set holds', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 500 }), fc.boolean(), (numbers, isFull) => {
        const [ours, theirs] = [new NumberSet(), new Set<number>()];
        const many = isFull ? Array.from({ length: 5000 }, (_, i) => (i * 7919) % 65_536) : [];
        for (const one of [...many, ...numbers, ...numbers]) {
          expect(ours.add(one)).toBe(!theirs.has(one));
          theirs.add(one);
        }
      }),
      { numRuns: 60 },
    );
  });
});
