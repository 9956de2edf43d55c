import { type CellOf, definePreset } from './preset.ts';
import { says } from './says.ts';

/** The cells of a list of records, such as `attendees.0.email`, `attendees.1.email`, one an entry. */
function entries(cell: CellOf, list: string, name: string, key: string): string[] {
  const found: string[] = [];
  for (let i = 0; cell(`${list}.${i}.${key}`); i++) found.push(cell(`${list}.${i}.${name}`).toLowerCase());
  return found;
}

/** Whose address it is, among the people of the booking. */
function sideOf(email: string, cell: CellOf): '' | '_client' | '_prospect' {
  if (entries(cell, 'hosts', 'email', 'email').includes(email.toLowerCase())) return '_client';
  return entries(cell, 'attendees', 'email', 'email').includes(email.toLowerCase()) ? '_prospect' : '';
}

function outcomeOf(cell: CellOf, isMoved: boolean, by: string): string {
  const absences = entries(cell, 'attendees', 'absent', 'email');
  const isProspectAbsent = absences.length > 0 && absences.every((absent) => absent === 'true');
  const isHostAbsent = says(cell('absenthost'), 'true');
  const status = cell('status').toLowerCase();
  if (status === 'pending' || status === 'awaiting_host') return 'scheduled';
  const isOff = status === 'cancelled' || status === 'rejected';
  // The maker's own sample is cancelled and absent at once: two stories about one booking are none.
  if (isHostAbsent ? isProspectAbsent || isOff : isProspectAbsent && isOff) return 'unknown';
  if (isHostAbsent) return 'no_show_client';
  if (isProspectAbsent) return 'no_show_prospect';
  if (isMoved) return `rescheduled${sideOf(by, cell)}`;
  if (status === 'rejected') return 'canceled_client';
  if (status === 'cancelled') return `canceled${sideOf(by, cell)}`;
  return status === 'accepted' ? 'unknown' : status;
}

/** Bookings of Cal.com's API v2. */
export const calcom = definePreset({
  title: 'Cal.com, API v2: bookings',
  sources: ['meetings', 'crm'],
  known: 'documented',
  columns: {
    previous_id: ['rescheduledfromuid'],
    contact_name: ['attendees.0.name'],
    email: ['attendees.0.email'],
    phone: ['attendees.0.phonenumber'],
    starts_at: ['start'],
    ends_at: ['end'],
    booked_at: ['createdat'],
    modified_at: ['updatedat'],
    host: ['hosts.0.email'],
    owner: ['hosts.0.email'],
    topic: ['eventtype.slug'],
  },
  values: {},
  derives: ['id', 'title', 'duration', 'outcome', 'canceled_by', 'reason'],
  derive: (cell) => {
    const isMoved = cell('status').toLowerCase() === 'cancelled' && cell('rescheduledtouid') !== '';
    const by =
      cell('status').toLowerCase() !== 'cancelled' ? '' : cell(isMoved ? 'rescheduledbyemail' : 'cancelledbyemail');
    return {
      // `id` is a number that no other booking points at; title and duration are the calendar's, not the person's or the call's.
      id: cell('uid'),
      title: '',
      duration: '',
      outcome: outcomeOf(cell, isMoved, by),
      canceled_by: by,
      reason: isMoved ? cell('reschedulingreason') : cell('cancellationreason'),
    };
  },
  zone: 'UTC',
  reschedules: 'The old booking is cancelled and names the new one, which names the old one.',
  traps: [
    "Hosts are taken for the client's side. Where the vendor hosts, map `no_show_client` and its like to words without a side under values.outcome.",
    'The only scheduler here that says which side was absent; where it says so of both, or of a cancelled booking, the outcome is unknown.',
    'Several attendees: only where all of them are marked absent is it a no-show.',
    'An accepted booking in the past is not one that was held. Nothing says when a booking was cancelled.',
    'A request to reschedule may leave the old event alive in calendars, and people may be invited twice.',
  ],
});
