import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';
import { withPlus } from './with-plus.ts';

/** Aircall's export of calls. */
export const aircall = definePreset({
  title: 'Aircall, calls',
  sources: ['calls'],
  known: 'seen',
  layouts: [
    { name: '41 columns', header: ['line', 'datetime (utc)', 'answered', 'call id (internal)', 'customer number'] },
    { name: 'older', header: ['line', 'date (tz offset incl.)', 'datetime (utc)', 'answered', 'via'] },
  ],
  columns: {
    id: ['call id (internal)', 'call id'],
    started_at: ['datetime (utc)'],
    duration: ['duration (total)'],
    talk: ['duration (in call)'],
    direction: ['direction'],
    disposition: ['answered'],
    reason: ['missed call reason'],
    topic: ['tags'],
    recording: ['recording'],
  },
  values: { disposition: { Yes: 'human', No: 'no_answer' } },
  derives: ['agent', 'phone'],
  fills: NO_AGENT,
  derive: (cell) => ({
    agent: cell('user'),
    phone: cell('customer number') || withPlus(cell('direction') === 'inbound' ? cell('from') : cell('to')),
  }),
  zone: 'UTC',
  sentinels: ['[No associated user]'],
  traps: [
    'A row holds three clocks: "datetime (utc)" is read. The one with "tz offset incl." is in the zone of the line, "call start time" in that of the account, unmarked.',
    'An answered call out may have been answered by voicemail: it is read as human; judge by talk time.',
    'Some spreadsheets save the dates again with the day first: name dates.',
  ],
});
