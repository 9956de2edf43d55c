import { inviteeColumns, inviteeOutcome, MOVES } from './calendly-api.ts';
import { definePreset } from './preset.ts';

/** Stored bodies of Calendly's webhooks. */
export const calendlyWebhook = definePreset({
  title: 'Calendly, bodies of the webhooks `invitee.created`, `invitee.canceled` and `invitee_no_show.created`',
  sources: ['meetings', 'crm'],
  known: 'seen',
  columns: inviteeColumns('payload.'),
  values: {},
  derives: ['outcome', 'canceled_by', 'canceled_at'],
  derive: (cell) => ({
    ...inviteeOutcome(cell, 'payload.'),
    canceled_at: cell('event') === 'invitee.canceled' ? cell('created at') : '',
  }),
  latest: { of: 'payload.uri', by: 'created at' },
  zone: 'UTC',
  reschedules: MOVES,
  traps: [
    'One body an event: of an invitee who was created and then canceled, only the last body is read.',
    'A cancellation has the time at which the webhook was sent.',
    'Bodies of before 2022 hold no `scheduled_event` and so no start: they are set aside.',
    '`canceler_type` host does not say whose side the host is on; the side stays open.',
    'Nothing says that a meeting was held.',
  ],
});
