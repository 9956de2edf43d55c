import { describe, expect, test } from 'vitest';
import { NO_CALLING_HOURS, readCallingHours } from '../src/sow/calling-hours.ts';
import { loadSow } from '../src/sow/load.ts';
import { zoneOf } from '../src/sow/zone.ts';
import { CALENDAR_EXAMPLE, CHECKS_EXAMPLE, DRIFT_EXAMPLE } from './support/anomaly-page.ts';

const NEW_YORK = zoneOf('America/New_York');
const HEAD = 'region,day,from,to,zone,source';
const read = (lines: readonly string[], head = HEAD) =>
  readCallingHours([head, ...lines].join('\n'), 'calendar.csv', NEW_YORK);
/** What the calendar says of a call: open or closed, and where from. Times are of New York. */
const says = (lines: readonly string[], phone: string, time: string, offset = '-04:00') => {
  const { hours, problems } = read(lines);
  expect(problems).toEqual([]);
  const rule = hours.ruleFor(phone, Date.parse(`${time}${offset}`));
  return rule && `${rule.isOpen ? 'open' : 'closed'}, ${rule.source}`;
};
/** Line, path and reason of each problem. */
const faults = (lines: readonly string[], head = HEAD) =>
  read(lines, head).problems.map(({ code, place, args }) => [code, place.line, args.path, args.reason]);

