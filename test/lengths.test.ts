import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSeconds, unitOf } from '../src/read/lengths.ts';
import { scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

test.each([
  ['1:02:03', 3723],
  ['32:14', 1934],
  ['00:00:46.235', 46],
  ['1h 27m 51s', 5271],
  ['18 min 20 s', 1100],
  ['PT1H2M3S', 3723],
  ['12.5', 12.5],
  ['1,234', 1234],
  ['1:60', undefined],
  ['soon', undefined],
])('%s is a length of %s seconds', (text, seconds) => {
  expect(readSeconds(text)).toBe(seconds);
});

test.each<[number | undefined, ...string[]]>([
  [3600, 'Duration [h]', 'Std.'],
  [60, 'Talk Time (min)', 'talk_duration_minutes', 'DurationInMinutes', 'Minutes talked', 'Dauer (in Min.)', 'Minutes'],
  [1, 'length_in_sec', 'CallDurationInSeconds', 'Durée (secondes)', 'talk_s'],
  [0.001, 'durationMs', 'duration_ms', 'TALK_TIME_MILLIS', 'Length (milliseconds)'],
  [
    undefined,
    'Duration',
    'duration (in call)',
    'BILL TIME (ROUNDED)',
    'After Hours Duration',
    'time in ivr',
    'billsec',
  ],
])('%s seconds are the unit of %s', (unit, ...headers) => {
  expect(headers.map(unitOf)).toEqual(headers.map(() => unit));
});

/** Talk and its problems, of a log with these lengths. */
async function talkOf(name: string, log: string, entry = ''): Promise<unknown> {
  writeFileSync(join(scratch.path, name), log);
  writeFileSync(
    join(scratch.path, 'rules.yaml'),
    `version: 1
sow: { id: A, client: Alder, vendor: Brightline, currency: USD, time_zone: America/New_York }
sources: { calls: { file: ${name}, time_zone: UTC${entry} } }
rules: { billable: { event: held } }
`,
  );
  const { code, stdout, stderr } = await leadaudit(
    ['metrics', '--period', '2026-06', '--format', 'json', '--exit-zero', '--quiet'],
    { cwd: scratch.path },
  );
  if (code !== 0) return /\[\w+\]/.exec(stderr)?.[0];
  return Number(JSON.parse(stdout).metrics.find(({ id }: { id: string }) => id === 'talk_time').restated);
}
const csv = (header: string, ...lengths: readonly string[]): string =>
  [
    `Agent,Start,Direction,Disposition,${header}`,
    ...lengths.map((length, i) => `ann,2026-06-02 1${i}:00,outbound,human,"${length}"`),
  ].join('\n');

describe('lengths of a log of which nobody says the unit', () => {
  /** Calls of two minutes, with talk in some unit and the end of the call where it is known. */
  const log = (ends: readonly string[], ...talks: readonly string[]): string =>
    [
      'Agent,Start,Direction,Disposition,Talk Time,ended_at',
      ...talks.map((talk, i) => `ann,2026-06-02 ${10 + i}:00:00,outbound,human,${talk},${ends[i] ?? ''}`),
    ].join('\n');
  const ends = Array.from({ length: 6 }, (_, i) => `2026-06-02 1${i}:02:00`);
  const minutes = ['1.8', '1.95', '0.4', '1.5', '1.75', '1.9'];

  test.each([
    ['minutes that fill the calls', ends, minutes],
    ['minutes, rounded up', ends, ['2', '2', '1', '2', '2', '2']],
    [
      'minutes, of calls whose start and end are to the minute',
      ends.map((end, i) => end.replace('02:00', `0${1 + (i % 2)}:00`)),
      ['1.6', '1.8', '1.2', '1.9', '1.5', '2.2'],
    ],
    ['milliseconds, longer than the calls', ends, ['108000', '117000', '24000', '90500', '105000', '114000']],
    ['parts of a day', [], ['0.00125', '0.00001157', '6.944444e-05', '0.00104167', '0.0012']],
    ['fractions that never reach a minute', [], minutes],
    ['whole minutes', [], ['1', '2', '1', '6', '1', '1', '3', '2', '1', '11']],
    ['hours of talk', [], ['108000', '117000', '24000', '90500', '105000']],
  ])('stop the run: %s', async (_, known, talks) => {
    expect(await talkOf('u.csv', log(known, ...talks))).toBe('[doubtful_unit]');
  });

  test.each([
    ['as long as the calls', ends, ['108', '117', '24', '90', '105', '114'], 558],
    ['with parts of a second', ends, ['108.25', '117', '24', '90', '105', '114.5'], 558.75],
    ['of calls that nobody ended', [], ['30', '41', '0', '62', '8', '15'], 156],
    ['of ten calls, some longer than a minute', [], ['1', '2', '1', '6', '1', '1', '3', '2', '1', '61'], 79],
    ['too few to tell', [], ['1.8', '1.95', '0.4'], 4.15],
  ])('are seconds: %s', async (_, known, talks, sum) => {
    expect(await talkOf('v.csv', log(known, ...talks))).toBe(sum);
  });

  test('are in the unit that the rules say', async () => {
    expect(await talkOf('w.csv', log(ends, ...minutes), ', units: { talk: minutes }')).toBe(558);
    expect(await talkOf('w.csv', log(ends, ...minutes), ', units: { talk: seconds }')).toBe(9.3);
    const days = ['0.00125', '0.00135417', '6.944444e-05', '0.00104167', '0.0012'];
    expect(await talkOf('x.csv', log([], ...days), ', units: { talk: days }')).toBe(108 + 117 + 6 + 90 + 104);
  });
});

describe('lengths of a log', () => {
  test('are in the unit that the header says', async () => {
    const mapped = (header: string): string => `, columns: { talk: "${header}" }`;
    expect(await talkOf('a.csv', csv('Talk Time', '5', '90'))).toBe(95);
    expect(await talkOf('b.csv', csv('Talk (min)', '5.0', '1.5'), mapped('Talk (min)'))).toBe(390);
    expect(await talkOf('c.csv', csv('talk_ms', '5000', '1500'), mapped('talk_ms'))).toBe(6.5);
    expect(await talkOf('d.csv', csv('Talk (hh:mm)', '0:05', '1:01:30'), mapped('Talk (hh:mm)'))).toBe(3990);
  });

  test('with thousands are no fractions of a second', async () => {
    expect(await talkOf('e.csv', csv('Talk Time', '1,234', '12.5'))).toBe(1246.5);
    expect(await talkOf('f.csv', csv('Talk Time', '1,234', '55'))).toBe('[ambiguous_numbers]');
    expect(await talkOf('g.csv', csv('Talk Time', '1,234', '55'), ', decimals: point')).toBe(1289);
    expect(await talkOf('h.csv', csv('Talk Time', '12,5', '1.234'))).toBe(1246.5);
  });

  test('that JSON writes have a point before decimals', async () => {
    const call = '"agent": "ann", "started_at": "2026-06-02 10:00", "direction": "outbound", "disposition": "human"';
    expect(await talkOf('i.json', `[{ ${call}, "talk": 1.234 }, { ${call}, "talk": 55 }]`)).toBe(56.234);
  });
});
