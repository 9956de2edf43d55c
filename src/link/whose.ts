import type { Meeting } from '../read/records.ts';
import type { Choice } from './decided.ts';
import { groupBy } from './grouped.ts';
import { type Scale, scaleBy } from './identity/fields.ts';
import { takeCensus } from './identity/identity.ts';
import { linkPeople, type PersonLink } from './identity/people.ts';
import type { LineLink } from './lines/link-lines.ts';
import { rowsOf, type Slot } from './slots.ts';
import type { LinkedRow, Trace } from './traces.ts';

/** Whose rows are that speak of a person and of no meeting: linked, every slot of the one whom they name; in doubt, one of each who it may be. */
export type WhoseLink = LineLink;

/** In the order in which one is taken before another. */
const DECISIONS = ['linked', 'review', 'none'] as const;

/**
 * Ties rows to the people of the vendor by the fields of a person, whatever their time. A row may name several people (the contacts of a deal): if the vendor brought one of them, it is
 * theirs; if it brought two, a person has to say whose. An address of the vendor's rows that ties nobody by itself (`info@`) is in doubt.
 */
export function linkWhose<R extends LinkedRow>(
  traces: readonly Trace<R>[],
  slots: readonly Slot[],
  { registry }: Scale,
  choiceOf: (trace: Trace) => Choice<Slot>,
): Map<Trace<R>, WhoseLink> {
  if (!traces.length) return new Map();
  const slotOf = new Map(slots.flatMap((slot) => rowsOf(slot).map((row): [Meeting, Slot] => [row, slot])));
  const rows = [...slotOf.keys()];
  // It is by the vendor's rows that a name is rare.
  const census = takeCensus(
    rows.map((row) => registry.identityOf(row)),
    [],
    registry,
  );
  const answers = linkPeople(
    traces.flatMap(({ people }) => people),
    rows,
    scaleBy(registry, census, undefined),
    traces.flatMap((trace) => trace.people.map(() => choiceOfRows(choiceOf(trace)))),
  );
  const slotsOf = new Map(groupBy(slots, ({ person }) => person).map((own) => [own[0].person, own]));
  const withAddress = new Map(groupBy(rows, ({ email }) => email ?? '').map((own) => [own[0].email ?? '', own]));
  let at = 0;
  return new Map(
    traces.flatMap((trace): [Trace<R>, WhoseLink][] => {
      const own = answers.slice(at, at + trace.people.length);
      at += trace.people.length;
      const link = bestOf(own, slotOf, slotsOf);
      if (!link) return [];
      if (link.decision !== 'none') return [[trace, link]];
      const { others } = choiceOf(trace);
      const alike = trace.people
        .flatMap(({ email = '' }) => withAddress.get(email || '-') ?? [])
        .flatMap((row) => slotOf.get(row) ?? [])
        .filter((slot) => !others.has(slot));
      return [[trace, alike.length ? inDoubt(link, alike) : link]];
    }),
  );
}

/** The surest of what was found of the people whom a row names. */
function bestOf(
  answers: readonly PersonLink<Meeting>[],
  slotOf: ReadonlyMap<Meeting, Slot>,
  slotsOf: ReadonlyMap<string, readonly [Slot, ...Slot[]]>,
): WhoseLink | undefined {
  const rank = ({ decision }: PersonLink<Meeting>): number => DECISIONS.indexOf(decision);
  const [best, ...less] = answers.toSorted((a, b) => rank(a) - rank(b) || (b.score ?? 0) - (a.score ?? 0));
  if (!best) return undefined;
  const { decision, reason, score, fields } = best;
  if (decision === 'none') return { decision, reason, slots: [], score, fields };
  const alike = [best, ...less.filter((answer) => answer.decision === decision)];
  const near = alike.flatMap(({ best: row, rivals }) => [...(row ? [row] : []), ...rivals]);
  const found = near.flatMap((row) => slotOf.get(row) ?? []);
  const [one, ...others] = new Set(found.map(({ person }) => person));
  if (decision === 'linked' && one !== undefined && !others.length)
    return { decision, reason, slots: slotsOf.get(one) ?? [], score, fields };
  return inDoubt({ decision, reason: decision === 'linked' ? 'rivals' : reason, slots: [], score, fields }, found);
}

/** A link in doubt between people, one slot of each. */
export const inDoubt = (link: WhoseLink, among: readonly Slot[]): WhoseLink => ({
  ...link,
  decision: 'review',
  reason: link.decision === 'none' ? 'too_weak' : link.reason,
  slots: groupBy(among, ({ person }) => person).map(([slot]) => slot),
});

/** Whom a person chose, or ruled out, by their rows. */
const choiceOfRows = ({ same, others, said }: Choice<Slot>): Choice<Meeting> => ({
  same: same?.record,
  others: new Set([...others].flatMap(rowsOf)),
  said,
});
