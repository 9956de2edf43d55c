import { describe, expect, test } from 'vitest';
import type { AuditDocument, DocumentClaim } from '../src/report/document.ts';
import { isDisputed } from '../src/report/standing.ts';
import { at, billed, claimsOf, closed, held, type Terms } from './support/bills.ts';
import type { Given } from './support/judged.ts';

const RATES = { clause: '7.1', tiers: [{ price: '400.00' }] };
const HELD = { clause: '2.1', event: 'held' };
type Line = NonNullable<Given['invoice']>[number];
const line = (line_id: string, cells: Line): Line => ({ line_id, period: '2026-06', ...cells });
const lead = (line_id: string, meeting_id: string, amount?: string, cells: Line = {}): Line =>
  line(line_id, { meeting_id, ...(amount === undefined ? {} : { amount }), ...cells });

const audit = (given: Given, fees: object = {}, more: Partial<Terms> = {}, options = {}) =>
  billed({ fees: { rates: RATES, ...fees }, ...more }, given, options);
/** What is decided of each claim. */
const decided = (doc: AuditDocument) => claimsOf(doc, 'outcome', 'reason', 'clause', 'claimed', 'supported');
const steps = (doc: AuditDocument) => doc.bridge.map((b) => [b.step, b.amount, b.running, b.claims.join(' ')]);
const sums = (doc: AuditDocument): Record<string, string> =>
  Object.fromEntries(
    Object.entries(doc.totals).filter(([key, amount]) => Number(amount) !== 0 && !key.startsWith('payable_if')),
  );
const abc = [held('A', '06-02'), held('B', '06-03'), held('C', '06-04')];

