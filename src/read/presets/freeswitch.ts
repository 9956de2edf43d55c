import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

const NAMES = [
  ['caller id name', 'caller id number', 'destination number', 'context', 'start stamp', 'answer stamp', 'end stamp'],
  ['duration', 'billsec', 'hangup cause', 'uuid', 'bleg uuid', 'accountcode', 'read codec', 'write codec'],
].flat();

const isExtension = (number: string): boolean => /^\d{2,6}$/.test(number);

/** FreeSWITCH's mod_cdr_csv with its template "example". */
export const freeswitch = definePreset({
  title: 'FreeSWITCH, cdr_csv with the template "example"',
  sources: ['calls'],
  known: 'seen',
  layouts: [{ name: 'example', header: [], names: NAMES, headerless: [15] }],
  columns: {
    id: ['uuid'],
    started_at: ['start stamp'],
    ended_at: ['end stamp'],
    duration: ['duration'],
    talk: ['billsec'],
    reason: ['hangup cause'],
  },
  values: {
    disposition: {
      ANSWERED: 'human',
      // Causes of calls that nobody answered.
      NORMAL_CLEARING: 'no_answer',
      NO_ANSWER: 'no_answer',
      NO_USER_RESPONSE: 'no_answer',
      ORIGINATOR_CANCEL: 'no_answer',
      PROGRESS_TIMEOUT: 'no_answer',
      USER_BUSY: 'busy',
      CALL_REJECTED: 'other',
      UNALLOCATED_NUMBER: 'failed',
      INVALID_NUMBER_FORMAT: 'failed',
      NUMBER_CHANGED: 'failed',
      NO_ROUTE_DESTINATION: 'failed',
      DESTINATION_OUT_OF_ORDER: 'failed',
      NETWORK_OUT_OF_ORDER: 'failed',
      NORMAL_TEMPORARY_FAILURE: 'failed',
      NORMAL_CIRCUIT_CONGESTION: 'failed',
      RECOVERY_ON_TIMER_EXPIRE: 'failed',
      USER_NOT_REGISTERED: 'failed',
      SUBSCRIBER_ABSENT: 'failed',
    },
  },
  derives: ['agent', 'contact_name', 'direction', 'disposition', 'phone'],
  fills: NO_AGENT,
  derive: (cell) => {
    const [caller, called] = [cell('caller id number'), cell('destination number')];
    const isOut = isExtension(caller);
    const isIn = !isOut && isExtension(called);
    const name = cell('caller id name');
    return {
      agent: isOut ? caller : isIn ? called : '',
      contact_name: isIn && /\p{L}/u.test(name) ? name : '',
      direction: isOut ? 'outbound' : isIn ? 'inbound' : '',
      disposition: cell('answer stamp') ? 'ANSWERED' : cell('hangup cause'),
      phone: isIn ? caller : called,
    };
  },
  traps: [
    'Times are in the zone of the server, unmarked: name it with time_zone.',
    "A call with an answer stamp was picked up, maybe by voicemail or a menu: it is read as human; judge by talk time. NORMAL_CLEARING alone doesn't say that anybody talked.",
    'Agents and directions are told by extensions of 2 to 6 digits; a call between two outside numbers has neither.',
    'With legs=ab every call stands twice: bleg_uuid of one row is uuid of the other.',
    "A template of the site's own has other columns: put a header line in front and map it with columns.",
  ],
});
