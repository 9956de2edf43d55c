import type { RowRef } from '../model.ts';
import type { LinkDecision } from './link-decisions.ts';
import { differences, type Seen, seenOfSlot, seenOfTrace } from './seen.ts';
import type { Slot } from './slots.ts';
import type { LinkedRow, Trace } from './traces.ts';

/** What a person decided of one thing: which other it is, and which it is not. */
export interface Choice<T> {
  readonly same: T | undefined;
  readonly others: ReadonlySet<T>;
  /** The decision that says which it is. */
  readonly said: LinkDecision | undefined;
}

/** A decision, held against what is there now: one whose evidence changed decides nothing until it is decided again. */
export interface Standing {
  readonly decision: LinkDecision;
  readonly state: 'holds' | 'changed' | 'gone';
  /** What changed, or what is not there. */
  readonly what: string;
  readonly rows: readonly RowRef[];
}

/** All that was decided, by what it is about. */
export interface Decided {
  readonly standings: readonly Standing[];
  /** Of which meeting a record is. */
  meetingOf(trace: Trace): Choice<Slot>;
  /** Who a claim is, by the first row of the record. */
  personOf(slot: Slot): Choice<LinkedRow>;
}

/** Holds decisions against the claims and records of a run. */
export function decidedOn(
  decisions: readonly LinkDecision[],
  slots: readonly Slot[],
  traces: readonly Trace[],
): Decided {
  const meetings = new Map<LinkedRow | Trace | undefined, MutableChoice<Slot>>();
  const people = new Map<Slot, MutableChoice<LinkedRow>>();
  const find = decisions.length ? finderOf(slots, traces) : undefined;
  const standings = decisions.map((decision): Standing => {
    const found = find?.(decision) ?? { slot: undefined, traces: [] };
    const { slot, traces: records } = found;
    const rows = records.flatMap((trace) => trace.rows[0]?.row ?? []);
    if (!slot) return { decision, state: 'gone', what: `nothing of the vendor is called ${decision.claim}`, rows };
    if (!records.length) return { decision, state: 'gone', what: `no such row of ${decision.source} is there`, rows };
    const what = records.flatMap((trace) => [
      ...changed('the claim', decision.ours, seenOfSlot(slot)),
      ...changed('the record', decision.theirs, seenOfTrace(trace)),
    ]);
    if (what.length) return { decision, state: 'changed', what: [...new Set(what)].join('; '), rows };
    for (const trace of records) {
      const [row] = trace.rows;
      if (!row) continue;
      // What is not its meeting is not to be taken for its person either.
      if (decision.decision === 'other') {
        choiceIn(meetings, keyOf(trace)).others.add(slot);
        choiceIn(people, slot).others.add(row);
      } else if (decision.about === 'meeting')
        Object.assign(choiceIn(meetings, keyOf(trace)), { same: slot, said: decision });
      else Object.assign(choiceIn(people, slot), { same: row, said: decision });
    }
    return { decision, state: 'holds', what: '', rows };
  });
  return {
    standings,
    meetingOf: (trace) => meetings.get(keyOf(trace)) ?? UNDECIDED,
    personOf: (slot) => people.get(slot) ?? UNDECIDED,
  };
}

/** A part of an event is known by itself: its row is that of other parts too. */
const keyOf = (trace: Trace): LinkedRow | Trace | undefined => (trace.others ? trace : trace.rows[0]);

interface MutableChoice<T> {
  same: T | undefined;
  readonly others: Set<T>;
  said: LinkDecision | undefined;
}

/** Where nothing was decided. */
export const UNDECIDED: Choice<never> = { same: undefined, others: new Set(), said: undefined };

function choiceIn<K, T>(choices: Map<K, MutableChoice<T>>, key: K): MutableChoice<T> {
  const known = choices.get(key) ?? { same: undefined, others: new Set<T>(), said: undefined };
  choices.set(key, known);
  return known;
}

/** Finds the claim and the records of a decision: by id, of several the one that shows the same; without an id by what it shows. */
function finderOf(slots: readonly Slot[], traces: readonly Trace[]) {
  const slotOf = new Map(slots.map((slot) => [slot.id, slot]));
  const byId = new Map<string, Trace[]>();
  const named = (source: string, id = ''): string => `${source}\u0000${id}`;
  for (const trace of traces) {
    const key = named(trace.source, trace.id);
    const known = byId.get(key);
    if (known) known.push(trace);
    else byId.set(key, [trace]);
  }
  return ({ claim, source, record, theirs }: LinkDecision) => {
    const called = byId.get(named(source, record)) ?? [];
    const alike = called.filter((trace) => !differences(theirs, seenOfTrace(trace)).length);
    const isOnly = record !== undefined && called.length === 1;
    return { slot: slotOf.get(claim), traces: alike.length ? alike : isOnly ? called : [] };
  };
}

const changed = (side: string, then: Seen, now: Seen): string[] =>
  differences(then, now).map(
    ({ field, then: before, now: after }) => `${field} of ${side} was ${quoted(before)} and is ${quoted(after)}`,
  );

const quoted = (text: string): string => (text ? `"${text}"` : 'empty');