describe('a line for a lead', () => {
  test('claimed twice cites what is paid, not why the lead is denied', async () => {
    const rules = { billable: HELD, qualification: { clause: '2.2', criteria: { country: { in: ['US'] } } } };
    const meetings = [{ ...held('A', '06-02'), country: 'FR' }];
    const doc = await audit({ meetings, invoice: [lead('L1', 'A'), lead('L2', 'A')] }, {}, { rules });
    expect(claimsOf(doc, 'outcome', 'clause')).toEqual({ L1: ['overclaimed', '2.2'], L2: ['duplicate_claim', '2.1'] });
    const silent = { ...rules, billable: { event: 'held' } };
    const other = await audit({ meetings, invoice: [lead('L1', 'A'), lead('L2', 'A')] }, {}, { rules: silent });
    expect(claimsOf(other, 'clause')).toEqual({ L1: ['2.2'], L2: [null] });
  });

  test('in full', async () => {
    const invoice = [lead('L1', 'A', '450.00', { quantity: 1, unit_price: '450.00' })];
    const doc = await audit({ meetings: abc.slice(0, 1), invoice });
    const { rulings: _, evidence: __, ...claim } = doc.claims[0] as DocumentClaim;
    expect(claim).toEqual({
      id: 'L1',
      line_id: 'L1',
      meeting_id: 'A',
      chain: 'A',
      contact: null,
      company: null,
      outcome: 'wrong_rate',
      verdict: 'billable',
      reason: 'held',
      reasons: ['held'],
      clause: '7.1',
      why: 'the meeting of 2026-06-02 was held; our price is 400.00 (unit 1 of 2026-06)',
      claimed: '450.00',
      supported: '400.00',
      quantity: 1,
      unit_price: '450.00',
      our_quantity: 1,
      our_unit_price: '400.00',
      period: '2026-06',
      recognized: '2026-06-02',
      terms: null,
      resolves_at: null,
      dispute_by: null,
      reject_by: null,
      lost: '0.00',
      needs: [],
      grade: 'low',
      duplicate_of: null,
      depends_on: null,
      waived: false,
      cleared: false,
      adjusts: null,
    });
  });

  test.each([
    ['400.00', 1, 'matched', '400.00', '2.1'],
    ['400.01', 1, 'wrong_rate', '400.00', '7.1'],
    ['399.99', 1, 'underclaimed', '400.00', '7.1'],
    [undefined, 1, 'matched', '400.00', '2.1'],
    ['800.00', 2, 'overclaimed', '400.00', '2.1'],
    ['400.00', 2, 'matched', '400.00', '2.1'],
    ['0.00', 1, 'underclaimed', '400.00', '7.1'],
    ['400.001', 1, 'matched', '400.00', '2.1'],
  ])('%s for %d: %s', async (amount, quantity, outcome, supported, clause) => {
    const doc = await audit({ meetings: abc.slice(0, 1), invoice: [lead('L1', 'A', amount, { quantity })] });
    expect(claimsOf(doc, 'outcome', 'supported', 'clause', 'quantity').L1).toEqual([
      outcome,
      supported,
      clause,
      quantity,
    ]);
  });

  test('of what is not held, not known, not of the month, not over', async () => {
    const meetings = [
      held('A', '06-02', { outcome: 'no_show_prospect' }),
      held('B', '05-20'),
      held('C', '06-04', { outcome: 'unknown' }),
      held('D', '07-04', { outcome: 'scheduled' }),
    ];
    const invoice = [
      lead('LA', 'A', '400.00'),
      lead('LB', 'B', '400.00'),
      lead('LC', 'C', '400.00'),
      lead('LD', 'D', '400.00'),
      lead('LX', 'X', '400.00'),
    ];
    const doc = await audit({ meetings, invoice });
    expect(decided(doc)).toEqual({
      LA: ['overclaimed', 'not_rebooked', '2.1', '400.00', '0.00'],
      LB: ['wrong_period', 'held', '2.1', '400.00', '0.00'],
      LC: ['open', 'unproven', null, '400.00', '0.00'],
      LD: ['open', 'future_slot', '2.1', '400.00', '0.00'],
      LX: ['unknown_claim', 'unknown_claim', null, '400.00', '0.00'],
    });
    expect(claimsOf(doc, 'verdict', 'recognized', 'resolves_at', 'needs', 'our_quantity', 'our_unit_price')).toEqual({
      LA: ['not_billable', null, null, [], 0, null],
      LB: ['billable', '2026-05-20', null, [], 0, null],
      LC: ['review', null, null, expect.any(Array), 0, null],
      LD: ['pending', null, '2026-07-04T10:30:00+00:00', [], 0, null],
      LX: [null, null, null, [], 0, null],
    });
    expect(doc.claims[4]?.rulings).toEqual([]);
    expect(doc.claims[2]?.needs).toEqual(['one of attendance, recording, crm, calendar, vendor']);
    // Of a line that asks again nothing is awaited.
    const again = await audit({ meetings, invoice: [...invoice, lead('LC2', 'C', '1.00'), lead('LD2', 'D', '1.00')] });
    expect(claimsOf(again, 'outcome', 'resolves_at', 'needs')).toMatchObject({
      LC2: ['duplicate_claim', null, []],
      LD2: ['duplicate_claim', null, []],
    });
    expect(sums(doc)).toEqual({
      claimed: '2000.00',
      not_billable: '400.00',
      wrong_period: '400.00',
      review: '400.00',
      pending: '400.00',
      unknown: '400.00',
    });
    expect(steps(doc)).toEqual([
      ['invoiced', '2000.00', '2000.00', 'LA LB LC LD LX'],
      ['not_billable', '-400.00', '1600.00', 'LA'],
      ['pending', '-400.00', '1200.00', 'LD'],
      ['review', '-400.00', '800.00', 'LC'],
      ['wrong_period', '-400.00', '400.00', 'LB'],
      ['unknown', '-400.00', '0.00', 'LX'],
      ['claims_supported', '0.00', '0.00', ''],
      ['payable', '0.00', '0.00', ''],
    ]);
  });

  test('that asks twice: the first that asks for money answers; an id that stands twice is told apart', async () => {
    const invoice = [
      lead('L1', 'A', '0.00'),
      lead('L1', 'A', '400.00'),
      lead('L1', 'A', '400.00'),
      lead('L1#2', 'B', '400.00'),
      lead('L3', 'C', '0.00'),
    ];
    const doc = await audit({ meetings: abc, invoice });
    expect(claimsOf(doc, 'outcome', 'reason', 'duplicate_of', 'supported')).toEqual({
      L1: ['duplicate_claim', 'duplicate_row', 'L1', '0.00'],
      'L1#2': ['matched', 'held', null, '400.00'],
      'L1#3': ['duplicate_claim', 'duplicate_row', 'L1', '0.00'],
      'L1#2#2': ['matched', 'held', null, '400.00'],
      L3: ['underclaimed', 'held', null, '400.00'],
    });
    expect(sums(doc)).toEqual({
      claimed: '1200.00',
      claims_supported: '800.00',
      duplicate: '400.00',
      supported: '1200.00',
      unclaimed: '400.00',
      payable: '1200.00',
    });
    expect(steps(doc).slice(1)).toEqual([
      ['duplicate', '-400.00', '800.00', 'L1#3'],
      ['claims_supported', '800.00', '800.00', 'L1#2 L1#2#2 L3'],
      ['unclaimed', '400.00', '1200.00', 'L3'],
      ['payable', '1200.00', '1200.00', ''],
    ]);
  });

  test('a copy of the same event is a duplicate_event', async () => {
    const meetings = [
      held('A', '06-02'),
      held('A9', '06-02', { email: 'of.a@a.example', starts_at: at('06-02') + 60_000 }),
    ];
    const doc = await audit({ meetings, invoice: [lead('L1', 'A', '400.00'), lead('L2', 'A9', '400.00')] });
    expect(claimsOf(doc, 'outcome', 'reason', 'duplicate_of')).toEqual({
      L1: ['matched', 'held', null],
      L2: ['duplicate_claim', 'duplicate_event', 'L1'],
    });
  });

  test('of another period answers there, and makes no duplicate', async () => {
    const invoice = [lead('L1', 'A', '400.00', { period: '2026-05' }), lead('L2', 'A', '400.00')];
    const doc = await audit({ meetings: abc.slice(0, 1), invoice });
    expect(claimsOf(doc, 'outcome')).toEqual({ L2: ['matched'] });
    const both = await audit({ meetings: abc.slice(0, 1), invoice }, {}, {}, { period: '2026-Q2' });
    expect(claimsOf(both, 'outcome', 'period')).toEqual({
      L1: ['wrong_period', '2026-05'],
      L2: ['matched', '2026-06'],
    });
  });

  test('of a longer period takes what is left of a chain billed in parts', async () => {
    const rules = { billable: HELD, client_reschedule: { notice: '24 hours', late_pays: '50%', top_up: true } };
    const meetings = [
      held('A', '05-28', { outcome: 'canceled_client', canceled_at: at('05-28T09') }),
      held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('05-29') }),
    ];
    const invoice = [
      lead('L1', 'A', '200.00', { period: '2026-05' }),
      lead('L2', 'A', '200.00', { period: '2026-Q2' }),
      lead('L3', 'A', undefined, { period: '2026-Q2' }),
    ];
    const doc = await audit({ meetings, invoice }, {}, { rules }, { period: '2026-Q2' });
    expect(claimsOf(doc, 'outcome', 'claimed', 'supported', 'our_quantity', 'our_unit_price', 'duplicate_of')).toEqual({
      L1: ['matched', '200.00', '200.00', 1, '400.00', null],
      L2: ['matched', '200.00', '200.00', 1, '400.00', null],
      L3: ['duplicate_claim', '200.00', '0.00', 0, null, 'L1'],
    });
  });

  test('of another month than the one in which it lies over the cap', async () => {
    const meetings = [held('A', '05-12'), held('B', '05-13')];
    const doc = await audit({ meetings, invoice: [lead('LB', 'B', '400.00')] }, { cap: { max: 1 } });
    expect(claimsOf(doc, 'outcome', 'reason').LB).toEqual(['wrong_period', 'held']);
  });

  test('that nobody wrote: what is not asked for is owed', async () => {
    const doc = await audit(
      {
        meetings: [abc[1], abc[0], held('Z', '05-20'), held('Y', '06-08')].map((m) => m ?? {}),
        invoice: [lead('L1', 'B', '400.00')],
      },
      { cap: { max: 2 } },
    );
    expect(
      claimsOf(
        doc,
        'line_id',
        'chain',
        'outcome',
        'verdict',
        'reason',
        'clause',
        'claimed',
        'supported',
        'quantity',
        'unit_price',
        'our_quantity',
        'our_unit_price',
        'recognized',
      ),
    ).toEqual({
      L1: ['L1', 'B', 'matched', 'billable', 'held', '2.1', '400.00', '400.00', 1, null, 1, '400.00', '2026-06-03'],
      A: [null, 'A', 'unclaimed', 'billable', 'held', '2.1', '0.00', '400.00', 0, null, 1, '400.00', '2026-06-02'],
    });
    expect(steps(doc)).toEqual([
      ['invoiced', '400.00', '400.00', 'L1'],
      ['claims_supported', '400.00', '400.00', 'L1'],
      ['unclaimed', '400.00', '800.00', 'A'],
      ['payable', '800.00', '800.00', ''],
    ]);
  });

  test('of a chain billed in parts that nobody asks for: one row with both', async () => {
    const rules = { billable: HELD, client_reschedule: { notice: '24 hours', late_pays: '50%', top_up: true } };
    const meetings = [
      held('A', '06-02', { outcome: 'canceled_client', canceled_at: at('06-02T09') }),
      held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('06-03') }),
    ];
    const invoice = [lead('LX', 'X', '1.00')];
    const doc = await audit({ meetings, invoice }, {}, { rules });
    expect(claimsOf(doc, 'outcome', 'claimed', 'supported', 'our_quantity', 'our_unit_price', 'recognized').A).toEqual([
      'unclaimed',
      '0.00',
      '400.00',
      1,
      '400.00',
      '2026-06-02',
    ]);
    // Each line takes a part; a third finds both taken.
    const three = ['L1', 'L2', 'L3'].map((id) => lead(id, id === 'L2' ? 'A2' : 'A', id === 'L1' ? '400.00' : '200.00'));
    const asked = await audit({ meetings, invoice: three }, {}, { rules });
    expect(claimsOf(asked, 'outcome', 'supported', 'duplicate_of', 'reason')).toEqual({
      L1: ['matched', '400.00', null, 'client_late_cancel'],
      L2: ['duplicate_claim', '0.00', 'L1', 'duplicate_event'],
      L3: ['duplicate_claim', '0.00', 'L1', 'duplicate_row'],
    });
  });

  test('of kind replacement is a line for a lead', async () => {
    const meetings = [held('A', '06-02', { replaces: 'OLD' }), ...abc.slice(1)];
    const invoice = [
      lead('L1', 'A', '60.00', { kind: 'replacement' }),
      lead('L2', 'B', '400.00', { kind: 'replacement' }),
    ];
    const doc = await audit({ meetings, invoice }, { replacement: { clause: '7.4', price: '50.00' } });
    expect(decided(doc)).toEqual({
      L1: ['wrong_rate', 'held', '7.4', '60.00', '50.00'],
      L2: ['matched', 'held', '2.1', '400.00', '400.00'],
      C: ['unclaimed', 'held', '2.1', '0.00', '400.00'],
    });
    expect(sums(doc)).toEqual({
      claimed: '460.00',
      claims_supported: '450.00',
      wrong_rate: '10.00',
      supported: '850.00',
      unclaimed: '400.00',
      payable: '850.00',
    });
  });

  test('of kind replacement that asks for less leaves the rest unclaimed', async () => {
    const meetings = [held('A', '06-02', { replaces: 'OLD' })];
    const doc = await audit(
      { meetings, invoice: [lead('L1', 'A', '40.00', { kind: 'replacement' })] },
      { replacement: { price: '50.00' } },
    );
    expect(sums(doc)).toEqual({
      claimed: '40.00',
      claims_supported: '40.00',
      supported: '50.00',
      unclaimed: '10.00',
      payable: '50.00',
    });
    expect(steps(doc).at(-2)).toEqual(['unclaimed', '10.00', '50.00', 'L1']);
  });

  test('unclaimed rows stand in natural order', async () => {
    const meetings = [held('M10', '06-02'), held('M9', '06-03'), held('A', '06-04')];
    const doc = await audit({ meetings, invoice: [lead('L1', 'X', '1.00')] });
    expect(doc.claims.map((c) => c.id)).toEqual(['L1', 'A', 'M9', 'M10']);
    expect(doc.claims.flatMap((c) => c.needs)).toEqual([]);
  });

  test('split over leads: cents to the last', async () => {
    const doc = await audit({ meetings: abc, invoice: [line('L1', { amount: '1000.00', quantity: 3 })] });
    expect(claimsOf(doc, 'claimed', 'supported', 'outcome')).toEqual({
      L1: ['333.33', '400.00', 'underclaimed'],
      'L1#2': ['333.33', '400.00', 'underclaimed'],
      'L1#3': ['333.34', '400.00', 'underclaimed'],
    });
  });

  test('that names no price asks for ours; of what is not billable for that of the first tier or its class', async () => {
    const rates = { tiers: [{ up_to: 1, price: '400.00' }, { price: '300.00' }], classes: { mql: '120.00' } };
    const no = { outcome: 'no_show_prospect' as const };
    const meetings = [
      held('A', '06-02'),
      held('B', '06-03'),
      held('C', '06-04', no),
      held('D', '06-05', { ...no, channel: 'mql' }),
    ];
    const invoice = ['A', 'B', 'C', 'D', 'X'].map((id) => lead(`L${id}`, id));
    const doc = await billed({ fees: { rates } }, { meetings, invoice });
    expect(claimsOf(doc, 'claimed', 'supported')).toEqual({
      LA: ['400.00', '400.00'],
      LB: ['300.00', '300.00'],
      LC: ['400.00', '0.00'],
      LD: ['120.00', '0.00'],
      LX: ['400.00', '0.00'],
    });
    const unpriced = await billed({ fees: {} }, { meetings, invoice });
    expect(claimsOf(unpriced, 'claimed').LC).toEqual(['0.00']);
  });

  test('of a chain that the client closed asks for its share; billed in parts each line for its own', async () => {
    const rules = { billable: HELD, client_reschedule: { notice: '24 hours', late_pays: '50%', top_up: true } };
    const moved = held('A', '05-28', { outcome: 'canceled_client', canceled_at: at('05-28T09') });
    const again = held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('05-29') });
    const invoice = [
      lead('L1', 'A', undefined, { period: '2026-05' }),
      lead('L2', 'A2', '400.00'),
      lead('L3', 'A2', '1.00', { period: '2026-07' }),
    ];
    const doc = await audit({ meetings: [moved, again], invoice }, {}, { rules }, { period: '2026-05-01..2026-07-31' });
    expect(claimsOf(doc, 'outcome', 'claimed', 'supported', 'recognized', 'our_unit_price')).toEqual({
      L1: ['matched', '200.00', '200.00', '2026-05-28', '400.00'],
      L2: ['wrong_rate', '400.00', '200.00', '2026-06-10', '400.00'],
      L3: ['wrong_period', '1.00', '0.00', '2026-05-28', null],
    });
  });

  test('over the cap is not billable, unless another part is paid', async () => {
    const doc = await audit(
      { meetings: abc, invoice: ['A', 'B', 'C'].map((id) => lead(`L${id}`, id, '400.00')) },
      { cap: { clause: '7.3', max: 2 } },
    );
    expect(decided(doc).LC).toEqual(['overclaimed', 'over_cap', '7.3', '400.00', '0.00']);
    expect(sums(doc)).toMatchObject({ not_billable: '400.00', supported: '800.00' });
  });

  test('under review needs what no acceptance made up for', async () => {
    const rules = {
      billable: HELD,
      evidence: { held: ['crm', 'vendor'], enough: ['crm'] },
      duplicates: { keys: ['phone'] },
      acceptance: { window: '60 days', written_cures: ['duplicates'] },
    };
    const given = { meetings: abc.slice(0, 1), invoice: [lead('LA', 'A', '400.00')] };
    const needs = async (decision: 'accepted' | 'rejected') => {
      const decisions = [{ meeting_id: 'A', decision, at: at('06-05') }];
      return claimsOf(await audit({ ...given, decisions }, {}, { rules }), 'needs').LA;
    };
    expect(await needs('accepted')).toEqual([['one of crm']]);
    expect(await needs('rejected')).toEqual([[]]);
    expect(claimsOf(await audit(given, {}, { rules }), 'needs').LA).toEqual([['phone', 'one of crm']]);
  });

  test('a duplicate says of whom, one of an open lead on whom it depends', async () => {
    const twin = (id: string, when: string, cells = {}) =>
      held(id, when, { email: undefined, phone: '+12125550101', contact_name: id, ...cells });
    const rules = { billable: HELD, duplicates: { clause: '2.7', keys: ['phone'], against: 'billable' } };
    const given = (outcome: 'held' | 'unknown' | 'scheduled') => ({
      meetings: [
        twin('A', outcome === 'scheduled' ? '07-02' : '06-02', {
          contact_name: 'Ann',
          outcome,
          booked_at: at('05-26'),
        }),
        twin('B', '06-10', { contact_name: 'Bob', booked_at: at('06-05') }),
      ],
      invoice: [lead('LA', 'A', '400.00'), lead('LB', 'B', '400.00')],
    });
    const found = async (outcome: 'held' | 'unknown' | 'scheduled') =>
      claimsOf(await audit(given(outcome), {}, { rules }), 'outcome', 'reason', 'duplicate_of', 'depends_on').LB;
    expect(await found('held')).toEqual(['overclaimed', 'duplicate_contact', 'A', null]);
    expect(await found('unknown')).toEqual(['open', 'duplicate_contact', null, 'A']);
    expect(await found('scheduled')).toEqual(['open', 'duplicate_contact', null, 'A']);
  });
});

