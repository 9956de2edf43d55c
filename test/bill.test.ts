import { describe, expect, test } from 'vitest';
import { purseOf, toText } from '../src/price/money.ts';
import { at, billed, claimsOf, closed, held, linesOf, sowOf, type Terms } from './support/bills.ts';
import type { Given } from './support/judged.ts';

const T4 = { clause: '7.1', tiers: [{ price: '400.00' }] };
const STEPS = { clause: '7.1', tiers: [{ up_to: 2, price: '400.00' }, { price: '300.00' }] };
const HELD = { clause: '2.1', event: 'held' };
const minutes = (n: number): number => n * 60_000;

/** The lines of June under these fees. */
const lines = async (fees: object, given: Given, more: Partial<Terms> = {}, period = '2026-06') =>
  linesOf(await billed({ fees, ...more }, given, { period }));
/** Kind, chain and amount of each. */
const amounts = async (...given: Parameters<typeof lines>) =>
  (await lines(...given)).map(([kind, chain, amount]) => [kind, chain, amount].filter((x) => x !== null).join(' '));
const whys = async (...given: Parameters<typeof lines>) => (await lines(...given)).map((line) => line.at(-1));

const abc = { meetings: [held('A', '06-02'), held('B', '06-03'), held('C', '06-04')] };

