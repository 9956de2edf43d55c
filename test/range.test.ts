import { describe, expect, test } from 'vitest';
import { at, billed, closed, held } from './support/bills.ts';
import type { Given } from './support/judged.ts';

const RATES = { clause: '7.1', tiers: [{ price: '400.00' }] };
const HELD = { clause: '2.1', event: 'held' };
const abc = [held('A', '06-02'), held('B', '06-03'), held('C', '06-04')];

describe('best case and worst case', () => {
  const rules = { billable: HELD, evidence: { held: ['crm', 'vendor'], enough: ['crm'] } };
  const range = async (given: Given, fees: object = {}, own: object = rules, options = {}) => {
    const { totals } = await billed({ fees: { rates: RATES, ...fees }, rules: own }, given, options);
    return [totals.payable, totals.payable_if_all, totals.payable_if_none];
  };
  const crm = (id: string, when: string, outcome = 'held') => ({
    id: `K${id}`,
    meeting_id: id,
    email: `of.${id.toLowerCase()}@${id.toLowerCase()}.example`,
    starts_at: at(when),
    outcome,
  });

  test('what is under review is paid, or is not; minima and caps count anew', async () => {
    const given = { meetings: abc, crm: [crm('A', '06-02')] };
    expect(await range(given)).toEqual(['400.00', '1200.00', '400.00']);
    expect(await range(given, { cap: { max: 2 } })).toEqual(['400.00', '800.00', '400.00']);
    expect(await range(given, { minimum: { amount: '1000.00' } })).toEqual(['1000.00', '1200.00', '1000.00']);
  });

  test('of two open leads of which one repeats the other one can be paid', async () => {
    const twin = (id: string, when: string, booked: string) =>
      held(id, when, {
        email: undefined,
        phone: '+12125550101',
        contact_name: id === 'A' ? 'Ann' : 'Bob',
        booked_at: at(booked),
      });
    const own = { ...rules, duplicates: { keys: ['phone'], against: 'billable' } };
    expect(await range({ meetings: [twin('A', '06-02', '05-25'), twin('B', '06-10', '06-05')] }, {}, own)).toEqual([
      '0.00',
      '400.00',
      '0.00',
    ]);
  });

  describe('of a lead that repeats another', () => {
    const phone = (id: string, when: string, cells = {}) =>
      held(id, when, { email: undefined, phone: '+12125550101', contact_name: id, ...cells });
    const twins = [phone('A', '06-02'), phone('B', '06-10')];
    const acceptance = { window: '60 days', silence: 'review', written_cures: ['duplicates'] };
    const accept = (meeting_id: string) => ({ meeting_id, decision: 'accepted' as const, at: at('06-20') });

    test('one that is paid: both, if an acceptance lifts it', async () => {
      const own = { billable: HELD, acceptance, duplicates: { keys: ['phone'], against: 'billable' } };
      expect(await range({ meetings: twins, decisions: [accept('A')] }, {}, own)).toEqual([
        '400.00',
        '800.00',
        '400.00',
      ]);
    });

    test('one that is open: both, where it was lifted', async () => {
      const own = { ...rules, acceptance, duplicates: { keys: ['phone'], against: 'billable' } };
      const decisions = [accept('A'), accept('B')];
      expect(await range({ meetings: twins, decisions }, {}, own)).toEqual(['0.00', '800.00', '0.00']);
      const unlifted = { ...own, acceptance: { ...acceptance, written_cures: [] } };
      expect(await range({ meetings: twins, decisions }, {}, unlifted)).toEqual(['0.00', '400.00', '0.00']);
    });
  });

  test('what is to be accepted after as-of is recognized then', async () => {
    const own = {
      billable: { event: 'accepted' },
      acceptance: { window: '30 days', silence: 'review', starts: 'held' },
    };
    const given = { meetings: [held('A', '06-10')], decisions: [] };
    expect(await range(given, {}, own)).toEqual(['0.00', '0.00', '0.00']);
    expect(await range(given, {}, own, { asOf: '2026-06-20' })).toEqual(['0.00', '400.00', '0.00']);
    const held2 = { ...own, billable: { event: 'accepted', recognized: 'held' } };
    expect(await range(given, {}, held2)).toEqual(['0.00', '400.00', '0.00']);
    // Nobody decided in time: that is for a person to settle, by the end of the window.
    const silent = { ...own, acceptance: { ...own.acceptance, window: '5 days' } };
    expect(await range(given, {}, silent)).toEqual(['0.00', '400.00', '0.00']);
  });

  test('a chain billed in parts is paid both, or none', async () => {
    const client_reschedule = { notice: '24 hours', late_pays: '75%', top_up: true };
    const own = { billable: HELD, client_reschedule, acceptance: { window: '60 days', silence: 'review' } };
    const meetings = [
      held('A', '06-02', { outcome: 'canceled_client', canceled_at: at('06-02T09') }),
      held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('06-03') }),
    ];
    expect(await range({ meetings }, {}, own)).toEqual(['0.00', '400.00', '0.00']);
  });

  test('what was claimed after the cut-off counts where its invoice came', async () => {
    const given = {
      meetings: [held('A', '05-28')],
      invoice: [{ line_id: 'L', meeting_id: 'A', period: '2026-06', amount: '400.00' }],
      received: { 'invoice.csv': at('06-08') },
    };
    const submission = { within: '5 days', late: 'next_period' };
    const own = { billable: HELD, submission, acceptance: { window: '60 days', silence: 'review' } };
    expect(await range(given, {}, own)).toEqual(['0.00', '400.00', '0.00']);
    expect(await range({ ...given, received: { 'invoice.csv': at('06-01') } }, {}, own)).toEqual([
      '0.00',
      '0.00',
      '0.00',
    ]);
  });

  test('what an opportunity is waited for is recognized with it', async () => {
    const own = { billable: { event: 'opportunity' }, evidence: { held: ['crm', 'vendor'], enough: ['crm'] } };
    const opportunity = [
      { id: 'O', lead_id: 'A', email: 'of.a@a.example', domain: 'a.example', stage: 'new', created_at: at('06-15') },
    ];
    expect(await range({ meetings: abc.slice(0, 1), opportunities: opportunity }, {}, own)).toEqual([
      '0.00',
      '400.00',
      '0.00',
    ]);
    expect(await range({ meetings: abc.slice(0, 1), opportunities: [] }, {}, own)).toEqual(['0.00', '0.00', '0.00']);
  });

  test('a slot to come is recognized when it is held; one that may still be cured after as-of', async () => {
    const own = { billable: HELD, no_show: { cure_within: '20 days' } };
    const future = held('F', '07-03', { outcome: 'scheduled', booked_at: at('06-01') });
    const missed = held('N', '06-25', { outcome: 'no_show_prospect' });
    const given = { meetings: [future, missed, held('A', '06-02')] };
    expect(await range(given, {}, own)).toEqual(['400.00', '400.00', '400.00']);
    expect(await range(given, {}, own, { period: '2026-06-01..2026-07-31', asOf: '2026-06-30' })).toEqual([
      '400.00',
      '1200.00',
      '400.00',
    ]);
    // On 20 June it is not known to be held in June: it is to be held on 3 July.
    expect(await range({ meetings: [future, held('A', '06-02')] }, {}, own, { asOf: '2026-06-20' })).toEqual([
      '400.00',
      '400.00',
      '400.00',
    ]);
    for (const recognized of ['booked', 'delivered']) {
      const early = { billable: { event: 'held', recognized }, no_show: { cure_within: '20 days' } };
      const june = given.meetings.map((m) => ({ ...m, delivered_at: m.booked_at }));
      expect(await range({ meetings: june }, {}, early)).toEqual(['0.00', '800.00', '0.00']);
    }
  });

  test('hours that nothing shows are paid as claimed, or not; those that are shown are paid anyway', async () => {
    const hours = { clause: '7.8', rate: '30.00' };
    const sessions = [{ agent: 'a', login_at: at('06-02T09'), logout_at: at('06-02T11') }];
    const line = { line_id: 'H', kind: 'hours' as const, period: '2026-06', amount: '90.00' };
    const given = { meetings: abc.slice(0, 1), invoice: [line] };
    expect(await range(given, { hours }, { billable: HELD })).toEqual(['400.00', '490.00', '400.00']);
    const named = { ...given, invoice: [{ ...line, meeting_id: 'A' }] };
    expect(await range(named, { hours }, { billable: HELD })).toEqual(['400.00', '490.00', '400.00']);
    expect(await range({ ...given, sessions }, { hours }, { billable: HELD })).toEqual(['460.00', '460.00', '460.00']);
  });

  test('of closed periods too', async () => {
    const terms = { fees: { rates: RATES }, rules };
    const closings = await closed(terms, [
      '2026-05',
      { meetings: [held('X', '05-12'), held('Y', '05-13')], crm: [crm('X', '05-12')] },
    ]);
    const again = [{ ...crm('X', '05-12', 'no_show_prospect'), id: 'K9', modified_at: at('06-03') }];
    const { totals } = await billed(terms, { crm: again }, { closings });
    expect([totals.payable, totals.payable_if_all, totals.payable_if_none]).toEqual(['0.00', '400.00', '-400.00']);
  });
});
