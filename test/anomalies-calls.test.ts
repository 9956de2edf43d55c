import { describe, expect, test } from 'vitest';
import type { AnomalyName } from '../src/sow/anomaly-names.ts';
import { at, type Rows, signalsOf, sowOf, watched } from './support/watched.ts';

type Call = Rows<'calls'>[number];

/** A call of Ada on 15 June; `talk` in seconds, rung for ten before. */
const call = (time: string, talk: number, cells: Call = {}): Call => ({
  agent: 'Ada',
  started_at: at(time.includes('T') ? time : `06-15T${time}`),
  disposition: 'conversation',
  talk,
  duration: talk + 10,
  phone: '+12125550100',
  ...cells,
});
/** So many calls, made of their number; a working day holds 100, one every four minutes from nine on. */
const many = (n: number, made: (i: number) => Call): Call[] =>
  Array.from({ length: n }, (_, i) => ({
    ...call('09:00', 60),
    started_at: at(`06-${String(1 + (Math.floor(i / 100) % 5)).padStart(2, '0')}T09:00`) + (i % 100) * 240_000,
    ...made(i),
  }));
const by = (agent: string, calls: readonly Call[]): Call[] => calls.map((row) => ({ ...row, agent }));
/** Test, calls: the signals. */
const found = (test: AnomalyName, calls: readonly Call[], more: object = {}) =>
  signalsOf(test, { calls }, more).signals;

describe('overlapping_calls', () => {
  const first = call('10:00:00', 120);

  test('names the talk that begins while another of the agent is on', () => {
    // The first is spoken from 10:00:10 to 10:02:10.
    const calls = [
      first,
      call('10:02:00', 60),
      call('10:01:57', 60),
      call('10:20:00', 60),
      call('10:01:00', 60, { agent: 'Bert' }),
    ];
    expect(signalsOf('overlapping_calls', { calls })).toEqual({
      tested: 2,
      signals: [{ subject: 'Ada', n: 4, statistic: 2, lines: ['calls 2', 'calls 3'] }],
    });
    expect(found('overlapping_calls', calls.toReversed())).toMatchObject([
      { statistic: 2, lines: ['calls 3', 'calls 4'] },
    ]);
  });

  test('holds a talk against the longest before it, not against the last alone', () => {
    const calls = [call('10:00', 1200), call('10:01', 30, { agent: 'Ada' }), call('10:15', 30)];
    expect(found('overlapping_calls', calls)).toMatchObject([{ statistic: 2, lines: ['calls 2', 'calls 3'] }]);
  });

  test('lets two clocks differ by 2 s', () => {
    expect(found('overlapping_calls', [first, call('10:01:58', 60)])).toEqual([]);
    expect(found('overlapping_calls', [first, call('10:01:57', 60)])).toHaveLength(1);
  });

  test('a dialer that rings several numbers at once talks on one', () => {
    const ringing = ['no_answer', 'busy', 'failed'].map((disposition) =>
      call('10:00:00', 0, { duration: 45, disposition: disposition as 'busy' }),
    );
    expect(found('overlapping_calls', [first, ...ringing, call('10:01:30', 60, { duration: 120 })])).toEqual([]);
  });

  test('a conference leg fits into the hold of the first', () => {
    const held = call('10:00', 300, { hold: 90, duration: 400 });
    expect(found('overlapping_calls', [held, call('10:03', 80)])).toEqual([]);
    expect(found('overlapping_calls', [held, call('10:03', 100)])).toHaveLength(1);
  });

  test('where the log tells no talk, an answered call is spoken from end to end', () => {
    const untold = (time: string, disposition: 'human' | 'voicemail') =>
      call(time, 0, { talk: undefined, duration: 60, disposition });
    expect(found('overlapping_calls', [untold('10:00', 'human'), untold('10:00:50', 'human')])).toHaveLength(1);
    expect(found('overlapping_calls', [untold('10:00', 'human'), untold('10:00:50', 'voicemail')])).toEqual([]);
    const ended = call('10:00', 60, { duration: undefined, ended_at: at('06-15T10:05') });
    expect(found('overlapping_calls', [ended, call('10:01', 60)])).toEqual([]);
    expect(found('overlapping_calls', [ended, call('10:04:20', 60)])).toHaveLength(1);
  });

  test('nobody is named in a log without agents', () => {
    const nobody = [first, call('10:01:00', 60)].map((row) => ({ ...row, agent: undefined }));
    expect(signalsOf('overlapping_calls', { calls: nobody })).toEqual({ tested: 0, signals: [] });
  });
});

