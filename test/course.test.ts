import { describe, expect, test } from 'vitest';
import { type Course, courseOf, windowsOf } from '../src/judge/course.ts';
import type { SlotFacts } from '../src/judge/facts.ts';
import type { SlotOutcome } from '../src/model.ts';
import { day, endOfDay, evidence, HELD, LATER, meeting, slot, sowWith } from './support/slots.ts';

const nobody = { email: undefined, phone: undefined, name: undefined, company: undefined, domain: undefined };
const none: ReadonlySet<string> = new Set();

/** Slots as `0 client_moved -3, 6 held`: the day after the first slot, what happened, and the day on which it was moved. */
const slotsOf = (told: string): SlotFacts[] =>
  told
    .split(', ')
    .filter(Boolean)
    .map((text) => {
      const [days, outcome, movedOn] = text.split(' ');
      const start = day(Number(days));
      const record = meeting({ starts_at: start });
      const happened = {
        outcome: outcome as SlotOutcome,
        row: 0,
        evidence: [record.row],
        kinds: new Set<never>(),
        presence: undefined,
        movedAt: movedOn === undefined ? undefined : day(Number(movedOn)),
        contrary: [],
      };
      const sides = { clientDomains: none, vendorDomains: none, freeMail: none, contact: nobody };
      const times = { record, start, end: start + 1_800_000 };
      return { ...slot(), ...times, evidence: evidence(), sides, happened, claimedOutcome: happened };
    });

function course(rules: object, told: string, asOf: number): Course & { readonly index: number } {
  const sow = sowWith({ ...HELD, ...rules });
  const slots = slotsOf(told);
  const found = courseOf({ id: 'M-1', slots }, sow, sow.clock, asOf);
  return { ...found, index: found.slot ? slots.indexOf(found.slot) : -1 };
}

const cure = { no_show: { cure_within: '7 days' } };
const within = { prospect_reschedule: { within: '10 days' } };
const moves = (more: object = {}) => ({ client_reschedule: { notice: '24 hours', rebook_within: '5 days', ...more } });
const RULES = {
  none: {},
  cure,
  within,
  both: { ...cure, ...within },
  moves: moves(),
  paid: moves({ lost_after_timely_move: 'full' }),
  unpaid: moves({ lost_after_timely_move: 'nothing' }),
  paidAndCure: { ...cure, client_reschedule: { lost_after_timely_move: 'full' } },
  bare: { no_show: { rebook_owner: 'vendor' }, client_reschedule: {} },
  clientOwes: { no_show: { rebook_owner: 'client' } },
  absent: { both_absent: {} },
  absentUnpaid: { both_absent: { verdict: 'not_billable' } },
};

