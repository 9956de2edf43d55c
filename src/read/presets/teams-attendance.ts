import { definePreset } from './preset.ts';

/** Microsoft Teams attendance report (layout since 2022): one row a join, from section "3. In-Meeting activities". */
export const teamsAttendance = definePreset({
  title: 'Microsoft Teams, attendance report',
  sources: ['attendance'],
  known: 'seen',
  layouts: [
    {
      name: 'since 2022',
      header: ['name', 'join time', 'leave time'],
      section: /^3\./,
      names: ['name', 'join time', 'leave time', 'duration', 'email', 'role'],
      before: { meeting_title: ['meeting title'], meeting_starts_at: ['start time'] },
    },
  ],
  columns: {
    name: ['name', 'full name'],
    joined_at: ['join time'],
    left_at: ['leave time'],
    email: ['email'],
    role: ['role'],
  },
  values: {},
  traps: [
    'Dates are in the locale of whoever downloaded the file, and without a zone: name dates and time_zone.',
    'Only people who joined are listed.',
    'Note takers join like people; leadaudit does not count them.',
  ],
});
