import { OUTCOME_WORDS } from '../../model.ts';
import { fieldsOf } from '../../read/source-table.ts';
import { choice, choices, LENGTH_OF_TIME, MOMENT, option, SHARE } from '../kinds.ts';
import {
  about,
  after,
  builtIn,
  clocked,
  needs,
  notBooked,
  published,
  type Question,
  suggested,
  unless,
} from '../question.ts';
import { cameIn } from './files.ts';

/** Sticking points 9 and 10: reports, recordings, bills, the end. */
export const PAPER: readonly Question[] = [
  ...about('Reporting', {
    'rules.reporting.due': {
      asks: "How long after the end of a month must the vendor's report come?",
      help: 'Later is a finding; a credit for it can be written under `fees.late_report`. Such as 2 to 5 business days',
      kind: LENGTH_OF_TIME,
      usual: clocked('2 business days', '3 days'),
      unless: unless(needs('meetings'), cameIn('meetings')),
      says: 'The report is due {value} after the month; later is a finding.',
      silent: 'No report is late.',
    },
    'rules.reporting.required': {
      asks: 'Which fields must each row of it have?',
      help: 'An empty one is a finding. Such as company, contact_name, topic, outcome',
      kind: choices(Object.entries(fieldsOf('meetings')).map(([name, field]) => option(name, field.description))),
      unless: needs('meetings'),
      says: 'A row without one of these is a finding.',
      silent: 'No field is owed.',
    },
    'rules.reporting.fill': {
      asks: 'What share of the rows must have them?',
      help: 'Such as 95%. Leave it out where every row must.',
      kind: SHARE,
      unless: after('rules.reporting.required'),
      says: 'At least {value} of the rows must have them.',
      silent: 'Every row must have them.',
    },
    'rules.reporting.reason_required_for': {
      asks: 'For which outcomes must the vendor give a reason?',
      help: 'So that a cancelled meeting says why.',
      kind: choices(OUTCOME_WORDS.map((word) => option(word, word.replaceAll('_', ' ')))),
      unless: needs('meetings'),
      says: 'A row with one of these outcomes and no reason is a finding.',
      silent: 'No reason is owed.',
    },
    'rules.recordings.required_for': {
      asks: 'What must the vendor have recorded?',
      help: "By the recordings that you have, not by the vendor's word.",
      kind: choices([option('held', 'each meeting that was held')]),
      usual: builtIn(['held']),
      unless: unless(notBooked, needs('recordings')),
      says: 'A recording of these is owed.',
      silent: 'No recording is owed.',
    },
    'rules.recordings.missing': {
      asks: 'What if a recording is missing?',
      help: 'Whether it costs the vendor the fee.',
      kind: choice([
        option('finding', 'it is shown, and no money moves'),
        option('review', 'the lead is for review'),
        option('not_billable', 'the lead is not paid'),
      ]),
      usual: builtIn('finding'),
      unless: unless(notBooked, needs('recordings'), after('rules.recordings.required_for')),
      silent: 'It is shown, and no money moves.',
    },
    'rules.submission.within': {
      asks: 'How long after a meeting may the vendor still bill it?',
      help: 'From the meeting to the day on which the invoice came. seniorleads.freshdesk.com names 30 days.',
      kind: LENGTH_OF_TIME,
      unless: unless(needs('invoice'), cameIn('invoice')),
      says: 'Billed later than {value} after the meeting it is late.',
      silent: 'No bill is late.',
    },
    'rules.submission.late': {
      asks: 'What becomes of a late bill?',
      help: 'Paid never, or in the month in which it came.',
      kind: choice([
        option('reject', 'it is not paid'),
        option('next_period', 'it counts in the month in which it came'),
      ]),
      usual: builtIn('reject'),
      unless: unless(needs('invoice'), after('rules.submission.within')),
      silent: 'It is not paid.',
    },
  }),
  ...about('Termination', {
    'rules.termination.notice': {
      asks: 'With how much notice can the contract be ended?',
      help: 'Counted from the day after the notice was received; meetings are paid until its last day.',
      kind: LENGTH_OF_TIME,
      usual: published('30 days', 'launchleads.com/buyers-guides/termination-clauses-protect-you'),
      says: 'The contract ends {value} after notice was received.',
      silent: 'Only sow.ends ends it.',
    },
    'rules.termination.after_hours': {
      asks: 'A notice comes in the evening. When is it received?',
      help: 'A day more of notice is a day more of fees.',
      kind: choice([option('next_business_day', 'when the next business day begins'), option('same', 'at once')]),
      usual: builtIn('next_business_day'),
      unless: after('rules.termination.notice'),
      silent: 'When the next business day begins.',
    },
    'rules.termination.received': {
      asks: 'Was notice given already? When was it received?',
      help: 'Leave it out where nobody gave notice.',
      kind: MOMENT,
      unless: after('rules.termination.notice'),
      says: 'Notice was received then.',
      silent: 'Nobody has given notice.',
    },
    'rules.termination.tail': {
      asks: 'Meetings booked earlier are held after the end. For how long are they still paid?',
      help: 'Without such a tail they are not paid. Such as 14 to 60 days',
      kind: LENGTH_OF_TIME,
      usual: suggested('30 days'),
      unless: after('rules.termination.notice'),
      says: 'A meeting held up to {value} after the end is still paid.',
      silent: 'What is held after the end is not paid.',
    },
    'rules.termination.tail_for': {
      asks: 'For meetings booked until when?',
      help: 'A vendor under notice may book a great deal.',
      kind: choice([
        option('booked_before_receipt', 'booked before the notice was received'),
        option('booked_before_end', 'booked before the contract ended'),
      ]),
      usual: builtIn('booked_before_receipt'),
      unless: after('rules.termination.tail'),
      silent: 'Booked before the notice was received.',
    },
    'fees.retainer.prorate': {
      asks: 'What is the monthly fee worth in a part of a month?',
      help: '6,200 for 11 days of July: 2,200.00 by actual days, 2,273.33 by thirty.',
      kind: choice([
        option('actual_days', 'by the days of that month'),
        option('thirty_days', 'by thirtieths'),
        option('none', 'it is owed in full'),
      ]),
      usual: builtIn('actual_days'),
      unless: after('fees.retainer.amount'),
      silent: 'By the days of that month.',
    },
  }),
];
