import { definePreset } from './preset.ts';

/** Calendly's CSV export of scheduled events (one row an invitee). */
export const calendly = definePreset({
  title: 'Calendly, export of scheduled events',
  sources: ['meetings', 'crm'],
  known: 'seen',
  columns: {
    id: ['invitee uuid', 'event uuid'],
    contact_name: ['invitee name'],
    email: ['invitee email'],
    phone: ['text reminder number'],
    starts_at: ['start date & time'],
    ends_at: ['end date & time'],
    booked_at: ['event created date & time'],
    canceled_by: ['canceled by'],
    reason: ['cancellation reason'],
    host: ['user email'],
    owner: ['user email'],
    agent: ['invitee scheduled by'],
    campaign: ['utm campaign'],
    topic: ['event type name'],
    notes: ['meeting notes'],
  },
  values: {},
  derives: ['outcome'],
  derive: (cell) => {
    const yes = (header: string): boolean => ['true', 'yes'].includes(cell(header).toLowerCase());
    if (yes('canceled'))
      return { outcome: cell('canceled by').toLowerCase() === 'invitee' ? 'canceled_prospect' : 'canceled' };
    return { outcome: yes('marked as no-show') ? 'no_show_prospect' : 'unknown' };
  },
  dates: 'ymd',
  reschedules: 'A canceled row and a new row; no column says that one replaces the other.',
  traps: [
    'Times are in the exporting user\'s zone, not in "Invitee Time Zone": name it with time_zone.',
    'No column says when a slot was cancelled or rescheduled: a notice cannot be tested from this file.',
    '"Canceled by Host" does not say whose side the host is on; the side stays open.',
    'The file never says that a meeting was held. A no-show is one tick by the host, who may have been absent too.',
    '"Invitee scheduled by" names the user who booked for the invitee, and is empty where people booked themselves.',
    'One booking stands in the files of several months: it is known by its own id.',
  ],
});
