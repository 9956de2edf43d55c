import { describe, expect, test } from 'vitest';
import { booked, codes, found, type Given, judged, says } from './support/judged.ts';
import { day, endOfDay, HELD, minute } from './support/slots.ts';

const own = booked('M-1');
const MINE = 'm-1@m-1.example';
const BOOKED = day(-14);

describe('duplicates', () => {
  const lead = (id: string, at: number, cells: object = {}) =>
    booked(id, { email: `${id}@one.example`, booked_at: at, starts_at: at + 86_400_000, ...cells });
  const two = (first: object = {}, second: object = {}) => ({
    meetings: [lead('A', day(-20), first), lead('B', day(-14), second)],
  });
  const domain = { keys: ['domain'] };

  test('says whose, by which keys, when', () => {
    expect(says('duplicates', { keys: ['email', 'domain'] }, two())).toEqual([
      ['duplicate_contact', 'fail', { keys: 'domain', of: 'A', at: '2026-05-26' }, ['meetings 1']],
    ]);
    expect(says('duplicates', { keys: ['email', 'phone'] }, two())).toEqual([
      ['no_duplicate', 'pass', { keys: 'email, phone' }, ['meetings 2']],
    ]);
    expect(says('duplicates', { keys: ['phone', 'company'] }, two())).toEqual([
      ['keys_missing', 'review', { keys: 'phone or company' }, ['meetings 2'], ['phone', 'company']],
    ]);
    const chain = judged({ ...HELD, duplicates: domain }, two()).at(-1);
    expect(chain?.rulings.find((r) => r.rule === 'duplicates')?.duplicateOf).toBe('A');
  });

  test('by any key or by all', () => {
    const terms = { keys: ['domain', 'company'], match: 'all' };
    const company = { company: 'Acme Inc' };
    expect(codes('duplicates', terms, two(company, { company: 'ACME' }))).toEqual(['duplicate_contact fail']);
    expect(codes('duplicates', terms, two(company, { company: 'Apex' }))).toEqual(['no_duplicate pass']);
    expect(codes('duplicates', terms, two(company))).toEqual(['no_duplicate pass']);
    const name = (contact_name: string, firm?: string) => ({ contact_name, company: firm });
    const contact = { keys: ['contact'] };
    expect(codes('duplicates', contact, two(name('Ruth Imai', 'Acme'), name('Imai, Ruth', 'Acme')))[0]).toMatch('fail');
    expect(codes('duplicates', contact, two(name('Ruth Imai', 'Acme'), name('Ruth Imai', 'Apex')))[0]).toMatch('pass');
    expect(codes('duplicates', contact, two(name('Ruth Imai'), name('Ruth Imai')))[0]).toMatch('review');
  });

  test('tells a person who was a lead before under other keys', () => {
    const bob = { email: 'r.quimby@one.example', contact_name: 'Robert Quimby', phone: '+12025550131' };
    const again = { ...bob, contact_name: 'Bob Quimby', phone: '+12025550139' };
    const seen = (
      terms: object,
      second: object = again,
      first: object = bob,
      more: object = {},
      others: object = HELD,
    ) => {
      const meetings = [lead('A', day(-10), first), lead('B', day(-4), second)];
      return found('duplicates', { keys: ['phone'], ...terms }, { meetings, ...more }, others);
    };
    const whom = { who: 'Bob Quimby, r.quimby@one.example', whom: 'Robert Quimby, r.quimby@one.example' };
    const args = { id: 'B', of: 'A', ...whom, at: '2026-06-05', keys: 'phone' };
    expect(seen({})).toEqual([['person_again', args, ['meetings 2', 'meetings 1']]]);
    expect(seen({ keys: ['email'] })).toEqual([]);
    expect(seen({ keys: ['email', 'phone'], match: 'all' })).toHaveLength(1);
    expect(seen({}, { ...again, email: 'g.foster@one.example', contact_name: 'Gail Foster' })).toEqual([]);
    expect([seen({ lookback: '5 days' }).length, seen({ lookback: '6 days' }).length]).toEqual([0, 1]);
    const other = { ...again, campaign: 'x' };
    expect([seen({}, other).length, seen({ scope: 'campaign' }, other).length]).toEqual([1, 0]);
    expect(seen({ against: 'accepted' })).toEqual([]);
    // What the rule itself says in review or pending is not said again.
    const toCome = { ...bob, starts_at: day(5), outcome: 'scheduled' };
    expect(seen({ keys: ['email'], against: 'billable' }, again, toCome, { asOf: day(0) })).toEqual([]);
    const ofMay = { meetings: [lead('A', day(-20), bob), lead('B', day(-16), again)] };
    expect(found('duplicates', { keys: ['phone'] }, ofMay)).toEqual([]);
    expect(seen({}, { ...again, outcome: 'canceled_vendor' })).toEqual([]);
    // Two addresses of one record of the CRM.
    const cells = { starts_at: undefined, outcome: undefined, contact_name: 'Robert Quimby', company: 'One' };
    const crm = [
      { id: 'C-1', email: 'r.quimby@one.example', contact_name: 'Robert Quimby', phone: bob.phone, company: 'One' },
    ];
    const [first, second] = [
      { ...bob, ...cells },
      { ...bob, ...cells, email: 'quimby@mail.example' },
    ];
    const byAddress = (given: object) =>
      seen({ keys: ['email'] }, second, first, given, { billable: { event: 'delivered' } }).length;
    expect([byAddress({ crm }), byAddress({})]).toEqual([1, 0]);
  });

  test('as far back, and where, as the SOW says', () => {
    expect(codes('duplicates', { ...domain, lookback: '6 days' }, two())[0]).toMatch('fail');
    expect(codes('duplicates', { ...domain, lookback: '5 days' }, two())[0]).toMatch('pass');
    const other = two({ vendor: 'Other', campaign: 'x' }, { campaign: 'x' });
    expect(codes('duplicates', { ...domain, scope: 'vendor' }, other)[0]).toMatch('pass');
    expect(codes('duplicates', { ...domain, scope: 'all' }, other)[0]).toMatch('fail');
    const campaign = { ...domain, scope: 'campaign' };
    expect(codes('duplicates', campaign, two({ campaign: 'x' }, { campaign: 'y' }))[0]).toMatch('pass');
    expect(codes('duplicates', campaign, two({ campaign: 'x' }, { campaign: 'x' }))[0]).toMatch('fail');
    expect(codes('duplicates', { ...domain, scope: 'vendor' }, two({ campaign: 'x' }))[0]).toMatch('fail');
    expect(codes('duplicates', campaign, other)[0]).toMatch('pass');
    const third = [
      ...two().meetings.slice(1),
      lead('C', day(-13), { vendor: ' OTHER ' }),
      lead('D', day(-12), { vendor: 'other' }),
    ];
    expect(codes('duplicates', domain, { meetings: third })[0]).toMatch('fail');
  });

  test('of what counts, by the verdict or the acceptance of the other', () => {
    const of = (against: string, first: object, more: Partial<Given> = {}, others: object = HELD) =>
      says('duplicates', { ...domain, against }, { ...two(first), ...more }, others).map(([code, result, , , needs]) =>
        [code, result, needs ?? ''].join(' '),
      );
    const [billable, lost, unproven] = [{}, { outcome: 'no_show_prospect' }, { outcome: undefined }];
    expect(of('any', lost)).toEqual(['duplicate_contact fail ']);
    expect(of('delivered', lost)).toEqual(['duplicate_contact fail ']);
    expect(of('delivered', unproven)).toEqual(['duplicate_contact review the verdict of A']);
    expect(of('any', unproven)).toEqual(['duplicate_contact review the verdict of A']);
    expect(of('billable', billable)).toEqual(['duplicate_contact fail ']);
    expect(of('billable', lost)).toEqual(['no_duplicate pass ']);
    expect(of('billable', unproven)).toEqual(['duplicate_contact review the verdict of A']);
    const open = { ...HELD, no_show: { cure_within: '60 days' } };
    expect(of('billable', lost, { asOf: day(0) }, open)).toEqual([`duplicate_contact pending ${endOfDay(41)}`]);
    const terms = { ...HELD, acceptance: { window: '5 days', starts: 'delivered' } };
    const decided = (decision: string) => ({
      decisions: [{ meeting_id: 'A', decision: decision as never, at: day(-19) }],
    });
    expect(of('accepted', billable, decided('accepted'), terms)[0]).toMatch(/fail/);
    expect(of('accepted', billable, decided('rejected'), terms)[0]).toMatch(/no_duplicate/);
    expect(of('accepted', billable, {}, terms)[0]).toMatch(/review/);
    expect(of('accepted', billable, { asOf: day(-16) }, terms)[0]).toMatch(/pending/);
    const deemed = { ...HELD, acceptance: { ...terms.acceptance, silence: 'accepted' } };
    expect(of('accepted', billable, {}, deemed)[0]).toMatch(/fail/);
    const subjective = { ...HELD, acceptance: { ...terms.acceptance, reasons: ['geo'], subjective: 'review' } };
    expect(of('accepted', billable, decided('rejected'), subjective)[0]).toMatch(/review/);
  });

  test('is sure of a lead that is pending itself, and names every key', () => {
    const open = { ...HELD, no_show: { cure_within: '60 days' } };
    const lost = { ...two({ outcome: 'no_show_prospect' }), asOf: day(0) };
    expect(says('duplicates', { ...domain, against: 'delivered' }, lost, open)).toEqual([
      ['duplicate_contact', 'fail', { keys: 'domain', of: 'A', at: '2026-05-26' }, ['meetings 1']],
    ]);
    const both = two({ company: 'One' }, { company: 'One' });
    expect(says('duplicates', { keys: ['domain', 'company'] }, both)[0]?.[2]).toMatchObject({
      keys: 'domain, company',
    });
    // Accepted, though for another reason not billable; and billable, though not accepted.
    const terms = { ...HELD, acceptance: { window: '5 days', starts: 'delivered' } };
    const accepted = { decisions: [{ meeting_id: 'A', decision: 'accepted' as const, at: day(-19) }] };
    const against = { ...domain, against: 'accepted' };
    const unheld = { ...two({ outcome: 'no_show_prospect' }), ...accepted };
    expect(codes('duplicates', against, unheld, terms)).toEqual(['duplicate_contact fail']);
    expect(codes('duplicates', against, two(), HELD)).toEqual(['no_duplicate pass']);
  });

  test('a sure one before one in doubt', () => {
    const keys = { keys: ['domain', 'company'] };
    const doubtful = lead('A', day(-30), { email: 'a@two.example', company: 'One', outcome: undefined });
    const meetings = [doubtful, lead('B', day(-20)), lead('C', day(-14), { company: 'One' })];
    expect(says('duplicates', keys, { meetings })[0]?.slice(0, 3)).toEqual([
      'duplicate_contact',
      'fail',
      { keys: 'domain', of: 'B', at: '2026-05-26' },
    ]);
  });
});