describe('rates', () => {
  test('graduated: each unit at the price of its place, in order of recognition', async () => {
    expect(await lines({ rates: STEPS }, { meetings: [...abc.meetings].reverse() })).toEqual([
      ['lead', 'A', '400.00', '400.00', 1, '2026-06-02', '7.1', null, 'unit 1 of 2026-06'],
      ['lead', 'B', '400.00', '400.00', 1, '2026-06-03', '7.1', null, 'unit 2 of 2026-06'],
      ['lead', 'C', '300.00', '300.00', 2, '2026-06-04', '7.1', null, 'unit 3 of 2026-06'],
    ]);
  });

  test('of one moment: the booking first, then the natural id', async () => {
    const same = (id: string, booked: string, delivered?: string) =>
      held(id, '06-02', { booked_at: at(booked), ...(delivered && { delivered_at: at(delivered) }) });
    const three = [same('M10', '05-20'), same('M9', '05-20'), same('M1', '05-21')];
    // They are judged in order of delivery.
    const delivered = [same('M10', '05-20', '05-23'), same('M9', '05-20', '05-23'), same('M1', '05-21', '05-22')];
    for (const meetings of [three, [...three].reverse(), delivered])
      expect(await amounts({ rates: STEPS }, { meetings })).toEqual([
        'lead M9 400.00',
        'lead M10 400.00',
        'lead M1 300.00',
      ]);
  });

  test('volume: all units of the span at the price of the last', async () => {
    const may = held('Z', '05-20');
    expect(await lines({ rates: { ...STEPS, mode: 'volume' } }, { meetings: [may, ...abc.meetings] })).toEqual([
      ['lead', 'A', '300.00', '300.00', 2, '2026-06-02', '7.1', null, 'unit 1 of 2026-06'],
      ['lead', 'B', '300.00', '300.00', 2, '2026-06-03', '7.1', null, 'unit 2 of 2026-06'],
      ['lead', 'C', '300.00', '300.00', 2, '2026-06-04', '7.1', null, 'unit 3 of 2026-06'],
    ]);
    expect(await amounts({ rates: { ...STEPS, mode: 'volume' } }, { meetings: abc.meetings.slice(0, 2) })).toEqual([
      'lead A 400.00',
      'lead B 400.00',
    ]);
  });

  test.each([
    ['month', ['unit 1 of 2026-06', 'unit 2 of 2026-06', 'unit 3 of 2026-06']],
    ['quarter', ['unit 3 of 2026-Q2', 'unit 4 of 2026-Q2', 'unit 5 of 2026-Q2']],
    ['contract', ['unit 4 of the contract', 'unit 5 of the contract', 'unit 6 of the contract']],
  ])('the counter of a %s', async (per, wanted) => {
    const before = [held('X', '03-31'), held('Y', '04-01'), held('Z', '05-31')];
    expect(await whys({ rates: { ...STEPS, per } }, { meetings: [...before, ...abc.meetings] })).toEqual(wanted);
  });

  test('without rates a unit costs nothing, and says so', async () => {
    expect(await lines({}, { meetings: [held('A', '06-02')] })).toEqual([
      ['lead', 'A', '0.00', '0.00', null, '2026-06-02', null, null, 'the SOW names no price'],
    ]);
  });

  test('a class has a flat price and takes no place; a special price takes one', async () => {
    const rates = {
      ...STEPS,
      classes: { mql: '120.00' },
      when: [{ criteria: { employees: { min: '5000' } }, price: '600.00' }],
    };
    const given = {
      meetings: [
        held('A', '06-02', { channel: 'mql', employees: 9000 }),
        held('B', '06-03', { employees: 5000 }),
        held('C', '06-04', { channel: 'outbound', employees: 4999 }),
        held('D', '06-05', { channel: 'toString' }),
      ],
    };
    expect(await lines({ rates }, given)).toEqual([
      ['lead', 'A', '120.00', '120.00', null, '2026-06-02', '7.1', null, 'class mql'],
      ['lead', 'B', '600.00', '600.00', 1, '2026-06-03', '7.1', null, 'special price'],
      ['lead', 'C', '400.00', '400.00', 1, '2026-06-04', '7.1', null, 'unit 2 of 2026-06'],
      ['lead', 'D', '300.00', '300.00', 2, '2026-06-05', '7.1', null, 'unit 3 of 2026-06'],
    ]);
  });

  test('special prices look at cells and at named answers, which are texts, numbers, or yes and no', async () => {
    const when = [
      { criteria: { 'answers.budget': { in: ['yes'] } }, price: '500.00' },
      { criteria: { region: { in: ['west'] } }, price: '450.00' },
    ];
    const given = {
      meetings: [
        { ...held('A', '06-02'), answers: { budget: 'yes' } },
        held('B', '06-03', { region: 'West' }),
        held('C', '06-04'),
      ],
    };
    expect(await amounts({ rates: { ...T4, when } }, given)).toEqual([
      'lead A 500.00',
      'lead B 450.00',
      'lead C 400.00',
    ]);
  });

  test('a price by length: whole steps beyond the first, by the log where there is one', async () => {
    const rates = { per_duration: { first: '30 minutes', price: '65.00', then: '15 minutes', each: '10.00' } };
    const lasting = (id: string, day: string, n: number) => held(id, day, { ends_at: at(day) + minutes(n) });
    const meetings = [
      lasting('A', '06-02', 30),
      lasting('B', '06-03', 31),
      lasting('C', '06-04', 60),
      lasting('D', '06-05', 20),
    ];
    expect(await lines({ rates }, { meetings })).toEqual([
      ['lead', 'A', '65.00', '65.00', null, '2026-06-02', null, null, '30 min: 30 minutes and 0 x 15 minutes'],
      ['lead', 'B', '75.00', '75.00', null, '2026-06-03', null, null, '31 min: 30 minutes and 1 x 15 minutes'],
      ['lead', 'C', '85.00', '85.00', null, '2026-06-04', null, null, '60 min: 30 minutes and 2 x 15 minutes'],
      ['lead', 'D', '65.00', '65.00', null, '2026-06-05', null, null, '20 min: 30 minutes and 0 x 15 minutes'],
    ]);
    const visit = (email: string, n: number) => ({
      meeting_id: 'A',
      email,
      name: email,
      joined_at: at('06-02'),
      left_at: at('06-02') + minutes(n),
    });
    const attendance = [visit('of.a@a.example', 50), visit('x@client.example', 46)];
    const rules = { billable: HELD, attendance: {} };
    expect(await whys({ rates }, { meetings: [lasting('A', '06-02', 30)], attendance }, { rules })).toEqual([
      '46 min: 30 minutes and 2 x 15 minutes',
    ]);
  });

  test('amendments add up from their day of booking on, whatever their order', async () => {
    const effective = [
      { from: '2026-06-01', classes: { mql: '90.00' } },
      { from: '2026-05-20', tiers: [{ price: '350.00' }], classes: { mql: '100.00' } },
    ];
    const on = (id: string, day: string, booked: string, cells = {}) =>
      held(id, day, { booked_at: at(booked), ...cells });
    const given = {
      meetings: [
        on('A', '06-02', '05-19'),
        on('B', '06-03', '05-20T00'),
        on('C', '06-04', '06-01'),
        on('D', '06-05', '05-31', { channel: 'mql' }),
        on('E', '06-08', '06-01', { channel: 'mql' }),
      ],
    };
    for (const ordered of [effective, [...effective].reverse()])
      expect(
        (await lines({ rates: { ...STEPS, effective: ordered } }, given)).map((l) => [l[1], l[2], l.at(-1)]),
      ).toEqual([
        ['A', '400.00', 'unit 1 of 2026-06'],
        ['B', '350.00', 'unit 2 of 2026-06, rates from 2026-05-20'],
        ['C', '350.00', 'unit 3 of 2026-06, rates from 2026-06-01'],
        ['D', '100.00', 'class mql, rates from 2026-05-20'],
        ['E', '90.00', 'class mql, rates from 2026-06-01'],
      ]);
  });

  test('a lead that the client handed over bills in its class, one of cross-sell at the factor', async () => {
    const rules = {
      billable: HELD,
      attribution: { qualifying_touch: 'any', handover: { rate_class: 'mql' } },
      exclusions: { customers: { cross_sell: { products: ['C'], factor: '0.60' } } },
    };
    const given: Given = {
      meetings: [held('A', '06-02'), held('B', '06-03', { product: 'C' }), held('C', '06-04')],
      handovers: [{ email: 'of.a@a.example', at: at('05-20') }],
      customers: [{ domain: 'b.example', since: at('01-01'), product: 'A', sent_at: at('01-05') }],
    };
    const found = await lines({ rates: { ...STEPS, classes: { mql: '120.00' } } }, given, { rules });
    expect(found.map((l) => [l[1], l[2], l[3], l[4], l.at(-1)])).toEqual([
      ['A', '120.00', '120.00', null, 'class mql'],
      ['B', '240.00', '240.00', 1, 'unit 1 of 2026-06, cross-sell'],
      ['C', '400.00', '400.00', 1, 'unit 2 of 2026-06'],
    ]);
  });

  test('a chain closed by the client pays its share; held later with top_up the rest', async () => {
    const rules = { billable: HELD, client_reschedule: { notice: '24 hours', late_pays: '50%', top_up: true } };
    const given: Given = {
      meetings: [
        held('A', '06-02', { outcome: 'canceled_client', canceled_at: at('06-02T09') }),
        held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('06-03') }),
      ],
    };
    expect(await lines({ rates: STEPS }, given, { rules })).toEqual([
      ['lead', 'A', '200.00', '400.00', 1, '2026-06-02', '7.1', null, 'unit 1 of 2026-06, 200.00 of 400.00'],
      ['lead', 'A', '200.00', '400.00', null, '2026-06-10', '7.1', null, 'the rest of a chain paid in part'],
    ]);
    // The rest takes no place: what comes after it is the second and the third.
    const after = { meetings: [...(given.meetings ?? []), held('B', '06-12'), held('C', '06-15')] };
    expect((await amounts({ rates: STEPS }, after, { rules })).slice(2)).toEqual(['lead B 400.00', 'lead C 300.00']);
    const one = {
      meetings: (given.meetings ?? []).slice(0, 1),
      invoice: [{ line_id: 'L1', meeting_id: 'A', amount: '1.00' }],
    };
    const odd = await lines({ rates: { tiers: [{ price: '0.01' }] } }, one, { rules });
    // Half a cent is rounded up to the price: nothing is left to say.
    expect(odd.map((l) => l.at(-1))).toEqual(['unit 1 of 2026-06']);
    const dear = await lines({ rates: { tiers: [{ price: '4000.00' }] } }, one, { rules });
    expect(dear.map((l) => l.at(-1))).toEqual(['unit 1 of 2026-06, 2,000.00 of 4,000.00']);
    // Over the cap the rest is unpaid as well.
    const capped = await lines({ rates: STEPS, cap: { max: 0 } }, given, { rules });
    expect(capped.map((l) => [l[0], l[2], l[5]])).toEqual([
      ['over_cap', '0.00', '2026-06-02'],
      ['over_cap', '0.00', '2026-06-10'],
    ]);
  });
});

describe('the rest of a chain paid in part', () => {
  const acceptance = { window: '30 days', silence: 'accepted' };
  const client_reschedule = { notice: '24 hours', late_pays: '75%', top_up: true };
  const meetings = [
    held('A', '06-02', { outcome: 'canceled_client', canceled_at: at('06-02T09') }),
    held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('06-03') }),
  ];
  test.each([
    ['accepted', '2026-06-20', '2026-06-20'],
    ['delivered', '2026-05-26', '2026-06-10'],
    ['held', '2026-06-02', '2026-06-10'],
  ])('recognized when %s is paid with the first part or after it', async (recognized, first, rest) => {
    const rules = { billable: { ...HELD, recognized }, acceptance, client_reschedule };
    const decisions = [{ meeting_id: 'A', decision: 'accepted' as const, at: at('06-20') }];
    const found = await lines({ rates: T4 }, { meetings, decisions }, { rules }, '2026-05-01..2026-06-30');
    expect(found.map((l) => [l[2], l[5]])).toEqual([
      ['300.00', first],
      ['100.00', rest],
    ]);
  });
});

