import { expect, test } from 'vitest';
import { closedAt, endOf, historiesOf } from '../src/judge/opportunities.ts';
import type { Opportunity } from '../src/read/records.ts';

const deal = (cells: Partial<Opportunity>, file = 'deals.csv', n = 1): Opportunity => ({
  ...cells,
  row: { source: 'opportunities', file, line: n + 1, n },
  raw: {},
  drop: 0,
});

test.each<[Partial<Opportunity>, ReturnType<typeof endOf>]>([
  [{ stage: 'Closed Lost' }, 'lost'],
  [{ stage: 'closed_lost' }, 'lost'],
  [{ stage: 'closedwon' }, 'won'],
  [{ stage: 'Verloren' }, 'lost'],
  [{ stage: 'Gagnée' }, 'won'],
  [{ stage: 'Wonderland' }, undefined],
  [{ stage: 'Proposal', deal_status: 'lost' }, 'lost'],
  [{ stage: 'Lost and found', deal_status: 'open' }, undefined],
  [{ stage: 'Parked', is_closed: true, is_won: false }, 'lost'],
  [{ stage: 'Parked', is_closed: false, is_won: false }, undefined],
  [{ stage: 'Parked', is_closed: true }, undefined],
  [{ stage: 'Signed', is_won: true }, 'won'],
  [{}, undefined],
])('%j ended so: %s', (cells, end) => {
  expect(endOf(deal(cells))).toBe(end);
});

test('a date of closing is a hope while a deal is open', () => {
  expect(closedAt(deal({ stage: 'Demo', close_date: 1 }))).toBeUndefined();
  expect(closedAt(deal({ stage: 'Lost', close_date: 1 }))).toBe(1);
  expect(closedAt(deal({ stage: 'Parked', is_closed: true, close_date: 1 }))).toBe(1);
  expect(closedAt(deal({ stage: 'Lost', closed_at: 2, close_date: 1 }))).toBe(2);
});

test('rows without an id are deals of their own, also at one place of two files', () => {
  expect(historiesOf([deal({}, 'may.csv'), deal({}, 'june.csv'), deal({}, 'june.csv', 2)])).toHaveLength(3);
  expect(historiesOf([deal({ id: 'O-1' }, 'may.csv'), deal({ id: 'O-1' }, 'june.csv')])).toHaveLength(1);
});
