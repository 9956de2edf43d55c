import { definePreset } from './preset.ts';

const ADDRESS = /[^\s;<>,"'()]+@[^\s;<>,"'()]+/g;

/** Outlook's export of a calendar as comma separated values. */
export const outlookCalendar = definePreset({
  title: 'Outlook, calendar exported as CSV',
  sources: ['calendar'],
  known: 'seen',
  layouts: [{ name: 'English', header: ['subject', 'start date', 'start time', 'end date', 'end time'] }],
  columns: { title: ['subject'] },
  values: {},
  derives: ['starts_at', 'ends_at', 'organizer', 'attendees'],
  derive: (cell) => {
    const time = (name: string): string => `${cell(`${name} date`)} ${cell(`${name} time`)}`.trim();
    const addresses = (header: string): readonly string[] => cell(header).match(ADDRESS) ?? [];
    return {
      starts_at: time('start'),
      ends_at: time('end'),
      organizer: addresses('meeting organizer')[0] ?? '',
      attendees: [...addresses('required attendees'), ...addresses('optional attendees')].join(';'),
    };
  },
  reschedules: 'The entry is edited: the old time is gone.',
  traps: [
    'Weak evidence: no id and no status; only "Canceled: " before the subject tells of a cancellation, in the language of whoever cancelled.',
    'Times are in the zone of the user, unmarked, and dates in the order of the user: name time_zone, and dates if they are not told by the file.',
    'Guests are display names, often without address: an entry without any address fits no meeting.',
    'Headers are in the language of Outlook; those of other languages are not evidenced.',
  ],
});
