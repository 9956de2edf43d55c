import type { Chain } from '../link/chains.ts';
import type { Instant, RowRef, RulingResult, SlotOutcome } from '../model.ts';
import type { Clock } from '../sow/clock.ts';
import { type Decimal, percent } from '../sow/decimal.ts';
import type { Sow } from '../sow/sow.ts';
import type { SlotFacts } from './facts.ts';

/** Where a chain stands: held, closed by the client, still open, or lost; and which rule says so. */
export interface Course {
  readonly rule: 'billable' | 'evidence' | 'no_show' | 'prospect_reschedule' | 'client_reschedule' | 'both_absent';
  readonly code: string;
  readonly result: RulingResult;
  /** The slot that decided. */
  readonly slot: SlotFacts | undefined;
  readonly ends: Instant | undefined;
  readonly evidence: readonly RowRef[];
  /** Of the unit price; 1 where the meeting was held. */
  readonly share: Decimal;
  readonly shareText: string;
  /** The slots that were not held before the one that decided. */
  readonly before: readonly SlotFacts[];
  /** When a chain that was lost, and pays, was lost. */
  readonly lostAt: Instant | undefined;
  /** A later held slot that pays the rest of a part already paid. */
  readonly topUp: SlotFacts | undefined;
}

/** The outcomes that count as held (DESIGN 3.3). */
export const HELD: ReadonlySet<SlotOutcome> = new Set(['held', 'short', 'short_client']);
const CLOSING: ReadonlySet<SlotOutcome> = new Set(['client_late', 'client_no_show']);
const UNCLEAR: ReadonlySet<SlotOutcome> = new Set(['unproven', 'short_wait', 'both_absent']);
const WHOLE: Decimal = { amount: 1, scale: 0 };

/** The reason code of a slot outcome. */
const codeOf = (outcome: SlotOutcome): string =>
  outcome === 'vendor_canceled'
    ? 'vendor_cancelled'
    : outcome === 'client_late'
      ? 'client_late_cancel'
      : outcome === 'future'
        ? 'future_slot'
        : outcome;

/** One clause that limits how long a chain stays open, and the end it sets. */
export interface Window {
  readonly rule: 'no_show' | 'prospect_reschedule' | 'client_reschedule';
  /** What it is lost by. */
  readonly code: string;
  readonly end: Instant;
}

/** The windows that the unheld slots of a chain opened (DESIGN 3.3). */
export function windowsOf(unheld: readonly SlotFacts[], rules: Sow['rules'], clock: Clock): Window[] {
  const windows: Window[] = [];
  const first = unheld[0];
  const last = unheld.at(-1);
  const noShow = unheld.findLast((slot) => slot.happened?.outcome === 'prospect_no_show');
  if (noShow?.start !== undefined && rules.no_show?.cure_within) {
    windows.push({
      rule: 'no_show',
      code: 'no_show_not_cured',
      end: clock.endOf(noShow.start, rules.no_show.cure_within),
    });
  }
  if (first?.start !== undefined && rules.prospect_reschedule?.within) {
    windows.push({
      rule: 'prospect_reschedule',
      code: 'chain_expired',
      end: clock.endOf(first.start, rules.prospect_reschedule.within),
    });
  }
  if (
    last?.start !== undefined &&
    last.happened?.outcome === 'client_moved' &&
    rules.client_reschedule?.rebook_within
  ) {
    const from = last.happened.movedAt ?? last.start;
    windows.push({
      rule: 'client_reschedule',
      code: 'not_rebooked',
      end: clock.endOf(from, rules.client_reschedule.rebook_within),
    });
  }
  return windows.sort((a, b) => a.end - b.end);
}

