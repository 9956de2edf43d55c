import { describe, expect, test } from 'vitest';
import { by, type Call, call, callsOf, inCalls, inMeetings, type Meeting, meetingsOf } from './support/planted.ts';
import { at, type Rows, signalsOf, sowOf, watched } from './support/watched.ts';

type Figure = Rows<'reported_metrics'>[number];

describe('disposition_drift', () => {
  /** Five weeks; the share of voicemail in each, of so many calls. */
  const weeks = (shares: readonly number[], n = 400): Call[] =>
    shares.flatMap((share, week) =>
      Array.from({ length: n }, (_, i) => ({
        agent: 'Ada',
        started_at: at('06-01T10:00') + week * 7 * 86_400_000 + i * 60_000,
        disposition: i < share * n ? ('voicemail' as const) : ('no_answer' as const),
        talk: 0,
      })),
    );

  test('names the week of another mix', () => {
    // (.5 - .25) ln(.5 / .25) + (.5 - .75) ln(.5 / .75) = 0.2747; to each other week the shifted one is a fourth of the rest.
    expect(inCalls('disposition_drift', weeks([0.25, 0.25, 0.5, 0.25]))).toEqual([
      { subject: '2026-W25', n: 400, statistic: 0.2747, lines: [] },
    ]);
    const [signal] = watched(sowOf(['disposition_drift']), { calls: weeks([0.25, 0.25, 0.5, 0.25]) })[0]?.signals ?? [];
    expect(signal?.says).toBe("the mix is 0.27 off the other weeks'; voicemail is 50.0 %, elsewhere 25.0 %");
  });

  test.each<[string, Call[]]>([
    ['a list that answers less', weeks([0.25, 0.25, 0.4, 0.25])],
    ['a week of few calls', [...weeks([0.25, 0.25, 0.25]), ...weeks([0, 0, 0, 0.9], 199).filter((_, i) => i >= 597)]],
    ['one week alone', weeks([0.5])],
  ])('%s is no signal', (_, calls) => {
    expect(inCalls('disposition_drift', calls)).toEqual([]);
  });

  test('of two weeks names the later', () => {
    expect(inCalls('disposition_drift', weeks([0.25, 0.6]))).toMatchObject([{ subject: '2026-W24', n: 400 }]);
  });

  test('a disposition that no other week has has a finite weight, and makes no other week odd', () => {
    const calls = weeks([0.25, 0.25, 0.25, 0.25]).map((row, i) =>
      i < 200 ? { ...row, disposition: 'failed' as const } : row,
    );
    expect(inCalls('disposition_drift', calls)).toMatchObject([{ subject: '2026-W23', n: 400 }]);
    expect(inCalls('disposition_drift', calls)[0]?.statistic).toBeLessThan(10);
  });
});