describe('account_cap', () => {
  const lead = (id: string, at: number, cells: object = {}) =>
    booked(id, { email: `${id}@one.example`, company: 'One', booked_at: at, starts_at: at + 86_400_000, ...cells });
  const behind = (...earlier: object[]) => ({
    meetings: [...earlier.map((cells, i) => lead(`A${i}`, day(-30 + i), cells)), lead('Z', day(-14))],
  });
  const cap = (max: string, more: object = {}) => ({ max, ...more });

  test('counts what counts or may count', () => {
    expect(says('account_cap', cap('2'), behind({}))).toEqual([
      ['below_cap', 'pass', { account: 'one.example', max: 2, n: 2 }, ['meetings 2']],
    ]);
    expect(says('account_cap', cap('2'), behind({}, {}))).toEqual([
      ['account_cap', 'fail', { account: 'one.example', max: 2, n: 2 }, ['meetings 1', 'meetings 2']],
    ]);
    expect(codes('account_cap', cap('1'), behind({ outcome: 'no_show_prospect' }))).toEqual(['below_cap pass']);
    expect(codes('account_cap', cap('1'), behind({ vendor: 'Other' }))).toEqual(['below_cap pass']);
    expect(codes('account_cap', cap('1'), behind({ email: 'a@two.example' }))).toEqual(['below_cap pass']);
    expect(says('account_cap', cap('1', { per: 'company' }), behind({ email: 'a@two.example' }))[0]?.[2]).toEqual({
      account: 'one',
      max: 1,
      n: 1,
    });
    expect(codes('account_cap', cap('1', { within: '16 days' }), behind({}))).toEqual(['account_cap fail']);
    expect(codes('account_cap', cap('1', { within: '15 days' }), behind({}))).toEqual(['below_cap pass']);
  });

  test('waits for, or asks about, what is not decided', () => {
    const unproven = { outcome: undefined };
    expect(says('account_cap', cap('2'), behind({}, unproven))[0]?.slice(1)).toEqual([
      'review',
      { account: 'one.example', max: 2, n: 2 },
      ['meetings 1', 'meetings 2'],
      ['the verdict of A1'],
    ]);
    const open = { ...HELD, no_show: { cure_within: '60 days' } };
    const noShow = { outcome: 'no_show_prospect' };
    const pending = { ...behind(noShow, noShow), asOf: day(0) };
    expect(says('account_cap', cap('1'), pending, open)[0]).toEqual([
      'account_cap',
      'pending',
      { account: 'one.example', max: 1, n: 2 },
      ['meetings 1', 'meetings 2'],
      endOfDay(32),
    ]);
    expect(codes('account_cap', cap('1'), { ...behind({}, noShow), asOf: day(0) }, open)).toEqual(['account_cap fail']);
    expect(codes('account_cap', cap('2'), { ...behind(noShow, unproven), asOf: day(0) }, open)).toEqual([
      'account_cap pending',
    ]);
  });

  test('waits only where waiting decides it', () => {
    const open = { ...HELD, no_show: { cure_within: '60 days' } };
    const noShow = { outcome: 'no_show_prospect' };
    const at = (given: Given) => says('account_cap', cap('1'), { ...given, asOf: day(0) }, open)[0];
    const args = { account: 'one.example', max: 1, n: 2 };
    const both = ['meetings 1', 'meetings 2'];
    const waived = { ...behind(noShow, {}), waivers: [{ id: 'A1' }] };
    expect(at(waived)).toEqual(['account_cap', 'fail', args, both]);
    expect(at(behind(noShow, { outcome: undefined }))).toEqual([
      'account_cap',
      'review',
      args,
      both,
      ['the verdict of A1'],
    ]);
    // Pending without an end: the window of acceptance begins with a meeting that was not held.
    const unbegun = { ...HELD, acceptance: { window: '5 days', starts: 'reported' } };
    expect(says('account_cap', cap('1'), behind({}), unbegun)).toEqual([
      ['account_cap', 'pending', { ...args, n: 1 }, ['meetings 1']],
    ]);
  });

  test('asks for an account that nobody knows', () => {
    expect(says('account_cap', cap('1'), { meetings: [booked('M-1', { email: undefined })] })).toEqual([
      ['account_cap/account_unknown', 'review', { per: 'domain' }, ['meetings 1'], ['the domain of the account']],
    ]);
  });
});

