import type { Instant } from '../model.ts';
import { shownByPerson, withOthers } from './by-person.ts';
import { Called, type CalledBy } from './called.ts';
import type { Choice } from './decided.ts';
import { EVENT_LEVELS, idLevel } from './event-fields.ts';
import { firmBehind, isWithOthers, namedInTitle } from './event-titles.ts';
import { addTo } from './grouped.ts';
import { Candidates } from './identity/candidates.ts';
import type { Scale } from './identity/fields.ts';
import type { ContactCells, Identity } from './identity/identity.ts';
import { allTenthsOf, type FieldScore, fieldsOf, LINK, levelsOf, MARGIN, REVIEW, vetoOf } from './identity/scorer.ts';
import { type TimeLevel, timeLevel } from './identity/times.ts';
import { isStranger, type VetoCode } from './identity/vetoes.ts';
import { compareNatural } from './keys.ts';
import type { LinkReason } from './reasons.ts';
import { rowsOf, type Slot } from './slots.ts';
import type { Trace } from './traces.ts';

/** The slot that client rows speak of, as far as that can be told. */
export interface EventLink {
  readonly decision: 'linked' | 'review' | 'none';
  readonly reason: LinkReason;
  readonly slot: Slot | undefined;
  /** Slots that fit as well; the best among them where the link is in doubt. */
  readonly rivals: readonly Slot[];
  readonly score: number | undefined;
  readonly margin: number | undefined;
  readonly fields: readonly FieldScore[];
  readonly time: TimeLevel;
}

/** A slot's row and one of the people of a trace. */
type Pair = readonly [Identity, Identity];

interface Scored {
  readonly slot: Slot;
  readonly score: number;
  /** What ties the slot itself. */
  readonly events: readonly FieldScore[];
  readonly pair: Pair | undefined;
  readonly time: TimeLevel;
  readonly hasId: boolean;
  /** The client's host was there when the slot begins, or the event is called by whom the slot is with: who else was there counts nothing against it. */
  readonly isHosted: boolean;
  readonly isTitled: boolean;
  /** Milliseconds between the starts. */
  readonly apart: number;
}

/**
 * Finds slots for client rows by id, person, host and time: what the person's fields weigh and when it was add up. A slot that a person chose is taken, those that
 * they ruled out take no part.
 */