describe('short_calls', () => {
  const shift = (agent: string, n: number, short: number): Call[] =>
    by(
      agent,
      callsOf(n, (i) => ({ disposition: 'human', talk: i < short ? 4 : 40, phone: `+1212555${1000 + i}` })),
    );
  const others = [...shift('Bert', 200, 20), ...shift('Cora', 200, 20)];

  test('names the agent whose connections end at once', () => {
    expect(inCalls('short_calls', [...shift('Ada', 100, 30), ...others])).toMatchObject([
      { subject: 'Ada', n: 100, statistic: 0.3, isRare: true },
    ]);
    expect(inCalls('short_calls', [...shift('Ada', 100, 30), ...others])[0]?.lines).toHaveLength(20);
  });

  test.each<[string, Call[]]>([
    ['a bad list that all dial', [...shift('Ada', 100, 30), ...shift('Bert', 200, 60), ...shift('Cora', 200, 55)]],
    ['less than half as often again', [...shift('Ada', 4000, 580), ...shift('Bert', 4000, 400)]],
    ['fewer than 50 connections', [...shift('Ada', 49, 30), ...others]],
    ['a rest of 49 connections', [...shift('Ada', 200, 120), ...shift('Bert', 49, 0)]],
    ['calls that nobody answered', [...callsOf(100, () => ({ disposition: 'no_answer', talk: 0 })), ...others]],
    [
      'a talk of 10 s',
      [...shift('Ada', 100, 30).map((row) => ({ ...row, talk: Math.max(10, row.talk ?? 0) })), ...others],
    ],
  ])('%s is no signal', (_, calls) => {
    expect(inCalls('short_calls', calls)).toEqual([]);
  });

  test('names five short connections to one number on one day, not four, nor on two days', () => {
    const runs = (n: number, day = '15'): Call[] =>
      Array.from({ length: n }, (_, i) => call(`06-${day}T1${i}:00`, 3, { disposition: 'human' }));
    expect(inCalls('short_calls', runs(5))).toEqual([
      {
        subject: 'Ada, +12125550100 on 2026-06-15',
        n: 5,
        statistic: 5,
        lines: ['calls 1', 'calls 2', 'calls 3', 'calls 4', 'calls 5'],
      },
    ]);
    expect(inCalls('short_calls', runs(4))).toEqual([]);
    expect(inCalls('short_calls', [...runs(3), ...runs(3, '16')])).toEqual([]);
    expect(
      inCalls(
        'short_calls',
        runs(5).map((row) => ({ ...row, phone: undefined })),
      ),
    ).toEqual([]);
  });
});

describe('conversion_outlier', () => {
  /** Conversations of an agent, and meetings that came of them. */
  const agent = (name: string, conversations: number, booked: number, first: number) => ({
    calls: Array.from({ length: conversations }, (_, i) => ({
      agent: name,
      started_at: at('06-02T10:00') + i * 60_000,
      disposition: 'conversation' as const,
      talk: 60,
    })),
    meetings: meetingsOf(booked, () => ({ agent: name }), first),
  });
  type Own = ReturnType<typeof agent>;
  const signals = (agents: readonly Own[]) =>
    signalsOf('conversion_outlier', {
      calls: agents.flatMap(({ calls }) => calls),
      meetings: agents.flatMap(({ meetings }) => meetings),
    }).signals;
  const others = [agent('Bert', 100, 10, 100), agent('Cora', 100, 10, 200)];

  test('names an agent who converts three times as often, or a third', () => {
    // Bert and Cora are as odd against a rest of which Ada is half; they have each other.
    expect(signals([agent('Ada', 100, 30, 0), ...others])).toEqual([
      { subject: 'Ada', n: 100, statistic: 0.3, lines: [], isRare: true },
    ]);
    const good = [agent('Bert', 100, 30, 100), agent('Cora', 100, 30, 200)];
    expect(signals([agent('Ada', 100, 6, 0), ...good])).toMatchObject([{ subject: 'Ada', statistic: 0.06 }]);
    // More meetings than conversations: all of them converted.
    expect(signals([agent('Ada', 30, 40, 0), ...others])).toMatchObject([{ subject: 'Ada', n: 30, statistic: 1 }]);
    // Of the others nobody has conversations enough to be a peer.
    const small = ['Bert', 'Cora', 'Dirk', 'Elsa', 'Fred'].map((name, i) => agent(name, 20, 1, 100 * (i + 1)));
    expect(signals([agent('Ada', 100, 30, 0), ...small])).toMatchObject([{ subject: 'Ada', statistic: 0.3 }]);
    // Of two agents nobody can say which is odd.
    expect(signals([agent('Ada', 100, 30, 0), agent('Bert', 100, 5, 100)])).toHaveLength(2);
  });

  test.each<[string, Own[]]>([
    ['a senior agent', [agent('Ada', 400, 70, 0), agent('Bert', 400, 40, 1000), agent('Cora', 400, 40, 2000)]],
    ['29 conversations', [agent('Ada', 29, 20, 0), ...others]],
    ['twice the rate by chance', [agent('Ada', 40, 8, 0), ...others]],
    ['what is rare by chance alone, and not among people', [agent('Ada', 40, 11, 0), ...others]],
    [
      'names that the files do not share',
      [
        agent('Ada', 100, 0, 0),
        agent('Bert', 100, 0, 0),
        { calls: [], meetings: meetingsOf(9, () => ({ agent: 'A. Bell' })) },
      ],
    ],
  ])('%s is no signal', (_, agents) => {
    expect(signals(agents)).toEqual([]);
  });

  test('bookings of another month are not counted', () => {
    const early = agent('Ada', 100, 30, 0);
    const may = { ...early, meetings: early.meetings.map((row) => ({ ...row, booked_at: at('05-29') })) };
    expect(
      signals([{ ...may, meetings: [...may.meetings, ...meetingsOf(10, () => ({ agent: 'Ada' }), 500)] }, ...others]),
    ).toEqual([]);
  });
});