describe('attendance', () => {
  const came = (email: string, to: number, more: object = {}) => ({
    meeting_id: 'M-1',
    email,
    joined_at: minute(0),
    left_at: minute(to),
    ...more,
  });
  const log = (...attendance: NonNullable<Given['attendance']>) => ({
    meetings: [booked('M-1', { title: 'Director' })],
    attendance: [came('dana@client.example', 40), ...attendance],
  });
  const boss = (title: string | undefined, to = 20) => came('boss@m-1.example', to, { title });
  const level = { attendee: 'same_account_same_level', overlap: '15 minutes' };
  const LINES = ['attendance 1', 'attendance 2'];

  test('says how long, as a person reads it', () => {
    const spelled = (to: number) => says('attendance', { overlap: '1 minute' }, log(came(MINE, to)))[0]?.[2];
    expect(spelled(17.5)).toEqual({ present: '17 min 30 s', overlap: '1 minute', at: '2026-06-15' });
    expect(spelled(17)).toMatchObject({ present: '17 min' });
    expect(spelled(0.5)).toMatchObject({ present: '30 s' });
  });

  test.each<[string, object, ReturnType<typeof log>]>([
    ['attended pass 20 min', { overlap: '15 minutes' }, log(came(MINE, 20))],
    ['under_duration fail 10 min', { overlap: '15 minutes' }, log(came(MINE, 10))],
    ['attended pass 20 min', { overlap: '15 minutes' }, log(boss(undefined))],
    ['attendee_mismatch fail 0 s', { attendee: 'booked', overlap: '15 minutes' }, log(boss('CEO'))],
    ['attended pass 20 min', { attendee: 'booked', overlap: '15 minutes' }, log(came(MINE, 20))],
    ['attendee_mismatch fail 10 min', { attendee: 'booked', overlap: '15 minutes' }, log(boss('CEO'), came(MINE, 10))],
    ['attended pass 15 min', { attendee: 'booked', overlap: '15 minutes' }, log(boss('CEO'), came(MINE, 15))],
    ['attendee_mismatch fail 0 s', { attendee: 'booked' }, log(boss('CEO'))],
    ['attended pass 20 min', level, log(boss('Director'))],
    ['attended pass 20 min', level, log(boss('CEO'))],
    ['attendee_mismatch fail 0 s', level, log(boss('Sales Manager'))],
    ['title_unmapped review 20 min', level, log(boss(undefined))],
    ['title_unmapped review 20 min', level, log(boss('Rockstar'))],
    ['title_unmapped review 15 min', level, log(boss(undefined, 15))],
    ['attended pass 20 min', level, log(came(MINE, 20))],
    ['attendee_mismatch fail 10 min', level, log(came(MINE, 10), boss('Sales Manager'))],
  ])('%s by %j', (wanted, terms, given) => {
    const [saying] = says('attendance', terms, given);
    expect(`${saying?.[0]} ${saying?.[1]} ${(saying?.[2] as { present?: string } | undefined)?.present}`).toBe(wanted);
    expect(saying?.[3]).toEqual(LINES.concat(given.attendance.length > 2 ? 'attendance 3' : []));
    expect(saying?.[4]).toEqual(wanted.startsWith('title') ? ['the title of the person who came'] : undefined);
  });

  test('counts only people of the account, and asks nothing of a client that came late', () => {
    const dana = came('dana@client.example', 40, { title: 'CEO' });
    const staff = came('vic@vendor.example', 40, { title: 'CEO' });
    const given = {
      meetings: [booked('M-1', { title: 'Director' })],
      attendance: [dana, staff, boss('Sales Manager')],
    };
    expect(codes('attendance', level, given)).toEqual(['attendee_mismatch fail']);
    const late = {
      meetings: [booked('M-1')],
      attendance: [came('dana@client.example', 30, { joined_at: minute(20) }), came('boss@m-1.example', 30)],
    };
    expect(codes('attendance', { attendee: 'booked', overlap: '15 minutes' }, late)).toEqual(['attended pass']);
    expect(says('attendance', {}, log(came(MINE, 20)))[0]?.[2]).toMatchObject({ overlap: '0 s' });
  });

  test('a booked title that says nothing leaves it open', () => {
    const given = { ...log(boss('CEO')), meetings: [booked('M-1')] };
    expect(codes('attendance', level, given)).toEqual(['title_unmapped review']);
  });

  test('is silent where nothing was held, and says where there is no log', () => {
    expect(says('attendance', {}, { meetings: [own] })).toEqual([['no_log', 'pass', {}, ['meetings 1']]]);
    expect(says('attendance', {}, { meetings: [booked('M-1', { outcome: 'no_show_prospect' })] })).toEqual([]);
    expect(says('attendance', {}, log(came(MINE, 20)), { billable: { event: 'booked' } })).toEqual([]);
    expect(says('attendance', { wait: '5 minutes' }, log())).toEqual([]);
    const silent = { ...HELD, no_show: { client_must_report_within: '2 days' } };
    expect(codes('attendance', { overlap: '15 minutes' }, log(came(MINE, 5)), silent)).toEqual(['no_log pass']);
    const late = {
      ...log(came(MINE, 20)),
      attendance: [came('dana@client.example', 20, { joined_at: minute(10) }), came(MINE, 20)],
    };
    expect(codes('attendance', { overlap: '15 minutes', late_grace: '5 minutes' }, late)).toEqual(['attended pass']);
  });
});

