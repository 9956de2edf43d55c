import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completed as completedIn } from '../src/link/completed.ts';
import type { Meeting } from '../src/read/records.ts';
import { zoneOf } from '../src/sow/zone.ts';

const row = (n: number, drop: number, cells: Partial<Meeting>): Meeting =>
  ({ raw: {}, drop, row: { source: 'meetings', file: `${drop}.csv`, line: n + 1, n }, ...cells }) as Meeting;

const NEW_YORK = zoneOf('America/New_York');
const completed = (rows: readonly Meeting[]) => completedIn(rows, NEW_YORK);

const DAY = Date.UTC(2026, 5, 2, 14);

describe('what rows leave out', () => {
  test('is said by others of their id, with the place where it stands', () => {
    const booked = row(1, 0, { id: 'M-1', email: 'ann@acme.example', company: 'Acme', starts_at: DAY, booked_at: 5 });
    const [, log] = completed([booked, row(2, 1, { id: 'M-1', starts_at: DAY, outcome: 'held' })]);
    expect(log).toMatchObject({ email: 'ann@acme.example', company: 'Acme', booked_at: 5, outcome: 'held' });
    expect(log?.filledFrom).toEqual({ email: booked.row, company: booked.row, booked_at: booked.row });
  });

  test('is the lead alone, where the start is another', () => {
    const booked = row(1, 0, {
      id: 'M-1',
      email: 'ann@acme.example',
      starts_at: DAY,
      booked_at: 5,
      outcome: 'no_show',
    });
    const [, moved] = completed([booked, row(2, 1, { id: 'M-1', starts_at: DAY + 1 })]);
    expect(moved).toMatchObject({ email: 'ann@acme.example', starts_at: DAY + 1 });
    expect(moved).not.toHaveProperty('outcome');
    expect(moved).not.toHaveProperty('booked_at');
  });

  test('is the day, where the id has one', () => {
    const rows = [row(1, 0, { id: 'M-1', starts_at: DAY }), row(2, 1, { id: 'M-1', outcome: 'held' })];
    expect(completed(rows)[1]).toMatchObject({ starts_at: DAY });
    expect(completed([...rows, row(3, 0, { id: 'M-1', starts_at: DAY + 1 })])[1]).not.toHaveProperty('starts_at');
  });

  test('is the time, where a start is a day alone; a delivery begins nothing', () => {
    const midnight = NEW_YORK.startOf('2026-06-02');
    const timed = row(1, 0, { id: 'M-1', starts_at: DAY, email: 'ann@acme.example' });
    expect(completed([timed, row(2, 1, { id: 'M-1', starts_at: midnight })])[1]).toMatchObject({ starts_at: DAY });
    const delivered = row(2, 1, { id: 'M-1', delivered_at: midnight });
    expect(completed([timed, delivered])[1]).not.toHaveProperty('starts_at');
  });

  test('stays open where the id is of two people, or a drop says two things', () => {
    const two = [
      row(1, 0, { id: 'M-1', email: 'ann@acme.example', starts_at: DAY }),
      row(2, 0, { id: 'M-1', email: 'bo@globex.example', starts_at: DAY, title: 'CEO' }),
    ];
    const silent = row(3, 1, { id: 'M-1', starts_at: DAY });
    expect(completed([...two, silent])[2]).toBe(silent);
    expect(completed([...two, silent])[0]).toBe(two[0]);
    const titles = ['CEO', 'CFO'].map((title, i) =>
      row(i, 0, { id: 'M-1', email: 'a@b.example', starts_at: DAY, title }),
    );
    const named = row(3, 1, { id: 'M-1', email: 'a@b.example', starts_at: DAY });
    expect(completed([...titles, named])[2]).toBe(named);
  });

  test('who cancelled goes with the cancellation', () => {
    const canceled = { outcome: 'canceled', canceled_by: 'prospect', canceled_at: DAY } as const;
    const rows = [
      row(1, 0, { id: 'M-1', starts_at: DAY, ...canceled }),
      row(2, 1, { id: 'M-1', starts_at: DAY, outcome: 'held' }),
    ];
    expect(completed(rows)[1]).toBe(rows[1]);
    const mute = row(3, 2, { id: 'M-1', starts_at: DAY });
    expect(completed([rows[0] as Meeting, mute])[1]).toMatchObject(canceled);
  });

  const some = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
  const rows = fc
    .array(
      fc.record({
        id: some('M-1', 'L-1'),
        lead_id: some('L-1'),
        email: some('ann@acme.example', 'bo@globex.example'),
        contact_name: some('Ann Lee', 'Bo Hahn'),
        company: some('Acme', 'Globex'),
        starts_at: some(DAY, DAY + 1),
        outcome: some('held', 'no_show'),
        claimed: some(true, false),
        answers: some({ budget: 'yes' }, { budget: 'no', seats: '9' }),
        drop: fc.nat(2),
      }),
      { maxLength: 6 },
    )
    .map((all) => all.map(({ drop, ...cells }, n) => row(n, drop, cells as Partial<Meeting>)));

  test('takes nothing away that a row says, nor whether it asks for money', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const [i, full] of completed(all).entries()) {
          const own = all[i] as Meeting;
          const said = Object.entries(own).filter(([key, cell]) => cell !== undefined && key !== 'answers');
          expect(full).toMatchObject({ ...Object.fromEntries(said), answers: own.answers ?? full.answers });
          expect(full.claimed).toBe(own.claimed);
        }
      }),
    );
  });

  test('hangs on no order of rows', () => {
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const said = (list: readonly Meeting[]) =>
            list.map(({ filledFrom: _, ...cells }) => cells).sort((a, b) => a.row.n - b.row.n);
          expect(said(completed(shuffled))).toEqual(said(completed(all)));
        },
      ),
    );
  });
});