export function eventLinker(slots: readonly Slot[], scale: Scale): (trace: Trace, decided: Choice<Slot>) => EventLink {
  const shown = shownByPerson(slots);
  const rows = slots.flatMap((slot) =>
    rowsOf(slot).map((row) => ({
      slot,
      row,
      identity: scale.registry.identityOf(withOthers(row, shown.get(slot.person))),
    })),
  );
  // Without a start on both sides only an id can tie them.
  const candidates = new Candidates(
    slots.some((slot) => slot.start !== undefined) ? rows.map((r) => r.identity) : [],
    scale.registry,
  );
  const byId = new Map<string, Set<Slot>>();
  const byHost = new Map<string, Set<Slot>>();
  const idsOf = new Map<Slot, Set<string>>();
  const identitiesOf = new Map<Slot, Identity[]>();
  for (const { slot, row, identity } of rows) {
    if (row.id !== undefined) {
      addTo(byId, row.id, slot);
      addTo(idsOf, slot, row.id);
    }
    if (row.host !== undefined) addTo(byHost, row.host.toLowerCase(), slot);
    const own = identitiesOf.get(slot);
    if (own) own.push(identity);
    else identitiesOf.set(slot, [identity]);
  }
  const knownIds: ReadonlySet<string> = new Set(byId.keys());

  /** Made when the first text comes that may call somebody: most sources have none. */
  let made: Called<Slot> | undefined;
  const called = (): Called<Slot> => {
    made ??= new Called(
      rows.map(({ slot, identity }) => [slot, identity]),
      scale.registry,
    );
    return made;
  };
  const namedBy = ({ title }: Trace): ReadonlyMap<Slot, CalledBy> =>
    title === undefined ? NO_TITLES : namedInTitle(title, called());
  const personIn = (cells: ContactCells, starts_at: Instant | undefined): Identity => {
    const company = cells.company ?? (cells.contact_name && firmBehind(cells.contact_name, called));
    const isAsItIs = company === cells.company && cells.starts_at === starts_at;
    return scale.registry.identityOf(isAsItIs ? cells : { ...cells, company, starts_at });
  };

  const scored = (
    slot: Slot,
    trace: Trace,
    people: readonly Identity[],
    named: ReadonlyMap<Slot, CalledBy>,
  ): Scored => {
    const time = timeLevel(slot.start, trace.time, scale.limits);
    const id = idLevel(slot, idsOf.get(slot) ?? NO_IDS, trace, knownIds);
    const host = slot.record.host?.toLowerCase();
    const isHosted = time === 'same' && host !== undefined && trace.hosts.includes(host);
    const ours = identitiesOf.get(slot) ?? [];
    const said = time === 'same' ? named.get(slot) : undefined;
    const title = said && trace.source === 'calendar' && isWithOthers(ours, people, scale) ? undefined : said;
    const events = [
      eventField(
        'meeting_id',
        id,
        id === 'missing' ? 0 : EVENT_LEVELS.meeting_id[id].bits,
        slot.record.id,
        trace.meetingId,
      ),
      ...(isHosted ? [eventField('host', 'same', EVENT_LEVELS.host.same.bits, host, host)] : []),
      ...(title ? [eventField('title', title, EVENT_LEVELS.title[title].bits, shownBy(slot, title), trace.title)] : []),
    ];
    const theirs =
      isHosted || title || !people.length ? [...people, scale.registry.identityOf({ starts_at: trace.time })] : people;
    const { pair, tenths } = bestPair(ours, theirs, scale);
    const ofEvent = events.reduce((sum, { bits }) => sum + Math.round(bits * 10), 0);
    // Of two slots of a day none is nearer to a row that says the day alone.
    const isTimed = slot.start !== undefined && trace.time !== undefined && time !== 'day';
    const apart = isTimed ? Math.abs((slot.start ?? 0) - (trace.time ?? 0)) : 0;
    return {
      slot,
      events,
      pair,
      score: (ofEvent + tenths) / 10,
      time,
      hasId: id === 'same',
      isHosted,
      isTitled: title !== undefined,
      apart,
    };
  };

  /** A person alone says nothing of which event it was. */
  const mayBe = (slot: Slot, trace: Trace): boolean => {
    const time = timeLevel(slot.start, trace.time, scale.limits);
    if (time !== 'missing' && time !== 'other') return true;
    return idLevel(slot, idsOf.get(slot) ?? NO_IDS, trace, knownIds) === 'same';
  };

  return (trace, { same, others }) => {
    const people = trace.people.map((cells) => personIn(cells, trace.time));
    const named = namedBy(trace);
    if (same) return chosen(scored(same, trace, people, named), scale);
    const near = new Set<Slot>(trace.meetingId === undefined ? [] : byId.get(trace.meetingId));
    const isKnownId = near.size > 0;
    if (trace.meetingId !== undefined && !isKnownId && !trace.idMayBeForeign) return nothing('unknown_meeting_id');
    if (trace.time !== undefined)
      for (const person of people)
        for (const at of candidates.of(person)) {
          const found = rows[at]?.slot;
          if (found) near.add(found);
        }
    for (const host of trace.hosts) for (const slot of byHost.get(host) ?? []) near.add(slot);
    for (const slot of named.keys()) near.add(slot);
    const ranked = [...near]
      .filter((slot) => !others.has(slot) && !trace.others?.has(slot) && mayBe(slot, trace))
      .map((slot) => scored(slot, trace, people, named))
      .sort((a, b) => b.score - a.score || a.apart - b.apart || compareNatural(a.slot.id, b.slot.id));
    const [first] = ranked;
    if (!first || first.score < REVIEW) return nothing(isKnownId ? 'other_time' : 'no_match');
    // Of one person's slots the nearest is meant, however much else their rows show.
    const isNearer = (r: Scored, than: Scored): boolean =>
      r.apart < than.apart && r.hasId === than.hasId && r.slot.person === than.slot.person && r.score >= REVIEW;
    const best = ranked.reduce((nearest, r) => (isNearer(r, nearest) ? r : nearest), first);
    const isRival = (r: Scored): boolean =>
      r !== best && !(r.apart > best.apart && r.hasId === best.hasId && r.slot.person === best.slot.person);
    const next = ranked.find(isRival);
    const margin = next && next.score >= REVIEW - MARGIN ? Math.round((best.score - next.score) * 10) / 10 : undefined;
    const isTied = margin !== undefined && margin < MARGIN;
    const veto = vetoed(best, trace, scale);
    const decision = best.score < LINK || veto || isTied ? 'review' : 'linked';
    const rivals = ranked.filter((r) => isRival(r) && best.score - r.score < MARGIN).map((r) => r.slot);
    return {
      decision,
      reason: veto ?? (isTied ? 'rivals' : decision === 'review' ? 'too_weak' : 'agrees'),
      slot: decision === 'linked' ? best.slot : undefined,
      rivals: decision === 'review' ? [best.slot, ...rivals] : rivals,
      score: best.score,
      margin,
      fields: fieldsIn(best, scale),
      time: best.time,
    };
  };
}