describe('a line for a fee', () => {
  const FEES = {
    retainer: { clause: '7.5', amount: '500.00' },
    setup: { clause: '7.6', amount: '100.00' },
    minimum: { clause: '7.7', amount: '1000.00' },
    hours: { clause: '7.8', rate: '30.00' },
    tax: { clause: '9', rate: '10%' },
    sla: [{ clause: '8.1', metric: 'show_rate', at_least: '99%', credit: '50.00' }],
  };
  const meetings = [held('A', '06-09'), held('N', '06-12', { outcome: 'no_show_prospect' })];
  const sessions = [{ agent: 'a', login_at: at('06-02T09'), logout_at: at('06-02T11') }];
  const more = { metrics: { show_rate: { tolerance: '1 pp' } }, sow: { starts: '2026-06-01' } };
  const fee = (line_id: string, kind: string, amount?: string) =>
    line(line_id, { kind: kind as never, ...(amount === undefined ? {} : { amount }) });

  test('is held against what is owed of its kind', async () => {
    // Net: 400 lead, 500 retainer, 100 setup, 600 short, 60 hours, -50: 1,610; 161 tax.
    const invoice = [
      fee('R', 'retainer', '500.00'),
      fee('R2', 'retainer', '500.00'),
      fee('S', 'setup', '150.00'),
      fee('M', 'shortfall', '599.00'),
      fee('H', 'hours'),
      fee('T', 'tax', '161.00'),
      fee('C', 'sla_credit', '-50.00'),
      fee('D', 'late_report_credit', '-10.00'),
      fee('B', 'clawback', '10.00'),
    ];
    const doc = await audit({ meetings, sessions, invoice }, FEES, more);
    expect(decided(doc)).toEqual({
      R: ['matched', 'retainer', '7.5', '500.00', '500.00'],
      R2: ['duplicate_claim', 'fee_used_up', null, '500.00', '0.00'],
      S: ['wrong_rate', 'setup', '7.6', '150.00', '100.00'],
      M: ['underclaimed', 'shortfall', '7.7', '599.00', '600.00'],
      H: ['matched', 'hours', '7.8', '60.00', '60.00'],
      T: ['matched', 'tax', '9', '161.00', '161.00'],
      C: ['matched', 'sla_credit', '8.1', '-50.00', '-50.00'],
      D: ['overclaimed', 'no_such_fee', null, '-10.00', '0.00'],
      B: ['overclaimed', 'no_such_fee', null, '10.00', '0.00'],
      A: ['unclaimed', 'held', '2.1', '0.00', '400.00'],
    });
    expect(claimsOf(doc, 'verdict', 'our_quantity', 'recognized', 'duplicate_of').R2).toEqual([null, 0, null, 'R']);
    expect(doc.lines.map((l) => [l.kind, l.claims.join(' ')])).toEqual([
      ['lead', ''],
      ['retainer', 'R'],
      ['setup', 'S'],
      ['shortfall', 'M'],
      ['hours', 'H'],
      ['tax', 'T'],
      ['sla_credit', 'C'],
    ]);
    expect(steps(doc)).toEqual([
      ['invoiced', '1920.00', '1920.00', 'R R2 S M H T C D B'],
      ['not_billable', '0.00', '1920.00', 'D B'],
      ['duplicate', '-500.00', '1420.00', 'R2'],
      ['wrong_rate', '-50.00', '1370.00', 'S'],
      ['claims_supported', '1370.00', '1370.00', 'R S M H T C'],
      ['unclaimed', '400.00', '1770.00', 'A'],
      ['shortfall', '1.00', '1771.00', ''],
      ['payable', '1771.00', '1771.00', ''],
    ]);
  });

  test('that gives money back answers nothing, and takes no place of one that asks', async () => {
    const doc = await audit(
      { meetings, invoice: [fee('R1', 'retainer', '-100.00'), fee('R2', 'retainer', '500.00')] },
      FEES,
      more,
    );
    expect(claimsOf(doc, 'outcome', 'reason')).toMatchObject({
      R1: ['unknown_claim', 'unknown_claim'],
      R2: ['matched', 'retainer'],
    });
  });

  test('that is not owed in its period, or that nothing shows', async () => {
    const invoice = [
      fee('R', 'retainer', '500.00'),
      fee('S', 'setup', '100.00'),
      fee('H', 'hours', '60.00'),
      fee('C', 'sla_credit', '-50.00'),
      fee('M', 'shortfall', '1.00'),
    ];
    const fees = { ...FEES, retainer: undefined, minimum: { amount: '1.00' } };
    const doc = await audit({ meetings: [held('A', '06-02')], invoice }, fees, {
      ...more,
      sow: { starts: '2026-01-01' },
    });
    expect(decided(doc)).toEqual({
      R: ['overclaimed', 'no_such_fee', null, '500.00', '0.00'],
      S: ['overclaimed', 'not_owed', null, '100.00', '0.00'],
      H: ['open', 'hours', null, '60.00', '0.00'],
      C: ['unknown_claim', 'unknown_claim', null, '-50.00', '0.00'],
      M: ['overclaimed', 'not_owed', null, '1.00', '0.00'],
      A: ['unclaimed', 'held', '2.1', '0.00', '400.00'],
    });
    expect(claimsOf(doc, 'needs', 'verdict').H).toEqual([['sessions of the period'], null]);
    // Nothing shows the hours: that is for a person to look at.
    expect(sums(doc)).toMatchObject({ review: '60.00', not_billable: '601.00', unknown: '-50.00', payable: '440.00' });
    expect(doc.totals).toMatchObject({ payable_if_all: '506.00', payable_if_none: '440.00' });
  });

  test('what is owed and not asked for comes on top, each in its step', async () => {
    const doc = await audit({ meetings, sessions, invoice: [lead('L1', 'A', '400.00')] }, FEES, more);
    expect(steps(doc)).toEqual([
      ['invoiced', '400.00', '400.00', 'L1'],
      ['claims_supported', '400.00', '400.00', 'L1'],
      ['fixed_fees', '660.00', '1060.00', ''],
      ['shortfall', '600.00', '1660.00', ''],
      ['credits', '-50.00', '1610.00', ''],
      ['tax', '161.00', '1771.00', ''],
      ['payable', '1771.00', '1771.00', ''],
    ]);
  });

  test('credits of every kind are one step', async () => {
    const given: Given = {
      meetings: [held('A', '06-02'), held('B', '06-03')],
      opportunities: [{ id: 'O', lead_id: 'B', domain: 'b.example', stage: 'lost', closed_at: at('06-20') }],
      received: { 'meetings.csv': at('07-04') },
    };
    const rules = { billable: HELD, reporting: { due: '2 days' } };
    const fees = {
      late_report: { per: 'day', credit: '50.00' },
      clawback: { when: 'opportunity_lost', within: '30 days', share: '50%' },
    };
    expect(steps(await audit(given, fees, { rules })).slice(-2)).toEqual([
      ['credits', '-300.00', '500.00', ''],
      ['payable', '500.00', '500.00', ''],
    ]);
  });

  test('of its own period', async () => {
    const invoice = [
      line('R5', { kind: 'retainer', amount: '500.00', period: '2026-05' }),
      fee('R6', 'retainer', '500.00'),
    ];
    const doc = await audit(
      { meetings, invoice },
      { retainer: { amount: '500.00' } },
      {},
      { period: '2026-05-01..2026-06-30' },
    );
    expect(claimsOf(doc, 'outcome', 'supported')).toMatchObject({
      R5: ['matched', '500.00'],
      R6: ['matched', '500.00'],
    });
  });
});

