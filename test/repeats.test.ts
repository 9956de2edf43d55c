import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { MOST } from '../src/read/call-table.ts';
import { Repeats } from '../src/read/repeats.ts';

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

  test('a million calls are a million, and each is known again, also where it went to the disk', () => {
    const repeats = new Repeats();
    const many = 3 * MOST;
    let told = 0;
    for (let n = 0; n < many; n++) if (repeats.of(call(n), 0)) told++;
    expect(told).toBe(0);
    for (let n = 0; n < many; n += 97) {
      expect(repeats.of(call(n), 0)).toEqual({ file: 0, isSame: true });
      expect(repeats.of(call(n, { talk: 999 }), 1)).toEqual({ file: 0, isSame: false });
      expect(repeats.of(call(n, { phone: '+16505550199' }), 1)).toBeUndefined();
    }
    expect(repeats.problems()).toEqual([]);
    repeats.close();
  });

  test('a temporary file that cannot be written stops the run', () => {
    vi.stubEnv('TMPDIR', '/nowhere');
    const repeats = new Repeats();
    for (let n = 0; n <= MOST; n++) repeats.of(call(n), 0);
    expect(repeats.problems()).toMatchObject([{ code: 'unwritable_file', place: { file: '/nowhere' } }]);
    vi.unstubAllEnvs();
  });
});