export function courseOf(chain: Chain<SlotFacts>, sow: Sow, clock: Clock, asOf: Instant): Course {
  const { rules } = sow;
  const { slots } = chain;
  const is = (set: ReadonlySet<SlotOutcome>) => (slot: SlotFacts) => set.has(slot.happened?.outcome ?? 'future');
  const decided =
    slots.find((slot) => is(CLOSING)(slot) || (is(HELD)(slot) && slot.happened?.outcome !== 'short')) ??
    slots.find(is(HELD));
  const at = (code: string, result: RulingResult, slot: SlotFacts | undefined, rest: Partial<Course> = {}): Course => ({
    rule: 'billable',
    code,
    result,
    slot,
    ends: undefined,
    evidence: slot?.happened?.evidence ?? [],
    share: WHOLE,
    before: [],
    topUp: undefined,
    lostAt: undefined,
    shareText: percent(rest.share ?? WHOLE),
    ...rest,
  });

  if (decided) {
    const before = slots.slice(0, slots.indexOf(decided));
    const abandoned = windowsOf(before, rules, clock).find(
      (w) => w.rule === 'client_reschedule' && (decided.start ?? 0) > w.end,
    );
    const pays = rules.client_reschedule?.lost_after_timely_move;
    const moved = before.at(-1);
    // A timely move that pays once it is lost closes the chain then: held still later adds nothing and takes nothing away.
    if (abandoned && moved && pays && pays !== 'nothing') return lost(abandoned, moved, before.slice(0, -1), rules, at);
    if (is(HELD)(decided)) return at('held', 'pass', decided, { before });
    const terms = rules.client_reschedule;
    const late = decided.happened?.outcome === 'client_late';
    const share = (late ? terms?.late_pays : terms?.no_show_pays) ?? WHOLE;
    // Too short a meeting pays no rest, as it would pay nothing by itself.
    const heldLater = slots
      .slice(slots.indexOf(decided) + 1)
      .find((s) => is(HELD)(s) && s.happened?.outcome !== 'short');
    return at(codeOf(decided.happened?.outcome ?? 'unproven'), 'pass', decided, {
      rule: terms ? 'client_reschedule' : 'billable',
      share,
      before,
      topUp: terms?.top_up ? heldLater : undefined,
    });
  }

  const past = slots.filter((slot) => slot.happened?.outcome !== 'future');
  const future = slots.filter((slot) => slot.happened?.outcome === 'future');
  const last = past.at(-1);
  const outcome = last?.happened?.outcome;
  if (!last || !outcome) {
    const next = future.at(-1);
    return next ? at('future_slot', 'pending', next, { ends: next.end }) : at('unproven', 'review', slots[0]);
  }
  if (UNCLEAR.has(outcome)) {
    const absent = outcome === 'both_absent' ? rules.both_absent : undefined;
    return at(outcome, absent?.verdict === 'not_billable' ? 'fail' : 'review', last, {
      rule: absent ? 'both_absent' : outcome === 'unproven' ? 'evidence' : 'billable',
      before: past,
    });
  }
  const [window] = windowsOf(past, rules, clock);
  const ends = window?.end ?? future.at(-1)?.end;
  if (ends !== undefined && asOf < ends) {
    const waiting = future[0] ?? last;
    return at(codeOf(waiting.happened?.outcome ?? outcome), 'pending', waiting, {
      rule: window?.rule ?? 'billable',
      ends,
      before: past,
    });
  }
  return lost(window, last, past, rules, at);
}

/** Nobody held the meeting in time. */
function lost(
  window: Window | undefined,
  last: SlotFacts,
  before: readonly SlotFacts[],
  rules: Sow['rules'],
  at: (code: string, result: RulingResult, slot: SlotFacts, rest: Partial<Course>) => Course,
): Course {
  const outcome = last.happened?.outcome;
  const pays = rules.client_reschedule?.lost_after_timely_move;
  if (outcome === 'client_moved' && pays && pays !== 'nothing') {
    return at('client_moved', 'pass', last, {
      rule: 'client_reschedule',
      share: pays === 'full' ? WHOLE : pays,
      before,
      lostAt: window?.end,
    });
  }
  const owner =
    window?.rule ??
    (outcome === 'prospect_no_show' && rules.no_show
      ? 'no_show'
      : outcome === 'client_moved' && rules.client_reschedule
        ? 'client_reschedule'
        : 'billable');
  const clientOwes =
    rules.no_show?.rebook_owner === 'client' && before.some((slot) => slot.happened?.outcome === 'prospect_no_show');
  return at(window?.code ?? 'not_rebooked', clientOwes ? 'review' : 'fail', last, { rule: owner, before });
}
