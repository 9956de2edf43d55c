import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Repeats, unseenRepeats } from '../src/read/repeats.ts';

const call = (n: number, more: Record<string, string | number> = {}) => ({
  id: `C-${n}`,
  started_at: Date.UTC(2026, 5, 1) + n * 1000,
  agent: `agent${n % 40}`,
  phone: `+1415555${String(n % 10_000).padStart(4, '0')}`,
  disposition: 'human',
  talk: n % 300,
  ...more,
});

describe('calls that several rows tell', () => {
  test('every call of another file is known again, whatever the order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 300 }), fc.nat(), (numbers, seed) => {
        const repeats = new Repeats();
        for (const n of numbers) expect(repeats.of(call(n), 1)).toBeUndefined();
        const turned = [...numbers].sort((a, b) => ((a * 7919) ^ seed) - ((b * 7919) ^ seed));
        for (const n of turned) {
          expect(repeats.of(call(n), 0)).toEqual({ file: 1, isSame: true });
          expect(repeats.of(call(n, { talk: 999 }), 0)).toEqual({ file: 1, isSame: false });
          expect(repeats.of(call(n, { phone: '+16505550199' }), 0)).toBeUndefined();
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a million calls are a million', () => {
    const repeats = new Repeats();
    let told = 0;
    for (let n = 0; n < 1_000_000; n++) if (repeats.of(call(n), n % 2)) told++;
    expect(told).toBe(0);
    // Those of the last quarter million are still known.
    for (let n = 999_999; n > 999_999 - 2 ** 18; n -= 1000)
      expect(repeats.of(call(n), 2)).toMatchObject({ isSame: true });
  });

  test('a log that is not looked through as a whole says so', () => {
    expect(unseenRepeats(2 ** 18)).toBeUndefined();
    expect(unseenRepeats(2 ** 18 + 1)).toContain('262,144 calls apart');
  });
});
