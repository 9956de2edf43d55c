import { describe, expect, test } from 'vitest';
import { DAYS, inMeetings, letters, type Meeting, meeting, meetingsOf, onDay, type Seat } from './support/planted.ts';
import { at, signalsOf, sowOf, watched } from './support/watched.ts';

describe('month_end_bunching', () => {
  /** Two bookings on each day from a first one on, and so many more on the last. */
  const bookings = (more: number, first = DAYS[0] ?? ''): Meeting[] => {
    const days = DAYS.filter((day) => day >= first);
    return meetingsOf(2 * days.length + more, (i) => onDay(days[Math.floor(i / 2)] ?? '06-30'));
  };

  const few = (n: number): Meeting[] => meetingsOf(n, (i) => onDay((i < 8 && DAYS[i]) || '06-30'));

  test('names bookings that bunch on the last two working days', () => {
    expect(inMeetings('month_end_bunching', few(20))).toMatchObject([{ n: 20, statistic: 0.6 }]);
    expect(inMeetings('month_end_bunching', bookings(10))).toMatchObject([
      { subject: '', n: 52, statistic: 0.2692, isRare: true },
    ]);
    expect(inMeetings('month_end_bunching', bookings(10))[0]?.lines.slice(0, 2)).toEqual([
      'meetings 39',
      'meetings 40',
    ]);
    expect(inMeetings('month_end_bunching', bookings(10))[0]?.lines).toHaveLength(14);
  });

  test.each<[string, Meeting[]]>([
    ['an even month', bookings(0)],
    ['a little more than chance', bookings(4)],
    ['a campaign that began on the 22nd', bookings(6, '06-22')],
    ['19 bookings, 11 of them late', few(19)],
    ['a campaign of two days', meetingsOf(40, (i) => onDay(i % 2 ? '06-29' : '06-30'))],
    [
      'a slow rise of many bookings',
      DAYS.flatMap((day, i) => meetingsOf(day >= '06-29' ? 58 : 40, () => onDay(day), 100 * i)),
    ],
  ])('%s is no signal', (_, rows) => {
    expect(inMeetings('month_end_bunching', rows)).toEqual([]);
  });
});

describe('too_smooth', () => {
  const daily = (countOf: (i: number) => number): Meeting[] => {
    return DAYS.flatMap((day, i) => meetingsOf(countOf(i), () => onDay(day), 10 * i));
  };

  test('names the same number of bookings on every day', () => {
    expect(
      inMeetings(
        'too_smooth',
        daily((i) => (i === 0 ? 5 : 3)),
      ),
    ).toEqual([{ subject: '', n: 21, statistic: 0.06154, lines: [] }]);
  });

  test.each<[string, Meeting[]]>([
    ['what chance makes of 3 a day', daily((i) => [3, 1, 4, 2, 6, 3, 2][i % 7] ?? 0)],
    ['a quota that not everybody fills', daily((i) => 3 - (i % 4 === 0 ? 2 : 0))],
    ['less than one a day', daily((i) => (i === 5 ? 0 : 1))],
  ])('%s is no signal', (_, rows) => {
    expect(inMeetings('too_smooth', rows)).toEqual([]);
  });
});

