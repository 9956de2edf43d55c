import { row } from './row.ts';

/** What can be wrong with closed periods. */
export const LEDGER_PROBLEMS = {
  ledger_broken: row({
    effect: 'stop',
    title: 'A closed period is not as it was closed',
    message: '{reason}',
    why: 'What was paid rests on closed periods: one that was changed, cut or lost would move money in silence.',
    help: 'take the folder from a backup; the head hash in your last report says which state is the right one',
  }),
  ledger_locked: row({
    effect: 'stop',
    title: 'Somebody else is closing a period',
    message: 'locked by {holder}',
    why: 'Two closings at once could each follow the same one.',
    help: 'wait until it is done; a lock that nobody holds any more is taken over by itself on the same machine',
  }),
  period_closed: row({
    effect: 'stop',
    title: 'A closed period would read otherwise now',
    message: '{period} is closed, and the facts at hand say otherwise: {differences}',
    why: 'A closed period is never changed: what came later is an adjustment of the open one.',
    help: 'reconcile the open period: it lists the adjustments',
  }),
  period_not_next: row({
    effect: 'stop',
    title: 'A period that is not the next one to close',
    message: '{period} begins on {from}, and closed periods end on {last}',
    why: 'Carry-over and adjustments need periods without a gap, each in its turn.',
    help: 'close the period that begins on {next} first',
  }),
  period_part_closed: row({
    effect: 'stop',
    title: 'A period of which a part is closed',
    message: '{period} reaches into {closed}, which is closed',
    why: 'The lines of a closed period stand in its own report: this one would lack them.',
    help: 'reconcile closed periods and open ones each by themselves',
  }),
  open_items: row({
    effect: 'stop',
    title: 'A period with claims under review cannot be closed',
    message: '{count#} {count|claim|claims} of {period} {count|is|are} under review: {claims}',
    why: 'What nobody has decided would be locked as not payable.',
    help: 'decide them, or close with --with-open: what is decided later is then an adjustment',
  }),
  not_closed: row({
    effect: 'stop',
    title: 'A period that was not closed',
    message: '{period} is not closed',
    why: 'Only a closed period has a locked report.',
    help: 'closed are: {closed}',
  }),
};