describe('cap, replacements and their order', () => {
  test('beyond the cap is unpaid, at the price that it would have had', async () => {
    expect(await lines({ rates: STEPS, cap: { clause: '7.3', max: 2 } }, abc)).toEqual([
      ['lead', 'A', '400.00', '400.00', 1, '2026-06-02', '7.1', null, 'unit 1 of 2026-06'],
      ['lead', 'B', '400.00', '400.00', 1, '2026-06-03', '7.1', null, 'unit 2 of 2026-06'],
      ['over_cap', 'C', '0.00', '400.00', null, '2026-06-04', '7.3', null, 'over the cap of 2 a month'],
    ]);
    expect((await lines({ rates: STEPS, cap: { max: 0 } }, abc))[0]?.[6]).toBe(null);
  });

  test.each([
    ['month', 1, ['over_cap B', 'over_cap C']],
    ['quarter', 3, ['over_cap B', 'over_cap C']],
    ['contract', 4, ['over_cap B', 'over_cap C']],
  ])('a cap a %s', async (per, max, over) => {
    const before = [held('X', '03-31'), held('Y', '04-01'), held('Z', '05-31')];
    const found = await lines({ rates: T4, cap: { max, per } }, { meetings: [...before, ...abc.meetings] });
    expect(found.flatMap(([kind, chain]) => (kind === 'over_cap' ? [`${kind} ${chain}`] : []))).toEqual(over);
  });

  test.each([
    ['month', '2026-07', ['lead B 400.00', 'over_cap D 0.00']],
    ['month', '2026-08', ['lead D 400.00']],
    ['quarter', '2026-07', ['lead B 400.00', 'over_cap D 0.00']],
    ['quarter', '2026-10', ['lead D 400.00']],
  ])('what a cap a %s moves on is counted first there: %s', async (per, period, wanted) => {
    const meetings = [held('A', '06-02'), held('B', '06-03'), held('D', '07-01')];
    const cap = { max: 1, per, over: 'next_period' };
    expect(await amounts({ rates: T4, cap }, { meetings }, {}, period)).toEqual(wanted);
  });

  test('from the first month of a quarter to the next quarter, from its first day on', async () => {
    const meetings = [held('A', '04-07'), held('B', '04-08')];
    const cap = { max: 1, per: 'quarter', over: 'next_period' };
    const on = async (period: string, asOf?: string) =>
      linesOf(
        await billed(
          { fees: { rates: T4, cap } },
          { meetings, invoice: [{ line_id: 'L', meeting_id: 'B', period, amount: '1.00' }] },
          { period, ...(asOf && { asOf }) },
        ),
      ).map(([kind, chain, , , , day]) => [kind, chain, day]);
    expect(await on('2026-05')).toEqual([]);
    expect(await on('2026-07', '2026-06-30')).toEqual([]);
    expect(await on('2026-07', '2026-07-01T00:00')).toEqual([['lead', 'B', '2026-07-01']]);
  });

  test('what is moved on takes its tier place on its day, after all before it', async () => {
    const meetings = [held('A', '06-02'), held('B', '06-03'), held('R', '06-10', { replaces: 'OLD' })];
    const fees = {
      rates: { ...STEPS, per: 'contract' },
      cap: { max: 1, over: 'next_period' },
      replacement: { price: '50.00', consumes: ['tier'] },
    };
    expect((await lines(fees, { meetings }, {}, '2026-07')).map((l) => [l[1], l[2], l.at(-1)])).toEqual([
      ['B', '300.00', 'unit 3 of the contract'],
    ]);
  });

  test('a chain billed in parts is moved on as a whole', async () => {
    const rules = { billable: HELD, client_reschedule: { notice: '24 hours', late_pays: '50%', top_up: true } };
    const meetings = [
      held('A', '06-02'),
      held('B', '06-03', { outcome: 'canceled_client', canceled_at: at('06-03T09') }),
      held('B2', '06-10', { previous_id: 'B', email: 'of.b@b.example', booked_at: at('06-04') }),
    ];
    const cap = { max: 1, over: 'next_period' };
    expect(await amounts({ rates: T4, cap }, { meetings }, { rules })).toEqual([
      'lead A 400.00',
      'over_cap B 0.00',
      'over_cap B 0.00',
    ]);
    expect(await amounts({ rates: T4, cap }, { meetings }, { rules }, '2026-07')).toEqual([
      'lead B 200.00',
      'lead B 200.00',
    ]);
  });

  test('what is moved on waits for its day, and a contract has no next', async () => {
    const cap = { clause: '7.3', max: 2, over: 'next_period' };
    const invoice = ['A', 'B', 'C'].map((meeting_id) => ({
      line_id: `L${meeting_id}`,
      meeting_id,
      period: '2026-06',
      amount: '400.00',
    }));
    const doc = await billed({ fees: { rates: T4, cap } }, { ...abc, invoice });
    expect(claimsOf(doc, 'outcome', 'verdict', 'reason', 'clause', 'resolves_at', 'needs', 'supported')).toEqual({
      LA: ['matched', 'billable', 'held', '2.1', null, [], '400.00'],
      LB: ['matched', 'billable', 'held', '2.1', null, [], '400.00'],
      LC: ['open', 'pending', 'over_cap', '7.3', '2026-07-01T00:00:00+00:00', [], '0.00'],
    });
    expect(doc.chains.find((c) => c.id === 'C')).toMatchObject({
      verdict: 'pending',
      resolves_at: '2026-07-01T00:00:00+00:00',
    });
    const whole = await billed({ fees: { rates: T4, cap: { ...cap, per: 'contract' } } }, { ...abc, invoice });
    expect(claimsOf(whole, 'outcome', 'verdict', 'reason', 'clause', 'resolves_at').LC).toEqual([
      'overclaimed',
      'not_billable',
      'over_cap',
      '7.3',
      null,
    ]);
  });

  test('a replacement costs its price and takes no place', async () => {
    const meetings = [held('A', '06-02', { replaces: 'OLD' }), ...abc.meetings.slice(1), held('D', '06-05')];
    const replacement = { clause: '7.4', price: '50.00' };
    expect(await lines({ rates: STEPS, replacement }, { meetings })).toEqual([
      ['replacement', 'A', '50.00', '50.00', null, '2026-06-02', '7.4', null, 'replaces OLD'],
      ['lead', 'B', '400.00', '400.00', 1, '2026-06-03', '7.1', null, 'unit 1 of 2026-06'],
      ['lead', 'C', '400.00', '400.00', 1, '2026-06-04', '7.1', null, 'unit 2 of 2026-06'],
      ['lead', 'D', '300.00', '300.00', 2, '2026-06-05', '7.1', null, 'unit 3 of 2026-06'],
    ]);
    // Without the clause, or for a lead that was seen, it is a lead like any other.
    expect(await amounts({ rates: STEPS }, { meetings })).toEqual([
      'lead A 400.00',
      'lead B 400.00',
      'lead C 300.00',
      'lead D 300.00',
    ]);
    const seen = { meetings: [held('B', '06-01'), held('A', '06-02', { replaces: 'B' })] };
    expect(await amounts({ rates: STEPS, replacement }, seen)).toEqual(['lead B 400.00', 'lead A 400.00']);
  });

  test.each([
    [['replacement', 'cap', 'tier'], [], ['replacement A', 'lead B 400.00', 'lead C 400.00', 'over_cap D']],
    [['replacement', 'cap', 'tier'], ['cap'], ['replacement A', 'lead B 400.00', 'over_cap C', 'over_cap D']],
    [['replacement', 'cap', 'tier'], ['tier'], ['replacement A', 'lead B 400.00', 'lead C 300.00', 'over_cap D']],
    [['cap', 'replacement', 'tier'], [], ['replacement A', 'lead B 400.00', 'over_cap C', 'over_cap D']],
    [['cap', 'tier', 'replacement'], [], ['replacement A', 'lead B 400.00', 'over_cap C', 'over_cap D']],
    [['tier', 'replacement', 'cap'], [], ['replacement A', 'lead B 400.00', 'lead C 300.00', 'over_cap D']],
  ])('%j, taking %j', async (order, consumes, wanted) => {
    const meetings = [held('A', '06-02', { replaces: 'OLD' }), ...abc.meetings.slice(1), held('D', '06-05')];
    const fees = { order, rates: STEPS, replacement: { price: '0.00', consumes }, cap: { max: 2 } };
    const found = await lines(fees, { meetings });
    expect(found.map((l) => (l[0] === 'lead' ? `${l[0]} ${l[1]} ${l[2]}` : `${l[0]} ${l[1]}`))).toEqual(wanted);
  });
});

