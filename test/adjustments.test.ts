import { describe, expect, test } from 'vitest';
import type { Meeting } from '../src/read/records.ts';
import type { AuditDocument } from '../src/report/document.ts';
import { at, billed, claimsOf, closed, held, linesOf, type Terms } from './support/bills.ts';
import type { Given } from './support/judged.ts';

const STEPS = { clause: '7.1', tiers: [{ up_to: 2, price: '400.00' }, { price: '300.00' }] };
const HELD = { clause: '2.1', event: 'held' };
/** Accepted or not: a lead without a decision is pending for two months. */
const ACCEPTANCE = { clause: '4.1', window: '60 days', silence: 'accepted', reasons: ['gone'] };
const terms = (fees: object, rules: object = { billable: HELD, acceptance: ACCEPTANCE }): Terms => ({ fees, rules });

type Decision = NonNullable<Given['decisions']>[number];
const accepted = (when: string, ...ids: string[]): Decision[] =>
  ids.map((id) => ({ meeting_id: id, decision: 'accepted', at: at(when) }));
const rejected = (when: string, ...ids: string[]): Decision[] =>
  ids.map((id) => ({ meeting_id: id, decision: 'rejected', reason: 'gone', at: at(when) }));
/** A line of the invoice that asks 400.00 for each. */
const asked = (period: string, ...ids: string[]) =>
  ids.map((id) => ({ line_id: `L${id}`, meeting_id: id, period, amount: '400.00' }));

/** The report of June, after May was closed. */
async function june(rules: Terms, may: Given, given: Given, period = '2026-06'): Promise<AuditDocument> {
  return billed(rules, given, { period, closings: await closed(rules, ['2026-05', may]) });
}
const adjusted = (doc: AuditDocument) =>
  linesOf(doc).flatMap(([kind, ...line]) => (kind === 'adjustment' ? [line] : []));
const May = (...ids: string[]): Partial<Meeting>[] => ids.map((id, i) => held(id, `05-${12 + i}`));
const four = May('A', 'B', 'C', 'D');

