import { definePreset } from './preset.ts';
import { says } from './says.ts';

/** By position, since "Notes" stands twice. */
const NAMES = [
  ['appointment id', 'date', 'closer', 'contact name', 'phone', 'email', 'first call or follow up', 'call outcome'],
  ['% signed', 'cash collected', 'signed notes', 'why didnt the prospect move forward?', 'notes', 'offer made'],
  ['qualifiation status', 'follow up scheduled', 'nurture type', 'was the no show communicative?', 'no show notes'],
  ['dq reason', 'dq notes', 'cancellation reason', 'cancellation notes', 'client', 'calendar'],
  ['appointment start time', 'fathom notes'],
].flat();

/** An appointment setter's tracker: the log of the form that closers fill in after a call. */
export const outcomeLog = definePreset({
  title: "Appointment setter's outcome log (closer form)",
  sources: ['meetings'],
  known: 'seen',
  layouts: [
    {
      name: 'outcome log',
      header: ['appointment id', 'call outcome', 'was the no show communicative?', 'appointment start time'],
      names: NAMES,
    },
  ],
  columns: {
    id: ['appointment id'],
    contact_name: ['contact name'],
    email: ['email'],
    phone: ['phone'],
    host: ['closer'],
    starts_at: ['appointment start time'],
    reported_at: ['date'],
    campaign: ['calendar'],
    topic: ['first call or follow up'],
  },
  values: {
    outcome: {
      Showed: 'held',
      Signed: 'held',
      'Contract Sent': 'held',
      'No-showed': 'no_show',
      'No-showed, rescheduled': 'rescheduled_prospect',
      Cancelled: 'canceled',
      'Cancelled, Lost Interest': 'canceled_prospect',
    },
  },
  derives: ['notes', 'outcome', 'reason'],
  derive: (cell) => {
    const outcome = cell('call outcome');
    const reason = cell('cancellation reason');
    const isMoved =
      says(outcome, 'No-showed') && says(cell('was the no show communicative?'), 'Communicative, rescheduled');
    const isOff = says(outcome, 'Cancelled') || says(outcome, 'Canceled');
    const isLost = isOff && says(reason, 'Lost Interest');
    return {
      notes: cell('notes') || cell('no show notes') || cell('cancellation notes') || cell('dq notes'),
      outcome: isMoved ? 'No-showed, rescheduled' : isLost ? 'Cancelled, Lost Interest' : outcome || 'unknown',
      reason: reason || cell('dq reason'),
    };
  },
  reschedules:
    'A no-show whose form says "Communicative, rescheduled" is read as moved by the prospect; the new slot is another row.',
  traps: [
    '"Date" is when the form was filed, often days after the call: the slot is "Appointment Start Time", which many rows lack. Without it a row is not placed in time.',
    'One Appointment ID may carry several outcomes; neither the first nor the last wins.',
    "A no-show has no side, and neither has a cancellation except for the reason Lost Interest: the other reasons don't say who called it off.",
    'Showed includes the disqualified; the DQ Reason becomes the reason.',
    'Times are in the zone of the sheet, unmarked: name time_zone, and dates where their order is not plain.',
  ],
});