describe('money that comes back', () => {
  const rules = { billable: HELD, acceptance: { clause: '4.1', window: '60 days', silence: 'accepted' } };
  const meetings = ['A', 'B', 'C', 'D'].map((id, i) => held(id, `05-${12 + i}`));
  const reject = (...ids: string[]) =>
    ids.map((meeting_id) => ({ meeting_id, decision: 'rejected' as const, reason: 'gone', at: at('06-02') }));
  const accept = ['A', 'B', 'C', 'D'].map((meeting_id) => ({
    meeting_id,
    decision: 'accepted' as const,
    at: at('05-20'),
  }));
  const notes = async (invoice: Line[], ids: string[]) => {
    const terms = { fees: { rates: RATES }, rules };
    const closings = await closed(terms, ['2026-05', { meetings, decisions: accept }]);
    return billed(terms, { invoice, decisions: reject(...ids) }, { closings });
  };

  test('answers our adjustments: by the meeting, else one of the amount', async () => {
    const doc = await notes(
      [
        line('N8', { kind: 'adjustment' }),
        lead('N1', 'A', '-400.00'),
        lead('N2', 'B', '-300.00', { kind: 'adjustment' }),
        line('N3', { amount: '-400.00' }),
        lead('N4', 'A', '-400.00'),
        lead('N5', 'X', '-400.00'),
        line('N6', { amount: '-400.00' }),
        line('N7', { amount: '-1.00', kind: 'adjustment' }),
        lead('N0', 'D', '-400.00'),
        lead('NA', 'A', '-400.00'),
        lead('NP', 'A', '400.00'),
        lead('N9', 'B', undefined, { kind: 'adjustment' }),
        line('NC', { amount: '400.00', kind: 'adjustment' }),
      ],
      ['A', 'B', 'C'],
    );
    const own = Object.entries(
      claimsOf(doc, 'outcome', 'reason', 'claimed', 'supported', 'duplicate_of', 'adjusts'),
    ).filter(([id]) => id.startsWith('N'));
    expect(Object.fromEntries(own)).toEqual({
      N1: ['matched', 'adjustment', '-400.00', '-400.00', null, null],
      N2: ['wrong_rate', 'adjustment', '-300.00', '-400.00', null, null],
      N3: ['matched', 'adjustment', '-400.00', '-400.00', null, null],
      N4: ['duplicate_claim', 'duplicate_row', '-400.00', '0.00', 'N1', null],
      N5: ['unknown_claim', 'unknown_claim', '-400.00', '0.00', null, null],
      N6: ['unknown_claim', 'unknown_claim', '-400.00', '0.00', null, null],
      N7: ['unknown_claim', 'unknown_claim', '-1.00', '0.00', null, null],
      N0: ['unknown_claim', 'unknown_claim', '-400.00', '0.00', null, null],
      NA: ['duplicate_claim', 'duplicate_row', '-400.00', '0.00', 'N1', null],
      NP: ['overclaimed', 'rejected_valid', '400.00', '0.00', null, null],
      N8: ['unknown_claim', 'unknown_claim', '0.00', '0.00', null, null],
      N9: ['duplicate_claim', 'duplicate_row', '-400.00', '0.00', 'N2', null],
      NC: ['unknown_claim', 'unknown_claim', '400.00', '0.00', null, null],
    });
    expect(claimsOf(doc, 'why').NC).toEqual([
      'we have no credit and no adjustment that it answers; a credit would have a minus',
    ]);
    // Nobody disputes money that comes back; that it answers nothing is told.
    expect(doc.claims.filter(isDisputed).map(({ id }) => id)).toEqual(['N8', 'N2', 'NP', 'NC']);
    expect(
      doc.findings.flatMap(({ code, message }) => (code === 'credit_without_answer' ? message.split(' ')[0] : [])),
    ).toEqual(['N4', 'N5', 'N6', 'N7', 'N0', 'NA', 'N9']);
    expect(
      doc.lines
        .filter((l) => l.kind === 'adjustment')
        .map((l) => [l.chain, l.claims.filter((id) => id.startsWith('N'))]),
    ).toEqual([
      ['A', ['N1']],
      ['B', ['N2']],
      ['C', ['N3']],
    ]);
  });

  test('that gives back more than ours is underclaimed', async () => {
    const doc = await notes([lead('N1', 'A', '-450.00')], ['A', 'B']);
    expect(decided(doc).N1).toEqual(['underclaimed', 'adjustment', '4.1', '-450.00', '-400.00']);
    expect(steps(doc).slice(-3)).toEqual([
      ['claims_supported', '-450.00', '-450.00', 'N1'],
      ['adjustments', '-350.00', '-800.00', ''],
      ['payable', '-800.00', '-800.00', ''],
    ]);
  });
});

