import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairsIn, unreadZones, zonesIn } from '../src/read/day-and-time.ts';
import { readInstant } from '../src/read/instant.ts';
import { zoneWords } from '../src/read/zone-words.ts';
import { zoneOf } from '../src/sow/zone.ts';

const NEW_YORK = zoneOf('America/New_York');
const BERLIN = zoneOf('Europe/Berlin');
const written = (text: string, contract = NEW_YORK, zones: Record<string, string> = {}): string => {
  const read = readInstant(text, 'mdy', contract, { words: zoneWords(zones, contract) });
  return typeof read === 'number' ? new Date(read).toISOString().replace(':00.000Z', 'Z') : read;
};

describe('times as people write them', () => {
  test.each([
    // Without minutes only where am or pm says what the number is.
    ['6/9/2026 3 PM', '2026-06-09T19:00Z'],
    ['6/9/2026 3pm', '2026-06-09T19:00Z'],
    ['6/9/2026 12 a.m.', '2026-06-09T04:00Z'],
    ['6/9/2026 13 PM', 'does_not_exist'],
    ['6/9/2026 3', 'unreadable'],
    ['Tue 6/9/2026 @ 10:00 AM ET', '2026-06-09T14:00Z'],
    ['Tuesday, 6/9/2026 - 10:00 AM', '2026-06-09T14:00Z'],
    ['moved 6/9/2026', 'unreadable'],
    ['June 9th, 2026 10:00 am', '2026-06-09T14:00Z'],
    ['Tuesday, June 9th, 2026, at 10am', '2026-06-09T14:00Z'],
    ['9th June 2026 10:00', '2026-06-09T14:00Z'],
    ['6/9/2026 -10:00', '2026-06-09T10:00Z'],
    ['June 9, 2026 at 10:00 AM EDT', '2026-06-09T14:00Z'],
    ['June 9, 2026 at 10am ET', '2026-06-09T14:00Z'],
    ['6/9/2026 10:00 AM (PT)', '2026-06-09T17:00Z'],
    ['2026-06-09 10:00 America/Chicago', '2026-06-09T15:00Z'],
    ['6/9/2026 10:00 AM Pacific Time (US & Canada)', '2026-06-09T17:00Z'],
    ['6/9/2026 10:00 AM Central Time - US & Canada', '2026-06-09T15:00Z'],
    ['6/9/2026 10:00 AM (GMT-05:00) Eastern Time (US & Canada)', '2026-06-09T14:00Z'],
    ['6/9/2026 10:00 AM (GMT-07:00) Pacific Daylight Time (America/Los_Angeles)', '2026-06-09T17:00Z'],
    ['6/9/2026 10:00 AM UTC-5', '2026-06-09T15:00Z'],
    ['6/9/2026 10:00 AM GMT+05:30', '2026-06-09T04:30Z'],
    ['Tue Jun 09 2026 10:00:00 GMT+0200 (Central European Summer Time)', '2026-06-09T08:00Z'],
    ['2026-06-09T10:00:00+02:00 (CEST)', '2026-06-09T08:00Z'],
    ['2026-06-09 10:00:00+02', '2026-06-09T08:00Z'],
    ['2026-06-09 10:00:00.123-04', '2026-06-09T14:00:00.123Z'],
    // A word that fits its date is its offset; one that does not is asked for.
    ['1/9/2026 10:00 AM EST', '2026-01-09T15:00Z'],
    ['6/9/2026 10:00 AM EST', 'unmapped_zone'],
    ['1/9/2026 10:00 AM EDT', 'unmapped_zone'],
    // The hour that comes twice is told apart by the word.
    ['11/1/2026 1:30 AM EDT', '2026-11-01T05:30Z'],
    ['11/1/2026 1:30 AM EST', '2026-11-01T06:30Z'],
    ['11/1/2026 1:30 AM ET', 'twice'],
    ['3/8/2026 2:30 AM ET', 'gap'],
    // Words of other continents, and no words for zones.
    ['6/9/2026 10:00 AM CEST', 'unmapped_zone'],
    ['6/9/2026 10:00 AM IST', 'unmapped_zone'],
    ['6/9/2026 10:00 AM TBD', 'unreadable'],
    ['6/9/2026 to 6/10/2026', 'unreadable'],
    ['6/9/2026 10:00 AM Mars/Olympus', 'unreadable'],
    ['6/9/2026 10:00 AM constructor', 'unreadable'],
    ['6/9/2026 10:00 GMT', '2026-06-09T10:00Z'],
    ['6/9/2026 10:00Z EST', 'unreadable'],
  ])('%s is %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  test.each([
    ['2. Juni 2026 10:00 Uhr', '2026-06-02T08:00Z'],
    ['Di., 2. Juni 2026 um 10 Uhr', '2026-06-02T08:00Z'],
    ['2.Juni 2026', '2026-06-01T22:00Z'],
    ['3. März 2026 09:00', '2026-03-03T08:00Z'],
    ['3. Mrz. 2026 09:00', '2026-03-03T08:00Z'],
    ['1er juin 2026 14h30', '2026-06-01T12:30Z'],
    ['mardi 2 juin 2026 à 9h', '2026-06-02T07:00Z'],
    ['2 juil. 2026 9 h 30', '2026-07-02T07:30Z'],
    ['4 févr. 2026 09:00', '2026-02-04T08:00Z'],
    ['4 août 2026 09:00', '2026-08-04T07:00Z'],
    ['2 de junio de 2026 10:00', '2026-06-02T08:00Z'],
    ['31 dic 2026 10:00 h', '2026-12-31T09:00Z'],
    ['2 brumaire 2026', 'unreadable'],
    // June or July in French.
    ['2 jui 2026', 'unreadable'],
  ])('in other languages: %s is %s', (text, expected) => {
    const read = readInstant(text, 'iso', BERLIN);
    expect(typeof read === 'number' ? new Date(read).toISOString().replace(':00.000Z', 'Z') : read).toBe(expected);
  });

  test('words are those of the continent of the SOW', () => {
    expect(written('6/9/2026 10:00 CEST', BERLIN)).toBe('2026-06-09T08:00Z');
    expect(written('6/9/2026 10:00 MESZ', BERLIN)).toBe('2026-06-09T08:00Z');
    expect(written('6/9/2026 10:00 CET', BERLIN)).toBe('unmapped_zone');
    expect(written('6/9/2026 10:00 EDT', BERLIN)).toBe('unmapped_zone');
  });

  test('a country with several clocks has words for each', () => {
    const sydney = zoneOf('Australia/Sydney');
    expect(written('2026-06-09 10:00am AEST', sydney)).toBe('2026-06-09T00:00Z');
    expect(written('2026-06-09 10:00am ACST', sydney)).toBe('2026-06-09T00:30Z');
    expect(written('2026-06-09 10:00am AWST', sydney)).toBe('2026-06-09T02:00Z');
    expect(written('2026-06-09 10:00am AEDT', sydney)).toBe('unmapped_zone');
  });

  test('the rules settle a word: as a clock or as an offset, whatever its case', () => {
    expect(written('6/9/2026 10:00 AM est', NEW_YORK, { EST: 'America/New_York' })).toBe('2026-06-09T14:00Z');
    expect(written('6/9/2026 10:00 AM EST', NEW_YORK, { EST: '-05:00' })).toBe('2026-06-09T15:00Z');
    expect(written('6/9/2026 10:00 AM office', NEW_YORK, { Office: 'America/Denver' })).toBe('2026-06-09T16:00Z');
    expect(written('6/9/2026 10:00 GMT', zoneOf('Europe/London'), { GMT: 'Europe/London' })).toBe('2026-06-09T09:00Z');
    expect(written('6/9/2026 10:00 AM ET', NEW_YORK, { ET: 'America/Chicago' })).toBe('2026-06-09T15:00Z');
  });

  test('a word with an offset is never read against it', () => {
    const offsets = { EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00', PST: '-08:00', PDT: '-07:00' };
    const moment = fc.integer({ min: 0, max: 366 * 24 * 4 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 900_000));
    fc.assert(
      fc.property(moment, fc.constantFrom(...Object.entries(offsets)), (date, [word, offset]) => {
        const text = date.toISOString().slice(0, 16);
        const read = written(`${text} ${word}`);
        expect([written(`${text}${offset}`), 'unmapped_zone']).toContain(read);
      }),
    );
  });
});

