import type { Decision, InvoiceLine } from '../read/records.ts';
import type { Choice } from './decided.ts';
import type { Scale } from './identity/fields.ts';
import type { Billing } from './lines/fits.ts';
import { type LineLink, linkLines } from './lines/link-lines.ts';
import { bookedAt, type Slot } from './slots.ts';

/** Which meetings a decision without an id is about: one, or in doubt several. */
export type DecisionLink = LineLink;

/** A decision that names by no id what it is about. */
const isNameless = ({ meeting_id, lead_id, decision }: Decision): boolean =>
  meeting_id === undefined && lead_id === undefined && decision !== 'undecided';

/**
 * Ties decisions without ids to meetings: whom they name is found as for a line of the invoice that gives something back. Of several meetings of the person it is that of
 * the day it tells, else the only one that was booked by then and of which the vendor does not say that it was moved or missed; else a person has to say which.
 */
export function linkDecisions(
  decisions: readonly Decision[],
  slots: readonly Slot[],
  scale: Scale,
  choiceOf: (decision: Decision) => Choice<Slot>,
  billing: Billing,
): Map<Decision, DecisionLink> {
  const asked = new Map(decisions.filter(isNameless).map((decision) => [asLine(decision), decision] as const));
  if (!asked.size) return new Map();
  const choiceOn = (line: InvoiceLine): Choice<Slot> => choiceOf(asked.get(line) as Decision);
  const links = linkLines([...asked.keys()], slots, scale, choiceOn, { ...billing, isKnownThen: () => true });
  return new Map(
    [...links].flatMap(([line, link]): [Decision, DecisionLink][] => {
      const decision = asked.get(line);
      if (!decision || link.decision === 'none' || link.reason === 'decided') return decision ? [[decision, link]] : [];
      const people = new Set(link.slots.map(({ person }) => person));
      const { others } = choiceOf(decision);
      const all = slots.filter((slot) => people.has(slot.person) && !others.has(slot));
      const meant = meantOf(decision, all, billing);
      if (link.decision === 'linked' && meant?.length === 1) return [[decision, { ...link, slots: meant }]];
      const reason = link.decision === 'review' ? link.reason : meant ? 'rivals' : 'other_time';
      return [[decision, { ...link, decision: 'review', reason, slots: meant ?? all }]];
    }),
  );
}

/** A decision as a line that gives back: it takes no meeting from another. */
const asLine = ({ contact_name, email, phone, company, domain, meeting_date, row, raw }: Decision): InvoiceLine =>
  ({ kind: 'adjustment', contact_name, email, phone, company, domain, meeting_date, row, raw }) as InvoiceLine;

/** Words of a vendor for a meeting that did not come to be. */
const NOT_MET = /^(no_show|canceled|rescheduled)/;

/** The meetings of a person that a decision may be about; undefined where it tells a day on which there is none. */
function meantOf(decision: Decision, all: readonly Slot[], { dayOf }: Billing): readonly Slot[] | undefined {
  const { meeting_date: day, at } = decision;
  if (day !== undefined) {
    const of = all.filter(({ start }) => start !== undefined && dayOf(start) === day);
    return of.length ? of : undefined;
  }
  const booked = all.filter(({ record }) => at === undefined || dayOf(bookedAt(record)) <= dayOf(at));
  const known = booked.length ? booked : all;
  const met = known.filter(({ record, movedOn }) => !movedOn && !NOT_MET.test(record.outcome ?? ''));
  return met.length ? met : known;
}