describe('outside_sessions', () => {
  const sessions = [
    { agent: 'Ada', login_at: at('06-15T09:00'), logout_at: at('06-15T12:00') },
    { agent: 'Ada', login_at: at('06-15T13:00'), logout_at: at('06-15T17:00') },
    { agent: 'Ada', login_at: at('06-15T11:30'), logout_at: at('06-15T12:10') },
  ];
  const signals = (calls: readonly Call[]) => signalsOf('outside_sessions', { calls, sessions }).signals;

  test('names calls that no log-in of the agent covers', () => {
    const calls = [call('10:00', 60), call('12:30', 60), call('17:00:02', 60), call('08:59:57', 60), call('12:05', 60)];
    expect(signals(calls)).toEqual([{ subject: 'Ada', n: 5, statistic: 3, lines: ['calls 2', 'calls 3', 'calls 4'] }]);
    expect(signals([call('10:00', 60, { agent: 'Bert' })])).toMatchObject([{ subject: 'Bert', statistic: 1 }]);
  });

  test('lets clocks differ by 2 s, a call outlast its log-in, and nobody call', () => {
    expect(signals([call('08:59:58', 60), call('17:00:01', 60), call('16:59', 600)])).toEqual([]);
    expect(signals([call('03:00', 60, { agent: undefined })])).toEqual([]);
  });
});

describe('impossible_rate', () => {
  const dials = (n: number, cells: Call = {}): Call[] =>
    Array.from({ length: n }, (_, i) => call('10:00', 0, { started_at: at('06-15T10:00') + i * 17_000, ...cells }));

  test('names more dials than an hour of a power dialer holds', () => {
    // 17 s apart: 212 in the first hour.
    expect(found('impossible_rate', dials(230))).toEqual([{ subject: 'Ada', n: 2, statistic: 212, lines: [] }]);
    expect(watched(sowOf(['impossible_rate']), { calls: dials(230) })[0]?.signals[0]?.says).toBe(
      '212 dials in the hour from 2026-06-15T10:00:00-04:00; 1 hour(s) above 200',
    );
  });

  test('200 an hour, calls that came in, and calls of nobody are possible', () => {
    expect(found('impossible_rate', dials(200))).toEqual([]);
    expect(found('impossible_rate', dials(201))).toHaveLength(1);
    expect(found('impossible_rate', [...dials(200), ...dials(50, { direction: 'inbound' })])).toEqual([]);
    expect(found('impossible_rate', [...dials(150), ...dials(150, { agent: 'Bert' })])).toEqual([]);
    expect(found('impossible_rate', dials(230, { agent: undefined }))).toEqual([]);
  });
});

describe('recording_length_differs', () => {
  const taped = (talk: number, recording_duration: number | undefined, cells: Call = {}): Call =>
    call('10:00', talk, { recording: 'r.mp3', recording_duration, ...cells });

  test('names recordings of another length, and calls without one', () => {
    const calls = [taped(300, 300), taped(300, 320), taped(300, undefined), call('11:00', 60), taped(300, 293)];
    expect(found('recording_length_differs', calls)).toEqual([
      { subject: 'Ada', n: 5, statistic: 3, lines: ['calls 2', 'calls 5', 'calls 4'] },
    ]);
  });

  test.each([
    ['5 s of a short talk', taped(60, 55)],
    ['2 % of a long one', taped(1000, 980)],
    ['the whole call, ringing included', taped(300, 340, { duration: 340 })],
    ['hold that was recorded too', taped(300, 390, { hold: 90 })],
    ['a recording that has no length in the log', taped(300, undefined)],
    ['a voicemail that nobody recorded', call('10:30', 25, { disposition: 'voicemail' })],
    ['a call without talk', call('10:30', 0, { disposition: 'no_answer' })],
  ])('%s is no signal', (_, row) => {
    expect(found('recording_length_differs', [taped(300, 300), row])).toEqual([]);
  });

  test('a second beyond is one', () => {
    expect(found('recording_length_differs', [taped(60, 54)])).toHaveLength(1);
    expect(found('recording_length_differs', [taped(1000, 979)])).toHaveLength(1);
  });

  test('a log that names no recording is not tested', () => {
    expect(signalsOf('recording_length_differs', { calls: [call('10:00', 60)] })).toEqual({ tested: 0, signals: [] });
  });
});

