import { type CellOf, definePreset } from './preset.ts';

const LABELS: Readonly<Record<string, string>> = {
  completed: 'held',
  canceled: 'canceled',
  'no show': 'no_show',
  free: 'scheduled',
  tentative: 'scheduled',
  busy: 'scheduled',
  'out of office': 'scheduled',
  requested: 'scheduled',
  pending: 'scheduled',
  open: 'scheduled',
  reserved: 'scheduled',
  'in progress': 'scheduled',
  arrived: 'unknown',
};

/** The reason before the state: a no-show of a service appointment is a reason inside the state "Canceled". */
function outcomeOf(cell: CellOf): string {
  const reason = cell('statuscode') || cell('status reason') || cell('activity status');
  if (!/^\d+$/.test(reason)) return LABELS[reason.toLowerCase()] ?? reason;
  if (reason === '10') return 'no_show';
  const state = cell('statecode');
  // Codes such as 3 and 4 mean other things in appointments than in service appointments; the states are the same.
  return (
    { '0': 'scheduled', '1': 'held', '2': 'canceled', '3': reason === '7' ? 'unknown' : 'scheduled' }[state] ??
    'unknown'
  );
}

/** Appointments and service appointments of Dynamics 365. */
export const dynamics = definePreset({
  title: 'Dynamics 365, appointments and service appointments',
  sources: ['crm'],
  known: 'documented',
  // Every export to a sheet has these columns, so that it can be read in again.
  layouts: [
    { name: 'export to a sheet', header: ['(do not modify) appointment', 'start time'] },
    { name: 'Web API', header: ['activityid', 'scheduledstart', 'statuscode'] },
  ],
  columns: {
    id: ['activityid', '(do not modify) appointment'],
    contact_name: ['regarding'],
    starts_at: ['scheduledstart', 'start time'],
    owner: ['owner'],
    modified_at: ['modifiedon', 'modified on', '(do not modify) modified on'],
  },
  values: {},
  derives: ['outcome'],
  derive: (cell) => ({ outcome: outcomeOf(cell) }),
  reschedules: 'The appointment is edited: the old time is gone.',
  traps: [
    'The status reason is read before the state: "No Show" of a service appointment lies inside the state "Canceled".',
    '"Completed" is what somebody clicked, with no attendance behind it. No side is given for cancellations and no-shows.',
    'Exports have labels in the language of the user, or numbers: map labels of other languages, and reasons of your own, under values.outcome.',
    'The Web API writes UTC; an export to a sheet writes times in the zone of the user, unmarked: name it with time_zone.',
    'The Web API names people by reference only: put the address beside the appointment. In a sheet they stand in "Required Attendees", yours among them, often without addresses.',
  ],
});
