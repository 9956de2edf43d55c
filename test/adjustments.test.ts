import { describe, expect, test } from 'vitest';
import type { AuditDocument } from '../src/report/document.ts';
import { at, billed, claimsOf, closed, held, linesOf, type Terms } from './support/bills.ts';
import type { Given } from './support/judged.ts';
import {
  ACCEPTANCE,
  accepted,
  adjusted,
  asked,
  type Decision,
  four,
  HELD,
  june,
  May,
  rejected,
  STEPS,
  terms,
} from './support/may-closed.ts';

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
        email: 'of.a@a.example',
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
      email: 'of.a@a.example',
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

  test('a lead that was paid is not paid again where the rules of now recognize it later', async () => {
    const closings = await closed(terms({ rates: STEPS }, { billable: HELD }), ['2026-05', { meetings: four }]);
    const now = { billable: { ...HELD, recognized: 'accepted' }, acceptance: ACCEPTANCE };
    const given = { meetings: [held('N', '06-03')], decisions: accepted('06-04', 'A', 'B', 'N') };
    const doc = await billed(terms({ rates: STEPS }, now), given, { closings });
    expect(linesOf(doc).map((l) => l.slice(0, 3))).toEqual([['lead', 'N', '300.00']]);
  });

  test('a chain billed in parts: what is held in the open month is paid there', async () => {
    const parts = { billable: HELD, client_reschedule: { notice: '24 hours', late_pays: '50%', top_up: true } };
    const doc = await june(
      terms({ rates: STEPS }, parts),
      {
        meetings: [held('A', '05-28', { outcome: 'canceled_client', canceled_at: at('05-28T09') })],
        invoice: asked('2026-05', 'A'),
      },
      { meetings: [held('A2', '06-10', { previous_id: 'A', email: 'of.a@a.example', booked_at: at('05-29') })] },
    );
    expect(linesOf(doc).map((l) => [...l.slice(0, 3), l.at(-1)])).toEqual([
      ['lead', 'A', '200.00', 'the rest of a chain paid in part'],
    ]);
  });

  describe('a chain billed in parts', () => {
    const parts = { billable: HELD, client_reschedule: { notice: '24 hours', late_pays: '75%', top_up: true } };
    const moved = (day: string) =>
      held('A', day, { outcome: 'canceled_client', canceled_at: at(`${day}T09`), booked_at: at('05-02') });
    const again = (day: string) =>
      held('A2', day, { previous_id: 'A', email: 'of.a@a.example', booked_at: at('05-20') });

    test('is worth its price, and no more', async () => {
      const rules = terms({ rates: STEPS }, parts);
      const july = { meetings: [held('N', '07-02')] };
      const both = await closed(rules, ['2026-05', { meetings: [moved('05-12'), again('05-28')] }]);
      expect(both[0]?.document.totals.payable).toBe('400.00');
      expect(adjusted(await billed(rules, { meetings: [held('N', '06-02')] }, { closings: both }))).toEqual([]);
      const apart = await closed(
        rules,
        ['2026-05', { meetings: [moved('05-28')], invoice: asked('2026-05', 'A') }],
        ['2026-06', { meetings: [again('06-10')] }],
      );
      expect(apart.map(({ document }) => document.totals.payable)).toEqual(['300.00', '100.00']);
      expect(adjusted(await billed(rules, july, { period: '2026-07', closings: apart }))).toEqual([]);
    });

    test('and late is billed in one', async () => {
      const rules = terms({ rates: STEPS }, { ...parts, acceptance: ACCEPTANCE });
      const may = { meetings: [moved('05-12'), again('05-28')], invoice: asked('2026-05', 'A') };
      const doc = await june(rules, may, { decisions: accepted('06-02', 'A') });
      expect(adjusted(doc).map((l) => l.slice(0, 3))).toEqual([['A', '400.00', '400.00']]);
    });
  });

  test('given back after it was billed late, it names no line of the closed report', async () => {
    const rules = terms({ rates: STEPS });
    const closings = await closed(
      rules,
      ['2026-05', { meetings: May('A', 'B'), decisions: accepted('05-20', 'A') }],
      ['2026-06', { decisions: accepted('06-02', 'B'), meetings: [held('N', '06-03')] }],
    );
    const doc = await billed(rules, { decisions: rejected('07-02', 'B') }, { period: '2026-07', closings });
    expect(adjusted(doc)).toEqual([
      ['B', '-400.00', '400.00', null, '2026-05-13', '4.1', '2026-05', '2026-05: was 400.00, is 0.00 (rejected_valid)'],
    ]);
  });

  test('a credit note is nothing that was rejected in vain', async () => {
    const decisions = [{ ...rejected('05-20', 'A')[0], reason: 'mood' }] as Decision[];
    const told = async (invoice: object[]) => {
      const doc = await june(terms({ rates: STEPS }), { meetings: May('A') }, { decisions, invoice });
      return doc.findings.flatMap(({ code, message }) => (code === 'rejected_in_vain' ? [message] : []));
    };
    const note = { line_id: 'N', meeting_id: 'A', period: '2026-06', amount: '-400.00' };
    expect(await told([note])).toEqual([]);
    expect(await told([note, { ...note, line_id: 'L', amount: '400.00' }])).toEqual([
      '1 claim was rejected in vain (L): "mood" is no reason of the SOW',
    ]);
  });

  test('what was paid in a closed month can be clawed back', async () => {
    const clawback = { when: 'opportunity_lost', within: '60 days', share: '50%' };
    const opportunities = [{ id: 'O', lead_id: 'B', domain: 'b.example', stage: 'lost', closed_at: at('06-20') }];
    const doc = await june(terms({ rates: STEPS, clawback }), may, { opportunities });
    expect(linesOf(doc).map((l) => [l[0], l[2], l.at(-1)])).toEqual([
      ['clawback', '-200.00', 'B: recognized on 2026-05-13, opportunity lost on 2026-06-20'],
    ]);
  });
});