describe('the calendar of calling hours', () => {
  const US = '+1,mon,08:00,21:00,,law';

  test('gives half-open hours in the zone of the contract', () => {
    const at = (time: string) => says([US], '+12125550100', `2026-06-15T${time}`);
    expect([at('07:59:59'), at('08:00:00'), at('20:59:59'), at('21:00:00')]).toEqual([
      'closed, law',
      'open, law',
      'open, law',
      'closed, law',
    ]);
  });

  test('knows no number of another prefix, and says nothing of it', () => {
    expect(says([US], '+442075550100', '2026-06-15T12:00')).toBeUndefined();
    expect(says([US], '12125550100', '2026-06-15T12:00')).toBeUndefined();
    expect(says([US], '+', '2026-06-15T12:00')).toBeUndefined();
    expect(says([], '+12125550100', '2026-06-15T12:00')).toBeUndefined();
    expect(NO_CALLING_HOURS.ruleFor('+12125550100', 0)).toBeUndefined();
    expect(NO_CALLING_HOURS.zoneOf('+12125550100')).toBeUndefined();
  });

  test('goes by the longest prefix, alone', () => {
    const lines = [US, '+1305,tue,09:00,20:00,,Florida'];
    expect(says(lines, '+13055550100', '2026-06-16T08:30')).toBe('closed, Florida');
    // Florida has no line for Monday: the line of +1 is not its own.
    expect(says(lines, '+13055550100', '2026-06-15T12:00')).toBe('closed, Florida');
    expect(says(lines, '+13045550100', '2026-06-15T12:00')).toBe('open, law');
  });

  test('closes a weekday that has no line', () => {
    expect(says([US], '+12125550100', '2026-06-14T12:00')).toBe('closed, law');
  });

  test('takes a date before its weekday, in any order of lines', () => {
    const lines = [US, '+1,2026-06-15,12:00,14:00,,bridge day'];
    for (const given of [lines, [...lines].reverse()]) {
      expect(says(given, '+12125550100', '2026-06-15T10:00')).toBe('closed, bridge day');
      expect(says(given, '+12125550100', '2026-06-15T13:00')).toBe('open, bridge day');
      expect(says(given, '+12125550100', '2026-06-22T10:00')).toBe('open, law');
    }
  });

  test('closes a date whose hours are empty', () => {
    expect(says([US, '+1,2026-06-15,,,,holiday'], '+12125550100', '2026-06-15T10:00')).toBe('closed, holiday');
  });

  test('adds the hours of two lines of one day', () => {
    const lines = ['+1,mon,08:00,12:00,,morning', '+1,mon,14:00,21:00,,evening'];
    const at = (time: string) => says(lines, '+12125550100', `2026-06-15T${time}`);
    expect([at('11:00'), at('13:00'), at('15:00')]).toEqual(['open, morning', 'closed, morning', 'open, evening']);
  });

  test('goes by the zone of the region, its day of the week and its daylight saving time', () => {
    const west = ['+1,mon,08:00,21:00,,law', '+1415,mon,08:00,21:00,America/Los_Angeles,west'];
    expect(says(west, '+14155550100', '2026-06-15T10:59')).toBe('closed, west');
    expect(says(west, '+14155550100', '2026-06-15T11:00')).toBe('open, west');
    // Tuesday in New York is still Monday in California.
    expect(says(west, '+14155550100', '2026-06-15T23:59')).toBe('open, west');
    expect(says(west, '+14155550100', '2026-06-16T00:00')).toBe('closed, west');
    expect(says([US], '+12125550100', '2026-01-12T13:00Z', '')).toBe('open, law');
    expect(says([US], '+12125550100', '2026-01-12T12:59Z', '')).toBe('closed, law');
    expect(says([US], '+12125550100', '2026-06-15T12:00Z', '')).toBe('open, law');
    const { hours } = read(west);
    expect(hours.zoneOf('+14155550100')?.wallAt(Date.parse('2026-06-15T16:00Z'))).toBe(Date.parse('2026-06-15T09:00Z'));
    expect(hours.zoneOf('+12125550100')).toBe(NEW_YORK);
    expect(hours.zoneOf('+442075550100')).toBeUndefined();
  });

  test('reads the example of the docs', () => {
    const { hours, problems } = readCallingHours(CALENDAR_EXAMPLE, 'calendar.csv', NEW_YORK);
    expect(problems).toEqual([]);
    const at = (phone: string, time: string) => hours.ruleFor(phone, Date.parse(`${time}-04:00`))?.isOpen;
    expect([at('+12125550100', '2026-06-15T09:00'), at('+14155550100', '2026-06-15T09:00')]).toEqual([true, false]);
    for (const checks of [CHECKS_EXAMPLE, DRIFT_EXAMPLE]) {
      const rules = `version: 1
sow: { id: C, client: Alder, vendor: Brightline, currency: USD, time_zone: UTC }
rules: { billable: { event: held } }
${checks}`;
      expect(loadSow(rules, 'rules.yaml', () => CALENDAR_EXAMPLE).problems).toEqual([]);
    }
  });

  test('ends at 24:00 at the latest', () => {
    expect(says(['+1,mon,0:00,24:00,,law'], '+12125550100', '2026-06-15T23:59')).toBe('open, law');
  });

  test.each(['mon', 'Mon', 'MONDAY'])('reads %s', (day) => {
    expect(says([`+1,${day},08:00,21:00,,law`], '+12125550100', '2026-06-15T12:00')).toBe('open, law');
  });

  test('reads columns by name in any order, without a zone, with a byte order mark, blanks, quotes and empty lines', () => {
    const { hours, problems } = readCallingHours(
      '\uFEFFSource , Region,day,to, from\n\n"a law, with a comma",+1, mon ,21:00,08:00\n',
      'calendar.csv',
      NEW_YORK,
    );
    expect(problems).toEqual([]);
    expect(hours.ruleFor('+12125550100', Date.parse('2026-06-15T12:00-04:00'))).toEqual({
      isOpen: true,
      source: 'a law, with a comma',
    });
  });
});

