import { definePreset } from './preset.ts';

/** HubSpot meetings, exported with labels or internal names. */
export const hubspotMeetings = definePreset({
  title: 'HubSpot, meetings',
  sources: ['crm', 'meetings'],
  known: 'documented',
  columns: {
    id: ['record id', 'hs_object_id'],
    contact_name: ['contact name', 'associated contact'],
    email: ['contact email', 'email'],
    company: ['company name', 'associated company'],
    starts_at: ['meeting start time', 'hs_meeting_start_time'],
    outcome: ['meeting outcome', 'hs_meeting_outcome'],
    owner: ['activity assigned to', 'hubspot_owner_id'],
    modified_at: ['last modified date', 'hs_lastmodifieddate'],
  },
  values: {
    outcome: {
      SCHEDULED: 'scheduled',
      Scheduled: 'scheduled',
      COMPLETED: 'held',
      Completed: 'held',
      RESCHEDULED: 'rescheduled',
      Rescheduled: 'rescheduled',
      NO_SHOW: 'no_show',
      'No show': 'no_show',
      CANCELED: 'canceled',
      Canceled: 'canceled',
    },
  },
  traps: [
    'The outcome is overwritten: a later export does not show what it was.',
    'No side is given for no-shows, moves and cancellations.',
    'Times are in the zone of the portal or the user, unmarked: name it with time_zone.',
  ],
});
