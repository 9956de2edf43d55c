import { definePreset } from './preset.ts';

/** Stored bodies of Chili Piper's custom webhooks. */
export const chiliPiper = definePreset({
  title: 'Chili Piper, bodies of custom webhooks',
  sources: ['meetings', 'crm'],
  known: 'documented',
  layouts: [{ name: 'webhook', header: ['meetingidchili', 'meetingstarttime'] }],
  columns: {
    id: ['meetingidchili'],
    email: ['primaryguestemail'],
    starts_at: ['meetingstarttime'],
    ends_at: ['meetingendtime'],
    host: ['assigneeemail', 'hostemail'],
    owner: ['assigneeemail', 'hostemail'],
    agent: ['bookeremail', 'bookername'],
    topic: ['meetingtypename', 'meetingtitle'],
  },
  values: {},
  derives: ['outcome'],
  // A booking or a change says nothing of what came of it, and so cannot contradict a cancellation that follows.
  derive: (cell) => ({ outcome: cell('type').toLowerCase() === 'canceled' ? 'canceled' : '' }),
  reschedules: 'Another body for the same meeting with another start.',
  traps: [
    'One body a change, without the time of the change: a notice cannot be tested.',
    'Only the type "Created" is documented; "Updated" and "Canceled" are taken from the names of the events.',
    'A cancellation does not say who cancelled: the side stays open.',
    'The booker is who set the meeting (maybe the vendor), the assignee who takes it. The name of the guest is not in the body.',
    'Columns of the CSV reports are not evidenced: read them with preset generic.',
  ],
});
