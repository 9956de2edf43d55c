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
      'browser phone': 'other',
    },
  },
  derives: ['agent', 'direction', 'disposition', 'phone'],
  fills: NO_AGENT,
  derive: (cell) => {
    const [from, to, status] = [cell('from'), cell('to'), cell('status')];
    const agent = clientOf(from) || clientOf(to);
    const isInbound = cell('direction') === 'inbound';
    const isOutbound = /^outbound/.test(cell('direction'));
    return {
      agent,
      // The leg of a browser phone: the call of the other person is a row of its own, with the status of that person.
      direction: agent ? 'neither' : isInbound ? 'inbound' : isOutbound ? 'outbound' : '',
      disposition: agent ? 'browser phone' : (status === 'completed' && cell('answered by')) || status,
      phone: agent ? '' : withPlus(isInbound ? from : to),
    };
  },
  zone: 'UTC',
  traps: [
    '"completed" is read as human, and includes voicemail unless answered_by says machine; judge by length.',
    'A call between a browser phone and a person is two rows: that of the browser phone, such as client:ann, is no dial and no caller (its direction is neither), the other one has the status of the person.',
    'Twilio knows no agents but browser phones: calls with persons stand under "no agent".',
    'A call that came in and is sent on to a telephone is a row "outbound-dial" too, and read as a dial: leave such rows out of the export, or map direction.',
  ],
});