describe('fees of a period', () => {
  const none: Given = {
    meetings: [held('Z', '07-01', { outcome: 'scheduled' })],
    invoice: [{ line_id: 'L1', period: '2026-06', kind: 'lead', meeting_id: 'Z', amount: '1.00' }],
  };
  const fixed = async (fees: object, period = '2026-06', sow: object = {}, rules?: object) =>
    (
      await billed(
        { fees, sow, ...(rules && { rules }) },
        { ...none, invoice: [{ line_id: 'L1', period, meeting_id: 'Z', amount: '1.00' }] },
        { period },
      )
    ).lines.map((l) => [l.kind, l.amount, l.unit_price, l.quantity, l.recognized, l.clause, l.why]);

  test.each([
    ['2026-06', {}, [['retainer', '620.00', '620.00', 1, '2026-06-30', '7.5', '2026-06']]],
    [
      '2026-06',
      { starts: '2026-06-21' },
      [['retainer', '206.67', '206.67', 1, '2026-06-30', '7.5', '2026-06: 620.00 x 10 / 30 days']],
    ],
    [
      '2026-06',
      { ends: '2026-06-10' },
      [['retainer', '206.67', '206.67', 1, '2026-06-10', '7.5', '2026-06: 620.00 x 10 / 30 days']],
    ],
    [
      '2026-06',
      { starts: '2026-06-30', ends: '2026-06-30' },
      [['retainer', '20.67', '20.67', 1, '2026-06-30', '7.5', '2026-06: 620.00 x 1 / 30 days']],
    ],
    ['2026-06', { starts: '2026-07-01' }, []],
    ['2026-06', { ends: '2026-05-31' }, []],
    [
      '2026-06',
      { starts: '2026-01-05', ends: '2026-12-31' },
      [['retainer', '620.00', '620.00', 1, '2026-06-30', '7.5', '2026-06']],
    ],
    ['2026-05-10..2026-06-09', {}, [['retainer', '620.00', '620.00', 1, '2026-05-31', '7.5', '2026-05']]],
    [
      '2026-Q2',
      { starts: '2026-05-01' },
      [
        ['retainer', '620.00', '620.00', 1, '2026-05-31', '7.5', '2026-05'],
        ['retainer', '620.00', '620.00', 1, '2026-06-30', '7.5', '2026-06'],
      ],
    ],
  ])('a retainer a month in %s, %j', async (period, sow, wanted) => {
    expect(await fixed({ retainer: { clause: '7.5', amount: '620.00' } }, period, sow)).toEqual(wanted);
  });

  test.each([
    ['thirty_days', { starts: '2026-05-17' }, '2026-05', '310.00', '2026-05: 620.00 x 15 / 30 days'],
    ['thirty_days', { starts: '2026-05-02' }, '2026-05', '620.00', '2026-05: 620.00 x 30 / 30 days'],
    ['thirty_days', {}, '2026-05', '620.00', '2026-05'],
    ['none', { starts: '2026-05-17' }, '2026-05', '620.00', '2026-05'],
    ['actual_days', { starts: '2026-05-17' }, '2026-05', '300.00', '2026-05: 620.00 x 15 / 31 days'],
  ])('prorated by %s, %j', async (prorate, sow, period, amount, why) => {
    const [line] = await fixed({ retainer: { amount: '620.00', prorate } }, period, sow);
    expect([line?.[1], line?.[5], line?.[6]]).toEqual([amount, null, why]);
  });

  // 15 days of May, the 30 of June; and of Q1 14 days of February and the 30 of March.
  test.each([
    ['2026-06', { starts: '2026-05-17' }, '310.00', '2026-Q2: 620.00 x 45 / 90 days'],
    ['2026-06', { starts: '2026-05-17', ends: '2026-06-15' }, '206.67', '2026-Q2: 620.00 x 30 / 90 days'],
    ['2026-03', { starts: '2026-02-15' }, '303.11', '2026-Q1: 620.00 x 44 / 90 days'],
    ['2026-06', {}, '620.00', '2026-Q2'],
  ])('a quarter of months of thirty days in %s, %j', async (period, sow, amount, why) => {
    const [line] = await fixed({ retainer: { amount: '620.00', per: 'quarter', prorate: 'thirty_days' } }, period, sow);
    expect([line?.[1], line?.[6]]).toEqual([amount, why]);
  });

  test.each([
    ['quarter', '2026-06', { starts: '2026-05-01' }, [['2026-06-30', '416.27', '2026-Q2: 620.99 x 61 / 91 days']]],
    ['quarter', '2026-05', {}, []],
    ['quarter', '2026-12', {}, [['2026-12-31', '620.99', '2026-Q4']]],
    ['quarter', '2026-03', {}, [['2026-03-31', '620.99', '2026-Q1']]],
    ['quarter', '2026-05', { ends: '2026-05-15' }, [['2026-05-15', '307.08', '2026-Q2: 620.99 x 45 / 91 days']]],
    ['contract', '2026-06', { starts: '2026-01-01', ends: '2026-06-30' }, [['2026-06-30', '620.99', 'contract']]],
    ['contract', '2026-06', { ends: '2026-06-30' }, [['2026-06-30', '620.99', 'contract']]],
    ['contract', '2026-05', { starts: '2026-01-01', ends: '2026-06-30' }, []],
    ['contract', '2026-06', { starts: '2026-01-01' }, []],
  ])('a retainer a %s in %s, %j', async (per, period, sow, wanted) => {
    const found = await fixed({ retainer: { amount: '620.99', per } }, period, sow);
    expect(found.map((l) => [l[4], l[1], l[6]])).toEqual(wanted);
  });

  test('a given notice ends the term before its last day', async () => {
    const rules = {
      billable: HELD,
      termination: { notice: '10 days', received: '2026-06-01T12:00', after_hours: 'same' },
    };
    const found = await fixed({ retainer: { amount: '300.00' } }, '2026-06', { ends: '2026-12-31' }, rules);
    expect(found.map((l) => [l[4], l[1]])).toEqual([['2026-06-11', '110.00']]);
  });

  test('the setup fee falls due once, on the first day of the term', async () => {
    const setup = { clause: '7.6', amount: '500.00' };
    expect(await fixed({ setup }, '2026-06', { starts: '2026-06-15' })).toEqual([
      ['setup', '500.00', '500.00', 1, '2026-06-15', '7.6', 'in the first period'],
    ]);
    expect((await fixed({ setup: { amount: '500.00' } }, '2026-06', { starts: '2026-06-01' }))[0]?.[5]).toBe(null);
    expect(await fixed({ setup }, '2026-06', { starts: '2026-05-31' })).toEqual([]);
  });

  describe('minimum', () => {
    const short = async (minimum: object, given: Given = abc, more: Partial<Terms> = {}, period = '2026-06') =>
      (
        await lines({ rates: STEPS, ...('fees' in more ? (more.fees as object) : {}), minimum }, given, more, period)
      ).filter(([kind]) => kind === 'shortfall');
    test.each([
      [{ amount: '1100.00' }, []],
      [
        { clause: '7.7', amount: '1100.01' },
        [['shortfall', null, '0.01', '0.01', null, '2026-06-30', '7.7', null, '1,100.00 of a minimum of 1,100.01']],
      ],
      [{ units: 3 }, []],
      [
        { units: 5 },
        [['shortfall', null, '800.00', '800.00', null, '2026-06-30', null, null, '2 of 5 units short at 400.00']],
      ],
    ])('%j', async (minimum, wanted) => {
      expect(await short(minimum)).toEqual(wanted);
    });
    test('counts leads of its span, paid ones alone, no replacements', async () => {
      const meetings = [
        held('Y', '04-01'),
        held('Z', '07-01'),
        held('R', '06-01', { replaces: 'OLD' }),
        ...abc.meetings,
      ];
      const given = { meetings };
      const more = { replacement: { price: '90.00' }, cap: { max: 2 } };
      const found = async (minimum: object) =>
        (await lines({ rates: STEPS, ...more, minimum }, given)).flatMap((l) =>
          l[0] === 'shortfall' ? [l.at(-1)] : [],
        );
      expect(await found({ amount: '1000.00' })).toEqual(['800.00 of a minimum of 1,000.00']);
      expect(await found({ amount: '2000.00', per: 'quarter' })).toEqual(['1,200.00 of a minimum of 2,000.00']);
      expect(await found({ units: 4 })).toEqual(['2 of 4 units short at 400.00']);
      expect(await found({ units: 4, per: 'quarter' })).toEqual(['1 of 4 units short at 400.00']);
    });
    test('is prorated for a partial term, units down', async () => {
      const sow = { starts: '2026-05-01', ends: '2026-06-20' };
      expect((await short({ amount: '3000.00' }, abc, { sow }))[0]?.at(-1)).toBe('1,100.00 of a minimum of 2,000.00');
      expect((await short({ units: 7 }, abc, { sow }))[0]?.at(-1)).toBe('1 of 4 units short at 400.00');
      expect(await short({ units: 5 }, abc, { sow })).toEqual([]);
    });
    test('a chain billed in parts is one unit', async () => {
      const rules = { billable: HELD, client_reschedule: { notice: '24 hours', late_pays: '50%', top_up: true } };
      const meetings = [
        held('A', '06-02', { outcome: 'canceled_client', canceled_at: at('06-02T09') }),
        held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('06-03') }),
      ];
      expect((await short({ units: 2 }, { meetings }, { rules }))[0]?.at(-1)).toBe('1 of 2 units short at 400.00');
    });
    test('is not due before the end of its span', async () => {
      expect(
        await short({ amount: '9000.00', per: 'quarter' }, { meetings: [held('A', '05-20')] }, {}, '2026-05'),
      ).toEqual([]);
      expect(await short({ amount: '9000.00', per: 'contract' })).toEqual([]);
    });
  });

  describe('hours', () => {
    const session = (agent: string, from: string, to: string, code?: string) => ({
      agent,
      login_at: at(from),
      logout_at: at(to),
      code,
    });
    const worked = async (hours: object, sessions: Given['sessions'] = []) =>
      (await billed({ fees: { hours: { rate: '32.00', ...hours } } }, { ...none, sessions })).lines.map((l) => [
        l.kind,
        l.quantity,
        l.unit_price,
        l.amount,
        l.recognized,
        l.clause,
        l.why,
      ]);
    const min = (day: string, h: number, m: number): number =>
      Date.parse(`2026-${day}T00:00:00Z`) + h * 3_600_000 + m * 60_000;

    test('are the union of sessions of an agent and day', async () => {
      const sessions = [
        session('a', '06-02T09', '06-02T12'),
        session('a', '06-02T11', '06-02T13'),
        session('b', '06-02T11', '06-02T13'),
        session('a', '06-03T09', '06-03T10'),
        session('a', '05-31T09', '05-31T10'),
        session('a', '06-04T12', '06-04T11'),
      ];
      expect(await worked({ clause: '7.6' }, sessions)).toEqual([
        ['hours', 7, '32.00', '224.00', '2026-06-30', '7.6', '7 h of 4 agent-days'],
      ]);
      expect(await worked({}, [session('a', '06-04T12', '06-04T12')])).toEqual([]);
      expect(await worked({}, [])).toEqual([]);
      const [open] = await worked({}, [
        { agent: 'a', login_at: at('06-02T09') },
        { agent: 'a', logout_at: at('06-02T09') },
        session('a', '06-02T10', '06-02T11'),
      ]);
      expect(open?.slice(1, 2)).toEqual([1]);
      expect(open?.[5]).toBe(null);
    });

    test('without codes that are not billed', async () => {
      const sessions = [
        session('a', '06-02T09', '06-02T13'),
        session('a', '06-02T10', '06-02T11', ' Training '),
        session('a', '06-02T12', '06-02T13', 'calls'),
      ];
      expect((await worked({ non_billable: ['TRAINING '] }, sessions))[0]?.[1]).toBe(3);
      expect((await worked({ non_billable: ['lunch'] }, sessions))[0]?.[1]).toBe(4);
    });

    test.each([
      ['down', 1.75, '56.00'],
      ['up', 2.25, '72.00'],
      ['nearest', 2, '64.00'],
    ])('rounded %s, agent by agent and day by day', async (direction, quantity, amount) => {
      const sessions = [
        { agent: 'a', login_at: min('06-02', 9, 0), logout_at: min('06-02', 10, 7) },
        { agent: 'a', login_at: min('06-03', 9, 0), logout_at: min('06-03', 9, 53) },
      ];
      const [line] = await worked({ round: '15 minutes', direction }, sessions);
      expect(line).toEqual([
        'hours',
        quantity,
        '32.00',
        amount,
        '2026-06-30',
        null,
        `${quantity} h of 2 agent-days, rounded ${direction} to 15 minutes`,
      ]);
    });

    test('of a SOW without a price for them are not billed', async () => {
      const sessions = [session('a', '06-02T09', '06-02T12')];
      expect((await billed({ fees: {} }, { ...none, sessions })).lines).toEqual([]);
    });

    test('are told to four digits', async () => {
      const [line] = await worked({}, [{ agent: 'a', login_at: min('06-02', 9, 0), logout_at: min('06-02', 9, 10) }]);
      expect(line?.slice(1, 4)).toEqual([0.1667, '32.00', '5.33']);
    });
  });

  test.each([
    ['10%', 'invoice', [['tax', '80.10', '10% of 801.00']]],
    ['8.25%', 'invoice', [['tax', '66.08', '8.25% of 801.00']]],
    ['20.0%', 'line', [['tax', '160.20', '20% of 801.00, line by line']]],
    ['0.5%', 'line', [['tax', '4.00', '0.5% of 801.00, line by line']]],
    ['0.5%', 'invoice', [['tax', '4.01', '0.5% of 801.00']]],
    ['0%', 'invoice', []],
  ])('tax of %s by %s', async (rate, basis, wanted) => {
    const fees = { rates: { tiers: [{ price: '400.50' }] }, tax: { clause: '9', rate, basis } };
    const found = await lines(fees, { meetings: abc.meetings.slice(0, 2) });
    expect(found.slice(2).map((l) => [l[0], l[2], l.at(-1)])).toEqual(wanted);
    for (const line of found.slice(2)) expect([line[5], line[6]]).toEqual(['2026-06-30', '9']);
  });

  test('tax is of everything: leads, fees, credits', async () => {
    const fees = {
      rates: T4,
      retainer: { amount: '100.00' },
      sla: [{ metric: 'show_rate', at_least: '99%', credit: '50.00' }],
      tax: { rate: '10%' },
    };
    const given = { meetings: [...abc.meetings, held('N', '06-05', { outcome: 'no_show_prospect' })] };
    const found = await lines(fees, given, { metrics: { show_rate: { tolerance: '1 pp' } } });
    expect(found.at(2)?.[0]).toBe('lead');
    expect(found.slice(3).map((l) => [l[0], l[2], l[6], l.at(-1)])).toEqual([
      ['retainer', '100.00', null, '2026-06'],
      ['tax', '125.00', null, '10% of 1,250.00'],
      ['sla_credit', '-50.00', null, 'show_rate 75%, the clause asks for at least 99%'],
    ]);
  });
});

