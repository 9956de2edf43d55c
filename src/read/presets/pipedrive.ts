import { definePreset } from './preset.ts';

/** Pipedrive, exported activities. */
export const pipedrive = definePreset({
  title: 'Pipedrive, export of activities',
  sources: ['crm'],
  known: 'seen',
  layouts: [{ name: 'activities', header: ['activity - id', 'activity - subject', 'activity - due date'] }],
  columns: {
    id: ['activity - id'],
    contact_name: ['activity - contact person', 'person - name'],
    email: ['person - email (work)'],
    phone: ['person - phone'],
    company: ['activity - organization'],
    owner: ['activity - assigned to user'],
    stage: ['deal - stage'],
  },
  values: {},
  derives: ['starts_at'],
  derive: (cell) => ({
    starts_at: `${cell('activity - due date')} ${cell('activity - due time')}`.trim(),
  }),
  reschedules: 'The activity is edited: the old date is gone.',
  traps: [
    'An activity is done or not done: done means that somebody ticked it, not that the meeting was held. No outcome is read.',
    'No-shows stand in the type or the subject, in words of the team: map such a column with columns.outcome and values.outcome.',
    'Date and time are two columns; without "Activity - Due time" (its name is not evidenced) only the day is known.',
    'Times are in the zone of the user, unmarked: name it with time_zone.',
  ],
});
