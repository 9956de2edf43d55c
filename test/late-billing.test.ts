import { describe, expect, test } from 'vitest';
import type { AuditDocument } from '../src/report/document.ts';
import { at, billed, claimsOf, closed, held, linesOf } from './support/bills.ts';
import { accepted, adjusted, asked, four, HELD, june, May, rejected, STEPS, terms } from './support/may-closed.ts';

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

  test('only leads take places under the cap: no fee, and no shortfall that was adjusted', async () => {
    const minimum = { amount: '800.00' };
    const rules = terms({ rates: STEPS, cap: { max: 4 }, retainer: { amount: '50.00' }, minimum });
    const closings = await closed(
      rules,
      ['2026-05', may],
      // A is given back, so that May is short after all.
      ['2026-06', { decisions: [...accepted('06-02', 'C'), ...rejected('06-03', 'A')] }],
    );
    expect(adjusted(closings[1]?.document as AuditDocument).map(([chain, amount]) => [chain, amount])).toEqual([
      ['A', '-400.00'],
      ['C', '300.00'],
      [null, '100.00'],
    ]);
    expect(closings[1]?.document.lines.find((l) => l.chain === null && l.adjusts)?.adjusts).toBe('2026-05');
    const doc = await billed(rules, { decisions: accepted('07-02', 'D') }, { period: '2026-07', closings });
    expect(adjusted(doc).map(([chain, amount]) => [chain, amount])).toEqual([
      ['D', '300.00'],
      [null, '-100.00'],
    ]);
  });

  test('what lay over the cap of other rules takes no place', async () => {
    const quarter = terms({ rates: STEPS, cap: { max: 3, per: 'quarter' } });
    const month = terms({ rates: STEPS, cap: { max: 1 } });
    const closings = await closed(
      quarter,
      ['2026-05', { meetings: May('A', 'B'), decisions: accepted('05-20', 'A') }],
      [
        '2026-06',
        { meetings: [held('X', '06-03'), held('Y', '06-04')], decisions: accepted('06-10', 'X', 'Y') },
        { terms: month },
      ],
    );
    expect(linesOf(closings[1]?.document as AuditDocument).map(([kind, chain]) => [kind, chain])).toEqual([
      ['lead', 'X'],
      ['over_cap', 'Y'],
    ]);
    const doc = await billed(month, { decisions: accepted('07-02', 'B') }, { period: '2026-07', closings });
    expect(adjusted(doc).map(([chain, amount]) => [chain, amount])).toEqual([['B', '400.00']]);
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

  test('names no line that asked for an earlier part of it', async () => {
    const rules = {
      billable: HELD,
      evidence: { held: ['crm'], enough: ['crm'] },
      client_reschedule: { notice: '24 hours', no_show_pays: '50%', top_up: true },
    };
    const crm = (id: string, meeting_id: string, when: string, modified: string, outcome: string) => ({
      id,
      meeting_id,
      email: 'of.a@a.example',
      starts_at: at(when),
      outcome,
      modified_at: at(modified),
    });
    const parts = terms({ rates: STEPS }, rules);
    const closings = await closed(
      parts,
      ['2026-05', { meetings: [held('A', '05-28', { outcome: 'unknown' })], invoice: asked('2026-05', 'A') }],
      [
        '2026-06',
        {
          meetings: [held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('05-29') })],
          crm: [crm('K1', 'A', '05-28', '06-02', 'no_show_client')],
        },
      ],
    );
    const given = { crm: [crm('K2', 'A2', '06-10', '07-02', 'held')] };
    const doc = await billed(parts, given, { period: '2026-07', closings });
    expect([...(closings[1]?.document.lines ?? []), ...doc.lines].map((l) => [l.chain, l.amount, l.claims])).toEqual([
      ['A', '200.00', ['LA']],
      ['A', '200.00', []],
    ]);
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
    expect(await late(['tier'])).toEqual([['B', '300.00', '2026-05: was 0.00, is 300.00 (held; unit 3 of 2026-05)']]);
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