describe('small differences', () => {
  const meetings = [...abc, held('N', '06-05', { outcome: 'no_show_prospect' })];
  const cleared = async (auto_clear: object, ...amounts: string[]) => {
    const invoice = amounts.map((amount, i) => lead(`L${i}`, 'ABCN'[i] ?? '', amount, { invoice_no: 'INV-1' }));
    const doc = await audit({ meetings, invoice }, { invoice: { clause: '7.9', auto_clear } });
    return doc.lines.flatMap((l) =>
      l.kind === 'cleared' ? [[l.amount, l.claims.join(' '), l.clause, l.recognized, l.why]] : [],
    );
  };
  test.each([
    [
      { amount: '10.00' },
      ['405.00', '405.00'],
      [['10.00', 'L0 L1', '7.9', '2026-06-30', 'INV-1: a difference within 10.00']],
    ],
    [{ amount: '9.99' }, ['405.00', '405.00'], []],
    [
      { share: '1%' },
      ['404.00', '404.08'],
      [['8.08', 'L0 L1', '7.9', '2026-06-30', 'INV-1: a difference within 1% of 808.08']],
    ],
    [{ share: '1%' }, ['404.00', '404.10'], []],
    [{ share: '2%', amount: '10.00' }, ['405.00', '406.00'], []],
    [
      { share: '2%', amount: '10.00', both: false },
      ['405.00', '406.00'],
      [['11.00', 'L0 L1', '7.9', '2026-06-30', 'INV-1: a difference within 2% of 811.00 or 10.00']],
    ],
    [
      { share: '2%', amount: '11.00' },
      ['405.00', '406.00'],
      [['11.00', 'L0 L1', '7.9', '2026-06-30', 'INV-1: a difference within 2% of 811.00 and 11.00']],
    ],
    [{ share: '0%', amount: '1.00', both: false }, ['405.00'], []],
    [{}, ['405.00'], []],
    [{ amount: '500.00' }, ['400.00', '400.00'], []],
    [{ amount: '500.00' }, ['399.00'], []],
  ])('%j of %j', async (terms, amounts, wanted) => {
    expect(await cleared(terms, ...amounts)).toEqual(wanted);
  });

  test('are looked at invoice by invoice, and only what is disputed', async () => {
    const invoice = [
      lead('L1', 'A', '405.00', { invoice_no: 'ONE' }),
      lead('L2', 'B', '500.00', { invoice_no: 'TWO' }),
      lead('L3', 'C', '403.00', { invoice_no: 'THREE' }),
      lead('L4', 'O', '5.00', { invoice_no: 'THREE' }),
    ];
    const open = held('O', '07-05', { outcome: 'scheduled' });
    const doc = await audit(
      { meetings: [...meetings, open], invoice },
      { invoice: { auto_clear: { amount: '5.00' } } },
    );
    expect(claimsOf(doc, 'outcome', 'cleared', 'supported')).toEqual({
      L1: ['wrong_rate', true, '400.00'],
      L2: ['wrong_rate', false, '400.00'],
      L3: ['wrong_rate', true, '400.00'],
      L4: ['open', false, '0.00'],
    });
    expect(sums(doc)).toMatchObject({ cleared: '8.00', wrong_rate: '108.00', payable: '1208.00' });
    expect(doc.totals.payable_if_none).toBe('1208.00');
    expect(doc.totals.payable_if_all).toBe('1208.00');
    expect(steps(doc)).toContainEqual(['cleared', '8.00', '1208.00', 'L1 L3']);
    expect(doc.lines.filter((l) => l.kind === 'cleared').map((l) => l.clause)).toEqual([null, null]);
  });

  test('of drop rows, without an invoice, are not cleared', async () => {
    const own = held('A', '06-02', { claimed: true, amount: '401.00' });
    const doc = await audit({ meetings: [own] }, { invoice: { auto_clear: { amount: '50.00' } } });
    expect(sums(doc)).toMatchObject({ wrong_rate: '1.00', payable: '400.00' });
  });

  test('a credit that is too small is not cleared away', async () => {
    const invoice = [
      lead('L1', 'A', '400.00', { invoice_no: 'X' }),
      line('C', { kind: 'sla_credit', amount: '-60.00', invoice_no: 'X' }),
    ];
    const fees = {
      sla: [{ metric: 'show_rate', at_least: '99%', credit: '50.00' }],
      invoice: { auto_clear: { amount: '50.00' } },
    };
    const doc = await audit({ meetings, invoice }, fees, { metrics: { show_rate: { tolerance: '1 pp' } } });
    expect(claimsOf(doc, 'outcome', 'cleared').C).toEqual(['underclaimed', false]);
    expect(doc.totals.cleared).toBe('0.00');
  });
});