describe('shared_contact', () => {
  const PHONE = '+12125550100';
  const behind = (n: number, cells: Meeting = {}): Meeting => meeting(n, { phone: PHONE, ...cells });

  test('names one number behind leads of several companies', () => {
    const rows = [behind(1), meeting(2), behind(3)];
    expect(inMeetings('shared_contact', rows)).toEqual([
      { subject: PHONE, n: 2, statistic: 2, lines: ['meetings 1', 'meetings 3'] },
    ]);
    // Of the first nothing is known; the second and the third are of two companies.
    const first = behind(1, { company: undefined, email: 'one@gmail.com' });
    expect(inMeetings('shared_contact', [first, behind(2), behind(3)])).toMatchObject([{ subject: PHONE, n: 3 }]);
  });

  test('names one address behind two names', () => {
    const email = 'info@firm.example';
    expect(
      inMeetings('shared_contact', [meeting(1, { email }), meeting(2, { email, starts_at: at('06-09T10:00') })]),
    ).toMatchObject([{ subject: email, n: 2, statistic: 2 }]);
  });

  test.each<[string, Meeting[]]>([
    [
      'a switchboard',
      [1, 2, 3].map((n) => behind(n, { company: 'Harbor Inc.', email: `${letters(n)}@harbor.example` })),
    ],
    ['a company of two domains', [behind(1, { company: 'Harbor' }), behind(2, { company: 'HARBOR, Inc.' })]],
    ['a company under two names', [behind(1, { email: 'a@harbor.example' }), behind(2, { email: 'b@harbor.example' })]],
    [
      'leads of whom no company is known',
      [1, 2].map((n) => behind(n, { company: undefined, email: `${letters(n)}@gmail.com` })),
    ],
    [
      'a name in other words',
      [meeting(1, { contact_name: 'Imai, Ruth' }), meeting(2, { contact_name: 'Ruth IMAI', email: meeting(1).email })],
    ],
    [
      'spellings and forms of one name',
      ['Jürgen Brandt', 'Juergen Brandt', 'J. Brandt', undefined].map((contact_name, i) =>
        meeting(i + 1, { contact_name, email: meeting(1).email }),
      ),
    ],
    ['what was booked in May', [1, 2].map((n) => behind(n, { booked_at: at('05-29') }))],
  ])('%s is no signal', (_, rows) => {
    expect(inMeetings('shared_contact', rows)).toEqual([]);
  });
});

describe('repeat_attendee', () => {
  const seat = (n: number, email: string, name = 'Pat Pal'): Seat => ({
    meeting_id: `M${n}`,
    meeting_starts_at: at('06-08T10:00'),
    name,
    email,
    joined_at: at('06-08T10:00'),
    left_at: at('06-08T10:30'),
  });
  const signals = (attendance: readonly Seat[], meetings: readonly Meeting[] = [meeting(1), meeting(2)]) =>
    signalsOf('repeat_attendee', { meetings, attendance }).signals;

  test('names a guest in the meetings of two accounts', () => {
    expect(signals([seat(1, 'pal@gmail.com'), seat(2, 'pal@gmail.com'), seat(2, 'b@firm2.example')])).toEqual([
      { subject: 'pal@gmail.com', n: 2, statistic: 2, lines: ['attendance 1', 'attendance 2'] },
    ]);
  });

  test.each<[string, Seat[], Meeting[]]>([
    ["the client's host", [1, 2].map((n) => seat(n, 'host@alder.example')), meetingsOf(2, undefined, 1)],
    ["the vendor's agent", [1, 2].map((n) => seat(n, 'ada@brightline.example')), meetingsOf(2, undefined, 1)],
    [
      'a note taker',
      [1, 2].map((n) => seat(n, 'fred@fireflies.ai', 'Fireflies.ai Notetaker')),
      meetingsOf(2, undefined, 1),
    ],
    [
      'a buyer who comes with two colleagues',
      [1, 2].map((n) => seat(n, 'buyer@harbor.example')),
      meetingsOf(2, (i) => ({ email: `${letters(i)}@harbor.example`, company: i ? 'Harbor' : undefined }), 1),
    ],
    [
      'a company under two domains',
      [1, 2].map((n) => seat(n, 'buyer@harbor.example')),
      meetingsOf(2, () => ({ company: 'Harbor Inc' }), 1),
    ],
    ['one meeting alone', [seat(1, 'pal@gmail.com')], meetingsOf(2, undefined, 1)],
  ])('%s is no signal', (_, seats, meetings) => {
    expect(signals(seats, meetings)).toEqual([]);
  });

  test("names a lead with the vendor's own address, in the month it was booked", () => {
    const own = (cells: Meeting) => meeting(1, { email: 'ada@brightline.example', ...cells });
    expect(inMeetings('repeat_attendee', [own({}), meeting(2)])).toEqual([
      { subject: 'M1', n: 1, statistic: 1, lines: ['meetings 1'] },
    ]);
    expect(inMeetings('repeat_attendee', [own({ booked_at: at('05-29') })])).toEqual([]);
  });
});

