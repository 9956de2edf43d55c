import { accountDomain, isAt } from '../link/identity/emails.ts';
import { isFullName, nameLevelOf } from '../link/identity/names.ts';
import type { Contact } from '../link/keys.ts';
import { nameKey } from '../link/keys.ts';
import { NOTE_TAKERS } from '../link/note-takers.ts';
import type { Instant } from '../model.ts';
import type { Attendance } from '../read/records.ts';
import { intersection, lengthOf, type Span, union } from '../sow/spans.ts';

/** Which side a participant is on. Vendor people and note takers are neither side; `unknown` may be either. */
export type Side = 'prospect' | 'client' | 'neither' | 'unknown';

/** Who belongs to which side of one meeting. */
export interface Sides {
  readonly clientDomains: ReadonlySet<string>;
  readonly vendorDomains: ReadonlySet<string>;
  readonly freeMail: ReadonlySet<string>;
  readonly contact: Contact;
}

/** What a conference log shows of one meeting, in seconds. */
export interface Presence {
  /** P, C and B of the occurrence table: the prospect's side, the client's side, both at once. */
  readonly prospect: number;
  readonly client: number;
  readonly both: number;
  readonly prospectFirst: Instant | undefined;
  readonly clientFirst: Instant | undefined;
  /** Somebody was there of whom nobody knows which side. */
  readonly unknownPresent: boolean;
}

export function sideOf(p: Attendance, sides: Sides): Side {
  if (NOTE_TAKERS.test(p.name ?? '')) return 'neither';
  if (p.email && isAt(p.email, sides.vendorDomains)) return 'neither';
  if (p.email && isAt(p.email, sides.clientDomains)) return 'client';
  const domain = p.email ? accountDomain(p.email, sides.freeMail) : undefined;
  if (isBooked(p, sides) || (domain !== undefined && domain === sides.contact.domain)) return 'prospect';
  return 'unknown';
}

/** Names of which one part is an initial: enough in the log of this very meeting. */
const INITIALS: ReadonlySet<string> = new Set(['initial', 'given_only']);

/** Who a device or a nickname belongs to, in brackets behind what is shown: `Bob's iPhone (Bob Brink)`. */
const originalName = ({ name }: Attendance): string | undefined => /\(([^()]+)\)\s*$/.exec(name ?? '')?.[1];

/** Whether the participant is the person who was booked: by address or, without one, by name in whatever spelling or form (`Anna M.`). */
export function isBooked(p: Attendance, sides: Sides): boolean {
  const { email, name } = sides.contact;
  if (p.email !== undefined && email !== undefined) return p.email === email;
  const shown = nameKey(p.name);
  if (name === undefined || shown === undefined) return false;
  if (shown === name || nameKey(originalName(p)) === name) return true;
  const level = nameLevelOf(shown, name) ?? 'other';
  // One word may be anybody's given name in the room.
  return isFullName(level) || (INITIALS.has(level) && shown.includes(' ') && name.includes(' '));
}

/** By how much the length of a stay may be rounded. */
const ROUNDED_MS = 60_000;

/** How long somebody was there at most: a log of first joins and last leaves may say how much of that time it was. */
const stayOf = (span: Span, { present_for: seconds = Infinity }: Attendance): number =>
  Math.min(lengthOf([span]), seconds * 1000 + ROUNDED_MS);

/** Folds a log into presence. `counts` says which of the prospect's people are looked at (all of them by default). */
export function presenceOf(
  log: readonly Attendance[],
  sides: Sides,
  counts: (p: Attendance) => boolean = () => true,
): Presence {
  const spans: Record<Side, Span[]> = { prospect: [], client: [], neither: [], unknown: [] };
  const stays: Record<Side, number> = { prospect: 0, client: 0, neither: 0, unknown: 0 };
  for (const p of log) {
    if (p.joined_at === undefined || p.left_at === undefined || p.left_at <= p.joined_at) continue;
    const side = sideOf(p, sides);
    if (side === 'prospect' && !counts(p)) continue;
    const span: Span = [p.joined_at, p.left_at];
    spans[side].push(span);
    stays[side] += stayOf(span, p);
  }
  const prospect = union(spans.prospect);
  const client = union(spans.client);
  return {
    prospect: Math.min(lengthOf(prospect), stays.prospect) / 1000,
    client: Math.min(lengthOf(client), stays.client) / 1000,
    both: Math.min(lengthOf(intersection(prospect, client)), stays.prospect, stays.client) / 1000,
    prospectFirst: prospect[0]?.[0],
    clientFirst: client[0]?.[0],
    unknownPresent: spans.unknown.length > 0,
  };
}