describe('deadlines', () => {
  const rules = {
    billable: HELD,
    no_show: { cure_within: '20 days' },
    acceptance: { window: '5 days', silence: 'accepted', reasons: ['title'] },
  };
  const fees = { invoice: { dispute_within: '5 days', auto_clear: { amount: '1.00' } } };
  const given: Given = {
    meetings: [
      held('A', '06-28'),
      held('B', '06-02', { outcome: 'no_show_prospect' }),
      held('C', '06-10'),
      held('D', '06-20', { outcome: 'no_show_prospect' }),
      held('E', '06-11'),
      held('F', '06-12'),
      held('G', '06-13'),
      held('H', '06-14'),
    ],
    invoice: [
      ...['A', 'B', 'C', 'D', 'F'].map((id) => lead(`L${id}`, id, '400.00')),
      lead('LE', 'E', '401.00', { invoice_no: 'small' }),
      lead('LG', 'G', '390.00'),
      lead('LH', 'H', '400.00'),
    ],
    decisions: [
      { meeting_id: 'C', decision: 'rejected', reason: 'title', at: at('06-20') },
      { meeting_id: 'F', decision: 'rejected', reason: 'title', at: at('06-14') },
      // Accepted: nothing is lost by a rejection that comes too late.
      { meeting_id: 'H', decision: 'accepted', at: at('06-15') },
      { meeting_id: 'H', decision: 'rejected', reason: 'title', at: at('06-25') },
    ],
    received: { 'invoice.csv': at('07-01') },
  };
  const shown = async (asOf: string) => {
    const doc = await audit(given, fees, { rules }, { asOf });
    return {
      ends: doc.deadlines.map((d) => [d.at.slice(5, 10), d.kind, d.claims.join(' '), d.amount, d.over]),
      claims: claimsOf(doc, 'outcome', 'dispute_by', 'reject_by', 'resolves_at', 'lost'),
    };
  };

  test('of disputed and open claims, in order of time', async () => {
    const { ends, claims } = await shown('2026-06-30');
    expect(claims).toEqual({
      LA: ['open', '2026-07-06T23:59:59+00:00', '2026-07-03T23:59:59+00:00', '2026-07-03T23:59:59+00:00', '0.00'],
      LB: ['overclaimed', '2026-07-06T23:59:59+00:00', null, null, '0.00'],
      LC: ['matched', null, null, null, '400.00'],
      LD: ['open', '2026-07-06T23:59:59+00:00', null, '2026-07-10T23:59:59+00:00', '0.00'],
      LE: ['wrong_rate', '2026-07-06T23:59:59+00:00', null, null, '0.00'],
      LF: ['overclaimed', '2026-07-06T23:59:59+00:00', null, null, '0.00'],
      LG: ['underclaimed', null, null, null, '0.00'],
      LH: ['matched', null, null, null, '0.00'],
    });
    expect(ends).toEqual([
      ['06-15', 'reject', 'LC', '400.00', true],
      ['07-03', 'reject', 'LA', '400.00', false],
      ['07-03', 'resolves', 'LA', '400.00', false],
      ['07-06', 'dispute', 'LA LB LD LF', '1600.00', false],
      ['07-10', 'resolves', 'LD', '400.00', false],
    ]);
  });

  test('what is over is lost', async () => {
    const { ends, claims } = await shown('2026-07-06T23:59:59');
    expect(claims.LA).toEqual(['matched', null, null, null, '0.00']);
    expect(claims.LB?.at(-1)).toBe('400.00');
    expect(claims.LD?.at(-1)).toBe('400.00');
    expect(claims.LE?.at(-1)).toBe('0.00');
    expect(ends).toEqual([
      ['06-15', 'reject', 'LC', '400.00', true],
      ['07-06', 'dispute', 'LB LD LF', '1200.00', true],
      ['07-10', 'resolves', 'LD', '400.00', false],
    ]);
    expect((await shown('2026-07-06T23:59:58')).claims.LB?.at(-1)).toBe('0.00');
  });

  test('of one moment: to reject, to dispute, then what resolves', async () => {
    const two = { ...given, invoice: [lead('LB', 'B', '400.00'), lead('LA', 'A', '400.00')] };
    const doc = await audit(two, { invoice: { dispute_within: '2 days' } }, { rules });
    expect(doc.deadlines.map((d) => [d.at.slice(5, 10), d.kind, d.claims.join(' ')])).toEqual([
      ['07-03', 'reject', 'LA'],
      ['07-03', 'dispute', 'LB LA'],
      ['07-03', 'resolves', 'LA'],
    ]);
  });

  test.each([
    ['accepted', '2026-06-30', 'overclaimed', '2026-07-03T23:59:59+00:00'],
    ['accepted', '2026-07-05', 'overclaimed', '2026-07-03T23:59:59+00:00'],
    ['review', '2026-07-05', 'overclaimed', '2026-07-03T23:59:59+00:00'],
    ['rejected', '2026-07-05', 'overclaimed', null],
  ])('a lead that is not billable anyway, where silence means %s, on %s', async (silence, asOf, outcome, reject) => {
    const own = {
      billable: HELD,
      qualification: { criteria: { employees: { min: '200' } } },
      acceptance: { window: '5 days', silence },
    };
    const small = { meetings: [held('A', '06-28', { employees: 9 })], invoice: [lead('LA', 'A', '400.00')] };
    const doc = await audit(small, {}, { rules: own }, { asOf });
    expect(claimsOf(doc, 'outcome', 'reject_by').LA).toEqual([outcome, reject]);
    // It is not owed, whoever rejects it.
    expect(doc.deadlines.filter((d) => d.kind === 'reject')).toEqual([]);
    const decision = [{ meeting_id: 'A', decision: 'accepted' as const, at: at('06-29') }];
    const decided = await audit({ ...small, decisions: decision }, {}, { rules: own }, { asOf });
    expect(claimsOf(decided, 'reject_by').LA).toEqual([null]);
  });

  test('an open claim that can be rejected no longer', async () => {
    const own = { billable: HELD, acceptance: { window: '5 days', silence: 'review' } };
    const one = { meetings: [held('A', '06-28')], invoice: [lead('LA', 'A', '400.00')] };
    const found = async (asOf: string) => {
      const doc = await audit(one, {}, { rules: own }, { asOf });
      return [claimsOf(doc, 'outcome', 'reject_by').LA, doc.deadlines.map((d) => d.kind)];
    };
    const end = '2026-07-03T23:59:59+00:00';
    expect(await found('2026-07-03T23:59:58')).toEqual([
      ['open', end],
      ['reject', 'resolves'],
    ]);
    expect(await found('2026-07-03T23:59:59')).toEqual([['open', end], []]);
    expect(await found('2026-07-05')).toEqual([['open', end], []]);
  });

  test('what a cap moved on is not lost by the day on which it counts', async () => {
    const two = { meetings: abc.slice(0, 2), invoice: [lead('LA', 'A', '400.00'), lead('LB', 'B', '400.00')] };
    const doc = await audit(two, { cap: { max: 1, over: 'next_period' } }, {}, { asOf: '2026-07-10' });
    expect(doc.deadlines.map((d) => [d.at.slice(5, 10), d.kind, d.claims.join(' '), d.over])).toEqual([
      ['07-01', 'resolves', 'LB', true],
    ]);
    expect(claimsOf(doc, 'outcome', 'lost').LB).toEqual(['open', '0.00']);
  });

  test('without a window of the clause, or without a receipt, there is none', async () => {
    const doc = await audit({ ...given, received: {} }, fees, { rules });
    expect(doc.deadlines.some((d) => d.kind === 'dispute')).toBe(false);
    const other = await audit(given, {}, { rules });
    expect(other.deadlines.some((d) => d.kind === 'dispute')).toBe(false);
  });
});

