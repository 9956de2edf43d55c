import { type CellOf, definePreset } from './preset.ts';

const OUTCOMES: Readonly<Record<string, string>> = {
  showed: 'held',
  noshow: 'no_show',
  cancelled: 'canceled',
  // A booking says nothing of what came of it, and so cannot contradict what follows.
  confirmed: '',
  new: '',
};

const statusOf = (cell: CellOf): string =>
  cell('appointment.appointmentstatus') || cell('appointmentstatus') || cell('appoinmentstatus');

/** Appointments of GoHighLevel: the API's events, or stored bodies of webhooks. */
export const gohighlevel = definePreset({
  title: 'GoHighLevel (HighLevel), appointments: API or webhooks',
  sources: ['meetings', 'crm'],
  known: 'documented',
  columns: {
    id: ['appointment.id', 'id'],
    lead_id: ['appointment.contactid', 'contactid'],
    starts_at: ['appointment.starttime', 'starttime'],
    ends_at: ['appointment.endtime', 'endtime'],
    booked_at: ['appointment.dateadded', 'dateadded'],
    modified_at: ['appointment.dateupdated', 'dateupdated'],
    host: ['appointment.assigneduserid', 'assigneduserid'],
    owner: ['appointment.assigneduserid', 'assigneduserid'],
    notes: ['appointment.notes'],
  },
  values: {},
  derives: ['title', 'topic', 'outcome'],
  // `title` is that of the appointment, not of a person.
  derive: (cell) => ({
    title: '',
    topic: cell('appointment.title') || cell('title'),
    outcome: OUTCOMES[statusOf(cell)] ?? statusOf(cell),
  }),
  reschedules: 'The appointment is edited: the same id with another start.',
  traps: [
    '"showed" is the vendor\'s claim. "noshow" may be set by an automation where nobody wrote a result: it proves nobody\'s absence, and names no side.',
    'One event may stand in two calendars under two ids: rows of one contact at one time are one slot.',
    'Contacts and users are ids: put name, address and telephone of the contact beside the appointment.',
    'Webhooks send a body for each change: a result that was changed later makes the slot one to review.',
    'The status "invalid" and the export of the appointments as CSV are not evidenced: map them yourself.',
  ],
});
