import { describe, expect, test } from 'vitest';
import { by, type Call, call, callsOf, inCalls, inMeetings, type Meeting, meeting } from './support/planted.ts';
import { at, signalsOf, sowOf, watched } from './support/watched.ts';

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
    expect(inCalls('overlapping_calls', calls.toReversed())).toMatchObject([
      { statistic: 2, lines: ['calls 3', 'calls 4'] },
    ]);
  });

  test('holds a talk against the longest before it, not against the last alone', () => {
    const calls = [call('10:00', 1200), call('10:01', 30, { agent: 'Ada' }), call('10:15', 30)];
    expect(inCalls('overlapping_calls', calls)).toMatchObject([{ statistic: 2, lines: ['calls 2', 'calls 3'] }]);
  });

  test('lets two clocks differ by 2 s', () => {
    expect(inCalls('overlapping_calls', [first, call('10:01:58', 60)])).toEqual([]);
    expect(inCalls('overlapping_calls', [first, call('10:01:57', 60)])).toHaveLength(1);
  });

  test('a length that nobody speaks for ends after all others', () => {
    expect(inCalls('overlapping_calls', [call('10:00', 4_294_968), call('11:00', 60)])).toMatchObject([
      { lines: ['calls 2'] },
    ]);
  });

  test('a dialer that rings several numbers at once talks on one', () => {
    const ringing = ['no_answer', 'busy', 'failed'].map((disposition) =>
      call('10:00:00', 0, { duration: 45, disposition: disposition as 'busy' }),
    );
    expect(inCalls('overlapping_calls', [first, ...ringing, call('10:01:30', 60, { duration: 120 })])).toEqual([]);
  });

  test('a conference leg fits into the hold of the first', () => {
    const held = call('10:00', 300, { hold: 90, duration: 400 });
    expect(inCalls('overlapping_calls', [held, call('10:03', 80)])).toEqual([]);
    expect(inCalls('overlapping_calls', [held, call('10:03', 100)])).toHaveLength(1);
  });

  test('where the log tells no talk, an answered call is spoken from end to end', () => {
    const untold = (time: string, disposition: 'human' | 'voicemail') =>
      call(time, 0, { talk: undefined, duration: 60, disposition });
    expect(inCalls('overlapping_calls', [untold('10:00', 'human'), untold('10:00:50', 'human')])).toHaveLength(1);
    expect(inCalls('overlapping_calls', [untold('10:00', 'human'), untold('10:00:50', 'voicemail')])).toEqual([]);
    const ended = call('10:00', 60, { duration: undefined, ended_at: at('06-15T10:05') });
    expect(inCalls('overlapping_calls', [ended, call('10:01', 60)])).toEqual([]);
    expect(inCalls('overlapping_calls', [ended, call('10:04:20', 60)])).toHaveLength(1);
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
    expect(inCalls('impossible_rate', dials(230))).toEqual([{ subject: 'Ada', n: 2, statistic: 212, lines: [] }]);
    expect(watched(sowOf(['impossible_rate']), { calls: dials(230) })[0]?.signals[0]?.says).toBe(
      '212 dials in the hour from 2026-06-15T10:00:00-04:00; 1 hour above 200',
    );
  });

  test('200 an hour, calls that came in, and calls of nobody are possible', () => {
    expect(inCalls('impossible_rate', dials(200))).toEqual([]);
    expect(inCalls('impossible_rate', dials(201))).toHaveLength(1);
    expect(inCalls('impossible_rate', [...dials(200), ...dials(50, { direction: 'inbound' })])).toEqual([]);
    expect(inCalls('impossible_rate', [...dials(150), ...dials(150, { agent: 'Bert' })])).toEqual([]);
    expect(inCalls('impossible_rate', dials(230, { agent: undefined }))).toEqual([]);
  });
});

