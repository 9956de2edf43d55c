import { describe, expect, test } from 'vitest';
import { by, type Call, call, callsOf, inCalls, type Meeting, meeting } from './support/planted.ts';
import { at, signalsOf, sowOf, watched } from './support/watched.ts';

describe('recording_length_differs', () => {
  const taped = (talk: number, recording_duration: number | undefined, cells: Call = {}): Call =>
    call('10:00', talk, { recording: 'r.mp3', recording_duration, ...cells });

  test('names recordings of another length, and calls without one', () => {
    const calls = [taped(300, 300), taped(300, 320), taped(300, undefined), call('11:00', 60), taped(300, 293)];
    expect(inCalls('recording_length_differs', calls)).toEqual([
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
    expect(inCalls('recording_length_differs', [taped(300, 300), row])).toEqual([]);
  });

  test('a second beyond is one', () => {
    expect(inCalls('recording_length_differs', [taped(60, 54)])).toHaveLength(1);
    expect(inCalls('recording_length_differs', [taped(1000, 979)])).toHaveLength(1);
  });

  test('holds calls against the recordings that are at hand, and misses none of other calls', () => {
    const calls = [1, 2, 3].map((n) => call('10:00', 90, { id: `c${n}` }));
    const recordings = [
      { call_id: 'c1', duration: 90, started_at: at('06-01T10:00') },
      { call_id: 'c2', duration: 60, started_at: at('06-01T10:00') },
      { duration: 5, started_at: at('06-01T10:00') },
    ];
    expect(signalsOf('recording_length_differs', { calls, recordings })).toMatchObject({
      tested: 1,
      signals: [{ subject: 'Ada', n: 2, statistic: 1, lines: ['calls 2'] }],
    });
    const named = [taped(300, 300), call('10:00', 90, { id: 'c1' })];
    expect(signalsOf('recording_length_differs', { calls: named, recordings }).signals).toEqual([]);
  });

  test('a log that names no recording is not tested', () => {
    expect(signalsOf('recording_length_differs', { calls: [call('10:00', 60)] })).toEqual({ tested: 0, signals: [] });
  });
});

describe('identical_durations', () => {
  /** Talks of all lengths, and so many that last 47 s. */
  const talks = (n: number, same: number, cells: Call = {}): Call[] =>
    callsOf(n, (i) => ({ talk: i < same ? 47 : 48 + i, ...cells }));

  test('names the length that more than 5 % of the talks have', () => {
    expect(inCalls('identical_durations', talks(150, 10))).toEqual([
      { subject: 'Ada', n: 150, statistic: 0.06667, lines: [] },
    ]);
    const fractions = talks(150, 10).map((row, i) => ({ ...row, talk: (row.talk ?? 0) + (i % 10) / 10 }));
    expect(inCalls('identical_durations', fractions)).toHaveLength(1);
  });

  test('5 % are none, and nine are none', () => {
    expect(inCalls('identical_durations', talks(200, 10))).toEqual([]);
    expect(inCalls('identical_durations', talks(199, 10))).toHaveLength(1);
    expect(inCalls('identical_durations', talks(20, 9))).toEqual([]);
  });

  test.each<[string, Call[]]>([
    ['a voicemail drop', talks(100, 90, { disposition: 'voicemail' })],
    ['hang-ups', talks(150, 10).map((row) => (row.talk === 47 ? { ...row, talk: 29 } : row))],
    ['an announcement to callers whom no agent took', talks(150, 90).map(({ agent: _, ...row }) => row)],
    ['a log in minutes', talks(150, 0).map((row, i) => ({ ...row, talk: 60 * (1 + (i % 5)) }))],
    ['a log in steps of 6 s', talks(150, 0).map((row, i) => ({ ...row, talk: 6 * (5 + (i % 15)) }))],
  ])('%s is no signal', (_, calls) => {
    expect(inCalls('identical_durations', calls)).toEqual([]);
  });

  test.each<[string, Call[], number]>([
    ['every talk lasts a minute', callsOf(100, () => ({ talk: 60 })), 1],
    [
      'every talk of two agents lasts a minute',
      [60, 60].flatMap((talk, i) =>
        by(
          `B${i}`,
          callsOf(50, () => ({ talk })),
        ),
      ),
      1,
    ],
    [
      'nearly every talk lasts a minute, the others any time',
      callsOf(200, (i) => ({ talk: i < 192 ? 60 : 60 + i })),
      0.96,
    ],
    [
      'nearly every talk lasts a minute, some two or three',
      callsOf(200, (i) => ({ talk: i < 192 ? 60 : 120 + 60 * (i % 2) })),
      0.96,
    ],
    ['half last one minute, half another', callsOf(100, (i) => ({ talk: i % 2 ? 60 : 90 })), 0.5],
  ])('%s: that is no log in minutes', (_, calls, statistic) => {
    const signals = inCalls('identical_durations', calls);
    expect(signals.length).toBeGreaterThan(0);
    for (const signal of signals) expect(signal).toMatchObject({ statistic });
  });

  test('a log in minutes of which most last one is no signal', () => {
    expect(
      inCalls(
        'identical_durations',
        callsOf(200, (i) => ({ talk: i < 150 ? 60 : 120 + 60 * (i % 5) })),
      ),
    ).toEqual([]);
  });

  test('one agent who rounds among others who do not makes them up', () => {
    const round = talks(100, 0).map((row, i) => ({ ...row, talk: 60 * (1 + (i % 5)) }));
    expect(inCalls('identical_durations', [...round, ...by('Bert', talks(100, 0))])).toMatchObject([
      { subject: 'Ada', statistic: 0.2 },
    ]);
  });
});

describe('terminal_digits', () => {
  /** So many talks that end in 0, in 1, and so on. */
  const ending = (counts: readonly number[]): Call[] =>
    counts.flatMap((count, digit) => callsOf(count, (i) => ({ talk: 30 + 10 * i + digit })));
  /** The check vector. */
  const heaped = ending([24, 6, 7, 8, 7, 21, 7, 6, 8, 6]);
  const even = (n: number): Call[] => callsOf(n, (i) => ({ talk: 30 + i }));

  test('names the agent of the check vector', () => {
    expect(inCalls('terminal_digits', [...heaped, ...by('Bert', even(100))])).toEqual([
      { subject: 'Ada', n: 100, statistic: 40, lines: [], isRare: true },
    ]);
  });

  test('an agent who rounds everything among others who do not', () => {
    const round = callsOf(100, (i) => ({ talk: 30 + 5 * i }));
    expect(inCalls('terminal_digits', [...round, ...by('Bert', even(100))])).toMatchObject([{ subject: 'Ada' }]);
  });

  test.each<[string, Call[]]>([
    ['an even spread', even(1000)],
    ['49 talks', ending([14, 2, 2, 2, 2, 14, 3, 3, 3, 4])],
    ['an export in steps of 5 s', heaped.map((row) => ({ ...row, talk: Math.floor((row.talk ?? 0) / 5) * 5 }))],
    ['an export in minutes', callsOf(100, (i) => ({ talk: 60 * i + 60 }))],
    ['a voicemail drop', [...even(100), ...callsOf(100, () => ({ talk: 25, disposition: 'voicemail' }))]],
    [
      'a hang-up within 10 s',
      [...even(100), ...callsOf(100, (i) => ({ talk: i % 2 ? 5 : 0.1, disposition: 'human' }))],
    ],
    ['digits that heap elsewhere than on 0 and 5', callsOf(100, (i) => ({ talk: 31 + 10 * i + (i % 3) }))],
  ])('%s is no signal', (_, calls) => {
    expect(inCalls('terminal_digits', calls)).toEqual([]);
  });

  test('talks that all last a minute are no export in minutes', () => {
    expect(
      inCalls(
        'terminal_digits',
        callsOf(100, () => ({ talk: 60 })),
      ),
    ).toMatchObject([{ subject: 'Ada', n: 100 }]);
  });

  test('50 talks are enough, and chi-squared above 21.67 is asked for', () => {
    expect(inCalls('terminal_digits', ending([15, 2, 2, 2, 2, 14, 3, 3, 3, 4]))).toMatchObject([{ n: 50 }]);
    // 18.2: p is 3 %, and 37 % end in 0 or 5.
    expect(inCalls('terminal_digits', ending([19, 8, 8, 8, 8, 18, 8, 8, 7, 8]))).toEqual([]);
  });
});

describe('benford_first_digit', () => {
  /** Talks that grow evenly in their logarithm, from 1 s up to 10 ^ `orders`. */
  const spread = (n: number, orders: number): Call[] => callsOf(n, (i) => ({ talk: 10 ** ((orders * (i + 0.5)) / n) }));
  const flat = (n: number, most: number): Call[] => callsOf(n, (i) => ({ talk: 1 + ((i * 7) % most) }));

  test('names talks whose first digits are all alike', () => {
    expect(inCalls('benford_first_digit', flat(600, 999))).toMatchObject([{ subject: '', n: 600, lines: [] }]);
  });

  test('talks over three orders follow the law', () => {
    expect(signalsOf('benford_first_digit', { calls: spread(600, 3) })).toEqual({ tested: 1, signals: [] });
  });

  test.each<[string, Call[]]>([
    ['fewer than 500', flat(499, 999)],
    ['talks of 30 to 300 s', callsOf(600, (i) => ({ talk: 30 + ((i * 7) % 270) }))],
  ])('%s are not tested', (_, calls) => {
    expect(signalsOf('benford_first_digit', { calls })).toEqual({ tested: 0, signals: [] });
  });

  test('is off unless it is asked for', () => {
    expect(watched(sowOf('all'), { calls: [] }).map(({ test }) => test)).not.toContain('benford_first_digit');
  });
});

describe('talk_too_short', () => {
  const PHONE = '+12125550100';
  const lead = (cells: Meeting = {}): Meeting => meeting(1, { phone: PHONE, booked_at: at('06-10T11:00'), ...cells });
  const call = (time: string, talk: number | undefined, cells: Call = {}): Call => ({
    agent: 'Ada',
    phone: PHONE,
    started_at: at(time),
    disposition: 'human',
    talk,
    ...cells,
  });
  const signals = (calls: readonly Call[], meetings: readonly Meeting[] = [], more: object = {}) =>
    signalsOf('talk_too_short', { calls, meetings }, more).signals;

  test("names conversations that are none by the SOW's own words", () => {
    const talks = [29, 30, 0].map((talk) => call('06-10T10:00', talk, { disposition: 'conversation' }));
    expect(signals(talks)).toEqual([{ subject: 'Ada', n: 3, statistic: 2, lines: ['calls 1', 'calls 3'] }]);
  });

  test('a SOW that asks for no length is content with any; a log that tells none is not tested', () => {
    expect(signals([call('06-10T10:00', 5, { disposition: 'conversation' })], [], { metrics: {} })).toEqual([]);
    expect(signals([call('06-10T10:00', undefined, { disposition: 'conversation' })])).toEqual([]);
    expect(signals([call('06-10T10:00', 5)])).toEqual([]);
  });

  test('names a meeting whose contact was never spoken to for 45 s', () => {
    const calls = [call('06-09T10:00', 30), call('06-10T10:58', 44), call('06-11T10:00', 300)];
    expect(signals(calls, [lead()])).toEqual([
      { subject: 'M1', n: 2, statistic: 44, lines: ['meetings 1', 'calls 1', 'calls 2'] },
    ]);
  });

  test.each<[string, Call[], Meeting]>([
    ['a talk of 45 s', [call('06-10T10:58', 45)], lead()],
    ['a call-back that books what an earlier talk won', [call('06-05T10:00', 300), call('06-10T10:58', 12)], lead()],
    [
      'a booking that is dated to the day',
      [call('06-09T10:00', 0), call('06-10T10:58', 300)],
      lead({ booked_at: at('06-10') }),
    ],
    ['a booking typed in while they talk', [call('06-09T10:00', 0), call('06-10T11:00:20', 300)], lead()],
    ['a lead who called back', [call('06-09T10:00', 0), call('06-10T10:50', 200, { direction: 'inbound' })], lead()],
    ['a call whose talk nobody logged', [call('06-09T10:00', undefined), call('06-10T10:58', 12)], lead()],
    ['a contact who was never called', [call('06-09T10:00', 3, { phone: '+12125550199' })], lead()],
    ['a booking of May', [call('05-28T10:58', 3)], lead({ booked_at: at('05-29T11:00') })],
  ])('%s is no signal', (_, calls, booking) => {
    expect(signals(calls, [booking])).toEqual([]);
  });
});

describe('speed_run', () => {
  const PHONE = '+12125550100';
  const words = (n: number): string => 'word '.repeat(n);
  const lead = (cells: Meeting): Meeting => meeting(1, { phone: PHONE, ...cells });
  const signals = (talks: readonly (number | undefined)[], booking: Meeting) =>
    signalsOf('speed_run', {
      meetings: [booking],
      calls: talks.map((talk, i) => ({ phone: PHONE, started_at: at(`06-01T10:0${i}`), disposition: 'human', talk })),
    }).signals;

  test('names a lead with more answers than the talk has time for', () => {
    const booking = lead({ notes: words(60), need: words(15), answers: { budget: words(30), team: words(15) } });
    expect(signals([10, 29], booking)).toEqual([
      { subject: 'M1', n: 120, statistic: 39, lines: ['meetings 1', 'calls 1', 'calls 2'] },
    ]);
    expect(signals([10, 30], booking)).toEqual([]);
  });

  test.each<[string, (number | undefined)[], Meeting]>([
    ['a short note', [1], lead({ notes: words(29) })],
    ['a call whose talk nobody logged', [1, undefined], lead({ notes: words(90) })],
    ['a lead without a call', [], lead({ notes: words(90) })],
  ])('%s is no signal', (_, talks, booking) => {
    expect(signals(talks, booking)).toEqual([]);
  });

  test('30 words in 9 s are one', () => {
    expect(signals([9], lead({ notes: words(30) }))).toHaveLength(1);
  });
});
