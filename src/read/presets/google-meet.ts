import { isBareLength, readSeconds } from '../lengths.ts';
import { definePreset } from './preset.ts';

const CLOCK = /^\d{1,2}[:.]\d{2}/;

/** A length in one reading: `0:31` may be minutes and seconds or hours and minutes, and a bare number either. */
const lengthIn = (text: string): string =>
  isBareLength(text) || /^\d+:\d+$/.test(text) || readSeconds(text) === undefined ? '' : text;

/** Attendance report of Google Meet. */
export const googleMeet = definePreset({
  title: 'Google Meet, attendance report',
  sources: ['attendance'],
  known: 'seen',
  layouts: [
    {
      name: 'attendance report',
      header: ['email', 'duration', 'time joined', 'time exited'],
      above: { meeting_title: ['meeting title'] },
    },
  ],
  columns: { email: ['email'] },
  values: {},
  derives: ['name', 'joined_at', 'left_at', 'present_for', 'meeting_starts_at'],
  derive: (cell) => {
    // A time without a day is one of the day that stands above the table.
    const onDay = (time: string): string => (CLOCK.test(time) ? `${cell('date')} ${time}`.trim() : time);
    return {
      name: cell('name') || `${cell('first name')} ${cell('last name')}`.trim(),
      joined_at: onDay(cell('time joined')),
      left_at: onDay(cell('time exited')),
      present_for: lengthIn(cell('duration')),
      meeting_starts_at: cell('date') && onDay(cell('start time')),
    };
  },
  traps: [
    'Times may be clock times without a day. With the lines "Meeting title, Date, Start time" above the table they are read on that day; without them the rows are set aside.',
    'Times are in the zone of the organizer, unmarked: name it with time_zone. A meeting over midnight is not read.',
    'One row a person from first join to last exit: a person who left in between was there for less. They count for no longer than the column "Duration" says, and a minute more, since it is rounded; when they were away is not known. A length in two parts (`0:31`), or a bare number, is not read.',
    'Without those lines the title of the meeting stands only in the name of the file.',
    'People from outside have no address: they are known by name alone.',
  ],
});