describe('credits', () => {
  const four = { meetings: [...abc.meetings, held('N', '06-05', { outcome: 'no_show_prospect' }), held('Z', '05-20')] };
  const metrics = { show_rate: { tolerance: '1 pp' } };
  const credits = async (fees: object, given: Given = four, more: Partial<Terms> = { metrics }) =>
    (await lines({ rates: T4, ...fees }, given, more)).filter(([kind]) => kind !== 'lead' && kind !== 'retainer');

  test.each([
    [{ at_least: '75%', credit: '300.00' }, []],
    [{ at_least: '75.1%', credit: '300.00' }, ['-300.00', 'show_rate 75%, the clause asks for at least 75.1%']],
    [{ at_most: '75%', credit: '300.00' }, []],
    [{ at_most: '74%', credit: '300.00' }, ['-300.00', 'show_rate 75%, the clause asks for at most 74%']],
    [
      { at_least: '80%', credit: '5%', of: 'retainer' },
      ['-50.00', 'show_rate 75%, the clause asks for at least 80% (5% of 1,000.00)'],
    ],
    [
      { at_least: '80%', credit: '5%', of: 'period_fees' },
      ['-110.00', 'show_rate 75%, the clause asks for at least 80% (5% of 2,200.00)'],
    ],
    [{ at_least: '80%', credit: '0.50' }, ['-0.50', 'show_rate 75%, the clause asks for at least 80%']],
  ])('a service level %j', async (sla, wanted) => {
    const found = await credits({
      retainer: { amount: '1000.00' },
      sla: [{ clause: '8.1', metric: 'show_rate', ...sla }],
    });
    expect(found.flatMap((l) => [l[2], l.at(-1)])).toEqual(wanted);
    for (const line of found)
      expect(line.slice(0, 2).concat(line.slice(5, 7))).toEqual(['sla_credit', null, '2026-06-30', '8.1']);
  });

  test('a share of the retainer is of no other fee; without a figure nothing is missed', async () => {
    const sla = [{ metric: 'show_rate', at_least: '80%', credit: '5%', of: 'retainer' }];
    const fees = { retainer: { amount: '1000.00' }, hours: { rate: '10.00' }, minimum: { amount: '5000.00' }, sla };
    const sessions = [{ agent: 'a', login_at: at('06-02T09'), logout_at: at('06-02T11') }];
    expect((await credits(fees, { ...four, sessions })).flatMap((l) => (l[0] === 'sla_credit' ? [l[2]] : []))).toEqual([
      '-50.00',
    ]);
    const future = [held('F', '07-02', { outcome: 'scheduled' })];
    const invoice = [{ line_id: 'L', meeting_id: 'F', period: '2026-06', amount: '1.00' }];
    for (const limit of [{ at_least: '80%' }, { at_most: '80%' }])
      expect(
        await credits({ sla: [{ metric: 'show_rate', credit: '1.00', ...limit }] }, { meetings: future, invoice }),
      ).toEqual([]);
  });

  test('a service level is measured by the verified figure, and not at all without a figure', async () => {
    const sla = [{ metric: 'show_rate', at_least: '75%', credit: '300.00' }];
    const crm = ['B', 'C'].map((id) => ({
      id: `K${id}`,
      meeting_id: id,
      starts_at: at(id === 'B' ? '06-03' : '06-04'),
      email: `of.${id.toLowerCase()}@${id.toLowerCase()}.example`,
      outcome: 'no_show_prospect',
    }));
    expect((await credits({ sla }, { ...four, crm }))[0]?.at(-1)).toBe(
      'show_rate 25%, the clause asks for at least 75%',
    );
    expect(
      await credits({ sla: [{ metric: 'connect_rate', at_least: '75%', credit: '300.00' }] }, four, {
        metrics: { ...metrics, connect_rate: { tolerance: 'exact' } },
      }),
    ).toEqual([]);
  });

  test.each([
    ['07-01T12', 'day', {}, []],
    ['07-03T00', 'day', {}, ['-50.00', 'the report came 1 day late']],
    ['07-06T09', 'day', {}, ['-200.00', 'the report came 4 days late']],
    ['07-06T09', 'business day', {}, ['-100.00', 'the report came 2 business days late']],
    ['07-06T09', 'day', { max: '200.00' }, ['-200.00', 'the report came 4 days late']],
    ['07-06T09', 'day', { max: '120.00' }, ['-120.00', 'the report came 4 days late, at most 120.00']],
    ['07-04T09', 'business day', {}, ['-50.00', 'the report came 1 business day late']],
  ])('a report of %s, by %s, %j', async (came, per, more, wanted) => {
    const fees = { late_report: { clause: '8.3', per, credit: '50.00', ...more } };
    const rules = { billable: HELD, reporting: { due: '2 days' } };
    const found = await credits(fees, { ...abc, received: { 'meetings.csv': at(came) } }, { rules });
    expect(found.flatMap((l) => [l[2], l.at(-1)])).toEqual(wanted);
    for (const line of found)
      expect(line.slice(0, 2).concat(line.slice(5, 7))).toEqual(['late_report_credit', null, '2026-06-30', '8.3']);
    expect(await credits({}, { ...abc, received: { 'meetings.csv': at(came) } }, { rules })).toEqual([]);
  });

  test('a report on the weekend after a business day is due costs nothing by business days', async () => {
    const fees = { late_report: { per: 'business day', credit: '50.00' } };
    const rules = { billable: HELD, reporting: { due: '3 days' } };
    // Due on Friday, 3 July; it came on Saturday.
    expect(await credits(fees, { ...abc, received: { 'meetings.csv': at('07-04T09') } }, { rules })).toEqual([]);
  });

  test('a rejected lead is in the rates of the month in which it would have been paid', async () => {
    const rules = {
      billable: HELD,
      acceptance: { clause: '4.1', window: '5 days', starts: 'held', silence: 'accepted' },
    };
    const meetings = [held('A', '06-02'), held('B', '06-03')];
    const decisions = [{ meeting_id: 'B', decision: 'rejected', reason: 'title', at: at('06-04') }];
    const doc = await billed({ fees: { rates: T4 }, rules }, { meetings, decisions }, { period: '2026-06' });
    // Both were booked in May.
    expect(
      doc.metrics.flatMap(({ id, count, per }) => (/^(acceptance|rejection)_rate/.test(id) ? [[id, count, per]] : [])),
    ).toEqual([
      ['acceptance_rate', 1, 2],
      ['rejection_rate', 1, 2],
    ]);
  });

  describe('clawback', () => {
    const fees = { clawback: { clause: '7.8', when: 'opportunity_lost', within: '30 days', share: '50%' } };
    const rules = { billable: HELD };
    const lost = (stage: string | undefined, closed: string | undefined, lead = 'A') => [
      {
        id: 'O1',
        lead_id: lead,
        email: 'of.a@a.example',
        domain: 'a.example',
        stage,
        created_at: at('05-20'),
        ...(closed ? { closed_at: at(closed) } : {}),
      },
    ];
    const back = async (
      opportunities: Given['opportunities'],
      meetings = [held('A', '06-02'), held('B', '06-03')],
      more: object = fees,
    ) =>
      (await lines({ rates: T4, ...more }, { meetings, opportunities: opportunities ?? [] }, { rules })).filter(
        ([kind]) => kind === 'clawback',
      );

    test('takes a share of what is lost soon enough', async () => {
      expect(await back(lost('Closed_Lost', '06-20'))).toEqual([
        [
          'clawback',
          'A',
          '-200.00',
          '-200.00',
          null,
          '2026-06-20',
          '7.8',
          null,
          'A: recognized on 2026-06-02, opportunity lost on 2026-06-20',
        ],
      ]);
      expect(await back(lost('lost', '06-20'), undefined, { clawback: { ...fees.clawback, share: '0%' } })).toEqual([]);
      expect(await back(lost('lost', '06-20'), undefined, {})).toEqual([]);
    });
    test.each([
      ['lost', undefined],
      ['won', '06-20'],
      ['lostness', '06-20'],
      [undefined, '06-20'],
      ['lost', '05-31'],
      ['lost', '07-01'],
    ])('nothing for %s on %s', async (stage, closed) => {
      expect(await back(lost(stage, closed))).toEqual([]);
    });
    test('by the stage that has a day', async () => {
      const twice = [...lost('lost', undefined), ...lost('lost', '06-20')].map((o, i) => ({ ...o, id: `O${i}` }));
      expect(await back(twice)).toHaveLength(1);
    });
    test('by the day of the stage where none of the closing is known, and never in silence without either', async () => {
      const [sold] = lost('lost', undefined);
      const staged = [{ ...sold, stage_at: at('06-21') }] as Given['opportunities'];
      expect((await back(staged))[0]?.at(-1)).toBe('A: recognized on 2026-06-02, opportunity lost on 2026-06-21');
      expect(await back([{ ...sold, stage_at: at('07-02') }] as Given['opportunities'])).toEqual([]);
      const idle = async (opportunities: Given['opportunities'], more: object = fees) =>
        (
          await billed(
            { fees: { rates: T4, ...more }, rules },
            { meetings: [held('A', '06-02')], opportunities: opportunities ?? [] },
            { period: '2026-06' },
          )
        ).not_checked.filter(({ rule }) => rule === 'fees.clawback');
      expect(await idle(lost('lost', undefined))).toEqual([
        {
          rule: 'fees.clawback',
          why: 'nothing shows on which day 1 opportunity was lost: map closed_at or stage_at',
        },
      ]);
      const unsaid = [
        {
          rule: 'fees.clawback',
          why: 'nothing shows whether 1 closed opportunity was lost: map deal_status or is_won',
        },
      ];
      const parked = { ...sold, stage: 'parked', created_at: at('06-05') };
      expect(await idle([{ ...parked, closed_at: at('06-20') }] as Given['opportunities'])).toEqual(unsaid);
      expect(await idle([{ ...parked, is_closed: true }] as Given['opportunities'])).toEqual(unsaid);
      expect(await idle([{ ...parked, is_closed: true, is_won: true }] as Given['opportunities'])).toEqual([]);
      expect(await idle([{ ...parked, closed_at: at('07-20') }] as Given['opportunities'])).toEqual([]);
      expect(await idle(staged)).toEqual([]);
      expect(await idle(lost('lost', undefined), {})).toEqual([]);
      expect(await idle(lost('open', undefined))).toEqual([]);
    });
    test('within days of recognition, to the last second', async () => {
      const end = [{ ...lost('lost', '06-19')[0], closed_at: Date.parse('2026-06-19T23:59:59Z') }];
      const meetings = [held('A', '05-20'), held('B', '06-03')];
      expect(await back(end, meetings)).toHaveLength(1);
      expect(
        await back(
          end.map((o) => ({ ...o, closed_at: o.closed_at + 1000 })),
          meetings,
        ),
      ).toEqual([]);
    });
    test('within days of recognition, the last day included', async () => {
      const may = (day: string) => [held('A', day), held('B', '06-03')];
      expect(await back(lost('lost', '06-20'), may('05-21'))).toHaveLength(1);
      expect(await back(lost('lost', '06-20'), may('05-20'))).toEqual([]);
    });
  });
});

