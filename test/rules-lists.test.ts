import { describe, expect, test } from 'vitest';
import { reportOf } from '../src/judge/report-due.ts';
import type { InputFile } from '../src/read/records.ts';
import { booked, codes, found, type Given, says } from './support/judged.ts';
import { day, endOfDay, HELD, sowWith } from './support/slots.ts';

const own = booked('M-1');
const MINE = 'm-1@m-1.example';
const SITE = 'm-1.example';
const BOOKED = day(-14);
const call = (at: number, more: object = {}) => ({ started_at: at, email: MINE, talk: 60, ...more });

describe('attribution', () => {
  const terms = (more: object = {}) => ({
    level: 'contact',
    inbound_lookback: '30 days',
    qualifying_touch: 'any',
    credit_after_touch: '10 days',
    ...more,
  });
  const ask = (at: number, more: object = {}) => ({ at, email: MINE, ...more });
  const given = (inbound: Given['inbound'], calls: Given['calls'], cells: object = {}): Given => ({
    meetings: [booked('M-1', cells)],
    inbound: inbound ?? [],
    ...(calls ? { calls } : {}),
  });
  const at = '2026-05-30';
  const REQUEST = day(-16);

  test('says who came first', () => {
    expect(says('attribution', terms(), given([], []))).toEqual([['no_inbound', 'pass', {}, ['meetings 1']]]);
    expect(says('attribution', terms(), given([ask(REQUEST)], []))).toEqual([
      ['inbound_first', 'fail', { at }, ['inbound 1']],
    ]);
    expect(says('attribution', terms(), given([ask(REQUEST)], [call(day(-17))]))).toEqual([
      ['vendor_first', 'pass', { at, touch: '2026-05-29' }, ['calls 1', 'inbound 1']],
    ]);
    expect(says('attribution', terms(), given([ask(REQUEST)], undefined))).toEqual([
      ['no_qualifying_touch/no_call_log', 'review', { at }, ['inbound 1'], ['the call log']],
    ]);
  });

  test('a touch counts before the request and within the window', () => {
    const touched = (when: number, more: object = {}) =>
      codes('attribution', terms(more), given([ask(REQUEST)], [call(when)]))[0];
    expect(touched(REQUEST)).toBe('inbound_first fail');
    expect(touched(REQUEST, { tie: 'vendor' })).toBe('vendor_first pass');
    expect(touched(REQUEST + 1, { tie: 'vendor' })).toBe('inbound_first fail');
    expect(touched(REQUEST - 1)).toBe('vendor_first pass');
    expect(touched(day(-26))).toBe('vendor_first pass');
    expect(touched(day(-27))).toBe('inbound_first fail');
    expect(touched(day(-90), { credit_after_touch: null })).toBe('vendor_first pass');
    const atEnd = given([ask(endOfDay(-16))], [call(day(-26))]);
    expect(codes('attribution', terms(), atEnd)).toEqual(['vendor_first pass']);
  });

  test('and only where it is long enough', () => {
    const talk = { qualifying_touch: { talk: '30 seconds' } };
    const touched = (...calls: NonNullable<Given['calls']>) =>
      says('attribution', terms(talk), given([ask(REQUEST)], calls));
    expect(touched(call(day(-17), { talk: 30 }))[0]?.[0]).toBe('vendor_first');
    expect(touched(call(day(-18), { talk: 29 }), call(day(-17), { talk: 10 }))).toEqual([
      ['no_qualifying_touch', 'fail', { at }, ['inbound 1', 'calls 1', 'calls 2']],
    ]);
    expect(touched(call(day(-18), { talk: 29 }), call(day(-17), { talk: undefined }))).toEqual([
      ['no_qualifying_touch/talk_unknown', 'review', { at }, ['calls 2'], ['the talk time of the call']],
    ]);
    expect(touched()[0]?.[0]).toBe('inbound_first');
    const mute = [call(day(-17), { talk: undefined })];
    expect(codes('attribution', terms(), given([ask(REQUEST)], mute))).toEqual(['vendor_first pass']);
  });

  test('a request counts before the booking, within the look-back, of the contact or the account', () => {
    const asked = (cells: object, more: object = {}, meeting: object = {}) =>
      codes('attribution', terms(more), given([{ at: REQUEST, ...cells }], [], meeting))[0];
    expect(asked({ email: MINE, at: BOOKED })).toBe('inbound_first fail');
    expect(asked({ email: MINE, at: BOOKED + 1 })).toBe('no_inbound pass');
    expect(asked({ email: MINE, at: day(-44) })).toBe('inbound_first fail');
    expect(asked({ email: MINE, at: day(-45) })).toBe('no_inbound pass');
    expect(asked({ email: MINE, at: day(-400) }, { inbound_lookback: null })).toBe('inbound_first fail');
    expect(asked({ email: MINE, at: undefined }, { inbound_lookback: null })).toBe('no_inbound pass');
    const other = `x@${SITE}`;
    expect(asked({ email: other })).toBe('no_inbound pass');
    expect(asked({ email: other, domain: SITE })).toBe('no_inbound pass');
    expect(asked({ domain: SITE })).toBe('inbound_first fail');
    expect(asked({ email: other }, { level: 'account' })).toBe('inbound_first fail');
    expect(asked({ email: other, domain: 'x.example' }, { level: 'account' })).toBe('no_inbound pass');
    expect(asked({}, { level: 'account' })).toBe('no_inbound pass');
    expect(asked({}, {}, { email: undefined })).toBe('no_inbound pass');
    expect(asked({ email: 'x@gmail.com' }, { level: 'account' }, { email: 'y@gmail.com' })).toBe('no_inbound pass');
    const two = given([ask(day(-20)), ask(REQUEST)], []);
    expect(codes('attribution', terms(), two)).toEqual(['inbound_first fail', 'inbound_first fail']);
  });

  test("an account's touch is one of anybody there", () => {
    const colleague = [call(day(-17), { email: `boss@${SITE}` })];
    expect(codes('attribution', terms({ level: 'account' }), given([ask(REQUEST)], colleague))).toEqual([
      'vendor_first pass',
    ]);
    expect(codes('attribution', terms(), given([ask(REQUEST)], colleague))).toEqual(['inbound_first fail']);
    const byCompany = [call(day(-17), { email: undefined, company: 'One Inc.' })];
    const firm = { company: 'One' };
    expect(codes('attribution', terms({ level: 'account' }), given([ask(REQUEST)], byCompany, firm))[0]).toBe(
      'vendor_first pass',
    );
    const byPhone = [call(day(-17), { email: undefined, phone: '+15550001' })];
    expect(codes('attribution', terms(), given([ask(REQUEST)], byPhone, { phone: '+15550001' }))[0]).toBe(
      'vendor_first pass',
    );
    const inbound = [call(day(-17), { direction: 'inbound' }), call(day(-17), { started_at: undefined })];
    expect(codes('attribution', terms(), given([ask(REQUEST)], inbound))[0]).toBe('inbound_first fail');
    const order = [call(day(-17)), call(day(-19))];
    expect(says('attribution', terms(), given([ask(REQUEST)], order))[0]?.[3]).toEqual(['calls 2', 'inbound 1']);
  });

  describe('a lead that was handed over', () => {
    const handed = terms({ handover: { rate_class: 'mql', first_attempt_within: '2 days' } });
    const over = (handovers: Given['handovers'], calls: Given['calls'] = [], more: Partial<Given> = {}): Given => ({
      ...given([ask(REQUEST)], calls),
      handovers: handovers ?? [],
      ...more,
    });

    test('is the class of its own', () => {
      expect(says('attribution', handed, over([{ email: MINE, at: day(-20) }]))).toEqual([
        ['handed_over', 'pass', { at: '2026-05-26', class: 'mql' }, ['handovers 1']],
      ]);
      const is = (cells: object) =>
        codes('attribution', handed, over([{ at: day(-20), ...cells }]))[0] === 'handed_over pass';
      expect([
        is({ domain: SITE }),
        is({ domain: 'x.example' }),
        is({}),
        is({ email: `x@${SITE}`, domain: SITE }),
      ]).toEqual([true, false, false, false]);
      expect([
        is({ email: MINE, at: BOOKED }),
        is({ email: MINE, at: BOOKED + 1 }),
        is({ email: MINE, at: undefined }),
      ]).toEqual([true, false, false]);
      const twice = over([
        { email: MINE, at: day(-18) },
        { email: MINE, at: day(-20) },
      ]);
      expect(says('attribution', handed, twice)[0]?.[3]).toEqual(['handovers 2']);
      const unnamed = over([{ at: day(-20) }], [], { meetings: [booked('M-1', { email: undefined })] });
      expect(codes('attribution', handed, unnamed)).toEqual(['no_inbound pass']);
      const inOrder = { ...twice, handovers: twice.handovers?.toReversed() ?? [] };
      expect(says('attribution', handed, inOrder)[0]?.[3]).toEqual(['handovers 1']);
      expect(codes('attribution', terms(), over([{ email: MINE, at: day(-20) }]))[0]).toBe('inbound_first fail');
    });

    test('and not tried in time is a finding', () => {
      const tried = (...given: Parameters<typeof over>) => found('attribution', handed, over(...given));
      const list = [{ email: MINE, at: day(-20) }];
      const args = { id: 'M-1', at: '2026-05-26T14:00' };
      expect(tried(list, [call(day(-17))])).toEqual([
        ['late_first_attempt', { ...args, first: '2026-05-29T14:00' }, ['handovers 1', 'calls 1']],
      ]);
      expect(tried(list, [call(day(-21))])).toEqual([
        ['late_first_attempt', { ...args, first: 'never' }, ['handovers 1']],
      ]);
      expect(tried(list, [call(endOfDay(-18))])).toEqual([]);
      expect(tried(list, [call(day(-20))])).toEqual([]);
      const colleague = call(day(-20), { email: `boss@${SITE}` });
      expect(tried(list, [colleague])[0]?.[1]).toEqual({ ...args, first: 'never' });
      expect(tried(list, [], { asOf: endOfDay(-18) })).toEqual([]);
      expect(tried(list, undefined, { calls: undefined as never })).toEqual([]);
      expect(tried([])).toEqual([]);
    });
  });
});