describe('identical_durations', () => {
  /** Talks of all lengths, and so many that last 47 s. */
  const talks = (n: number, same: number, cells: Call = {}): Call[] =>
    many(n, (i) => ({ talk: i < same ? 47 : 48 + i, ...cells }));

  test('names the length that more than 5 % of the talks have', () => {
    expect(found('identical_durations', talks(150, 10))).toEqual([
      { subject: 'Ada', n: 150, statistic: 0.06667, lines: [] },
    ]);
    const fractions = talks(150, 10).map((row, i) => ({ ...row, talk: (row.talk ?? 0) + (i % 10) / 10 }));
    expect(found('identical_durations', fractions)).toHaveLength(1);
  });

  test('5 % are none, and nine are none', () => {
    expect(found('identical_durations', talks(200, 10))).toEqual([]);
    expect(found('identical_durations', talks(199, 10))).toHaveLength(1);
    expect(found('identical_durations', talks(20, 9))).toEqual([]);
  });

  test.each<[string, Call[]]>([
    ['a voicemail drop', talks(100, 90, { disposition: 'voicemail' })],
    ['hang-ups', talks(150, 10).map((row) => (row.talk === 47 ? { ...row, talk: 29 } : row))],
    ['a log in minutes', talks(150, 0).map((row, i) => ({ ...row, talk: 60 * (1 + (i % 5)) }))],
    ['a log in steps of 6 s', talks(150, 0).map((row, i) => ({ ...row, talk: 6 * (5 + (i % 15)) }))],
  ])('%s is no signal', (_, calls) => {
    expect(found('identical_durations', calls)).toEqual([]);
  });

  test('one agent who rounds among others who do not makes them up', () => {
    const round = talks(100, 0).map((row, i) => ({ ...row, talk: 60 * (1 + (i % 5)) }));
    expect(found('identical_durations', [...round, ...by('Bert', talks(100, 0))])).toMatchObject([
      { subject: 'Ada', statistic: 0.2 },
    ]);
  });
});

describe('terminal_digits', () => {
  /** The check vector: 24 6 7 8 7 21 7 6 8 6. */
  const VECTOR = [24, 6, 7, 8, 7, 21, 7, 6, 8, 6];
  const heaped = VECTOR.flatMap((count, digit) => many(count, (i) => ({ talk: 30 + 10 * i + digit })));
  const even = (n: number): Call[] => many(n, (i) => ({ talk: 30 + i }));

  test('names the agent of the check vector', () => {
    expect(found('terminal_digits', [...heaped, ...by('Bert', even(100))])).toEqual([
      { subject: 'Ada', n: 100, statistic: 40, lines: [], isRare: true },
    ]);
  });

  test('an agent who rounds everything among others who do not', () => {
    const round = many(100, (i) => ({ talk: 30 + 5 * i }));
    expect(found('terminal_digits', [...round, ...by('Bert', even(100))])).toMatchObject([{ subject: 'Ada' }]);
  });

  test.each<[string, Call[]]>([
    ['an even spread', even(1000)],
    ['too few talks', heaped.slice(0, 49).map((row) => ({ ...row, talk: 50 + 5 * ((row.talk ?? 0) % 7) + 1e-3 }))],
    ['an export in steps of 5 s', heaped.map((row) => ({ ...row, talk: Math.floor((row.talk ?? 0) / 5) * 5 }))],
    ['an export in minutes', many(100, (i) => ({ talk: 60 * i + 60 }))],
    ['a voicemail drop', [...even(100), ...many(100, () => ({ talk: 25, disposition: 'voicemail' }))]],
    ['a hang-up within 10 s', [...even(100), ...many(100, (i) => ({ talk: i % 2 ? 5 : 0.1, disposition: 'human' }))]],
    ['digits that heap elsewhere than on 0 and 5', many(100, (i) => ({ talk: 31 + 10 * i + (i % 3) }))],
  ])('%s is no signal', (_, calls) => {
    expect(found('terminal_digits', calls)).toEqual([]);
  });

  test('30 % on 0 and 5 need more than chance: chi-squared above 21.67', () => {
    // 15 and 15 of 100, the rest even: 12.5.
    const mild = [15, 8, 9, 9, 9, 15, 9, 9, 8, 9].flatMap((count, digit) =>
      many(count, (i) => ({ talk: 30 + 10 * i + digit })),
    );
    expect(found('terminal_digits', mild)).toEqual([]);
  });
});