describe('fees that say two things, or half of one', () => {
  test.each([
    [{ minimum: { per: 'month' } }],
    [{ minimum: { amount: '1.00', units: 1 } }],
    [{ sla: [{ metric: 'show_rate', at_least: '1%', credit: '5%' }] }],
    [{ sla: [{ metric: 'show_rate', at_least: '1%', credit: '5.00', of: 'retainer' }] }],
    [{ sla: [{ metric: 'show_rate', credit: '5.00' }] }],
    [{ sla: [{ metric: 'show_rate', at_least: '1%', at_most: '9%', credit: '5.00' }] }],
    [{ order: ['cap', 'tier'] }],
    [{ order: ['cap', 'tier', 'tier'] }],
    [{ order: ['cap', 'tier', 'replacement', 'cap'] }],
  ])('%j', (fees) => {
    expect(() => sowOf({ fees })).toThrow();
  });
});

describe('amounts that are none', () => {
  const sla = (credit: string, of?: string) => ({ sla: [{ metric: 'show_rate', at_least: '1%', credit, of }] });
  test.each([
    [sla('plenty')],
    [sla('1,000.00')],
    [sla('-300.00')],
    [sla('300.005')],
    [sla('-5%', 'retainer')],
    [sla('x%', 'retainer')],
    [{ late_report: { per: 'day', credit: '-50.00' } }],
    [{ rates: { tiers: [{ price: '-400.00' }] } }],
    [{ retainer: { amount: '-1.00' } }],
    [{ minimum: { amount: '-1.00' } }],
  ])('%j', (fees) => {
    expect(() => sowOf({ fees })).toThrow();
  });
});

