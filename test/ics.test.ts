import { describe, expect, test } from 'vitest';
import { readIcs } from '../src/read/ics.ts';

const BEFORE = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20260602T140000Z'];
const AFTER = ['END:VEVENT', 'END:VCALENDAR', ''];
const read = (lines: readonly string[]) => readIcs(lines.join('\r\n'), 'calendar.ics');

describe('a calendar', () => {
  test.each([
    ['STATUS', 6, 'a line without a colon between name and value'],
    [':CONFIRMED', 6, 'a line without a name before its colon'],
    ['ATTENDEE;CN="Imai:mailto:ruth@harborline.example', 6, 'a quote that does not close'],
    ['ATTENDEE;CN:mailto:ruth@harborline.example', 6, 'a parameter without a name or a value'],
    ['END:VTODO', 6, 'END:VTODO where the VEVENT of line 3 is open'],
    ['DTEND:tomorrow', 3, 'an event with a date, a duration or a repetition that cannot be read'],
    ['RRULE:FREQ=SOMETIMES', 3, 'an event with a date, a duration or a repetition that cannot be read'],
  ])('with %s is refused at its line', (line, at, reason) => {
    const { rows, problems } = read([...BEFORE, line, ...AFTER]);
    expect(rows).toEqual([]);
    expect(problems.map(({ code, place, args }) => [code, place.line, args.reason])).toEqual([['bad_ics', at, reason]]);
  });

  test('that breaks off is refused where it does', () => {
    const [told] = read([...BEFORE, 'STATUS:CONFIRMED']).problems;
    expect([told?.place.line, told?.args.reason]).toEqual([
      6,
      'the VEVENT of line 3 does not end: the calendar breaks off here',
    ]);
  });

  test('may fold its lines, quote its parameters and hold quotes in its values', () => {
    const { rows, problems } = read([
      ...BEFORE,
      'ATTENDEE;CN="Imai; Ruth":mailto:ruth@har',
      ' borline.example',
      'SUMMARY:5" pipe',
      ...AFTER,
    ]);
    expect(problems).toEqual([]);
    expect(rows.map(({ cells }) => cells.slice(5, 6).concat(cells.slice(7, 8)))).toEqual([
      ['ruth@harborline.example', '5" pipe'],
    ]);
  });

  test.each([
    ['DTSTART:20260603T140000Z', 'DTSTART', 6],
    ['DTSTART;TZID=America/New_York:20260602T140000', 'DTSTART', 6],
    ['STATUS:CONFIRMED\r\nSTATUS:CANCELLED', 'STATUS', 7],
    ['UID:2', 'UID', 6],
  ])('with a second %s sets its event aside', (line, property, at) => {
    const other = ['BEGIN:VEVENT', 'UID:3', 'DTSTART:20260604T140000Z', 'DTSTART:20260604T140000Z'];
    const { rows, problems } = read([...BEFORE, line, 'END:VEVENT', ...other, ...AFTER]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['3']);
    expect(problems.map(({ code, place, args }) => [code, place.line, args])).toEqual([
      ['repeated_property', at, { property, event: 3 }],
    ]);
  });

  const SERIES = ['BEGIN:VEVENT', 'UID:4', 'DTSTART;TZID=Europe/Berlin:20260603T100000'];
  const series = (...lines: string[]) =>
    read(['BEGIN:VCALENDAR', ...SERIES, ...lines, 'END:VEVENT', 'END:VCALENDAR', '']).rows.map(({ cells }) => [
      cells[1],
      cells[3],
    ]);
  const override = (id: string, status = 'CANCELLED', start = 'DTSTART:20260611T080000Z'): string[] => [
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:4',
    `RECURRENCE-ID${id}`,
    start,
    `STATUS:${status}`,
  ];

  test.each([
    ['UTC', ':20260610T080000Z'],
    ['its zone', ';TZID=Europe/Berlin:20260610T100000'],
    ['the Windows name of its zone', ';TZID=W. Europe Standard Time:20260610T100000'],
    ['another zone', ';TZID=Europe/Lisbon:20260610T090000'],
  ])('moves and cancels an event of a series that is named in %s', (_, id) => {
    expect(series('RRULE:FREQ=WEEKLY;COUNT=3', ...override(id))).toEqual([
      ['2026-06-03T08:00:00Z', ''],
      ['2026-06-17T08:00:00Z', ''],
      ['2026-06-11T08:00:00Z', 'cancelled'],
    ]);
  });

  test('ends a series and takes out its events by moments in UTC, also where it does not describe the zone', () => {
    const rule = 'RRULE:FREQ=WEEKLY;UNTIL=20260617T080000Z';
    expect(series(rule, 'EXDATE:20260610T080000Z').map(([start]) => start)).toEqual([
      '2026-06-03T08:00:00Z',
      '2026-06-17T08:00:00Z',
    ]);
  });

  test('keeps an override of an event that its series does not have', () => {
    const start = 'DTSTART;TZID=Europe/Berlin:20260624T100000';
    expect(series('RRULE:FREQ=WEEKLY;COUNT=1', ...override(':20260624T080000Z', 'CANCELLED', start))).toEqual([
      ['2026-06-03T08:00:00Z', ''],
      ['2026-06-24T08:00:00Z', 'cancelled'],
    ]);
  });

  test('keeps the newer of two overrides of one event, however its time is written', () => {
    const newer = [...override(';TZID=Europe/Berlin:20260610T100000'), 'SEQUENCE:2'];
    const older = override(':20260610T080000Z', 'CONFIRMED');
    expect(series('RRULE:FREQ=WEEKLY;COUNT=2', ...newer, ...older).map(([, status]) => status)).toEqual([
      '',
      'cancelled',
    ]);
  });

  test.each([
    ['ORGANIZER;EMAIL=rita@client.example:/principal/7/', 'rita@client.example', ''],
    ['ORGANIZER:invalid:nomail', '', ''],
    ['ATTENDEE;EMAIL=ann@adams.example:urn:uuid:1f', '', 'ann@adams.example'],
    ['ATTENDEE:invalid:nomail\r\nATTENDEE:MAILTO:ann@adams.example', '', 'ann@adams.example'],
  ])('has the addresses of %s', (line, organizer, attendees) => {
    const { rows } = read([...BEFORE, line, ...AFTER]);
    expect(rows.map(({ cells }) => cells.slice(4, 6))).toEqual([[organizer, attendees]]);
  });
});
