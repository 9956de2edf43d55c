import { describe, expect, test } from 'vitest';
import { termOf } from '../src/judge/contract.ts';
import { readingOf } from '../src/judge/reading.ts';
import { addDays } from '../src/sow/dates.ts';
import { booked, type Given, judged, knownOf } from './support/judged.ts';
import { day, endOfDay, HELD, LATER, sowWith } from './support/slots.ts';

const one = (rules: object, given: Given) => {
  const [chain] = judged(rules, given);
  if (!chain) throw new Error('nothing was judged');
  return chain;
};
const said = (rules: object, given: Given) => {
  const { verdict, primary } = one(rules, given);
  return [verdict, primary.code];
};
const date = (n: number): string => addDays('2026-06-15', n);
const big = { qualification: { clause: '2.2', criteria: { employees: { min: '200' } } } };
const small = booked('M-1', { employees: 10 });

describe('a waiver', () => {
  const waived = (waivers: Given['waivers'], more: Partial<Given> = {}, rules: object = big) =>
    one({ ...HELD, ...rules }, { meetings: [small], ...(waivers ? { waivers } : {}), ...more });
  const said = (...given: Parameters<typeof waived>) => {
    const { verdict, primary } = waived(...given);
    return [verdict, primary.code];
  };

  test('of another does nothing', () => {
    expect(said([])).toEqual(['not_billable', 'icp_mismatch']);
    expect(said([{ id: 'M-2' }])).toEqual(['not_billable', 'icp_mismatch']);
    expect(said([{ code: 'held' }])).toEqual(['not_billable', 'icp_mismatch']);
    expect(waived([{ code: 'other' }]).rulings).toEqual(waived([]).rulings);
  });

  test('by id lifts what stands against it, and says so', () => {
    const { verdict, primary, rulings } = waived([{ id: 'M-1', expires: '2026-12-31' }], { asOf: day(9) });
    expect([verdict, primary.code]).toEqual(['billable', 'waived']);
    expect(primary).toMatchObject({
      rule: 'waivers',
      stage: 'integrity',
      result: 'pass',
      clause: null,
      args: { by: 'Ann', reason: 'agreed', decision: 'billable', expires: '2026-12-31' },
      evidence: [{ line: 1 }],
    });
    expect(rulings.find((r) => r.code === 'icp_mismatch')).toMatchObject({ curedBy: 'waived', curable: false });
    expect(rulings.find((r) => r.code === 'held')?.curedBy).toBeUndefined();
  });

  test('holds until its day, inclusive', () => {
    expect(said([{ id: 'M-1', expires: date(9) }], { asOf: day(9) })[0]).toBe('billable');
    expect(said([{ id: 'M-1', expires: date(8) }], { asOf: day(9) })[0]).toBe('not_billable');
  });

  test('that takes note of a finding overrules nothing', () => {
    expect(said([{ id: 'M-1', decision: 'ignore' }])[0]).toBe('not_billable');
    const sound = { meetings: [booked('M-1', { employees: 500 })] };
    expect(said([{ id: 'M-1', decision: 'ignore' }], sound)[0]).toBe('billable');
  });

  test('may be against a chain', () => {
    const sound = { meetings: [booked('M-1', { employees: 500 })] };
    expect(waived([{ id: 'M-1', decision: 'not_billable' }], sound)).toMatchObject({
      verdict: 'not_billable',
      primary: { code: 'waived', result: 'fail', args: { decision: 'not_billable' } },
    });
    expect(said([{ code: 'held', decision: 'not_billable' }], sound)).toEqual(['not_billable', 'waived']);
    expect(said([{ code: 'other', decision: 'not_billable' }], sound)).toEqual(['billable', 'held']);
    expect(said([{ code: 'held', decision: 'billable' }], sound)).toEqual(['billable', 'held']);
    expect(waived([{ id: 'M-1', decision: 'not_billable' }]).rulings.some((r) => r.curedBy)).toBe(false);
    const byCode = waived([{ code: 'icp_mismatch', decision: 'not_billable' }]);
    expect([byCode.verdict, byCode.rulings.some((r) => r.curedBy)]).toEqual(['not_billable', false]);
  });

  test('by code is the reason to pay, whatever was found in order before', () => {
    const assigned = { accounts: [{ domain: 'm-1.example' }] };
    const rules = { ...big, accounts: {} };
    expect(said([{ code: 'icp_mismatch' }], assigned, rules)).toEqual(['billable', 'icp_mismatch']);
    const { rulings } = waived([{ code: 'icp_mismatch' }], assigned, rules);
    expect(rulings[0]?.code).toBe('assigned');
  });

  test('by code lifts that code alone', () => {
    const { verdict, primary } = waived([{ code: 'icp_mismatch' }]);
    expect([verdict, primary.code, primary.curedBy]).toEqual(['billable', 'icp_mismatch', 'waived']);
    const both = { meetings: [{ ...small, outcome: 'no_show_prospect' as const }] };
    expect(said([{ code: 'icp_mismatch' }], both)).toEqual(['not_billable', 'not_rebooked']);
    expect(said([{ code: 'icp_mismatch' }, { code: 'x' }])[0]).toBe('billable');
    expect(said([{ code: 'icp_mismatch', decision: 'not_billable' }])).toEqual(['not_billable', 'waived']);
  });

  test.each<[string, Partial<Given>]>([
    ['M-1', {}],
    ['L-1', {}],
    ['M-1b', {}],
    ['INV-1', { invoice: [{ line_id: 'INV-1', meeting_id: 'M-1' }] }],
    ['INV-2', { invoice: [{ line_id: 'INV-2', lead_id: 'L-1' }] }],
  ])('knows a chain by %s', (id, more) => {
    const meetings = [
      { ...small, lead_id: 'L-1', outcome: 'rescheduled_prospect' as const },
      booked('M-1b', { previous_id: 'M-1', starts_at: day(3), employees: 10 }),
    ];
    expect(said([{ id }], { meetings, ...more })).toEqual(['billable', 'waived']);
  });

  test('of the line of another chain is not of this one', () => {
    const invoice = [{ line_id: 'INV-3' }, { line_id: 'INV-4', meeting_id: 'M-4' }, { meeting_id: 'M-1' }];
    for (const id of ['INV-3', 'INV-4', '', ' ']) expect(said([{ id }], { invoice })[0]).toBe('not_billable');
  });
});

