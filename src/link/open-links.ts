import type { RowRef } from '../model.ts';
import type { CrmMeeting } from '../read/records.ts';
import type { EventLink } from './events.ts';
import type { PersonLink } from './identity/people.ts';
import type { LinkDecision } from './link-decisions.ts';
import type { LinkReason } from './reasons.ts';
import { type Seen, seenOfSlot, seenOfTrace } from './seen.ts';
import type { Slot } from './slots.ts';
import { crmTrace, type Trace } from './traces.ts';

/** A claim and a record that may belong together: what a person is asked. */
export type OpenLink = Pick<LinkDecision, 'claim' | 'about' | 'source' | 'record' | 'ours' | 'theirs'> & {
  readonly place: RowRef;
  /** Of the best; how near a rival comes is told by the margin, which is small. */
  readonly score: number | undefined;
  readonly reason: LinkReason;
  /** What else it may be: other claims of a record, or other records of a claim. */
  readonly rivals: readonly string[];
};

/** Of a record in doubt a question for each meeting that it may be of, the best first. */
export function openMeetings(
  trace: Trace,
  { decision, reason, rivals, score }: Pick<EventLink, 'decision' | 'reason' | 'rivals' | 'score'>,
): OpenLink[] {
  const place = trace.rows[0]?.row;
  if (decision !== 'review' || !place) return [];
  const theirs = seenOfTrace(trace);
  return rivals.map((slot, i) => ({
    claim: slot.id,
    about: 'meeting',
    source: trace.source,
    record: trace.id,
    place,
    ours: seenOfSlot(slot),
    theirs,
    score: i === 0 ? score : undefined,
    reason,
    rivals: rivals.flatMap((other) => (other === slot ? [] : other.id)),
  }));
}

/** Of a claim in doubt a question for each person who it may be, the best first. */
export function openPeople(slot: Slot, { decision, reason, best, rivals, score }: PersonLink<CrmMeeting>): OpenLink[] {
  if (decision !== 'review' || !best) return [];
  const ours: Seen = seenOfSlot(slot);
  const people = [best, ...rivals];
  return people.map((person, i) => ({
    claim: slot.id,
    about: 'person',
    source: 'crm',
    record: person.id,
    place: person.row,
    ours,
    theirs: seenOfTrace(crmTrace(person)),
    score: i === 0 ? score : undefined,
    reason,
    rivals: people.flatMap((other) => (other === person ? [] : (other.id ?? `${other.row.file}:${other.row.line}`))),
  }));
}