describe('benford_first_digit', () => {
  /** Talks that grow evenly in their logarithm, from 1 s up to 10 ^ `orders`. */
  const spread = (n: number, orders: number): Call[] => many(n, (i) => ({ talk: 10 ** ((orders * (i + 0.5)) / n) }));
  const flat = (n: number, most: number): Call[] => many(n, (i) => ({ talk: 1 + ((i * 7) % most) }));

  test('names talks whose first digits are all alike', () => {
    expect(found('benford_first_digit', flat(600, 999))).toMatchObject([{ subject: '', n: 600, lines: [] }]);
  });

  test('talks over three orders follow the law', () => {
    expect(signalsOf('benford_first_digit', { calls: spread(600, 3) })).toEqual({ tested: 1, signals: [] });
  });

  test.each<[string, Call[]]>([
    ['fewer than 500', flat(499, 999)],
    ['talks of 30 to 300 s', many(600, (i) => ({ talk: 30 + ((i * 7) % 270) }))],
  ])('%s are not tested', (_, calls) => {
    expect(signalsOf('benford_first_digit', { calls })).toEqual({ tested: 0, signals: [] });
  });

  test('is off unless it is asked for', () => {
    expect(watched(sowOf('all'), { calls: [] }).map(({ test }) => test)).not.toContain('benford_first_digit');
  });
});

describe('out_of_hours', () => {
  /** So many calls of an agent, of which so many at eight in the evening. */
  const shift = (agent: string, n: number, late: number): Call[] =>
    by(
      agent,
      many(n, (i) => (i < late ? { started_at: at('06-15T20:00') + i * 60_000 } : {})),
    );
  const others = [...shift('Bert', 300, 3), ...shift('Cora', 300, 3)];

  test('names the agent whose calls lie there more often', () => {
    expect(found('out_of_hours', [...shift('Ada', 200, 20), ...others])).toEqual([
      {
        subject: 'Ada',
        n: 200,
        statistic: 0.1,
        lines: Array.from({ length: 20 }, (_, i) => `calls ${i + 1}`),
        isRare: true,
      },
    ]);
    const weekend = shift('Ada', 200, 0).map((row, i) => (i < 20 ? { ...row, started_at: at('06-13T11:00') } : row));
    expect(found('out_of_hours', [...weekend, ...others])).toMatchObject([{ subject: 'Ada', statistic: 0.1 }]);
    const holiday = shift('Ada', 200, 0).map((row, i) => (i < 20 ? { ...row, started_at: at('06-19T11:00') } : row));
    expect(found('out_of_hours', [...holiday, ...others])).toMatchObject([{ subject: 'Ada', statistic: 0.1 }]);
  });

  test.each<[string, Call[]]>([
    ['an evening shift of all', [...shift('Ada', 200, 60), ...shift('Bert', 300, 90), ...shift('Cora', 300, 90)]],
    ['two evenings of overtime', [...shift('Ada', 700, 14), ...others]],
    ['less than half as often again', [...shift('Ada', 3000, 440), ...shift('Bert', 3000, 300)]],
    ['fewer than 30 calls', [...shift('Ada', 29, 20), ...others]],
    ['an agent alone', shift('Ada', 200, 20)],
  ])('%s is no signal', (_, calls) => {
    expect(found('out_of_hours', calls)).toEqual([]);
  });
});

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
    expect(found('disposition_drift', weeks([0.25, 0.25, 0.5, 0.25]))).toEqual([
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
    expect(found('disposition_drift', calls)).toEqual([]);
  });

  test('of two weeks names the later', () => {
    expect(found('disposition_drift', weeks([0.25, 0.6]))).toMatchObject([{ subject: '2026-W24', n: 400 }]);
  });

  test('a disposition that no other week has has a finite weight, and makes no other week odd', () => {
    const calls = weeks([0.25, 0.25, 0.25, 0.25]).map((row, i) =>
      i < 200 ? { ...row, disposition: 'failed' as const } : row,
    );
    expect(found('disposition_drift', calls)).toMatchObject([{ subject: '2026-W23', n: 400 }]);
    expect(found('disposition_drift', calls)[0]?.statistic).toBeLessThan(10);
  });
});