describe('evidence', () => {
  const weak = { enough: ['crm', 'recording'] };
  const crm = (outcome: string) => ({ crm: [{ meeting_id: 'M-1', starts_at: day(0), outcome: outcome as never }] });

  test('says what proves it, or what would', () => {
    expect(says('evidence', {}, { meetings: [own] })).toEqual([
      ['proven', 'pass', { kinds: 'vendor' }, ['meetings 1']],
    ]);
    expect(says('evidence', weak, { meetings: [own], ...crm('held') })).toEqual([
      ['proven', 'pass', { kinds: 'crm' }, ['crm 1', 'meetings 1']],
    ]);
    expect(says('evidence', weak, { meetings: [own] })).toEqual([
      ['unproven', 'review', { at: '2026-06-15', enough: 'crm, recording' }, ['meetings 1'], ['one of crm, recording']],
    ]);
    expect(says('evidence', { ...weak, burden: 'client' }, { meetings: [own] })).toEqual([
      ['proven', 'pass', { kinds: "no source (the burden is the client's)" }, ['meetings 1']],
    ]);
    const unknown = { meetings: [booked('M-1', { outcome: undefined })] };
    expect(codes('evidence', { ...weak, burden: 'client' }, unknown)).toEqual(['unproven review']);
    const came = (email: string) => ({ meeting_id: 'M-1', email, joined_at: minute(0), left_at: minute(20) });
    const log = { meetings: [own], attendance: [came('dana@client.example'), came(MINE)] };
    expect(codes('evidence', {}, log)).toEqual(['proven pass']);
    expect(codes('evidence', weak, log)).toEqual(['unproven review']);
    expect(codes('evidence', { ...weak, burden: 'client' }, log)).toEqual(['proven pass']);
    const silent = { ...HELD, no_show: { client_must_report_within: '2 days' } };
    expect(says('evidence', weak, { meetings: [own] }, silent)[0]?.[2]).toEqual({ kinds: 'silence' });
  });

  test('says what leaves open what happened', () => {
    const asks = (given: object) => says('evidence', weak, { meetings: [own], ...given } as never)[0]?.slice(2);
    expect(asks(crm('no_show'))).toEqual([
      { at: '2026-06-15', said: 'crm no_show, vendor held' },
      ['crm 1', 'meetings 1'],
      ['what happened, and by whom'],
    ]);
    const present = (name: string, more: object = {}) => ({
      attendance: [{ meeting_id: 'M-1', name, joined_at: minute(0), left_at: minute(20), ...more }],
    });
    expect(asks(present('iPhone'))).toEqual([
      { at: '2026-06-15', who: 'iPhone' },
      ['attendance 1', 'meetings 1'],
      ['who iPhone is'],
    ]);
    expect(asks(present('', { email: 'who@else.example', name: undefined }))?.[2]).toEqual(['who who@else.example is']);
  });

  test('speaks of slots up to the one that decides, and of those that were or may have been held', () => {
    expect(says('evidence', weak, { meetings: [own] }, { billable: { event: 'booked' } })).toEqual([]);
    expect(says('evidence', {}, { meetings: [booked('M-1', { outcome: 'no_show_prospect' })] })).toEqual([]);
    expect(says('evidence', weak, { meetings: [own], asOf: day(-1) })).toEqual([]);
    const later = (first: string | undefined, second: string | undefined) => ({
      meetings: [
        booked('M-1', { outcome: first as never }),
        booked('M-1b', { previous_id: 'M-1', starts_at: day(2), outcome: second as never }),
      ],
    });
    expect(codes('evidence', {}, later('held', undefined))).toEqual(['proven pass']);
    expect(codes('evidence', {}, later(undefined, 'held'))).toEqual(['unproven review', 'proven pass']);
    expect(codes('evidence', {}, later('no_show_prospect', undefined))).toEqual(['unproven review']);
  });

  test('asks where a row fits more than one slot', () => {
    const meetings = [booked('M-1', { id: undefined }), booked('M-2', { id: undefined })].map((row, i) => ({
      ...row,
      id: `M-${i + 1}`,
      email: MINE,
    }));
    const row = { email: MINE, starts_at: day(0), outcome: 'held' as never };
    const conflict = [
      'evidence_conflict',
      'review',
      { at: '2026-06-15' },
      ['crm 1'],
      ['whether these rows are its evidence: `leadaudit review` asks'],
    ];
    const given = {
      meetings: [meetings[0] ?? {}, { ...meetings[1], starts_at: minute(1.5) }],
      crm: [{ ...row, starts_at: minute(0.75) }],
    };
    expect(says('evidence', {}, given)).toEqual([conflict]);
    expect(says('evidence', {}, { ...given, asOf: day(-1) })).toEqual([]);
  });

  test('asks where one drop says two things', () => {
    const twice = { meetings: [own, booked('M-1', { outcome: 'no_show_prospect' })] };
    expect(says('evidence', {}, { ...twice, asOf: day(-1) })).toEqual([]);
    const both = { meetings: [own], ...crm('held') };
    expect(says('evidence', {}, both)[0]?.[2]).toEqual({ kinds: 'crm, vendor' });
    expect(says('evidence', {}, twice)).toEqual([
      [
        'evidence_conflict/two_outcomes',
        'review',
        { at: '2026-06-15' },
        ['meetings 1', 'meetings 2'],
        ['which of the two rows is right'],
      ],
    ]);
  });
});

