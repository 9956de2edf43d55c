import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

const DIRECTIONS: Readonly<Record<string, string>> = {
  INBOUND: 'inbound',
  OUTBOUND: 'outbound',
  CALLBACK: 'outbound',
  API: 'outbound',
  TRANSFER: 'neither',
  QUEUE_TRANSFER: 'neither',
};

const secondsBetween = (from: string, to: string): string => {
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return seconds >= 0 ? String(seconds) : '';
};

/** Amazon Connect's contact records. */
export const amazonConnect = definePreset({
  title: 'Amazon Connect, contact records',
  sources: ['calls'],
  known: 'seen',
  layouts: [{ name: 'contact records', header: ['contactid', 'channel', 'initiationmethod', 'initiationtimestamp'] }],
  columns: {
    id: ['contactid'],
    started_at: ['initiationtimestamp'],
    ended_at: ['disconnecttimestamp'],
    phone: ['customerendpoint.address'],
    campaign: ['queue.name'],
    talk: ['agent.agentinteractionduration'],
    hold: ['agent.customerholdduration'],
    wrap: ['agent.aftercontactworkduration'],
    reason: ['disconnectreason'],
    recording: ['recording.location'],
  },
  values: {
    disposition: {
      HUMAN_ANSWERED: 'human',
      VOICEMAIL_BEEP: 'voicemail',
      VOICEMAIL_NO_BEEP: 'voicemail',
      AMD_UNANSWERED: 'no_answer',
      AMD_UNRESOLVED: 'other',
      AMD_UNRESOLVED_SILENCE: 'other',
      AMD_ERROR: 'other',
      SIT_TONE_BUSY: 'busy',
      SIT_TONE_INVALID_NUMBER: 'failed',
      SIT_TONE_DETECTED: 'failed',
      FAX_MACHINE_DETECTED: 'failed',
      'agent connected': 'human',
      'person without an agent': 'abandoned',
      'left in the queue': 'abandoned',
      'no agent connected': 'other',
      'not connected': 'no_answer',
    },
  },
  derives: ['agent', 'direction', 'disposition', 'duration'],
  fills: NO_AGENT,
  derive: (cell) => {
    if (cell('channel') !== 'VOICE') return [];
    const direction = DIRECTIONS[cell('initiationmethod')] ?? '';
    const detected = cell('answeringmachinedetectionstatus');
    const hasAgent = cell('agent.connectedtoagenttimestamp') !== '';
    // A caller whom no agent took, and who was not called back or sent on, gave up.
    const isLeft = direction === 'inbound' && cell('queue.enqueuetimestamp') !== '' && cell('nextcontactid') === '';
    const talked = hasAgent ? 'agent connected' : isLeft ? 'left in the queue' : 'no agent connected';
    const connected = cell('connectedtosystemtimestamp') ? talked : 'not connected';
    const answered = detected === 'HUMAN_ANSWERED' && !hasAgent ? 'person without an agent' : detected;
    return {
      agent: cell('agent.username'),
      direction,
      disposition: detected && detected !== 'AMD_NOT_APPLICABLE' ? answered : connected,
      duration: secondsBetween(cell('initiationtimestamp'), cell('disconnecttimestamp')),
    };
  },
  latest: { of: 'contactid', by: 'lastupdatetimestamp' },
  zone: 'UTC',
  traps: [
    'A record is sent again when something is added: of one ContactId the newest LastUpdateTimestamp counts.',
    'Your own outcome of a call is an attribute, if anywhere: map it, such as columns: { disposition: Attributes.disposition }. Else it is read from machine detection and from who was connected.',
    'Without machine detection a call out that an agent was connected to is read as human, also when voicemail answered.',
    'Who called, was queued and got no agent, nor a contact after it, is read as abandoned; who got no further than a menu as other.',
    'A transfer is a record of its own and no dial: its direction is neither; InitialContactId and PreviousContactId name the call before it.',
    'Chats and tasks are in the same stream: they are no calls and left out.',
  ],
});
