import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

/** RingCentral's call log, as its API gives it. */
export const ringcentral = definePreset({
  title: 'RingCentral, call log',
  sources: ['calls'],
  known: 'documented',
  layouts: [{ name: 'API', header: ['id', 'sessionid', 'starttime', 'direction', 'result'] }],
  columns: {
    id: ['id'],
    started_at: ['starttime'],
    duration: ['duration'],
    reason: ['reason'],
    recording: ['recording.contenturi', 'recording.id'],
  },
  values: {
    disposition: {
      Accepted: 'human',
      'Call connected': 'human',
      Voicemail: 'voicemail',
      'Sent to Voicemail': 'voicemail',
      Missed: 'no_answer',
      'No Answer': 'no_answer',
      'Hang Up': 'no_answer',
      'Answered Not Accepted': 'no_answer',
      Rejected: 'no_answer',
      Declined: 'no_answer',
      Abandoned: 'abandoned',
      Blocked: 'failed',
      'Call Failed': 'failed',
      'Call Failure': 'failed',
      'Internal Error': 'failed',
      'International Disabled': 'failed',
      'International Restricted': 'failed',
      'IP Phone Offline': 'failed',
      'No Calling Credit': 'failed',
      'Not Allowed': 'failed',
      'Restricted Number': 'failed',
      'Suspended account': 'failed',
      'Wrong Number': 'failed',
      'In Progress': 'other',
      'Phone Login': 'other',
      Reply: 'other',
      Stopped: 'other',
      Unknown: 'other',
    },
  },
  derives: ['agent', 'contact_name', 'direction', 'disposition', 'phone'],
  fills: NO_AGENT,
  derive: (cell) => {
    if (cell('type') === 'Fax') return [];
    const isInbound = cell('direction') === 'Inbound';
    const [ours, theirs] = isInbound ? ['to', 'from'] : ['from', 'to'];
    return {
      agent: cell(`${ours}.name`) || cell(`${ours}.extensionnumber`),
      contact_name: cell(`${theirs}.name`),
      direction: cell('direction'),
      disposition: cell('result'),
      phone: cell(`${theirs}.phonenumber`),
    };
  },
  zone: 'UTC',
  sentinels: ['pending'],
  traps: [
    '"Call connected" is read as human, also when voicemail answered; judge by length.',
    'The detailed view holds the legs of a call; the call itself is read, not its legs.',
    'A call that was just going on has the length "pending", which is read as none.',
    'Faxes are no calls and left out.',
    'The spreadsheets that the admin portal exports are another layout and not known.',
  ],
});