describe('what nothing answers says why', () => {
  const whys = async (invoice: Line[]) => claimsOf(await audit({ meetings: [held('007', '06-02')], invoice }), 'why');

  test('an id that no row has, and one that lost its zeros on the way', async () => {
    expect(await whys([lead('L1', '8', '400.00'), lead('L2', '7', '400.00')])).toMatchObject({
      L1: ['no drop row has this id'],
      L2: ['no drop row has this id; "007" differs in leading zeros alone'],
    });
  });

  test('a line without an id that no row is left for', async () => {
    const lines = [lead('L1', '007', '400.00'), line('L2', { amount: '400.00' })];
    expect(await whys(lines)).toMatchObject({
      L2: ['the line names no meeting, and no drop row is left that it could ask for'],
    });
  });

  test('money that comes back, also for a lead that the drops know', async () => {
    const lines = [lead('L1', '007', '-400.00'), line('L2', { kind: 'sla_credit', amount: '-50.00' })];
    const none = 'we have no credit and no adjustment that it answers';
    const fees = { sla: [{ clause: '8.1', metric: 'show_rate', at_least: '10%', credit: '50.00' }] };
    const doc = await audit({ meetings: [held('007', '06-02')], invoice: lines }, fees);
    expect(claimsOf(doc, 'why')).toMatchObject({ L1: [none], L2: [none] });
  });
});

