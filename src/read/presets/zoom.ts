import { definePreset } from './preset.ts';

/** What stands above the participants where the export has the meeting with it, by the lines' own labels. */
const MEETING = { meeting_id: ['meeting id', 'id'], meeting_title: ['topic'], meeting_starts_at: ['start time'] };

/** Zoom's report of the participants of a meeting, one row a join. */
export const zoom = definePreset({
  title: 'Zoom, participants of a meeting',
  sources: ['attendance'],
  known: 'seen',
  layouts: [
    {
      name: 'detailed, with the meeting above',
      header: ['name (original name)', 'user email', 'join time', 'leave time'],
      above: MEETING,
    },
    {
      name: 'detailed, newer, with the meeting above or without',
      header: ['name (original name)', 'email', 'join time', 'leave time'],
      above: MEETING,
    },
    { name: 'unique users, without join times', header: ['name (original name)', 'total duration (minutes)', 'guest'] },
  ],
  columns: {
    name: ['name (original name)'],
    email: ['user email', 'email'],
    joined_at: ['join time'],
    left_at: ['leave time'],
  },
  values: {},
  derives: [],
  derive: (cell) => (cell('in waiting room').toLowerCase() === 'yes' ? [] : {}),
  traps: [
    'Times are in the zone of the account, unmarked: name it with time_zone.',
    '"Show unique users" leaves out when people joined: such a file cannot be read. Export it with that box cleared.',
    'Since March 2022 guests have no address unless they registered, were invited or signed in: they are known by name alone.',
    'One person may be in the meeting twice at a time (telephone and computer): the union counts, not the sum.',
    'Time in the waiting room is not time in the meeting: those rows are left out.',
    'Personal and recurring meetings use one id again and again: it is read together with the start. Minutes are rounded up and not read.',
  ],
});
