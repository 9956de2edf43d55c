import { parseDuration } from '../../sow/duration.ts';
import { alwaysEndsBefore, neverEndsBefore } from '../../sow/lint/lengths.ts';
import { COUNT, choice, LENGTH_OF_TIME, option, PAYMENT, SHARE, YES_NO } from '../kinds.ts';
import {
  about,
  after,
  BUILT_IN,
  builtIn,
  clocked,
  type Known,
  needs,
  notBooked,
  published,
  type Question,
  SUGGESTED,
  suggested,
  unless,
} from '../question.ts';

const lengthOf = (known: Known, key: string) => parseDuration(String(known.value(key) ?? ''));

/** Sticking points 6 and 7: what when a meeting does not take place? */
export const MOVES: readonly Question[] = [
  ...about('Prospect reschedules and no-shows', {
    'rules.prospect_reschedule.within': {
      asks: 'How long after its first date may a meeting still be held and paid, however often the prospect moved it?',
      help: 'Counted from the first date, not from the last move.',
      kind: LENGTH_OF_TIME,
      usual: suggested('30 days'),
      unless: notBooked,
      says: 'Held later than {value} after its first date it is not paid.',
      silent: 'Moves have no last day.',
    },
    'matching.rebooked_within': {
      asks: 'How long after a meeting that did not take place is a new booking of the same person still the same lead?',
      help: 'At least as long as a meeting may be moved; a later booking is a new lead, and billed as one.',
      kind: LENGTH_OF_TIME,
      usual: (known) => {
        const within = lengthOf(known, 'rules.prospect_reschedule.within');
        const usual = parseDuration('30 days');
        return within && usual && alwaysEndsBefore(usual, within)
          ? { value: within.text, source: 'as long as a meeting may be moved' }
          : { value: '30 days', source: BUILT_IN };
      },
      isNeeded: true,
      says: 'A new booking within {value} of one that failed goes on with the same lead.',
      silent: 'A new booking within 30 days goes on with the same lead.',
    },
    'rules.prospect_reschedule.max_moves': {
      asks: 'How often may the prospect move a meeting?',
      help: 'Held after more moves it is not paid.',
      kind: COUNT,
      usual: published(2, 'wonsulting no-show policy'),
      unless: notBooked,
      says: 'After more than {value} moves it is not paid, also if it is held.',
      silent: 'Moves are not counted.',
    },
    'rules.prospect_reschedule.no_show_counts': {
      asks: 'Does a no-show count as one of these moves?',
      help: 'If it does, a no-show and two moves are three.',
      kind: YES_NO,
      usual: builtIn(true),
      unless: unless(notBooked, after('rules.prospect_reschedule.max_moves')),
      says: 'Whether a no-show counts as a move.',
      silent: 'It counts.',
    },
    'rules.prospect_reschedule.notice': {
      asks: 'With less than which notice is a move late?',
      help: 'A late move counts as a miss in the show rate. Such as 24 hours',
      kind: LENGTH_OF_TIME,
      unless: notBooked,
      says: 'A move less than {value} before the start is a miss in the show rate.',
      silent: 'No move is late.',
    },
    'rules.no_show.cure_within': {
      asks: 'The prospect did not come. Until when may the vendor still make it good?',
      help: 'Held within this time after the no-show it is paid as any other; else it is not.',
      kind: LENGTH_OF_TIME,
      usual: (known) => {
        const within = lengthOf(known, 'rules.prospect_reschedule.within');
        const usual = parseDuration('14 days');
        return !usual || (within && neverEndsBefore(usual, within))
          ? undefined
          : { value: usual.text, source: SUGGESTED };
      },
      unless: notBooked,
      says: 'A no-show can be made good for {value}; after that it is not paid.',
      silent: 'A no-show has no window of its own.',
    },
    'rules.no_show.rebook_owner': {
      asks: 'Who must get the new date?',
      help: 'Where you owe it, a meeting that was never held again is for review instead of unpaid.',
      kind: choice([option('vendor', 'the vendor'), option('client', 'you')]),
      usual: builtIn('vendor'),
      unless: notBooked,
      silent: 'The vendor.',
    },
    'rules.no_show.attempts': {
      asks: 'How often must the vendor try to reach somebody who did not come?',
      help: 'Fewer in the call log is a finding; no money moves. hailappointments.com names five.',
      kind: COUNT,
      unless: unless(notBooked, needs('calls')),
      says: 'Fewer than {value} tries are a finding.',
      silent: 'Tries are not counted.',
    },
    'rules.no_show.client_must_report_within': {
      asks: 'Must you report a no-show within some time, or it counts as held?',
      help: 'A vendor writes 24 hours (oliverlist.com). By your decisions and your CRM.',
      kind: LENGTH_OF_TIME,
      unless: notBooked,
      says: 'Where you report nothing for {value} and the vendor says it was held, it counts as held.',
      silent: 'You owe no report.',
    },
  }),
  ...about('Client reschedules', {
    'rules.client_reschedule.notice': {
      asks: 'You move a meeting. With how much notice is that in time?',
      help: 'Say the clock: 24 hours on a Sunday are no working day. Such as 24 hours, 24 business hours',
      kind: LENGTH_OF_TIME,
      usual: clocked('24 business hours', '24 hours'),
      unless: notBooked,
      says: 'A move of yours at least {value} before the start is in time.',
      silent: 'Every move of yours is in time.',
    },
    'rules.client_reschedule.late_pays': {
      asks: 'What share of the price do you owe for a late move?',
      help: "A vendor's terms may write 100% (intercom.help/draftboard).",
      kind: SHARE,
      usual: builtIn('100%'),
      unless: unless(notBooked, after('rules.client_reschedule.notice')),
      says: 'A late move of yours costs {value}, and the lead is done.',
      silent: 'It costs 100%.',
    },
    'rules.client_reschedule.no_show_pays': {
      asks: 'And if your side does not come at all?',
      help: "A vendor's terms may write 100% (cience.com).",
      kind: SHARE,
      usual: builtIn('100%'),
      unless: notBooked,
      says: 'A meeting that your side missed costs {value}, and the lead is done.',
      silent: 'It costs 100%.',
    },
    'rules.client_reschedule.rebook_within': {
      asks: 'How long may a meeting that you moved in time be held later, and still be paid?',
      help: 'Counted from your move.',
      kind: LENGTH_OF_TIME,
      usual: suggested('30 days'),
      unless: notBooked,
      says: 'Held within {value} of your move it is paid.',
      silent: 'It must be held before the other windows end.',
    },
    'rules.client_reschedule.lost_after_timely_move': {
      asks: 'You moved it in time, and the prospect never takes a new date. What do you owe?',
      help: '`nothing`, `full`, or a share such as 50%.',
      kind: PAYMENT,
      usual: builtIn('nothing'),
      unless: notBooked,
      says: 'What a meeting costs that is lost after a move of yours in time.',
      silent: 'Nothing.',
    },
  }),
];
