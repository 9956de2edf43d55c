import type { ContactCells } from './identity/identity.ts';
import type { Slot } from './slots.ts';
import type { Trace } from './traces.ts';

/** What one side of a link shows, in order. */
export const SEEN_FIELDS = ['contact_name', 'email', 'phone', 'company', 'domain', 'starts_at'] as const;
/** The values of one side of a link, as they were understood: what a person sees who decides on it. */
export type Seen = { readonly [K in (typeof SEEN_FIELDS)[number]]?: string | undefined };

export const seenOfSlot = ({ record, start }: Slot): Seen => seenOf([record], start);
export const seenOfTrace = ({ people, time }: Trace): Seen => seenOf(people, time);

/** The values of several people stand together, in an order of their own: that of the rows says nothing. */
function seenOf(people: readonly ContactCells[], time: number | undefined): Seen {
  const values = SEEN_FIELDS.map((field) => {
    if (field === 'starts_at') return [field, isTime(time) ? new Date(time).toISOString() : ''] as const;
    return [field, [...new Set(people.flatMap((person) => person[field] ?? []))].sort().join('; ')] as const;
  });
  return Object.fromEntries(values.filter(([, text]) => text !== ''));
}

const isTime = (time: number | undefined): time is number => time !== undefined && Number.isFinite(time);

/** The fields in which two sides differ, with both values. */
export const differences = (then: Seen, now: Seen): { field: string; then: string; now: string }[] =>
  SEEN_FIELDS.flatMap((field) => {
    const [before = '', after = ''] = [then[field], now[field]];
    return before === after ? [] : [{ field, then: before, now: after }];
  });

/** The values on one line. */
export const seenText = (seen: Seen): string => SEEN_FIELDS.flatMap((field) => seen[field] ?? []).join(', ');
