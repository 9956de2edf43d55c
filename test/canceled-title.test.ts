import { expect, test } from 'vitest';
import { isCanceledTitle } from '../src/judge/canceled-title.ts';

test.each([
  'Canceled: Demo',
  'Canceled event: Demo',
  'CANCELLED: Demo',
  'Abgesagt: Demo',
  'Annulé : Demo',
  'Annulée\u00a0: Demo',
  'Annule\u0301e\u00a0: Demo',
  'Cancelada: Demo',
])('a calendar writes of a cancelled meeting: %s', (title) => {
  expect(isCanceledTitle(title)).toBe(true);
});

test.each(['', 'Demo', 'Canceled orders: a review', 'Why we canceled: a talk', 'Demo (cancelled: none)'])(
  'is the title of a meeting that may be held: %s',
  (title) => {
    expect(isCanceledTitle(title)).toBe(false);
  },
);
