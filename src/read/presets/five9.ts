import { definePreset } from './preset.ts';

/** Five9's Call Log report. */
export const five9 = definePreset({
  title: 'Five9, Call Log report',
  sources: ['calls'],
  known: 'seen',
  columns: {
    id: ['call id'],
    started_at: ['timestamp', 'date'],
    campaign: ['campaign'],
    agent: ['agent'],
    disposition: ['disposition'],
    phone: ['dnis'],
    contact_name: ['customer name'],
    duration: ['call time'],
    talk: ['talk time'],
    hold: ['hold time'],
    wrap: ['after call work time'],
  },
  values: {
    disposition: {
      'No Answer': 'no_answer',
      NA: 'no_answer',
      'Answering Machine': 'voicemail',
      Busy: 'busy',
      'Operator Intercept': 'failed',
      'Transferred To 3rd Party': 'human',
    },
  },
  derives: ['direction'],
  derive: (cell) => ({ direction: /^(inbound)$/i.test(cell('call type')) ? 'inbound' : 'outbound' }),
  sentinels: ['[None]'],
  traps: [
    'Times are in the zone of the Five9 domain, unmarked: name it with time_zone.',
    'Several rows may share one CALL ID (transfer legs).',
    'Dispositions are free text of the domain: map your own under values.disposition.',
  ],
});