describe('exclusions', () => {
  const customers = (rows: Given['customers'], more: object = {}, cells: object = {}) =>
    says('exclusions', { customers: { ...more } }, { meetings: [booked('M-1', cells)], customers: rows ?? [] });
  const entry = (more: object = {}) => ({ domain: SITE, sent_at: day(-40), ...more });
  const args = { account: SITE, since: 'an unknown date' };

  test('of customers, by the list that binds', () => {
    expect(customers([entry({ since: day(-60) })])).toEqual([
      ['excluded_customer', 'fail', { account: SITE, since: '2026-04-16' }, ['customers 1']],
    ]);
    expect(customers([entry({ sent_at: undefined })])).toEqual([
      ['list_version_unknown', 'review', args, ['customers 1'], ['when it was sent: `sent_at` in sources.customers']],
    ]);
    expect(customers([entry({ sent_at: undefined }), entry()])[0]?.slice(0, 4)).toEqual([
      'excluded_customer',
      'fail',
      args,
      ['customers 2'],
    ]);
    const is = (more: object, terms: object = {}) => customers([entry(more)], terms).length === 1;
    expect([is({ sent_at: BOOKED }), is({ sent_at: BOOKED + 1 })]).toEqual([true, false]);
    expect([is({ sent_at: day(-17) }, { grace: '3 days' }), is({ sent_at: day(-18) }, { grace: '3 days' })]).toEqual([
      false,
      true,
    ]);
    expect([is({ since: BOOKED }), is({ since: BOOKED + 1 })]).toEqual([true, false]);
    expect([is({ from: endOfDay(-14) }), is({ from: day(-13) })]).toEqual([true, false]);
    expect([is({ to: BOOKED - 3_600_000 }), is({ to: day(-15) })]).toEqual([true, false]);
    expect([is({ since: day(-1) }, { as_of: 'held' }), is({ since: day(-1) }, { as_of: 'booked' })]).toEqual([
      true,
      false,
    ]);
    expect([is({ domain: 'x.example' }), is({ domain: undefined })]).toEqual([false, false]);
  });

  test('with several products, any of which may be the one', () => {
    const cross = { cross_sell: { products: ['Plus', 'Pro'], factor: '50%' } };
    expect(customers([entry({ product: 'Basic' })], cross, { product: 'pro' })[0]?.[0]).toBe('cross_sell');
  });

  test('by address, domain or company', () => {
    const hit = (cells: object, meeting: object = {}) =>
      customers([{ sent_at: day(-40), ...cells }], {}, meeting).map(
        ([, , args]) => (args as typeof args & { account: string }).account,
      );
    expect(hit({ email: MINE })).toEqual([MINE]);
    expect(hit({ email: 'x@x.example' })).toEqual([]);
    expect(hit({ company: 'ONE Inc' }, { company: 'One' })).toEqual(['ONE Inc']);
    expect(hit({ company: 'ONE Inc', domain: 'x.example' }, { company: 'One', email: undefined })).toEqual([
      'x.example',
    ]);
    expect(hit({ company: 'Two' }, { company: 'One' })).toEqual([]);
    expect(hit({}, { email: undefined })).toEqual([]);
  });

  test('what may be another account of nearly the same name is in doubt, while its entry rules anything out', () => {
    const sent = { sent_at: day(-40) };
    const lead = { company: 'Harborline Freight' };
    const doubt = ['list_in_doubt', 'review'];
    const said = (cells: object, meeting: object = lead) =>
      customers([{ ...sent, ...cells }], {}, meeting).map(([code, result]) => [code, result]);
    expect(said({ company: 'Harbourline Freight Ltd' })).toEqual([doubt]);
    expect(said({ company: 'Harborline Freight', domain: 'x.example' })).toEqual([doubt]);
    expect(said({ domain: 'harborlinefreight.example' }, { ...lead, email: undefined })).toEqual([doubt]);
    expect(said({ company: 'Harborline' })).toEqual([]);
    expect(said({ company: 'Harbourline Freight', to: day(-15) })).toEqual([]);
    expect(customers([{ ...sent, company: 'Harbourline Freight' }], {}, lead)).toEqual([
      [
        ...doubt,
        { account: 'Harborline Freight (m-1.example)', entry: 'Harbourline Freight' },
        ['customers 1'],
        ['whether they are one: then add m-1.example to the list, else waive it'],
      ],
    ]);
    // An entry that surely is the account decides.
    expect(
      customers(
        [
          { ...sent, company: 'Harbourline Freight' },
          { ...sent, ...lead },
        ],
        {},
        lead,
      ).map(([code]) => code),
    ).toEqual(['excluded_customer']);
  });

  test('a product that the customer has not is a cross-sell', () => {
    const cross = { cross_sell: { products: ['Plus'], factor: '50%' } };
    const named = { ...args, product: ' PLUS', factor: '50%' };
    const sold = (product: string | undefined, ...products: (string | undefined)[]) =>
      customers(
        products.map((p) => entry({ product: p })),
        cross,
        { product },
      );
    expect(sold(' PLUS', 'Basic')).toEqual([['cross_sell', 'pass', named, ['customers 1']]]);
    expect(sold(' PLUS', 'Basic', undefined)).toEqual([
      ['product_unknown', 'review', named, ['customers 1', 'customers 2'], [`whether ${SITE} owns plus`]],
    ]);
    expect(sold('Plus', 'Basic', ' plus ')[0]?.[0]).toBe('excluded_customer');
    expect(sold('Other', 'Basic')[0]?.[0]).toBe('excluded_customer');
    expect(sold(undefined, 'Basic')[0]?.[0]).toBe('excluded_customer');
    expect(customers([entry({ product: 'Basic' })], {}, { product: 'Plus' })[0]?.[0]).toBe('excluded_customer');
  });

  test('of competitors and of named ones, while they are in force', () => {
    for (const [list, on, code] of [
      ['competitors', { competitors: {} }, 'excluded_competitor'],
      ['named', { named: { file: 'named.csv' } }, 'excluded_named'],
    ] as const) {
      const hit = (cells: object, terms: object = on) =>
        says('exclusions', terms, { meetings: [own], [list]: [{ domain: SITE, ...cells }] } as Given);
      expect(hit({})).toEqual([[code, 'fail', { account: SITE }, [`${list} 1`]]]);
      expect(hit({ email: MINE })[0]?.[2]).toEqual({ account: MINE });
      expect(hit({}, {})).toEqual([]);
      expect([
        hit({ from: BOOKED, to: BOOKED }).length,
        hit({ from: day(-13) }).length,
        hit({ to: day(-15) }).length,
      ]).toEqual([1, 0, 0]);
      expect([hit({ sent_at: BOOKED }).length, hit({ sent_at: BOOKED + 1 }).length]).toEqual([1, 0]);
      expect(hit({ domain: 'x.example' })).toEqual([]);
    }
  });

  test("of one's own staff", () => {
    const staff = (email: string | undefined, terms: object = { own_staff: {} }) =>
      says('exclusions', terms, { meetings: [booked('M-1', { email })] });
    expect(staff('a@client.example')).toEqual([
      ['excluded_own_staff', 'fail', { account: 'client.example' }, ['meetings 1']],
    ]);
    expect(staff('a@eu.vendor.example')[0]?.[2]).toEqual({ account: 'vendor.example' });
    const sub = {
      meetings: [booked('M-1', { email: 'a@alder.example' })],
      term: { client_domains: ['mail.alder.example'] },
    };
    expect(codes('exclusions', { own_staff: {} }, sub)).toEqual(['excluded_own_staff fail']);
    expect([staff(MINE), staff(undefined), staff('a@client.example', {})]).toEqual([[], [], []]);
  });

  test('of accounts with an open opportunity, by its stage at the booking', () => {
    const opened = (rows: Given['opportunities'], cells: object = {}) =>
      says(
        'exclusions',
        { open_opportunities: { stages: [' Proposal ', 'demo'] } },
        {
          meetings: [booked('M-1', cells)],
          opportunities: rows ?? [],
        },
      );
    const o = (more: object = {}) => ({ id: 'O-1', domain: SITE, stage: ' PROPOSAL', stage_at: day(-20), ...more });
    const found = { account: SITE, stage: ' PROPOSAL', since: '2026-05-26' };
    expect(opened([o()])).toEqual([['excluded_open_opportunity', 'fail', found, ['opportunities 1']]]);
    expect(opened([o({ stage_at: undefined, created_at: day(-20) })])[0]?.[2]).toEqual(found);
    expect(opened([o({ stage_at: undefined })])).toEqual([
      [
        'excluded_open_opportunity/stage_unknown',
        'review',
        { ...found, since: 'an unknown date' },
        ['opportunities 1'],
        ['the stage on the booking date'],
      ],
    ]);
    const is = (...rows: NonNullable<Given['opportunities']>) => opened(rows).length;
    expect([is(o({ stage_at: BOOKED })), is(o({ stage_at: BOOKED + 1 }))]).toEqual([1, 0]);
    expect([is(o({ closed_at: BOOKED })), is(o({ closed_at: BOOKED + 1 }))]).toEqual([0, 1]);
    expect([is(o({ stage: 'won' })), is(o({ stage: undefined })), is(o({ domain: 'x.example' }))]).toEqual([0, 0, 0]);
    expect([
      is(o(), o({ stage: 'won', stage_at: day(-15) })),
      is(o({ stage: 'won', stage_at: day(-25) }), o()),
    ]).toEqual([0, 1]);
    expect(is(o({ stage: 'won', stage_at: day(-15) }), o())).toBe(0);
    expect([is(o(), o({ id: 'O-2' })), is(o({ id: undefined }), o({ id: undefined }))]).toEqual([2, 2]);
    const byName = (account: string | undefined, cells: object) =>
      opened([o({ domain: undefined, account })], cells).length;
    expect([byName('ONE inc', { company: 'One' }), byName('Two', { company: 'One' }), byName(undefined, {})]).toEqual([
      1, 0, 0,
    ]);
    // One that may be the account's is in doubt by its whole history.
    const near = (...rows: object[]) =>
      opened(
        rows.map((cells) => o({ domain: undefined, account: 'Harbourline Freight', ...cells })),
        { company: 'Harborline Freight' },
      ).map(([code]) => code);
    expect([near({}), near({}, { stage: 'won', stage_at: day(-15) })]).toEqual([['list_in_doubt'], []]);
    expect(byName('x', {})).toBe(0);
    expect(byName(undefined, { company: 'One' })).toBe(0);
    expect(opened([o({ account: 'One' })], { email: undefined, company: 'One' })[0]?.[2]).toMatchObject({
      account: 'one',
    });
  });
});

