import { definePreset } from './preset.ts';

/** The attendees in Zoom's attendee report of a webinar. */
export const zoomWebinar = definePreset({
  title: 'Zoom, attendee report of a webinar',
  sources: ['attendance'],
  known: 'seen',
  layouts: [
    {
      name: 'attendee report',
      section: /^attendee details$/i,
      header: ['attended', 'user name (original name)', 'join time', 'leave time'],
      above: { meeting_id: ['webinar id'], meeting_title: ['topic'], meeting_starts_at: ['actual start time'] },
    },
  ],
  columns: {
    name: ['user name (original name)'],
    email: ['email'],
    joined_at: ['join time'],
    left_at: ['leave time'],
  },
  values: {},
  derives: [],
  derive: (cell) => (cell('attended').toLowerCase() === 'no' ? [] : {}),
  sentinels: ['--'],
  traps: [
    'Times are in the zone of the account, unmarked: name it with time_zone.',
    'Who registered and did not come stands in the file with "No" and is left out, as somebody who was not there.',
    'Hosts and panelists stand in sections of their own, which are not read: the side of the client needs another source.',
  ],
});