describe('out_of_hours', () => {
  /** So many calls of an agent, of which so many at eight in the evening. */
  const shift = (agent: string, n: number, late: number): Call[] =>
    by(
      agent,
      callsOf(n, (i) => (i < late ? { started_at: at('06-15T20:00') + i * 60_000 } : {})),
    );
  const others = [...shift('Bert', 300, 3), ...shift('Cora', 300, 3)];

  const nobodys = (calls: readonly Call[]): Call[] => calls.map(({ agent: _, ...call }) => call);

  test('names the agent whose calls lie there more often', () => {
    expect(inCalls('out_of_hours', [...shift('Ada', 200, 20), ...others])).toEqual([
      {
        subject: 'Ada',
        n: 200,
        statistic: 0.1,
        lines: Array.from({ length: 20 }, (_, i) => `calls ${i + 1}`),
        isRare: true,
      },
    ]);
    const weekend = shift('Ada', 200, 0).map((row, i) => (i < 20 ? { ...row, started_at: at('06-13T11:00') } : row));
    expect(inCalls('out_of_hours', [...weekend, ...others])).toMatchObject([{ subject: 'Ada', statistic: 0.1 }]);
    const holiday = shift('Ada', 200, 0).map((row, i) => (i < 20 ? { ...row, started_at: at('06-19T11:00') } : row));
    expect(inCalls('out_of_hours', [...holiday, ...others])).toMatchObject([{ subject: 'Ada', statistic: 0.1 }]);
    const missed = nobodys(shift('', 600, 600));
    expect(inCalls('out_of_hours', [...shift('Ada', 200, 20), ...others, ...missed])).toMatchObject([
      { subject: 'Ada' },
    ]);
  });

  test.each<[string, Call[]]>([
    ['an evening shift of all', [...shift('Ada', 200, 60), ...shift('Bert', 300, 90), ...shift('Cora', 300, 90)]],
    ['four evenings of overtime', [...shift('Ada', 700, 28), ...others]],
    ['less than half as often again', [...shift('Ada', 3000, 440), ...shift('Bert', 3000, 300)]],
    ['fewer than 30 calls', [...shift('Ada', 29, 20), ...others]],
    ['an agent alone', shift('Ada', 200, 20)],
    ['callers whom nobody answered at night', [...shift('Ada', 200, 2), ...others, ...nobodys(shift('', 60, 60))]],
  ])('%s is no signal', (_, calls) => {
    expect(inCalls('out_of_hours', calls)).toEqual([]);
  });
});

describe('calling_hours', () => {
  test('names outbound calls outside the hours of the number, with the source', () => {
    const calls = [call('12:00', 60), call('06:30', 60), call('10:30', 60, { phone: '+14155550100' })];
    expect(inCalls('calling_hours', calls)).toEqual([
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
    expect(inCalls('calling_hours', [call('12:00', 60), row])).toEqual([]);
  });
});

describe('meeting_hours', () => {
  const at_ = (time: string, cells: Meeting = {}): Meeting =>
    meeting(1, { starts_at: at(time), ends_at: at(time) + 1, ...cells });

  test.each(['06-08T06:59', '06-08T19:00', '06-13T11:00', '06-19T11:00'])('names a meeting held at %s', (time) => {
    expect(inMeetings('meeting_hours', [at_(time)])).toMatchObject([{ subject: 'M1', n: 1, lines: ['meetings 1'] }]);
  });

  test.each<[string, Meeting]>([
    ['seven in the morning', at_('06-08T07:00')],
    ['a minute to seven in the evening', at_('06-08T18:59')],
    ['a Saturday that nobody claims', at_('06-13T11:00', { outcome: 'no_show_prospect' })],
    ['a Saturday of May', at_('05-30T11:00', { booked_at: at('05-20') })],
    ['an afternoon on the other side of the continent', at_('06-08T19:30', { phone: '+14155550100' })],
  ])('%s is no signal', (_, row) => {
    expect(inMeetings('meeting_hours', [row])).toEqual([]);
  });

  test('at an hour that is odd on both sides it is one', () => {
    expect(inMeetings('meeting_hours', [at_('06-08T22:30', { phone: '+14155550100' })])).toHaveLength(1);
    expect(inMeetings('meeting_hours', [at_('06-08T19:30', { phone: '+442075550100' })])).toHaveLength(1);
  });
});

describe('off_roster', () => {
  const roster = [
    { agent: 'A1', name: 'Ada', certified_at: at('06-10T12:00'), left_at: at('06-20') },
    { agent: 'B1', name: 'Bert', left_at: at('03-31') },
    { agent: 'B2', name: 'Bert', certified_at: at('06-01') },
  ];
  const signals = (calls: readonly Call[]) => signalsOf('off_roster', { calls, roster }).signals;

  test('names calls of agents who are unknown, had left, or were certified later', () => {
    const calls = ['06-10T11:59', '06-10T12:00', '06-20T17:00', '06-21T00:00'].map((time) => call(time, 60));
    expect(signals(calls)).toEqual([{ subject: 'Ada', n: 4, statistic: 2, lines: ['calls 1', 'calls 4'] }]);
    expect(signals([call('12:00', 60, { agent: 'Zoe' })])).toMatchObject([{ subject: 'Zoe', n: 1, statistic: 1 }]);
    expect(watched(sowOf(['off_roster']), { calls, roster })[0]?.signals[0]?.says).toBe(
      '1 of 4 calls after the agent left, 1 before they were certified',
    );
  });

  test.each<[string, Call]>([
    ['an id in place of the name, in capitals and blanks', call('12:00', 60, { agent: ' a1 ' })],
    ['the afternoon of the last day', call('06-20T17:00', 60)],
    ['somebody who left and came back', call('12:00', 60, { agent: 'Bert' })],
    ['a log without agents', call('12:00', 60, { agent: undefined })],
  ])('%s is no signal', (_, row) => {
    expect(signals([row])).toEqual([]);
  });
});