describe('qualification', () => {
  const qualified = (terms: object, cells: object, more: Partial<Given> = {}) =>
    says('qualification', terms, { meetings: [booked('M-1', cells)], ...more }).map((saying) => saying.slice(0, 5));
  const size = { criteria: { employees: { min: '200' }, industry: 'retail' } };

  test('says what fails, or what nobody knows', () => {
    expect(qualified(size, { employees: 200, industry: 'Retail' })).toEqual([
      ['qualified', 'pass', {}, ['meetings 1']],
    ]);
    expect(qualified(size, { employees: 100, industry: 'Retail' })).toEqual([
      ['icp_mismatch', 'fail', { field: 'employees', value: '"100"' }, ['meetings 1']],
    ]);
    expect(qualified(size, { employees: 300 })).toEqual([
      ['answer_missing', 'review', { field: 'industry', value: 'unknown' }, ['meetings 1'], ['industry']],
    ]);
    expect(qualified(size, { employees: 100 }).map(([code]) => code)).toEqual(['icp_mismatch']);
    expect(qualified({ ...size, unknown: 'pass' }, { employees: 300 })).toEqual([
      ['qualified/unknown_passes', 'pass', { fields: 'industry' }, ['meetings 1']],
    ]);
    expect(qualified({ ...size, unknown: 'fail' }, { employees: 300 })).toEqual([
      ['answer_missing', 'fail', { field: 'industry', value: 'unknown' }, ['meetings 1']],
    ]);
  });

  test('asks for so many of them', () => {
    const bant = { criteria: { budget: 'yes', need: 'yes', timing: 'yes' }, require: { at_least: '2' } };
    const code = (cells: object) => qualified(bant, cells).map(([code, result]) => `${code} ${result}`);
    expect(code({ budget: 'yes', need: 'yes', timing: 'no' })).toEqual(['qualified/enough_met pass']);
    expect(code({ budget: 'yes', need: 'yes', timing: 'yes' })).toEqual(['qualified pass']);
    expect(qualified(bant, { budget: 'yes', need: 'yes' })[0]?.[2]).toEqual({ met: 2, all: 3, least: 2 });
    expect(code({ budget: 'yes', need: 'no', timing: 'no' })).toEqual(['answer_failed fail', 'answer_failed fail']);
    expect(code({ budget: 'yes', need: 'no' })).toEqual(['answer_missing review']);
    expect(code({ need: 'no', timing: 'no' })).toEqual(['answer_failed fail', 'answer_failed fail']);
  });

  test('calls a person, an answer and a firm by their names', () => {
    const code = (criteria: object, cells: object) => qualified({ criteria }, cells)[0]?.[0];
    expect(code({ title: { min_level: 'vp' } }, { title: 'Sales Manager' })).toBe('persona_mismatch');
    expect(code({ title: { min_level: 'vp' } }, { title: 'Rockstar' })).toBe('title_unmapped');
    expect(code({ title: { min_level: 'vp' } }, {})).toBe('answer_missing');
    expect(code({ 'answers.crm': 'yes' }, { answers: { crm: 'no' } })).toBe('answer_failed');
    expect(code({ 'answers.crm': 'yes' }, { answers: { crm: 'yes' } })).toBe('qualified');
    expect(code({ 'answers.crm': 'yes' }, { answers: { 'answers.crm': 'yes' } })).toBe('qualified');
    expect(code({ country: 'US' }, { country: 'CA' })).toBe('icp_mismatch');
    expect(code({ host: { known: 'true' } }, { host: 'x' })).toBe('qualified');
    expect(code({ budget: 'true' }, { budget: true })).toBe('qualified');
    expect(code({ budget: 'true' }, { budget: false })).toBe('answer_failed');
  });

  test('takes facts from the row that counts, then from the others', () => {
    const rows = (first: object, second: object) => ({
      meetings: [
        booked('M-1', { outcome: 'no_show_prospect', ...first }),
        booked('M-1b', { email: MINE, previous_id: 'M-1', starts_at: day(2), ...second }),
      ],
    });
    const code = (as_of: string, first: object, second: object, more: Partial<Given> = {}) =>
      says(
        'qualification',
        { as_of, criteria: { title: { min_level: 'vp' } } },
        { ...rows(first, second), ...more },
      ).map(([code, , , evidence]) => `${code} ${evidence}`)[0];
    const [vp, manager] = [{ title: 'VP Sales' }, { title: 'Sales Manager' }];
    expect(code('booked', vp, manager)).toBe('qualified meetings 1');
    expect(code('held', vp, manager)).toBe('persona_mismatch meetings 2');
    expect(code('booked', {}, vp)).toBe('qualified meetings 1');
    expect(code('held', vp, {})).toBe('qualified meetings 2');
    const log = (email: string, title: string | undefined) => ({
      attendance: [{ meeting_id: 'M-1b', email, title, joined_at: day(2), left_at: day(2) + 60_000 }],
    });
    const alone = { ...HELD, evidence: { held: ['vendor'], enough: ['vendor'] } };
    const seen = (as_of: string, ...given: Parameters<typeof log>) =>
      says(
        'qualification',
        { as_of, criteria: { title: { min_level: 'vp' } } },
        { ...rows({}, manager), ...log(...given) },
        alone,
      )[0]?.[0];
    expect(seen('held', MINE, 'CEO')).toBe('qualified');
    expect(seen('booked', MINE, 'CEO')).toBe('persona_mismatch');
    expect(seen('held', `x@${SITE}`, 'CEO')).toBe('persona_mismatch');
    expect(seen('held', MINE, undefined)).toBe('persona_mismatch');
    const nameless = {
      meetings: [booked('M-1', { email: undefined, title: 'Sales Manager' })],
      attendance: [{ meeting_id: 'M-1', title: 'CEO', joined_at: day(0), left_at: day(0) + 60_000 }],
    };
    const vpOnly = { as_of: 'held', criteria: { title: { min_level: 'vp' } } };
    expect(codes('qualification', vpOnly, nameless, alone)).toEqual(['persona_mismatch fail']);
    const retail = { as_of: 'held', criteria: { industry: 'retail' } };
    const named = { ...rows({}, { industry: 'retail' }), ...log(MINE, 'CEO') };
    expect(codes('qualification', retail, named, alone)).toEqual(['qualified pass']);
  });
});

