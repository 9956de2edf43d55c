import { type CellOf, definePreset } from './preset.ts';
import { says } from './says.ts';

/** A guest may have no address: one of an account that is gone, or hidden from whoever asks. */
const OF_A_GUEST = ['email', 'responsestatus', 'displayname', 'id'];

function guests(cell: CellOf, at: string): string {
  const emails: string[] = [];
  const has = (i: number): boolean => OF_A_GUEST.some((name) => cell(`${at}attendees.${i}.${name}`));
  for (let i = 0; has(i); i++)
    if (!says(cell(`${at}attendees.${i}.resource`), 'true')) emails.push(cell(`${at}attendees.${i}.email`));
  return emails.filter(Boolean).join(';');
}

/** Events of the Google Calendar API v3. */
export const googleCalendar = definePreset({
  title: 'Google Calendar, API v3: events',
  sources: ['calendar'],
  known: 'documented',
  layouts: [
    { name: 'list of events', header: ['items.id', 'items.status'], rows: 'items' },
    // Sheets that are kept by hand have `ID` and `Status`, too.
    { name: 'events', header: ['id', 'status', 'start.datetime'] },
  ],
  columns: {
    title: ['items.summary', 'summary'],
    organizer: ['items.organizer.email', 'organizer.email'],
    sequence: ['items.sequence', 'sequence'],
  },
  values: {},
  derives: ['uid', 'starts_at', 'ends_at', 'status', 'attendees'],
  derive: (cell) => {
    const at = cell('items.id') ? 'items.' : '';
    const time = (name: string): string => cell(`${at}${name}.datetime`) || cell(`${at}${name}.date`);
    return {
      uid: cell(`${at}icaluid`) || cell(`${at}id`),
      starts_at: time('start') || time('originalstarttime'),
      ends_at: time('end'),
      status: cell(`${at}status`),
      attendees: guests(cell, at),
    };
  },
  reschedules: 'The event is edited: a higher sequence, and the old time is gone.',
  traps: [
    'An answer to an invitation is no attendance.',
    'A cancelled event may be a stub without time and guests: it is set aside, since it fits no meeting.',
    'Deleted events are listed only when the API is asked with `showDeleted`.',
  ],
});