test.each([
  ['9.6.2026', true],
  ['9. Juni 2026', true],
  ['2026-06-09', true],
  ['9.6.2026 10.30', false],
  ['9. Juni 2026 10 Uhr', false],
  ['9/6/2026 14h30', false],
  ['9/6/2026 3 PM', false],
])('%s is a day of the contract: %s', (text, isDay) => {
  const read = readInstant(text, 'dmy', undefined, { days: BERLIN });
  expect(read).toBe(isDay ? Date.parse('2026-06-09T00:00+02:00') : 'no_zone');
});

describe('columns of a moment', () => {
  const rows = (...cells: string[][]) => cells.map((row, i) => ({ line: i + 2, cells: row }));

  test('a time of day may have no minutes, and its zone', () => {
    const times = rows(['6/9/2026', '3 PM'], ['6/10/2026', '10:30 AM EST']);
    expect(pairsIn(['Meeting Date', 'Meeting Time'], times, undefined)).toEqual([
      { date: 'Meeting Date', time: 'Meeting Time' },
    ]);
    expect(pairsIn(['Meeting Date', 'Meeting Time'], rows(['6/9/2026', '3']), undefined)).toEqual([]);
    const german = rows(['2. Juni 2026', '10 Uhr'], ['3. März 2026', '9:30 Uhr']);
    expect(pairsIn(['Datum', 'Uhrzeit'], german, undefined)).toEqual([{ date: 'Datum', time: 'Uhrzeit' }]);
    const french = rows(['2 juin 2026', '14h30'], ['1er juil. 2026', '9h']);
    expect(pairsIn(['Date', 'Heure'], french, undefined)).toEqual([{ date: 'Date', time: 'Heure' }]);
    expect(pairsIn(['Meeting Date', 'Meeting Time'], rows(['6/9/2026', '3 PM TBD']), undefined)).toEqual([]);
  });

  test('a time of which no name says what it is of is that of the start', () => {
    const header = ['Booked', 'Meeting Date', 'Time'];
    const cells = rows(['5/28/2026', '6/9/2026', '3 PM'], ['5/29/2026', '6/10/2026', '10:30']);
    expect(pairsIn(header, cells, 'Meeting Date')).toEqual([{ date: 'Meeting Date', time: 'Time' }]);
    expect(pairsIn(header, cells, undefined)).toEqual([]);
    const zoned = ['Booked', 'Meeting Date', 'Time (BST)'];
    expect(pairsIn(zoned, cells, 'Meeting Date')).toEqual([{ date: 'Meeting Date', time: 'Time (BST)' }]);
    // It is of another day, or the start has a time of its own.
    expect(pairsIn(['Date', 'Meeting Date', 'Time'], cells, 'Meeting Date')).toEqual([{ date: 'Date', time: 'Time' }]);
    const timed = rows(['5/28/2026', '6/9/2026 3 PM', '3:00'], ['5/29/2026', '6/10/2026 10:30', '10:30']);
    expect(pairsIn(header, timed, 'Meeting Date')).toEqual([]);
    expect(pairsIn(['Created', 'Start', 'Call Time'], cells, 'Start')).toEqual([]);
  });

  test('a cell that is no time makes no other column of it', () => {
    const cells = rows(
      ['6/9/2026', '3 PM'],
      ['6/10/2026', 'TBD'],
      ['?', '10:30'],
      ['6/12/2026', '11:00'],
      ['6/15/2026', '9 AM'],
    );
    expect(pairsIn(['Date', 'Start Time'], cells, 'Date')).toEqual([{ date: 'Date', time: 'Start Time' }]);
    expect(pairsIn(['Date', 'Start Time'], cells.slice(0, 2), 'Date')).toEqual([]);
  });

  test('the start and the end of a meeting may share a day, under whatever their times are called', () => {
    const cells = rows(['6/9/2026', '3 PM', '3:30 PM'], ['6/10/2026', '10:30', '11:00']);
    const [start, end] = ['Start Time', 'End Time'];
    const both = [
      { date: 'Date', time: start },
      { date: 'Date', time: end },
    ];
    expect(pairsIn(['Date', start, end], cells, start)).toEqual(both);
    expect(pairsIn(['Date', start, end], cells, 'Date')).toEqual(both);
    expect(pairsIn(['Date', 'From', 'To'], cells, 'Date')).toEqual([
      { date: 'Date', time: 'From' },
      { date: 'Date', time: 'To' },
    ]);
    expect(pairsIn(['Meeting Date', 'Begin', 'Finish'], cells, 'Meeting Date')).toHaveLength(2);
    expect(pairsIn(['Date', 'Due Time', 'Duration'], cells, 'Date')).toEqual([{ date: 'Date', time: 'Due Time' }]);
    // Another day, a time of something else, two days of which either may be meant.
    expect(pairsIn(['Created Date', start, end], cells, start)).toEqual([]);
    expect(pairsIn(['Date', 'Join Time', 'Leave Time'], cells, 'Date')).toEqual([]);
    const days = rows(['6/9/2026', '6/8/2026', '3 PM'], ['6/10/2026', '6/8/2026', '10:30']);
    expect(pairsIn(['Date', 'Due Date', start], days, start)).toEqual([]);
  });

  test('a column of zones is one by its name and by what it holds: a word that nobody knows makes no other of it', () => {
    const header = ['Time Zone', 'Meeting TZ', 'Region', 'Timezone', 'Zeitzone'];
    const cells = rows(['EST', 'America/Denver', 'EST', 'call us', 'Perth'], ['PT', 'UTC-5', 'PT', '', 'ET']);
    expect(zonesIn(header, cells)).toEqual(['Time Zone', 'Meeting TZ', 'Zeitzone']);
  });

  test('a zone that is not read is told of times without one, in either order of dates', () => {
    const header = ['Start', 'Time Zone'];
    const plan = { header, columns: new Map([['starts_at', 0]]), composed: new Map(), unread: ['Time Zone'] };
    const told = (start: string, word: string, ruled: string[] = []) => {
      const all = { ...plan, ruled: new Set(ruled), given: [], problems: [], lacks: [] };
      const found = unreadZones(
        all,
        { header, headerLine: 1 },
        rows([start, word]),
        'Europe/Berlin',
        'meetings',
        'm.csv',
      );
      return found.map(({ args }) => args.words);
    };
    expect(told('6/13/2026 10:00', 'PT')).toEqual(['PT']);
    expect(told('13.06.2026 10:00', 'UTC')).toEqual(['UTC']);
    expect(told('13.06.2026 10:00', 'Europe/Berlin')).toEqual([]);
    expect(told('13.06.2026 10:00', 'MESZ')).toEqual([]);
    // It says where its time is, or the rules have named its column.
    expect(told('2026-06-13T10:00+02:00', 'PT')).toEqual([]);
    expect(told('6/13/2026 10:00', 'PT', ['starts_at'])).toEqual([]);
  });
});