describe('client_duties', () => {
  test('feedback on a held meeting', () => {
    const late = (more: Partial<Given> = {}, cells: object = {}, others: object = HELD) =>
      found('client_duties', { feedback_within: '3 days' }, { meetings: [booked('M-1', cells)], ...more }, others);
    const decided = (at: number | undefined) => ({
      decisions: [{ meeting_id: 'M-1', decision: 'accepted' as const, at }],
    });
    expect(late()).toEqual([['late_feedback', { id: 'M-1', end: '2026-06-18' }, ['meetings 1']]]);
    expect(late({}, { ends_at: day(1) })[0]?.[1]).toEqual({ id: 'M-1', end: '2026-06-19' });
    expect([
      late(decided(endOfDay(3))).length,
      late(decided(endOfDay(3) + 1)).length,
      late(decided(undefined)).length,
    ]).toEqual([0, 1, 1]);
    expect([late({ asOf: endOfDay(3) }).length, late({ asOf: endOfDay(3) - 1 }).length]).toEqual([1, 0]);
    expect(late({}, { outcome: 'no_show_client' })).toEqual([]);
    const on = (n: number) => late({}, { starts_at: day(n), booked_at: day(-40) }).length;
    expect([on(-18), on(-17), on(12), on(13)]).toEqual([0, 1, 1, 0]);
    expect(found('client_duties', {}, { meetings: [own] })).toEqual([]);
  });

  test('batches of leads', () => {
    const gaps = (...days: (number | undefined)[]) =>
      found(
        'client_duties',
        { handover_every: '7 days' },
        {
          meetings: [own],
          handovers: days.map((n) => ({ at: n === undefined ? undefined : day(n) })),
        },
      );
    expect(gaps(0, 8, 15)).toEqual([
      ['late_handover', { at: '2026-06-23', end: '2026-06-22', last: '2026-06-15' }, ['handovers 1', 'handovers 2']],
    ]);
    expect(gaps(8)).toEqual([
      ['late_handover', { at: 'never', end: '2026-06-30', last: '2026-06-23' }, ['handovers 1']],
    ]);
    expect(gaps(8, 0)[0]?.[2]).toEqual(['handovers 2', 'handovers 1']);
    expect([gaps(0, 7, 14), gaps(9), gaps(-24, -7, 0, 7, 14), gaps(undefined, 9)]).toEqual([[], [], [], []]);
    expect(gaps(0, 16)[0]?.[1]).toMatchObject({ at: '2026-07-01' });
    expect(gaps(-20, -3, 7)).toHaveLength(3);
    const exact = found(
      'client_duties',
      { handover_every: '24 hours' },
      {
        meetings: [own],
        handovers: [{ at: day(0) }, { at: day(1) }, { at: day(2) + 1 }],
      },
    );
    expect(exact.map(([, args]) => args)).toEqual([
      { at: '2026-06-17', end: '2026-06-17', last: '2026-06-16' },
      { at: 'never', end: '2026-06-18', last: '2026-06-17' },
    ]);
    expect(found('client_duties', {}, { meetings: [own], handovers: [{ at: day(0) }, { at: day(9) }] })).toEqual([]);
  });

  test('a touch of what was accepted', () => {
    const late = (
      touches: Given['touches'],
      more: Partial<Given> = {},
      terms: object = { follow_up_within: '3 days' },
      others: object = {},
    ) =>
      found(
        'client_duties',
        terms,
        {
          meetings: [own],
          decisions: [{ meeting_id: 'M-1', decision: 'accepted', at: day(1) }],
          touches: touches ?? [],
          ...more,
        },
        { ...HELD, acceptance: { window: '30 days' }, ...others },
      ).filter(([code]) => code === 'late_follow_up');
    const other = { email: 'x@x.example', at: day(2) };
    expect(late([other])).toEqual([['late_follow_up', { id: 'M-1', end: '2026-06-19' }, ['meetings 1']]]);
    const touched = (cells: object) => late([other, { email: MINE, at: day(2), ...cells }]).length === 0;
    expect([touched({}), touched({ at: day(1) }), touched({ at: day(1) - 1 }), touched({ at: undefined })]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([touched({ at: endOfDay(4) }), touched({ at: endOfDay(4) + 1 })]).toEqual([true, false]);
    expect([touched({ email: undefined, domain: SITE }), touched({ email: undefined, domain: 'x.example' })]).toEqual([
      true,
      false,
    ]);
    expect(touched({ email: `x@${SITE}`, domain: SITE })).toBe(false);
    // A touch that names nobody is none of a lead whose account nobody knows.
    const unnamed = { meetings: [booked('M-1', { email: undefined })] };
    expect(late([{ at: day(2) }], unnamed)).toHaveLength(1);
    expect(late([other], { decisions: [{ meeting_id: 'M-1', decision: 'accepted' }] })).toEqual([]);
    expect(late([])).toEqual([]);
    expect([late([other], { asOf: endOfDay(4) }).length, late([other], { asOf: endOfDay(4) - 1 }).length]).toEqual([
      1, 0,
    ]);
    expect(late([other], {}, {})).toEqual([]);
    expect(late([other], { decisions: [{ meeting_id: 'M-1', decision: 'rejected', at: day(1) }] })).toEqual([]);
    const deemed = { acceptance: { window: '5 days', silence: 'accepted' } };
    expect(late([other], { decisions: [] }, undefined, deemed)[0]?.[1]).toEqual({ id: 'M-1', end: '2026-06-23' });
    expect(late([other], { decisions: [] })).toEqual([]);
    expect(late([other], { decisions: [{ meeting_id: 'M-1', decision: 'accepted', at: day(20) }] })).toEqual([]);
  });
});

describe('embargo', () => {
  const touch = (at: number | undefined, more: object = {}) => ({ at, email: MINE, kind: 'call', ...more });
  const list = [{ domain: 'x.example' }, { domain: SITE, from: day(-5) }];

  test('touches of assigned accounts', () => {
    const broken = (terms: object, ...touches: NonNullable<Given['touches']>) =>
      found('embargo', terms, { meetings: [own], accounts: list, touches });
    const allowed = { allowed: ['Newsletter'] };
    expect(broken(allowed, touch(day(0)))).toEqual([
      ['embargo_touch', { kind: 'call', who: MINE, at: '2026-06-15' }, ['touches 1']],
    ]);
    expect(broken(allowed, touch(day(0), { kind: 'NEWSLETTER' }))).toEqual([]);
    expect(broken({}, touch(day(0), { kind: 'Newsletter' }))).toHaveLength(1);
    expect(broken(allowed, touch(day(0), { kind: undefined }))[0]?.[1]).toMatchObject({ kind: 'a touch' });
    expect(broken(allowed, touch(day(-6)))).toEqual([]);
    expect(broken(allowed, touch(undefined))).toEqual([]);
    expect(broken(allowed, touch(day(0), { email: undefined, domain: SITE }))[0]?.[1]).toMatchObject({ who: SITE });
    expect(broken(allowed, touch(day(0), { email: 'x@y.example', domain: SITE }))).toEqual([]);
    expect(broken(allowed, touch(day(0), { email: undefined }))).toEqual([]);
    expect(broken(allowed, touch(day(0), { email: 'x@gmail.com' }))).toEqual([]);
    const nameless = {
      meetings: [own],
      accounts: [{ company: 'One' }],
      touches: [touch(day(0), { email: undefined })],
    };
    expect(found('embargo', allowed, nameless)).toEqual([]);
  });

  test('too many touches of one person', () => {
    const crowd = { allowed: ['call'], max_touches: '2', per: '7 days' };
    const crowded = (days: readonly number[], calls: readonly number[] = [], terms: object = crowd) =>
      found('embargo', terms, {
        meetings: [own],
        touches: [...days.map((n) => touch(day(n))), touch(day(0), { email: 'x@x.example' })],
        calls: calls.map((n) => call(day(n))),
      });
    const args = { email: MINE, touches: 3, from: '2026-06-15', max: 2, per: '7 days' };
    expect(crowded([0, 1, 7])).toEqual([['too_many_touches', args, ['touches 1', 'touches 2', 'touches 3']]]);
    expect(crowded([7, 0, 1])[0]?.[2]).toEqual(['touches 2', 'touches 3', 'touches 1']);
    expect(crowded([0, 1, 8])).toEqual([]);
    expect(crowded([-9, 0, 1, 2, 3])[0]?.[1]).toEqual(args);
    expect(crowded([0, 1], [3])).toEqual([['too_many_touches', args, ['touches 1', 'touches 2', 'calls 1']]]);
    expect(crowded([], [0, 1, 2])[0]?.[1]).toEqual(args);
    const colleagues = [0, 1, 2].map((n) => call(day(n), { email: `boss@${SITE}` }));
    expect(found('embargo', crowd, { meetings: [own], calls: colleagues })).toEqual([]);
    expect([
      crowded([0, 1]),
      crowded([0, 1, 2], [], { max_touches: '2' }),
      crowded([0, 1, 2], [], { per: '7 days' }),
    ]).toEqual([[], [], []]);
    const exact = { max_touches: '1', per: '24 hours' };
    expect([crowded([0, 1], [], exact).length, crowded([0, 0.99], [], exact).length]).toEqual([0, 1]);
    const two = found(
      'embargo',
      { max_touches: '0', per: '7 days' },
      {
        meetings: [own],
        touches: [touch(day(0), { email: 'z@z.example' }), touch(day(0), { email: 'a@a.example' })],
      },
    );
    expect(two.map(([, args]) => (args as { email: string }).email)).toEqual(['a@a.example', 'z@z.example']);
  });
});

describe('reporting', () => {
  const row = (id: string, raw: Record<string, string>, cells: object = {}) => booked(id, { raw, ...cells });
  const reported = (terms: object, meetings: NonNullable<Given['meetings']>, more: Partial<Given> = {}) =>
    found('reporting', terms, { meetings, ...more });

  test('came in time', () => {
    const came = (at: number) => reported({ due: '2 days' }, [own], { received: { 'meetings.csv': at } });
    expect(came(endOfDay(17))).toEqual([]);
    expect(came(endOfDay(17) + 1000)).toEqual([
      ['late_report', { at: '2026-07-03T00:00', due: '2026-07-02T23:59' }, []],
    ]);
    expect(reported({ due: '2 days' }, [own])).toEqual([]);
    expect(reported({}, [own], { received: { 'meetings.csv': day(99) } })).toEqual([]);
  });

  test('is the first drop that holds a row of the period', () => {
    const from = (file: string, starts_at: number) =>
      booked(file, { starts_at, row: { source: 'meetings', file, line: 1, n: 1 } });
    const rows = [from('may.csv', day(-20)), from('b.csv', day(1)), from('a.csv', day(2)), from('none.csv', day(3))];
    const invoice = [{ line_id: 'A' }];
    const came = (received: Record<string, number>) =>
      reported({ due: '2 days' }, rows, {
        invoice,
        received: { 'may.csv': day(0), 'invoice.csv': day(0), ...received },
      });
    expect(came({ 'a.csv': day(19), 'b.csv': day(20) })[0]?.[1]).toMatchObject({ at: '2026-07-04T14:00' });
    expect(came({ 'a.csv': day(20), 'b.csv': day(19) })[0]?.[1]).toMatchObject({ at: '2026-07-04T14:00' });
    expect(came({ 'a.csv': day(9), 'b.csv': day(20) })).toEqual([]);
    expect(came({})).toEqual([]);
  });

  test('is no file of another source, though it has the name', () => {
    const sow = sowWith({ reporting: { due: '2 days' } });
    const june = { label: '2026-06', from: '2026-06-01', to: '2026-06-30' };
    const row = { source: 'meetings', file: 'all.json', line: 1, n: 1 } as const;
    const meetings = [{ raw: {}, drop: 0, id: 'M-1', starts_at: day(0), row }];
    const file = (source: 'meetings' | 'invoice', received: number) =>
      ({ source, file: 'all.json', received }) as unknown as InputFile;
    const report = reportOf(sow, june, { meetings }, [file('invoice', day(1)), file('meetings', day(9))]);
    expect([report.received, report.due]).toEqual([day(9), endOfDay(17)]);
  });

  test('holds what it must', () => {
    const rows = [
      row('M-1', { company: 'x' }),
      row('M-2', {}),
      row('M-3', { company: 'y' }),
      row('M-4', { company: 'z' }),
    ];
    expect(reported({ required: ['company'] }, rows)).toEqual([
      ['missing_field', { field: 'company', empty: 1, filled: 3, rows: 4 }, ['meetings 2']],
    ]);
    expect(reported({ required: ['company'], fill: '75%' }, rows)).toEqual([]);
    expect(reported({ required: ['company'], fill: '80%' }, rows)[0]?.[0]).toBe('low_fill');
    expect(reported({}, rows)).toEqual([]);
    expect(reported({ required: ['company'] }, [row('M-1', {}, { starts_at: day(-20) })])).toEqual([]);
    expect(
      reported({ required: ['company'] }, [row('M-1', {}, { starts_at: undefined, delivered_at: day(0) })]),
    ).toHaveLength(1);
  });

  test('gives a reason where one is owed', () => {
    const owed = { reason_required_for: ['Not interested', 'no_show_prospect'] };
    const words = 'not_interested, no_show_prospect';
    const noShow = { outcome: 'no_show_prospect' };
    expect(reported(owed, [row('M-1', {}, noShow), row('M-2', {}, { ...noShow, reason: 'ill' }), own])).toEqual([
      ['missing_reason', { rows: 1, outcomes: words }, ['meetings 1']],
    ]);
    expect(reported(owed, [row('M-1', { outcome: 'NOT-INTERESTED' })])).toHaveLength(1);
    const calls = [
      call(day(0), { disposition: 'failed', raw: { disposition: ' not  Interested ' } }),
      call(day(0), { disposition: 'no_show_prospect' }),
      call(day(0), { disposition: 'busy', raw: { disposition: 'busy' } }),
      call(day(0), { disposition: 'no_show_prospect', reason: 'ill' }),
    ];
    expect(reported(owed, [own], { calls })).toEqual([
      ['missing_reason', { rows: 2, outcomes: words }, ['calls 1', 'calls 2']],
    ]);
    expect(reported({}, [row('M-1', {}, noShow)], { calls })).toEqual([]);
    const many = Array.from({ length: 25 }, () => calls[1] ?? {});
    const [finding] = reported(owed, [own], { calls: many });
    expect([finding?.[1], (finding?.[2] as string[] | undefined)?.length]).toEqual([{ rows: 25, outcomes: words }, 20]);
  });
});