describe('control_group', () => {
  const slots = (n: number, held: number, cells: Meeting = {}, first = 0): Meeting[] =>
    meetingsOf(n, (i) => ({ outcome: i < held ? 'held' : 'no_show_prospect', ...cells }), first);
  const theirs = (n: number, held: number, cells: Meeting = {}) =>
    slots(n, held, { vendor: 'Castle Dial', ...cells }, 500);

  test('names the other vendor whose share differs', () => {
    expect(inMeetings('control_group', [...slots(60, 25), ...theirs(60, 40)])).toEqual([
      { subject: 'Castle Dial', n: 120, statistic: -2.748, lines: [], isRare: true },
    ]);
  });

  test.each<[string, Meeting[]]>([
    ['a few slots more', [...slots(60, 36), ...theirs(60, 40)]],
    ['29 slots of theirs', [...slots(60, 25), ...theirs(29, 29)]],
    ['29 slots of the own', [...slots(29, 5), ...theirs(60, 40)]],
    [
      'slots that did not mature',
      [
        ...slots(60, 40),
        ...theirs(60, 40),
        ...slots(60, 0, { outcome: 'canceled_client', canceled_at: at('06-05') }, 900),
      ],
    ],
    [
      'slots of another month',
      [
        ...slots(60, 40),
        ...theirs(60, 40),
        ...theirs(60, 0, { starts_at: at('07-08T10:00') }).map((row) => ({
          ...row,
          id: `${row.id}b`,
          email: `b${row.email}`,
        })),
      ],
    ],
  ])('%s is no signal', (_, rows) => {
    expect(inMeetings('control_group', rows)).toEqual([]);
  });
});

describe('show_rate_implausible', () => {
  const slots = (n: number, held: number, cells: Meeting = {}, first = 0): Meeting[] =>
    meetingsOf(n, (i) => ({ outcome: i < held ? 'held' : 'no_show_prospect', ...cells }), first);

  test('names thirty of thirty', () => {
    expect(inMeetings('show_rate_implausible', slots(30, 30))).toEqual([
      { subject: '', n: 30, statistic: 1, lines: [] },
    ]);
    const moved = slots(5, 0, { outcome: 'rescheduled_client', canceled_at: at('06-02') }, 100);
    expect(inMeetings('show_rate_implausible', [...slots(30, 30), ...moved])).toMatchObject([{ n: 30 }]);
  });

  test('names an agent far above the others', () => {
    const rows = [
      ...slots(40, 39, { agent: 'Ada' }),
      ...slots(60, 45, { agent: 'Bert' }, 100),
      ...slots(60, 45, { agent: 'Cora' }, 200),
    ];
    expect(inMeetings('show_rate_implausible', rows)).toEqual([
      { subject: 'Ada', n: 40, statistic: 0.975, lines: [], isRare: true },
    ]);
  });

  test.each<[string, Meeting[]]>([
    ['29 held meetings alone', slots(29, 29)],
    ['one no-show of thirty', slots(30, 29)],
    ['all of an agent with 29', [...slots(29, 29, { agent: 'Ada' }), ...slots(60, 45, { agent: 'Bert' }, 100)]],
    [
      'an agent a little above the others',
      [...slots(400, 330, { agent: 'Ada' }), ...slots(400, 290, { agent: 'Bert' }, 1000)],
    ],
    ['slots without an agent', [...slots(40, 40), ...slots(60, 45, { agent: 'Bert' }, 100)]],
  ])('%s is no signal', (_, rows) => {
    expect(inMeetings('show_rate_implausible', rows)).toEqual([]);
  });
});