describe('what is wrong with a calendar', () => {
  test.each([
    ['1,mon,08:00,21:00,,law', 'region', '"1" is no prefix such as +1 or +1305'],
    ['US,mon,08:00,21:00,,law', 'region', '"US" is no prefix such as +1 or +1305'],
    ['+1,monkey,08:00,21:00,,law', 'day', '"monkey" is no weekday (mon to sun) and no date'],
    ['+1,2026-06-31,08:00,21:00,,law', 'day', '"2026-06-31" is no weekday (mon to sun) and no date'],
    ['+1,2026-06-15T00:00,08:00,21:00,,law', 'day', '"2026-06-15T00:00" is no weekday (mon to sun) and no date'],
    ['+1,,08:00,21:00,,law', 'day', '"" is no weekday (mon to sun) and no date'],
    ['+1,mon,8,21:00,,law', 'from', '"8" is no time such as 08:00'],
    ['+1,mon,08:60,21:00,,law', 'from', '"08:60" is no time such as 08:00'],
    ['+1,mon,,21:00,,law', 'from', '"" is no time such as 08:00'],
    ['+1,mon,08:00,24:01,,law', 'to', '"24:01" is no time such as 21:00, after `from`'],
    ['+1,mon,08:00,,,law', 'to', '"" is no time such as 21:00, after `from`'],
    ['+1,mon,21:00,21:00,,law', 'to', '"21:00" is no time such as 21:00, after `from`'],
    ['+1,mon,21:00,08:00,,law', 'to', '"08:00" is no time such as 21:00, after `from`'],
    ['+1,mon,08:00,21:00,Mars/Olympus,law', 'zone', '"Mars/Olympus" is no time zone'],
    ['+1,mon,08:00,21:00,,', 'source', 'is empty: hours that nobody can look up are not applied'],
  ])('%s', (line, path, reason) => {
    expect(faults(['+49,mon,08:00,21:00,,law', line])).toEqual([['wrong_value', 3, path, reason]]);
  });

  test('two zones of one region', () => {
    const lines = ['+1,mon,08:00,21:00,America/Chicago,law', '', '+1,tue,08:00,21:00,,law'];
    expect(faults(lines)).toEqual([
      ['wrong_value', 4, 'zone', '"" is not the "America/Chicago" of an earlier line of +1'],
    ]);
  });

  test('every fault of a line, and of every line', () => {
    expect(
      faults(['x,y,z,,,', '+1,mon,08:00,21:00,,law', '+1,tue,08:00,07:00,,law']).map(([, line, path]) => [line, path]),
    ).toEqual([
      [2, 'region'],
      [2, 'day'],
      [2, 'from'],
      [2, 'to'],
      [2, 'source'],
      [4, 'to'],
    ]);
  });

  test('columns that are not there, or nothing at all', () => {
    expect(faults(['+1,mon'], 'region,day')).toEqual([
      ['wrong_value', 1, 'from, to, source', 'is no column of the calendar'],
    ]);
    expect(readCallingHours('', 'calendar.csv', NEW_YORK).problems).toHaveLength(1);
  });

  test('a quote that is never closed is a problem, not an exception', () => {
    const found = faults(['+1,mon,08:00,21:00,,"law', '+1,tue,08:00,21:00,,law']);
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(0, 3)).toEqual(['wrong_value', 3, 'quotes']);
    expect(String(found[0]?.[3])).toMatch(/^do not pair: Quote Not Closed/);
  });

  test('is told with the rules, and there is no SOW then', () => {
    const rules = JSON.stringify({
      version: 1,
      sow: { id: 'C', client: 'Alder', vendor: 'Brightline', currency: 'USD', time_zone: 'America/New_York' },
      rules: { billable: { event: 'held' } },
      checks: { calling_hours: 'calendar.csv' },
    });
    const load = (calendar: string | undefined | null) => loadSow(rules, 'rules.yaml', () => calendar);
    expect(load(`${HEAD}\n+1,mon,08:00,21:00,,law`).sow?.callingHours.ruleFor('+12125550100', 0)).toBeDefined();
    expect(load(null).sow?.callingHours).toBe(NO_CALLING_HOURS);
    expect(load(undefined).problems.map(({ args }) => args.reason)).toEqual(['no file "calendar.csv"']);
    const broken = load(`${HEAD}\n+1,mon,08:00,21:00,,"law`);
    expect([broken.sow, broken.problems.map(({ place }) => place.file)]).toEqual([undefined, ['calendar.csv']]);
  });
});
