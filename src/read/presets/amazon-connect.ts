import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

const DIRECTIONS: Readonly<Record<string, string>> = {
  INBOUND: 'inbound',
  OUTBOUND: 'outbound',
  CALLBACK: 'outbound',
  API: 'outbound',
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
      'no agent connected': 'other',
      'not connected': 'no_answer',
      'no call': 'other',
    },
  },
  derives: ['agent', 'direction', 'disposition'],
  derive: (cell) => {
    const isCall = cell('channel') === 'VOICE';
    const detected = cell('answeringmachinedetectionstatus');
    const hasAgent = cell('agent.connectedtoagenttimestamp') !== '';
    const talked = hasAgent ? 'agent connected' : 'no agent connected';
    const connected = cell('connectedtosystemtimestamp') ? talked : 'not connected';
    const answered = detected === 'HUMAN_ANSWERED' && !hasAgent ? 'person without an agent' : detected;
    return {
      agent: cell('agent.username') || NO_AGENT,
      direction: isCall ? (DIRECTIONS[cell('initiationmethod')] ?? '') : '',
      disposition: !isCall ? 'no call' : detected && detected !== 'AMD_NOT_APPLICABLE' ? answered : connected,
    };
  },
  latest: { of: 'contactid', by: 'lastupdatetimestamp' },
  zone: 'UTC',
  traps: [
    'A record is sent again when something is added: of one ContactId the newest LastUpdateTimestamp counts.',
    'Your own outcome of a call is an attribute, if anywhere: map it, such as columns: { disposition: Attributes.disposition }. Else it is read from machine detection and from who was connected.',
    'Without machine detection a call out that an agent was connected to is read as human, also when voicemail answered.',
    'A transfer is a record of its own, without direction; InitialContactId and PreviousContactId name the call before it.',
    'Chats and tasks are in the same stream: they have no direction and the disposition other.',
  ],
});
