import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

const DIRECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^inbound$/i, 'inbound'],
  [/^(outbound|manual|preview|autodial)$/i, 'outbound'],
  [/^3rd party/i, 'neither'],
];

/** Five9's Call Log report. */
export const five9 = definePreset({
  title: 'Five9, Call Log report',
  sources: ['calls'],
  known: 'seen',
  layouts: [{ name: 'Call Log', header: ['call id', 'timestamp', 'call type', 'disposition', 'ani', 'dnis'] }],
  columns: {
    id: ['call id'],
    started_at: ['timestamp'],
    campaign: ['campaign'],
    disposition: ['disposition'],
    contact_name: ['customer name'],
    duration: ['call time'],
    talk: ['talk time'],
    hold: ['hold time'],
    wrap: ['after call work time'],
  },
  // Words of the system; all others are the domain's own.
  values: {
    disposition: {
      'No Answer': 'no_answer',
      'Answering Machine': 'voicemail',
      Busy: 'busy',
      'Operator Intercept': 'failed',
      'Transferred To 3rd Party': 'human',
      Abandon: 'abandoned',
      'No Disposition': 'other',
    },
  },
  derives: ['agent', 'direction', 'phone'],
  fills: NO_AGENT,
  derive: (cell) => {
    const type = cell('call type');
    const direction = DIRECTIONS.find(([words]) => words.test(type))?.[1] ?? '';
    return {
      agent: cell('agent'),
      direction,
      phone: direction === 'inbound' ? cell('ani') : cell('dnis'),
    };
  },
  sentinels: ['[None]'],
  traps: [
    'Times are in the zone of the Five9 domain, unmarked: name it with time_zone.',
    'Several rows may share one CALL ID (transfer legs); a leg of type "3rd party transfer" is no dial: its direction is neither.',
    'Dispositions are free text of the domain, "NA" among them: map your own under values.disposition.',
    'AGENT is the log-in; AGENT NAME may carry a team after it and is not read.',
  ],
});
