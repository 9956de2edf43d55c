import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

const first = (list: string): string => list.split(';')[0]?.trim() ?? '';

/** Genesys Cloud's export of the Interactions view. */
export const genesysCloud = definePreset({
  title: 'Genesys Cloud, interactions',
  sources: ['calls'],
  known: 'seen',
  layouts: [{ name: 'interactions', header: ['full export completed', 'media type', 'date', 'conversation id'] }],
  columns: {
    id: ['conversation id'],
    started_at: ['date'],
    ended_at: ['end date'],
    duration: ['duration'],
    campaign: ['queue'],
  },
  // Codes of the system; wrap-up codes are the organization's own.
  values: {
    disposition: {
      'ININ-WRAP-UP-TIMEOUT': 'other',
      'ININ-WRAP-UP-SKIPPED': 'other',
      'ININ-OUTBOUND-MACHINE': 'voicemail',
      'ININ-OUTBOUND-BUSY': 'busy',
      'ININ-OUTBOUND-NO-ANSWER': 'no_answer',
      'ININ-OUTBOUND-AMBIGUOUS': 'other',
      'ININ-OUTBOUND-DISCONNECT': 'other',
      'ININ-OUTBOUND-FAILED-TO-REACH-AGENT': 'abandoned',
      'no wrap-up': 'other',
    },
  },
  derives: ['agent', 'contact_name', 'direction', 'disposition', 'phone'],
  fills: NO_AGENT,
  derive: (cell) => {
    const direction = /^(inbound|outbound)/i.exec(cell('direction'))?.[1]?.toLowerCase() ?? '';
    if (!/^(voice|callback)$/i.test(cell('media type'))) return [];
    return {
      agent: first(cell('users')),
      contact_name: /\p{L}/u.test(cell('remote')) ? cell('remote') : '',
      direction,
      disposition: cell('wrap-up') || 'no wrap-up',
      phone: direction === 'outbound' ? cell('dnis') : cell('ani'),
    };
  },
  units: { duration: 0.001 },
  traps: [
    'Dates and their order follow the locale of whoever exported, without a zone: name dates and time_zone.',
    '"Full Export Completed" NO means that the file was cut off: export it again.',
    "Wrap-up codes are the organization's own: map them under values.disposition. Several of one conversation stand in one cell and are mapped as they stand.",
    'Users may list several agents; the first is read. Messages and e-mails are no calls and left out.',
    'Headers are in the language of whoever exported; only English ones are known.',
  ],
});
