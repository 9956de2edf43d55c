import { definePreset } from './preset.ts';

/** Meetings of Close's API. */
export const close = definePreset({
  title: 'Close, API: meeting activities',
  sources: ['crm'],
  known: 'documented',
  columns: { owner: ['user name', 'user id'], modified_at: ['date updated'] },
  values: {
    outcome: {
      upcoming: 'scheduled',
      'in-progress': 'scheduled',
      completed: 'held',
      canceled: 'canceled',
      'declined-by-lead': 'canceled_prospect',
      'declined-by-org': 'canceled_client',
    },
  },
  derives: ['contact_name', 'email'],
  derive: (cell) => {
    let i = 0;
    while (cell(`attendees.${i}.email`) && !cell(`attendees.${i}.contact id`)) i++;
    return { contact_name: cell(`attendees.${i}.name`), email: cell(`attendees.${i}.email`) };
  },
  zone: 'UTC',
  reschedules: 'The meeting is edited: the old time is gone.',
  traps: [
    '"completed" says that the time is over in the calendar, not that anybody came: it counts as the CRM\'s claim.',
    'A meeting deleted from the calendar, or moved to an all-day event, is "canceled" without a side.',
    '"declined-by-lead" and "declined-by-org" are answers to the invitation, and read as cancellations by that side.',
  ],
});
