import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

/** NICE CXone's data download "List Inventory All Attempts". */
export const niceCxone = definePreset({
  title: 'NICE CXone, List Inventory All Attempts',
  sources: ['calls'],
  known: 'documented',
  layouts: [
    { name: 'data download', header: ['outbounddetailrecordid', 'phonenumber', 'dateofcall', 'systemclassification'] },
  ],
  columns: {
    id: ['contact id'],
    phone: ['phonenumber'],
    campaign: ['sourcename'],
    started_at: ['dateofcall'],
    duration: ['callduration'],
    disposition: ['systemclassification'],
    reason: ['agentdispositiondescription'],
  },
  // By number: the names are in the language of the account.
  values: {
    disposition: {
      1: 'human',
      2: 'human',
      3: 'human',
      4: 'human',
      5: 'human',
      6: 'other',
      7: 'human',
      8: 'human',
      9: 'human',
      10: 'other',
      11: 'voicemail',
      12: 'voicemail',
      13: 'failed',
      14: 'voicemail',
      15: 'busy',
      16: 'failed',
      17: 'failed',
      18: 'failed',
      19: 'voicemail',
      20: 'no_answer',
      21: 'failed',
      22: 'failed',
      23: 'failed',
      24: 'other',
      25: 'no_answer',
      26: 'other',
      27: 'other',
    },
  },
  derives: ['agent', 'direction'],
  fills: NO_AGENT,
  derive: (cell) => ({ agent: cell('agent no'), direction: 'outbound' }),
  zone: 'UTC',
  dates: 'mdy',
  traps: [
    'Known from the documentation, not from a file.',
    'Times are in UTC, to the minute.',
    'The disposition is the number of the system classification; what the agent chose is the reason. Classifications above 27 are to be mapped.',
    'ExternalID is the record of the calling list, not the call.',
  ],
});
