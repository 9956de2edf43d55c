import { definePreset } from './preset.ts';

/** Participants of a meeting from Zoom's API. */
export const zoomApi = definePreset({
  title: 'Zoom, API: participants of a past meeting',
  sources: ['attendance'],
  known: 'documented',
  columns: { name: ['name'], email: ['user email'], joined_at: ['join time'], left_at: ['leave time'] },
  values: {},
  derives: [],
  derive: (cell) => (cell('status') === 'in_waiting_room' ? [] : {}),
  zone: 'UTC',
  traps: [
    'The answer does not name the meeting: keep one meeting a file.',
    '`duration` is seconds by the documentation and minutes in published samples: it is not read, the times are.',
    'Guests have no address unless they registered, were invited or signed in: they are known by name alone.',
    'Time in the waiting room is not time in the meeting: those rows are left out.',
  ],
});