describe('money', () => {
  const cents = (rounding: Parameters<typeof purseOf>[1], amount: number) =>
    toText(purseOf('USD', rounding).of({ amount, scale: 3 }));
  test.each([
    ['half_up', ['0.13', '-0.13', '0.12', '0.14', '0.12']],
    ['half_even', ['0.12', '-0.12', '0.12', '0.14', '0.12']],
    ['down', ['0.12', '-0.12', '0.12', '0.13', '0.12']],
    ['up', ['0.13', '-0.13', '0.13', '0.14', '0.12']],
  ] as const)('is rounded %s', (rounding, wanted) => {
    expect([125, -125, 121, 139, 120].map((amount) => cents(rounding, amount))).toEqual(wanted);
  });
  const usd = purseOf('USD', 'half_up');
  const five = usd.of({ amount: 5, scale: 0 });
  test('is read when it is no finer than a cent', () => {
    expect(
      ['1', '-1.5', '1.250', '1.255', '0.001', 'x', ''].map((text) => {
        const read = usd.parse(text);
        return read && toText(read);
      }),
    ).toEqual(['1.00', '-1.50', '1.25', undefined, undefined, undefined, undefined]);
  });
  test('is parted to the cent', () => {
    const part = (taken: number, isLast: boolean) => toText(usd.part(five, { of: 3, taken, isLast }));
    expect([part(1, false), part(2, false), part(1, true), part(2, true), part(3, true)]).toEqual([
      '1.66',
      '3.32',
      '1.68',
      '3.34',
      '5.00',
    ]);
    expect([
      toText(usd.ratio(five, 1, 3)),
      toText(usd.times(five, { amount: 333, scale: 3 })),
      toText(usd.sum([five, five])),
      usd.code,
    ]).toEqual(['1.67', '1.67', '10.00', 'USD']);
  });
});

describe('a bill', () => {
  test('what is open, paid or not, shows what may become of it', async () => {
    const rules = { billable: HELD, acceptance: { window: '30 days', silence: 'review' } };
    const fees = { rates: { mode: 'volume', tiers: [{ up_to: 1, price: '400.00' }, { price: '300.00' }] } };
    const decisions = [{ meeting_id: 'A', decision: 'accepted' as const, at: at('06-03') }];
    const doc = await billed({ fees, rules }, { ...abc, decisions });
    expect([doc.totals.payable, doc.totals.payable_if_all, doc.totals.payable_if_none]).toEqual([
      '400.00',
      '900.00',
      '400.00',
    ]);
  });
  test('a ledger is needed for adjustments', async () => {
    const terms = { fees: { rates: T4 } };
    const closings = await closed(terms, ['2026-05', { meetings: [held('Z', '05-20')] }]);
    const doc = await billed(terms, abc, { closings });
    expect(doc.totals.adjustments).toBe('0.00');
    expect(doc.chains.map((c) => c.id)).toEqual(['A', 'B', 'C', 'Z']);
  });
});
