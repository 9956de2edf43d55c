import {
  COUNTRY,
  CURRENCY,
  choices,
  DATE,
  DOMAINS,
  HOLIDAYS,
  option,
  type Plain,
  TEXT,
  TIME_OF_DAY,
  ZONE,
} from '../kinds.ts';
import { about, after, builtIn, type Known, type Question } from '../question.ts';

const words = (value: Plain | undefined): string =>
  String(value ?? '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Both names, for want of a number. */
const numberOf = (known: Known) => {
  const [client, vendor] = [words(known.value('sow.client')), words(known.value('sow.vendor'))];
  return client && vendor ? { value: `${client}-${vendor}`, source: 'the two names' } : undefined;
};

/** Who, in which money, when. `hosts` is the domain of the people whom the conference logs name most, `currency` the only one that the amounts of the vendor can be in. */
export const sowQuestions = (
  hosts: string | undefined,
  currency: string | undefined,
  hasLog: boolean,
): readonly Question[] =>
  about('Who and when', {
    'sow.client': {
      asks: 'What is your company called, as in the SOW?',
      help: 'The name stands on top of each report.',
      kind: TEXT,
      isNeeded: true,
      says: 'The company that pays.',
      silent: 'A report needs it.',
    },
    'sow.vendor': {
      asks: 'What is the calling vendor called?',
      help: 'The name stands on top of each report.',
      kind: TEXT,
      isNeeded: true,
      says: 'The vendor that calls.',
      silent: 'A report needs it.',
    },
    'sow.id': {
      asks: 'Which number or name does the SOW have?',
      help: 'Reports of several SOWs are told apart by it.',
      kind: TEXT,
      usual: numberOf,
      isNeeded: true,
      says: 'How reports name this SOW.',
      silent: 'A report needs it.',
    },
    'sow.client_domains': {
      asks: 'Which e-mail domains do your own people have?',
      help: 'By them a conference log shows who was there for you, and your own staff is no lead. Such as acme.com, acme.de',
      kind: DOMAINS,
      usual: () =>
        hosts === undefined ? undefined : { value: [hosts], source: 'who is in most meetings of the conference log' },
      ...(hasLog && { isNeeded: true }),
      says: "People with these addresses are the client's.",
      silent: "Nobody in a conference log is then known to be the client's.",
    },
    'sow.vendor_domains': {
      asks: 'Which e-mail domains does the vendor have?',
      help: "The vendor's people in a meeting are neither side.",
      kind: DOMAINS,
      says: "People with these addresses are the vendor's.",
      silent: "The vendor's people in a conference log are not known as such.",
    },
    'sow.currency': {
      asks: 'In which currency does the vendor bill?',
      help: 'A SOW has one currency; no rate is guessed.',
      kind: CURRENCY,
      isNeeded: true,
      usual: () =>
        currency === undefined ? undefined : { value: currency, source: "the amounts in the vendor's files" },
      says: 'Every price below is in this currency.',
      silent: 'Money needs it.',
    },
    'sow.time_zone': {
      asks: 'In which time zone does the SOW count days and months?',
      help: 'It decides in which month a meeting falls and when a deadline ends. Such as America/New_York, Europe/London, Europe/Berlin',
      kind: ZONE,
      isNeeded: true,
      says: 'Decides every date, month and deadline.',
      silent: 'Dates need it.',
    },
    'sow.country': {
      asks: 'In which country are telephone numbers that have no country code?',
      help: 'So that (212) 555-0101 and +1 212 555 0101 are one number.',
      kind: COUNTRY,
      says: 'How a number without a country code is read.',
      silent: 'Numbers without a country code link nothing.',
    },
    'sow.starts': {
      asks: 'On which day does the contract start?',
      help: 'What was booked before it is not in the term.',
      kind: DATE,
      says: 'In term: booked on or after this day.',
      silent: 'No booking is too early.',
    },
    'sow.ends': {
      asks: 'On which day does it end, if it has a last day?',
      help: 'Leave it out where it runs until somebody gives notice.',
      kind: DATE,
      says: 'The last day of the contract.',
      silent: 'It runs until notice is given.',
    },
    'sow.business_hours.days': {
      asks: 'Which days are business days?',
      help: 'For deadlines such as 5 business days or 24 business hours. Leave it out where no deadline of the SOW counts them.',
      kind: choices([
        option('mon', 'Monday'),
        option('tue', 'Tuesday'),
        option('wed', 'Wednesday'),
        option('thu', 'Thursday'),
        option('fri', 'Friday'),
        option('sat', 'Saturday'),
        option('sun', 'Sunday'),
      ]),
      usual: builtIn(['mon', 'tue', 'wed', 'thu', 'fri']),
      says: 'Deadlines in business days and hours run on these days.',
      silent: 'No deadline can then be in business days or hours.',
    },
    'sow.business_hours.open': {
      asks: 'When does a business day begin?',
      help: 'For deadlines in business hours.',
      kind: TIME_OF_DAY,
      usual: builtIn('09:00'),
      unless: after('sow.business_hours.days'),
      says: 'A business day begins at {value}.',
      silent: 'It begins at 09:00.',
    },
    'sow.business_hours.close': {
      asks: 'When does it end?',
      help: 'Deadlines in business days end at this time too; what comes later counts as made on the next business day.',
      kind: TIME_OF_DAY,
      usual: builtIn('17:00'),
      unless: after('sow.business_hours.days'),
      says: 'A business day, and a deadline in business days, ends at {value}.',
      silent: 'It ends at 17:00.',
    },
    'sow.business_hours.holidays': {
      asks: 'Which days are holidays?',
      help: 'Dates, or the path of an .ics calendar. Without them no deadline may be in business days or hours: each side would count a holiday its own way. Such as 2026-05-25, 2026-07-03',
      kind: HOLIDAYS,
      unless: after('sow.business_hours.days'),
      says: 'No business days.',
      silent: 'No holiday is known; deadlines must be in calendar days and plain hours.',
    },
  });
