import { NO_AGENT } from './no-agent.ts';
import { definePreset } from './preset.ts';

/** The columns of the standard export, as its header writes them. */
const STANDARD = [
  ['call date', 'phone number dialed', 'status', 'user', 'full name', 'campaign id', 'vendor lead code', 'source id'],
  ['list id', 'gmt offset now', 'phone code', 'phone number', 'title', 'first name', 'middle initial', 'last name'],
  ['address1', 'address2', 'address3', 'city', 'state', 'province', 'postal code', 'country code', 'gender'],
  ['date of birth', 'alt phone', 'email', 'security phrase', 'comments', 'length in sec', 'user group', 'alt dial'],
  ['rank', 'owner', 'lead id', 'list name', 'list description', 'status name'],
].flat();

const ALTERNATE = [
  ['call date', 'phone number dialed', 'status', 'campaign id', 'vendor lead code', 'source id', 'first name'],
  ['last name', 'length in sec', 'called count', 'last local call time', 'caller code'],
].flat();

/** Users under which the system keeps calls that no agent took. */
const SYSTEM = new Set(['VDAD', 'VDCL']);

/** VICIdial's Export Calls Report. */
export const vicidial = definePreset({
  title: 'VICIdial, Export Calls Report',
  sources: ['calls'],
  known: 'seen',
  layouts: [
    { name: 'standard or extended', header: ['call date', 'phone number dialed', 'status', 'user', 'lead id'] },
    { name: 'ALTERNATE_1', header: ['call date', 'phone number dialed', 'status', 'vendor lead code'] },
    { name: 'standard without header', header: [], names: STANDARD, headerless: [39] },
    { name: 'ALTERNATE_1 without header', header: [], names: ALTERNATE, headerless: [12] },
  ],
  columns: {
    id: ['uniqueid', 'caller code'],
    phone: ['phone number dialed'],
    email: ['email'],
    campaign: ['campaign id'],
    disposition: ['status'],
    duration: ['length in sec'],
    wrap: ['wrapup time'],
    recording: ['recording location', 'recording filename', 'recording id'],
  },
  // The system's own statuses; a campaign adds its own.
  values: {
    disposition: {
      A: 'voicemail',
      AA: 'voicemail',
      AL: 'voicemail',
      AM: 'voicemail',
      B: 'busy',
      AB: 'busy',
      N: 'no_answer',
      NA: 'no_answer',
      DC: 'failed',
      ADC: 'failed',
      AFAX: 'failed',
      LRERR: 'failed',
      ERI: 'failed',
      SALE: 'human',
      NI: 'human',
      CALLBK: 'human',
      DEC: 'human',
      DNC: 'human',
      NP: 'human',
      PU: 'human',
      XFER: 'human',
      AFTHRS: 'other',
      CBHOLD: 'other',
      DNCC: 'other',
      DNCL: 'other',
      DROP: 'abandoned',
      INCALL: 'other',
      IVRXFR: 'other',
      MAXCAL: 'other',
      NANQUE: 'other',
      NEW: 'other',
      PDROP: 'abandoned',
      PM: 'other',
      QCFAIL: 'other',
      QUEUE: 'other',
      QVMAIL: 'other',
      RQXFER: 'other',
      SVYEXT: 'other',
      SVYHU: 'other',
      SVYREC: 'other',
      SVYVM: 'other',
      TIMEOT: 'other',
      XDROP: 'abandoned',
    },
  },
  derives: ['agent', 'contact_name', 'direction', 'started_at'],
  fills: NO_AGENT,
  derive: (cell) => {
    const altDial = cell('alt dial');
    return {
      agent: SYSTEM.has(cell('user')) ? '' : cell('user'),
      contact_name: [cell('first name'), cell('last name')].filter(Boolean).join(' '),
      // For calls that came in, the column holds the seconds in the queue.
      direction: altDial && (/^[\d.]+$/.test(altDial) ? 'inbound' : 'outbound'),
      // ALTERNATE_1 writes 202606021003: no punctuation and no seconds.
      started_at: cell('call date').replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5'),
    };
  },
  traps: [
    'Times are in the zone of the server, unmarked: name it with time_zone. "gmt_offset_now" is the offset of the lead, not of the server.',
    'Statuses are per campaign: map your own under values.disposition. SALE and the like are read as human; if your contract calls them conversations, map them so.',
    'SALE, or a status such as APPT, says that a meeting was booked, never that it took place.',
    'ALTERNATE_1 names no agent and no direction, and its times have no seconds.',
    'Calls that no agent took stand under the users VDAD (out) and VDCL (in): they are read as of nobody.',
    'Cells are not quoted: a line break in a comment breaks its row in old versions.',
    'A user without the right to see them gets numbers and names as XXXX; such calls match nobody.',
    'Without a header only an export without recording, notes, IVR or custom fields is known by its columns; tick the header.',
  ],
});