/** The link that a person decided. */
const chosen = (found: Scored, scale: Scale): EventLink => ({
  decision: 'linked',
  reason: 'decided',
  slot: found.slot,
  rivals: [],
  score: found.score,
  margin: undefined,
  fields: fieldsIn(found, scale),
  time: found.time,
});

const fieldsIn = ({ events, pair }: Scored, scale: Scale): FieldScore[] => [
  ...events,
  ...(pair ? fieldsOf(...pair, scale) : []),
];

const NO_IDS: ReadonlySet<string> = new Set();
const NO_TITLES: ReadonlyMap<Slot, CalledBy> = new Map();

/** What of a slot a title names. */
const shownBy = ({ record }: Slot, level: CalledBy): string | undefined =>
  level === 'person' ? record.contact_name : record.company;

const nothing = (reason: LinkReason): EventLink => ({
  decision: 'none',
  reason,
  slot: undefined,
  rivals: [],
  score: undefined,
  margin: undefined,
  fields: [],
  time: 'missing',
});

/** The pair of a slot's row and one of the people that agrees best. */
function bestPair(
  ours: readonly Identity[],
  theirs: readonly Identity[],
  scale: Scale,
): { readonly pair: Pair | undefined; readonly tenths: number } {
  let pair: Pair | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const a of ours)
    for (const b of theirs) {
      const tenths = allTenthsOf(a, b, scale);
      // Of pairs that agree as well, the order of rows decides nothing.
      if (tenths < most || (tenths === most && pair && textOf([a, b], scale) >= textOf(pair, scale))) continue;
      most = tenths;
      pair = [a, b];
    }
  return { pair, tenths: pair ? most : 0 };
}

/**
 * A conference log has no companies, and a recording no names: at one hour a name or a number is enough. An id that two vendors use is no proof where the CRM says
 * that the meeting was with somebody of another name at another firm; of those in a log the occurrence asks.
 */
function vetoed(
  { pair, time, hasId, isHosted, isTitled }: Scored,
  { source }: Trace,
  scale: Scale,
): VetoCode | undefined {
  if (pair && hasId && source === 'crm') {
    const levels = levelsOf(...pair, scale);
    return levels.company === 'other' && isStranger(levels, ...pair, scale) ? 'other_company' : undefined;
  }
  const veto = pair && !hasId && !isHosted && !isTitled ? vetoOf(...pair, scale) : undefined;
  const isNear = time === 'same' || time === 'near';
  if (veto === 'name_only' && source === 'attendance' && time === 'same') return undefined;
  return veto === 'initial_only' && source === 'recordings' && isNear ? undefined : veto;
}

const textOf = (pair: Pair, scale: Scale): string =>
  fieldsOf(...pair, scale)
    .map(({ ours, theirs }) => `${ours} ${theirs}`)
    .join(', ');

const eventField = (field: string, level: string, bits: number, ours = '', theirs = ''): FieldScore => ({
  field,
  level,
  bits,
  ours,
  theirs,
});
