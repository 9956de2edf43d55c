import { type CellOf, definePreset, type Preset, type Texts } from './preset.ts';
import { says } from './says.ts';

/** What an invitee of Calendly's API says happened; `at` is the path before the invitee's own names. */
export function inviteeOutcome(cell: CellOf, at = ''): Texts {
  const canceler = cell(`${at}cancellation.canceler type`);
  const byInvitee = canceler === 'invitee' ? '_prospect' : '';
  if (cell(`${at}no show.uri`) || cell(`${at}no show.created at`)) return { outcome: 'no_show_prospect' };
  if (says(cell(`${at}rescheduled`), 'true')) return { outcome: `rescheduled${byInvitee}`, canceled_by: canceler };
  if (cell(`${at}status`) === 'canceled') return { outcome: `canceled${byInvitee}`, canceled_by: canceler };
  return { outcome: 'unknown' };
}

/** The columns of an invitee whose event is nested in it. */
export function inviteeColumns(at = ''): Preset['columns'] {
  const ofEvent = (name: string): string[] => [`${at}scheduled event.${name}`, `${at}event.${name}`];
  const hosts = ofEvent('event memberships.0.user email');
  return {
    id: [`${at}uri`],
    previous_id: [`${at}old invitee`],
    contact_name: [`${at}name`],
    email: [`${at}email`],
    phone: [`${at}text reminder number`],
    starts_at: ofEvent('start time'),
    ends_at: ofEvent('end time'),
    booked_at: [`${at}created at`],
    modified_at: [`${at}updated at`],
    reason: [`${at}cancellation.reason`],
    host: hosts,
    owner: hosts,
    topic: ofEvent('name'),
    campaign: [`${at}tracking.utm campaign`],
  };
}

export const MOVES = 'The old invitee says `rescheduled` and names the new one, and the new one names the old one.';

/** Invitees of Calendly's API v2, each with its event. */
export const calendlyApi = definePreset({
  title: 'Calendly, API v2: invitees, each with its event nested under `scheduled_event` or `event`',
  sources: ['meetings', 'crm'],
  known: 'seen',
  columns: inviteeColumns(),
  values: {},
  derives: ['outcome', 'canceled_by'],
  derive: (cell) => inviteeOutcome(cell),
  zone: 'UTC',
  reschedules: MOVES,
  traps: [
    "The API's list of invitees has only the link of the event, and its list of events no invitee: put each event into its invitee.",
    'A chain of moves has links in its middle that are both old and new: it counts once.',
    'The status is that of the invitee: an event may be active while one of its invitees is canceled.',
    '`canceler_type` host does not say whose side the host is on; the side stays open.',
    'Nothing says that a meeting was held, nor when it was cancelled.',
  ],
});