describe('the verdict', () => {
  const terms = (more: object = {}) => ({
    acceptance: { clause: '4.1', window: '5 days', starts: 'delivered', ...more },
  });
  const decided = (decision: string, at: number) => [{ meeting_id: 'M-1', decision: decision as never, at }];
  const written = terms({ written_cures: ['qualification'] });
  const deemed = terms({ silence: 'accepted', deemed_cures: ['qualification'] });
  const both = { ...HELD, ...big };

  test('is the worst ruling, and its reason the first of that kind in the order of the gates', () => {
    expect(said({ ...both, ...terms({ silence: 'rejected' }) }, { meetings: [small] })).toEqual([
      'not_billable',
      'icp_mismatch',
    ]);
    expect(said({ ...HELD, ...big }, { meetings: [booked('M-1')] })[0]).toBe('review');
    const stages = one({ ...both, ...terms() }, { meetings: [small] }).rulings.map((r) => r.stage);
    const order = ['scope', 'qualification', 'occurrence', 'attendance', 'acceptance'];
    expect(stages).toEqual([...stages].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  test('without an event is for a person', () => {
    expect(one({}, { meetings: [small] })).toMatchObject({
      verdict: 'review',
      primary: {
        rule: 'sow',
        stage: 'scope',
        code: 'no_billable_event',
        needs: ['rules.billable'],
        clause: null,
        evidence: [{ line: 1 }],
      },
    });
  });

  test('is lifted by a written acceptance, where the SOW says so', () => {
    const yes = { meetings: [small], decisions: decided('accepted', day(1)) };
    const { verdict, primary, rulings } = one({ ...both, ...written }, yes);
    expect([verdict, primary.code, primary.rule]).toEqual(['billable', 'accepted_explicit', 'acceptance']);
    expect(rulings.find((r) => r.code === 'icp_mismatch')?.curedBy).toBe('accepted_explicit');
    expect(said({ ...both, ...terms() }, yes)).toEqual(['not_billable', 'icp_mismatch']);
    expect(said({ ...both, ...deemed }, yes)).toEqual(['not_billable', 'icp_mismatch']);
    const unknown = { ...yes, meetings: [booked('M-1')] };
    expect(said({ ...both, ...written }, unknown)).toEqual(['billable', 'accepted_explicit']);
    expect(said({ ...HELD, ...written }, yes)).toEqual(['billable', 'held']);
  });

  test('is lifted by silence, where the SOW says so', () => {
    expect(said({ ...both, ...deemed }, { meetings: [small] })).toEqual(['billable', 'accepted_deemed']);
    expect(said({ ...both, ...terms({ ...written.acceptance, silence: 'accepted' }) }, { meetings: [small] })).toEqual([
      'not_billable',
      'icp_mismatch',
    ]);
    expect(said({ ...both, ...terms({ silence: 'accepted' }) }, { meetings: [small] })[0]).toBe('not_billable');
  });

  test('waits for what may still lift it, to the end of the window', () => {
    const open = { meetings: [{ ...small, starts_at: day(-12) }], asOf: day(-11) };
    for (const rules of [written, deemed]) {
      const chain = one({ ...both, ...rules }, open);
      expect([chain.verdict, chain.primary.code, chain.resolvesAt]).toEqual(['pending', 'icp_mismatch', endOfDay(-9)]);
      expect(chain.primary.curable).toBe(true);
    }
    expect(said({ ...both, ...terms() }, open)[0]).toBe('not_billable');
    const review = { ...open, meetings: [booked('M-1', { starts_at: day(-12) })] };
    const chain = one({ ...both, ...written }, review);
    expect([chain.verdict, chain.primary.curable]).toEqual(['review', undefined]);
    const never = { ...written.acceptance, window: undefined };
    expect(one({ ...both, acceptance: never }, open).resolvesAt).toBeUndefined();
  });

  test('waits to the end of the window though a waiver lifts the waiting itself', () => {
    const open = { meetings: [{ ...small, starts_at: day(-12) }], asOf: day(-11), waivers: [{ code: 'window_open' }] };
    const chain = one({ ...both, ...deemed }, open);
    expect([chain.verdict, chain.primary.code, chain.resolvesAt]).toEqual(['pending', 'icp_mismatch', endOfDay(-9)]);
  });

  test('resolves at the latest end of what is pending', () => {
    const rules = { ...HELD, ...terms(), no_show: { cure_within: '7 days' } };
    const pending = (start: number) =>
      one(rules, { meetings: [booked('M-1', { starts_at: day(start), outcome: 'no_show_prospect' })], asOf: day(-12) });
    expect(pending(-13).resolvesAt).toBe(endOfDay(-6));
    expect(pending(-13).verdict).toBe('pending');
    const late = one(
      { ...HELD, acceptance: { window: '20 days', starts: 'delivered' }, no_show: rules.no_show },
      {
        meetings: [booked('M-1', { starts_at: day(-13), outcome: 'no_show_prospect' })],
        asOf: day(-12),
      },
    );
    expect(late.resolvesAt).toBe(endOfDay(6));
    expect(one(HELD, { meetings: [small] }).resolvesAt).toBeUndefined();
    // What a waiver lifts is waited for no longer.
    const meetings = [booked('M-1', { starts_at: day(-13), outcome: 'no_show_prospect' })];
    const lifted = { meetings, asOf: day(-12), waivers: [{ code: 'prospect_no_show' }] };
    const waiting = one({ ...HELD, ...terms(), no_show: { cure_within: '60 days' } }, lifted);
    expect([waiting.verdict, waiting.resolvesAt]).toEqual(['pending', endOfDay(-9)]);
    const lost = one({ ...both, ...terms() }, { meetings: [{ ...small, starts_at: day(-12) }], asOf: day(-11) });
    expect([lost.verdict, lost.resolvesAt]).toEqual(['not_billable', undefined]);
  });

  test.each<[object, Partial<Given>, string]>([
    [{ event: 'held' }, {}, 'held'],
    [{ event: 'booked' }, {}, 'booked'],
    [{ event: 'delivered' }, { meetings: [{ id: 'L-1', delivered_at: day(0) }] }, 'delivered'],
    [{ event: 'delivered' }, {}, 'held'],
    [{ event: 'accepted' }, { decisions: decided('accepted', day(1)) }, 'accepted_explicit'],
    [{ event: 'held' }, { meetings: [{ ...small, outcome: 'no_show_client' }] }, 'client_no_show'],
    [{ event: 'opportunity' }, { opportunities: [{ lead_id: 'M-1', created_at: day(1) }] }, 'held'],
  ])('to pay by %j has a reason', (billable, more, code) => {
    const rules = { billable, ...('event' in billable && billable.event === 'accepted' ? terms() : {}) };
    expect(said(rules, { meetings: [small], ...more })).toEqual(['billable', code]);
  });

  test('of what is claimed later is recognized when its invoice came', () => {
    const submission = { submission: { within: '5 days', late: 'next_period' } };
    const invoice = [{ line_id: 'A', meeting_id: 'M-1' }];
    const received = { 'invoice.csv': day(40) };
    const chain = one({ ...HELD, ...submission }, { meetings: [small], invoice, received });
    expect(chain.billings.map((b) => b.recognized)).toEqual([day(40)]);
    const inTime = one({ ...HELD, ...submission }, { meetings: [small], invoice, received: { 'invoice.csv': day(2) } });
    expect(inTime.billings.map((b) => b.recognized)).toEqual([day(0)]);
    expect(one({ ...HELD, ...big }, { meetings: [small] }).billings).toEqual([]);
  });
});

describe('the term', () => {
  const term = (keys: object, meetings: Given['meetings'], rules: object = HELD) => {
    const [chain] = judged(rules, { meetings: meetings ?? [], term: keys });
    return chain?.rulings.filter((r) => r.rule === 'sow').map(({ code, args }) => ({ code, ...args }));
  };
  const own = [booked('M-1')];
  const bookedOn = date(-14);

  test('holds its first and last day', () => {
    expect(term({ starts: bookedOn, ends: date(0) }, own)).toEqual([]);
    expect(term({ starts: date(-13) }, own)).toEqual([
      { code: 'out_of_term', starts: date(-13), ends: 'open', at: bookedOn },
    ]);
    expect(term({ ends: date(-15) }, own)).toEqual([
      { code: 'out_of_term', starts: 'open', ends: date(-15), at: bookedOn },
    ]);
    expect(term({ ends: bookedOn }, [booked('M-1', { starts_at: day(-14) })])).toEqual([]);
    expect(term({}, own)).toEqual([]);
  });

  test('ends with the notice or with its own last day, whichever is first', () => {
    const to = (keys: object, notice?: string) =>
      termOf(sowWith({ termination: notice ? { notice, received: '2026-06-01', after_hours: 'same' } : {} }, [], keys))
        .to;
    expect(to({})).toBeUndefined();
    expect(to({ ends: '2026-12-31' })).toBe('2026-12-31');
    expect(to({ ends: '2026-12-31' }, '10 days')).toBe('2026-06-11');
    expect(to({ ends: '2026-06-05' }, '10 days')).toBe('2026-06-05');
    expect(to({}, '10 days')).toBe('2026-06-11');
  });

  test('ends what is held after it, but for the tail', () => {
    expect(term({ ends: date(-1) }, own)).toEqual([
      { code: 'after_term', starts: 'open', ends: date(-1), at: date(0) },
    ]);
    const tail = (text: string) => ({ ...HELD, termination: { tail: text } });
    expect(term({ ends: date(-3) }, own, tail('3 days'))).toEqual([]);
    expect(term({ ends: date(-3) }, own, tail('2 days'))).toMatchObject([{ code: 'after_term' }]);
  });

  test('asks nothing of what was not held, or need not be', () => {
    expect(term({ ends: date(-1) }, [booked('M-1', { outcome: 'no_show_prospect' })])).toEqual([]);
    expect(term({ ends: date(-1) }, own, { billable: { event: 'booked' } })).toEqual([]);
    expect(
      term({ ends: date(0) }, [{ id: 'L-1', delivered_at: day(-1) }], { billable: { event: 'delivered' } }),
    ).toEqual([]);
  });
});

describe('what rows come to', () => {
  const chains = (given: Given) =>
    readingOf(sowWith(HELD), {
      asOf: LATER,
      known: knownOf(given),
      received: new Map(),
      closedTouches: [],
      billed: { period: { label: '2026-06', from: '2026-06-01', to: '2026-06-30' }, isKnownThen: () => true },
      invoice: [],
      decided: [],
    }).judge(false);
  const found = (given: Given) => chains(given).map((c) => [c.id, c.slots[0]?.evidence.crm.length]);
  const crm = (hours: number) => [
    { email: 'm-1@m-1.example', starts_at: day(0) + hours * 3_600_000, outcome: 'held' as const },
  ];

  test('is proved by evidence of a start that was shifted, as far as the SOW says', () => {
    expect(found({ meetings: [booked('M-1')], crm: crm(2) })).toEqual([['M-1', 1]]);
    expect(found({ meetings: [booked('M-1')], crm: crm(2.5) })).toEqual([['M-1', 0]]);
    // Whole hours are a zone that was not told.
    expect(found({ meetings: [booked('M-1')], crm: crm(5) })).toEqual([['M-1', 1]]);
  });

  test('rests on no evidence where the row is of another vendor', () => {
    const other = booked('X-1', { email: 'm-1@m-1.example', vendor: 'Other' });
    expect(found({ meetings: [other, booked('M-1')], crm: crm(0) })).toEqual([
      ['M-1', 1],
      ['X-1', 0],
    ]);
  });
});

describe('what is known of a chain', () => {
  const noShow = { outcome: 'no_show_prospect' as const };

  test('is judged by the version in force when it was booked', () => {
    const rules = { ...HELD, evidence: { enough: ['crm'] } };
    const amendments = [{ from: date(-10), rules: { evidence: { enough: ['vendor'] } } }];
    const meetings = [booked('M-1'), booked('M-2', { booked_at: day(-10) })];
    const verdicts = (given: Partial<Given>) => judged(rules, { meetings, ...given }).map((c) => c.verdict);
    expect(verdicts({ amendments })).toEqual(['review', 'billable']);
    expect(verdicts({})).toEqual(['review', 'review']);
  });

  test('the client reports by a CRM entry that says something, or by a decision', () => {
    const rules = { ...HELD, no_show: { client_must_report_within: '2 days' }, evidence: { enough: ['attendance'] } };
    const found = (given: Given) => one(rules, { meetings: [booked('M-1')], ...given }).course.slot?.happened?.row;
    const entry = (outcome: string | undefined, modified_at?: number) => ({
      crm: [{ meeting_id: 'M-1', starts_at: day(0), outcome: outcome as never, modified_at }],
    });
    expect(found({})).toBe(0);
    expect(found(entry('no_show', day(1)))).toBe(17);
    expect(found(entry('no_show', day(4)))).toBe(0);
    expect(found(entry('no_show'))).toBe(17);
    expect(found(entry('scheduled', day(1)))).toBe(0);
    expect(found(entry(undefined, day(1)))).toBe(0);
    const decided = (cells: object) => ({ decisions: [{ decision: 'accepted' as const, at: day(1), ...cells }] });
    expect(found(decided({ meeting_id: 'M-1' }))).toBe(17);
    expect(found(decided({ meeting_id: 'M-2' }))).toBe(0);
    expect(found(decided({}))).toBe(0);
    expect(found(decided({ meeting_id: 'M-1', at: undefined }))).toBe(0);
    const lead = booked('M-1', { lead_id: 'L-1' });
    expect(found({ meetings: [lead], ...decided({ lead_id: 'L-1' }) })).toBe(17);
    expect(found({ meetings: [lead], ...decided({ lead_id: 'L-1', meeting_id: 'M-1' }) })).toBe(17);
  });

  test('a rebooking joins what was not held, from when it was free', () => {
    const second = (at: number, more: object = {}) =>
      booked('M-2', { email: 'm-1@m-1.example', booked_at: at, starts_at: day(9), ...more });
    const chains = (first: object, at: number) => judged(HELD, { meetings: [booked('M-1', first), second(at)] }).length;
    expect(chains(noShow, day(1))).toBe(1);
    expect(chains(noShow, day(-3))).toBe(2);
    expect(chains({ outcome: 'no_show_client' }, day(-3))).toBe(2);
    expect(chains({ outcome: 'no_show_client' }, day(1))).toBe(1);
    const moved = (canceled_at?: number) => ({ outcome: 'canceled_prospect', canceled_at });
    expect(chains(moved(day(-3)), day(-3))).toBe(1);
    expect(chains(moved(day(-3)), day(-4))).toBe(2);
    expect(chains(moved(), day(-3))).toBe(1);
    expect(chains({ outcome: 'held' }, day(1))).toBe(2);
    // Once it was made good, the next booking is another lead.
    const cured = second(day(1), { starts_at: day(2) });
    const next = { ...second(day(5)), id: 'M-3' };
    expect(judged(HELD, { meetings: [booked('M-1', noShow), cured, next] }).map((c) => c.slots.length)).toEqual([2, 1]);
    expect(chains({ outcome: 'technical' }, day(-3))).toBe(1);
    expect(chains({ outcome: 'technical' }, day(-15))).toBe(2);
    const log = (...attendance: NonNullable<Given['attendance']>) =>
      judged(
        { ...HELD, attendance: { wait: '10 minutes' } },
        { meetings: [booked('M-1'), second(day(-3))], attendance },
      ).length;
    const came = (name: string, minutes: number) => ({
      meeting_id: 'M-1',
      email: name,
      joined_at: day(0),
      left_at: day(0) + minutes * 60_000,
    });
    expect(log(came('dana@client.example', 5))).toBe(2);
    expect(log(came('vic@vendor.example', 5))).toBe(2);
  });

  test('a window may begin with the report of any slot', () => {
    const rules = { ...HELD, acceptance: { window: '5 days', starts: 'reported' } };
    const meetings = [
      booked('M-1', noShow),
      booked('M-1b', { previous_id: 'M-1', starts_at: day(2), reported_at: day(5) }),
    ];
    expect(one(rules, { meetings }).acceptance.at).toBe(endOfDay(10));
    expect(one(rules, { meetings: [booked('M-1')] }).acceptance).toMatchObject({ state: 'open', at: undefined });
    const held = { ...HELD, acceptance: { window: '5 days', starts: 'held' } };
    expect(one(held, { meetings }).acceptance.at).toBe(endOfDay(7));
    expect(one(held, { meetings: [booked('M-1', noShow)] }).acceptance.at).toBeUndefined();
  });

  test('what happened matters where meetings are paid, or leads with a slot', () => {
    const occurs = (event: string, meetings: Given['meetings']) =>
      one({ billable: { event }, acceptance: {} }, { meetings: meetings ?? [] }).occurs;
    const lead = [{ id: 'L-1', delivered_at: day(0) }];
    const events = ['held', 'opportunity', 'delivered', 'accepted', 'booked'];
    expect(events.map((event) => occurs(event, [booked('M-1')]))).toEqual([true, true, true, true, false]);
    expect(events.map((event) => occurs(event, lead))).toEqual([true, true, false, false, false]);
    const later = [...lead, booked('L-2', { previous_id: 'L-1' })];
    expect(occurs('delivered', later)).toBe(true);
  });

  test('opportunities are those of its ids, or of its contact', () => {
    const found = (cells: object, meeting = booked('M-1', { lead_id: 'L-1' })) =>
      one(HELD, { meetings: [meeting], opportunities: [cells] }).opportunities.length;
    expect(found({ lead_id: 'M-1' })).toBe(1);
    expect(found({ lead_id: 'L-1' })).toBe(1);
    // The CRM has an id of its own for the lead, which no drop knows.
    expect(found({ lead_id: 'L-2', contact: 'm-1@m-1.example' })).toBe(1);
    expect(found({ contact: 'm-1@m-1.example' })).toBe(1);
    expect(found({ contact: 'other@m-1.example' })).toBe(0);
    expect(found({}, booked('M-1', { email: undefined }))).toBe(0);
  });

  test('the first invoice that names it', () => {
    const came = (invoice: Given['invoice'], received: Given['received'] = { 'invoice.csv': day(5) }) =>
      one(HELD, { meetings: [booked('M-1', { lead_id: 'L-1' })], invoice: invoice ?? [], received }).invoicedAt;
    expect(came([{ meeting_id: 'M-1' }])).toBe(day(5));
    expect(came([{ lead_id: 'L-1' }])).toBe(day(5));
    expect(came([{ meeting_id: 'M-2' }])).toBeUndefined();
    expect(came([{ line_id: 'A' }])).toBeUndefined();
    expect(came([{ meeting_id: 'M-1' }], {})).toBeUndefined();
    const row = (file: string, line: number) => ({ source: 'invoice' as const, file, line, n: line });
    const two = [
      { meeting_id: 'M-1', row: row('b.csv', 1) },
      { meeting_id: 'M-1', row: row('a.csv', 1) },
    ];
    expect(came(two, { 'a.csv': day(3), 'b.csv': day(8) })).toBe(day(3));
  });

  test('attempts after the last no-show, up to as-of', () => {
    const call = (at: number, email = 'm-1@m-1.example') => ({ started_at: at, email });
    const calls = [
      call(day(0) - 1),
      call(day(0)),
      call(day(3)),
      call(day(6)),
      call(day(6) + 1),
      call(day(3), 'x@y.example'),
      call(day(3), 'boss@m-1.example'),
    ];
    const attempts = (first: object, more: Partial<Given> = { calls }) =>
      one({ ...HELD, no_show: { cure_within: '30 days' } }, { meetings: [booked('M-1', first)], asOf: day(6), ...more })
        .attemptsAfterNoShow;
    expect(attempts(noShow)).toBe(3);
    expect(attempts({ outcome: 'canceled_vendor' })).toBeUndefined();
    expect(attempts(noShow, {})).toBeUndefined();
    const again = [booked('M-1', noShow), booked('M-1b', { previous_id: 'M-1', starts_at: day(2), ...noShow })];
    expect(attempts(noShow, { calls, meetings: again })).toBe(2);
  });

  test('chains are judged in order of delivery, then id', () => {
    const rules = { ...HELD, duplicates: { keys: ['domain'], against: 'delivered' } };
    const same = (id: string, at: number) => booked(id, { email: `${id}@one.example`, booked_at: at });
    const codes = (...meetings: ReturnType<typeof same>[]) =>
      judged(rules, { meetings }).map((c) => [c.id, c.primary.code]);
    expect(codes(same('M-10', day(-5)), same('M-9', day(-5)), same('M-11', day(-6)))).toEqual([
      ['M-11', 'held'],
      ['M-9', 'duplicate_contact'],
      ['M-10', 'duplicate_contact'],
    ]);
  });

  test("the cap of rejections counts this vendor's leads", () => {
    const rules = { ...HELD, acceptance: { window: '90 days', starts: 'delivered', rejection_cap: '50%' } };
    const decisions = ['M-1', 'M-2'].map((meeting_id, i) => ({
      meeting_id,
      decision: 'rejected' as const,
      at: day(i),
    }));
    const codes = (vendor?: string) =>
      judged(rules, {
        meetings: [booked('M-1'), booked('M-2'), booked('M-3', { vendor }), booked('M-4', { vendor })],
        decisions,
      })
        .slice(0, 2)
        .map((c) => c.primary.code);
    expect(codes()).toEqual(['rejected_valid', 'rejected_valid']);
    // Leads of other days of the month are counted with them, those of other months are not.
    const spread = (...days: readonly number[]) =>
      judged(rules, {
        meetings: days.map((n, i) => booked(`M-${i + 1}`, { booked_at: day(n), starts_at: day(40) })),
        decisions,
        asOf: day(41),
      })
        .filter((c) => c.id === 'M-1' || c.id === 'M-2')
        .map((c) => c.primary.code);
    expect(spread(-14, -13, -12, -11)).toEqual(['rejected_valid', 'rejected_valid']);
    expect(spread(-14, -13, 20, 21)).toEqual(['rejected_valid', 'rejection_over_cap']);
    expect(codes('Other')).toEqual(['rejected_valid', 'rejection_over_cap']);
  });
});
