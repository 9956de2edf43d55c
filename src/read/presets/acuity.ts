import { definePreset } from './preset.ts';
import { says } from './says.ts';

/** Appointments of Acuity Scheduling's API. */
export const acuity = definePreset({
  title: 'Acuity Scheduling, API: appointments',
  sources: ['meetings', 'crm'],
  known: 'documented',
  columns: {
    starts_at: ['datetime'],
    booked_at: ['datetimecreated', 'datecreated'],
    topic: ['type'],
    host: ['calendar'],
    owner: ['calendar'],
    agent: ['scheduledby'],
  },
  values: {},
  derives: ['contact_name', 'duration', 'outcome'],
  derive: (cell) => {
    const isCanceled = says(cell('canceled'), 'true');
    return {
      contact_name: `${cell('firstname')} ${cell('lastname')}`.trim(),
      // The length of the slot, not of the call.
      duration: '',
      outcome: !isCanceled ? 'unknown' : says(cell('noshow'), 'true') ? 'no_show_prospect' : 'canceled',
    };
  },
  reschedules: 'The appointment is edited: the same id with another start; the old start is gone.',
  traps: [
    'A no-show is stored as a cancellation with `noShow`.',
    'Nobody is named as the one who cancelled: the side stays open.',
    "Only `datetime` is read: `date` and `time` are in the zone of the calendar, `timezone` is the contact's.",
    'Labels such as "Completed" are free text and are not read. The API lists canceled appointments only when asked to.',
    'The CSV export is not evidenced: read it with preset generic.',
  ],
});