describe('sum_checks', () => {
  const figures = (
    metric: string,
    total: string,
    parts: readonly string[],
    group: 'agent' | 'week' = 'agent',
  ): Figure[] => [
    { metric, period: '2026-06', value: total },
    ...parts.map((value, i) => ({ metric, period: '2026-06', value, [group]: `part ${i}` })),
  ];
  const signals = (rows: readonly Figure[]) => signalsOf('sum_checks', { reported_metrics: rows }).signals;

  test('names parts that do not come to their total', () => {
    expect(signals(figures('Dials', '4,120', ['2,000', '2,100']))).toEqual([
      { subject: 'Dials by agent', n: 2, statistic: 4100, lines: [1, 2, 3].map((n) => `reported_metrics ${n}`) },
    ]);
    expect(signals(figures('Meetings set', '31', ['10', '20'], 'week'))).toMatchObject([
      { subject: 'Meetings set by week' },
    ]);
    expect(signals(figures('Agent hours', '24.5', ['7.8', '7.7', '8.7']))).toHaveLength(1);
    expect(signals(figures('Total dials', '4,120', ['2,000', '2,100']))).toHaveLength(1);
    expect(signals(figures('Talk time (min)', '90', ['40', '40']))).toHaveLength(1);
    expect(signals(figures('Contacts attempted', '60', ['20', '30']))).toHaveLength(1);
    expect(signals(figures('Agent hours', '16:00', ['7:30', '8:20']))).toHaveLength(1);
  });

  test.each<[string, Figure[]]>([
    ['parts that come to it', figures('Dials', '4,100', ['2,000', '2,100'])],
    ['hours that are rounded to a tenth', figures('Agent hours', '24.4', ['7.8', '7.8', '8.7'])],
    ['hours that are rounded to one', figures('Agent hours', '25', ['8', '8', '8'])],
    ['hours to the minute', figures('Agent hours', '15:51', ['7:30', '8:20'])],
    ['a share, which adds up to nothing', figures('Show rate', '80.0%', ['70.0%', '90.0%'])],
    ['a mean', figures('Average handle time', '200', ['190', '220'])],
    ['one part', figures('Dials', '4,100', ['2,000'])],
    ['parts without a total', figures('Dials', '4,100', ['2,000', '2,000']).slice(1)],
    [
      'a total of another month',
      [{ metric: 'Dials', period: '2026-05', value: '9' }, ...figures('Dials', '3', ['1', '1']).slice(1)],
    ],
    [
      'parts of two kinds',
      [...figures('Dials', '4', ['2', '2']), ...figures('Dials', '4', ['1', '3'], 'week').slice(1)],
    ],
    ['a metric that nobody knows', figures('Smiles', '9', ['1', '1'])],
    ['a rate of each', figures('Attempts per contact', '2.1', ['1.9', '2.4'])],
    ['contacts that two agents called', figures('Unique dials', '60', ['40', '40'])],
    [
      'an average beside the parts',
      [
        ...figures('Dials', '4,100', ['2,000', '2,100']),
        { metric: 'Dials', period: '2026-06', value: '2,050', agent: 'Average' },
      ],
    ],
  ])('%s is no signal', (_, rows) => {
    expect(signals(rows)).toEqual([]);
  });

  test('a total that is given twice is held against the parts twice', () => {
    const twice = [{ metric: 'Dials', period: '2026-06', value: '5' }, ...figures('Dials', '4', ['2', '2'])];
    expect(signals(twice)).toMatchObject([{ statistic: 4, lines: [1, 3, 4].map((n) => `reported_metrics ${n}`) }]);
    expect(signals(twice.toReversed())).toHaveLength(1);
  });
});
