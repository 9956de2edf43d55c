import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';
import { withPlus } from './with-plus.ts';

/** The name of a browser phone such as `client:ann`; empty for a number. */
const clientOf = (party: string): string => /^client:(.+)$/.exec(party)?.[1] ?? '';

/** Twilio's calls, from its API or as a warehouse copies them. */
export const twilio = definePreset({
  title: 'Twilio, calls',
  sources: ['calls'],
  known: 'seen',
  layouts: [
    { name: 'API', header: ['sid', 'start time', 'status', 'from', 'to', 'direction'] },
    { name: 'warehouse', header: ['id', 'start time', 'status', 'from', 'to', 'parent call id'] },
  ],
  columns: {
    id: ['sid', 'id'],
    started_at: ['start time'],
    ended_at: ['end time'],
    duration: ['duration'],
  },
  values: {
    disposition: {
      completed: 'human',
      machine_start: 'voicemail',
      machine_end_beep: 'voicemail',
      machine_end_silence: 'voicemail',
      machine_end_other: 'voicemail',
      machine: 'voicemail',
      fax: 'failed',
      unknown: 'other',
      'no-answer': 'no_answer',
      canceled: 'no_answer',
      queued: 'other',
      ringing: 'other',
      'in-progress': 'other',
    },
  },
  derives: ['agent', 'direction', 'disposition', 'phone'],
  fills: NO_AGENT,
  derive: (cell) => {
    const [from, to, status] = [cell('from'), cell('to'), cell('status')];
    const [caller, called] = [clientOf(from), clientOf(to)];
    // Twilio calls a call from a browser phone inbound: it comes in to Twilio.
    const isInbound = called !== '' || (caller === '' && cell('direction') === 'inbound');
    const isOutbound = caller !== '' || /^outbound/.test(cell('direction'));
    return {
      agent: caller || called,
      direction: isInbound ? 'inbound' : isOutbound ? 'outbound' : '',
      disposition: (status === 'completed' && cell('answered by')) || status,
      phone: withPlus(isInbound ? from : to),
    };
  },
  zone: 'UTC',
  traps: [
    '"completed" is read as human, and includes voicemail unless answered_by says machine; judge by length.',
    'One conversation may be two rows, the second with the first in parent_call_sid.',
    'Twilio knows no agents, only browser phones such as client:ann; all other calls stand under "no agent".',
  ],
});
