import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

const NAMES = [
  ['accountcode', 'src', 'dst', 'dcontext', 'clid', 'channel', 'dstchannel', 'lastapp', 'lastdata', 'start', 'answer'],
  ['end', 'duration', 'billsec', 'disposition', 'amaflags', 'uniqueid', 'userfield'],
].flat();

/** The extension of a desk phone's channel, such as 204 of `PJSIP/204-000000a1`; empty for a trunk. */
const extensionOf = (channel: string): string => /^\w+\/(\d{2,6})[-@]/.exec(channel)?.[1] ?? '';

/** Asterisk's call detail records, file Master.csv. */
export const asterisk = definePreset({
  title: 'Asterisk, Master.csv',
  sources: ['calls'],
  known: 'seen',
  layouts: [{ name: 'cdr_csv', header: [], names: NAMES, headerless: [16, 17, 18] }],
  columns: {
    id: ['uniqueid'],
    started_at: ['start'],
    ended_at: ['end'],
    duration: ['duration'],
    talk: ['billsec'],
  },
  values: {
    disposition: {
      ANSWERED: 'human',
      'ANSWERED by voicemail': 'voicemail',
      'ANSWERED by the exchange': 'other',
      'NO ANSWER': 'no_answer',
      BUSY: 'busy',
      FAILED: 'failed',
      CONGESTION: 'failed',
    },
  },
  derives: ['agent', 'contact_name', 'direction', 'disposition', 'phone'],
  fills: NO_AGENT,
  derive: (cell) => {
    const caller = extensionOf(cell('channel'));
    const called = caller ? '' : extensionOf(cell('dstchannel'));
    const isAnswered = cell('disposition') === 'ANSWERED';
    const by = /^voicemail$/i.test(cell('lastapp')) ? 'voicemail' : cell('dstchannel') ? '' : 'the exchange';
    const [, name = '', number] = /^"(.*)" <(.*)>$/.exec(cell('clid')) ?? [];
    return {
      agent: caller || called,
      // After a transfer the caller ID is still that of the first leg.
      contact_name: called && number === cell('src') ? name : '',
      direction: caller ? 'outbound' : called && 'inbound',
      disposition: isAnswered && by ? `ANSWERED by ${by}` : cell('disposition'),
      phone: caller ? cell('dst') : called ? cell('src') : '',
    };
  },
  traps: [
    'Times are in the zone of the server, unmarked, unless cdr.conf says usegmtime=yes: name it with time_zone.',
    "ANSWERED says that the line was picked up, also by the callee's voicemail: it is read as human; judge by talk time.",
    'A call answered by voicemail or by a menu or queue that reached nobody is no human.',
    'Agents and directions are told by channels such as PJSIP/204-..., with extensions of 2 to 6 digits; a call between trunks has neither.',
    'One call may be several rows (transfer, queue) with related unique ids.',
    'Exports of FreePBX have other columns and are not known.',
  ],
});