describe('billable and its windows', () => {
  const noShow = (more: object = {}) => booked('M-1', { outcome: 'no_show_prospect', ...more });

  test('says what is paid', () => {
    const billable = (event: string, given: Given) => says('billable', { event }, given, { acceptance: {} });
    const at = { at: '2026-06-15', end: '?', share: '100%' };
    expect(billable('held', { meetings: [own] })).toEqual([['held', 'pass', at, ['meetings 1']]]);
    expect(billable('booked', { meetings: [own] })).toEqual([['booked', 'pass', { at: '2026-06-01' }, ['meetings 1']]]);
    expect(billable('delivered', { meetings: [own] })).toEqual([['held', 'pass', at, ['meetings 1']]]);
    const lead = { meetings: [{ id: 'L-1', delivered_at: day(0) }] };
    expect(billable('delivered', lead)).toEqual([['delivered', 'pass', { at: '2026-06-15' }, ['meetings 1']]]);
    expect(billable('held', lead)).toEqual([
      ['unproven/no_start', 'review', at, [], ['the day and time of the meeting']],
    ]);
    expect(billable('opportunity', { meetings: [own] })[1]).toEqual(['no_opportunity', 'pending', {}, ['meetings 1']]);
    const won = { meetings: [own], opportunities: [{ lead_id: 'M-1', created_at: day(2) }] };
    expect(billable('opportunity', won)[1]).toEqual(['held', 'pass', { at: '2026-06-17' }, ['opportunities 1']]);
    const undated = { meetings: [own], opportunities: [{ lead_id: 'M-1' }] };
    expect(billable('opportunity', undated)[1]?.[2]).toEqual({ at: '2026-06-01' });
    const next = { meetings: [booked('M-1', { ends_at: minute(30) })], asOf: day(-1) };
    expect(billable('held', next)).toEqual([
      ['future_slot', 'pending', { ...at, end: '2026-06-15' }, ['meetings 1'], minute(30)],
    ]);
  });

  test('a clause says how long it is open, and that it is over', () => {
    const cure = { cure_within: '7 days' };
    const args = { at: '2026-06-15', end: '2026-06-22', share: '100%', start: '2026-06-15 14:00', moved: '' };
    expect(says('no_show', cure, { meetings: [noShow()], asOf: day(1) })).toEqual([
      ['prospect_no_show', 'pending', args, ['meetings 1'], endOfDay(7)],
    ]);
    expect(says('no_show', cure, { meetings: [noShow()] })).toEqual([
      ['no_show_not_cured', 'fail', args, ['meetings 1']],
    ]);
    const late = (days: number) => ({
      meetings: [noShow(), booked('M-1b', { previous_id: 'M-1', starts_at: day(days) })],
    });
    expect(says('no_show', cure, late(8))).toEqual([
      ['no_show_not_cured', 'fail', { at: '2026-06-23', end: '2026-06-22' }, ['meetings 2']],
    ]);
    expect(says('no_show', cure, late(7))).toEqual([]);
    expect(says('no_show', cure, late(8), { billable: { event: 'booked' } })).toEqual([]);
    expect(says('prospect_reschedule', { within: '5 days' }, late(8))[0]?.[0]).toBe('chain_expired');
    expect(says('no_show', { rebook_owner: 'client' }, { meetings: [noShow()] })).toEqual([
      ['not_rebooked', 'review', { ...args, end: '?' }, ['meetings 1'], ['proof of what happened in the slot']],
    ]);
  });

  test('moves are counted, and no-shows where the SOW says so', () => {
    const moves = (terms: object, ...outcomes: string[]) =>
      says('prospect_reschedule', terms, {
        meetings: [...outcomes, 'held'].map((outcome, i) =>
          booked(`M-${i}`, {
            email: 'm-0@m-0.example',
            starts_at: day(i),
            outcome: outcome as never,
            ...(i ? { previous_id: `M-${i - 1}` } : {}),
          }),
        ),
      });
    const two = ['canceled_prospect', 'rescheduled_prospect'];
    const lines = ['meetings 1', 'meetings 2'];
    expect(moves({ max_moves: '2' }, ...two)).toEqual([['moves_allowed', 'pass', { moves: 2, max: 2 }, lines]]);
    expect(moves({ max_moves: '1' }, ...two)).toEqual([
      ['chain_expired/too_many_moves', 'fail', { moves: 2, max: 1 }, lines],
    ]);
    expect(moves({}, ...two)).toEqual([]);
    expect(moves({ max_moves: '0' })).toEqual([]);
    expect(moves({ max_moves: '0', no_show_counts: 'false' }, 'no_show_prospect', 'technical')).toEqual([]);
    const withNoShows = { max_moves: '0', no_show_counts: 'true' };
    expect(moves(withNoShows, 'no_show_prospect')[0]?.slice(0, 3)).toEqual([
      'chain_expired/too_many_moves',
      'fail',
      { moves: 1, max: 0 },
    ]);
    const late = booked('M-1', { outcome: 'canceled_prospect', canceled_at: day(0) - 1000 });
    const then = booked('M-1b', { previous_id: 'M-1', starts_at: day(2) });
    const given = { meetings: [late, then] };
    expect(codes('prospect_reschedule', { max_moves: '0', notice: '24 hours' }, given)).toEqual([
      'chain_expired/too_many_moves fail',
    ]);
    const bookings = { billable: { event: 'booked' } };
    expect(codes('prospect_reschedule', { max_moves: '0', notice: '24 hours' }, given, bookings)).toEqual([]);
  });

  test('each clause speaks of its own window, of what was held, and not of its last second', () => {
    const late = (starts_at: number, outcome: string | undefined = 'held') => ({
      meetings: [noShow(), booked('M-1b', { previous_id: 'M-1', starts_at, outcome: outcome as never })],
    });
    const cure = { cure_within: '7 days' };
    expect(codes('no_show', cure, late(endOfDay(7)))).toEqual([]);
    expect(codes('no_show', cure, late(endOfDay(7) + 1000))).toEqual(['no_show_not_cured fail']);
    expect(codes('no_show', cure, late(day(9), ''))).toEqual([]);
    const both = { ...HELD, prospect_reschedule: { within: '5 days' } };
    expect(codes('no_show', cure, late(day(8)), both)).toEqual(['no_show_not_cured fail']);
    expect(codes('prospect_reschedule', { within: '5 days' }, late(day(8)), { ...HELD, no_show: cure })).toEqual([
      'chain_expired fail',
    ]);
    // A timely move of the client that pays once it is lost is no meeting that was held too late.
    const moved = [
      noShow(),
      booked('M-1b', { previous_id: 'M-1', starts_at: day(9), outcome: 'canceled_client', canceled_at: day(2) }),
    ];
    const pays = { ...HELD, client_reschedule: { lost_after_timely_move: 'full' } };
    expect(codes('no_show', cure, { meetings: moved }, pays)).toEqual([]);
  });

  test('held after a timely move had been lost says by which clause', () => {
    const moved = booked('M-1', { outcome: 'canceled_client', canceled_at: day(-5) });
    const given = (n: number) => ({ meetings: [moved, booked('M-1b', { previous_id: 'M-1', starts_at: day(n) })] });
    const terms = { rebook_within: '10 days' };
    expect(codes('client_reschedule', terms, given(6))).toEqual(['not_rebooked fail']);
    expect(codes('client_reschedule', terms, given(5))).toEqual([]);
    expect(says('client_reschedule', terms, given(6)).map(([code, , args]) => [code, args])).toEqual([
      ['not_rebooked', { at: '2026-06-21', end: '2026-06-20' }],
    ]);
  });

  test('a timely move that pays once it is lost says so', () => {
    const moved = booked('M-1', { outcome: 'canceled_client', canceled_at: day(-5) });
    const terms = { rebook_within: '10 days', lost_after_timely_move: '50%' };
    const moves = { start: '2026-06-15 14:00', moved: ' on 2026-06-10 14:00' };
    const args = { at: '2026-06-15', end: '2026-06-20', share: '50%', ...moves };
    expect(says('client_reschedule', terms, { meetings: [moved] })).toEqual([
      ['client_moved/client_moved_lost', 'pass', args, ['meetings 1']],
    ]);
    const heldAt = (starts_at: number) =>
      codes('client_reschedule', terms, { meetings: [moved, booked('M-1b', { previous_id: 'M-1', starts_at })] });
    expect([heldAt(endOfDay(5)), heldAt(endOfDay(5) + 1000)]).toEqual([[], ['client_moved/client_moved_lost pass']]);
    const absent = { meetings: [booked('M-1', { outcome: 'no_show_client' })] };
    expect(codes('client_reschedule', { no_show_pays: '50%' }, absent)).toEqual(['client_no_show pass']);
    const open = says('client_reschedule', terms, { meetings: [moved], asOf: day(1) });
    expect(open).toEqual([['client_moved', 'pending', { ...args, share: '100%' }, ['meetings 1'], endOfDay(5)]]);
  });
});

