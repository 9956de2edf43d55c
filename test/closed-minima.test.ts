import { describe, expect, test } from 'vitest';
import type { AuditDocument } from '../src/report/document.ts';
import { at, billed, claimsOf, closed, held, linesOf } from './support/bills.ts';
import { accepted, adjusted, asked, HELD, june, May, rejected, STEPS, terms } from './support/may-closed.ts';

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
      why: '2026-05: shortfall was 200.00, is 600.00 (400.00 of a minimum of 1,000.00)',
    });
    expect(doc.totals.adjustments).toBe('0.00');
    expect(shown(await june(minimum({ amount: '1000.00' }), may, late))).toEqual([
      [
        '-200.00',
        '2026-05-31',
        '2026-05 P3',
        '2026-05: shortfall was 200.00, is 0.00 (1,100.00 of a minimum of 1,000.00)',
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
    ['gross', { amount: '1000.00' }, late, [['-200.00', '1,100.00 of a minimum of 1,000.00']]],
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
      email: 'of.a@a.example',
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

  test.each([
    ['units', { units: 2 }],
    ['money', { amount: '800.00' }],
  ])('in %s: what is over the cap counts nothing, gross or net, also where it is accepted late', async (_, more) => {
    for (const counts of ['gross', 'net_of_reversals']) {
      const rules = terms({ rates: STEPS, cap: { max: 1 }, minimum: { ...more, counts } });
      const over = { ...may, decisions: accepted('05-20', 'A', 'B', 'C') };
      for (const meetings of [over, { ...may, decisions: accepted('05-20', 'A') }]) {
        const closings = await closed(rules, ['2026-05', meetings]);
        expect(
          linesOf(closings[0]?.document as AuditDocument)
            .at(-1)
            ?.slice(0, 3),
        ).toEqual(['shortfall', null, '400.00']);
        expect(adjusted(await billed(rules, { decisions: accepted('06-02', 'B', 'C') }, { closings }))).toEqual([]);
      }
    }
  });

  test.each(['gross', 'net_of_reversals'])('a replacement counts nothing, %s, given back or late', async (counts) => {
    const rules = terms({ rates: STEPS, minimum: { units: 1, counts }, replacement: { price: '90.00' } });
    const meetings = [held('R', '05-11', { replaces: 'OLD' }), held('S', '05-12', { replaces: 'ELSE' })];
    const given = { meetings, decisions: accepted('05-20', 'R'), invoice: asked('2026-05', 'R') };
    const doc = await june(rules, given, { decisions: [...rejected('06-02', 'R'), ...accepted('06-02', 'S')] });
    expect(adjusted(doc).map(([chain, amount]) => [chain, amount])).toEqual([['S', '90.00']]);
  });

  test('is told from other lines of its last day', async () => {
    const rules = minimum({ amount: '1000.00' });
    const withFees = { ...rules, fees: { ...rules.fees, retainer: { amount: '50.00' } } };
    const last = { meetings: [held('A', '05-31')], decisions: accepted('05-31T12', 'A') };
    const closings = await closed(
      withFees,
      ['2026-05', last],
      [
        '2026-06',
        { decisions: [...rejected('06-02', 'A'), ...accepted('06-05', 'N')], meetings: [held('N', '06-03')] },
      ],
    );
    expect(closings.map(({ document }) => linesOf(document).map((l) => [l[0], l[2], l[5], l[7]]))).toEqual([
      [
        ['lead', '400.00', '2026-05-31', null],
        ['retainer', '50.00', '2026-05-31', null],
        ['shortfall', '600.00', '2026-05-31', null],
      ],
      [
        ['lead', '400.00', '2026-06-03', null],
        ['adjustment', '-400.00', '2026-05-31', '2026-05 P1'],
        ['adjustment', '400.00', '2026-05-31', '2026-05 P3'],
        ['retainer', '50.00', '2026-06-30', null],
        ['shortfall', '600.00', '2026-06-30', null],
      ],
    ]);
    // Each month has a minimum of its own, and is charged for it at its end.
    for (const { carry } of closings)
      expect(carry.minimum).toEqual({ opening: '0.00', earned: '1000.00', used: '1000.00', closing: '0.00' });
    const doc = await billed(withFees, { meetings: [held('Z', '07-02')] }, { period: '2026-07', closings });
    expect(adjusted(doc)).toEqual([]);
  });

  test('what a month leaves of a quarter is what was delivered by its end, whenever it is closed', async () => {
    const rules = minimum({ amount: '2000.00', per: 'quarter' }, { billable: HELD });
    const meetings = [held('A', '05-12'), held('B', '05-31'), held('C', '06-03')];
    const closings = await closed(rules, ['2026-05', { meetings }, { asOf: '2026-06-10' }]);
    expect(closings[0]?.carry.minimum).toEqual({
      opening: '0.00',
      earned: '2000.00',
      used: '800.00',
      closing: '1200.00',
    });
  });

  test('a month after the end of the term has none', async () => {
    const rules = { ...minimum({ amount: '1000.00' }, { billable: HELD }), sow: { ends: '2026-05-31' } };
    const closings = await closed(
      rules,
      ['2026-05', { meetings: May('A', 'B') }],
      ['2026-06', { meetings: [held('N', '06-03')] }],
    );
    expect(closings.map(({ carry }) => carry.minimum)).toEqual([
      { opening: '0.00', earned: '1000.00', used: '1000.00', closing: '0.00' },
      { opening: '0.00', earned: '0.00', used: '0.00', closing: '0.00' },
    ]);
  });

  test('a line of the invoice answers it by its clause', async () => {
    const rules = minimum({ amount: '1000.00' });
    const invoice = [{ line_id: 'N1', period: '2026-06', kind: 'adjustment' as const, amount: '400.00' }];
    const doc = await june(rules, may, { ...back, invoice });
    expect(claimsOf(doc, 'outcome', 'reason', 'clause', 'supported').N1).toEqual([
      'matched',
      'adjustment',
      '7.7',
      '400.00',
    ]);
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
    ).toEqual([['800.00', '2026-06-30', '1,200.00 of a minimum of 2,000.00']]);
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
        '2026-06: shortfall was 800.00, is 1,200.00 (800.00 of a minimum of 2,000.00)',
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
