import { AQLS, byAql } from './aql.ts';
import type { DesignRow } from './design.ts';

/** Every way to size a sample, by its flag. A new one is one file and one row. */
export const DESIGNS = {
  error: {
    title: 'to a stated error',
    why: 'To say which share fails, and how sure that is.',
    rule: 'z² p (1 - p) / e² with the correction for a finite population: e is the error, p the share that is expected to fail (`--expected`, 50% where nobody knows), z of `--confidence`. 1,000 at 95 % and 5 % are 278',
    takes: '<share>',
    form: 'a share between 0 and 1, such as 5%',
    load: async () => (await import('./error.ts')).byError,
  },
  aql: {
    title: 'by an acceptance plan',
    why: 'To accept or reject the month as a lot, by a published plan that a contract can name.',
    rule: 'the plan of ISO 2859-1 (MIL-STD-105E) for the size of the lot: general level II, single, normal; arrows of the table lead to another plan with its own sample',
    takes: '<level>',
    form: Object.keys(AQLS).join(', '),
    load: async () => byAql,
  },
  money: {
    title: 'by money (MUS)',
    why: 'To say how much money is wrong at most: a lead twice as dear is twice as likely to be drawn.',
    rule: 'the money of the population over the interval, which is the tolerable amount over the factor of `--confidence`; what is as dear as the interval is taken for certain. 64,000 with 3,200 tolerable at 95 %: interval 1,066.67, n 60',
    takes: '<tolerable>',
    form: 'what may be wrong: a share of the money such as 5%, or an amount such as 3200.00',
    load: async () => (await import('./money.ts')).byMoney,
  },
  size: {
    title: 'as told',
    why: 'Where a contract or the time at hand says how many.',
    rule: 'as many as are given',
    takes: '<n>',
    form: 'a whole number, from 1',
    load: async () => (await import('./size.ts')).bySize,
  },
} as const satisfies Record<string, DesignRow>;
export type DesignName = keyof typeof DESIGNS;