describe('short_calls', () => {
  const shift = (agent: string, n: number, short: number): Call[] =>
    by(
      agent,
      many(n, (i) => ({ disposition: 'human', talk: i < short ? 4 : 40, phone: `+1212555${1000 + i}` })),
    );
  const others = [...shift('Bert', 200, 20), ...shift('Cora', 200, 20)];

  test('names the agent whose connections end at once', () => {
    expect(found('short_calls', [...shift('Ada', 100, 30), ...others])).toMatchObject([
      { subject: 'Ada', n: 100, statistic: 0.3, isRare: true },
    ]);
    expect(found('short_calls', [...shift('Ada', 100, 30), ...others])[0]?.lines).toHaveLength(20);
  });

  test.each<[string, Call[]]>([
    ['a bad list that all dial', [...shift('Ada', 100, 30), ...shift('Bert', 200, 60), ...shift('Cora', 200, 55)]],
    ['less than half as often again', [...shift('Ada', 4000, 580), ...shift('Bert', 4000, 400)]],
    ['fewer than 50 connections', [...shift('Ada', 49, 30), ...others]],
    ['calls that nobody answered', [...many(100, () => ({ disposition: 'no_answer', talk: 0 })), ...others]],
    [
      'a talk of 10 s',
      [...shift('Ada', 100, 30).map((row) => ({ ...row, talk: Math.max(10, row.talk ?? 0) })), ...others],
    ],
  ])('%s is no signal', (_, calls) => {
    expect(found('short_calls', calls)).toEqual([]);
  });

  test('names five short connections to one number on one day, not four, nor on two days', () => {
    const runs = (n: number, day = '15'): Call[] =>
      Array.from({ length: n }, (_, i) => call(`06-${day}T1${i}:00`, 3, { disposition: 'human' }));
    expect(found('short_calls', runs(5))).toEqual([
      {
        subject: 'Ada, +12125550100 on 2026-06-15',
        n: 5,
        statistic: 5,
        lines: ['calls 1', 'calls 2', 'calls 3', 'calls 4', 'calls 5'],
      },
    ]);
    expect(found('short_calls', runs(4))).toEqual([]);
    expect(found('short_calls', [...runs(3), ...runs(3, '16')])).toEqual([]);
    expect(
      found(
        'short_calls',
        runs(5).map((row) => ({ ...row, phone: undefined })),
      ),
    ).toEqual([]);
  });
});

describe('calling_hours', () => {
  test('names outbound calls outside the hours of the number, with the source', () => {
    const calls = [call('12:00', 60), call('06:30', 60), call('10:30', 60, { phone: '+14155550100' })];
    expect(found('calling_hours', calls)).toEqual([
      { subject: 'Ada', n: 3, statistic: 2, lines: ['calls 2', 'calls 3'] },
    ]);
    expect(watched(sowOf(['calling_hours']), { calls })[0]?.signals[0]?.says).toBe(
      '2 of 3 calls lie outside the calling hours (state law)',
    );
  });

  test.each<[string, Call]>([
    ['a number that the calendar does not know', call('03:00', 60, { phone: '+442075550100' })],
    ['a call that came in', call('03:00', 60, { direction: 'inbound' })],
    ['a call without a number', call('03:00', 60, { phone: undefined })],
    ['a late call to the west', call('23:30', 60, { phone: '+14155550100' })],
    ['a Saturday', call('06-13T12:00', 60)],
  ])('%s is no signal', (_, row) => {
    expect(found('calling_hours', [call('12:00', 60), row])).toEqual([]);
  });
});
