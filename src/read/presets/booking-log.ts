import { definePreset } from './preset.ts';
import { says } from './says.ts';

/** An appointment setter's tracker: the log of bookings. */
export const bookingLog = definePreset({
  title: "Appointment setter's booking log",
  sources: ['meetings'],
  known: 'seen',
  layouts: [{ name: 'booking log', header: ['appointment id', 'date created', 'rescheduled to', 'pcn outcome'] }],
  columns: {
    id: ['appointment id'],
    contact_name: ['name'],
    email: ['email'],
    phone: ['phone'],
    host: ['closer'],
    agent: ['setter'],
    campaign: ['calendar'],
    topic: ['call type'],
    reported_at: ['pcn submission date'],
  },
  values: {
    outcome: {
      Showed: 'held',
      Signed: 'held',
      'No-showed': 'no_show',
      Cancelled: 'canceled',
    },
  },
  derives: ['booked_at', 'canceled_at', 'outcome', 'starts_at'],
  derive: (cell) => {
    const [moved, movedTo, cancelled] = [cell('date rescheduled'), cell('rescheduled to'), cell('date cancelled')];
    const outcome = cell('pcn outcome') || (cancelled && 'Cancelled') || 'unknown';
    const isOff = says(outcome, 'Cancelled') || says(outcome, 'Canceled');
    const end = { outcome, canceled_at: isOff ? cancelled : '' };
    const first = { booked_at: cell('date created'), starts_at: cell('start time') };
    if (!moved && !movedTo) return { ...first, ...end };
    const before = { ...first, outcome: 'rescheduled', canceled_at: moved };
    return movedTo ? [before, { booked_at: moved, starts_at: movedTo, ...end }] : before;
  },
  reschedules:
    'A moved booking is one row with "Date Rescheduled" and "Rescheduled to": it is read as two slots of one id, and the outcome is that of the second.',
  traps: [
    'Nobody is named who moved or cancelled: the side stays open.',
    'A second move overwrites the first: one row tells of two slots at most.',
    'A booking without "PCN Outcome" and without a date of cancellation is unknown, not held.',
    'Times are in the zone of the sheet, unmarked: name time_zone, and dates where their order is not plain.',
    '"Appointment Inclusion Flag" is not read: what it counts is the sheet\'s own matter.',
  ],
});