describe('what is billed late', () => {
  const may = { meetings: four, decisions: accepted('05-20', 'A', 'B'), invoice: asked('2026-05', 'A', 'B', 'C', 'D') };

  test('takes the last places of the closed counter, one after the other', async () => {
    const doc = await june(terms({ rates: STEPS }), may, { decisions: accepted('06-02', 'D', 'C') });
    expect(adjusted(doc)).toEqual([
      [
        'C',
        '300.00',
        '300.00',
        2,
        '2026-05-14',
        '2.1',
        '2026-05',
        '2026-05: was 0.00, is 300.00 (held; unit 3 of 2026-05)',
      ],
      [
        'D',
        '300.00',
        '300.00',
        2,
        '2026-05-15',
        '2.1',
        '2026-05',
        '2026-05: was 0.00, is 300.00 (held; unit 4 of 2026-05)',
      ],
    ]);
    expect(doc.lines.map((l) => [l.quantity, l.claims, l.terms])).toEqual([
      [1, ['LC'], null],
      [1, ['LD'], null],
    ]);
    expect(claimsOf(doc, 'period', 'outcome', 'claimed', 'supported', 'adjusts')).toEqual({
      LC: ['2026-05', 'wrong_rate', '400.00', '300.00', '2026-05 LC'],
      LD: ['2026-05', 'wrong_rate', '400.00', '300.00', '2026-05 LD'],
    });
    expect(doc.totals).toMatchObject({ claimed: '0.00', adjustments: '600.00', payable: '600.00' });
  });

  test('a chain that was given back keeps its place, and the counter goes on over closings', async () => {
    const rules = terms({ rates: STEPS });
    const back = { decisions: [...accepted('06-02', 'C'), ...rejected('06-03', 'B')] };
    const closings = await closed(rules, ['2026-05', may], ['2026-06', back]);
    expect(adjusted(closings[1]?.document as AuditDocument).map((l) => [l[0], l[1], l[6]])).toEqual([
      ['B', '-400.00', '2026-05 P2'],
      ['C', '300.00', '2026-05'],
    ]);
    const doc = await billed(rules, { decisions: accepted('07-02', 'D') }, { period: '2026-07', closings });
    expect(adjusted(doc)).toEqual([
      [
        'D',
        '300.00',
        '300.00',
        2,
        '2026-05-15',
        '2.1',
        '2026-05',
        '2026-05: was 0.00, is 300.00 (held; unit 4 of 2026-05)',
      ],
    ]);
  });

  test.each([
    [{ max: 2 }, undefined, []],
    [{ max: 3 }, undefined, [['C', '300.00']]],
    [{ max: 2, per: 'quarter' }, undefined, []],
    [
      { max: 4 },
      undefined,
      [
        ['C', '300.00'],
        ['D', '300.00'],
      ],
    ],
  ])('under the cap %j', async (cap, _, wanted) => {
    const doc = await june(terms({ rates: STEPS, cap }), may, { decisions: accepted('06-02', 'C', 'D') });
    expect(adjusted(doc).map((l) => l.slice(0, 2))).toEqual(wanted);
  });

  test.each([
    [{ max: 2 }, [], ['A -400.00']],
    [{ max: 3 }, [], ['A -400.00', 'C 300.00']],
    [{ max: 2, per: 'quarter' }, [], ['A -400.00']],
    [{ max: 3, per: 'quarter' }, [held('X', '04-07')], ['A -400.00']],
    [{ max: 3 }, [held('X', '04-07')], ['A -400.00', 'C 300.00']],
    [{ max: 3, per: 'contract' }, [held('X', '04-07')], ['A -400.00']],
  ])('a place that was given back is not free: %j', async (cap, april, wanted) => {
    const rules = terms({ rates: STEPS, cap });
    const before = [['2026-04', { meetings: april, decisions: accepted('04-20', 'X') }] as const].filter(
      () => april.length,
    );
    const closings = await closed(rules, ...before, ['2026-05', { ...may, meetings: four.slice(0, 3) }]);
    const given = { decisions: [...rejected('06-02', 'A'), ...accepted('06-03', 'C')] };
    expect(adjusted(await billed(rules, given, { closings })).map((l) => `${l[0]} ${l[1]}`)).toEqual(wanted);
  });

  test.each([
    [[], ['A -400.00', 'B 400.00']],
    [['cap'], ['A -400.00']],
  ])('of replacements that take %j', async (consumes, wanted) => {
    const rules = terms({ rates: STEPS, cap: { max: 2 }, replacement: { price: '50.00', consumes, due: '1 days' } });
    const meetings = [held('R', '05-11', { replaces: 'OLD' }), ...May('A', 'B')];
    const closings = await closed(rules, ['2026-05', { meetings, decisions: accepted('05-20', 'R', 'A') }]);
    const given = { decisions: [...rejected('06-02', 'A'), ...accepted('06-03', 'B')] };
    expect(adjusted(await billed(rules, given, { closings })).map((l) => `${l[0]} ${l[1]}`)).toEqual(wanted);
  });

  test('names the line that asked for it, not one that asked again', async () => {
    const twice = {
      ...may,
      invoice: [
        ...asked('2026-05', 'A', 'C'),
        { line_id: 'LC2', meeting_id: 'C', period: '2026-05', amount: '400.00' },
      ],
    };
    const doc = await june(terms({ rates: STEPS }), twice, { decisions: accepted('06-02', 'C') });
    expect(doc.lines.map((l) => [l.chain, l.claims])).toEqual([['C', ['LC']]]);
  });

  test('a lead under a cap that takes no replacements in', async () => {
    const meetings = [held('R', '05-11', { replaces: 'OLD' }), ...May('A', 'B')];
    const given = { meetings, decisions: accepted('05-20', 'R', 'A') };
    const late = async (consumes: string[]) =>
      adjusted(
        await june(terms({ rates: STEPS, cap: { max: 2 }, replacement: { price: '50.00', consumes } }), given, {
          decisions: accepted('06-02', 'B'),
        }),
      ).map((l) => [l[0], l[1], l.at(-1)]);
    expect(await late([])).toEqual([['B', '400.00', '2026-05: was 0.00, is 400.00 (held; unit 2 of 2026-05)']]);
    expect(await late(['tier'])).toEqual([['B', '400.00', '2026-05: was 0.00, is 400.00 (held; unit 2 of 2026-05)']]);
    expect(await late(['cap'])).toEqual([]);
  });

  test('a replacement at its price, a class at its own, without a place', async () => {
    const meetings = [
      held('R', '05-12', { replaces: 'OLD' }),
      held('M', '05-13', { channel: 'mql' }),
      ...May('A', 'B', 'C'),
    ];
    const rates = { ...STEPS, classes: { mql: '120.00' } };
    const doc = await june(
      terms({ rates, replacement: { clause: '7.4', price: '50.00' }, cap: { max: 99 } }),
      { meetings, invoice: asked('2026-05', 'A', 'R') },
      { decisions: accepted('06-02', 'A', 'B', 'C', 'M', 'R') },
    );
    expect(
      adjusted(doc).map(([chain, amount, price, tier, day, clause, , why]) => [
        chain,
        amount,
        price,
        tier,
        day,
        clause,
        why,
      ]),
    ).toEqual([
      ['A', '400.00', '400.00', 1, '2026-05-12', '2.1', '2026-05: was 0.00, is 400.00 (held; unit 1 of 2026-05)'],
      ['B', '400.00', '400.00', 1, '2026-05-13', '2.1', '2026-05: was 0.00, is 400.00 (held; unit 2 of 2026-05)'],
      ['C', '300.00', '300.00', 2, '2026-05-14', '2.1', '2026-05: was 0.00, is 300.00 (held; unit 3 of 2026-05)'],
      ['M', '120.00', '120.00', null, '2026-05-13', '2.1', '2026-05: was 0.00, is 120.00 (held; class mql)'],
      ['R', '50.00', '50.00', null, '2026-05-12', '2.1', '2026-05: was 0.00, is 50.00 (held; replaces OLD)'],
    ]);
  });

  test.each([
    ['quarter', '300.00', 'unit 4 of 2026-Q2'],
    ['contract', '300.00', 'unit 4 of the contract'],
    ['month', '400.00', 'unit 2 of 2026-05'],
  ])('in the counter of a %s', async (per, amount, why) => {
    const rules = terms({ rates: { ...STEPS, per } });
    const closings = await closed(
      rules,
      ['2026-04', { meetings: [held('X', '04-07'), held('Y', '04-08')], decisions: accepted('04-20', 'X', 'Y') }],
      ['2026-05', { meetings: May('A', 'B'), decisions: accepted('05-20', 'A') }],
    );
    const doc = await billed(rules, { decisions: accepted('06-02', 'B') }, { closings });
    expect(adjusted(doc).map((l) => [l[0], l[1], l.at(-1)])).toEqual([
      ['B', amount, `2026-05: was 0.00, is ${amount} (held; ${why})`],
    ]);
  });

  test('stands in the first open report alone', async () => {
    const late = { decisions: accepted('06-02', 'C'), meetings: [held('Z', '07-02')] };
    expect(adjusted(await june(terms({ rates: STEPS }), may, late, '2026-07'))).toEqual([]);
    expect(
      adjusted(await june(terms({ rates: STEPS }), may, late, '2026-06-01..2026-07-31')).map(([id]) => id),
    ).toEqual(['C', 'D']);
  });
});