describe('submission', () => {
  test('says when it was claimed, and until when it could be', () => {
    const claimed = (at: number, terms: object = {}) =>
      says(
        'submission',
        { within: '5 days', ...terms },
        {
          meetings: [own],
          invoice: [{ line_id: 'A', meeting_id: 'M-1' }],
          received: { 'invoice.csv': at },
        },
      ).map((saying) => saying.slice(0, 3));
    const args = (at: string) => ({ at, end: '2026-06-20' });
    expect(claimed(endOfDay(5))).toEqual([['in_time', 'pass', args('2026-06-20')]]);
    expect(claimed(endOfDay(5) + 1000)).toEqual([['late_claim', 'fail', args('2026-06-21')]]);
    expect(claimed(day(9), { late: 'next_period' })).toEqual([['claimed_later', 'pass', args('2026-06-24')]]);
    expect(says('submission', {}, { meetings: [own] })).toEqual([]);
    expect(claimed(day(99), { within: undefined })).toEqual([]);
    expect(says('submission', { within: '5 days' }, { meetings: [own] })).toEqual([]);
  });
});

describe('termination', () => {
  // Received on 1 June: the contract ends on 11 June.
  const terms = (more: object = {}) => ({
    notice: '10 days',
    received: '2026-06-01T12:00',
    after_hours: 'same',
    ...more,
  });
  const judgedBy = (more: object, cells: object = {}) =>
    says('termination', terms(more), { meetings: [booked('M-1', cells)] }).map((saying) => saying.slice(0, 3));
  const args = { end: '2026-06-11', tail: '2026-06-11', booked: '2026-06-01' };

  test('ends what is booked or held after it', () => {
    expect(judgedBy({}, { starts_at: day(-4) })).toEqual([['in_term', 'pass', { ...args, at: '2026-06-11' }]]);
    expect(judgedBy({}, { starts_at: endOfDay(-4) })).toEqual([['in_term', 'pass', { ...args, at: '2026-06-11' }]]);
    expect(judgedBy({})).toEqual([['after_term', 'fail', { ...args, at: '2026-06-15', what: 'held' }]]);
    expect(judgedBy({}, { booked_at: endOfDay(-4) + 1000 })).toEqual([
      ['after_term', 'fail', { ...args, booked: '2026-06-12', at: '2026-06-12', what: 'booked' }],
    ]);
    expect(judgedBy({}, { booked_at: endOfDay(-4) })[0]?.[2]).toMatchObject({ what: 'held' });
    expect(judgedBy({}, { outcome: 'no_show_prospect' })).toEqual([]);
    expect(says('termination', terms(), { meetings: [own] }, { billable: { event: 'booked' } })).toEqual([]);
    expect(says('termination', { notice: '10 days' }, { meetings: [own] })).toEqual([]);
    expect(says('termination', { received: '2026-06-01T12:00' }, { meetings: [own] })).toEqual([]);
  });

  test('but for the tail, of what was booked before', () => {
    const tail = { ...args, tail: '2026-06-15' };
    const early = { booked_at: day(-15) };
    expect(judgedBy({ tail: '4 days' }, early)[0]).toEqual([
      'in_tail',
      'pass',
      { ...tail, booked: '2026-05-31', at: '2026-06-15' },
    ]);
    expect(judgedBy({ tail: '3 days' }, early)).toEqual([
      ['after_term/after_tail', 'fail', { ...args, tail: '2026-06-14', booked: '2026-05-31', at: '2026-06-15' }],
    ]);
    expect(judgedBy({ tail: '4 days' })).toEqual([['after_term/not_in_tail', 'fail', { ...tail, at: '2026-06-15' }]]);
    expect(judgedBy({ tail: '4 days', tail_for: 'booked_before_end' })[0]?.[0]).toBe('in_tail');
    expect(judgedBy({ tail: '4 days' }, { booked_at: Date.parse('2026-06-01T12:00Z') })[0]?.[0]).toBe(
      'after_term/not_in_tail',
    );
    expect(judgedBy({ tail: '4 days' }, { ...early, starts_at: endOfDay(0) })[0]?.[0]).toBe('in_tail');
  });
});

