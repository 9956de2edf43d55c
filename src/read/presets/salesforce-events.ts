import { definePreset } from './preset.ts';

/** Salesforce events: a report, or an export of the Data Loader. */
export const salesforceEvents = definePreset({
  title: 'Salesforce, events: report or Data Loader',
  sources: ['crm', 'meetings'],
  known: 'seen',
  columns: {
    id: ['activity id', 'event id'],
    contact_name: ['contact', 'lead', 'who.name', 'name'],
    email: ['who.email'],
    company: ['company / account', 'account name', 'what.name', 'account.name'],
    starts_at: ['startdatetime', 'start date time', 'start date/time', 'activitydatetime'],
    ends_at: ['enddatetime', 'end date time', 'end date/time'],
    owner: ['assigned', 'ownerid', 'owner.name'],
    host: ['assigned', 'ownerid', 'owner.name'],
    topic: ['subject'],
    booked_at: ['createddate', 'created date'],
    modified_at: ['lastmodifieddate', 'last modified date'],
  },
  values: {},
  derives: [],
  // The copies of an event that its invitees have.
  derive: (cell) => (['true', '1'].includes(cell('ischild').toLowerCase()) ? [] : {}),
  reschedules: 'The event is edited: the old time is gone.',
  traps: [
    'Salesforce has no standard field for what came of a meeting: name yours with columns.outcome and values.outcome.',
    'A cleared checkbox such as "No Show" is its default and does not mean held.',
    'A report is in the locale and zone of the running user, unmarked: name time_zone, and dates where the file fits both orders. The Data Loader writes UTC.',
    'A report ends with lines that are not rows (totals, confidentiality, copyright). Its encoding is chosen at export.',
    'Each invitee has a copy of the event (`IsChild`): copies are left out where that column is exported.',
    'Ids have 15 or 18 characters for one record: the first 15 count, case kept.',
    'Converted leads are missing from reports on leads. Labels of reports are those of the organization and not evidenced word by word.',
  ],
});