describe('what is otherwise now', () => {
  const may = { meetings: four, decisions: accepted('05-20', 'A', 'B', 'C', 'D'), invoice: asked('2026-05', 'A', 'C') };

  test('is reversed at the price of its line, and what follows keeps its tier', async () => {
    const doc = await june(terms({ rates: STEPS }), may, { decisions: rejected('06-02', 'A', 'C') });
    expect(adjusted(doc)).toEqual([
      [
        'A',
        '-400.00',
        '400.00',
        null,
        '2026-05-12',
        '4.1',
        '2026-05 P1',
        '2026-05: was 400.00, is 0.00 (rejected_valid)',
      ],
      [
        'C',
        '-300.00',
        '300.00',
        null,
        '2026-05-14',
        '4.1',
        '2026-05 P3',
        '2026-05: was 300.00, is 0.00 (rejected_valid)',
      ],
    ]);
    expect(
      claimsOf(doc, 'outcome', 'verdict', 'reason', 'clause', 'claimed', 'supported', 'our_quantity', 'our_unit_price'),
    ).toEqual({
      LA: ['overclaimed', 'not_billable', 'rejected_valid', '4.1', '400.00', '0.00', 0, null],
      LC: ['overclaimed', 'not_billable', 'rejected_valid', '4.1', '400.00', '0.00', 0, null],
    });
  });

  test('is billed again at the price of its line', async () => {
    const rules = terms({ rates: STEPS });
    const closings = await closed(rules, ['2026-05', may], ['2026-06', { decisions: rejected('06-02', 'A') }]);
    const doc = await billed(rules, { decisions: accepted('07-02', 'A') }, { period: '2026-07', closings });
    expect(adjusted(doc)).toEqual([
      ['A', '400.00', '400.00', null, '2026-05-12', '2.1', '2026-05 P1', '2026-05: was 0.00, is 400.00 (held)'],
    ]);
  });

  test('what was over the cap stays so, whoever was given back', async () => {
    const doc = await june(terms({ rates: STEPS, cap: { clause: '7.3', max: 3 } }), may, {
      decisions: rejected('06-02', 'A'),
    });
    expect(adjusted(doc).map((l) => l.slice(0, 2))).toEqual([['A', '-400.00']]);
  });

  test('a chain that pays another share now', async () => {
    const rules = {
      billable: HELD,
      evidence: { held: ['crm', 'vendor'], enough: ['crm', 'vendor'] },
      client_reschedule: { notice: '24 hours', late_pays: '50%', no_show_pays: '50%' },
    };
    const crm = [
      {
        id: 'K',
        meeting_id: 'A',
        email: 'a@a.example',
        starts_at: at('05-12'),
        outcome: 'no_show_client',
        modified_at: at('06-03'),
      },
    ];
    const doc = await june(terms({ rates: STEPS }, rules), { meetings: May('A') }, { crm });
    expect(adjusted(doc)).toEqual([
      [
        'A',
        '-200.00',
        '400.00',
        null,
        '2026-05-12',
        null,
        '2026-05 P1',
        '2026-05: was 400.00, is 200.00 (client_no_show)',
      ],
    ]);
  });

  test('moves no money while it is not decided, and says so', async () => {
    const rules = { billable: HELD, evidence: { held: ['crm', 'vendor'], enough: ['crm'] } };
    const crm = (id: string, outcome: string, when: string) => ({
      id,
      meeting_id: 'A',
      email: 'a@a.example',
      starts_at: at('05-12'),
      outcome,
      modified_at: at(when),
    });
    const closings = await closed(terms({ rates: STEPS }, rules), [
      '2026-05',
      { meetings: May('A', 'B'), crm: [crm('K1', 'held', '05-13')] },
    ]);
    const doc = await billed(
      terms({ rates: STEPS }, rules),
      { crm: [crm('K2', 'no_show_prospect', '06-03')] },
      { closings },
    );
    expect(doc.lines).toEqual([]);
    // B was never paid: that it is still open says nothing new.
    expect(doc.findings.filter((f) => f.code === 'closed_in_doubt').map((f) => f.message)).toEqual([
      'A was paid 400.00 in closed 2026-05, and is now review (unproven): no money moves until that is decided',
    ]);
  });

  test('a lead that was paid is not paid again where newer rows name another day', async () => {
    const doc = await june(terms({ rates: STEPS }), may, {
      meetings: [held('A', '05-12', { lead_id: 'X' }), held('N', '06-03')],
      decisions: accepted('06-04', 'N'),
    });
    expect(linesOf(doc).map((l) => l.slice(0, 3))).toEqual([['lead', 'N', '400.00']]);
  });
});

