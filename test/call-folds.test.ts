import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY, RowColumns, SMALL, WHOLE } from '../src/measure/anomalies/row-columns.ts';
import { attemptMeter, MOST_ATTEMPTS } from '../src/measure/attempts.ts';
import { dated } from '../src/measure/day-fold.ts';
import { Numbering } from '../src/measure/distinct.ts';
import type { Call } from '../src/read/records.ts';
import { at, JUNE, sowOf } from './support/watched.ts';

const row = (n: number, file = 'calls.csv'): Call['row'] => ({ source: 'calls', file, line: n + 1, n });
const call = (n: number, time: string, cells: Partial<Call> = {}): Call => ({
  raw: {},
  drop: 0,
  row: row(n),
  started_at: at(time),
  ...cells,
});

describe('rows in columns', () => {
  test('are the rows that were added, of whatever files', () => {
    const one = fc.record({
      file: fc.constantFrom('a.csv', 'b.csv'),
      n: fc.integer({ min: 1, max: 2 ** 31 }),
      ahead: fc.constantFrom(1, 1, 1, 1, 0, 7),
      any: fc.double({ noNaN: true }),
      whole: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      small: fc.integer({ min: 0, max: 2 ** 16 - 1 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 300 }), (rows) => {
        const columns = new RowColumns(ANY, WHOLE, SMALL);
        const at = ({ n, file, ahead }: (typeof rows)[number]) => ({ ...row(n, file), line: n + ahead });
        for (const one of rows) columns.add(at(one), one.any, one.whole, one.small);
        expect(columns.count).toBe(rows.length);
        expect([...columns.values(0)]).toEqual(rows.map(({ any }) => any));
        expect([...columns.values(1)]).toEqual(rows.map(({ whole }) => whole));
        expect([...columns.values(2)]).toEqual(rows.map(({ small }) => small));
        expect(rows.map((_, at) => columns.row(at))).toEqual(rows.map(at));
        expect(() => columns.row(rows.length)).toThrow(RangeError);
      }),
    );
  });
});

describe('calls of a day', () => {
  test('go to the folds whose period holds it, where they were made by as-of', () => {
    const seen: string[] = [];
    const june = { period: JUNE, add: ({ row: { n } }: Call, day: string) => seen.push(`june ${n} ${day}`) };
    const first = {
      period: { label: 'one day', from: '2026-06-01', to: '2026-06-01' },
      add: ({ row: { n } }: Call) => seen.push(`first ${n}`),
    };
    const pass = dated([june, first], sowOf([]).clock.zone, at('06-20T12:00'));
    pass.add([
      call(1, '05-31T23:59'),
      call(2, '06-01T00:00'),
      { ...call(3, '06-02T10:00'), started_at: undefined },
      call(4, '06-20T12:00'),
      call(5, '06-20T12:01'),
    ]);
    expect(seen).toEqual(['june 2 2026-06-01', 'first 2', 'june 4 2026-06-20']);
  });
});

describe('attempts', () => {
  test('are told apart up to the last, which stands for all that follow', () => {
    const meter = attemptMeter(sowOf([]), { period: JUNE, asOf: at('07-01T00:00') }, new Numbering());
    const calls = [
      ...Array.from({ length: MOST_ATTEMPTS + 300 }, (_, i) => call(i + 1, '06-02T10:00', { phone: '+14155550101' })),
      call(900, '06-02T11:00', { phone: '+14155550101', direction: 'inbound' }),
      call(901, '06-03T10:00', { email: 'ann@acme.test' }),
      call(902, '06-03T10:00'),
    ];
    for (const one of calls) meter.add(one, '2026-06-02');
    expect(meter.found([], undefined)).toEqual(
      Array.from({ length: MOST_ATTEMPTS }, (_, i) => ({ attempt: i + 1, contacts: i === 0 ? 2 : 1, leads: 0 })),
    );
  });
});
