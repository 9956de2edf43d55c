import { choice, choices, LENGTH_OF_TIME, option, TEXTS } from '../kinds.ts';
import { about, after, builtIn, type Known, needs, notBooked, type Question, suggested, unless } from '../question.ts';
import { CRITERIA } from './qualification.ts';

/** Rules that acceptance can lift, once they are there. */
const curable = (known: Known) => [
  ...(CRITERIA.some((key) => known.value(key) !== undefined)
    ? [option('qualification', 'a lead outside the criteria')]
    : []),
  ...(known.value('rules.attendance.overlap') === undefined
    ? []
    : [option('attendance', 'a meeting too short, or with somebody else')]),
];

/** Sticking point 8: what is no good meeting, and what heals it? */
export const BAD_MEETINGS: readonly Question[] = about('Bad meetings', {
  'rules.attendance.attendee': {
    asks: 'Who must come for the prospect?',
    help: 'By the conference log.',
    kind: choice([
      option('same_account', 'anybody of the same company'),
      option('same_account_same_level', 'somebody of the same company, at least as senior'),
      option('booked', 'the person who was booked, nobody else'),
    ]),
    usual: builtIn('same_account'),
    unless: unless(notBooked, needs('attendance')),
    silent: 'Anybody of the same company.',
  },
  'rules.attendance.overlap': {
    asks: 'How long must both sides be in the meeting together?',
    help: 'Pieces add up, gaps do not. Such as 10 to 20 minutes of a meeting of 30',
    kind: LENGTH_OF_TIME,
    usual: suggested('15 minutes'),
    unless: unless(notBooked, needs('attendance')),
    says: 'Both sides together for less than {value} is not a meeting.',
    silent: 'A second together is enough.',
  },
  'rules.attendance.wait': {
    asks: 'How long must one side wait before the other is a no-show?',
    help: 'Who leaves sooner has not waited. Such as 10 minutes',
    kind: LENGTH_OF_TIME,
    usual: suggested('10 minutes'),
    unless: unless(notBooked, needs('attendance')),
    says: 'After waiting {value} alone, the other side is a no-show.',
    silent: 'Nobody has to wait.',
  },
  'rules.attendance.late_grace': {
    asks: 'How late may a side join?',
    help: 'Not longer than the other side must wait.',
    kind: LENGTH_OF_TIME,
    usual: (known) => ({
      value: known.value('rules.attendance.wait') ?? '10 minutes',
      source: 'as long as the other side must wait',
    }),
    unless: unless(notBooked, needs('attendance')),
    says: 'A side may join up to {value} late.',
    silent: 'No side may be late.',
  },
  'rules.acceptance.reasons': {
    asks: 'For which reasons may you reject a lead?',
    help: 'The words that you write in your decisions. Such as title, geo, duplicate, bad_contact',
    kind: TEXTS,
    unless: needs('decisions'),
    says: 'A rejection for one of these is valid.',
    silent: 'Any reason is valid.',
  },
  'rules.acceptance.subjective': {
    asks: 'And for other reasons, such as "was not really interested"?',
    help: 'forrester.com calls that a disqualification after contact, not a rejection.',
    kind: choice([
      option('never', 'such a rejection has no effect'),
      option('review', 'the lead is for review'),
      option('allowed', 'such a rejection is valid'),
    ]),
    usual: builtIn('never'),
    unless: unless(needs('decisions'), after('rules.acceptance.reasons')),
    silent: 'Such a rejection has no effect.',
  },
  'rules.acceptance.deemed_cures': {
    asks: 'You said nothing, so the lead is accepted. Which faults does that heal?',
    help: 'Leave it out where silence heals nothing.',
    kind: (known) => choices(curable(known)),
    unless: unless(needs('decisions'), (known) =>
      known.value('rules.acceptance.silence') === 'accepted' && curable(known).length ? undefined : '',
    ),
    says: 'Silence heals these faults.',
    silent: 'Silence heals nothing.',
  },
  'rules.acceptance.written_cures': {
    asks: 'You accepted a lead in writing. Which faults does that heal?',
    help: 'A lead outside the criteria that you wanted all the same.',
    kind: (known) => choices(curable(known)),
    unless: unless(needs('decisions'), (known) => (curable(known).length ? undefined : '')),
    says: 'A written acceptance heals these faults.',
    silent: 'It heals nothing.',
  },
});