test('a fee is shown as how much of what', async () => {
  const fees = {
    retainer: { clause: '7.5', amount: '900.00', per: 'month' },
    hours: { clause: '7.6', rate: '20.00', round: '15 minutes', direction: 'down' },
  };
  const sessions = [
    { agent: 'A17', login_at: at('06-02T09'), logout_at: at('06-02T12') },
    { agent: 'A17', login_at: at('07-02T09'), logout_at: at('07-02T12') },
  ];
  const invoice = [
    line('R', { kind: 'retainer', amount: '900.00' }),
    line('R2', { kind: 'retainer', amount: '900.00' }),
    line('H', { kind: 'hours', quantity: 4, unit_price: '20.00', amount: '80.00' }),
    line('S', { kind: 'setup', amount: '5.00' }),
  ];
  const doc = await audit({ meetings: abc, sessions, invoice }, fees, {}, { asOf: '2026-07-05' });
  expect(claimsOf(doc, 'our_quantity', 'our_unit_price', 'supported')).toMatchObject({
    R: [1, '900.00', '900.00'],
    R2: [0, null, '0.00'],
    H: [3, '20.00', '60.00'],
    S: [0, null, '0.00'],
  });
  expect(doc.buckets.filter(({ source }) => source === 'sessions')).toEqual([
    { source: 'sessions', bucket: 'evidence_used', rows: 1 },
    { source: 'sessions', bucket: 'out_of_period', rows: 1 },
  ]);
});

test('what was told of a closed month is not told again', async () => {
  const terms: Terms = { fees: { rates: RATES }, metrics: { show_rate: { tolerance: '1 pp' } } };
  const month = (label: string, id: string): Given => ({
    meetings: [held(id, `${label}-02`)],
    invoice: [lead('L1', id, '399.00', { period: `2026-${label}`, quantity: 1, unit_price: '400.00' })],
    reported_metrics: [{ metric: 'Show rate', value: '100 %', period: `2026-${label}` }],
  });
  const closings = await closed(terms, ['2026-05', month('05', 'A')]);
  const doc = await billed(terms, month('06', 'B'), { closings });
  expect(doc.findings.flatMap(({ code, message }) => (/line_arith|not_compared/.test(code) ? [message] : []))).toEqual([
    'L1: 1 x 400.00 is not 399.00',
  ]);
});
