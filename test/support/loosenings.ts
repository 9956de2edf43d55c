import type { Month } from './month.ts';

type Rules = Month['rules']['rules'];
type Block = Readonly<Record<string, unknown>>;

/** One clause made easier for the vendor; undefined where the rules do not have it, or have it as loose as it gets. */
interface Loosening {
  readonly clause: string;
  readonly loosen: (rules: Rules) => Block | undefined;
}

const blockOf = (rules: Rules, key: string): Block | undefined => rules[key] as Block | undefined;

/** Another value of a key, in place of the ones that it is looser than; `null` leaves the key out. */
function key(block: string, name: string, looser: unknown, than: (value: unknown) => boolean): Loosening {
  const loosen = (rules: Rules): Block | undefined => {
    const given = blockOf(rules, block);
    return given && than(given[name]) ? { [block]: { ...given, [name]: looser ?? undefined } } : undefined;
  };
  return { clause: `rules.${block}.${name} (${looser ?? 'left out'})`, loosen };
}
/** A block that is left out. */
const gone = (block: string): Loosening => ({
  clause: `rules.${block} (left out)`,
  loosen: (rules) => (blockOf(rules, block) ? { [block]: undefined } : undefined),
});
const isGiven = (value: unknown): boolean => value !== undefined;
const is =
  (...values: unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

/**
 * Clauses with one direction. These have none, each with a month that shows it:
 * - leads that compete (duplicates, account_cap, a cap, tiers, replacements): one that is saved takes the place or the price of another;
 * - evidence.enough: a source that is believed can also prove a move, and a move counts against the chain;
 * - no_show.client_must_report_within: a slot that counts as held is held to its windows, one that is unproven is a written yes away from pay;
 * - client_reschedule.notice: a move that becomes late pays late_pays, which may be less than what a timely one pays when it is lost;
 * - attendance as a whole: late_grace and wait also speak for the vendor, where the client is late;
 * - matching.rebooked_within: bookings that are joined are one lead in place of two.
 */
export const LOOSENINGS: readonly Loosening[] = [
  gone('qualification'),
  key('qualification', 'unknown', 'pass', is('review', 'fail')),
  key('attendance', 'overlap', '5 minutes', isGiven),
  key('attendance', 'overlap', null, isGiven),
  key('attendance', 'attendee', 'same_account', is('booked', 'same_account_same_level')),
  key('no_show', 'cure_within', '30 days', is('7 days', '14 days')),
  key('no_show', 'cure_within', null, isGiven),
  key('no_show', 'rebook_owner', 'client', is('vendor')),
  key('prospect_reschedule', 'max_moves', 9, isGiven),
  key('prospect_reschedule', 'max_moves', null, isGiven),
  key('prospect_reschedule', 'no_show_counts', false, is(true)),
  key('prospect_reschedule', 'within', '90 days', isGiven),
  key('prospect_reschedule', 'within', null, isGiven),
  key('client_reschedule', 'late_pays', '100%', isGiven),
  key('client_reschedule', 'no_show_pays', '100%', isGiven),
  key('client_reschedule', 'top_up', true, is(false)),
  key('client_reschedule', 'lost_after_timely_move', 'full', isGiven),
  key('client_reschedule', 'rebook_within', '90 days', isGiven),
  key('both_absent', 'verdict', 'review', is('not_billable')),
  key('acceptance', 'silence', 'accepted', is('rejected', 'review')),
  key('acceptance', 'subjective', 'never', is('review', 'allowed')),
  key('acceptance', 'reasons', ['never'], () => true),
  key('acceptance', 'rejection_cap', '0%', () => true),
  key('acceptance', 'written_cures', ['qualification', 'attendance', 'evidence'], isGiven),
  key('acceptance', 'deemed_cures', ['qualification', 'attendance'], isGiven),
  key('evidence', 'burden', 'client', is('vendor')),
];