describe('lead_splitting', () => {
  /** A no-show of 2 June, and a booking of the same person; the window ends with 16 June, and bookings after 7 June are chains of their own. */
  const again = (booked: string, cells: Meeting = {}, first: Meeting = {}): Meeting[] => [
    meeting(1, {
      booked_at: at('05-20'),
      starts_at: at('06-02T10:00'),
      ends_at: at('06-02T10:30'),
      outcome: 'no_show_prospect',
      ...first,
    }),
    meeting(2, { ...who, booked_at: at(booked), starts_at: at('06-24T10:00'), ends_at: at('06-24T10:30'), ...cells }),
  ];
  const { contact_name, email, company } = meeting(1);
  const who = { contact_name, email, company };
  const signals = (rows: readonly Meeting[]) =>
    inMeetings('lead_splitting', rows, { matching: { rebooked_within: '5 days' } });

  test('names a new lead in the last 48 h of the window', () => {
    expect(signals(again('06-16T10:00'))).toMatchObject([{ subject: 'M2', n: 2, lines: ['meetings 1', 'meetings 2'] }]);
    expect(signals(again('06-15T09:00'))).toHaveLength(1);
  });

  test.each<[string, Meeting[]]>([
    ['a booking in the middle of the window', again('06-12T10:00')],
    ['one after it', again('06-17T10:00')],
    ['one for another campaign', again('06-16T10:00', { campaign: 'b' }, { campaign: 'a' })],
    ['one for another product', again('06-16T10:00', { product: 'b' }, { product: 'a' })],
    ['one after a meeting that was held', again('06-16T10:00', {}, { outcome: 'held' })],
    ['one that continues the chain', again('06-04T10:00')],
    [
      'one after a no-show that was made good',
      [
        ...again('06-16T10:00'),
        meeting(3, { ...who, previous_id: 'M1', booked_at: at('06-02T12:00'), starts_at: at('06-04T10:00') }),
      ],
    ],
    [
      'somebody else',
      again('06-16T10:00', { contact_name: 'Omar Vance', email: 'omar@cedar.example', company: 'Cedar' }),
    ],
  ])('%s is no signal', (_, rows) => {
    expect(signals(rows)).toEqual([]);
  });
});

describe('one_sided', () => {
  const seat = (email: string | undefined, from: number, to: number | undefined, name = 'Somebody'): Seat => ({
    meeting_id: 'M1',
    meeting_starts_at: at('06-08T10:00'),
    name,
    email,
    joined_at: at('06-08T10:00') + from * 1000,
    left_at: to === undefined ? undefined : at('06-08T10:00') + to * 1000,
  });
  const host = seat('host@alder.example', 0, 1800);
  const signals = (attendance: readonly Seat[], cells: Meeting = {}) =>
    signalsOf('one_sided', { meetings: [meeting(1, cells)], attendance }).signals;

  test('names a meeting in which both sides never met for two minutes', () => {
    expect(signals([host])).toEqual([{ subject: 'M1', n: 1, statistic: 0, lines: ['meetings 1', 'attendance 1'] }]);
    expect(signals([host, seat('b@firm1.example', 1681, 1800)])).toMatchObject([{ n: 2, statistic: 119 }]);
    expect(signals([seat('b@firm1.example', 0, 900), { ...host, joined_at: at('06-08T10:14') }])).toMatchObject([
      { statistic: 60 },
    ]);
  });

  test.each<[string, Seat[], Meeting]>([
    ['two minutes together', [host, seat('b@firm1.example', 1680, 1800)], {}],
    ['two times one minute', [host, seat('b@firm1.example', 0, 60), seat('b@firm1.example', 300, 360)], {}],
    ['somebody on a phone', [host, seat(undefined, 0, 1800, '+1 212 *** **00')], {}],
    ['a guest of whom nobody knows when they left', [host, seat('b@firm1.example', 0, undefined)], {}],
    ['a meeting that nobody claims', [host], { outcome: 'no_show_prospect' }],
    ['a meeting without a log', [], {}],
  ])('%s is no signal', (_, seats, cells) => {
    expect(signals(seats, cells)).toEqual([]);
  });
});

describe('a test without its sources', () => {
  test('is not run, and says which', () => {
    const results = watched(sowOf('all'), { meetings: [] });
    expect(results.find(({ test }) => test === 'outside_sessions')).toMatchObject({
      tested: 0,
      notRun: 'no source: calls, sessions',
      signals: [],
    });
    expect(results.find(({ test }) => test === 'too_smooth')?.notRun).toBeUndefined();
  });
});