describe('accounts', () => {
  const list = (...accounts: NonNullable<Given['accounts']>) => ({
    meetings: [booked('M-1', { company: 'One Inc' })],
    accounts,
  });
  const args = { account: 'm-1.example', at: '2026-06-01' };

  test('must be assigned on the day of the booking', () => {
    expect(says('accounts', {}, list({ domain: 'x.example' }, { domain: 'm-1.example' }))).toEqual([
      ['assigned', 'pass', args, ['accounts 2']],
    ]);
    expect(says('accounts', {}, list({ domain: 'x.example' }))).toEqual([
      ['not_assigned', 'fail', args, ['meetings 1']],
    ]);
    const on = (from: number, to: number) => codes('accounts', {}, list({ domain: 'm-1.example', from, to }))[0];
    expect([on(BOOKED, BOOKED), on(day(-13), day(9)), on(day(-20), day(-15))]).toEqual([
      'assigned pass',
      'not_assigned fail',
      'not_assigned fail',
    ]);
    expect(codes('accounts', { match: 'company' }, list({ company: 'ONE' }))).toEqual(['assigned pass']);
    expect(codes('accounts', { match: 'company' }, list({ company: 'Two' }))).toEqual(['not_assigned fail']);
    const inDoubt = ['not_assigned/account_in_doubt review'];
    expect(codes('accounts', { match: 'company' }, list({ domain: 'm-1.example' }))).toEqual(inDoubt);
    expect(codes('accounts', {}, list({ company: 'ONE' }))).toEqual(inDoubt);
    expect(codes('accounts', {}, list({ company: 'ONE', domain: 'x.example' }))).toEqual(['not_assigned fail']);
    expect(codes('accounts', {}, list({ company: 'ONE', to: day(-15) }))).toEqual(['not_assigned fail']);
    expect(codes('accounts', { assigned_only: 'false' }, list())).toEqual([]);
    expect(says('accounts', {}, { meetings: [booked('M-1', { email: undefined })] })).toEqual([
      ['not_assigned/account_unknown', 'review', { match: 'domain' }, ['meetings 1'], ['the domain of the account']],
    ]);
  });
});

