import { definePreset } from './preset.ts';

const CLOCK = /^\d{1,2}[:.]\d{2}/;

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
  derives: ['name', 'joined_at', 'left_at', 'meeting_starts_at'],
  derive: (cell) => {
    // A time without a day is one of the day that stands above the table.
    const onDay = (time: string): string => (CLOCK.test(time) ? `${cell('date')} ${time}`.trim() : time);
    return {
      name: cell('name') || `${cell('first name')} ${cell('last name')}`.trim(),
      joined_at: onDay(cell('time joined')),
      left_at: onDay(cell('time exited')),
      meeting_starts_at: cell('date') && onDay(cell('start time')),
    };
  },
  traps: [
    'Times may be clock times without a day. With the lines "Meeting title, Date, Start time" above the table they are read on that day; without them the rows are set aside.',
    'Times are in the zone of the organizer, unmarked: name it with time_zone. A meeting over midnight is not read.',
    'One row a person from first join to last exit: a person who left in between was there for less, as the column "Duration" says.',
    'Without those lines the title of the meeting stands only in the name of the file.',
    'People from outside have no address: they are known by name alone.',
  ],
});