describe('replacements', () => {
  const meetings = May('A', 'B');
  const may = { meetings, decisions: accepted('05-20', 'A', 'B'), invoice: asked('2026-05', 'A', 'B') };
  const fees = (more: object) => terms({ rates: STEPS, replacement: { clause: '7.4', price: '10.00', ...more } });
  const shown = (doc: AuditDocument) => linesOf(doc).map((l) => l.slice(0, 3).join(' '));
  const next = (id: string, when: string, replaces: string) => held(id, when, { replaces });

  test('a rejected lead is owed, not given back, until the time is over', async () => {
    const rules = fees({ due: '30 days' });
    const closings = await closed(rules, ['2026-05', may], ['2026-06', { decisions: rejected('06-02', 'A', 'B') }]);
    const [, second] = closings;
    expect([second?.document.lines, second?.carry.replacements.closing]).toEqual([[], ['A', 'B']]);
    // Due to the end of 2 July: one came in time, for the other its price comes back.
    const given = { meetings: [next('C', '07-02', 'A')], decisions: accepted('07-03', 'C') };
    const doc = await billed(rules, given, { period: '2026-07', closings });
    expect(shown(doc)).toEqual(['replacement C 10.00', 'adjustment B -400.00']);
    const asOf = async (day: string) => shown(await billed(rules, given, { period: '2026-07', closings, asOf: day }));
    expect(await asOf('2026-07-02T23:59:58')).toEqual([]);
    // C is not accepted yet: it may still replace nothing.
    expect(await asOf('2026-07-02T23:59:59')).toEqual(['adjustment A -400.00', 'adjustment B -400.00']);
  });

  test('one that came too late replaces nothing', async () => {
    const rules = fees({ due: '30 days' });
    const closings = await closed(rules, ['2026-05', may], ['2026-06', { decisions: rejected('06-02', 'A') }]);
    const given = { meetings: [next('C', '07-03', 'A')], decisions: accepted('07-04', 'C') };
    expect(shown(await billed(rules, given, { period: '2026-07', closings }))).toEqual([
      'lead C 400.00',
      'adjustment A -400.00',
    ]);
  });

  test('without a due time it is owed on and on; with `nothing` it is lost', async () => {
    const late = { decisions: rejected('06-02', 'A') };
    for (const [more, owed] of [
      [{}, ['A']],
      [{ due: '1 days' }, []],
      [{ due: '1 days', unfilled: 'nothing' }, []],
    ] as const) {
      const rules = fees(more);
      const closings = await closed(rules, ['2026-05', may], ['2026-06', late]);
      expect(closings[1]?.carry.replacements.closing).toEqual(owed);
      expect(shown(closings[1]?.document as AuditDocument)).toEqual(
        'due' in more && !('unfilled' in more) ? ['adjustment A -400.00'] : [],
      );
    }
  });

  test('is filled by a lead that is billable, and by no other', async () => {
    const rules = fees({});
    const given = (decisions: Decision[]) => ({
      meetings: [next('C', '06-03', 'A')],
      decisions: [...rejected('06-02', 'A'), ...decisions],
    });
    const owed = async (decisions: Decision[]) => {
      const [, second] = await closed(rules, ['2026-05', may], ['2026-06', given(decisions)]);
      return [shown(second?.document as AuditDocument), second?.carry.replacements.closing];
    };
    expect(await owed(accepted('06-04', 'C'))).toEqual([['replacement C 10.00'], []]);
    expect(await owed([])).toEqual([[], ['A']]);
    expect(await owed(rejected('06-04', 'C'))).toEqual([[], ['A']]);
  });

  test('what is rejected and was not held besides is given back', async () => {
    const crm = [
      {
        id: 'K',
        meeting_id: 'A',
        email: 'a@a.example',
        starts_at: at('05-12'),
        outcome: 'no_show_prospect',
        modified_at: at('06-03'),
      },
    ];
    const rules = {
      billable: HELD,
      acceptance: ACCEPTANCE,
      evidence: { held: ['crm', 'vendor'], enough: ['crm', 'vendor'] },
    };
    expect(shown(await june({ ...fees({}), rules }, may, { crm, decisions: rejected('06-02', 'A') }))).toEqual([
      'adjustment A -400.00',
    ]);
  });

  test('only for a valid rejection of what was paid, and only with the clause', async () => {
    const reversed = async (rules: Terms, given: Given) => shown(await june(rules, may, given));
    expect(await reversed(terms({ rates: STEPS }), { decisions: rejected('06-02', 'A') })).toEqual([
      'adjustment A -400.00',
    ]);
    const crm = [
      {
        id: 'K',
        meeting_id: 'A',
        email: 'a@a.example',
        starts_at: at('05-12'),
        outcome: 'no_show_prospect',
        modified_at: at('06-03'),
      },
    ];
    const evidence = { held: ['crm', 'vendor'], enough: ['crm', 'vendor'] };
    const rules = { billable: HELD, acceptance: ACCEPTANCE, evidence };
    expect(await reversed({ ...fees({}), rules }, { crm })).toEqual(['adjustment A -400.00']);
    const open = { ...may, decisions: accepted('05-20', 'B') };
    expect(shown(await june(fees({}), open, { decisions: rejected('06-02', 'A') }))).toEqual([]);
  });
});