describe('client duties', () => {
  test('end with the contract', () => {
    const handovers = [{ email: 'ann@one.example', at: day(-10) }];
    const gaps = (ends: string) =>
      found('client_duties', { handover_every: '7 days' }, { meetings: [own], handovers, term: { ends } });
    expect(gaps('2026-06-12')).toEqual([
      ['late_handover', { last: '2026-06-05', end: '2026-06-12', at: 'never' }, ['handovers 1']],
    ]);
    expect(gaps('2026-06-11')).toEqual([]);
  });
});

describe('recordings', () => {
  const recording = (duration?: number) => ({ meeting_id: 'M-1', started_at: day(0), duration });
  const given = (recordings: NonNullable<Given['recordings']>, cells: object = {}) => ({
    meetings: [booked('M-1', cells)],
    recordings,
  });

  test('that are owed and missing', () => {
    const review = { missing: 'review' };
    expect(says('recordings', review, given([recording()]))).toEqual([
      ['recorded', 'pass', { at: '2026-06-15' }, ['recordings 1']],
    ]);
    expect(says('recordings', review, given([]))).toEqual([
      ['not_recorded', 'review', { at: '2026-06-15' }, ['meetings 1'], ['the recording']],
    ]);
    expect(codes('recordings', { missing: 'not_billable' }, given([]))).toEqual(['not_recorded fail']);
    expect(codes('recordings', {}, given([]))).toEqual([]);
    const noShow = given([], { outcome: 'no_show_client' });
    expect(codes('recordings', review, noShow)).toEqual([]);
    expect(codes('recordings', { ...review, required_for: [] }, given([]))).toEqual([]);
    expect(codes('recordings', review, given([]), { billable: { event: 'booked' } })).toEqual([]);
  });

  test('are a finding where nothing else is said, or where lengths differ', () => {
    expect(found('recordings', {}, given([]))).toEqual([
      ['not_recorded', { id: 'M-1', at: '2026-06-15' }, ['meetings 1']],
    ]);
    expect(found('recordings', { missing: 'review' }, given([]))).toEqual([]);
    expect(found('recordings', { required_for: [] }, given([]))).toEqual([]);
    expect(found('recordings', {}, given([], { starts_at: day(-15) }))).toEqual([]);
    expect(found('recordings', {}, given([], { outcome: 'no_show_client' }))).toEqual([]);
    expect(found('recordings', {}, given([]), { billable: { event: 'booked' } })).toEqual([]);
    const length = (stated: number | undefined, real: number | undefined, terms: object = { tolerance: '5 seconds' }) =>
      found('recordings', terms, given([recording(real)], { recording_duration: stated }));
    expect(length(600, 606)).toEqual([
      ['recording_length', { id: 'M-1', stated: 600, found: 606 }, ['meetings 1', 'recordings 1']],
    ]);
    expect(length(606, 600)).toHaveLength(1);
    expect([length(600, 605), length(undefined, 606), length(606, undefined), length(1, 900, {})]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('acceptance', () => {
  const terms = (more: object = {}) => ({ window: '5 days', starts: 'delivered', ...more });
  const decided = (decision: string, at: number, reason?: string) => ({
    meetings: [own],
    decisions: [{ meeting_id: 'M-1', decision: decision as never, at, reason }],
  });
  const at = '2026-06-06 23:59';

  test('says what was decided, when and why', () => {
    const when = (text: string, reason = 'no reason') => ({ at: text, end: text, reason });
    const on = '2026-06-02 14:00';
    expect(says('acceptance', terms(), decided('accepted', day(-13)))).toEqual([
      ['accepted_explicit', 'pass', when(on), ['decisions 1']],
    ]);
    expect(says('acceptance', terms(), decided('rejected', day(-13), 'geo'))).toEqual([
      ['rejected_valid', 'fail', when(on, 'geo'), ['decisions 1']],
    ]);
    expect(says('acceptance', terms({ rejection_cap: '50%' }), decided('rejected', day(-13), 'geo'))).toEqual([
      ['rejection_over_cap', 'review', when(on, 'geo'), ['decisions 1'], ['who bears the rejections above the cap']],
    ]);
    const subjective = terms({ reasons: ['geo'], subjective: 'review' });
    expect(says('acceptance', subjective, decided('rejected', day(-13), 'mood'))).toEqual([
      [
        'rejection_invalid_reason/rejection_subjective',
        'review',
        when(on, 'mood'),
        ['decisions 1'],
        ['whether the reason counts'],
      ],
    ]);
    const none = { meetings: [own] };
    expect(says('acceptance', terms(), none)).toEqual([
      ['no_decision', 'review', when(at), ['meetings 1'], ["the client's decision"]],
    ]);
    expect(says('acceptance', terms({ silence: 'accepted' }), none)).toEqual([
      ['accepted_deemed', 'pass', when(at), ['meetings 1']],
    ]);
    expect(says('acceptance', terms({ silence: 'rejected' }), none)).toEqual([
      ['rejected_deemed', 'fail', when(at), ['meetings 1']],
    ]);
    expect(says('acceptance', terms(), { ...none, asOf: day(-10) })).toEqual([
      ['window_open', 'pending', when(at), ['meetings 1'], endOfDay(-9)],
    ]);
    expect(says('acceptance', { window: '5 days' }, { ...none, asOf: day(-10) })).toEqual([
      ['window_open/window_not_begun', 'pending', {}, ['meetings 1']],
    ]);
    expect(says('acceptance', terms({ silence: 'accepted' }), decided('rejected', day(9)))[1]).toEqual([
      'rejection_late',
      'pass',
      { at: '2026-06-24 14:00', reason: 'no reason' },
      ['decisions 1'],
    ]);
    const undated = {
      meetings: [own],
      decisions: [{ meeting_id: 'M-1', decision: 'rejected' as const, reason: 'geo' }],
    };
    expect(says('acceptance', terms(), undated)[1]?.[2]).toEqual({ at: '?', reason: 'geo' });
  });
});
