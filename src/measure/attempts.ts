import type { JudgedChain } from '../judge/facts.ts';
import type { TouchLog } from '../judge/touches.ts';
import { isOutbound } from '../read/records.ts';
import { isIn } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { MeteredSpan } from './call-meter.ts';
import type { DayFold } from './day-fold.ts';
import type { Numbering } from './distinct.ts';

/** Attempts are told apart up to here; the last is this one and all that follow. */
export const MOST_ATTEMPTS = 10;

/** What the n-th attempt at a contact leads to. */
export interface Attempt {
  /** Which call of the period to the contact, from 1. */
  readonly attempt: number;
  /** Contacts that were called so often. */
  readonly contacts: number;
  /** Leads that were booked after this call, before the next; null where no source tells of bookings. */
  readonly leads: number | null;
}

/** Counts the outbound calls of the period to each number, or address where there is none. */
export interface AttemptMeter extends DayFold {
  found(chains: readonly JudgedChain[] | undefined, touches: TouchLog | undefined): Attempt[];
}

export function attemptMeter({ clock }: Sow, { period, asOf }: MeteredSpan, contacts: Numbering): AttemptMeter {
  const { zone } = clock;
  /** Calls to each contact by its number; as many as are told apart. */
  let calls = new Uint8Array(1024);
  const reached = new Array<number>(MOST_ATTEMPTS).fill(0);
  const isOfSpan = (at: number): boolean => at <= asOf && isIn(period, zone.dateAt(at));
  return {
    period,
    add({ direction, phone, email }) {
      const contact = phone ?? email;
      if (!isOutbound(direction) || contact === undefined) return;
      const number = contacts.of(contact);
      if (number >= calls.length) {
        const grown = new Uint8Array(number * 2);
        grown.set(calls);
        calls = grown;
      }
      const before = calls[number] as number;
      if (before === MOST_ATTEMPTS) return;
      calls[number] = before + 1;
      reached[before] = (reached[before] ?? 0) + 1;
    },
    found(chains, touches) {
      const leads = new Array<number>(MOST_ATTEMPTS).fill(0);
      for (const { bookedAt, contact } of chains ?? []) {
        if (!isOfSpan(bookedAt)) continue;
        const before = touches?.of(contact, 'contact').filter((t) => t.at <= bookedAt && isOfSpan(t.at)) ?? [];
        const at = Math.min(before.length, MOST_ATTEMPTS) - 1;
        if (at >= 0) leads[at] = (leads[at] ?? 0) + 1;
      }
      // A lead that was called at two numbers may be booked on an attempt that no number had.
      return reached.flatMap((contacts, i) =>
        contacts || leads[i] ? [{ attempt: i + 1, contacts, leads: chains ? (leads[i] ?? 0) : null }] : [],
      );
    },
  };
}