describe('the shortfall of a closed span', () => {
  const minimum = (more: object, rules?: object) => terms({ rates: STEPS, minimum: { clause: '7.7', ...more } }, rules);
  const may = {
    meetings: May('A', 'B', 'C'),
    decisions: accepted('05-20', 'A', 'B'),
    invoice: asked('2026-05', 'A', 'B'),
  };
  const back = { decisions: rejected('06-02', 'A') };
  const late = { decisions: accepted('06-02', 'C') };
  const shown = (doc: AuditDocument) =>
    doc.lines.flatMap((l) =>
      l.kind === 'adjustment' && l.chain === null ? [[l.amount, l.recognized, l.adjusts, l.why]] : [],
    );

  test('rises with what is given back, falls with what is billed late', async () => {
    const doc = await june(minimum({ amount: '1000.00' }), may, back);
    expect(doc.lines.find((l) => l.chain === null)).toMatchObject({
      kind: 'adjustment',
      claims: [],
      quantity: 1,
      unit_price: '400.00',
      amount: '400.00',
      tier: null,
      clause: '7.7',
      recognized: '2026-05-31',
      terms: null,
      adjusts: '2026-05 P3',
      why: '2026-05: shortfall was 200.00, is 600.00 (400.00 of a minimum of 1000.00)',
    });
    expect(doc.totals.adjustments).toBe('0.00');
    expect(shown(await june(minimum({ amount: '1000.00' }), may, late))).toEqual([
      [
        '-200.00',
        '2026-05-31',
        '2026-05 P3',
        '2026-05: shortfall was 200.00, is 0.00 (1100.00 of a minimum of 1000.00)',
      ],
    ]);
    expect(shown(await june(minimum({ amount: '1000.00' }), may, {}))).toEqual([]);
  });

  test('where there was none it names no line, and it is not found again', async () => {
    const rules = minimum({ amount: '700.00' });
    const closings = await closed(
      rules,
      ['2026-05', may],
      [
        '2026-06',
        {
          ...back,
          meetings: [held('N', '06-02'), held('O', '06-03')],
          decisions: [...rejected('06-02', 'A'), ...accepted('06-05', 'N', 'O')],
        },
      ],
    );
    expect(shown(closings[1]?.document as AuditDocument)).toEqual([
      ['300.00', '2026-05-31', '2026-05', '2026-05: shortfall was 0.00, is 300.00 (400.00 of a minimum of 700.00)'],
    ]);
    const again = await billed(
      rules,
      { meetings: [held('Z', '07-02')] },
      { period: '2026-07', closings, asOf: '2026-07-10' },
    );
    expect(shown(again)).toEqual([]);
    // It takes no place in the counters: C is the third of May.
    const third = await billed(rules, { decisions: accepted('07-02', 'C') }, { period: '2026-07', closings });
    expect(adjusted(third).map((l) => [l[0], l[1], l.at(-1)])).toEqual([
      ['C', '300.00', '2026-05: was 0.00, is 300.00 (held; unit 3 of 2026-05)'],
      [null, '-300.00', '2026-05: shortfall was 300.00, is 0.00 (700.00 of a minimum of 700.00)'],
    ]);
  });

  test.each([
    ['net_of_reversals', { units: 3 }, back, [['400.00', '2 of 3 units short at 400.00']]],
    ['net_of_reversals', { units: 3 }, late, [['-400.00', '0 of 3 units short at 400.00']]],
    ['gross', { units: 3 }, back, []],
    ['gross', { units: 3 }, late, [['-400.00', '0 of 3 units short at 400.00']]],
    ['gross', { amount: '1000.00' }, back, []],
    ['gross', { amount: '1000.00' }, late, [['-200.00', '1100.00 of a minimum of 1000.00']]],
  ])('counted %s, %j', async (counts, more, given, wanted) => {
    const doc = await june(minimum({ ...more, counts }), may, given);
    expect(shown(doc).map(([amount, , , why]) => [amount, /\((.*)\)/.exec(String(why))?.[1]])).toEqual(wanted);
  });

  test('gross counts what was billed late and given back since', async () => {
    const rules = (counts: string) => minimum({ amount: '1100.00', counts });
    const found = async (counts: string) => {
      const closings = await closed(
        rules(counts),
        ['2026-05', may],
        ['2026-06', { decisions: accepted('06-02', 'C'), meetings: [held('N', '06-02')] }],
      );
      const doc = await billed(rules(counts), { decisions: rejected('07-02', 'C') }, { period: '2026-07', closings });
      return shown(doc).map(([amount]) => amount);
    };
    expect(await found('gross')).toEqual([]);
    expect(await found('net_of_reversals')).toEqual(['300.00']);
  });

  test('what is in doubt or owed still counts; what is over the cap, or a replacement, never did', async () => {
    const rules = (more: object) => terms({ rates: STEPS, minimum: { units: 3 }, ...more });
    const owed = await june(rules({ replacement: { price: '0.00' } }), may, back);
    expect(shown(owed)).toEqual([]);
    const replaced = {
      ...may,
      meetings: [held('R', '05-11', { replaces: 'OLD' }), ...May('A', 'B')],
      decisions: accepted('05-20', 'R', 'A', 'B'),
    };
    const doc = await june(rules({ replacement: { price: '90.00' } }), replaced, { decisions: rejected('06-02', 'A') });
    expect(shown(doc)).toEqual([]);
    const capped = await june(rules({ cap: { max: 1 } }), may, { decisions: rejected('06-02', 'B') });
    expect(shown(capped)).toEqual([]);
    expect(capped.lines.filter((l) => l.kind === 'adjustment')).toEqual([]);
    const evidence = { held: ['crm', 'vendor'], enough: ['crm', 'vendor'] };
    const crm = ['held', 'no_show_prospect'].map((outcome, i) => ({
      id: `K${i}`,
      meeting_id: 'A',
      email: 'a@a.example',
      starts_at: at('05-12'),
      outcome,
      modified_at: at('06-03'),
    }));
    const doubt = await june(
      { ...rules({}), rules: { billable: HELD, evidence } },
      { meetings: May('A', 'B') },
      { crm },
    );
    expect(doubt.findings.some((f) => f.code === 'closed_in_doubt')).toBe(true);
    expect(shown(doubt)).toEqual([]);
  });

  test('of a quarter counts closed months as they stand, and months before the ledger', async () => {
    const rules = minimum({ amount: '2000.00', per: 'quarter' });
    const april = held('X', '04-07');
    const closings = await closed(
      rules,
      ['2026-05', { meetings: [april, ...May('A', 'B')], decisions: accepted('05-20', 'X', 'A', 'B') }],
      [
        '2026-06',
        { meetings: [held('N', '06-02')], decisions: [...accepted('06-04', 'N'), ...rejected('06-02', 'A')] },
      ],
    );
    const second = closings[1]?.document as AuditDocument;
    // X 400, B 400, N 400; A was given back.
    expect(
      linesOf(second)
        .filter(([kind]) => kind === 'shortfall')
        .map((l) => [l[2], l[5], l.at(-1)]),
    ).toEqual([['800.00', '2026-06-30', '1200.00 of a minimum of 2000.00']]);
    expect(closings.map(({ carry }) => carry.minimum)).toEqual([
      { opening: '0.00', earned: '2000.00', used: '1200.00', closing: '800.00' },
      { opening: '800.00', earned: '0.00', used: '800.00', closing: '0.00' },
    ]);
    const third = await billed(rules, { decisions: rejected('07-02', 'B') }, { period: '2026-07', closings });
    expect(shown(third)).toEqual([
      [
        '400.00',
        '2026-06-30',
        '2026-06 P3',
        '2026-06: shortfall was 800.00, is 1200.00 (800.00 of a minimum of 2000.00)',
      ],
    ]);
  });

  test('of one month of several that were closed together', async () => {
    const rules = minimum({ amount: '500.00' });
    const quarter = { meetings: [held('X', '04-07'), ...May('A', 'B')], decisions: accepted('05-20', 'X', 'A', 'B') };
    const closings = await closed(
      rules,
      ['2026-Q2', quarter],
      [
        '2026-07',
        { meetings: [held('N', '07-02')], decisions: [...rejected('07-06', 'A'), ...accepted('07-06', 'N')] },
      ],
    );
    expect(
      linesOf(closings[0]?.document as AuditDocument)
        .filter(([kind]) => kind === 'shortfall')
        .map((l) => [l[2], l[5]]),
    ).toEqual([
      ['100.00', '2026-04-30'],
      ['500.00', '2026-06-30'],
    ]);
    expect(shown(closings[1]?.document as AuditDocument)).toEqual([
      ['100.00', '2026-05-31', '2026-Q2', '2026-Q2: shortfall was 0.00, is 100.00 (400.00 of a minimum of 500.00)'],
    ]);
    const doc = await billed(
      rules,
      { decisions: [...rejected('07-07', 'B'), ...rejected('06-05', 'X')] },
      { period: '2026-08', closings },
    );
    expect(shown(doc).map(([amount, day, line]) => [amount, day, line])).toEqual([
      ['400.00', '2026-04-30', '2026-Q2 P4'],
      ['400.00', '2026-05-31', '2026-Q2'],
    ]);
  });

  test('is the one of the terms then', async () => {
    const amended = {
      ...minimum({ amount: '1000.00' }),
      amendments: [{ from: '2026-05-01', name: 'First', rules: { no_show: { cure_within: '9 days' } } }],
    };
    const doc = await june(amended, may, back);
    expect(doc.lines.find((l) => l.chain === null)?.terms).toBe('First from 2026-05-01');
  });
});