describe('what lay over the cap of a closed month', () => {
  const may = { meetings: May('A', 'B', 'C'), decisions: accepted('05-20', 'A', 'B', 'C') };
  const capped = (more: object = {}, fees: object = {}, rules?: object) =>
    terms({ rates: STEPS, cap: { max: 2, ...more }, ...fees }, rules);

  test('and was moved on is paid in the open month', async () => {
    const doc = await june(capped({ over: 'next_period' }), may, { meetings: [held('N', '06-03')] });
    expect(linesOf(doc).map((l) => [l[0], l[1], l[2], l[5]])).toEqual([['lead', 'C', '400.00', '2026-06-01']]);
  });

  test('and was moved on is paid there also where another gives its place back', async () => {
    const rules = capped({ over: 'next_period' });
    const given = { meetings: [held('N', '06-03')], decisions: rejected('06-02', 'A') };
    const doc = await june(rules, may, given);
    expect(linesOf(doc).map((l) => [l[0], l[1], l[2], l[5]])).toEqual([
      ['lead', 'C', '400.00', '2026-06-01'],
      ['adjustment', 'A', '-400.00', '2026-05-12'],
    ]);
  });

  test('takes no place that was given back: a lead that is accepted late is moved on as well', async () => {
    const rules = capped({ over: 'next_period' });
    const then = { meetings: May('A', 'B', 'C'), decisions: accepted('05-20', 'A', 'B') };
    const now = { decisions: [...rejected('06-02', 'A'), ...accepted('06-03', 'C')] };
    expect(linesOf(await june(rules, then, now)).map((l) => [l[0], l[1], l[2], l[5]])).toEqual([
      ['lead', 'C', '400.00', '2026-06-01'],
      ['adjustment', 'A', '-400.00', '2026-05-12'],
    ]);
  });

  test('pushes nothing out that was paid: what is accepted late is moved on itself', async () => {
    const rules = capped({ over: 'next_period' });
    const then = { meetings: May('A', 'B', 'C'), decisions: accepted('05-20', 'B', 'C') };
    const doc = await june(rules, then, { decisions: accepted('06-03', 'A') });
    expect(linesOf(doc).map((l) => [l[0], l[1], l[2], l[5]])).toEqual([['lead', 'A', '400.00', '2026-06-01']]);
  });

  test.each([
    [{}, []],
    [{ decisions: rejected('07-02', 'C') }, [['C', '-400.00', '400.00', '2026-06-01', '2026-Q2 P4']]],
  ])('and was moved on within what was closed together is what it was paid there: %j', async (given, wanted) => {
    const rules = capped({ over: 'next_period' });
    const closings = await closed(rules, ['2026-Q2', may]);
    expect(linesOf(closings[0]?.document as AuditDocument).map((l) => [l[0], l[1], l[2], l[5]])).toEqual([
      ['lead', 'A', '400.00', '2026-05-12'],
      ['lead', 'B', '400.00', '2026-05-13'],
      ['over_cap', 'C', '0.00', '2026-05-14'],
      ['lead', 'C', '400.00', '2026-06-01'],
    ]);
    const doc = await billed(rules, { meetings: [held('N', '07-03')], ...given }, { period: '2026-07', closings });
    expect(adjusted(doc).map(([chain, amount, price, , day, , line]) => [chain, amount, price, day, line])).toEqual(
      wanted,
    );
  });

  test('stays so, also where a lead of a month before the ledger gives its place back', async () => {
    const april = { meetings: [held('X', '04-07'), ...May('A', 'B')], decisions: accepted('05-20', 'X', 'A', 'B') };
    const doc = await june(capped({ per: 'quarter' }), april, { decisions: rejected('06-02', 'X') });
    expect(doc.lines).toEqual([]);
  });

  test('is owed no replacement where it is rejected', async () => {
    const rules = capped({}, { replacement: { price: '0.00' } });
    const closings = await closed(rules, ['2026-05', may], ['2026-06', { decisions: rejected('06-02', 'B', 'C') }]);
    expect(closings[1]?.document.lines).toEqual([]);
    expect(closings[1]?.carry.replacements.closing).toEqual(['B']);
  });

  test('is not in doubt: nothing was paid for it', async () => {
    const rules = {
      billable: HELD,
      no_show: { cure_within: '60 days' },
      evidence: { held: ['crm', 'vendor'], enough: ['crm', 'vendor'] },
    };
    const crm = ['B', 'C'].map((id, i) => ({
      id: `K${id}`,
      meeting_id: id,
      email: `of.${id.toLowerCase()}@${id.toLowerCase()}.example`,
      starts_at: at(`05-${13 + i}`),
      outcome: 'no_show_prospect',
      modified_at: at('06-03'),
    }));
    const doc = await june(capped({}, {}, rules), may, { crm });
    expect(doc.lines).toEqual([]);
    // Until the no-show can be cured no longer it is pending.
    expect(doc.findings.filter((f) => f.code === 'closed_in_doubt').map((f) => f.message)).toEqual([
      'B was paid 400.00 in closed 2026-05, and is now pending (prospect_no_show): no money moves until that is decided',
    ]);
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

  test('one that replaces nothing is told in its own month, and in no later one', async () => {
    const rules = fees({ due: '30 days' });
    const none = { meetings: [held('A', '05-12'), next('C', '05-13', 'A')], decisions: accepted('05-20', 'A', 'C') };
    const told = (doc: AuditDocument | undefined) =>
      doc?.findings.filter(({ code }) => code === 'replacement_not_owed').length;
    const closings = await closed(rules, ['2026-05', none]);
    const given = { meetings: [held('N', '06-03')], decisions: accepted('06-04', 'N') };
    const doc = await billed(rules, given, { period: '2026-06', closings });
    expect([told(closings[0]?.document), told(doc)]).toEqual([1, 0]);
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

  test('one that came too late is a lead like any other also where nothing is given back', async () => {
    const rules = fees({ due: '30 days', unfilled: 'nothing' });
    const closings = await closed(rules, ['2026-05', may], ['2026-06', { decisions: rejected('06-02', 'A') }]);
    const given = { meetings: [next('C', '07-03', 'A')], decisions: accepted('07-04', 'C') };
    const doc = await billed(rules, given, { period: '2026-07', closings });
    expect(shown(doc)).toEqual(['lead C 400.00']);
    expect(doc.findings.filter(({ code }) => code.startsWith('replacement')).map(({ message }) => message)).toEqual([
      'C replaces A, which was to be replaced by 2026-07-02: priced as any lead',
    ]);
  });

  test('of two that name a lead nobody has seen one is taken at its word', async () => {
    const [c, d] = [next('C', '05-13', 'X-1'), next('D', '05-12', 'X-1')];
    const given = { meetings: [c, d, next('E', '05-11', 'X-1')], decisions: accepted('05-20', 'C', 'D') };
    const doc = await billed(fees({}), given, { period: '2026-05' });
    expect(shown(doc)).toEqual(['replacement D 10.00', 'lead C 400.00']);
    expect(doc.findings.filter(({ code }) => code.startsWith('replacement')).map(({ message }) => message)).toEqual([
      'D replaces X-1, which no drop holds: taken at its word',
      'C replaces X-1, which D replaces already: priced as any lead',
    ]);
  });

  test('one that is owed is not taken at its word', async () => {
    const given = {
      meetings: [next('C', '06-03', 'A')],
      decisions: [...rejected('06-02', 'A'), ...accepted('06-04', 'C')],
    };
    const doc = await june(fees({}), may, given);
    expect(shown(doc)).toEqual(['replacement C 10.00']);
    expect(doc.findings.filter(({ code }) => code.startsWith('replacement'))).toEqual([]);
  });

  test('one that is met at the last moment is in time, also where its rest comes later', async () => {
    const rules = fees({ due: '30 days' });
    const closings = await closed(rules, ['2026-05', may], ['2026-06', { decisions: rejected('06-02', 'A') }]);
    const found = async (starts: string) => {
      const given = {
        meetings: [{ ...next('C', '07-02', 'A'), starts_at: Date.parse(starts), ends_at: Date.parse(starts) + 60_000 }],
        decisions: accepted('07-04', 'C'),
      };
      return shown(await billed(rules, given, { period: '2026-07', closings }));
    };
    expect(await found('2026-07-02T23:59:59Z')).toEqual(['replacement C 10.00']);
    expect(await found('2026-07-03T00:00:00Z')).toEqual(['lead C 400.00', 'adjustment A -400.00']);

    const client_reschedule = { notice: '24 hours', late_pays: '50%', top_up: true };
    const parts = { ...rules, rules: { ...rules.rules, client_reschedule } };
    const given = {
      meetings: [
        { ...next('C', '07-01', 'A'), outcome: 'canceled_client' as const, canceled_at: at('07-01T09') },
        held('C2', '07-10', { previous_id: 'C', email: 'of.c@c.example', booked_at: at('07-02') }),
      ],
      decisions: accepted('07-11', 'C'),
    };
    const before = await closed(parts, ['2026-05', may], ['2026-06', { decisions: rejected('06-02', 'A') }]);
    expect(shown(await billed(parts, given, { period: '2026-07', closings: before }))).toEqual([
      'replacement C 5.00',
      'replacement C 5.00',
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
        email: 'of.a@a.example',
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
        email: 'of.a@a.example',
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