describe('the course of a chain', () => {
  /** What it is about | the rules | slots, by day | the day of as-of | code, result, rule, the slot that decides, the end of what. */
  test.each(
    `
      held | none | 0 held | 1 | held pass billable 0
      a short one counts as held | none | 0 short | 1 | held pass billable 0
      but a whole one is sought first | none | 0 short, 3 held | 9 | held pass billable 1
      short by the client is whole | none | 0 short_client, 3 held | 9 | held pass billable 0
      closed before a short one | none | 0 short, 3 client_late | 9 | client_late_cancel pass billable 1
      closed by a late move | moves | 0 client_late | 1 | client_late_cancel pass client_reschedule 0
      closed by a no-show | moves | 0 client_no_show, 3 held | 9 | client_no_show pass client_reschedule 0
      closed by a no-show, by no clause | none | 0 client_no_show | 1 | client_no_show pass billable 0
      only slots to come | none | 2 future, 5 future | 0 | future_slot pending billable 1 slot 5
      nobody knows | none | 0 unproven | 1 | unproven review evidence 0
      nobody waited long enough | none | 0 short_wait | 1 | short_wait review billable 0
      nobody came | none | 0 both_absent | 1 | both_absent review billable 0
      nobody came, for a person | absent | 0 both_absent | 1 | both_absent review both_absent 0
      nobody came, not paid | absentUnpaid | 0 both_absent | 1 | both_absent fail both_absent 0
      unproven is no absence | absentUnpaid | 0 unproven | 1 | unproven review evidence 0
      lost at once | none | 0 prospect_no_show | 0 | not_rebooked fail billable 0
      lost at once by its clause | bare | 0 prospect_no_show | 0 | not_rebooked fail no_show 0
      lost at once by the client's clause | bare | 0 client_moved | 0 | not_rebooked fail client_reschedule 0
      lost at once by no clause | bare | 0 prospect_moved | 0 | not_rebooked fail billable 0
      open until cured | cure | 0 prospect_no_show | 7 | prospect_no_show pending no_show 0 day 7
      not cured | cure | 0 prospect_no_show | 8 | no_show_not_cured fail no_show 0
      open from the last no-show | cure | 0 prospect_no_show, 5 prospect_no_show | 9 | prospect_no_show pending no_show 1 day 12
      open from the first slot | within | 0 prospect_moved, 5 prospect_moved | 9 | prospect_moved pending prospect_reschedule 1 day 10
      expired | within | 0 prospect_moved | 11 | chain_expired fail prospect_reschedule 0
      the sooner window is the cure | both | 0 prospect_no_show | 1 | prospect_no_show pending no_show 0 day 7
      the sooner window is the chain's | both | 0 technical, 6 prospect_no_show | 7 | prospect_no_show pending prospect_reschedule 1 day 10
      open from the move | moves | 0 client_moved -3 | 1 | client_moved pending client_reschedule 0 day 2
      open from the slot, for want of a time | moves | 0 client_moved | 1 | client_moved pending client_reschedule 0 day 5
      moved and not rebooked | moves | 0 client_moved | 6 | not_rebooked fail client_reschedule 0
      moved, then cancelled | moves | 0 client_moved, 1 vendor_canceled | 2 | not_rebooked fail billable 1
      a later slot without a window | none | 0 vendor_canceled, 4 future | 1 | future_slot pending billable 1 slot 4
      a later slot in a window | cure | 0 prospect_no_show, 4 future, 5 future | 1 | future_slot pending no_show 1 day 7
      a later slot behind the window | cure | 0 prospect_no_show, 40 future | 8 | no_show_not_cured fail no_show 0
      cancelled by the vendor | within | 0 vendor_canceled | 1 | vendor_cancelled pending prospect_reschedule 0 day 10
      the client owes a date | clientOwes | 0 prospect_no_show | 1 | not_rebooked review no_show 0
      the client owes a date since the first | clientOwes | 0 prospect_no_show, 3 prospect_moved | 4 | not_rebooked review billable 1
      the client owes no date for a move | clientOwes | 0 prospect_moved | 1 | not_rebooked fail billable 0
      paid once it is lost | paid | 0 client_moved | 6 | client_moved pass client_reschedule 0
      not paid while it is open | paid | 0 client_moved | 5 | client_moved pending client_reschedule 0 day 5
      paid nothing | unpaid | 0 client_moved | 6 | not_rebooked fail client_reschedule 0
      paid for a timely move alone | paidAndCure | 0 prospect_no_show | 8 | no_show_not_cured fail no_show 0
      held after it was lost and paid | paid | 0 client_moved, 6 held | 9 | client_moved pass client_reschedule 0
      held in time | paid | 0 client_moved, 5 held | 9 | held pass billable 1
      held after it was lost, unpaid | unpaid | 0 client_moved, 6 held | 9 | held pass billable 1
      held after it was lost, no word of pay | moves | 0 client_moved, 6 held | 9 | held pass billable 1
      held after another window | paidAndCure | 0 prospect_no_show, 9 held | 10 | held pass billable 1
    `
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim())),
  )('%s', (_, rules = '', told = '', asOf = '', wanted = '') => {
    const [code, result, rule, index, end, endDay] = wanted.split(' ');
    const instant = endOfDay(Number(asOf));
    const found = course(
      RULES[rules as keyof typeof RULES],
      told,
      end === 'day' && endDay === asOf ? instant - 1 : instant,
    );
    expect([found.code, found.result, found.rule, found.index]).toEqual([code, result, rule, Number(index)]);
    const ends = { day: endOfDay(Number(endDay)), slot: day(Number(endDay)) + 1_800_000 };
    expect(found.ends).toBe(ends[end as keyof typeof ends]);
    expect(found.evidence).toEqual(found.slot?.happened?.evidence);
  });

  test('ends with its window: as-of at the end resolves', () => {
    expect(course(cure, '0 prospect_no_show', endOfDay(7) - 1).result).toBe('pending');
    expect(course(cure, '0 prospect_no_show', endOfDay(7)).result).toBe('fail');
  });

  test('without a slot that happened is for a person', () => {
    const [timed] = slotsOf('0 held');
    if (!timed) throw new Error('there is one');
    const lead = { ...timed, happened: undefined };
    const sow = sowWith(HELD);
    expect(courseOf({ id: 'L-1', slots: [lead] }, sow, sow.clock, LATER)).toMatchObject({
      code: 'unproven',
      result: 'review',
      slot: lead,
      evidence: [],
    });
  });

  test('says which slots came before the one that decides', () => {
    const earlier = (rules: object, told: string) => course(rules, told, LATER).before.length;
    expect(earlier({}, '0 prospect_moved, 1 technical, 2 held')).toBe(2);
    expect(earlier({}, '0 prospect_moved, 2 client_late')).toBe(1);
    expect(earlier({}, '0 prospect_moved, 2 unproven')).toBe(2);
    expect(earlier(cure, '0 prospect_no_show')).toBe(1);
    expect(earlier(moves({ lost_after_timely_move: 'full' }), '0 prospect_moved, 1 client_moved, 9 held')).toBe(1);
    const paid = moves({ lost_after_timely_move: 'full' });
    expect(earlier(paid, '0 prospect_moved, 1 technical, 2 client_moved, 12 held')).toBe(2);
    expect(earlier({}, '0 held')).toBe(0);
    expect(course(cure, '0 prospect_no_show', day(1)).before).toHaveLength(1);
  });

  test('says what share is paid, and what is left', () => {
    const paid = (rules: object, told: string) => {
      const { shareText, topUp, lostAt } = course(rules, told, LATER);
      return [shareText, topUp?.start, lostAt];
    };
    const shares = moves({ late_pays: '50%', no_show_pays: '25%' });
    expect(paid({}, '0 held')).toEqual(['100%', undefined, undefined]);
    expect(paid(shares, '0 client_late, 3 held')).toEqual(['50%', undefined, undefined]);
    expect(paid(shares, '0 client_no_show')).toEqual(['25%', undefined, undefined]);
    expect(paid(moves(), '0 client_no_show')).toEqual(['100%', undefined, undefined]);
    expect(paid({}, '0 client_late')).toEqual(['100%', undefined, undefined]);
    const topped = moves({ late_pays: '50%', top_up: true });
    expect(paid(topped, '0 client_late, 2 technical, 3 short')).toEqual(['50%', undefined, undefined]);
    expect(paid(topped, '0 client_late, 2 short, 3 short_client, 4 held')).toEqual(['50%', day(3), undefined]);
    expect(paid(topped, '-3 short, 0 client_late')).toEqual(['50%', undefined, undefined]);
    expect(paid(topped, '-3 technical, 0 client_late')).toEqual(['50%', undefined, undefined]);
    expect(paid(topped, '-3 short, 0 client_late, 3 held')).toEqual(['50%', day(3), undefined]);
    const lost = moves({ lost_after_timely_move: '25%' });
    expect(paid(lost, '0 client_moved')).toEqual(['25%', undefined, endOfDay(5)]);
    expect(paid(lost, '0 client_moved, 9 held')).toEqual(['25%', undefined, endOfDay(5)]);
    expect(paid(moves({ lost_after_timely_move: 'full' }), '0 client_moved')).toEqual(['100%', undefined, endOfDay(5)]);
  });

  test('has windows in order of their ends', () => {
    const sow = sowWith({ ...HELD, ...cure, ...within, ...moves() });
    const windows = (told: string) =>
      windowsOf(slotsOf(told), sow.rules, sow.clock).map(({ code, end }) => [code, end]);
    expect(windows('')).toEqual([]);
    expect(windows('0 prospect_no_show, 1 client_moved 0.25')).toEqual([
      ['not_rebooked', endOfDay(5)],
      ['no_show_not_cured', endOfDay(7)],
      ['chain_expired', endOfDay(10)],
    ]);
    expect(windows('0 client_moved, 1 technical')).toEqual([['chain_expired', endOfDay(10)]]);
  });
});
